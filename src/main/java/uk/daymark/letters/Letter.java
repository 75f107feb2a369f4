package uk.daymark.letters;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.daymark.people.ContactId;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.Urn;

/**
 * A letter to one parent about one child, as it was written, and what became of it.
 *
 * @param ref its reference: the year and a number, {@code L-2025-00012}
 * @param template the name of its template
 * @param title what staff call it
 * @param templateVersion the content hash of the template it was written from
 * @param legalWarning whether it warns of what the law may bring
 * @param sender who writes and sends it
 * @param key what the process that ordered it is about
 * @param recipient the parent's name as it stands on the envelope
 * @param address the address's lines
 * @param email where it may be e-mailed; empty text where it may not
 * @param html the document as it is printed
 * @param text the same as plain text
 * @param sha256 of both
 * @param fingerprint of the sessions it speaks of
 * @param figures what it says was missed, in words
 * @param holds the ids of the rules that spoke against sending when it was written
 * @param fate what became of it
 */
public record Letter(
        long id,
        String ref,
        String template,
        String title,
        String templateVersion,
        boolean legalWarning,
        Sender sender,
        Urn school,
        EnrolmentId enrolment,
        String pupilRef,
        String pupilName,
        String key,
        Optional<String> caseRef,
        ContactId contact,
        String recipient,
        List<String> address,
        String email,
        String html,
        String text,
        String sha256,
        String fingerprint,
        String figures,
        List<String> holds,
        Instant proposedAt,
        Fate fate) {

    private static final String WORDS_NOT_SHOWN = "What the local authority wrote is between it and the parent.";

    public Letter {
        address = List.copyOf(address);
        holds = List.copyOf(holds);
    }

    /** How far a letter is. */
    public enum State {
        PROPOSED("to be sent"),
        HELD("held"),
        POSTED("posted"),
        EMAILED("e-mailed"),
        WITHDRAWN("withdrawn");

        private final String title;

        State(String title) {
            this.title = title;
        }

        /** As people read it. */
        public String title() {
            return title;
        }

        /** Whether it may still be sent. */
        public boolean open() {
            return this == PROPOSED || this == HELD;
        }

        /** Whether it went out. */
        public boolean sent() {
            return this == POSTED || this == EMAILED;
        }
    }

    /**
     * What became of a letter.
     *
     * @param by the user name of who decided it last; empty while nobody has
     * @param at when
     * @param sentOn the day on which it was posted or e-mailed
     * @param how "first-class"; empty text where it was not posted
     * @param proof what proves the posting, such as the number of the certificate; empty text where nobody said
     * @param why the reason given; empty text where none was
     */
    public record Fate(
            State state,
            Optional<String> by,
            Optional<Instant> at,
            Optional<LocalDate> sentOn,
            String how,
            String proof,
            String why) {}

    /**
     * The same letter as it is shown to those who need not know where the parent lives: without the address, in both forms. Only a
     * letter that is to be sent carries it.
     */
    public Letter withoutAddress() {
        String shown = html.replaceAll(
                "(?s)(<address class=\"letter-to\">\\n<p>[^\\n]*</p>\\n).*?(</address>)",
                "$1<p>Address not shown</p>\n$2");
        String to = recipient + "\n" + String.join("\n", address) + "\n";
        int at = address.isEmpty() ? -1 : text.indexOf(to);
        String words = at < 0
                ? text
                : text.substring(0, at) + recipient + "\nAddress not shown\n" + text.substring(at + to.length());
        return shownAs(shown, words, fingerprint, figures, holds, fate);
    }

    /** The same letter as it is shown to those who know that it was sent, to whom and when, and no more. */
    Letter withoutWords() {
        return shownAs(
                "<p>" + WORDS_NOT_SHOWN + "</p>",
                WORDS_NOT_SHOWN,
                "",
                "",
                List.of(),
                new Fate(fate.state(), fate.by(), fate.at(), fate.sentOn(), fate.how(), "", ""));
    }

    /** Without the address and the ways to reach the parent, and with this in place of what it holds. */
    private Letter shownAs(
            String shown, String words, String fingerprint, String figures, List<String> holds, Fate fate) {
        return new Letter(
                id,
                ref,
                template,
                title,
                templateVersion,
                legalWarning,
                sender,
                school,
                enrolment,
                pupilRef,
                pupilName,
                key,
                caseRef,
                contact,
                recipient,
                List.of(),
                "",
                shown,
                words,
                sha256,
                fingerprint,
                figures,
                holds,
                proposedAt,
                fate);
    }

    /** How far it is. */
    public State state() {
        return fate.state();
    }
}
