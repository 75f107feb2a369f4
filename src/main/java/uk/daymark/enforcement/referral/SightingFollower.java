package uk.daymark.enforcement.referral;

import uk.daymark.cases.CaseRef;

/** Is told, in the transaction of the change, that the sighting of a suspended pupil on which a case rests counts no longer. */
public interface SightingFollower {

    /** @param because why, as a sentence for people */
    void countsNoLonger(CaseRef ref, String because);
}
