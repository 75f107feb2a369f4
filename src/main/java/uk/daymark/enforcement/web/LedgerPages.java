package uk.daymark.enforcement.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriUtils;
import uk.daymark.access.Access;
import uk.daymark.access.Action;
import uk.daymark.access.SignedIn;
import uk.daymark.enforcement.ledger.Keeper;
import uk.daymark.enforcement.ledger.Ledger;
import uk.daymark.enforcement.ledger.Notice;
import uk.daymark.enforcement.ledger.NoticeFile;
import uk.daymark.enforcement.ledger.Payments;
import uk.daymark.journal.Journal;
import uk.daymark.measure.NoticeLookback.Outcome;
import uk.daymark.people.PupilSearch;
import uk.daymark.people.Scope;
import uk.daymark.time.Dates;
import uk.daymark.time.TypedDay;
import uk.daymark.web.Conflict;
import uk.daymark.web.Fault;
import uk.daymark.web.InvalidInput;

/** The ledger at the officer's desk: finding notices, earlier notices, who is the same person. */
@Controller
class LedgerPages {

    private static final int PAGE_SIZE = 50;
    private static final int MOST_PUPILS = 20;

    /** What a call is told of a field that is left out; on a page the sentence says what to do. */
    private static final String MISSING = "This is missing.";

    private static final Map<String, String> WHEN_MISSING = Map.ofEntries(
            Map.entry("amount", "Enter the amount."),
            Map.entry("receivedOn", "Enter the day on which it was received."),
            Map.entry("paidOn", "Enter the day on which it was paid back."),
            Map.entry("method", "Choose how it came."),
            Map.entry("shares", "Enter each notice and its amount."),
            Map.entry("why", "Say why."),
            Map.entry("kind", "Choose what it was for."),
            Map.entry("issuedOn", "Enter the day on which it was issued."),
            Map.entry("from", "Enter the first day of the absence."),
            Map.entry("to", "Enter the last day of the absence."),
            Map.entry("outcome", "Choose what became of it."),
            Map.entry("ground", "Choose the ground."),
            Map.entry("withdrawnOn", "Enter the day on which it was withdrawn."),
            Map.entry("route", "Choose how."),
            Map.entry("begunOn", "Enter the day on which it was begun."),
            Map.entry("result", "Choose what the court decided."),
            Map.entry("resultOn", "Enter the day of the result."));

    private final Access access;
    private final LedgerDesk desk;
    private final LedgerWrites writes;
    private final Ledger ledger;
    private final Payments payments;
    private final Persons persons;
    private final PupilSearch search;
    private final Journal journal;
    private final Dates dates;

    LedgerPages(
            Access access,
            LedgerDesk desk,
            LedgerWrites writes,
            Ledger ledger,
            Payments payments,
            Persons persons,
            PupilSearch search,
            Journal journal,
            Dates dates) {
        this.access = access;
        this.desk = desk;
        this.writes = writes;
        this.ledger = ledger;
        this.payments = payments;
        this.persons = persons;
        this.search = search;
        this.journal = journal;
        this.dates = dates;
    }

