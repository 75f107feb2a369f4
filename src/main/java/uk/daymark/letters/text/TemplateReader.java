package uk.daymark.letters.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads one template, strictly: a head of {@code key: value} lines between two lines of {@code ---}, then the text in the style of
 * GOV.UK Notify. What it does not know is a fault, never passed over.
 *
 * <p>Source of the rules for early letters: short, days and not percentages, no bold, no capitals (trials of letters to parents named
 * in the product's design).
 */
public final class TemplateReader {

    private static final List<String> NEEDED = List.of(
            "title", "policies", "purpose", "early", "legal_warning", "channel", "register_extract", "most_words");
    private static final Set<String> KNOWN =
            Set.copyOf(Stream.concat(NEEDED.stream(), Stream.of("series")).toList());
    private static final String FENCE = "---";

    private final int mostWordsOfAnEarlyLetter;

    /** @param mostWordsOfAnEarlyLetter however many words its head allows */
    public TemplateReader(int mostWordsOfAnEarlyLetter) {
        this.mostWordsOfAnEarlyLetter = mostWordsOfAnEarlyLetter;
    }

    /**
     * Reads a template.
     *
     * @param file its name, with ending
     * @param faults receives what is wrong
     * @return empty where anything is
     */
    public Optional<LetterTemplate> read(String file, byte[] content, List<LetterFault> faults) {
        List<LetterFault> found = new ArrayList<>();
        List<String> lines = Arrays.asList(new String(content, StandardCharsets.UTF_8)
                .replace("\r\n", "\n")
                .split("\n", -1));
        int end = lines.isEmpty() ? -1 : lines.subList(1, lines.size()).indexOf(FENCE) + 1;
        Optional<LetterTemplate> template = Optional.empty();
        if (!lines.get(0).equals(FENCE) || end < 1) {
            found.add(new LetterFault(
                    file, 1, "A letter begins with a head between two lines of '---'; see letters/README.md"));
        } else {
            FlatLines head = FlatLines.read(file, lines.subList(1, end), 2, found);
            checkHead(file, head, found);
            boolean early = "yes".equals(head.values().get("early"));
            List<Block> blocks = new BodyReader(file, early, found).read(lines.subList(end + 1, lines.size()), end + 2);
            if (found.isEmpty()) {
                template = Optional.of(template(file, head.values(), blocks, content));
                checkLength(file, head, template.get(), found);
            }
        }
        faults.addAll(found);
        return found.isEmpty() ? template : Optional.empty();
    }

    private static void checkHead(String file, FlatLines head, List<LetterFault> faults) {
        for (String key : head.values().keySet()) {
            if (!KNOWN.contains(key)) {
                faults.add(new LetterFault(
                        file,
                        line(head, key),
                        "A letter's head has no '" + key + "'; it has " + String.join(", ", NEEDED) + " and series"));
            }
        }
        for (String key : NEEDED) {
            if (head.values().getOrDefault(key, "").isBlank()) {
                faults.add(new LetterFault(file, 1, "The head needs '" + key + "'"));
            }
        }
        for (String key : List.of("early", "legal_warning", "register_extract")) {
            oneOf(file, head, key, List.of("yes", "no"), faults);
        }
        oneOf(file, head, "channel", List.of("post", "post or e-mail"), faults);
        Map<String, String> values = head.values();
        if ("yes".equals(values.get("legal_warning")) && !"post".equals(values.get("channel"))) {
            faults.add(new LetterFault(
                    file, line(head, "channel"), "A letter with a legal warning goes by post: write 'channel: post'"));
        }
        if ("yes".equals(values.get("legal_warning")) && "yes".equals(values.get("early"))) {
            faults.add(new LetterFault(
                    file,
                    line(head, "early"),
                    "An early letter offers help and does not warn: one of the two is 'no'"));
        }
        if (!values.getOrDefault("most_words", "1").matches("[1-9][0-9]{0,3}")) {
            faults.add(new LetterFault(file, line(head, "most_words"), "'most_words' is a whole number"));
        }
    }

    private static void oneOf(String file, FlatLines head, String key, List<String> words, List<LetterFault> faults) {
        String value = head.values().get(key);
        if (value != null && !words.contains(value)) {
            faults.add(
                    new LetterFault(file, line(head, key), "'" + key + "' is " + String.join(" or ", quoted(words))));
        }
    }

    private static List<String> quoted(List<String> words) {
        return words.stream().map(word -> "'" + word + "'").toList();
    }

    private static int line(FlatLines head, String key) {
        return head.lines().getOrDefault(key, 1);
    }

    private void checkLength(String file, FlatLines head, LetterTemplate template, List<LetterFault> faults) {
        if (template.early() && template.mostWords() > mostWordsOfAnEarlyLetter) {
            faults.add(new LetterFault(
                    file,
                    line(head, "most_words"),
                    "An early letter has at most " + mostWordsOfAnEarlyLetter + " words; lower 'most_words'"));
        }
        if (template.words() > template.mostWords()) {
            faults.add(new LetterFault(
                    file,
                    line(head, "most_words"),
                    "The letter has " + template.words() + " words, more than 'most_words' allows; shorten it"));
        }
    }

    private static LetterTemplate template(String file, Map<String, String> head, List<Block> blocks, byte[] content) {
        return new LetterTemplate(
                file.replaceFirst("\\.md$", ""),
                head.getOrDefault("title", ""),
                head.getOrDefault("series", ""),
                Stream.of(head.getOrDefault("policies", "").split(","))
                        .map(String::strip)
                        .toList(),
                head.getOrDefault("purpose", ""),
                "yes".equals(head.get("early")),
                "yes".equals(head.get("legal_warning")),
                "post or e-mail".equals(head.get("channel")),
                "yes".equals(head.get("register_extract")),
                Integer.parseInt(head.getOrDefault("most_words", "0")),
                sha256(content),
                blocks);
    }

    /** SHA-256 in hexadecimal. */
    public static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
