package uk.daymark.enforcement.notice;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.daymark.enforcement.ledger.Ledger;
import uk.daymark.enforcement.ledger.Notice;
import uk.daymark.enforcement.ledger.NoticeFile;
import uk.daymark.enforcement.ledger.NoticeRef;
import uk.daymark.enforcement.notice.WithdrawalRequest.Decided;
import uk.daymark.enforcement.notice.WithdrawalRequest.From;
import uk.daymark.enforcement.notice.WithdrawalRequest.Looked;
import uk.daymark.enforcement.notice.WithdrawalRequest.Outcome;
import uk.daymark.journal.Entry;
import uk.daymark.journal.Journal;
import uk.daymark.measure.NoticeLookback;
import uk.daymark.people.Scope;
import uk.daymark.time.Turn;
import uk.daymark.web.Conflict;
import uk.daymark.web.NotFound;
import uk.daymark.workflow.Processes;

/** Requests to withdraw notices: who asked, what was found, what was decided. Asking withdraws nothing. */
@Service
public class Withdrawals {

    private final WithdrawalStore store;
    private final Ledger ledger;
    private final NoticeOf notices;
    private final Processes processes;
    private final Journal journal;
    private final NoticeWords words;
    private final Turn turn;
    private final Clock clock;

    Withdrawals(
            WithdrawalStore store,
            Ledger ledger,
            NoticeOf notices,
            Processes processes,
            Journal journal,
            NoticeWords words,
            Turn turn,
            Clock clock) {
        this.store = store;
        this.ledger = ledger;
        this.notices = notices;
        this.processes = processes;
        this.journal = journal;
        this.words = words;
        this.turn = turn;
        this.clock = clock;
    }

    /** Every request about a notice, oldest first. */
    public List<WithdrawalRequest> of(NoticeRef notice) {
        return store.of(notice);
    }

    /** The request about a notice that nobody has decided yet. */
    public Optional<WithdrawalRequest> open(NoticeRef notice) {
        return store.of(notice).stream().filter(WithdrawalRequest::open).findFirst();
    }

    /** Whether the withdrawal of a notice goes the way of the model: then nobody enters it in the ledger by hand. */
    public boolean mustBeAskedFor(NoticeRef notice) {
        return notices.parentOf(notice).isPresent();
    }

    /** Why nobody can ask for its withdrawal, as a sentence; empty where one can. */
    public Optional<String> whyNot(NoticeFile file) {
        NoticeRef ref = file.notice().ref();
        if (file.notice().origin() == Notice.Origin.EARLIER || !mustBeAskedFor(ref)) {
            return Optional.of(words.say("ask-not-ours", ref));
        }
        if (file.withdrawal().isPresent()) {
            return Optional.of(words.say("ask-withdrawn", ref));
        }
        if (file.outcome() == NoticeLookback.Outcome.UNPAID_CONVICTED) {
            return Optional.of(words.say("ask-convicted", ref));
        }
        return open(ref).map(request -> words.say("ask-open", ref));
    }

    /**
     * Asks for the withdrawal of a notice.
     *
     * @param said what is asked and why; never empty
     * @param scope how far whoever asks sees
     * @throws NotFound where the notice is not in scope
     * @throws Conflict where it cannot be asked for
     */
    public WithdrawalRequest ask(NoticeRef notice, From from, String said, String by, Scope scope) {
        ledger.find(notice, scope);
        return turn.alone(() -> {
            WithdrawalRequest request = enter(notice, from, said, Optional.empty(), by);
            begin(notice);
            return request;
        });
    }

    /** Enters a request; it is begun by {@link #begin}. */
    @Transactional
    WithdrawalRequest enter(NoticeRef notice, From from, String said, Optional<String> settledGround, String by) {
        NoticeFile file = ledger.find(notice, Scope.everywhere());
        whyNot(file).ifPresent(why -> {
            throw new Conflict(why);
        });
        store.add(notice, from, said, settledGround, by, clock.instant());
        record(file, words.say("asked-for", from.title(), notice), said);
        return open(notice).orElseThrow();
    }

    /** Lets people look at the open request. */
    @Transactional
    void begin(NoticeRef notice) {
        processes.start(NoticeModels.WITHDRAWAL, notice.value(), Map.of());
    }

    @Transactional
    void looked(WithdrawalRequest request, Looked looked) {
        store.looked(request.id(), looked);
        record(
                ledger.find(request.notice(), Scope.everywhere()),
                looked.advice()
                        ? words.say("advised-grant", request.notice())
                        : words.say("advised-refuse", request.notice()),
                looked.found());
    }

    @Transactional
    void decided(WithdrawalRequest request, Outcome outcome, Optional<String> ground, String why, String by) {
        store.decided(request.id(), new Decided(outcome, ground, why, by, clock.instant()));
        record(
                ledger.find(request.notice(), Scope.everywhere()),
                words.say("request-decided", request.notice(), outcome.title())
                        + ground.map(on -> " " + words.say("on-ground", on)).orElse(""),
                why);
    }

    private void record(NoticeFile file, String what, String why) {
        journal.write(Entry.of(file.notice().ref().value(), "NOTICE", what, why));
        file.notice().caseRef().ifPresent(ref -> journal.write(Entry.of(ref, "NOTICE", what, why)));
    }
}
