package uk.daymark.worklist;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** The words of a bundle under {@code messages/}: what a feature's tasks say to the people who do them. */
public class WordBook {

    private final ResourceBundle words;

    /** @param bundle its name: {@code messages.case-tasks} */
    public WordBook(String bundle) {
        this.words = ResourceBundle.getBundle(bundle, Locale.ROOT);
    }

    /** Whether there are words of that name. */
    public boolean has(String name) {
        return words.containsKey(name);
    }

    /** The words of that name with these filled in. */
    public String say(String name, Object... filledIn) {
        // An apostrophe is a mark of quotation to the format, and a word's own to people.
        return new MessageFormat(words.getString(name).replace("'", "''"), Locale.UK).format(filledIn);
    }

    /** As {@link #say}; empty where there are no words of that name. */
    public Optional<String> maybe(String name, Object... filledIn) {
        return has(name) ? Optional.of(say(name, filledIn)) : Optional.empty();
    }
}
