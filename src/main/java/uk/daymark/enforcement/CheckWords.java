package uk.daymark.enforcement;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.springframework.stereotype.Component;

/** What the checks of a referral are called, whichever way they come out. */
@Component
public class CheckWords {

    private final ResourceBundle names = ResourceBundle.getBundle(
            "messages/referral-checks", Locale.UK, getClass().getClassLoader());

    /** The name of the check with that code; the code in lower case where it has none. */
    public String name(String code) {
        try {
            return names.getString(code);
        } catch (MissingResourceException unnamed) {
            String words = code.replace('_', ' ').toLowerCase(Locale.UK);
            return words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
        }
    }
}
