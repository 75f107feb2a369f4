package uk.daymark.reports.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.daymark.access.Access;
import uk.daymark.access.Action;
import uk.daymark.access.SignedIn;
import uk.daymark.journal.Journal;
import uk.daymark.reports.Asked;
import uk.daymark.reports.DrawnChart;
import uk.daymark.reports.FilterBox;
import uk.daymark.reports.ForSharing;
import uk.daymark.reports.Periods;
import uk.daymark.reports.Report;
import uk.daymark.reports.ReportFile;
import uk.daymark.reports.ReportResult;
import uk.daymark.reports.ReportTable;
import uk.daymark.reports.Reports;
import uk.daymark.reports.Row;
import uk.daymark.web.InvalidInput;
import uk.daymark.web.NotFound;

/** The list of reports, each report, the rows behind its figures, and the same as files. */
@Controller
@RequestMapping("/reports")
class ReportPages {

    private static final int ROWS_ON_A_PAGE = 100;
    private static final String LOOKED = "REPORTS";

    private final Access access;
    private final Reports reports;
    private final Journal journal;

    ReportPages(Access access, Reports reports, Journal journal) {
        this.access = access;
        this.reports = reports;
        this.journal = journal;
    }

    @GetMapping
    ModelAndView list() {
        SignedIn person = access.require(Action.SEE_REPORTS);
        return new ModelAndView("reports/reports", Map.of("reports", reports.of(person)));
    }

    @GetMapping("/{name}")
    ModelAndView report(@PathVariable String name, @RequestParam Map<String, String> address) {
        SignedIn person = access.require(Action.SEE_REPORTS);
        Report report = reports.find(name, person);
        sharing(address, report.mayBeShared());
        Map<String, String> errors = new LinkedHashMap<>();
        Asked asked = reports.asked(person, address, errors);
        ReportResult result = report.make(asked);
        journal.looked(LOOKED, report.title());
        ModelAndView view = view(report, asked, result, "/reports/" + name, address);
        List<FilterBox> boxes =
                new ArrayList<>(reports.schoolsToChoose(asked).stream().toList());
        boxes.addAll(result.filters());
        view.addObject("boxes", boxes);
        view.addObject("periods", report.asksForPeriod() ? Periods.CHOICES : Map.of());
        view.addObject("behind", false);
        view.addObject("errors", errors);
        if (!errors.isEmpty()) {
            view.setStatus(HttpStatus.BAD_REQUEST);
        }
        return view;
    }

    @GetMapping("/{name}/rows")
    ModelAndView rows(@PathVariable String name, @RequestParam Map<String, String> address) {
        SignedIn person = access.require(Action.SEE_REPORTS);
        Report report = reports.find(name, person);
        sharing(address, false);
        Asked asked = wellAsked(person, address);
        ReportResult result = report.rows(asked);
        journal.looked(LOOKED, report.title() + ": " + result.headline());
        ModelAndView view = view(report, asked, result, "/reports/" + name + "/rows", address);
        view.addObject("boxes", List.of());
        view.addObject("periods", Map.of());
        view.addObject("behind", true);
        view.addObject("errors", Map.of());
        return view;
    }

    @GetMapping("/{name}.csv")
    ResponseEntity<byte[]> file(@PathVariable String name, @RequestParam Map<String, String> address) {
        SignedIn person = access.require(Action.SEE_REPORTS);
        Report report = reports.find(name, person);
        Asked asked = wellAsked(person, address);
        ReportResult result = report.make(asked);
        boolean sharing = sharing(address, report.mayBeShared());
        journal.looked(LOOKED, report.title() + ": a file was taken away" + (sharing ? ", small numbers hidden" : ""));
        if (!sharing) {
            return answer(name, result.table(), result.asOf());
        }
        int least = reports.smallNumber(asked);
        List<String> lines = new ArrayList<>(result.asOf());
        lines.add(ForSharing.rule(least));
        return answer(name + "-for-sharing", ForSharing.table(result.table(), least), lines);
    }

    /**
     * Whether what is asked for is to be shared.
     *
     * @throws NotFound where it is, and there is nothing of the kind
     */
    private static boolean sharing(Map<String, String> address, boolean possible) {
        boolean sharing = address.getOrDefault("sharing", "").equals("yes");
        if (sharing && !possible) {
            throw new NotFound("These rows name people. There is no file of them for sharing.");
        }
        return sharing;
    }

    @GetMapping("/{name}/rows.csv")
    ResponseEntity<byte[]> fileOfRows(@PathVariable String name, @RequestParam Map<String, String> address) {
        SignedIn person = access.require(Action.SEE_REPORTS);
        Report report = reports.find(name, person);
        sharing(address, false);
        ReportResult result = report.rows(wellAsked(person, address));
        journal.looked(LOOKED, report.title() + ": " + result.headline() + " A file was taken away");
        return answer(name + "-rows", result.table(), result.asOf());
    }

    private Asked wellAsked(SignedIn person, Map<String, String> address) {
        Map<String, String> errors = new LinkedHashMap<>();
        Asked asked = reports.asked(person, address, errors);
        errors.forEach((field, message) -> {
            throw new InvalidInput("?" + field, message);
        });
        return asked;
    }

    private ModelAndView view(
            Report report, Asked asked, ReportResult result, String path, Map<String, String> address) {
        List<Row> rows = result.table().rows();
        int last = Math.max(1, (rows.size() + ROWS_ON_A_PAGE - 1) / ROWS_ON_A_PAGE);
        String given = address.getOrDefault("page", "");
        int page = given.matches("[1-9][0-9]{0,4}") ? Math.min(last, Integer.parseInt(given)) : 1;
        ModelAndView view = new ModelAndView("reports/report");
        view.addObject("report", report);
        view.addObject("asked", asked);
        view.addObject("result", result);
        view.addObject("rows", rows.subList((page - 1) * ROWS_ON_A_PAGE, Math.min(rows.size(), page * ROWS_ON_A_PAGE)));
        view.addObject("page", page);
        view.addObject("last", last);
        String here = asked.address(path);
        view.addObject("pages", here + (here.contains("?") ? "&" : "?") + "page=");
        view.addObject("file", asked.address(path + ".csv"));
        view.addObject("sharedFile", asked.address(path + ".csv", "sharing", "yes"));
        view.addObject("mayBeShared", report.mayBeShared());
        view.addObject("smallNumber", reports.smallNumber(asked));
        view.addObject("back", asked.report(report));
        view.addObject("drawings", result.chart().map(DrawnChart::of).stream().toList());
        return view;
    }

    private static ResponseEntity<byte[]> answer(String name, ReportTable table, List<String> asOf) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"")
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(ReportFile.csv(table, asOf).getBytes(StandardCharsets.UTF_8));
    }
}
