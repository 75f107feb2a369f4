package uk.daymark.workflow;

import java.util.List;

/**
 * What processes and records are about, as a query that can stand within another, so that a search is one question to the database.
 *
 * @param select SQL with places for the values; it gives one column named {@code subject}: a case's reference, or a key that begins with
 *     it and a stroke
 * @param values what stands in the places
 */
public record KeysSql(String select, List<Object> values) {

    public KeysSql {
        values = List.copyOf(values);
    }
}
