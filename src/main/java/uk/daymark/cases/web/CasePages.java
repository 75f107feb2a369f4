package uk.daymark.cases.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.daymark.access.Access;
import uk.daymark.access.Action;
import uk.daymark.access.SignedIn;
import uk.daymark.cases.CaseDocument;
import uk.daymark.cases.CaseDocuments;
import uk.daymark.cases.CaseFigures;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.CaseFilter;
import uk.daymark.cases.CaseMeasures;
import uk.daymark.cases.Cases;
import uk.daymark.cases.Finding;
import uk.daymark.cases.Findings;
import uk.daymark.cases.ShownEntries;
import uk.daymark.cases.StageWords;
import uk.daymark.cases.Standing;
import uk.daymark.cases.Support;
import uk.daymark.cases.SupportRecord;
import uk.daymark.figures.MeasuredFigures;
import uk.daymark.figures.ProofWeek;
import uk.daymark.journal.Journal;
import uk.daymark.journal.Recorded;
import uk.daymark.people.Contacts;
import uk.daymark.people.Schools;
import uk.daymark.worklist.WorkList;

/** Cases within reach, and the pages of one case. */
@Controller
@RequestMapping("/cases")
class CasePages {

    private static final int CASES_ON_A_PAGE = 50;
    private static final int LATEST = 5;

    private final Access access;
    private final CaseDesk desk;
    private final Cases cases;
    private final Findings findings;
    private final CaseMeasures measures;
    private final Support support;
    private final CaseDocuments documents;
    private final Journal journal;
    private final WorkList work;
    private final Contacts contacts;
    private final Schools schools;

    CasePages(
            Access access,
            CaseDesk desk,
            Cases cases,
            Findings findings,
            CaseMeasures measures,
            Support support,
            CaseDocuments documents,
            Journal journal,
            WorkList work,
            Contacts contacts,
            Schools schools) {
        this.access = access;
        this.desk = desk;
        this.cases = cases;
        this.findings = findings;
        this.measures = measures;
        this.support = support;
        this.documents = documents;
        this.journal = journal;
        this.work = work;
        this.contacts = contacts;
        this.schools = schools;
    }

