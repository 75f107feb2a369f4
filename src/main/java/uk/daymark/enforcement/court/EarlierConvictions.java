package uk.daymark.enforcement.court;

import java.util.Set;
import org.springframework.stereotype.Component;
import uk.daymark.enforcement.referral.ParentKey;
import uk.daymark.enforcement.referral.ProsecutedBefore;
import uk.daymark.measure.AttendanceCode;

/** Says of a parent in a case whether the court convicted them, by what each prosecution charged. */
@Component
class EarlierConvictions implements ProsecutedBefore {

    private static final String CONVICTED = "convicted";

    private final Prosecutions prosecutions;

    EarlierConvictions(Prosecutions prosecutions) {
        this.prosecutions = prosecutions;
    }

    @Override
    public boolean convicted(ParentKey key, Set<AttendanceCode> leave) {
        return prosecutions.of(key).stream()
                .filter(prosecution -> prosecution.outcome().equals(CONVICTED))
                .filter(prosecution -> prosecution.tier() != Tier.PUBLIC_PLACE)
                .anyMatch(prosecution ->
                        prosecution.sessions().stream().anyMatch(charged -> !leave.contains(charged.code())));
    }

    @Override
    public boolean beforeTheCourt(ParentKey key) {
        return prosecutions.of(key).stream()
                .anyMatch(prosecution -> prosecution.standing() == Prosecution.Standing.BEGUN);
    }
}
