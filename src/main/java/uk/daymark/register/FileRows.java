package uk.daymark.register;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The rows of a file about people or calendars, in order, each thing once. A second row of the same thing is either the same, which
 * changes nothing, or contradicts the first and is rejected.
 *
 * @param <K> what names the thing
 * @param <V> what the row says of it
 */
final class FileRows<K, V> {

    private final ImportRun run;
    private final int most;
    private final String column;
    private final String thing;
    private final Map<K, Line<V>> lines = new LinkedHashMap<>();

    FileRows(ImportRun run, int most, String column, String thing) {
        this.run = run;
        this.most = most;
        this.column = column;
        this.thing = thing;
    }

    /** Takes a row; counts or rejects it where an earlier row names the same thing. */
    void take(long line, K key, V said) {
        Line<V> first = lines.get(key);
        if (first == null) {
            if (lines.size() == most) {
                throw new FileTooLargeException("The file has more than " + most
                        + " rows. Nothing was taken from it. Split the file, for example by school.");
            }
            lines.put(key, new Line<>(line, said));
        } else if (first.said.equals(said)) {
            run.unchanged++;
            run.warn(line, column, "", "Line " + first.line + " already says the same of " + thing + ".");
        } else {
            run.reject(
                    line,
                    column,
                    "",
                    "Line " + first.line + " says something else of " + thing
                            + ". Keep the line that is right and take the other out.");
        }
    }

    boolean contains(K key) {
        return lines.containsKey(key);
    }

    void each(Visitor<K, V> visitor) {
        lines.forEach((key, line) -> visitor.at(line.line, key, line.said));
    }

    interface Visitor<K, V> {
        void at(long line, K key, V said);
    }

    private record Line<V>(long line, V said) {}
}
