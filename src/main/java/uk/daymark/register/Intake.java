package uk.daymark.register;

import uk.daymark.register.reading.Row;

/** Takes the rows of one file, then compares them with what is stored. */
interface Intake {

    /** A row, in the order of the file. */
    void take(Row row);

    /**
     * Compares what was taken with what is stored: counts rows, rejects those that do not fit, says the effects.
     *
     * @param apply whether to write as well, so far as the run allows
     */
    void compare(boolean apply);
}
