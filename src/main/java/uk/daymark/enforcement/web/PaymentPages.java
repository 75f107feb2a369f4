package uk.daymark.enforcement.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.daymark.access.Access;
import uk.daymark.access.Action;
import uk.daymark.access.SignedIn;
import uk.daymark.enforcement.ledger.Keeper;
import uk.daymark.enforcement.ledger.Payment;
import uk.daymark.enforcement.ledger.PaymentMatches;
import uk.daymark.enforcement.ledger.Payments;
import uk.daymark.journal.Journal;
import uk.daymark.time.Dates;
import uk.daymark.web.Conflict;
import uk.daymark.web.InvalidInput;
import uk.daymark.web.NotFound;

/** Money that comes, at the officer's desk: entered against one notice, several or none, and settled. */
@Controller
class PaymentPages {

    private static final DateTimeFormatter AS_TYPED = DateTimeFormatter.ofPattern("d M uuuu", Locale.UK);

    private final Access access;
    private final LedgerDesk desk;
    private final LedgerWrites writes;
    private final Payments payments;
    private final PaymentMatches matches;
    private final Journal journal;
    private final Dates dates;
    private final Clock clock;

    PaymentPages(
            Access access,
            LedgerDesk desk,
            LedgerWrites writes,
            Payments payments,
            PaymentMatches matches,
            Journal journal,
            Dates dates,
            Clock clock) {
        this.access = access;
        this.desk = desk;
        this.writes = writes;
        this.payments = payments;
        this.matches = matches;
        this.journal = journal;
        this.dates = dates;
        this.clock = clock;
    }

    /** A payment as a line. */
    record Line(long id, String received, String amount, String reference, String goesTo, String unmatched) {}

    private Line line(Payment payment) {
        return new Line(
                payment.id(),
                dates.day(payment.receivedOn()),
                payment.amount().toString(),
                payment.reference(),
                payment.struckWhy().isPresent()
                        ? "Struck out"
                        : payment.shares().stream()
                                .map(share -> share.amount() + " for " + share.notice())
                                .collect(Collectors.joining(", ")),
                payment.unmatched().any() ? payment.unmatched() + " to be settled" : "");
    }

    @GetMapping("/payments")
    ModelAndView list() {
        SignedIn person = access.require(Action.SEE_LEDGER);
        Keeper keeper = desk.keeper(person);
        ModelAndView view = new ModelAndView("ledger/payments");
        view.addObject(
                "waiting", payments.unmatched(keeper).stream().map(this::line).toList());
        view.addObject(
                "lines",
                payments.all(keeper).stream().limit(200).map(this::line).toList());
        view.addObject("mayKeep", person.may(Action.KEEP_LEDGER));
        return view;
    }

    @GetMapping("/payments/new")
    ModelAndView form(@RequestParam(defaultValue = "") String notice) {
        access.require(Action.KEEP_LEDGER);
        return form(
                Map.of(
                        "entryId",
                        UUID.randomUUID().toString(),
                        "receivedOn",
                        LocalDate.now(clock).format(AS_TYPED),
                        "method",
                        "BANK",
                        "shares",
                        notice.isBlank() ? "" : notice.strip() + " "),
                Map.of());
    }

    @PostMapping("/payments/new")
    ModelAndView enter(@RequestParam Map<String, String> typed, RedirectAttributes after) {
        Keeper keeper = desk.keeper(access.require(Action.KEEP_LEDGER));
        try {
            Payment entered = writes.payment(Sent.form(typed), keeper);
            after.addFlashAttribute(
                    "said",
                    entered.unmatched().any()
                            ? "The payment is entered. " + entered.unmatched()
                                    + " of it went nowhere: our next steps on the notices it may be for wait until you settle it."
                            : "The payment is entered.");
            return new ModelAndView("redirect:/payments/" + entered.id());
        } catch (InvalidInput invalid) {
            return form(typed, LedgerPages.errors(invalid));
        } catch (Conflict conflict) {
            return form(typed, LedgerPages.error("amount", conflict));
        }
    }

