package uk.daymark.punctuality;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.Session;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.Scope;
import uk.daymark.register.By;
import uk.daymark.register.DecidedCode;
import uk.daymark.register.DecidedCodes;
import uk.daymark.register.ImportEffects;
import uk.daymark.register.MarkChange;
import uk.daymark.register.MarkHistory;
import uk.daymark.time.Dates;

/**
 * The codes that follow from the late book. They are decided for the school to enter in its own register, when the line is written or
 * when the register brings the session's mark later; a mark is never overwritten, and neither is what a person decided about it.
 */
@Component
class LateCodes implements ImportEffects {

    /** What a clerk or a school's system notes of a pupil before the late book is looked at. Any other code says more than "late". */
    private static final Set<AttendanceCode> GIVES_WAY = EnumSet.of(
            AttendanceCode.PRESENT_AM,
            AttendanceCode.PRESENT_PM,
            AttendanceCode.L,
            AttendanceCode.U,
            AttendanceCode.N,
            AttendanceCode.O,
            AttendanceCode.G);

    private static final Set<DecidedCode.State> OVER =
            EnumSet.of(DecidedCode.State.TAKEN_BACK, DecidedCode.State.REPLACED);

    private final LateLines lines;
    private final DecidedCodes decidedCodes;
    private final MarkHistory history;
    private final Dates dates;

    LateCodes(LateLines lines, DecidedCodes decidedCodes, MarkHistory history, Dates dates) {
        this.lines = lines;
        this.decidedCodes = decidedCodes;
        this.history = history;
        this.dates = dates;
    }

    /** Decides the code where the register has another one; says what becomes of it. */
    String settle(LateArrival line, By by) {
        Optional<AttendanceCode> code = line.code();
        if (code.isEmpty()) {
            return "The school has not said when its register closes, so no code follows.";
        }
        Optional<MarkHistory.Known> known = history.of(line.school(), line.pupilRef(), line.session(), by.scope());
        Optional<AttendanceCode> mark = known.flatMap(MarkHistory.Known::code);
        if (mark.isEmpty()) {
            return "Code " + code.get().token() + " follows, once the register of this session is imported.";
        }
        if (mark.get() == code.get()) {
            return "The register has code " + code.get().token() + " already.";
        }
        if (!GIVES_WAY.contains(mark.get())) {
            return "The register has code " + mark.get().token() + " ("
                    + mark.get().meaning() + "), which stays.";
        }
        if (decidedBefore(known.get())) {
            return "Somebody decided this session's code already; that stays.";
        }
        decide(line, code.get(), by);
        return "Code " + code.get().token() + " (" + code.get().meaning()
                + ") is now to be entered in the register in place of "
                + mark.get().token() + ".";
    }

    /** Takes the code back that the line led to, while it waits. */
    void takeBack(LateArrival line, String why, By by) {
        lines.decidedCode(line.id())
                .flatMap(decidedCodes::find)
                .filter(decision -> decision.state() == DecidedCode.State.WAITING)
                .filter(decision -> decidedCodes.couldBeDecided(line.enrolment(), line.session(), decision.before()))
                .ifPresent(decision ->
                        decidedCodes.decide(line.enrolment(), line.session(), decision.before(), by, shortened(why)));
    }

    private void decide(LateArrival line, AttendanceCode code, By by) {
        String reason = "Late book: came at " + dates.time(line.arrivedAt())
                + (line.afterClose().orElse(false) ? ", after the register closed" : ", before the register closed")
                + (line.reason().isBlank() ? "" : " (" + line.reason() + ")");
        lines.ledTo(
                line.id(),
                decidedCodes
                        .decide(line.enrolment(), line.session(), code, by, shortened(reason))
                        .id());
    }

    private static String shortened(String reason) {
        return reason.length() > LateBook.LONGEST_TEXT ? reason.substring(0, LateBook.LONGEST_TEXT - 1) + "…" : reason;
    }

    private static boolean decidedBefore(MarkHistory.Known known) {
        return known.decisions().stream().anyMatch(decision -> !OVER.contains(decision.state()));
    }

    @Override
    public Watch watch(Cause cause) {
        return new Watching(cause);
    }

    private record At(EnrolmentId enrolment, Session session) {}

    /** Sees which marks of an import the late book knows better. */
    private final class Watching implements Watch {

        private final Cause cause;
        private final boolean watching;
        private int decided;
        private int passedOver;

        Watching(Cause cause) {
            this.cause = cause;
            // Who amends by hand has looked.
            this.watching = !cause.importId().isEmpty() && !lines.isEmpty();
        }

        @Override
        public void changed(List<MarkChange> changes) {
            List<MarkChange> marks = watching
                    ? changes.stream()
                            .filter(change -> GIVES_WAY.contains(change.after()))
                            .toList()
                    : List.of();
            if (marks.isEmpty()) {
                return;
            }
            List<LocalDate> days = new ArrayList<>(
                    marks.stream().map(mark -> mark.session().date()).sorted().toList());
            Map<At, LateArrival> late = new HashMap<>();
            lines.standingBetween(days.get(0), days.get(days.size() - 1))
                    .forEach(line -> late.put(new At(line.enrolment(), line.session()), line));
            marks.forEach(mark -> Optional.ofNullable(late.get(new At(mark.enrolment(), mark.session())))
                    .ifPresent(line -> weigh(line, mark)));
        }

        private void weigh(LateArrival line, MarkChange mark) {
            line.code()
                    .filter(code -> code != mark.after())
                    .filter(code -> history.of(line.school(), line.pupilRef(), line.session(), Scope.everywhere())
                            .filter(LateCodes::decidedBefore)
                            .isEmpty())
                    .ifPresent(code -> {
                        if (!decidedCodes.couldBeDecided(line.enrolment(), line.session(), code)) {
                            passedOver++;
                            return;
                        }
                        decided++;
                        if (cause.applying()) {
                            decide(line, code, new By(line.by(), Scope.school(line.school())));
                        }
                    });
        }

        @Override
        public List<String> inWords() {
            List<String> words = new ArrayList<>();
            if (decided > 0) {
                words.add("lists " + decided + (decided == 1 ? " code" : " codes")
                        + " from the late book to be entered in the register");
            }
            if (passedOver > 0) {
                words.add(
                        "leaves " + passedOver + (passedOver == 1 ? " line" : " lines")
                                + " of the late book without a code: the school's calendar plans no session then, or the pupil was not on roll");
            }
            return words;
        }
    }
}
