package uk.daymark.enforcement.referral;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.daymark.cases.CaseFile;
import uk.daymark.enforcement.check.FirmSessions;
import uk.daymark.enforcement.referral.Referral.Check;
import uk.daymark.enforcement.referral.Referral.Result;
import uk.daymark.enforcement.referral.Referral.View;
import uk.daymark.enforcement.referral.ReferredCase.Named;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.MeasuredRegister;
import uk.daymark.policy.Policy;
import uk.daymark.register.StoredRegister.PupilRegister;
import uk.daymark.workflow.Decisions;
import uk.daymark.workflow.Decisions.Fired;

/** Looks at everything an authority asks of a referral, from the records as they stand; every check is listed, kept or not. */
@Component
class Preflight {

    private static final String TABLE = "referral-admissibility";
    private static final String STOPS = "stops";

    private final ReferredSessions sessions;
    private final Submissions submissions;
    private final ParentCases parentCases;
    private final CaseChecks caseChecks;
    private final ParentChecks parentChecks;
    private final Decisions decisions;
    private final Clock clock;

    Preflight(
            ReferredSessions sessions,
            Submissions submissions,
            ParentCases parentCases,
            CaseChecks caseChecks,
            ParentChecks parentChecks,
            Decisions decisions,
            Clock clock) {
        this.sessions = sessions;
        this.submissions = submissions;
        this.parentCases = parentCases;
        this.caseChecks = caseChecks;
        this.parentChecks = parentChecks;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** Looks now, and keeps under the case which rules of the table fired. */
    List<Check> look(CaseFile file, Route route, DateRange period, List<Named> parents) {
        return all(file, route, period, parents, true);
    }

    /** Looks now and keeps nothing. */
    List<Check> preview(CaseFile file, Route route, DateRange period, List<Named> parents) {
        return all(file, route, period, parents, false);
    }

    private List<Check> all(CaseFile file, Route route, DateRange period, List<Named> parents, boolean keep) {
        PupilRegister stored = sessions.stored(file.pupil()).orElseThrow();
        MeasuredRegister register = sessions.measured(stored, period);
        Policy policy = parentCases.policy(file);
        ReferredCase referred = new ReferredCase(
                file,
                policy,
                route,
                period,
                submissions.first(file.ref(), route.gates(), period),
                stored,
                register,
                FirmSessions.of(
                        FirmSessions.planned(register, period),
                        route.gates(),
                        policy.countingRules(period.to()),
                        register,
                        Set.of()),
                parents);
        List<Found> found = new ArrayList<>(caseChecks.of(referred));
        found.addAll(parentChecks.of(referred));
        return found.stream().map(one -> weighed(file, one, keep)).toList();
    }

    private Check weighed(CaseFile file, Found one, boolean keep) {
        if (one.result() == Result.MET) {
            return check(one, "", "");
        }
        Map<String, Object> facts =
                Map.of("check", one.code(), "result", one.result().word());
        List<Fired> fired = keep ? decisions.decide(TABLE, file.ref().value(), facts) : decisions.ask(TABLE, facts);
        if (fired.isEmpty()) {
            throw new IllegalStateException("The table " + TABLE + " has no rule for " + one.code());
        }
        return check(one, fired.get(0).out("weight"), fired.get(0).out("cure"));
    }

    private Check check(Found one, String weight, String cure) {
        return new Check(
                one.code(),
                one.parent(),
                one.result(),
                one.found(),
                one.source(),
                clock.instant(),
                one.cure().isBlank() ? cure : one.cure(),
                one.earliestOn(),
                weight.equals(STOPS),
                View.NONE,
                "",
                Optional.empty());
    }
}
