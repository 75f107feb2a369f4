package uk.daymark.enforcement.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.daymark.enforcement.ledger.Money;
import uk.daymark.enforcement.ledger.Notice;
import uk.daymark.enforcement.ledger.NoticeFile;
import uk.daymark.enforcement.ledger.NoticeMoney;
import uk.daymark.enforcement.ledger.NoticeRef;
import uk.daymark.enforcement.ledger.PartyId;
import uk.daymark.enforcement.ledger.PaymentClock;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.MarkedSession;
import uk.daymark.measure.NoticeLookback.Outcome;
import uk.daymark.measure.ProsecutionLimit;

/**
 * A notice as programs read it. Amounts are in pounds.
 *
 * @param outcome what it counts as when another is proposed
 * @param money null for an earlier notice, whose money another ledger keeps
 */
record NoticeJson(
        NoticeRef ref,
        Notice.Kind kind,
        Notice.Origin origin,
        NoticeFile.State state,
        Outcome outcome,
        Optional<Child> pupil,
        Parent parent,
        String keptBy,
        String issuer,
        Optional<String> caseRef,
        DateRange offence,
        String rate,
        Optional<Money> discounted,
        Optional<Money> full,
        LocalDate issuedOn,
        String decidedBy,
        String decidedWhy,
        Optional<PaymentClock> clock,
        ProsecutionLimit prosecuteBy,
        Optional<NoticeMoney> money,
        List<Came> payments,
        List<NoticeFile.Refund> refunds,
        Optional<NoticeFile.Withdrawal> withdrawal,
        Optional<NoticeFile.Prosecution> prosecution,
        Optional<NoticeFile.Told> told,
        List<MarkedSession> sessions,
        String source,
        String toldBy,
        String policyName,
        String policyVersion,
        long version) {

    record Child(String ref, String name, String schoolUrn, String schoolName) {}

    record Parent(PartyId person, String name) {}

    record Came(long payment, LocalDate receivedOn, Money amount) {}

    static NoticeJson of(NoticeFile file, LedgerDesk desk) {
        Notice notice = file.notice();
        return new NoticeJson(
                notice.ref(),
                notice.kind(),
                notice.origin(),
                file.state(),
                file.outcome(),
                desk.pupil(notice).map(NoticeJson::child),
                new Parent(notice.party(), notice.parentName()),
                notice.keptBy(),
                notice.issuer(),
                notice.caseRef(),
                notice.offence(),
                notice.rate(),
                notice.discounted(),
                notice.full(),
                notice.issuedOn(),
                notice.decidedBy(),
                notice.decidedWhy(),
                notice.clock(),
                new ProsecutionLimit(notice.prosecuteSafe(), notice.prosecuteOuter()),
                file.money(),
                file.receipts().stream()
                        .map(one -> new Came(one.payment(), one.receivedOn(), one.amount()))
                        .toList(),
                file.refunds(),
                file.withdrawal(),
                file.prosecution(),
                file.told(),
                notice.sessions(),
                notice.source(),
                notice.toldBy(),
                notice.policyName(),
                notice.policyVersion(),
                notice.version());
    }

    static Child child(LedgerDesk.PupilAt pupil) {
        return new Child(
                pupil.ref(),
                pupil.name(),
                pupil.school().urn().value(),
                pupil.school().name());
    }

    /** As much of it as a school may know. */
    record OutcomeOnly(
            NoticeRef ref,
            Notice.Kind kind,
            NoticeFile.State state,
            Outcome outcome,
            Optional<Child> pupil,
            String parent,
            LocalDate issuedOn,
            DateRange offence) {

        static OutcomeOnly of(NoticeFile file, LedgerDesk desk) {
            Notice notice = file.notice();
            return new OutcomeOnly(
                    notice.ref(),
                    notice.kind(),
                    file.state(),
                    file.outcome(),
                    desk.pupil(notice).map(NoticeJson::child),
                    notice.parentName(),
                    notice.issuedOn(),
                    notice.offence());
        }
    }
}
