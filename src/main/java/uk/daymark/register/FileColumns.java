package uk.daymark.register;

import java.util.Optional;
import java.util.Set;

/**
 * What a file says and what it leaves unsaid. A field for which the file has no column stays as it is stored: a report without {@code
 * do_not_contact} does not lift it. A column that is there speaks, also by an empty cell: empty text, no date, no.
 *
 * @param names the canonical names of the columns that the file has
 */
record FileColumns(Set<String> names) {

    /** What is known from now on of a field: what the file says where it has the column, else what was known. */
    <T> T of(String column, T said, T known) {
        return names.contains(column) ? said : known;
    }

    /** The same of something that is never forgotten: an empty cell leaves it as it is. */
    static <T> Optional<T> kept(Optional<T> said, Optional<T> known) {
        return said.isPresent() ? said : known;
    }

    /** Whether the file has that column. */
    boolean has(String column) {
        return names.contains(column);
    }
}
