package uk.daymark.reports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import uk.daymark.people.Enrolment;
import uk.daymark.people.Urn;

/** What a standing rests on beside the marks: the days on each roll, and those schools' calendars. */
final class StandingBasis {

    private StandingBasis() {}

    /**
     * A short text that is another one as soon as any of it is.
     *
     * @param rolls all of a pupil's, in the order of the last coming
     * @param calendars the versions of the schools' calendars
     */
    static String of(List<Enrolment> rolls, Map<Urn, Long> calendars) {
        StringBuilder text = new StringBuilder();
        for (Enrolment roll : rolls) {
            text.append(roll.id().number())
                    .append(' ')
                    .append(roll.school().value())
                    .append(' ')
                    .append(calendars.getOrDefault(roll.school(), 0L));
            roll.stays().forEach(stay -> text.append(' ').append(stay.from()).append(stay.to()));
            text.append('\n');
        }
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
