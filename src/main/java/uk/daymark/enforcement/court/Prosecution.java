package uk.daymark.enforcement.court;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.daymark.enforcement.ledger.Money;
import uk.daymark.enforcement.ledger.NoticeRef;
import uk.daymark.enforcement.referral.ParentKey;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.MarkedSession;
import uk.daymark.measure.ProsecutionLimit;

/**
 * A prosecution of one parent, as far as it has come.
 *
 * @param round 1 for the parent's first in the case
 * @param notice the unpaid notice for whose offence it was decided to prosecute; empty where it was decided without one
 * @param charged the days between which sessions are charged
 * @param limit the last days on which it can be begun
 * @param ladderReason why an earlier step of the policy was left out; empty text where none was
 * @param sessions those that the headteacher certified; empty until then
 * @param evidence the checklist; empty until the evidence was gathered
 * @param documents the numbers of the case's documents that go into the file
 * @param outcome as the models write it; empty text while it goes on
 * @param endedWhy why it ended before a result; empty text where it did not
 * @param version one more with every change
 */
public record Prosecution(
        long id,
        ParentKey key,
        int round,
        Tier tier,
        Standing standing,
        Optional<NoticeRef> notice,
        DateRange charged,
        ProsecutionLimit limit,
        String policyName,
        String policyVersion,
        String ladderReason,
        Optional<SupervisionOrder> order,
        Optional<Caution> caution,
        Optional<Certificate> certificate,
        List<MarkedSession> sessions,
        List<Evidence> evidence,
        List<Long> documents,
        Optional<Act> gathered,
        Optional<Authority> authorised,
        Optional<Begun> begun,
        List<Hearing> hearings,
        Optional<Result> result,
        String outcome,
        String endedWhy,
        long version) {

    public Prosecution {
        sessions = List.copyOf(sessions);
        evidence = List.copyOf(evidence);
        documents = List.copyOf(documents);
        hearings = List.copyOf(hearings);
    }

    /** How far it has come. */
    public enum Standing {
        PREPARING("Being prepared"),
        BEGUN("Before the court"),
        ENDED("Ended");

        private final String title;

        Standing(String title) {
            this.title = title;
        }

        /** For people. */
        public String title() {
            return title;
        }
    }

    /** Who did something, and when. */
    public record Act(String by, Instant at) {}

    /** What was considered about an education supervision order. Source: Education Act 1996, section 447. */
    public record SupervisionOrder(String considered, String decision, Act act) {}

    /**
     * Caution and questions. Source: Police and Criminal Evidence Act 1984, codes C and E.
     *
     * @param by how: letter or interview
     * @param cautionedOn when the caution was given; empty where none was
     * @param adviceTold whether the parent was told that they may take legal advice
     * @param answers what the parent said; empty text where nothing
     * @param knowledge what shows that the parent knew and did not act
     * @param act who recorded it; empty until it is
     */
    public record Caution(
            String by,
            Optional<LocalDate> interviewOn,
            Optional<LocalDate> cautionedOn,
            boolean adviceTold,
            boolean answered,
            String answers,
            String knowledge,
            Optional<Act> act) {}

    /** The headteacher's certificate. Source: Education Act 1996, section 566. */
    public record Certificate(String signedAs, Act act) {}

    /** One line of the checklist. */
    public record Evidence(Item item, Found found, String note) {}

    /** Whether something is in the file. */
    public enum Found {
        THERE("There"),
        MISSING("Missing"),
        NOT_NEEDED("Not needed");

        private final String title;

        Found(String title) {
            this.title = title;
        }

        /** For people. */
        public String title() {
            return title;
        }
    }

    /** Who authorised it, and why. */
    public record Authority(String why, Act act) {}

    /** When the charge was issued, or the information laid. */
    public record Begun(LocalDate on, String courtReference, String by) {}

    /**
     * A hearing.
     *
     * @param attender the user name of who attends for the authority
     * @param confirmedAt when they confirmed it; empty while they have not
     */
    public record Hearing(long id, LocalDate on, String court, String attender, Optional<Instant> confirmedAt) {}

    /** What the court did. */
    public record Result(
            Verdict verdict,
            LocalDate on,
            Optional<Money> fine,
            Optional<Money> costs,
            Optional<Money> surcharge,
            Optional<Integer> custodyDays,
            Optional<Integer> orderMonths,
            String otherSentence,
            String by) {}

    /** The hearing that comes, or was the last. */
    public Optional<Hearing> hearing() {
        return hearings.isEmpty() ? Optional.empty() : Optional.of(hearings.get(hearings.size() - 1));
    }

    /** Whether it goes on. */
    public boolean open() {
        return standing != Standing.ENDED;
    }
}
