package uk.daymark.enforcement.court;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.enforcement.CheckedRule;
import uk.daymark.enforcement.ReferralRoute;
import uk.daymark.enforcement.check.ParentGates;
import uk.daymark.enforcement.hold.SupportHolds;
import uk.daymark.enforcement.ledger.Notice;
import uk.daymark.enforcement.ledger.NoticeFile;
import uk.daymark.enforcement.ledger.NoticeRef;
import uk.daymark.enforcement.ledger.Parties;
import uk.daymark.enforcement.ledger.Payment;
import uk.daymark.enforcement.ledger.PaymentMatches;
import uk.daymark.enforcement.notice.Withdrawals;
import uk.daymark.enforcement.referral.ParentCase;
import uk.daymark.letters.HeldFamilies;
import uk.daymark.people.Contact;
import uk.daymark.people.Contacts;
import uk.daymark.register.StoredRegister.PupilRegister;

/** What holds a prosecution back and is no question of sessions: the same gates as before a notice is issued. */
@Component
class CourtGates {

    private final Contacts contacts;
    private final Parties parties;
    private final HeldFamilies heldFamilies;
    private final SupportHolds support;
    private final PaymentMatches matches;
    private final Withdrawals withdrawals;

    CourtGates(
            Contacts contacts,
            Parties parties,
            HeldFamilies heldFamilies,
            SupportHolds support,
            PaymentMatches matches,
            Withdrawals withdrawals) {
        this.contacts = contacts;
        this.parties = parties;
        this.heldFamilies = heldFamilies;
        this.support = support;
        this.matches = matches;
        this.withdrawals = withdrawals;
    }

    /** The gates that are shut today: about the parent, what a person holds, and support that has its time. */
    List<CheckedRule> shut(ParentCase parent, PupilRegister stored, ReferralRoute route, LocalDate today) {
        List<CheckedRule> shut = new ArrayList<>(ParentGates.failed(facts(parent)));
        stored.enrolments().stream()
                .flatMap(enrolment -> heldFamilies.standing(enrolment.id(), today).stream())
                .forEach(held -> shut.add(new CheckedRule(
                        "HELD_BY_A_PERSON",
                        held.kind().title() + ": " + held.why(),
                        held.until().map(day -> day.plusDays(1)),
                        "Domain rule of Daymark: what a person holds, nothing overtakes",
                        "Whoever set the hold lifts it.")));
        shut.addAll(support.of(parent.file(), parent.policy(), route));
        support.circumstances(parent.file().ref()).ifPresent(shut::add);
        return shut;
    }

    private ParentGates.Facts facts(ParentCase parent) {
        Optional<Contacts.OfPupil> known = contacts.of(parent.file().pupil()).stream()
                .filter(one -> one.contact().id().equals(parent.parent().contact()))
                .findFirst();
        Optional<Contact.Link> link = known.map(Contacts.OfPupil::link);
        return new ParentGates.Facts(
                link.filter(given -> given.parentalResponsibility() || given.livesWith())
                        .isPresent(),
                link.filter(Contact.Link::doNotContact).isEmpty(),
                // The file has its own address, given when the parent was named.
                Optional.empty(),
                known.map(one -> parties.doubts(one.contact(), parent.file().pupil())).orElse(List.of()).stream()
                        .map(Parties.Doubt::notice)
                        .map(NoticeRef::toString)
                        .toList(),
                parent.parent().liableBecause());
    }

    /** What has to be settled first about each unpaid notice: money that may be for it, and a request to withdraw it. */
    Map<NoticeRef, List<CheckedRule>> undecided(List<NoticeFile> notices) {
        Map<NoticeRef, List<CheckedRule>> undecided = new HashMap<>();
        notices.stream()
                .filter(file ->
                        file.state() == NoticeFile.State.UNPAID || file.state().payable())
                .forEach(file -> undecided.put(file.notice().ref(), undecided(file.notice())));
        return undecided;
    }

    private List<CheckedRule> undecided(Notice notice) {
        List<CheckedRule> undecided = new ArrayList<>();
        List<Payment> waiting = matches.thatStop(notice);
        if (!waiting.isEmpty()) {
            undecided.add(CourtRules.rule(
                    "PAYMENT_NOT_SETTLED",
                    "Money came that may be for notice " + notice.ref() + ", and nobody has settled what for.",
                    "Education Act 1996, section 444A: no proceedings once a notice is paid",
                    "Settle the payment in the ledger."));
        }
        withdrawals
                .open(notice.ref())
                .ifPresent(request -> undecided.add(CourtRules.rule(
                        "WITHDRAWAL_NOT_DECIDED",
                        "The withdrawal of notice " + notice.ref() + " is asked for and not decided: "
                                + request.words(),
                        "Education (Penalty Notices) (England) Regulations 2007: no proceedings once a notice is withdrawn",
                        "Decide the request.")));
        return undecided;
    }
}
