package uk.daymark.register.reading;

import java.util.Optional;

/**
 * A date of three numbers with slashes, before anybody knows which is the day.
 *
 * @param first the first number, day or month
 * @param second the second, month or day
 * @param year the third
 * @param fullYear whether the year has four digits
 */
record SlashDate(int first, int second, int year, boolean fullYear) {

    /** Three numbers with slashes of one or two, one or two, and two or four digits; empty where the text is something else. */
    static Optional<SlashDate> of(String text) {
        int one = text.indexOf('/');
        int two = text.indexOf('/', one + 1);
        if (one < 1 || one > 2 || two - one < 2 || two - one > 3) {
            return Optional.empty();
        }
        int year = text.length() - two - 1;
        if ((year != 2 && year != 4)
                || !Dates.digits(text, 0, one)
                || !Dates.digits(text, one + 1, two)
                || !Dates.digits(text, two + 1, text.length())) {
            return Optional.empty();
        }
        return Optional.of(new SlashDate(
                Dates.number(text, 0, one),
                Dates.number(text, one + 1, two),
                Dates.number(text, two + 1, text.length()),
                year == 4));
    }
}
