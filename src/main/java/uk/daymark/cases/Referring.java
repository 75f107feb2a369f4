package uk.daymark.cases;

import java.util.Optional;
import uk.daymark.measure.DateRange;

/** Begins referrals of cases to the authority. A case has one referral at a time that is prepared or looked at. */
public interface Referring {

    /**
     * Has a referral of the case prepared. While another is being prepared or looked at it is kept, and begun when that is answered for
     * good; the journal and the case's page say so. Where the school is preparing one that asks the same, it goes into that.
     */
    void begin(CaseRef ref, Wanted wanted);

    /**
     * What a referral asks.
     *
     * @param route the word of its route: irregular, leave, public-place
     * @param days the days that it is about; empty where they follow from the register as it begins
     */
    record Wanted(String route, Optional<DateRange> days) {}
}
