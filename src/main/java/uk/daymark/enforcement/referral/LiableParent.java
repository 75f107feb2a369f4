package uk.daymark.enforcement.referral;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.daymark.enforcement.ledger.NoticeRef;
import uk.daymark.people.ContactId;

/**
 * A parent whom a referral names.
 *
 * @param contact the parent as the child's school knows them
 * @param name as it stood when the parent was named
 * @param address the same, with line breaks
 * @param relation what the parent is to the child: "mother"
 * @param liableBecause why this parent is liable for these absences
 * @param standing how far it has come
 * @param round the round of the referral that is being decided for this parent, or was last; 0 while none was accepted
 * @param sittingOn the panel's sitting for which a decision was asked last; empty where no panel decides
 * @param notice the notice that was decided on last for that round; empty until it is issued
 * @param decisions every decision about the parent, oldest first
 * @param version one more with every change
 */
public record LiableParent(
        ParentKey key,
        ContactId contact,
        String name,
        String address,
        String relation,
        String liableBecause,
        Standing standing,
        int round,
        Optional<LocalDate> sittingOn,
        Optional<NoticeRef> notice,
        List<Decided> decisions,
        long version) {

    public LiableParent {
        decisions = List.copyOf(decisions);
    }

    /** How far it has come for one parent. */
    public enum Standing {
        NAMED("Named in a referral"),
        TO_DECIDE("Waits for a decision"),
        NOTICE_TO_IMPROVE("Notice to improve"),
        PENALTY_NOTICE("Penalty notice"),
        SUPERVISION_ORDER("Supervision order considered"),
        INVESTIGATION("Being investigated"),
        PROSECUTION("Prosecution"),
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

    /**
     * A decision.
     *
     * @param proposed what Daymark proposed; empty where it proposed nothing
     * @param rule the rule that proposed it, with its table's version; empty text where there is none
     * @param sittingOn the day of the panel's sitting, where a panel decided
     * @param by the user name of who decided
     */
    public record Decided(
            Outcome outcome,
            Optional<Outcome> proposed,
            String rule,
            String reason,
            Optional<LocalDate> sittingOn,
            String by,
            Instant at) {}

    /** Whether a decision is asked of the sitting of that day: it was asked for that one or for an earlier, and none was made since. */
    public boolean waitsFor(LocalDate sitting) {
        return standing == Standing.TO_DECIDE
                && sittingOn.filter(asked -> !asked.isAfter(sitting)).isPresent();
    }

    /** Whether the sitting of that day has decided, and was not asked again. */
    public boolean decidedAt(LocalDate sitting) {
        return !waitsFor(sitting)
                && decisions.stream()
                        .anyMatch(decided ->
                                decided.sittingOn().filter(sitting::equals).isPresent());
    }

    /** The decision that stands. */
    public Optional<Decided> decided() {
        return decisions.isEmpty() ? Optional.empty() : Optional.of(decisions.get(decisions.size() - 1));
    }
}
