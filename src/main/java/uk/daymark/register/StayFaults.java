package uk.daymark.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import uk.daymark.measure.StatisticalClass;
import uk.daymark.people.Enrolment;
import uk.daymark.people.Stay;

/** What is wrong with a time on roll that a line of {@code pupils.csv} gives; each fault rejects the line. */
final class StayFaults {

    private final ImportRun run;
    private final MarkStore store;

    StayFaults(ImportRun run, MarkStore store) {
        this.run = run;
        this.store = store;
    }

    boolean leavesBeforeComing(long line, Enrolment.Details details) {
        if (details.onRollFrom().isEmpty()
                || details.leavingDate().isEmpty()
                || !details.leavingDate().get().isBefore(details.onRollFrom().get())) {
            return false;
        }
        run.reject(
                line,
                "leaving_date",
                details.leavingDate().get().toString(),
                "The pupil would leave before coming on roll on "
                        + details.onRollFrom().get() + ". Correct one of the dates.");
        return true;
    }

    boolean reachesIntoAnEarlierStay(long line, Enrolment.Details details, List<Stay> earlier) {
        Optional<LocalDate> left = earlier.stream()
                .filter(stay -> stay.overlaps(details.stay()))
                .findFirst()
                .flatMap(Stay::to);
        left.ifPresent(day -> run.reject(
                line,
                "on_roll_from",
                details.onRollFrom().map(LocalDate::toString).orElse(""),
                "The pupil left on " + day
                        + " and came back later; both are kept here, and this line speaks of the time"
                        + " before. Export the file again, or give the day on which the pupil came back."));
        return left.isPresent();
    }

    /** Whether marks from before a later first day would drop out of every count. */
    boolean losesMarks(long line, Enrolment before, Enrolment.Details after) {
        Optional<LocalDate> from = after.onRollFrom();
        if (from.isEmpty()
                || before.details()
                        .onRollFrom()
                        .map(known -> !from.get().isAfter(known))
                        .orElse(false)) {
            return false;
        }
        Optional<LocalDate> last = lastMark(before, from.get());
        last.ifPresent(day -> run.reject(
                line,
                "on_roll_from",
                from.get().toString(),
                "The pupil has marks from before this day, the last on " + day
                        + "; they would no longer count. If the pupil"
                        + " left and came back, first import the leaving_date of the earlier time. If the pupil was not on"
                        + " roll then, correct those marks to Z first. Else correct the date."));
        return last.isPresent();
    }

    /** The last day before another with a mark of the present stay that counts for something. */
    private Optional<LocalDate> lastMark(Enrolment enrolment, LocalDate before) {
        return store.weeks(enrolment.id()).stream()
                .flatMap(week -> IntStream.range(0, Weeks.SLOTS)
                        .filter(slot -> Weeks.codeAt(week.codes(), slot)
                                .filter(code -> code.statisticalClass() != StatisticalClass.NOT_COLLECTED)
                                .isPresent())
                        .mapToObj(slot -> Weeks.session(week.week(), slot).date()))
                .filter(day ->
                        day.isBefore(before) && enrolment.details().stay().contains(day))
                .max(LocalDate::compareTo);
    }
}
