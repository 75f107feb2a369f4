package uk.daymark.enforcement.panel;

import java.time.Instant;
import java.util.Optional;

/**
 * A line of the minutes of a sitting.
 *
 * @param corrects the line in whose place it stands
 * @param why why it was corrected; empty text where it corrects nothing
 * @param by the user name of who wrote it
 */
public record Minute(long id, Part part, String words, Optional<Long> corrects, String why, String by, Instant at) {

    /** What a line is about. */
    public enum Part {
        PRESENT("Present"),
        APOLOGIES("Apologies"),
        INTERESTS("Declarations of interest"),
        NOTES("Notes");

        private final String title;

        Part(String title) {
            this.title = title;
        }

        /** For people. */
        public String title() {
            return title;
        }
    }
}
