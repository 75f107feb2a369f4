package uk.daymark.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import uk.daymark.cases.CaseFigures.Course;
import uk.daymark.cases.CaseFigures.Share;
import uk.daymark.measure.MarkedSession;
import uk.daymark.measure.StatisticalClass;

/**
 * How a pupil stands as of now: the figures, and how the school year went before and since a day.
 *
 * @param figures the facts of the pupil's case
 * @param taken every session of the school year that was taken, oldest first
 */
public record Standing(CaseFigures figures, List<MarkedSession> taken) {

    /** How the school year went from a day on, beside how it went before. */
    public Course course(LocalDate from) {
        return new Course(
                share(marked -> marked.session().date().isBefore(from)),
                share(marked -> !marked.session().date().isBefore(from)));
    }

    private Share share(Predicate<MarkedSession> when) {
        List<StatisticalClass> meanings = taken.stream()
                .filter(when)
                .map(marked -> marked.code().statisticalClass())
                .toList();
        return new Share(
                count(meanings, StatisticalClass::possible),
                count(meanings, StatisticalClass::absent),
                count(meanings, StatisticalClass.UNAUTHORISED::equals));
    }

    private static int count(List<StatisticalClass> meanings, Predicate<StatisticalClass> wanted) {
        return (int) meanings.stream().filter(wanted).count();
    }
}
