package uk.daymark.enforcement.court;

import org.springframework.stereotype.Component;
import uk.daymark.enforcement.referral.ParentKey;
import uk.daymark.enforcement.referral.ProsecutedBefore;

/** Says of a parent in a case whether the court convicted them. */
@Component
class EarlierConvictions implements ProsecutedBefore {

    private static final String CONVICTED = "convicted";

    private final Prosecutions prosecutions;

    EarlierConvictions(Prosecutions prosecutions) {
        this.prosecutions = prosecutions;
    }

    @Override
    public boolean convicted(ParentKey key) {
        return prosecutions.of(key).stream()
                .anyMatch(prosecution -> prosecution.outcome().equals(CONVICTED));
    }

    @Override
    public boolean beforeTheCourt(ParentKey key) {
        return prosecutions.of(key).stream()
                .anyMatch(prosecution -> prosecution.standing() == Prosecution.Standing.BEGUN);
    }
}
