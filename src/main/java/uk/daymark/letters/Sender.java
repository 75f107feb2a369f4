package uk.daymark.letters;

/** Who writes a letter and sends it. */
public enum Sender {
    /** The pupil's school, to every parent it may write to. */
    SCHOOL,
    /** The pupil's local authority, to one parent. */
    AUTHORITY
}