    @GetMapping("/ledger")
    ModelAndView list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "1") int page) {
        SignedIn person = access.require(Action.SEE_LEDGER);
        Keeper keeper = desk.keeper(person);
        Ledger.Page found = state.isBlank()
                ? ledger.page(q, keeper.scope(), page, PAGE_SIZE)
                : inState(q, state, keeper.scope(), page);
        ModelAndView view = new ModelAndView("ledger/ledger");
        view.addObject("q", q);
        view.addObject("state", state);
        view.addObject("states", states());
        view.addObject("total", found.total());
        view.addObject("page", found.page());
        view.addObject("last", Math.max(1, (found.total() + PAGE_SIZE - 1) / PAGE_SIZE));
        view.addObject("lines", NoticeLine.of(found.files(), desk, dates));
        view.addObject(
                "pupils",
                q.isBlank()
                        ? List.of()
                        : search.search(keeper.scope(), q, 1, MOST_PUPILS).found());
        view.addObject("unmatched", payments.unmatched(keeper).size());
        view.addObject("mayKeep", person.may(Action.KEEP_LEDGER));
        return view;
    }

    /** Where a notice stands follows from its money and the day, so all that are found are looked at. */
    private Ledger.Page inState(String words, String state, Scope scope, int page) {
        List<NoticeFile> all = ledger.search(words, Optional.empty(), scope).stream()
                .filter(file -> file.state().name().equals(state))
                .toList();
        int shown = Math.max(1, Math.min(page, (all.size() + PAGE_SIZE - 1) / PAGE_SIZE));
        return new Ledger.Page(
                all.size(), shown, all.subList((shown - 1) * PAGE_SIZE, Math.min(shown * PAGE_SIZE, all.size())));
    }

    private static Map<String, String> states() {
        Map<String, String> states = new LinkedHashMap<>();
        states.put("", "All");
        for (NoticeFile.State one : NoticeFile.State.values()) {
            states.put(one.name(), one.title());
        }
        return states;
    }

    @GetMapping("/ledger/{urn}/{ref}")
    ModelAndView pupil(@PathVariable String urn, @PathVariable String ref) {
        SignedIn person = access.require(Action.SEE_LEDGER);
        LedgerDesk.PupilAt pupil = desk.pupil(urn, ref, desk.keeper(person).scope());
        journal.looked("LEDGER", "/ledger/" + urn + "/" + ref);
        return pupilPage(pupil, person, Map.of(), Map.of());
    }

    @PostMapping("/ledger/{urn}/{ref}/same-person")
    ModelAndView samePerson(
            @PathVariable String urn,
            @PathVariable String ref,
            @RequestParam Map<String, String> typed,
            RedirectAttributes after) {
        SignedIn person = access.require(Action.KEEP_LEDGER);
        Keeper keeper = desk.keeper(person);
        LedgerDesk.PupilAt pupil = desk.pupilToWriteOf(urn, ref, keeper.scope());
        try {
            writes.person(pupil, Sent.form(typed), keeper);
            after.addFlashAttribute("said", "Your answer is entered.");
            return to(pupil);
        } catch (InvalidInput invalid) {
            return pupilPage(pupil, person, errorsAt(doubt(typed), invalid), typed);
        } catch (Conflict conflict) {
            return pupilPage(pupil, person, error(doubt(typed), conflict), typed);
        }
    }

    @PostMapping("/ledger/{urn}/{ref}/links/{id}/undo")
    ModelAndView undo(
            @PathVariable String urn,
            @PathVariable String ref,
            @PathVariable long id,
            @RequestParam Map<String, String> typed,
            RedirectAttributes after) {
        SignedIn person = access.require(Action.KEEP_LEDGER);
        Keeper keeper = desk.keeper(person);
        LedgerDesk.PupilAt pupil = desk.pupilToWriteOf(urn, ref, keeper.scope());
        try {
            writes.unlink(pupil, id, Sent.form(typed), keeper);
            after.addFlashAttribute("said", "The link is undone. It stays readable.");
            return to(pupil);
        } catch (InvalidInput invalid) {
            return pupilPage(pupil, person, errorsAt("undo-" + id, invalid), typed);
        } catch (Conflict conflict) {
            return pupilPage(pupil, person, error("undo-" + id, conflict), typed);
        }
    }

    /** The field of the doubt that was answered. */
    private static String doubt(Map<String, String> typed) {
        return "why-" + typed.getOrDefault("contact", "") + "-" + typed.getOrDefault("party", "");
    }

    /** All that is wrong, at the one field of a short form. */
    private static Map<String, String> errorsAt(String field, InvalidInput invalid) {
        return Map.of(field, String.join(" ", errors(invalid).values()));
    }

    private ModelAndView pupilPage(
            LedgerDesk.PupilAt pupil, SignedIn person, Map<String, String> errors, Map<String, String> typed) {
        Scope scope = desk.keeper(person).scope();
        ModelAndView view = new ModelAndView("ledger/pupil");
        view.addObject("pupil", pupil);
        view.addObject("people", persons.of(pupil.id(), scope));
        view.addObject("lines", NoticeLine.of(persons.notices(pupil.id(), scope), desk, dates));
        view.addObject("typed", typed);
        view.addObject(
                "mayKeep",
                person.may(Action.KEEP_LEDGER) && desk.pupil(pupil.id(), scope).isPresent());
        return withErrors(view, errors);
    }

    @GetMapping("/ledger/{urn}/{ref}/earlier")
    ModelAndView earlier(@PathVariable String urn, @PathVariable String ref) {
        SignedIn person = access.require(Action.KEEP_LEDGER);
        Scope scope = desk.keeper(person).scope();
        return earlierForm(
                desk.pupilToWriteOf(urn, ref, scope),
                scope,
                Map.of("kind", "ATTENDANCE", "absence", "NOT_KNOWN"),
                Map.of());
    }

    @PostMapping("/ledger/{urn}/{ref}/earlier")
    ModelAndView enterEarlier(
            @PathVariable String urn,
            @PathVariable String ref,
            @RequestParam Map<String, String> typed,
            RedirectAttributes after) {
        SignedIn person = access.require(Action.KEEP_LEDGER);
        Keeper keeper = desk.keeper(person);
        LedgerDesk.PupilAt pupil = desk.pupilToWriteOf(urn, ref, keeper.scope());
        Map<String, String> all = new LinkedHashMap<>(typed);
        all.put("school", urn);
        all.put("pupilRef", ref);
        try {
            NoticeFile entered = writes.earlier(Sent.form(all), keeper);
            after.addFlashAttribute("said", "The earlier notice is entered. It counts like any other.");
            return new ModelAndView("redirect:/notices/" + entered.notice().ref());
        } catch (InvalidInput invalid) {
            return earlierForm(pupil, keeper.scope(), typed, errors(invalid));
        } catch (Conflict conflict) {
            return earlierForm(pupil, keeper.scope(), typed, error("issuedOn", conflict));
        }
    }

    private ModelAndView earlierForm(
            LedgerDesk.PupilAt pupil, Scope scope, Map<String, String> typed, Map<String, String> errors) {
        ModelAndView view = new ModelAndView("ledger/earlier");
        view.addObject("pupil", pupil);
        view.addObject("typed", typed);
        Map<String, String> people = new LinkedHashMap<>();
        people.put("", "Somebody else, named below");
        persons.of(pupil.id(), scope)
                .forEach(one -> people.put(String.valueOf(one.contact()), one.name() + ", " + one.relationship()));
        view.addObject("people", people);
        Map<String, String> kinds = new LinkedHashMap<>();
        for (Notice.Kind kind : Notice.Kind.values()) {
            kinds.put(kind.name(), kind.title());
        }
        view.addObject("kinds", kinds);
        view.addObject("outcomes", outcomes());
        view.addObject("absences", absences());
        return withErrors(view, errors);
    }

    static Map<String, String> outcomes() {
        Map<String, String> outcomes = new LinkedHashMap<>();
        outcomes.put(Outcome.PAID.name(), "Paid");
        outcomes.put(Outcome.UNPAID.name(), "Not paid, or not known");
        outcomes.put(Outcome.UNPAID_CONVICTED.name(), "Not paid, convicted or pleaded guilty");
        outcomes.put(Outcome.UNPAID_ACQUITTED.name(), "Not paid, acquitted");
        outcomes.put(Outcome.WITHDRAWN.name(), "Withdrawn");
        return outcomes;
    }

    static Map<String, String> absences() {
        Map<String, String> absences = new LinkedHashMap<>();
        for (NoticeFile.Absence absence : NoticeFile.Absence.values()) {
            absences.put(absence.name(), absence.title());
        }
        return absences;
    }

    static ModelAndView withErrors(ModelAndView view, Map<String, String> errors) {
        view.addObject("errors", errors);
        if (!errors.isEmpty()) {
            view.setStatus(HttpStatus.BAD_REQUEST);
        }
        return view;
    }

    /** Each fault at the field that it is about. */
    static Map<String, String> errors(InvalidInput invalid) {
        Map<String, String> errors = new LinkedHashMap<>();
        for (Fault fault : invalid.faults()) {
            String field = fault.pointer().replaceFirst("^/", "").replaceFirst("/.*", "");
            String at = field.equals("offence") ? "to" : field;
            // Programs write a day another way than people do.
            String message = fault.message().replace("as in 2025-09-15", TypedDay.LIKE);
            errors.putIfAbsent(at, message.equals(MISSING) ? WHEN_MISSING.getOrDefault(at, MISSING) : message);
        }
        return errors;
    }

    static Map<String, String> error(String field, Conflict conflict) {
        return Map.of(field, String.valueOf(conflict.getMessage()));
    }

    private static ModelAndView to(LedgerDesk.PupilAt pupil) {
        return new ModelAndView("redirect:/ledger/" + pupil.school().urn() + "/"
                + UriUtils.encodePathSegment(pupil.ref(), StandardCharsets.UTF_8));
    }
}
