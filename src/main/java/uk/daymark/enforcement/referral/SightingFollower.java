package uk.daymark.enforcement.referral;

import java.time.LocalDate;
import uk.daymark.cases.CaseRef;

/** Is told, in the transaction of the change, that a sighting of a suspended pupil on which a case rests counts no longer. */
public interface SightingFollower {

    /**
     * The sighting of that day counts no longer.
     *
     * @param seenOn the day; the case may have other sightings, which this says nothing about
     * @param because why, as a sentence for people
     */
    void countsNoLonger(CaseRef ref, LocalDate seenOn, String because);
}
