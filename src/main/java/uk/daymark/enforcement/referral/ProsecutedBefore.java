package uk.daymark.enforcement.referral;

/** Whether a parent was prosecuted in a case, whether or not a notice went before. */
public interface ProsecutedBefore {

    /** Whether a prosecution of that parent ended in a conviction. */
    boolean convicted(ParentKey key);

    /** Whether proceedings against that parent are before the court: then only the court ends them. */
    boolean beforeTheCourt(ParentKey key);
}
