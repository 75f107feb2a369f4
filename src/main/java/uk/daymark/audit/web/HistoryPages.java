package uk.daymark.audit.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.daymark.access.Action;
import uk.daymark.audit.Auditing;
import uk.daymark.audit.CaseHistory;
import uk.daymark.audit.Histories;

/** The history of a case: the path in words and drawn, and the rules that fired. */
@Controller
@RequestMapping("/cases/{ref}/history")
class HistoryPages {

    private final HistoryDesk desk;
    private final Histories histories;
    private final Auditing auditing;

    HistoryPages(HistoryDesk desk, Histories histories, Auditing auditing) {
        this.desk = desk;
        this.histories = histories;
        this.auditing = auditing;
    }

    @GetMapping
    ModelAndView path(@PathVariable String ref, @RequestParam(defaultValue = "") String names) {
        HistoryDesk.Asked asked = desk.look(Action.SEE_CASES, ref, "The history of the case", names);
        CaseHistory history = histories.of(asked.file(), asked.person(), asked.names());
        ModelAndView view = desk.page("audit/path", asked, "Path");
        view.addObject("history", history);
        view.addObject("integrity", auditing.check(asked.ref()));
        return view;
    }

    @GetMapping("/rules")
    ModelAndView rules(@PathVariable String ref, @RequestParam(defaultValue = "") String names) {
        HistoryDesk.Asked asked = desk.look(Action.SEE_CASES, ref, "The rules that fired in the case", names);
        ModelAndView view = desk.page("audit/rules", asked, "Rules");
        view.addObject("history", histories.of(asked.file(), asked.person(), asked.names()));
        return view;
    }
}
