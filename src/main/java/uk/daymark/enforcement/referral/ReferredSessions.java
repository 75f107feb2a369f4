package uk.daymark.enforcement.referral;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.daymark.cases.CaseFile;
import uk.daymark.enforcement.check.FirmSessions;
import uk.daymark.measure.CompulsorySchoolAge;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.MarkedSession;
import uk.daymark.measure.MeasuredRegister;
import uk.daymark.measure.Session;
import uk.daymark.measure.Timetable;
import uk.daymark.people.PupilId;
import uk.daymark.policy.Policy;
import uk.daymark.register.StoredRegister;
import uk.daymark.register.StoredRegister.PupilRegister;

/** The sessions of a case that a sanction may rest on, as the register stands. */
@Component
public class ReferredSessions {

    private final StoredRegister registers;
    private final ParentCases parents;
    private final Clock clock;

    ReferredSessions(StoredRegister registers, ParentCases parents, Clock clock) {
        this.registers = registers;
        this.parents = parents;
        this.clock = clock;
    }

    /** The pupil's register as of today, with a period to sum up. */
    MeasuredRegister measured(PupilRegister stored, DateRange period) {
        return new MeasuredRegister(
                Timetable.of(stored.parts()),
                stored.parts(),
                stored.marks(),
                stored.unconfirmed(),
                LocalDate.now(clock),
                Optional.of(period),
                stored.dateOfBirth().map(CompulsorySchoolAge::of));
    }

    /** What is stored of a pupil as of today. */
    Optional<PupilRegister> stored(PupilId pupil) {
        return registers.of(pupil, LocalDate.now(clock));
    }

    /** The same of many pupils; one of whom nothing is stored is left out. */
    Map<PupilId, PupilRegister> stored(Collection<PupilId> pupils) {
        return registers.of(pupils, LocalDate.now(clock));
    }

    /** The register of a case's pupil as of today, with a period to sum up; empty where there is none. */
    public Optional<MeasuredRegister> register(CaseFile file, DateRange period) {
        return stored(file.pupil()).map(stored -> measured(stored, period));
    }

    /** Those in a period, whatever notices rely on already. */
    public List<MarkedSession> of(CaseFile file, Route route, DateRange period) {
        return of(file, route, period, Set.of());
    }

    /** Those in a period that are not used before. */
    public List<MarkedSession> of(CaseFile file, Route route, DateRange period, Set<Session> used) {
        Policy policy = parents.policy(file);
        return stored(file.pupil())
                .map(stored -> firm(stored, policy, route, period, used))
                .orElseGet(List::of);
    }

    private List<MarkedSession> firm(
            PupilRegister stored, Policy policy, Route route, DateRange period, Set<Session> used) {
        MeasuredRegister register = measured(stored, period);
        return FirmSessions.of(
                FirmSessions.planned(register, period),
                route.gates(),
                policy.countingRules(period.to()),
                register,
                used);
    }

    /** From the first of them to the last, of a pupil's register as it is stored; empty where there is none. */
    Optional<DateRange> offence(PupilRegister stored, Policy policy, Route route, DateRange period) {
        List<MarkedSession> all = firm(stored, policy, route, period, Set.of());
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(new DateRange(
                        all.get(0).session().date(),
                        all.get(all.size() - 1).session().date()));
    }
}
