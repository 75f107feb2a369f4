package uk.daymark.enforcement.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
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
import uk.daymark.enforcement.ledger.Notice;
import uk.daymark.enforcement.ledger.NoticeFile;
import uk.daymark.enforcement.notice.WithdrawalRequest;
import uk.daymark.enforcement.notice.Withdrawals;
import uk.daymark.time.Dates;
import uk.daymark.web.Conflict;
import uk.daymark.web.InvalidInput;

/** Asking that a notice is withdrawn, and what became of that; for the school too, which sees no more of the notice than its outcome. */
@Controller
class WithdrawalRequestPages {

    private final Access access;
    private final WithdrawalDesk desk;
    private final LedgerDesk ledgerDesk;
    private final Withdrawals withdrawals;
    private final Dates dates;

    WithdrawalRequestPages(
            Access access, WithdrawalDesk desk, LedgerDesk ledgerDesk, Withdrawals withdrawals, Dates dates) {
        this.access = access;
        this.desk = desk;
        this.ledgerDesk = ledgerDesk;
        this.withdrawals = withdrawals;
        this.dates = dates;
    }

    /** A request as a line. */
    record Asked(String when, String who, String words, String outcome) {}

    @GetMapping("/notices/{ref}/withdrawal-requests")
    ModelAndView page(@PathVariable String ref) {
        SignedIn person = access.require(Action.SEE_NOTICE_OUTCOMES);
        return view(desk.notice(LedgerDesk.ref(ref), person), person, Map.of(), Map.of());
    }

    @PostMapping("/notices/{ref}/withdrawal-requests")
    ModelAndView ask(@PathVariable String ref, @RequestParam Map<String, String> typed, RedirectAttributes after) {
        SignedIn person = access.require(Action.ASK_WITHDRAWAL);
        NoticeFile file = desk.notice(LedgerDesk.ref(ref), person);
        try {
            desk.ask(file.notice().ref(), Sent.form(typed), person);
        } catch (InvalidInput invalid) {
            return view(file, person, typed, LedgerPages.errors(invalid));
        } catch (Conflict conflict) {
            ModelAndView view = view(file, person, typed, LedgerPages.error("words", conflict));
            view.setStatus(HttpStatus.CONFLICT);
            return view;
        }
        after.addFlashAttribute("said", "The request is entered. An officer of the authority looks at it.");
        return new ModelAndView("redirect:/notices/" + file.notice().ref() + "/withdrawal-requests");
    }

    private ModelAndView view(NoticeFile file, SignedIn person, Map<String, String> typed, Map<String, String> errors) {
        Notice notice = file.notice();
        ModelAndView view = new ModelAndView("ledger/withdrawal-requests");
        view.addObject("ref", notice.ref().value());
        view.addObject("parent", notice.parentName());
        view.addObject("pupil", ledgerDesk.name(notice.pupil()));
        view.addObject("state", file.state().title());
        view.addObject("issued", dates.day(notice.issuedOn()));
        view.addObject("asked", asked(file, person));
        view.addObject("whyNot", withdrawals.whyNot(file).orElse(""));
        view.addObject("mayAsk", person.may(Action.ASK_WITHDRAWAL));
        view.addObject("seesLedger", person.may(Action.SEE_LEDGER));
        Map<String, String> choices = new LinkedHashMap<>();
        WithdrawalDesk.choices(person).forEach(one -> choices.put(one.name(), one.title()));
        view.addObject("choices", choices);
        view.addObject("typed", typed);
        return LedgerPages.withErrors(view, errors);
    }

    private List<Asked> asked(NoticeFile file, SignedIn person) {
        return withdrawals.of(file.notice().ref()).stream()
                .map(request -> new Asked(
                        dates.moment(request.enteredAt()),
                        request.from().title(),
                        WithdrawalDesk.readsWords(request, person) ? request.words() : "Known to the authority",
                        request.decided()
                                .map(decided -> outcome(decided, person))
                                .orElse("Not decided yet")))
                .toList();
    }

    private static String outcome(WithdrawalRequest.Decided decided, SignedIn person) {
        if (!WithdrawalDesk.inFull(person)) {
            return decided.outcome().title();
        }
        return decided.outcome().title()
                + decided.ground().map(ground -> ", " + ground).orElse("") + ". " + decided.why();
    }
}
