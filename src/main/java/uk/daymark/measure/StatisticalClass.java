package uk.daymark.measure;

/** What a mark means for the figures (statistical class of a register code). */
public enum StatisticalClass {
    /** In school; counts as attending. */
    PRESENT,
    /** At an approved educational activity; counts as attending. */
    APPROVED,
    /** Absent with leave or another reason the law accepts. */
    AUTHORISED,
    /** Absent without an accepted reason. */
    UNAUTHORISED,
    /** Not a possible attendance: the session leaves the denominator. */
    NOT_POSSIBLE,
    /** Not collected at all: no session for this pupil, such as a planned closure. */
    NOT_COLLECTED;

    /** Whether the pupil counts as attending. */
    public boolean attending() {
        return this == PRESENT || this == APPROVED;
    }

    /** Whether the pupil counts as absent. */
    public boolean absent() {
        return this == AUTHORISED || this == UNAUTHORISED;
    }

    /** Whether the session belongs to the denominator. */
    public boolean possible() {
        return attending() || absent();
    }
}
