package uk.daymark.enforcement.ledger;

import java.util.Locale;
import java.util.regex.Pattern;

/** Whether what a payer wrote points to a notice. It only narrows what a person has to look at; nothing is matched by it. */
final class PaymentHints {

    private static final Pattern NOT_A_LETTER = Pattern.compile("[^\\p{L}]+");
    private static final int SHORTEST_NAME = 3;
    private static final int FEWEST_DIGITS = 4;

    private PaymentHints() {}

    /** Whether the parent's surname, or the number of the notice, stands in the words. */
    static boolean pointTo(String words, Notice notice) {
        String name = notice.parentName().strip();
        String surname = name.substring(name.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
        boolean named = surname.length() >= SHORTEST_NAME
                && NOT_A_LETTER.splitAsStream(words.toLowerCase(Locale.ROOT)).anyMatch(surname::equals);
        String digits = words.replaceAll("[^0-9]", "");
        String number = notice.ref().value().substring(notice.ref().value().lastIndexOf('-') + 1);
        return named || (digits.length() >= FEWEST_DIGITS && digits.endsWith(number));
    }
}
