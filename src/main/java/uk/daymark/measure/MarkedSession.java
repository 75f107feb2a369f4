package uk.daymark.measure;

/**
 * A session with its mark.
 *
 * @param session the session
 * @param code its mark
 */
public record MarkedSession(Session session, AttendanceCode code) {}
