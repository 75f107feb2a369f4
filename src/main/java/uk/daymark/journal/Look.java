package uk.daymark.journal;

import java.time.Instant;

/**
 * Somebody looked at something.
 *
 * @param at when
 * @param by the user name of who looked
 * @param what at what, for people
 */
public record Look(Instant at, String by, String what) {}
