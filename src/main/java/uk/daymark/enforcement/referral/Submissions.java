package uk.daymark.enforcement.referral;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.cases.CaseRef;
import uk.daymark.enforcement.ReferralRoute;
import uk.daymark.enforcement.referral.Referral.Standing;
import uk.daymark.measure.DateRange;
import uk.daymark.time.LondonTime;

/** When schools submitted their referrals: the day on which the time to refer is measured. */
@Component
public class Submissions {

    private final ReferralStore store;

    Submissions(ReferralStore store) {
        this.store = store;
    }

    /**
     * When a case was first referred by those gates for days of that period; empty where it was not, or only for other days. A referral
     * that was returned keeps the day on which it went first; one made anew after an answer has its own.
     */
    public Optional<LocalDate> first(CaseRef ref, ReferralRoute gates, DateRange period) {
        Optional<LocalDate> first = Optional.empty();
        boolean returned = false;
        for (Referral round : store.of(ref)) {
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
