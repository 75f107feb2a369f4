package uk.daymark.enforcement.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.MarkedSession;
import uk.daymark.people.ContactId;
import uk.daymark.people.PupilId;
import uk.daymark.people.Urn;

/**
 * A penalty notice to one parent for one child, as it was issued. What became of it stands in {@link NoticeFile}.
 *
 * @param party to whom
 * @param contact as whom a school knew the parent; empty where no school did
 * @param parentName the name on the notice
 * @param keptBy the authority in whose ledger it stands
 * @param issuer who issued it: that authority, or for an earlier notice whoever did
 * @param school the school at the time, where Daymark knows it
 * @param caseRef the case it came from; empty where none
 * @param rate FIRST, SECOND, or that of its kind; empty text where it is not known of an earlier notice
 * @param discounted the lower amount; empty where there is none
 * @param full the full amount; empty where it is not known of an earlier notice
 * @param decidedBy who decided it, or for an earlier notice who entered it
 * @param clock when it was posted and can be paid; empty until it is posted
 * @param prosecuteSafe the last day to begin a prosecution, counted from the first session
 * @param prosecuteOuter the same counted from the last
 * @param source of an earlier notice: where it is written
 * @param toldBy of an earlier notice: who said so
 * @param sessions the sessions it relies on; empty where they are not known of an earlier notice
 * @param version one more with every change
 */
public record Notice(
        NoticeRef ref,
        PupilId pupil,
        PartyId party,
        Optional<ContactId> contact,
        Kind kind,
        Origin origin,
        String parentName,
        String keptBy,
        String issuer,
        Optional<Urn> school,
        String schoolName,
        Optional<String> caseRef,
        DateRange offence,
        String rate,
        Optional<Money> discounted,
        Optional<Money> full,
        LocalDate issuedOn,
        String decidedBy,
        Instant decidedAt,
        String decidedWhy,
        Optional<PaymentClock> clock,
        LocalDate prosecuteSafe,
        LocalDate prosecuteOuter,
        String policyName,
        String policyVersion,
        String source,
        String toldBy,
        List<MarkedSession> sessions,
        long version) {

    public Notice {
        sessions = List.copyOf(sessions);
    }

    /** For what a notice is. */
    public enum Kind {
        ATTENDANCE("Absence without leave"),
        PUBLIC_PLACE("Suspended pupil in a public place");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** As people read it. */
        public String title() {
            return title;
        }
    }

    /** Where a notice comes from. */
    public enum Origin {
        /** It was issued in Daymark. */
        ISSUED,
        /** It was issued before or elsewhere, and entered with its source. */
        EARLIER
    }
}
