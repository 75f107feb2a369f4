package uk.daymark.letters.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The words around and between what is filled in, from {@code letters/words.yaml}: counts, dates, reasons, the frame of a letter. */
public final class Words {

    /** The file's name. */
    public static final String FILE = "words.yaml";

    private static final List<String> NEEDED = List.of(
            "early_letter.most_words",
            "assessment",
            "days.none",
            "days.one",
            "days.many",
            "halves.one",
            "halves.many",
            "short.one",
            "short.many",
            "times.one",
            "times.many",
            "years.one",
            "years.many",
            "with",
            "between",
            "range",
            "morning",
            "afternoon",
            "line",
            "reason.other",
            "greeting",
            "closing",
            "reference",
            "contact.phone",
            "contact.email",
            "contact.neither",
            "contact.authority",
            "sender.unknown",
            "sender.authority",
            "head.unknown",
            "other_forms",
            "other_language",
            "code.other",
            "extract.title",
            "extract.about",
            "extract.date",
            "extract.morning",
            "extract.afternoon",
            "extract.present");

    /** Keys with a register code, a policy or the like at their end. */
    private static final List<String> FAMILIES = List.of("reason.", "assessment.", "code.");

    private final Map<String, String> words;

    private Words(Map<String, String> words) {
        this.words = words;
    }

    /** Reads the file; what is wrong goes to the faults. */
    public static Words read(byte[] content, List<LetterFault> faults) {
        FlatLines lines = FlatLines.read(
                FILE, Arrays.asList(new String(content, StandardCharsets.UTF_8).split("\r?\n", -1)), 1, faults);
        for (String key : new TreeSet<>(NEEDED)) {
            if (lines.values().getOrDefault(key, "").isBlank()) {
                faults.add(new LetterFault(FILE, 1, "There are no words for '" + key + "'; add a line for it"));
            }
        }
        lines.values().keySet().stream()
                .filter(key -> !NEEDED.contains(key) && FAMILIES.stream().noneMatch(key::startsWith))
                .forEach(key -> faults.add(new LetterFault(
                        FILE, lines.lines().getOrDefault(key, 1), "Nothing uses '" + key + "'; take the line out")));
        if (!lines.values().getOrDefault("early_letter.most_words", "1").matches("[1-9][0-9]{0,3}")) {
            faults.add(new LetterFault(
                    FILE, lines.lines().getOrDefault("early_letter.most_words", 1), "This is a whole number"));
        }
        return new Words(Map.copyOf(lines.values()));
    }

    /** The words of a key; {@code ((name))} in them is replaced: name, value, name, value. Values are put in once, as they are. */
    public String say(String key, String... places) {
        String text =
                Optional.ofNullable(words.get(key)).orElseThrow(() -> new IllegalStateException("No words for " + key));
        StringBuilder said = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf("((", at);
            int close = open < 0 ? -1 : text.indexOf("))", open);
            if (close < 0) {
                break;
            }
            said.append(text, at, open).append(value(text.substring(open + 2, close), places));
            at = close + 2;
        }
        return said.append(text.substring(at)).toString();
    }

    /** Whether there are words for it. */
    public boolean has(String key) {
        return words.containsKey(key);
    }

    /** How many words an early letter may have at most. */
    public int mostWordsOfAnEarlyLetter() {
        return Integer.parseInt(words.getOrDefault("early_letter.most_words", "0"));
    }

    private static String value(String name, String... places) {
        for (int i = 0; i + 1 < places.length; i += 2) {
            if (places[i].equals(name)) {
                return places[i + 1];
            }
        }
        throw new IllegalStateException("Nothing was given for ((" + name + "))");
    }
}
