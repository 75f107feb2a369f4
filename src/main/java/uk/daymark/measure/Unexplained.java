package uk.daymark.measure;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A session whose reason is not yet established (code N).
 *
 * @param session the session
 * @param replaceBy the last school day on which the N may be replaced; empty where the timetable ends before
 */
public record Unexplained(Session session, Optional<LocalDate> replaceBy) {}
