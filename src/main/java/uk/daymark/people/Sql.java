package uk.daymark.people;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Small helps for SQL written by hand. */
final class Sql {

    private Sql() {}

    /** What stands in the column of something that may be absent. */
    static <T> @Nullable T orNull(Optional<T> something) {
        return something.orElse(null);
    }

    /** {@code (?, ?, ?)}, one for each. */
    static String places(Collection<?> values) {
        return values.stream().map(value -> "?").collect(Collectors.joining(", ", "(", ")"));
    }
}
