package uk.daymark.letters.text;

/** A piece of a template's line. */
public sealed interface Part {

    /** Words as they stand. */
    record Literal(String text) implements Part {}

    /** What is filled in. */
    record Filled(Field field) implements Part {}

    /** Words that stand only where a flag is set. */
    record When(Field flag, String text) implements Part {}
}
