package uk.daymark.enforcement.ledger;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A notice's reference as people use it: {@code N-2026-0001}, the year in which it came into the ledger and a number of at least four
 * digits.
 *
 * @param value the reference
 */
public record NoticeRef(@JsonValue String value) implements Comparable<NoticeRef> {

    private static final Pattern FORM = Pattern.compile("N-[0-9]{4}-[0-9]{4,9}");

    /** @throws IllegalArgumentException where it has not the form of a reference */
    public NoticeRef {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a notice's reference: " + value);
        }
    }

    /** The reference as somebody typed it, whatever the case; empty where it is none. */
    public static Optional<NoticeRef> typed(String text) {
        String plain = text.strip().toUpperCase(Locale.ROOT);
        return FORM.matcher(plain).matches() ? Optional.of(new NoticeRef(plain)) : Optional.empty();
    }

    @Override
    public int compareTo(NoticeRef other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
