package uk.daymark.journal;

import java.time.Instant;

/**
 * An entry as it stands in the journal.
 *
 * @param number its place in the subject's chain, from 1
 * @param at when it happened
 * @param recordedAt when it was written
 * @param by the user name of who did it; "daymark" where time or a rule did
 * @param entry what was recorded
 */
public record Recorded(long number, Instant at, Instant recordedAt, String by, Entry entry) {}
