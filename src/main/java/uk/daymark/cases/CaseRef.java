package uk.daymark.cases;

/**
 * A case's reference as people use it: {@code A-2026-0412}, the year in which it was opened and a number of at least four digits.
 *
 * @param value the reference
 */
public record CaseRef(String value) {

    public CaseRef {
        if (!value.matches("A-\\d{4}-\\d{4,9}")) {
            throw new IllegalArgumentException("Not a case reference: " + value);
        }
    }

    /** Whether the text has the form of a reference. */
    public static boolean fits(String text) {
        return text.matches("A-\\d{4}-\\d{4,9}");
    }

    @Override
    public String toString() {
        return value;
    }
}