    @GetMapping
    ModelAndView list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String pupil,
            @RequestParam(defaultValue = "") String school,
            @RequestParam(defaultValue = "OPEN") String status,
            @RequestParam(defaultValue = "") String stage,
            @RequestParam(defaultValue = "1") String page) {
        SignedIn person = access.require(Action.SEE_CASES);
        int number = page.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(page) : 1;
        CaseFilter filter = new CaseFilter(
                q.substring(0, Math.min(q.length(), CaseQuery.LONGEST_WORDS)),
                given(pupil),
                given(status).filter(name -> name.matches("OPEN|CLOSED")).map(CaseFile.Status::valueOf),
                given(stage),
                given(school));
        Cases.Page found = cases.page(filter, person, number, CASES_ON_A_PAGE);
        journal.looked("CASES", "A list of cases, page " + number);
        ModelAndView view = new ModelAndView("cases/list");
        view.addObject("cases", found.items().stream().map(CaseLine::of).toList());
        view.addObject("total", found.total());
        view.addObject("page", number);
        view.addObject("last", Math.max(1, (found.total() + CASES_ON_A_PAGE - 1) / CASES_ON_A_PAGE));
        view.addObject("q", q);
        view.addObject("pupil", pupil);
        view.addObject("school", school);
        view.addObject("status", status);
        view.addObject("stage", stage);
        Map<String, String> statuses = new LinkedHashMap<>();
        statuses.put("OPEN", "Open");
        statuses.put("CLOSED", "Closed");
        statuses.put("ALL", "All");
        view.addObject("statuses", statuses);
        Map<String, String> stages = new TreeMap<>();
        stages.put("", "Any");
        cases.stages(person).forEach(id -> stages.put(id, StageWords.of(id)));
        view.addObject("stages", stages);
        view.addObject("mayWork", person.may(Action.WORK_CASES));
        return view;
    }

    /** A case in the list. */
    record CaseLine(CaseFile file, String stage) {

        static CaseLine of(CaseFile file) {
            return new CaseLine(file, StageWords.of(file.stage()));
        }
    }

    private static Optional<String> given(String text) {
        return Optional.of(text.strip()).filter(given -> !given.isEmpty());
    }

    @GetMapping("/{ref}")
    ModelAndView overview(@PathVariable String ref) {
        CaseDesk.Asked asked = desk.look(ref, "The case");
        CaseFile file = asked.file();
        ModelAndView view = page("cases/overview", asked, "Overview");
        view.addObject("next", work.ofCase(file.ref().value(), asked.person()));
        view.addObject("waiting", desk.waiting(file));
        view.addObject("notOpen", desk.notOpen(file));
        view.addObject("holds", desk.holds(file));
        Standing standing = measures.standing(file.pupil());
        CaseFigures figures = standing.figures();
        view.addObject("figures", figures);
        view.addObject("missed", figures.year().inWords());
        view.addObject("course", standing.course(file.openedOn()));
        view.addObject("findings", findings.open(file.enrolment()));
        List<Recorded> entries =
                ShownEntries.to(asked.person(), journal.of(file.ref().value()));
        view.addObject("stages", StageRow.of(file, entries));
        List<TimelineRow> rows = TimelineRow.of(entries);
        view.addObject("latest", rows.subList(0, Math.min(LATEST, rows.size())));
        return view;
    }

    @GetMapping("/{ref}/attendance")
    ModelAndView attendance(@PathVariable String ref) {
        CaseDesk.Asked asked = desk.look(ref, "The attendance of the case");
        MeasuredFigures measured = measures.figures(asked.file().pupil());
        ModelAndView view = page("cases/attendance", asked, "Attendance");
        view.addObject("measured", measured);
        view.addObject("weeks", weeks(measured));
        Map<Long, String> because = findings.lapsedBecause(asked.file().enrolment());
        view.addObject(
                "findings",
                findings.of(asked.file().enrolment()).stream()
                        .map(finding -> new FoundLine(
                                finding, finding.lapsedOn().isEmpty(), because.getOrDefault(finding.id(), "")))
                        .toList());
        return view;
    }

    /** A finding with why it lapsed. */
    record FoundLine(Finding finding, boolean holds, String because) {}

    /** The weeks of the school year to date, the latest first. */
    private static List<ProofWeek> weeks(MeasuredFigures measured) {
        LocalDate from = measured.figures().summary().from();
        List<ProofWeek> weeks = new ArrayList<>(ProofWeek.between(
                from,
                measured.figures().asOf(),
                measured.register(),
                measured.measurement().window()));
        weeks.removeIf(
                week -> week.cells().stream().allMatch(cell -> cell.code().isEmpty()));
        Collections.reverse(weeks);
        return weeks;
    }

    @GetMapping("/{ref}/people")
    ModelAndView people(@PathVariable String ref) {
        CaseDesk.Asked asked = desk.look(ref, "The people of the case");
        ModelAndView view = page("cases/people", asked, "People");
        view.addObject(
                "contacts",
                contacts.of(asked.file().pupil()).stream()
                        .filter(contact ->
                                contact.contact().school().equals(asked.file().school()))
                        .toList());
        view.addObject("support", support.of(asked.file().ref()).records());
        view.addObject("corrected", corrected(support.all(asked.file().ref())));
        return view;
    }

    /** A record of support in whose place another stands. */
    record CorrectedLine(SupportRecord record, String words, SupportRecord by) {}

    private List<CorrectedLine> corrected(List<SupportRecord> all) {
        return all.stream()
                .flatMap(wrong -> all.stream()
                        .filter(other ->
                                other.corrects().filter(id -> id == wrong.id()).isPresent())
                        .map(right -> new CorrectedLine(wrong, support.words(wrong.details()), right)))
                .toList();
    }

    @GetMapping("/{ref}/timeline")
    ModelAndView timeline(@PathVariable String ref, @RequestParam(defaultValue = "") String kind) {
        CaseDesk.Asked asked = desk.look(ref, "The timeline");
        ModelAndView view = page("cases/timeline", asked, "Timeline");
        List<TimelineRow> all = TimelineRow.of(
                ShownEntries.to(asked.person(), journal.of(asked.file().ref().value())));
        view.addObject(
                "rows",
                all.stream()
                        .filter(row -> kind.isEmpty() || row.kind().equals(TimelineRow.KINDS.get(kind)))
                        .toList());
        view.addObject("kind", kind);
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("", "Everything");
        kinds.putAll(new TreeMap<>(TimelineRow.KINDS));
        view.addObject("kinds", kinds);
        return view;
    }

    @GetMapping("/{ref}/documents")
    ModelAndView documents(@PathVariable String ref) {
        return documents(desk.look(ref, "The documents of the case"), "", "", Map.of());
    }

    ModelAndView documents(CaseDesk.Asked asked, String about, String note, Map<String, String> errors) {
        ModelAndView view = page("cases/documents", asked, "Letters and documents");
        view.addObject("documents", documents.of(asked.file().ref()));
        view.addObject("lines", desk.lines(asked.file()));
        view.addObject("about", about);
        view.addObject("note", note);
        view.addObject("errors", errors);
        view.addObject("most", documents.mostMegabytes());
        Map<String, String> abouts = new LinkedHashMap<>();
        for (CaseDocument.About one : CaseDocument.About.values()) {
            abouts.put(one.name(), one.title());
        }
        view.addObject("abouts", abouts);
        return view;
    }

    /** What every page of a case shows. */
    ModelAndView page(String template, CaseDesk.Asked asked, String here) {
        ModelAndView view = new ModelAndView(template);
        view.addObject("file", asked.file());
        view.addObject("stage", StageWords.of(asked.file().stage()));
        view.addObject(
                "schoolName", schools.find(asked.file().school()).orElseThrow().name());
        view.addObject("here", here);
        view.addObject("mayWork", asked.mayWork());
        view.addObject("open", asked.file().status() == CaseFile.Status.OPEN);
        view.addObject("errors", Map.of());
        return view;
    }
}
