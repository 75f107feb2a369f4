package uk.daymark.enforcement.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import uk.daymark.access.Access;
import uk.daymark.access.Action;
import uk.daymark.access.SignedIn;
import uk.daymark.enforcement.ledger.NoticeRef;
import uk.daymark.enforcement.notice.WithdrawalRequest;

/** Requests to withdraw a notice, for programs. */
@RestController
class WithdrawalRequestsApi {

    private final Access access;
    private final WithdrawalDesk desk;

    WithdrawalRequestsApi(Access access, WithdrawalDesk desk) {
        this.access = access;
        this.desk = desk;
    }

    /**
     * A request as programs read it: without what the officer found. A school reads its own words, and of others only what came of it.
     *
     * @param words null where they are not the reader's to see
     * @param outcome null until it is decided
     * @param ground null where it was refused, is not decided or is not the reader's to see
     * @param why null until it is decided, or where it is not the reader's to see
     */
    record RequestJson(
            NoticeRef notice,
            WithdrawalRequest.From from,
            Optional<String> words,
            Instant askedAt,
            Optional<WithdrawalRequest.Outcome> outcome,
            Optional<String> ground,
            Optional<String> why,
            Optional<Instant> decidedAt) {

        static RequestJson of(WithdrawalRequest request, SignedIn person) {
            boolean inFull = WithdrawalDesk.inFull(person);
            return new RequestJson(
                    request.notice(),
                    request.from(),
                    Optional.of(request.words()).filter(words -> WithdrawalDesk.readsWords(request, person)),
                    request.enteredAt(),
                    request.decided().map(WithdrawalRequest.Decided::outcome),
                    request.decided().flatMap(WithdrawalRequest.Decided::ground).filter(ground -> inFull),
                    request.decided().map(WithdrawalRequest.Decided::why).filter(why -> inFull),
                    request.decided().map(WithdrawalRequest.Decided::at));
        }
    }

    @GetMapping("/api/notices/{ref}/withdrawal-requests")
    LedgerDesk.Listed<RequestJson> list(@PathVariable String ref) {
        SignedIn person = access.require(Action.SEE_NOTICE_OUTCOMES);
        List<RequestJson> requests = desk.of(LedgerDesk.ref(ref), person).stream()
                .map(request -> RequestJson.of(request, person))
                .toList();
        return new LedgerDesk.Listed<>(requests.size(), 1, Math.max(1, requests.size()), requests);
    }

    @PostMapping("/api/notices/{ref}/withdrawal-requests")
    @ResponseStatus(HttpStatus.CREATED)
    RequestJson ask(@PathVariable String ref, @RequestBody JsonNode body) {
        SignedIn person = access.require(Action.ASK_WITHDRAWAL);
        return RequestJson.of(desk.ask(LedgerDesk.ref(ref), Sent.body(body), person), person);
    }
}
