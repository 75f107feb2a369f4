package uk.daymark.enforcement.referral;

/** Which gentler tools were used for a parent in a case. */
public interface TriedBefore {

    /** Whether a notice to improve was posted to that parent, however it ended; one that nobody gave is none. */
    boolean improvement(ParentKey key);
}
