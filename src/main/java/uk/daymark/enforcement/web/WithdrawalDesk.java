package uk.daymark.enforcement.web;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.access.Action;
import uk.daymark.access.Role;
import uk.daymark.access.SignedIn;
import uk.daymark.enforcement.ledger.Keeper;
import uk.daymark.enforcement.ledger.Ledger;
import uk.daymark.enforcement.ledger.NoticeFile;
import uk.daymark.enforcement.ledger.NoticeRef;
import uk.daymark.enforcement.notice.WithdrawalRequest;
import uk.daymark.enforcement.notice.WithdrawalRequest.From;
import uk.daymark.enforcement.notice.Withdrawals;
import uk.daymark.journal.Journal;

/** Asking for a withdrawal: the same for programs and for people. */
@Component
class WithdrawalDesk {

    private final LedgerDesk desk;
    private final Ledger ledger;
    private final Withdrawals withdrawals;
    private final Journal journal;

    WithdrawalDesk(LedgerDesk desk, Ledger ledger, Withdrawals withdrawals, Journal journal) {
        this.desk = desk;
        this.ledger = ledger;
        this.withdrawals = withdrawals;
        this.journal = journal;
    }

    /** The notice, where it is in this person's scope. */
    NoticeFile notice(NoticeRef ref, SignedIn person) {
        NoticeFile file = ledger.find(ref, desk.keeper(person).scope());
        journal.looked(ref.value(), "/notices/" + ref + "/withdrawal-requests");
        return file;
    }

    List<WithdrawalRequest> of(NoticeRef ref, SignedIn person) {
        return withdrawals.of(notice(ref, person).notice().ref());
    }

    /** Whether this person reads the reasons too. */
    static boolean inFull(SignedIn person) {
        return person.may(Action.SEE_LEDGER);
    }

    /** Whether this person reads the words of a request: a school its own, and whoever entered them. */
    static boolean readsWords(WithdrawalRequest request, SignedIn person) {
        return inFull(person)
                || request.from() == From.SCHOOL
                || request.enteredBy().equals(person.userName());
    }

    /** Who can have asked, by who enters it: nobody speaks for the authority but its officer. */
    static List<From> choices(SignedIn person) {
        return person.role() == Role.OFFICER
                ? List.of(From.PARENT, From.SCHOOL, From.OFFICER)
                : List.of(From.SCHOOL, From.PARENT);
    }

    WithdrawalRequest ask(NoticeRef ref, Sent sent, SignedIn person) {
        Keeper keeper = desk.keeper(person);
        ledger.find(ref, keeper.scope());
        Optional<From> from = sent.choice("from", From.class);
        if (from.filter(choices(person)::contains).isEmpty() && from.isPresent()) {
            sent.fields().fault("from", "Choose who asks.");
        }
        Optional<String> words = sent.words("words", Sent.LONGEST_WORDS, "Say what is asked and why.");
        sent.finish();
        return withdrawals.ask(ref, from.orElseThrow(), words.orElseThrow(), keeper.userName(), keeper.scope());
    }
}
