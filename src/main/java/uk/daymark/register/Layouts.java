package uk.daymark.register;

import java.util.Optional;

/**
 * Daymark's own layout says everything of a thing, so what it leaves empty is taken away. The exports of other systems say some of
 * it: what they leave empty stays as it is, and a flag they lack is never lowered.
 */
record Layouts(boolean whole) {

    private static final String OWN = "Daymark";

    static Layouts of(String layout) {
        return new Layouts(layout.equals(OWN));
    }

    String text(String said, String known) {
        return whole || !said.isEmpty() ? said : known;
    }

    boolean flag(boolean said, boolean known) {
        return whole ? said : said || known;
    }

    <T> Optional<T> something(Optional<T> said, Optional<T> known) {
        return whole || said.isPresent() ? said : known;
    }
}
