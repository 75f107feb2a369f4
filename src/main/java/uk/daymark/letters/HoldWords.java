package uk.daymark.letters;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.springframework.stereotype.Component;

/** What the rules that speak against sending a letter are called in lists. */
@Component
public class HoldWords {

    private final ResourceBundle names = ResourceBundle.getBundle(
            "messages/letter-holds", Locale.UK, getClass().getClassLoader());

    /** The name of the rule of that id; its id as words where an earlier table had it and it has none now. */
    public String name(String rule) {
        try {
            return names.getString(rule);
        } catch (MissingResourceException unnamed) {
            String words = rule.replace('-', ' ');
            return words.isEmpty() ? "" : words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
        }
    }
}
