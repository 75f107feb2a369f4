package uk.daymark.register;

/**
 * How an import went.
 *
 * @param outcome what became of the file
 * @param answer what the sender is told
 */
public record ImportResult(Outcome outcome, ImportAnswer answer) {

    /** What became of a file. */
    public enum Outcome {
        /** Nothing was written. */
        PREVIEWED,
        /** Its rows are in the register. */
        APPLIED,
        /** Nothing was written, because rows were rejected and only a whole file was to be taken. */
        REFUSED,
        /** Nothing was written yet: a person has to look at it first. */
        HELD
    }
}
