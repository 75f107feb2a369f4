package uk.daymark.measure;

/** The half of a school day that a session fills. */
public enum Half {
    AM,
    PM
}
