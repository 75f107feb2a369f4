package uk.daymark.cases.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.daymark.access.Action;
import uk.daymark.cases.Support;
import uk.daymark.cases.SupportKind;
import uk.daymark.cases.SupportRecord;

/** A record of support is corrected: another is put in its place, with a reason, and the one corrected is kept. */
@Controller
@RequestMapping("/cases/{ref}/support/{id}/correct")
class SupportPages {

    private final CaseDesk desk;
    private final CasePages pages;
    private final Support support;
    private final Clock clock;

    SupportPages(CaseDesk desk, CasePages pages, Support support, Clock clock) {
        this.desk = desk;
        this.pages = pages;
        this.support = support;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView ask(@PathVariable String ref, @PathVariable long id) {
        CaseDesk.Asked asked = desk.find(Action.WORK_CASES, ref);
        SupportRecord wrong = desk.support(asked, id);
        return form(asked, wrong, SupportForm.of(wrong.details()), Map.of());
    }

    @PostMapping
    ModelAndView correct(
            @PathVariable String ref,
            @PathVariable long id,
            @RequestParam Map<String, String> sent,
            RedirectAttributes after) {
        CaseDesk.Asked asked = desk.find(Action.WORK_CASES, ref);
        SupportRecord wrong = desk.support(asked, id);
        SupportForm typed = SupportForm.of(sent);
        LocalDate today = LocalDate.now(clock);
        Map<String, String> errors = typed.errors(today);
        if (!errors.isEmpty()) {
            ModelAndView page = form(asked, wrong, typed, errors);
            page.setStatus(HttpStatus.BAD_REQUEST);
            return page;
        }
        support.correct(wrong, typed.details(today), typed.reason().strip());
        after.addFlashAttribute("said", "Corrected. The record as it was is kept.");
        return new ModelAndView("redirect:/cases/" + asked.file().ref() + "/people");
    }

    private ModelAndView form(
            CaseDesk.Asked asked, SupportRecord wrong, SupportForm typed, Map<String, String> errors) {
        ModelAndView view = pages.page("cases/correct-support", asked, "");
        view.addObject("wrong", wrong);
        view.addObject("words", support.words(wrong.details()));
        view.addObject("typed", typed);
        view.addObject("errors", errors);
        Map<String, String> kinds = new LinkedHashMap<>();
        for (SupportKind kind : SupportKind.values()) {
            kinds.put(kind.name(), kind.title());
        }
        view.addObject("kinds", kinds);
        Map<String, String> responses = new LinkedHashMap<>();
        for (SupportRecord.Response response : SupportRecord.Response.values()) {
            responses.put(response.name(), response.title());
        }
        view.addObject("responses", responses);
        return view;
    }
}
