package uk.daymark.enforcement.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.Half;
import uk.daymark.measure.Session;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.PupilId;
import uk.daymark.people.Urn;
import uk.daymark.register.MarkChange;

/** However many marks behind a notice are amended at once, what is said of them fits where it is kept. */
class AmendedInWordsTest {

    private static String ofAmended(int sessions) {
        List<MarkChange> changes = IntStream.range(0, sessions)
                .mapToObj(number -> new MarkChange(
                        new EnrolmentId(1),
                        new PupilId(1),
                        new Urn("999001"),
                        new Session(LocalDate.of(2025, 9, 1).plusDays(number / 2), number % 2 == 0 ? Half.AM : Half.PM),
                        Optional.of(AttendanceCode.O),
                        AttendanceCode.I))
                .toList();
        return AmendedInWords.of(changes);
    }

    @Test
    void aFewAreNamed() {
        assertThat(ofAmended(2)).isEqualTo("1 September 2025 morning is now I; 1 September 2025 afternoon is now I");
        assertThat(ofAmended(6)).endsWith("3 September 2025 afternoon is now I");
    }

    @Test
    void ofManyTheFirstAreNamedAndTheRestCounted() {
        assertThat(ofAmended(200))
                .startsWith("1 September 2025 morning is now I; ")
                .endsWith("3 September 2025 afternoon is now I; and 194 more")
                .hasSizeLessThan(400);
    }
}
