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
 * @param readers who may read it in full
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
        Optional<Instant> happenedAt,
        Readers readers) {

    /** Who may read an entry in full. Where an officer or the panel writes and does not say, it is the authority's. */
    public enum Readers {
        /** Nobody said: whoever sees the subject, unless it was written at the authority. */
        UNSAID,
        /** The authority and auditors; a school learns that it happened and what came of it. */
        AUTHORITY,
        /** Whoever sees the subject, though it was written at the authority. */
        EVERYBODY
    }

    /** An entry of which only the reason is known. */
    public static Entry of(String subject, String kind, String what, String why) {
        return new Entry(subject, kind, what, why, "", "", "", "", Optional.empty(), Readers.UNSAID);
    }

    /** The same with the rule that led to it. */
    public Entry under(String rule) {
        return new Entry(subject, kind, what, why, rule, before, after, source, happenedAt, readers);
    }

    /** The same with what it was and what it is now. */
    public Entry changing(String before, String after) {
        return new Entry(subject, kind, what, why, rule, before, after, source, happenedAt, readers);
    }

    /** The same with the page, interface or import it came by. */
    public Entry from(String source) {
        return new Entry(subject, kind, what, why, rule, before, after, source, happenedAt, readers);
    }

    /** The same, having happened then. */
    public Entry happenedAt(Instant moment) {
        return new Entry(subject, kind, what, why, rule, before, after, source, Optional.of(moment), readers);
    }

    /** The same, for these readers. */
    public Entry readBy(Readers readers) {
        return new Entry(subject, kind, what, why, rule, before, after, source, happenedAt, readers);
    }
}
