package uk.daymark.letters.text;

import java.util.List;

/**
 * A piece of a letter as it is read: all filled in, no markup.
 *
 * @param kind what it is
 * @param lines one line for a heading or a paragraph, one for each bullet of a list
 */
public record Said(Kind kind, List<String> lines) {

    public Said {
        lines = List.copyOf(lines);
    }

    /** What a piece is. */
    public enum Kind {
        HEADING,
        PARAGRAPH,
        BULLETS
    }
}
