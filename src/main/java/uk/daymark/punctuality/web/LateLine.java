package uk.daymark.punctuality.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import uk.daymark.measure.Half;
import uk.daymark.punctuality.LateArrival;
import uk.daymark.time.Dates;
import uk.daymark.time.LondonTime;

/** A line of the late book as pages show it. */
record LateLine(
        long id,
        String school,
        String pupil,
        String pupilRef,
        LocalDate day,
        String half,
        String time,
        String late,
        String code,
        String codeMeans,
        String reason,
        boolean atLateGate,
        String by,
        boolean struck,
        String struckHow) {

    static LateLine of(LateArrival line, Dates dates) {
        return new LateLine(
                line.id(),
                line.school().value(),
                line.pupilName(),
                line.pupilRef(),
                line.session().date(),
                line.session().half() == Half.AM ? "morning" : "afternoon",
                dates.time(line.arrivedAt()),
                late(line),
                line.code().map(code -> code.token()).orElse(""),
                line.code().map(code -> code.meaning()).orElse(""),
                line.reason(),
                line.atLateGate(),
                line.by(),
                line.struck().isPresent(),
                line.struck()
                        .map(struck -> "Struck out by " + struck.by() + ", " + dates.moment(inLondon(struck.at()))
                                + ": " + struck.why())
                        .orElse(""));
    }

    private static String late(LateArrival line) {
        return line.minutesLate()
                .map(minutes -> minutes + (minutes == 1 ? " minute" : " minutes"))
                .orElse("");
    }

    private static LocalDateTime inLondon(Instant at) {
        return at.atZone(LondonTime.ZONE).toLocalDateTime();
    }
}
