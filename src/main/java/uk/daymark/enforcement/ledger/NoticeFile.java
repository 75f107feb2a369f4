package uk.daymark.enforcement.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.daymark.measure.NoticeLookback.Outcome;

/**
 * A notice with what became of it up to a day.
 *
 * @param notice as it was issued
 * @param money how its money stands; empty for an earlier notice, whose money another ledger keeps
 * @param receipts the money that came for it, earliest first
 * @param refunds the money that was paid back
 * @param withdrawal empty where it stands
 * @param prosecution what is known last of a prosecution
 * @param told what was said last of an earlier notice
 */
public record NoticeFile(
        Notice notice,
        Optional<NoticeMoney> money,
        List<NoticeMoney.Receipt> receipts,
        List<Refund> refunds,
        Optional<Withdrawal> withdrawal,
        Optional<Prosecution> prosecution,
        Optional<Told> told) {

    public NoticeFile {
        receipts = List.copyOf(receipts);
        refunds = List.copyOf(refunds);
    }

    /** Money that was paid back. */
    public record Refund(Money amount, LocalDate paidOn, String why, String recordedBy) {}

    /**
     * A withdrawal.
     *
     * @param ground one of the policy's grounds
     * @param decidedBy who granted it, by name or office
     */
    public record Withdrawal(
            LocalDate withdrawnOn,
            String ground,
            String why,
            String decidedBy,
            String recordedBy,
            Instant recordedAt) {}

    /**
     * What is known of a prosecution.
     *
     * @param result what the court decided; OPEN while it has not
     */
    public record Prosecution(
            Route route,
            LocalDate begunOn,
            Result result,
            Optional<LocalDate> resultOn,
            String why,
            String recordedBy) {}

    /** How a parent is prosecuted. */
    public enum Route {
        S444_1("Section 444(1), by Single Justice Procedure"),
        S444_1_OPEN_COURT("Section 444(1), in open court"),
        S444_1A("Section 444(1A), in open court"),
        S103("Section 103, in open court");

        private final String title;

        Route(String title) {
            this.title = title;
        }

        /** As people read it. */
        public String title() {
            return title;
        }
    }

    /** What came of a prosecution. */
    public enum Result {
        OPEN("Not decided yet"),
        CONVICTED("Convicted, or pleaded guilty"),
        ACQUITTED("Acquitted"),
        ENDED("Ended without a verdict");

        private final String title;

        Result(String title) {
            this.title = title;
        }

        /** As people read it. */
        public String title() {
            return title;
        }
    }

    /** What was said of an earlier notice. */
    public record Told(
            Outcome outcome, Absence absence, String source, String toldBy, String recordedBy, Instant recordedAt) {}

    /** For what absence an earlier notice was: the order of steps of a policy may leave out what was for leave. */
    public enum Absence {
        LEAVE("Holiday or other leave"),
        OTHER("Other absence"),
        NOT_KNOWN("Not known");

        private final String title;

        Absence(String title) {
            this.title = title;
        }

        /** As people read it. */
        public String title() {
            return title;
        }
    }

    /** Where a notice stands. */
    public enum State {
        NOT_POSTED("Issued, not posted yet"),
        ISSUED("Issued"),
        PART_PAID("Part paid"),
        PAID("Paid"),
        UNPAID("Unpaid, time over"),
        WITHDRAWN("Withdrawn"),
        PROSECUTED("Prosecuted");

        private final String title;

        State(String title) {
            this.title = title;
        }

        /** As people read it. */
        public String title() {
            return title;
        }

        /** Whether it can still be paid. */
        public boolean payable() {
            return this == NOT_POSTED || this == ISSUED || this == PART_PAID;
        }
    }

    /** Where it stands. A prosecution that ended without a verdict leaves it as it was before. */
    public State state() {
        Outcome outcome = outcome();
        if (outcome == Outcome.WITHDRAWN) {
            return State.WITHDRAWN;
        }
        boolean inCourt =
                prosecution.filter(last -> last.result() == Result.OPEN).isPresent();
        if (outcome == Outcome.UNPAID_CONVICTED || outcome == Outcome.UNPAID_ACQUITTED || inCourt) {
            return State.PROSECUTED;
        }
        if (outcome == Outcome.PAID) {
            return State.PAID;
        }
        if (money.isEmpty() || money.get().overOn()) {
            return State.UNPAID;
        }
        if (money.get().received().any()) {
            return State.PART_PAID;
        }
        return notice.clock().isPresent() ? State.ISSUED : State.NOT_POSTED;
    }

    /** What it counts as when another notice is proposed. One that is open counts as unpaid. */
    public Outcome outcome() {
        if (withdrawal.isPresent()) {
            return Outcome.WITHDRAWN;
        }
        if (told.isPresent()) {
            return told.get().outcome();
        }
        if (prosecution.isPresent() && prosecution.get().result() == Result.CONVICTED) {
            return Outcome.UNPAID_CONVICTED;
        }
        if (prosecution.isPresent() && prosecution.get().result() == Result.ACQUITTED) {
            return Outcome.UNPAID_ACQUITTED;
        }
        return money.flatMap(NoticeMoney::clearedOn).isPresent() ? Outcome.PAID : Outcome.UNPAID;
    }
}
