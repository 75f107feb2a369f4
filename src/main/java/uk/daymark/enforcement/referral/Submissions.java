package uk.daymark.enforcement.referral;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.cases.CaseRef;
import uk.daymark.enforcement.ReferralRoute;
import uk.daymark.enforcement.referral.Referral.Standing;
import uk.daymark.measure.DateRange;
import uk.daymark.people.ContactId;
import uk.daymark.time.LondonTime;

/** When schools submitted their referrals: the day on which the time to refer is measured. */
@Component
public class Submissions {

    private final ReferralStore store;
    private final LiableParents parents;

    Submissions(ReferralStore store, LiableParents parents) {
        this.store = store;
        this.parents = parents;
    }

    /**
     * When a case was first referred by those gates for days of that period; empty where it was not, or only for other days. A referral
     * that was returned keeps the day on which it went first; one made anew after an answer has its own.
     */
    public Optional<LocalDate> first(CaseRef ref, ReferralRoute gates, DateRange period) {
        return first(store.of(ref), gates, period);
    }

    /**
     * The same for what is decided about a parent: the round taken up for that parent or, where none was, the last that was accepted.
     * What the school prepares or submits after it changes nothing about it.
     */
    public Optional<LocalDate> first(CaseRef ref, ContactId parent, ReferralRoute gates, DateRange period) {
        List<Referral> rounds = store.of(ref);
        int last = parents.of(ref).stream()
                .filter(one -> one.contact().equals(parent))
                .mapToInt(LiableParent::round)
                .filter(round -> round > 0)
                .findFirst()
                .orElseGet(() -> lastAccepted(rounds));
        return first(rounds.stream().filter(round -> round.round() <= last).toList(), gates, period);
    }

    private static int lastAccepted(List<Referral> rounds) {
        return rounds.stream()
                .filter(round -> round.standing() == Standing.ACCEPTED)
                .mapToInt(Referral::round)
                .max()
                .orElse(Integer.MAX_VALUE);
    }

    private static Optional<LocalDate> first(List<Referral> rounds, ReferralRoute gates, DateRange period) {
        Optional<LocalDate> first = Optional.empty();
        boolean returned = false;
        for (Referral round : rounds) {
            if (round.route().gates() != gates || !round.period().overlaps(period)) {
                continue;
            }
            Optional<LocalDate> submitted = round.submitted()
                    .map(said -> said.at().atZone(LondonTime.ZONE).toLocalDate());
            first = returned && first.isPresent() ? first : submitted;
            returned = round.standing() == Standing.RETURNED;
        }
        return first;
    }
}
