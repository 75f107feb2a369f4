package uk.daymark.enforcement.notice;

import java.time.Instant;
import java.util.Optional;
import uk.daymark.enforcement.ledger.NoticeRef;

/**
 * Somebody asks that a notice is withdrawn.
 *
 * @param from who asks
 * @param words what was asked, in the words of who asked, or what was amended
 * @param enteredBy the user name of who entered it; {@code daymark} where nobody asked
 * @param settledGround the ground on which an officer decided before it was begun; empty where nobody has
 * @param looked what an officer found; empty until one has looked
 * @param decided what was decided; empty until then
 */
public record WithdrawalRequest(
        long id,
        NoticeRef notice,
        From from,
        String words,
        String enteredBy,
        Instant enteredAt,
        Optional<String> settledGround,
        Optional<Looked> looked,
        Optional<Decided> decided) {

    /** Who asks. */
    public enum From {
        SCHOOL("The school"),
        PARENT("The parent"),
        OFFICER("An officer"),
        /** Nobody: a mark that the notice rests on was amended. */
        MARKS("An amended mark"),
        /** Nobody: an earlier notice that it counted counts no longer. */
        RATE("An earlier notice that counts no longer"),
        /** Nobody: the suspension of the pupil who was seen in public was corrected. */
        SIGHTING("A corrected suspension"),
        /** Nobody: it was in the post already when something was found that stood against posting it. */
        POSTING("A notice that was not to be posted");

        private final String title;

        From(String title) {
            this.title = title;
        }

        /** For people. */
        public String title() {
            return title;
        }
    }

    /** What came of it. */
    public enum Outcome {
        GRANTED("Granted"),
        REFUSED("Refused"),
        /** There was nothing left to decide. */
        DROPPED("Ended without a decision");

        private final String title;

        Outcome(String title) {
            this.title = title;
        }

        /** For people. */
        public String title() {
            return title;
        }
    }

    /**
     * What an officer found.
     *
     * @param advice whether it should be granted
     * @param ground on which ground; empty where it should not
     * @param by user name
     */
    public record Looked(String found, boolean advice, Optional<String> ground, String by) {}

    /**
     * A decision.
     *
     * @param ground on which ground; empty where it was refused
     * @param by user name
     */
    public record Decided(Outcome outcome, Optional<String> ground, String why, String by, Instant at) {}

    /** Whether nobody has decided yet. */
    public boolean open() {
        return decided.isEmpty();
    }
}
