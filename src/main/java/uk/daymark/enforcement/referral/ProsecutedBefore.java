package uk.daymark.enforcement.referral;

import java.util.Set;
import uk.daymark.measure.AttendanceCode;

/** Whether a parent was prosecuted in a case, whether or not a notice went before. */
public interface ProsecutedBefore {

    /**
     * Whether a prosecution of that parent for missed sessions ended in a conviction; not where every session charged was leave, and not
     * for a suspended pupil in a public place.
     *
     * @param leave the codes of leave
     */
    boolean convicted(ParentKey key, Set<AttendanceCode> leave);

    /** Whether proceedings against that parent are before the court: then only the court ends them. */
    boolean beforeTheCourt(ParentKey key);
}
