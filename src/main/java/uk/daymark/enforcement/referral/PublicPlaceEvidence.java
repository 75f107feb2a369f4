package uk.daymark.enforcement.referral;

import java.util.Optional;
import uk.daymark.cases.CaseRef;
import uk.daymark.enforcement.PublicPlaceFacts;
import uk.daymark.measure.DateRange;

/** What is on record of a suspended pupil who was seen in a public place. */
public interface PublicPlaceEvidence {

    /** Of the case's last sighting on one of these days; empty where there is none on them, whatever other days have. */
    Optional<PublicPlaceFacts> of(CaseRef ref, DateRange days);

    /** The day of the case's last sighting; empty where there is none. */
    Optional<DateRange> seen(CaseRef ref);
}
