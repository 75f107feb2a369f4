package uk.daymark.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.stereotype.Service;
import uk.daymark.cases.CaseFigures.Share;
import uk.daymark.cases.Measures.Measured;
import uk.daymark.figures.MeasuredFigures;
import uk.daymark.measure.Measurement;
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
        return figures(measured(pupil));
    }

    /** Everything that the steps of a case ask of a pupil's register, measured once. */
    public Standing standing(PupilId pupil) {
        Measured measured = measured(pupil);
        return new Standing(figures(measured), measured.taken());
    }

    private static CaseFigures figures(Measured measured) {
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
                        .min(Comparator.naturalOrder()),
                measured.enough() ? daysToPersistent(measured, summary) : Optional.empty());
    }

    private static Optional<Integer> daysToPersistent(Measured measured, Summary summary) {
        int percent = measured.policy().countingRules(measured.asOf()).absence().persistentPercent();
        return Summary.daysTo(percent, summary.absent(), summary.possible());
    }

    /** The figures with all that a page needs to show their proof. */
    public MeasuredFigures figures(PupilId pupil) {
        return measured(pupil).figures();
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
