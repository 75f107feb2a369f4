package uk.daymark.enforcement.publicplace;

import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.cases.CaseRef;
import uk.daymark.enforcement.PublicPlaceFacts;
import uk.daymark.enforcement.referral.PublicPlaceEvidence;
import uk.daymark.measure.DateRange;

/** Tells referrals and notices what is on record of a sighting. */
@Component
class SightingEvidence implements PublicPlaceEvidence {

    private final PublicPlaces places;

    SightingEvidence(PublicPlaces places) {
        this.places = places;
    }

    @Override
    public Optional<PublicPlaceFacts> of(CaseRef ref, DateRange days) {
        return places.facts(ref, days);
    }

    @Override
    public Optional<DateRange> seen(CaseRef ref) {
        return places.sighting(ref).map(sighting -> new DateRange(sighting.on(), sighting.on()));
    }
}
