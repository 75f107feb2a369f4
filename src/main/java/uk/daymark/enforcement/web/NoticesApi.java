package uk.daymark.enforcement.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import uk.daymark.access.Access;
import uk.daymark.access.Action;
import uk.daymark.access.SignedIn;
import uk.daymark.enforcement.ledger.Ledger;
import uk.daymark.enforcement.ledger.Notice;
import uk.daymark.enforcement.ledger.NoticeFile;
import uk.daymark.journal.Journal;

/** Notices for programs. */
@RestController
class NoticesApi {

    private final Access access;
    private final LedgerDesk desk;
    private final LedgerWrites writes;
    private final Ledger ledger;
    private final Journal journal;

    NoticesApi(Access access, LedgerDesk desk, LedgerWrites writes, Ledger ledger, Journal journal) {
        this.access = access;
        this.desk = desk;
        this.writes = writes;
        this.ledger = ledger;
        this.journal = journal;
    }

    @GetMapping("/api/notices")
    LedgerDesk.Listed<NoticeJson> list(
            @RequestParam Optional<String> pupil,
            @RequestParam(defaultValue = "") String q,
            @RequestParam Optional<NoticeFile.State> state,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "50") int size) {
        SignedIn person = access.require(Action.SEE_LEDGER);
        LedgerDesk.Listed<NoticeFile> found = LedgerDesk.Listed.of(
                ledger.search(q, pupil, desk.keeper(person).scope()).stream()
                        .filter(file -> state.isEmpty() || file.state() == state.get())
                        .toList(),
                page,
                size);
        return new LedgerDesk.Listed<>(
                found.total(),
                found.page(),
                found.size(),
                found.items().stream().map(file -> NoticeJson.of(file, desk)).toList());
    }

    @GetMapping("/api/notices/{ref}")
    NoticeJson one(@PathVariable String ref) {
        SignedIn person = access.require(Action.SEE_LEDGER);
        NoticeFile file = ledger.find(LedgerDesk.ref(ref), desk.keeper(person).scope());
        journal.looked(
                file.notice().ref().value(), "/api/notices/" + file.notice().ref());
        return NoticeJson.of(file, desk);
    }

    @PostMapping("/api/notices/earlier")
    @ResponseStatus(HttpStatus.CREATED)
    NoticeJson earlier(@RequestBody JsonNode body) {
        SignedIn person = access.require(Action.KEEP_LEDGER);
        return NoticeJson.of(writes.earlier(Sent.body(body), desk.keeper(person)), desk);
    }

    @PostMapping("/api/notices/{ref}/outcome")
    NoticeJson outcome(@PathVariable String ref, @RequestBody JsonNode body) {
        SignedIn person = access.require(Action.KEEP_LEDGER);
        return NoticeJson.of(writes.told(LedgerDesk.ref(ref), Sent.body(body), desk.keeper(person)), desk);
    }

    @PostMapping("/api/notices/{ref}/withdrawal")
    NoticeJson withdrawal(@PathVariable String ref, @RequestBody JsonNode body) {
        SignedIn person = access.require(Action.KEEP_LEDGER);
        return NoticeJson.of(writes.withdrawal(LedgerDesk.ref(ref), Sent.body(body), desk.keeper(person)), desk);
    }

    @PostMapping("/api/notices/{ref}/prosecution")
    NoticeJson prosecution(@PathVariable String ref, @RequestBody JsonNode body) {
        SignedIn person = access.require(Action.KEEP_LEDGER);
        return NoticeJson.of(writes.prosecution(LedgerDesk.ref(ref), Sent.body(body), desk.keeper(person)), desk);
    }

    @PostMapping("/api/notices/{ref}/refund")
    NoticeJson refund(@PathVariable String ref, @RequestBody JsonNode body) {
        SignedIn person = access.require(Action.KEEP_LEDGER);
        return NoticeJson.of(writes.refund(LedgerDesk.ref(ref), Sent.body(body), desk.keeper(person)), desk);
    }

    @GetMapping("/api/notice-outcomes")
    LedgerDesk.Listed<NoticeJson.OutcomeOnly> outcomes(
            @RequestParam Optional<String> pupil,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "50") int size) {
        SignedIn person = access.require(Action.SEE_NOTICE_OUTCOMES);
        return LedgerDesk.Listed.of(
                ledger.search("", pupil, desk.keeper(person).scope()).stream()
                        .filter(file -> file.notice().origin() == Notice.Origin.ISSUED)
                        .map(file -> NoticeJson.OutcomeOnly.of(file, desk))
                        .toList(),
                page,
                size);
    }
}