    private static ModelAndView form(Map<String, String> typed, Map<String, String> errors) {
        ModelAndView view = new ModelAndView("ledger/payment-form");
        view.addObject("typed", typed);
        Map<String, String> methods = new LinkedHashMap<>();
        for (Payment.Method method : Payment.Method.values()) {
            methods.put(method.name(), method.title());
        }
        view.addObject("methods", methods);
        return LedgerPages.withErrors(view, errors);
    }

    @GetMapping("/payments/{id}")
    ModelAndView one(@PathVariable long id) {
        SignedIn person = access.require(Action.SEE_LEDGER);
        return page(payments.find(id, desk.keeper(person)), person, Map.of(), Map.of());
    }

    @PostMapping("/payments/{id}/{what}")
    ModelAndView change(
            @PathVariable long id,
            @PathVariable String what,
            @RequestParam Map<String, String> typed,
            RedirectAttributes after) {
        SignedIn person = access.require(Action.KEEP_LEDGER);
        Keeper keeper = desk.keeper(person);
        Payment payment = payments.find(id, keeper);
        String reason = what.equals("settle") ? "why" : "why-" + what;
        try {
            Sent sent = Sent.form(asSent(typed, reason));
            switch (what) {
                case "settle" -> writes.settled(id, sent, keeper);
                case "strike-out" -> writes.struck(id, sent, keeper);
                case "refund" -> writes.returned(id, sent, keeper);
                default -> throw new NotFound("There is nothing of this address in the ledger.");
            }
        } catch (InvalidInput invalid) {
            return page(payment, person, under(reason, LedgerPages.errors(invalid)), typed);
        } catch (Conflict conflict) {
            return page(payment, person, LedgerPages.error(reason, conflict), typed);
        }
        after.addFlashAttribute("said", "It is entered.");
        return new ModelAndView("redirect:/payments/" + id);
    }

    /** Three forms of the page ask why, each in a field of its own, so that what is wrong with one does not stand at another. */
    private static Map<String, String> asSent(Map<String, String> typed, String reason) {
        Map<String, String> sent = new LinkedHashMap<>(typed);
        sent.remove(reason);
        sent.put("why", typed.getOrDefault(reason, ""));
        return sent;
    }

    private static Map<String, String> under(String reason, Map<String, String> errors) {
        Map<String, String> placed = new LinkedHashMap<>();
        errors.forEach((field, message) -> placed.put(field.equals("why") ? reason : field, message));
        return placed;
    }

    private ModelAndView page(Payment payment, SignedIn person, Map<String, String> errors, Map<String, String> typed) {
        ModelAndView view = new ModelAndView("ledger/payment");
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Received", dates.day(payment.receivedOn()));
        facts.put("Amount", payment.amount().toString());
        facts.put("How", payment.method().title());
        facts.put("Reference as given", payment.reference().isBlank() ? "None" : payment.reference());
        facts.put("Name on the payment", payment.payer().isBlank() ? "None" : payment.payer());
        facts.put("To be settled", payment.unmatched().toString());
        if (payment.paidBack().any()) {
            facts.put("Paid back", payment.paidBack().toString());
        }
        payment.struckWhy().ifPresent(why -> facts.put("Struck out", why));
        view.addObject("facts", facts);
        view.addObject("payment", payment);
        view.addObject("typed", typed);
        view.addObject(
                "mightBelongTo",
                NoticeLine.of(matches.mightBelongTo(payment).stream().limit(100).toList(), desk, dates));
        view.addObject(
                "happened",
                journal.of("Y-" + payment.id()).stream()
                        .map(one -> new NoticePages.Happened(
                                dates.moment(one.at()),
                                one.by(),
                                one.entry().what() + " " + one.entry().after(),
                                one.entry().why()))
                        .toList());
        view.addObject(
                "mayKeep", person.may(Action.KEEP_LEDGER) && payment.struckWhy().isEmpty());
        return LedgerPages.withErrors(view, errors);
    }
}
