package uk.daymark.cases.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.daymark.access.Access;
import uk.daymark.access.Action;
import uk.daymark.access.SignedIn;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.CaseLog;
import uk.daymark.cases.Cases;
import uk.daymark.cases.ShownEntries;
import uk.daymark.cases.Support;
import uk.daymark.cases.SupportKind;
import uk.daymark.cases.SupportRecord;
import uk.daymark.journal.Journal;
import uk.daymark.people.Pupils;
import uk.daymark.people.Urn;

/** What people do in a case by hand: open it, write in it, correct an entry, close it. */
@Controller
@RequestMapping("/cases")
class CaseActionPages {

    private final Access access;
    private final CaseDesk desk;
    private final CasePages pages;
    private final OpeningByHand opening;
    private final Cases cases;
    private final CaseLog log;
    private final Support support;
    private final Journal journal;
    private final Clock clock;

    CaseActionPages(
            Access access,
            CaseDesk desk,
            CasePages pages,
            OpeningByHand opening,
            Cases cases,
            CaseLog log,
            Support support,
            Journal journal,
            Clock clock) {
        this.access = access;
        this.desk = desk;
        this.pages = pages;
        this.opening = opening;
        this.cases = cases;
        this.log = log;
        this.support = support;
        this.journal = journal;
        this.clock = clock;
    }

    @GetMapping("/new")
    ModelAndView askToOpen(
            @RequestParam(defaultValue = "") String school, @RequestParam(defaultValue = "") String pupil) {
        SignedIn person = access.require(Action.WORK_CASES);
        return opening(person, school, pupil, "", EarlierTyped.of(Map.of()), Map.of());
    }

    @PostMapping("/new")
    ModelAndView open(
            @RequestParam(defaultValue = "") String school,
            @RequestParam(defaultValue = "") String pupil,
            @RequestParam(defaultValue = "") String why,
            @RequestParam Map<String, String> typed,
            RedirectAttributes after) {
        SignedIn person = access.require(Action.WORK_CASES);
        Map<String, String> errors = new LinkedHashMap<>();
        if (pupil.isBlank()) {
            errors.put("pupil", "Enter the pupil's reference");
        }
        if (why.isBlank()) {
            errors.put("why", "Say why a case is opened");
        }
        LogForm.tooLong(why, CaseWritesApi.LONGEST_TEXT).ifPresent(fault -> errors.put("why", fault));
        EarlierTyped earlier = EarlierTyped.of(typed);
        errors.putAll(earlier.errors(today()));
        if (!errors.isEmpty()) {
            return refused(opening(person, school, pupil, why, earlier, errors));
        }
        CaseFile file = opening.open(person, pupil.strip(), named(school), why.strip(), earlier.steps(today()));
        after.addFlashAttribute("said", "Case " + file.ref() + " is open.");
        return to("/cases/" + file.ref());
    }

    private ModelAndView opening(
            SignedIn person,
            String school,
            String pupil,
            String why,
            EarlierTyped earlier,
            Map<String, String> errors) {
        ModelAndView view = new ModelAndView("cases/new");
        view.addObject("school", school);
        view.addObject("pupil", pupil);
        view.addObject("why", why);
        view.addObject("steps", earlier.rows());
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("", "None");
        kinds.putAll(kinds());
        view.addObject("kinds", kinds);
        view.addObject("errors", errors);
        Optional<Pupils.OnRoll> known =
                pupil.isBlank() ? Optional.empty() : Optional.of(opening.pupil(person, pupil.strip(), named(school)));
        view.addObject(
                "name", known.map(found -> found.pupil().details().name()).orElse(""));
        return view;
    }

    private static Optional<String> named(String school) {
        return Optional.of(school.strip())
                .filter(given -> given.matches("[0-9]{6}"))
                .map(Urn::new)
                .map(Urn::value);
    }

    @GetMapping("/{ref}/log/{kind}")
    ModelAndView askWhatToWrite(@PathVariable String ref, @PathVariable String kind) {
        CaseDesk.Asked asked = desk.find(Action.WORK_CASES, ref);
        return form(asked, sort(kind), LogForm.empty(today()), Map.of());
    }

    @PostMapping("/{ref}/log/{kind}")
    ModelAndView write(
            @PathVariable String ref,
            @PathVariable String kind,
            @RequestParam Map<String, String> typed,
            RedirectAttributes after) {
        CaseDesk.Asked asked = desk.find(Action.WORK_CASES, ref);
        LogForm.Sort sort = sort(kind);
        LogForm form = LogForm.of(typed, "");
        Map<String, String> errors = form.errors(sort, today());
        if (!errors.isEmpty()) {
            return refused(form(asked, sort, form, errors));
        }
        keep(asked.file(), sort, form);
        after.addFlashAttribute("said", "Saved in case " + asked.file().ref() + ".");
        return to("/cases/" + asked.file().ref() + "/timeline");
    }

