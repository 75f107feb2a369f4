package uk.daymark.cases;

import java.util.Locale;

/** What stages of a case are called. */
public final class StageWords {

    private StageWords() {}

    /** A stage's id as words: "Concern letter". */
    public static String of(String stage) {
        String words = stage.replace('-', ' ').replace('_', ' ').toLowerCase(Locale.UK);
        return words.isEmpty() ? "" : words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
    }
}
