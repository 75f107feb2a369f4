package uk.daymark.journal;

import java.time.Instant;
import java.util.Optional;

/**
 * Something to record. Text that there is none of is empty text.
 *
 * @param subject what it belongs to: a case's reference, or another key that begins with a capital letter and a hyphen
 * @param kind a short word for filters, in capitals: TASK, MARK, LETTER, NOTE, CALL, FINDING, DECISION, STAGE, SUPPORT, DOCUMENT
 * @param what what happened, as a sentence for people
 * @param why the reason that a person gave, or that a rule gives
 * @param rule which rule with its version, where one led to it
 * @param before what it was
 * @param after what it is now
 * @param source from which page, interface or import
 * @param happenedAt when it happened, where that is not now
 */
public record Entry(
        String subject,
        String kind,
        String what,
        String why,
        String rule,
        String before,
        String after,
        String source,
        Optional<Instant> happenedAt) {

    /** An entry of which only the reason is known. */
    public static Entry of(String subject, String kind, String what, String why) {
        return new Entry(subject, kind, what, why, "", "", "", "", Optional.empty());
    }

    /** The same with the rule that led to it. */
    public Entry under(String rule) {
        return new Entry(subject, kind, what, why, rule, before, after, source, happenedAt);
    }

    /** The same with what it was and what it is now. */
    public Entry changing(String before, String after) {
        return new Entry(subject, kind, what, why, rule, before, after, source, happenedAt);
    }

    /** The same with the page, interface or import it came by. */
    public Entry from(String source) {
        return new Entry(subject, kind, what, why, rule, before, after, source, happenedAt);
    }

    /** The same, having happened then. */
    public Entry happenedAt(Instant moment) {
        return new Entry(subject, kind, what, why, rule, before, after, source, Optional.of(moment));
    }
}
