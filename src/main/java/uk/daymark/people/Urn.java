package uk.daymark.people;

import java.util.regex.Pattern;

/**
 * A school's unique reference number.
 *
 * @param value six digits
 */
public record Urn(String value) implements Comparable<Urn> {

    private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{6}");

    /** @throws IllegalArgumentException where it is not six digits */
    public Urn {
        if (!SIX_DIGITS.matcher(value).matches()) {
            throw new IllegalArgumentException("A school's URN has six digits, not " + value);
        }
    }

    @Override
    public int compareTo(Urn other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
