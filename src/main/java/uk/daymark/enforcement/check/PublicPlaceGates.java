package uk.daymark.enforcement.check;

import java.time.LocalDate;
import java.util.Optional;
import uk.daymark.enforcement.PublicPlaceFacts;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.SchoolDays;

/** The gates for an excluded pupil seen in a public place. */
final class PublicPlaceGates {

    private static final String DAYS = "excluded.days";
    private static final String DEADLINE = "excluded.referral_deadline";

    private final Gates gates;
    private final PublicPlaceFacts facts;

    PublicPlaceGates(Gates gates) {
        this.gates = gates;
        this.facts = gates.question().publicPlace();
    }

    void all() {
        noticeOnFile();
        seenInTheFirstDays();
        gates.values()
                .number(DEADLINE, gates.question().route().matter())
                .ifPresent(days -> new EvidenceGates(gates)
                        .inTime(
                                facts.seenOn(),
                                days,
                                DEADLINE,
                                "the pupil was seen on",
                                "Say on which day the pupil was seen, and give the calendar."));
    }

    private void noticeOnFile() {
        String code = "NO_NOTICE_UNDER_S104";
        if (facts.noticeOnFile().isEmpty()) {
            gates.unknown(
                    code,
                    "Whether the notice to the parents under section 104 is on file was not said.",
                    DAYS,
                    "Say whether it is on file.");
        } else if (facts.noticeOnFile().get()) {
            gates.passed(
                    code,
                    "The notice to the parents under section 104 is on file, given by the day on which the pupil was seen.",
                    DAYS);
        } else {
            gates.failed(
                    code,
                    "No notice to the parents under section 104 is on file that was given by the day on which the pupil was seen."
                            + " Without it the parents had no such duty.",
                    DAYS,
                    "The notice that was given at the time, put on file.");
        }
    }

    /** The first school days of the suspension, or all of it where it is shorter. */
    private void seenInTheFirstDays() {
        String code = "NOT_SEEN_IN_THE_FIRST_DAYS";
        Optional<SchoolDays> schoolDays = gates.question()
                .calendar()
                .filter(calendar -> !calendar.timetable().isEmpty())
                .map(calendar -> new SchoolDays(calendar.timetable()));
        if (facts.seenOn().isEmpty()
                || facts.suspendedFrom().isEmpty()
                || facts.days().isEmpty()
                || schoolDays.isEmpty()) {
            gates.unknown(
                    code,
                    "On which day of the suspension the pupil was seen is not known.",
                    DAYS,
                    "Give both days, the length of the suspension and the calendar.");
            return;
        }
        LocalDate seen = facts.seenOn().get();
        LocalDate from = facts.suspendedFrom().get();
        if (!seen.isBefore(from)
                && gates.question()
                        .calendar()
                        .filter(calendar -> calendar.speaksOf(new DateRange(from, seen)))
                        .isEmpty()) {
            gates.unknown(
                    code,
                    "On which school day of the suspension the pupil was seen is not known: the calendar does not reach from "
                            + Words.day(from) + " to " + Words.day(seen) + ".",
                    DAYS,
                    "Give the calendar of these days.");
            return;
        }
        int first = Math.min(
                facts.days().get(),
                gates.values().number(DAYS).orElse(facts.days().get()));
        int dayOf = seen.isBefore(from) ? 0 : schoolDays.get().count(new DateRange(from, seen));
        boolean schoolDay = schoolDays.get().count(new DateRange(seen, seen)) > 0;
        if (schoolDay && dayOf >= 1 && dayOf <= first) {
            gates.passed(
                    code,
                    "The pupil was seen on day " + dayOf + " of a suspension of "
                            + Words.many(facts.days().get(), "school day", "school days") + ".",
                    DAYS);
        } else {
            gates.failed(
                    code,
                    "The pupil was seen on " + Words.day(seen) + ", which is none of the first "
                            + Words.many(first, "school day", "school days") + " of the suspension that began on "
                            + Words.day(from) + ".",
                    DAYS,
                    "Nothing, unless one of these days is wrong.");
        }
    }
}
