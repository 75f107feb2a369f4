package uk.daymark.measure;

import java.util.List;

/**
 * A pattern in a pupil's absences that is worth a conversation. A prompt only: never a test for a sanction.
 *
 * @param kind what sort of pattern
 * @param sessions the absences that show it, oldest first
 * @param absences how many absences there were in the weeks looked at
 */
public record Pattern(Kind kind, List<MarkedSession> sessions, int absences) {

    public Pattern {
        sessions = List.copyOf(sessions);
    }

    /** What repeats. */
    public enum Kind {
        MONDAYS,
        TUESDAYS,
        WEDNESDAYS,
        THURSDAYS,
        FRIDAYS,
        /** Every other school week. */
        EVERY_OTHER_WEEK,
        /** Next to a closure or a holiday. */
        EDGE_OF_CLOSURE
    }
}
