package uk.daymark.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import uk.daymark.cases.CaseFigures.Course;
import uk.daymark.cases.CaseFigures.Share;
import uk.daymark.cases.Measures.Measured;
import uk.daymark.figures.MeasuredFigures;
import uk.daymark.measure.MarkedSession;
import uk.daymark.measure.Measurement;
import uk.daymark.measure.StatisticalClass;
import uk.daymark.measure.Summary;
import uk.daymark.measure.WindowCount;
import uk.daymark.people.PupilId;
import uk.daymark.policy.Band;
import uk.daymark.register.StoredRegister;
import uk.daymark.web.Conflict;

/** Measures the pupil of a case as of now, for steps, tables and pages. Nothing is kept: every call measures afresh. */
@Service
public class CaseMeasures {

    private final StoredRegister registers;
    private final Measures measures;
    private final Clock clock;

    CaseMeasures(StoredRegister registers, Measures measures, Clock clock) {
        this.registers = registers;
        this.measures = measures;
        this.clock = clock;
    }

    /**
     * The facts of a case as of today.
     *
     * @throws Conflict where the school's policy is not there any more
     */
    public CaseFigures of(CaseFile file) {
        return of(file.pupil());
    }

    /** The facts of a pupil as of today. */
    public CaseFigures of(PupilId pupil) {
        Measured measured = measured(pupil);
        Measurement counted = measured.measurement();
        Summary summary = counted.summary();
        WindowCount window = counted.window();
        Optional<Band> band = measured.enough()
                ? Measures.lowestBand(measured.policy(), measured.asOf(), summary.absent(), summary.possible())
                : Optional.empty();
        return new CaseFigures(
                measured.asOf(),
                measured.policy().name(),
                measured.policy().version(),
                new Share(summary.possible(), summary.absent(), summary.unauthorised()),
                measured.enough(),
                band.map(Band::name).orElse(""),
                band.flatMap(Band::below),
                summary.persistentlyAbsent(),
                summary.severelyAbsent(),
                window.met(),
                window.firm() >= window.required(),
                window.required(),
                window.count(),
                window.firm(),
                window.provisional(),
                window.unconfirmed(),
                window.sessions(),
                counted.unexplained().size(),
                counted.unexplained().stream()
                        .flatMap(open -> open.replaceBy().stream())
                        .min(Comparator.naturalOrder()));
    }

    /** How the school year went from a day on, beside how it went before. */
    public Course course(PupilId pupil, LocalDate from) {
        List<MarkedSession> taken = measured(pupil).taken();
        return new Course(
                share(taken.stream()
                        .filter(marked -> marked.session().date().isBefore(from))
                        .toList()),
                share(taken.stream()
                        .filter(marked -> !marked.session().date().isBefore(from))
                        .toList()));
    }

    /** The figures with all that a page needs to show their proof. */
    public MeasuredFigures figures(PupilId pupil) {
        return measured(pupil).figures();
    }

    private static Share share(List<MarkedSession> taken) {
        return new Share(
                count(taken, StatisticalClass::possible),
                count(taken, StatisticalClass::absent),
                count(taken, StatisticalClass.UNAUTHORISED::equals));
    }

    private static int count(List<MarkedSession> taken, Predicate<StatisticalClass> meaning) {
        return (int) taken.stream()
                .filter(marked -> meaning.test(marked.code().statisticalClass()))
                .count();
    }

    private Measured measured(PupilId pupil) {
        return registers
                .of(pupil, LocalDate.now(clock))
                .flatMap(stored -> measures.measure(stored, LocalDate.now(clock)))
                .orElseThrow(
                        () -> new Conflict(
                                "The school's policy is not there any more, so nothing can be counted. Ask your administrator."));
    }
}
