package uk.daymark.letters.text;

import java.util.List;

/** A heading, a paragraph or a list of a template. */
public sealed interface Block {

    /** A heading. */
    record Heading(List<Part> parts) implements Block {}

    /** A paragraph. */
    record Paragraph(List<Part> parts) implements Block {}

    /** Bullets, each written out in the template. */
    record Bullets(List<List<Part>> items) implements Block {}

    /** Bullets, all of them filled in. */
    record Lines(Field field) implements Block {}
}
