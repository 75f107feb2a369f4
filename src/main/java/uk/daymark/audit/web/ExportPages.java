package uk.daymark.audit.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.daymark.access.Action;
import uk.daymark.audit.Export;
import uk.daymark.audit.Histories;
import uk.daymark.audit.Names;
import uk.daymark.web.InvalidInput;

/** Copies of a case's history to take away. Each that is taken is written down among the looks. */
@Controller
@RequestMapping("/cases/{ref}/history/export")
class ExportPages {

    private static final Map<String, String> TYPES = Map.of(
            "zip", "application/zip", "csv", "text/csv;charset=UTF-8", "jsonl", "application/x-ndjson;charset=UTF-8");

    private static final Map<String, String> KINDS = new LinkedHashMap<>();
    private static final Map<String, String> NAMINGS = new LinkedHashMap<>();

    static {
        KINDS.put("zip", "Everything, as a zip that an outsider can check with standard tools");
        KINDS.put("csv", "The entries, for a spreadsheet (CSV)");
        KINDS.put("jsonl", "The entries with their hashes, for a program (JSON lines)");
        NAMINGS.put("shown", "As they are");
        NAMINGS.put("hidden", "Hidden: Parent 1, Officer 2");
    }

    private final HistoryDesk desk;
    private final Export export;
    private final Histories histories;

    ExportPages(HistoryDesk desk, Export export, Histories histories) {
        this.desk = desk;
        this.export = export;
        this.histories = histories;
    }

    @GetMapping
    ModelAndView ask(@PathVariable String ref, @RequestParam(defaultValue = "") String names) {
        ModelAndView view = desk.page(
                "audit/export", desk.look(Action.AUDIT, ref, "What can be taken away of the case", names), "Export");
        view.addObject("kinds", KINDS);
        view.addObject("namings", NAMINGS);
        return view;
    }

    @PostMapping
    void take(
            @PathVariable String ref,
            @RequestParam(defaultValue = "zip") String as,
            @RequestParam(defaultValue = "shown") String names,
            HttpServletResponse answer)
            throws IOException {
        // Before the look is written down: of what is refused no copy was taken.
        if (!TYPES.containsKey(as)) {
            throw new InvalidInput("/as", "Choose a zip, CSV or JSON lines.");
        }
        boolean hidden = names.equals("hidden");
        HistoryDesk.Asked asked =
                desk.look(Action.AUDIT, ref, "A copy was taken away (" + as + (hidden ? ", names hidden)" : ")"));
        Names shown = histories.names(asked.file(), hidden);
        answer.setContentType(TYPES.get(as));
        answer.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"history-" + asked.ref() + (hidden ? "-names-hidden" : "") + "." + as + "\"");
        switch (as) {
            case "csv" -> export.csv(asked.file(), asked.person(), shown, answer.getOutputStream());
            case "jsonl" -> export.jsonLines(asked.file(), asked.person(), shown, answer.getOutputStream());
            default -> export.zip(asked.file(), asked.person(), shown, answer.getOutputStream());
        }
    }
}
