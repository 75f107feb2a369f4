package uk.daymark.reports;

import java.util.List;
import java.util.Optional;

/**
 * What a report says.
 *
 * @param headline the answer in one sentence
 * @param asOf what the figures rest on and of when it is: "Register as of 9:12am on 4 June 2026"; at least one line
 * @param filters what may be chosen beside period and school
 * @param table the figures, or the rows behind one
 * @param chart the same figures drawn
 * @param notes what has to be known to read the figures rightly, a sentence each
 * @param definitions what the words mean
 */
public record ReportResult(
        String headline,
        List<String> asOf,
        List<FilterBox> filters,
        ReportTable table,
        Optional<Chart> chart,
        List<String> notes,
        List<Definition> definitions) {

    public ReportResult {
        if (asOf.isEmpty()) {
            throw new IllegalArgumentException("Figures without a day cannot be read");
        }
        asOf = List.copyOf(asOf);
        filters = List.copyOf(filters);
        notes = List.copyOf(notes);
        definitions = List.copyOf(definitions);
    }

    /** A list without anything to choose, to draw or to define. */
    public static ReportResult list(String headline, List<String> asOf, ReportTable table) {
        return new ReportResult(headline, asOf, List.of(), table, Optional.empty(), List.of(), List.of());
    }
}
