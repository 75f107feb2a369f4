package uk.daymark.enforcement.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
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
import uk.daymark.enforcement.ledger.Keeper;
import uk.daymark.enforcement.ledger.Money;
import uk.daymark.enforcement.ledger.NoticeRef;
import uk.daymark.enforcement.ledger.Payment;
import uk.daymark.enforcement.ledger.PaymentMatches;
import uk.daymark.enforcement.ledger.Payments;

/** Money that comes for notices, for programs: an authority's cash system sends each payment once, with an id of its own. */
@RestController
class PaymentsApi {

    private final Access access;
    private final LedgerDesk desk;
    private final LedgerWrites writes;
    private final Payments payments;
    private final PaymentMatches matches;

    PaymentsApi(Access access, LedgerDesk desk, LedgerWrites writes, Payments payments, PaymentMatches matches) {
        this.access = access;
        this.desk = desk;
        this.writes = writes;
        this.payments = payments;
        this.matches = matches;
    }

    /**
     * A payment.
     *
     * @param unmatched pounds of it that went nowhere
     * @param mightBelongTo the notices on which our next step waits because of that
     */
    record PaymentJson(
            long id,
            String entryId,
            LocalDate receivedOn,
            Money amount,
            Payment.Method method,
            String reference,
            String payer,
            String recordedBy,
            List<Payment.Share> shares,
            Money paidBack,
            Money unmatched,
            Optional<String> struckOutBecause,
            List<NoticeRef> mightBelongTo) {}

    private PaymentJson json(Payment payment) {
        return new PaymentJson(
                payment.id(),
                payment.entryId(),
                payment.receivedOn(),
                payment.amount(),
                payment.method(),
                payment.reference(),
                payment.payer(),
                payment.recordedBy(),
                payment.shares(),
                payment.paidBack(),
                payment.unmatched(),
                payment.struckWhy(),
                matches.mightBelongTo(payment).stream()
                        .map(file -> file.notice().ref())
                        .toList());
    }

    @GetMapping("/api/payments")
    LedgerDesk.Listed<PaymentJson> list(
            @RequestParam(defaultValue = "false") boolean unmatched,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "50") int size) {
        Keeper keeper = desk.keeper(access.require(Action.SEE_LEDGER));
        LedgerDesk.Listed<Payment> found =
                LedgerDesk.Listed.of(unmatched ? payments.unmatched(keeper) : payments.all(keeper), page, size);
        return new LedgerDesk.Listed<>(
                found.total(),
                found.page(),
                found.size(),
                found.items().stream().map(this::json).toList());
    }

    @GetMapping("/api/payments/{id}")
    PaymentJson one(@PathVariable long id) {
        SignedIn person = access.require(Action.SEE_LEDGER);
        return json(payments.find(id, desk.keeper(person)));
    }

    @PostMapping("/api/payments")
    @ResponseStatus(HttpStatus.CREATED)
    PaymentJson enter(@RequestBody JsonNode body) {
        SignedIn person = access.require(Action.KEEP_LEDGER);
        return json(writes.payment(Sent.body(body), desk.keeper(person)));
    }

    @PostMapping("/api/payments/{id}/settle")
    PaymentJson settle(@PathVariable long id, @RequestBody JsonNode body) {
        SignedIn person = access.require(Action.KEEP_LEDGER);
        return json(writes.settled(id, Sent.body(body), desk.keeper(person)));
    }

    @PostMapping("/api/payments/{id}/strike-out")
    PaymentJson strike(@PathVariable long id, @RequestBody JsonNode body) {
        SignedIn person = access.require(Action.KEEP_LEDGER);
        return json(writes.struck(id, Sent.body(body), desk.keeper(person)));
    }

    @PostMapping("/api/payments/{id}/refund")
    PaymentJson refund(@PathVariable long id, @RequestBody JsonNode body) {
        SignedIn person = access.require(Action.KEEP_LEDGER);
        return json(writes.returned(id, Sent.body(body), desk.keeper(person)));
    }
}
