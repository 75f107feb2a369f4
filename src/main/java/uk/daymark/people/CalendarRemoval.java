package uk.daymark.people;

import java.time.Instant;

/**
 * An entry that was taken out of a school's calendar by hand. Kept for good.
 *
 * @param entry as it stood
 * @param by the name under which whoever took it out had signed in
 * @param at when
 * @param why in their words
 */
public record CalendarRemoval(CalendarEntry entry, String by, Instant at, String why) {}
