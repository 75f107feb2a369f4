package uk.daymark.reports;

/**
 * A column of a report's table.
 *
 * @param title its head
 * @param numeric whether it holds numbers, which stand to the right
 */
public record Column(String title, boolean numeric) {

    /** A column of words. */
    public static Column words(String title) {
        return new Column(title, false);
    }

    /** A column of numbers. */
    public static Column numbers(String title) {
        return new Column(title, true);
    }
}
