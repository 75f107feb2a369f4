package uk.daymark.letters;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Flesch-Kincaid grade of a text: the school year in America in which it is read. Syllables are counted by groups of vowels. */
final class Readability {

    private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");

    private Readability() {}

    static double grade(String text) {
        long sentences = Stream.of(text.split("[.!?:]+\\s"))
                .filter(part -> !part.isBlank())
                .count();
        String[] words = text.replaceAll("[^A-Za-z' ]", " ").strip().split("\\s+");
        long syllables = Stream.of(words).mapToLong(Readability::syllables).sum();
        return 0.39 * words.length / Math.max(1, sentences) + 11.8 * syllables / words.length - 15.59;
    }

    private static long syllables(String word) {
        String spoken = word.toLowerCase(Locale.ROOT).replaceAll("e$|es$|ed$", "");
        return Math.max(1, VOWELS.matcher(spoken).results().count());
    }
}
