package uk.daymark.enforcement.referral;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
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

/** Reads referrals: of a case, in an officer's queue, of a panel's sitting. What is out of scope is as if it were not there. */
@Service
public class Referrals {

    private static final ZoneId LONDON = LondonTime.ZONE;

    private final ReferralStore store;
    private final Cases cases;
    private final ParentCases parentCases;
    private final LiableParents parents;
    private final ReferredSessions sessions;
    private final WorkingDays workingDays;
    private final Clock clock;

    Referrals(
            ReferralStore store,
            Cases cases,
            ParentCases parentCases,
            LiableParents parents,
            ReferredSessions sessions,
            BankHolidayChanges changes,
            Clock clock) {
        this.store = store;
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
     */
    public record Waiting(
            Referral referral,
            CaseFile file,
            List<LiableParent> parents,
            int undecided,
            int waited,
            Optional<Integer> promised,
            Optional<ProsecutionLimit> actBy) {

        public Waiting {
            parents = List.copyOf(parents);
        }

        /** Whether more working days have gone by than were promised. */
        public boolean late() {
            return promised.filter(days -> waited > days).isPresent();
        }
    }

    /** What a panel's sitting has to decide: one parent. */
    public record Item(Waiting waiting, ParentCase parent) {}

    /** The case's referral as it stands: its last round. */
    public Optional<Referral> of(CaseRef ref) {
        List<Referral> rounds = store.of(ref);
        return rounds.isEmpty() ? Optional.empty() : Optional.of(rounds.get(rounds.size() - 1));
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
     * act by, then by how long it has waited.
     */
    public List<Waiting> waiting(Scope scope) {
        return Stream.concat(
                        store.standing(Standing.SUBMITTED, scope).stream(),
                        store.standing(Standing.ACCEPTED, scope).stream())
                .flatMap(referral -> waiting(referral).stream())
                .filter(waiting -> waiting.undecided() > 0)
                .sorted(Comparator.comparing((Waiting waiting) ->
                                waiting.actBy().map(ProsecutionLimit::safe).orElse(LocalDate.MAX))
                        .thenComparing(Comparator.comparingInt(Waiting::waited).reversed()))
                .toList();
    }

    /** The parents whom a sitting of that day decides about, or has decided. */
    public List<Item> sitting(LocalDate on, Scope scope) {
        List<Item> items = new ArrayList<>();
        for (Referral referral : store.sitting(on, scope)) {
            waiting(referral)
                    .ifPresent(waiting -> waiting.parents()
                            .forEach(parent -> items.add(new Item(
                                    waiting, parentCases.of(parent.key().toString())))));
        }
        return items;
    }

    /** The days from today on for which anything is accepted. */
    public List<LocalDate> nextSittings(Scope scope) {
        return store.sittingsFrom(LocalDate.now(clock), scope);
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
                            .filter(parent -> undecided(referral, parent))
                            .count(),
                    referral.submitted()
                            .map(said ->
                                    workingDaysSince(said.at().atZone(LONDON).toLocalDate()))
                            .orElse(0),
                    policy.number("sla.la_decision", LocalDate.now(clock)),
                    sessions.offence(file, referral.route(), referral.period())
                            .flatMap(offence -> limit(policy, offence)));
        });
    }

    /** Somebody at the authority has still to decide: also who is investigated, and whose notice is not issued yet or waits for a day. */
    private static boolean undecided(Referral referral, LiableParent parent) {
        return referral.standing() == Standing.SUBMITTED
                || switch (parent.standing()) {
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