    private void keep(CaseFile file, LogForm.Sort sort, LogForm form) {
        LocalDate on = LogForm.past(form.on(), today()).orElseThrow();
        String text = form.text().strip();
        switch (sort) {
            case NOTE -> log.write(file.ref(), CaseLog.Kind.NOTE, on, form.with(), text);
            case CALL -> log.write(file.ref(), CaseLog.Kind.CALL, on, form.with(), text);
            case REQUEST -> log.write(file.ref(), CaseLog.Kind.REQUEST, on, form.with(), text);
            case MEETING -> log.meeting(file.ref(), on, form.with().strip(), text);
            case EARLIER -> log.earlier(file.ref(), form.earlier(today()));
            case SUPPORT ->
                support.add(
                        file.ref(),
                        new SupportRecord.Details(
                                form.supportKind().orElseThrow(),
                                Optional.of(on),
                                "",
                                form.said(),
                                LogForm.past(form.openedOn(), today()),
                                "",
                                Optional.empty(),
                                form.reviewCount(),
                                LogForm.past(form.reviewedOn(), today()),
                                text,
                                ""),
                        "");
        }
    }

    private ModelAndView form(CaseDesk.Asked asked, LogForm.Sort sort, LogForm typed, Map<String, String> errors) {
        ModelAndView view = pages.page("cases/log", asked, "");
        view.addObject("sort", sort);
        view.addObject("typed", typed);
        view.addObject("errors", errors);
        view.addObject("kinds", kinds());
        Map<String, String> responses = new LinkedHashMap<>();
        for (SupportRecord.Response response : SupportRecord.Response.values()) {
            responses.put(response.name(), response.title());
        }
        view.addObject("responses", responses);
        return view;
    }

    private static Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        for (SupportKind kind : SupportKind.values()) {
            kinds.put(kind.name(), kind.title());
        }
        return kinds;
    }

    private static LogForm.Sort sort(String address) {
        return LogForm.Sort.of(address).orElseThrow(CaseDesk::notThere);
    }

    @GetMapping("/{ref}/entries/{id}/correct")
    ModelAndView askForCorrection(@PathVariable String ref, @PathVariable long id) {
        return correction(desk.find(Action.WORK_CASES, ref), id, "", "", Map.of());
    }

    @PostMapping("/{ref}/entries/{id}/correct")
    ModelAndView correct(
            @PathVariable String ref,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes after) {
        CaseDesk.Asked asked = desk.find(Action.WORK_CASES, ref);
        Map<String, String> errors = new LinkedHashMap<>();
        if (text.isBlank()) {
            errors.put("text", "Enter what is right");
        }
        LogForm.tooLong(text, CaseWritesApi.LONGEST_TEXT).ifPresent(fault -> errors.put("text", fault));
        reason(reason, "Say why it is corrected").ifPresent(fault -> errors.put("reason", fault));
        if (!errors.isEmpty()) {
            return refused(correction(asked, id, text, reason, errors));
        }
        log.correct(asked.file().ref(), id, text.strip(), reason.strip());
        after.addFlashAttribute("said", "Corrected. The original is kept.");
        return to("/cases/" + asked.file().ref() + "/timeline");
    }

    private ModelAndView correction(
            CaseDesk.Asked asked, long number, String text, String reason, Map<String, String> errors) {
        TimelineRow row =
                TimelineRow.of(ShownEntries.to(
                                asked.person(), journal.of(asked.file().ref().value())))
                        .stream()
                        .filter(entry -> entry.number() == number)
                        .findFirst()
                        .orElseThrow(CaseDesk::notThere);
        ModelAndView view = pages.page("cases/correct", asked, "");
        view.addObject("row", row);
        view.addObject("text", text);
        view.addObject("reason", reason);
        view.addObject("errors", errors);
        return view;
    }

    @GetMapping("/{ref}/close")
    ModelAndView askToClose(@PathVariable String ref) {
        CaseDesk.Asked asked = desk.find(Action.WORK_CASES, ref);
        return closing(asked, "", asked.file().version(), Map.of());
    }

    @PostMapping("/{ref}/close")
    ModelAndView close(
            @PathVariable String ref,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "0") long version,
            RedirectAttributes after) {
        CaseDesk.Asked asked = desk.find(Action.WORK_CASES, ref);
        Map<String, String> errors = new LinkedHashMap<>();
        reason(reason, "Say why the case is closed").ifPresent(fault -> errors.put("reason", fault));
        desk.whyNotToClose(asked).ifPresent(why -> errors.put("reason", why));
        if (errors.isEmpty() && !cases.closeAsSeen(asked.file().ref(), version, reason.strip())) {
            errors.put("reason", "The case has changed since you opened this page. Look at it again, then close it");
        }
        if (!errors.isEmpty()) {
            CaseDesk.Asked now = desk.find(Action.WORK_CASES, ref);
            return refused(closing(now, reason, now.file().version(), errors));
        }
        after.addFlashAttribute("said", "Case " + asked.file().ref() + " is closed.");
        return to("/cases/" + asked.file().ref());
    }

    private ModelAndView closing(CaseDesk.Asked asked, String reason, long version, Map<String, String> errors) {
        ModelAndView view = pages.page("cases/close", asked, "");
        view.addObject("reason", reason);
        view.addObject("version", version);
        view.addObject("errors", errors);
        return view;
    }

    private static Optional<String> reason(String typed, String whereMissing) {
        return typed.isBlank() ? Optional.of(whereMissing) : LogForm.tooLong(typed, CaseWritesApi.LONGEST_TEXT);
    }

    private static ModelAndView refused(ModelAndView page) {
        page.setStatus(HttpStatus.BAD_REQUEST);
        return page;
    }

    static ModelAndView to(String address) {
        return new ModelAndView("redirect:" + address);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
