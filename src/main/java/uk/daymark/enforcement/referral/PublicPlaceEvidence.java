package uk.daymark.enforcement.referral;

import java.util.Optional;
import uk.daymark.cases.CaseRef;
import uk.daymark.enforcement.PublicPlaceFacts;
import uk.daymark.measure.DateRange;

/** What is on record of a suspended pupil who was seen in a public place. */
public interface PublicPlaceEvidence {

    /** Of the case's last sighting; empty where there is none. */
    Optional<PublicPlaceFacts> of(CaseRef ref);

    /** The day or days of that sighting; empty where there is none. */
    Optional<DateRange> seen(CaseRef ref);
}
