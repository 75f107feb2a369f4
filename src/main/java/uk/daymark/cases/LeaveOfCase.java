package uk.daymark.cases;

import java.util.List;
import uk.daymark.measure.DateRange;
import uk.daymark.people.ContactId;

/** Leave without permission that was handed over to a case, for what the authority asks about it. */
public interface LeaveOfCase {

    /** What was handed over to the case, the earliest first; none where nothing was. */
    List<HandedOver> of(CaseRef ref);

    /**
     * One absence.
     *
     * @param key the key under which its letters were ordered
     * @param days from the first to the last day
     * @param refused whether leave was asked for these days and refused
     * @param liable the parents whom the policy's rule names
     */
    record HandedOver(String key, DateRange days, boolean refused, List<Liable> liable) {

        public HandedOver {
            liable = List.copyOf(liable);
        }
    }

    /**
     * A parent whom the rule names.
     *
     * @param rule the words of the rule as it stood
     * @param why the reason that was given
     */
    record Liable(ContactId contact, String rule, String why) {}
}
