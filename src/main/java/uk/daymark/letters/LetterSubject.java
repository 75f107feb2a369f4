package uk.daymark.letters;

import java.time.LocalDate;
import java.util.List;

/**
 * Knows whom a letter concerns, for the model {@code family-letter}. A feature with keys of its own, or with details to fill in, has a
 * bean of this type; a case's letter without details needs none.
 */
public interface LetterSubject {

    /** Whether it knows letters of this name for this key. */
    boolean knows(String template, String key);

    /**
     * What its feature has against posting a letter on a day, as whole sentences; empty where nothing. What the register and the address
     * say is looked at besides.
     */
    default List<String> againstPosting(String template, String key, LocalDate day) {
        return List.of();
    }

    /**
     * A letter went out although something stood against it: it was in the post already when that was found. Called in the transaction of
     * the posting.
     *
     * @param against what {@link #againstPosting} has against it; never empty
     */
    default void posted(String template, String key, List<String> against) {}

    /** The order; called in the engine's transaction each time the letter is written. */
    LetterOrder order(String template, String key);
}
