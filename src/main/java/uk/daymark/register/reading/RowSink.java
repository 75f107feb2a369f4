package uk.daymark.register.reading;

/** Takes what is read, in the order of the file. Every line after the header reaches exactly one of {@code row} and {@code reject}. */
public interface RowSink {

    /** A line that could be read. */
    void row(Row row);

    /** A line that could not, with all that is wrong with it; never empty, all of the same line. */
    void reject(java.util.List<Reject> faults);

    /** Something the person should know of a line that was read all the same. */
    void warning(Reject note);
}
