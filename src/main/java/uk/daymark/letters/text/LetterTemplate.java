package uk.daymark.letters.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A letter's template.
 *
 * @param name the file's name without ending: {@code soft-letter}
 * @param title what staff call it
 * @param series its place in a published series, such as "5.2(b)"; empty text where it has none
 * @param policies the policies it is written for; {@code all} for every one
 * @param purpose what it is for, for staff
 * @param early whether the rules for early letters hold
 * @param legalWarning whether it warns of what the law may bring: then it goes by post only
 * @param email whether it may go by e-mail too
 * @param registerExtract whether the sessions behind its figures are attached
 * @param mostWords how many words it may have
 * @param version SHA-256 of the file, in hexadecimal
 * @param blocks what it says
 */
public record LetterTemplate(
        String name,
        String title,
        String series,
        List<String> policies,
        String purpose,
        boolean early,
        boolean legalWarning,
        boolean email,
        boolean registerExtract,
        int mostWords,
        String version,
        List<Block> blocks) {

    public LetterTemplate {
        policies = List.copyOf(policies);
        blocks = List.copyOf(blocks);
    }

    /** Whether schools under that policy use it. */
    public boolean isFor(String policy) {
        return policies.contains("all") || policies.contains(policy);
    }

    /** All it has filled in. */
    public Set<Field> fields() {
        return blocks.stream()
                .flatMap(block -> block instanceof Block.Lines lines
                        ? Set.of(lines.field()).stream()
                        : lines(block).stream().flatMap(List::stream).flatMap(part -> fieldsOf(part).stream()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The letter's words. */
    public List<Said> fill(Values values) {
        List<Said> said = new ArrayList<>();
        for (Block block : blocks) {
            List<String> lines = block instanceof Block.Lines filled
                    ? values.lines(filled.field())
                    : lines(block).stream()
                            .map(parts -> fill(parts, values))
                            .filter(line -> !line.isBlank())
                            .toList();
            if (!lines.isEmpty()) {
                said.add(new Said(kind(block), lines));
            }
        }
        return said;
    }

    /** How many words it has; what is filled in counts as one. */
    int words() {
        return blocks.stream()
                .flatMap(block -> block instanceof Block.Lines
                        ? List.of("lines").stream()
                        : lines(block).stream().map(LetterTemplate::plain))
                .mapToInt(line -> line.strip().split("\\s+").length)
                .sum();
    }

    private static String plain(List<Part> parts) {
        return parts.stream()
                .map(part -> part instanceof Part.Literal literal
                        ? literal.text()
                        : part instanceof Part.When when ? when.text() : "filled")
                .collect(Collectors.joining());
    }

    private static List<List<Part>> lines(Block block) {
        if (block instanceof Block.Heading heading) {
            return List.of(heading.parts());
        }
        if (block instanceof Block.Paragraph paragraph) {
            return List.of(paragraph.parts());
        }
        return block instanceof Block.Bullets bullets ? bullets.items() : List.of();
    }

    private static Said.Kind kind(Block block) {
        if (block instanceof Block.Heading) {
            return Said.Kind.HEADING;
        }
        return block instanceof Block.Paragraph ? Said.Kind.PARAGRAPH : Said.Kind.BULLETS;
    }

    private static Set<Field> fieldsOf(Part part) {
        if (part instanceof Part.Filled filled) {
            return Set.of(filled.field());
        }
        return part instanceof Part.When when ? Set.of(when.flag()) : Set.of();
    }

    private static String fill(List<Part> parts, Values values) {
        StringBuilder line = new StringBuilder();
        for (Part part : parts) {
            if (part instanceof Part.Literal literal) {
                line.append(literal.text());
            } else if (part instanceof Part.Filled filled) {
                line.append(values.words(filled.field()));
            } else if (part instanceof Part.When when && values.flag(when.flag())) {
                line.append(when.text());
            }
        }
        return line.toString().strip();
    }
}
