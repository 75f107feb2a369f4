package uk.daymark.audit.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.daymark.access.Action;
import uk.daymark.audit.Auditing;
import uk.daymark.cases.ShownEntries;
import uk.daymark.journal.Journal;
import uk.daymark.journal.Look;
import uk.daymark.journal.Recorded;
import uk.daymark.register.MarksInTime;

/** What was written about a case: what changed, whether the record is whole, and who looked at it. */
@Controller
@RequestMapping("/cases/{ref}/history")
class RecordPages {

    private static final int LOOKS_ON_A_PAGE = 100;

    private final HistoryDesk desk;
    private final Journal journal;
    private final Auditing auditing;
    private final MarksInTime marks;
    private final Clock clock;

    RecordPages(HistoryDesk desk, Journal journal, Auditing auditing, MarksInTime marks, Clock clock) {
        this.desk = desk;
        this.journal = journal;
        this.auditing = auditing;
        this.marks = marks;
        this.clock = clock;
    }

    @GetMapping("/changes")
    ModelAndView changes(
            @PathVariable String ref,
            @RequestParam(defaultValue = "written") String by,
            @RequestParam(defaultValue = "") String names) {
        HistoryDesk.Asked asked = desk.look(Action.SEE_CASES, ref, "What changed in the case", names);
        ModelAndView view = desk.page("audit/changes", asked, "Changes");
        List<Recorded> entries = new ArrayList<>(ShownEntries.to(asked.person(), journal.of(asked.ref())));
        if (by.equals("happened")) {
            entries.sort(Comparator.comparing(Recorded::at).thenComparing(Recorded::number));
        }
        view.addObject("by", by);
        view.addObject("entries", entries);
        view.addObject("marks", marks.changes(asked.file().enrolment()));
        return view;
    }

    @GetMapping("/integrity")
    ModelAndView integrity(@PathVariable String ref, @RequestParam(defaultValue = "") String names) {
        HistoryDesk.Asked asked = desk.look(Action.SEE_CASES, ref, "Whether the record of the case is whole", names);
        ModelAndView view = desk.page("audit/integrity", asked, "Integrity");
        view.addObject("integrity", auditing.check(asked.ref()));
        view.addObject("now", clock.instant());
        return view;
    }

    @GetMapping("/who-looked")
    ModelAndView looks(
            @PathVariable String ref,
            @RequestParam(defaultValue = "1") String page,
            @RequestParam(defaultValue = "") String names) {
        HistoryDesk.Asked asked = desk.look(Action.AUDIT, ref, "Who looked at the case", names);
        List<Look> looks = journal.looks(asked.ref());
        int last = Math.max(1, (looks.size() + LOOKS_ON_A_PAGE - 1) / LOOKS_ON_A_PAGE);
        int number = Math.min(last, page.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(page) : 1);
        ModelAndView view = desk.page("audit/who-looked", asked, "Who looked");
        view.addObject("total", looks.size());
        view.addObject("page", number);
        view.addObject("last", last);
        view.addObject(
                "looks",
                looks.subList((number - 1) * LOOKS_ON_A_PAGE, Math.min(looks.size(), number * LOOKS_ON_A_PAGE)));
        return view;
    }
}
