package uk.daymark.enforcement.post;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.daymark.enforcement.referral.ParentCase;
import uk.daymark.enforcement.referral.ParentCases;
import uk.daymark.letters.LetterOrder;
import uk.daymark.measure.Session;
import uk.daymark.policy.Policy;

/**
 * Orders letters of the authority to the one parent whom a key names. A feature whose model calls {@code authority-letter} has a
 * {@link uk.daymark.letters.LetterSubject} that knows its templates and orders them here.
 */
@Component
public class ParentLetters {

    private static final String POST_WITHIN = "letter.post_within";

    private final ParentCases parents;
    private final Clock clock;

    ParentLetters(ParentCases parents, Clock clock) {
        this.parents = parents;
        this.clock = clock;
    }

    /**
     * A letter to that parent alone.
     *
     * @param key the parent's key
     * @param details what only the feature that orders it knows, as {@link LetterOrder} has it
     * @param sessions the only sessions that the letter lists where they were missed without leave; empty where it lists all of the
     *     school year
     */
    public LetterOrder order(
            String template, String key, Map<String, Object> details, Optional<Set<Session>> sessions) {
        ParentCase about = parents.of(key);
        return new LetterOrder(
                        template,
                        about.file().enrolment(),
                        key,
                        Optional.of(about.file().ref().value()),
                        details,
                        sessions)
                .fromTheAuthorityTo(about.parent().contact());
    }

    /** Within how many working days the authority of that policy posts a letter. */
    public int postWithin(Policy policy) {
        return policy.number(POST_WITHIN, LocalDate.now(clock))
                .orElseThrow(() ->
                        new IllegalStateException("The policy " + policy.name() + " does not say " + POST_WITHIN));
    }
}
