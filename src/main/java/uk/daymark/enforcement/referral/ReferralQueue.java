package uk.daymark.enforcement.referral;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.CaseRef;
import uk.daymark.cases.Cases;
import uk.daymark.enforcement.referral.Referral.Standing;
import uk.daymark.enforcement.referral.Referrals.Waiting;
import uk.daymark.measure.BankHolidays;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.ProsecutionLimit;
import uk.daymark.measure.WorkingDays;
import uk.daymark.people.PupilId;
import uk.daymark.people.School;
import uk.daymark.people.Schools;
import uk.daymark.people.Urn;
import uk.daymark.policy.BankHolidayChanges;
import uk.daymark.policy.Policy;
import uk.daymark.register.StoredRegister.PupilRegister;
import uk.daymark.time.LondonTime;

/** What the queue says of referrals. All that is asked is asked of many at once: a queue is as long as the authority makes it. */
@Component
class ReferralQueue {

    private final Cases cases;
    private final ReferralCases referralCases;
    private final ParentCases parentCases;
    private final LiableParents parents;
    private final ReferredSessions sessions;
    private final Schools schools;
    private final WorkingDays workingDays;
    private final Clock clock;

    ReferralQueue(
            Cases cases,
            ReferralCases referralCases,
            ParentCases parentCases,
            LiableParents parents,
            ReferredSessions sessions,
            Schools schools,
            BankHolidayChanges changes,
            Clock clock) {
        this.cases = cases;
        this.referralCases = referralCases;
        this.parentCases = parentCases;
        this.parents = parents;
        this.sessions = sessions;
        this.schools = schools;
        this.workingDays = new WorkingDays(new BankHolidays(changes.extra(), changes.removed()));
        this.clock = clock;
    }

    /** The referrals with what the queue says of each, in the same order; one whose case is not there is left out. */
    List<Waiting> of(List<Referral> referrals) {
        Known known = new Known(referrals);
        return referrals.stream()
                .flatMap(referral -> Optional.ofNullable(known.files.get(referral.caseRef())).stream()
                        .map(file -> waiting(referral, file, known)))
                .toList();
    }

    /** What is asked once for all of them. */
    private final class Known {

        private final Map<CaseRef, CaseFile> files;
        private final Map<CaseRef, List<LiableParent>> named;
        private final Map<PupilId, PupilRegister> registers;
        private final Map<Urn, School> schoolOf;
        private final Map<Urn, Optional<LocalDate>> sittings = new HashMap<>();

        Known(List<Referral> referrals) {
            List<CaseRef> refs =
                    referrals.stream().map(Referral::caseRef).distinct().toList();
            files = cases.find(refs).stream().collect(Collectors.toMap(CaseFile::ref, Function.identity()));
            named = parents.of(refs);
            registers = sessions.stored(
                    files.values().stream().map(CaseFile::pupil).distinct().toList());
            schoolOf = schools.find(
                    files.values().stream().map(CaseFile::school).distinct().toList());
        }

        Policy policy(CaseFile file) {
            return parentCases.policy(
                    Optional.ofNullable(schoolOf.get(file.school())).orElseThrow());
        }

        List<LiableParent> parents(Referral referral) {
            return named.getOrDefault(referral.caseRef(), List.of()).stream()
                    .filter(parent -> referral.parents().contains(parent.key().number()))
                    .toList();
        }

        Optional<LocalDate> sittingFromToday(CaseFile file) {
            return sittings.computeIfAbsent(file.school(), urn -> referralCases.sittingFromToday(file));
        }
    }

    private Waiting waiting(Referral referral, CaseFile file, Known known) {
        Policy policy = known.policy(file);
        LocalDate today = LocalDate.now(clock);
        List<LiableParent> named = known.parents(referral);
        return new Waiting(
                referral,
                file,
                named,
                (int) named.stream()
                        .filter(parent -> undecided(referral, parent, file))
                        .count(),
                referral.submitted()
                        .map(said -> workingDaysSince(
                                said.at().atZone(LondonTime.ZONE).toLocalDate()))
                        .orElse(0),
                policy.number("sla.la_decision", today),
                Optional.ofNullable(known.registers.get(file.pupil()))
                        .flatMap(stored -> sessions.offence(stored, policy, referral.route(), referral.period()))
                        .flatMap(offence -> limit(policy, offence)),
                sittingOn(referral, named, file, known));
    }

    /** The first for which a decision is asked; what an earlier sitting has left undecided is asked of the next. */
    private Optional<LocalDate> sittingOn(Referral referral, List<LiableParent> named, CaseFile file, Known known) {
        LocalDate today = LocalDate.now(clock);
        return named.stream()
                .filter(parent -> parent.round() == referral.round())
                .filter(parent -> parent.standing() == LiableParent.Standing.TO_DECIDE)
                .flatMap(parent -> parent.sittingOn().stream())
                .min(LocalDate::compareTo)
                .flatMap(asked -> asked.isBefore(today) ? known.sittingFromToday(file) : Optional.of(asked));
    }

    /**
     * Somebody at the authority has still to decide: also who is investigated, and whose notice is not issued yet or waits for a day. A
     * round that an earlier one holds up for a parent waits while the case is open. As {@link
     * ReferralStore#undecided}.
     */
    private static boolean undecided(Referral referral, LiableParent parent, CaseFile file) {
        if (referral.standing() == Standing.SUBMITTED) {
            return true;
        }
        if (parent.round() != referral.round()) {
            return parent.round() < referral.round() && file.status() == CaseFile.Status.OPEN;
        }
        return switch (parent.standing()) {
            case NAMED, TO_DECIDE, INVESTIGATION, SUPERVISION_ORDER -> true;
            case PENALTY_NOTICE -> parent.notice().isEmpty();
            case NOTICE_TO_IMPROVE, PROSECUTION, ENDED -> false;
        };
    }

    private Optional<ProsecutionLimit> limit(Policy policy, DateRange offence) {
        return policy.number("prosecution.limit", LocalDate.now(clock))
                .map(months -> ProsecutionLimit.of(offence, months));
    }

    private int workingDaysSince(LocalDate day) {
        return (int) day.datesUntil(LocalDate.now(clock))
                .map(earlier -> earlier.plusDays(1))
                .filter(workingDays::contains)
                .count();
    }
}
