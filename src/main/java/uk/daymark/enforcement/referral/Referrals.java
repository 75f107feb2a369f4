package uk.daymark.enforcement.referral;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.CaseRef;
import uk.daymark.enforcement.referral.Referral.Standing;
import uk.daymark.measure.ProsecutionLimit;
import uk.daymark.people.Scope;

/** Reads referrals: of a case, of a parent, in an officer's queue. What is out of scope is as if it were not there. */
@Service
public class Referrals {

    private final ReferralStore store;
    private final LiableParents parents;
    private final ReferralQueue queue;

    Referrals(ReferralStore store, LiableParents parents, ReferralQueue queue) {
        this.store = store;
        this.parents = parents;
        this.queue = queue;
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
        return decidedAbout(parent, store.of(parent.key().caseRef()));
    }

    private static Optional<Referral> decidedAbout(LiableParent parent, List<Referral> rounds) {
        return rounds.stream()
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
        List<Referral> undecided = new ArrayList<>(store.standing(Standing.SUBMITTED, scope));
        undecided.addAll(store.undecided(scope));
        return queue.of(undecided).stream()
                .sorted(Comparator.comparing((Waiting waiting) ->
                                waiting.actBy().map(ProsecutionLimit::safe).orElse(LocalDate.MAX))
                        .thenComparing(Comparator.comparingInt(Waiting::waited).reversed()))
                .toList();
    }

    /** The referral with what the queue says of it; empty where the case is not there. */
    public Optional<Waiting> waiting(Referral referral) {
        return queue.of(List.of(referral)).stream().findFirst();
    }

    /** The referrals about which is decided for these parents, with what the queue says of each. */
    Map<ParentKey, Waiting> waiting(Collection<LiableParent> asked) {
        Map<CaseRef, List<Referral>> rounds = store.of(
                asked.stream().map(parent -> parent.key().caseRef()).distinct().toList());
        Map<ParentKey, Referral> decided = new LinkedHashMap<>();
        asked.forEach(
                parent -> decidedAbout(parent, rounds.getOrDefault(parent.key().caseRef(), List.of()))
                        .ifPresent(referral -> decided.put(parent.key(), referral)));
        Map<Long, Waiting> known = queue.of(decided.values().stream().distinct().toList()).stream()
                .collect(Collectors.toMap(waiting -> waiting.referral().id(), Function.identity()));
        Map<ParentKey, Waiting> waiting = new LinkedHashMap<>();
        decided.forEach((key, referral) ->
                Optional.ofNullable(known.get(referral.id())).ifPresent(one -> waiting.put(key, one)));
        return waiting;
    }
}
