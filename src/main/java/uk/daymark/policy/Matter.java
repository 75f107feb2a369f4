package uk.daymark.policy;

/** What kind of absence a value speaks of. */
public enum Matter {
    /** Leave taken in term time. */
    LEAVE,
    /** Absence of any other kind. */
    IRREGULAR,
    /** Arriving after the register has closed. */
    LATENESS,
    /** An excluded pupil in a public place. */
    EXCLUDED
}
