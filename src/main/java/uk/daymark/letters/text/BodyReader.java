package uk.daymark.letters.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the text of one template: headings, paragraphs and bullets with what is filled in. */
final class BodyReader {

    private static final Pattern PLACE =
            Pattern.compile("\\(\\(([^()]*?)(\\?\\?([^()]*(?:\\([^()]+\\)[^()]*)*))?\\)\\)");
    private static final Pattern SHOUTED = Pattern.compile("\\b\\p{Lu}{3,}\\b");
    private static final Pattern PERCENT = Pattern.compile("%|\\bper ?cent(age)?s?\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern MARKUP =
            Pattern.compile("\\*\\*|__|(?<!\\w)_\\w|<|>|`|!?\\[[^\\]]*\\]\\(|^\\s*\\d+\\.\\s|^>|\\*\\*\\*");

    /** Short forms that families know as they are. */
    private static final Set<String> KNOWN_SHORT_FORMS = Set.of("NHS");

    private final String file;
    private final boolean early;
    private final List<LetterFault> faults;

    BodyReader(String file, boolean early, List<LetterFault> faults) {
        this.file = file;
        this.early = early;
        this.faults = faults;
    }

    /** @param first the number of the first line in the file */
    List<Block> read(List<String> lines, int first) {
        List<Block> blocks = new ArrayList<>();
        int at = 0;
        while (at < lines.size()) {
            int start = at;
            while (at < lines.size() && !lines.get(at).isBlank()) {
                at++;
            }
            if (at > start) {
                block(lines.subList(start, at), first + start).ifPresent(blocks::add);
            }
            at++;
        }
        if (blocks.isEmpty() && faults.isEmpty()) {
            faults.add(new LetterFault(file, first, "The letter says nothing; write its text under the head"));
        }
        return blocks;
    }

    private Optional<Block> block(List<String> lines, int first) {
        String line = lines.get(0);
        if (line.startsWith("#")) {
            if (lines.size() > 1 || !line.startsWith("# ")) {
                fault(first, "A heading is one line that begins with '# ', with a blank line after it");
                return Optional.empty();
            }
            return Optional.of(new Block.Heading(parts(line.substring(2), first)));
        }
        if (line.startsWith("* ")) {
            List<List<Part>> items = new ArrayList<>();
            for (int i = 0; i < lines.size(); i++) {
                if (!lines.get(i).startsWith("* ")) {
                    fault(first + i, "Each line of a list begins with '* '; put a blank line after the list");
                    return Optional.empty();
                }
                items.add(parts(lines.get(i).substring(2), first + i));
            }
            return Optional.of(new Block.Bullets(items));
        }
        Optional<Field> alone = alone(lines);
        if (alone.isPresent()) {
            return Optional.of(new Block.Lines(alone.get()));
        }
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (i > 0) {
                parts.add(new Part.Literal(" "));
            }
            parts.addAll(parts(lines.get(i).strip(), first + i));
        }
        return Optional.of(new Block.Paragraph(parts));
    }

    private static Optional<Field> alone(List<String> lines) {
        Matcher place = PLACE.matcher(lines.get(0).strip());
        return lines.size() == 1 && place.matches() && place.group(2) == null
                ? Field.of(place.group(1)).filter(field -> field.kind() == Field.Kind.LINES)
                : Optional.empty();
    }

    private List<Part> parts(String line, int number) {
        List<Part> parts = new ArrayList<>();
        Matcher place = PLACE.matcher(line);
        int from = 0;
        while (place.find()) {
            literal(line.substring(from, place.start()), number, parts);
            from = place.end();
            Optional<Field> field = Field.of(place.group(1));
            if (field.isEmpty()) {
                fault(
                        number,
                        "There is no field ((" + place.group(1) + ")); see letters/README.md for those there are");
            } else if (place.group(2) != null) {
                checkKind(field.get(), Field.Kind.FLAG, number);
                check(place.group(3), number);
                parts.add(new Part.When(field.get(), place.group(3)));
            } else {
                checkKind(field.get(), Field.Kind.WORDS, number);
                parts.add(new Part.Filled(field.get()));
            }
        }
        literal(line.substring(from), number, parts);
        return parts;
    }

    private void checkKind(Field field, Field.Kind kind, int number) {
        if (field.kind() == kind) {
            return;
        }
        String written = field.written();
        fault(
                number,
                switch (field.kind()) {
                    case LINES ->
                        "((" + written + ")) is a list: put it on a line of its own with blank lines around it";
                    case FLAG -> "((" + written + ")) is yes or no: write ((" + written + "??words that stand if yes))";
                    case WORDS -> "((" + written + ")) is not yes or no: write it without ??";
                });
    }

    private void literal(String text, int number, List<Part> parts) {
        if (!text.isEmpty()) {
            check(text, number);
            parts.add(new Part.Literal(text));
        }
    }

    private void check(String text, int number) {
        if (text.contains("((") || text.contains("))")) {
            fault(
                    number,
                    "A field is written ((like_this)); close and open its brackets in pairs, one not within another");
        }
        if (MARKUP.matcher(text).find()) {
            fault(number, "A letter has no bold, italics, links, numbered lists or other markup; write plain words");
        }
        Matcher shouted = SHOUTED.matcher(text);
        while (shouted.find()) {
            if (!KNOWN_SHORT_FORMS.contains(shouted.group())) {
                fault(number, "Write '" + shouted.group() + "' in small letters or in full: capitals shout");
            }
        }
        if (early && PERCENT.matcher(text).find()) {
            fault(number, "An early letter speaks of days, not of percentages");
        }
    }

    private void fault(int line, String message) {
        faults.add(new LetterFault(file, line, message));
    }
}
