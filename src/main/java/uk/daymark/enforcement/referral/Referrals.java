package uk.daymark.enforcement.referral;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.CaseRef;
import uk.daymark.cases.Cases;
import uk.daymark.enforcement.referral.Referral.Standing;
import uk.daymark.measure.BankHolidays;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.ProsecutionLimit;
import uk.daymark.measure.WorkingDays;
import uk.daymark.people.Scope;
import uk.daymark.policy.BankHolidayChanges;
import uk.daymark.policy.Policy;
import uk.daymark.time.LondonTime;

/** Reads referrals: of a case, of a parent, in an officer's queue. What is out of scope is as if it were not there. */
@Service
public class Referrals {

    private static final ZoneId LONDON = LondonTime.ZONE;

    private final ReferralStore store;
    private final ReferralCases referralCases;
    private final Cases cases;
    private final ParentCases parentCases;
    private final LiableParents parents;
    private final ReferredSessions sessions;
    private final WorkingDays workingDays;
    private final Clock clock;

    Referrals(
            ReferralStore store,
            ReferralCases referralCases,
            Cases cases,
            ParentCases parentCases,
            LiableParents parents,
            ReferredSessions sessions,
            BankHolidayChanges changes,
            Clock clock) {
        this.store = store;
        this.referralCases = referralCases;
        this.cases = cases;
        this.parentCases = parentCases;
        this.parents = parents;
        this.sessions = sessions;
        this.workingDays = new WorkingDays(new BankHolidays(changes.extra(), changes.removed()));
        this.clock = clock;
    }

    /**
     * A referral that waits at the authority.
     *
     * @param parents those it names
     * @param undecided how many of them somebody at the authority has still to decide about; all while it is not accepted
     * @param waited working days since it was submitted
     * @param promised within how many working days the authority answers, where its policy says so
     * @param actBy the last days to begin a prosecution for the sessions it rests on; empty where there are none any more
     * @param sittingOn the panel's next sitting that has to decide about a parent whom it names; empty where none is asked
     */
    public record Waiting(
            Referral referral,
            CaseFile file,
            List<LiableParent> parents,
            int undecided,
            int waited,
            Optional<Integer> promised,
            Optional<ProsecutionLimit> actBy,
            Optional<LocalDate> sittingOn) {

        public Waiting {
            parents = List.copyOf(parents);
        }

        /** Whether more working days have gone by than were promised. */
        public boolean late() {
            return promised.filter(days -> waited > days).isPresent();
        }
    }

    /** The case's referral as it stands: its last round. */
    public Optional<Referral> of(CaseRef ref) {
        List<Referral> rounds = store.of(ref);
        return rounds.isEmpty() ? Optional.empty() : Optional.of(rounds.get(rounds.size() - 1));
    }

    /** The referral about which is decided for a parent: the round taken up last, which a later one of the case does not change. */
    public Optional<Referral> of(LiableParent parent) {
        return store.of(parent.key().caseRef()).stream()
                .filter(referral -> parent.round() == 0
                        ? referral.standing() == Standing.ACCEPTED
                        : referral.round() == parent.round())
                .reduce((earlier, later) -> later);
    }

    /** Every round of a case, the first first. */
    public List<Referral> rounds(CaseRef ref) {
        return store.of(ref);
    }

    /** The parents whom a referral names, in the order of their numbers. */
    public List<LiableParent> parents(Referral referral) {
        return parents.of(referral.caseRef()).stream()
                .filter(parent -> referral.parents().contains(parent.key().number()))
                .toList();
    }

    /**
     * What waits at the authority: what an officer has still to look at, and what is accepted with a parent undecided. By the day to
     * act by, then by how long it has waited. The day to act by follows the register as it stands, so it is reckoned for each of them to
     * put them in order; what is decided is not read.
     */
    public List<Waiting> waiting(Scope scope) {
        return Stream.concat(store.standing(Standing.SUBMITTED, scope).stream(), store.undecided(scope).stream())
                .flatMap(referral -> waiting(referral).stream())
                .sorted(Comparator.comparing((Waiting waiting) ->
                                waiting.actBy().map(ProsecutionLimit::safe).orElse(LocalDate.MAX))
                        .thenComparing(Comparator.comparingInt(Waiting::waited).reversed()))
                .toList();
    }

    /** The referral with what the queue says of it; empty where the case is not there. */
    public Optional<Waiting> waiting(Referral referral) {
        return cases.find(referral.caseRef()).map(file -> {
            Policy policy = parentCases.policy(file);
            List<LiableParent> named = parents(referral);
            return new Waiting(
                    referral,
                    file,
                    named,
                    (int) named.stream()
                            .filter(parent -> undecided(referral, parent, file))
                            .count(),
                    referral.submitted()
                            .map(said ->
                                    workingDaysSince(said.at().atZone(LONDON).toLocalDate()))
                            .orElse(0),
                    policy.number("sla.la_decision", LocalDate.now(clock)),
                    sessions.offence(file, referral.route(), referral.period())
                            .flatMap(offence -> limit(policy, offence)),
                    sittingOn(referral, named, file));
        });
    }

    /** The first for which a decision is asked; what an earlier sitting has left undecided is asked of the next. */
    private Optional<LocalDate> sittingOn(Referral referral, List<LiableParent> named, CaseFile file) {
        LocalDate today = LocalDate.now(clock);
        return named.stream()
                .filter(parent -> parent.round() == referral.round())
                .filter(parent -> parent.standing() == LiableParent.Standing.TO_DECIDE)
                .flatMap(parent -> parent.sittingOn().stream())
                .min(LocalDate::compareTo)
                .flatMap(asked -> asked.isBefore(today) ? referralCases.sittingFromToday(file) : Optional.of(asked));
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
