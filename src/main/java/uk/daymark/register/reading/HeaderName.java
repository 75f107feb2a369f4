package uk.daymark.register.reading;

import java.util.Locale;

/** Names of columns, compared without regard to case, blanks and punctuation. */
final class HeaderName {

    private HeaderName() {}

    /**
     * The name in lower case, letters and digits only: {@code (Contact) Home Email} becomes {@code contacthomeemail}. What only
     * says how the column is written, {@code (T/F)} or {@code (Y/N)}, is left out, and so is the {@code data} that some
     * interfaces put between two levels.
     */
    static String folded(String name) {
        String lower = name.toLowerCase(Locale.ROOT).replace(".data.", ".");
        lower = lower.replace("(t/f)", "").replace("(y/n)", "");
        StringBuilder folded = new StringBuilder(lower.length());
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                folded.append(c);
            }
        }
        return folded.toString();
    }
}
