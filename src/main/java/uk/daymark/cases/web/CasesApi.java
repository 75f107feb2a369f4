package uk.daymark.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.daymark.access.Access;
import uk.daymark.access.Action;
import uk.daymark.access.SignedIn;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.CaseKeys;
import uk.daymark.cases.CasePart;
import uk.daymark.cases.Cases;
import uk.daymark.cases.DecisionMade;
import uk.daymark.cases.DecisionsMade;
import uk.daymark.cases.Finding;
import uk.daymark.cases.Findings;
import uk.daymark.cases.ShownEntries;
import uk.daymark.cases.ShownPath;
import uk.daymark.cases.Support;
import uk.daymark.journal.Journal;
import uk.daymark.journal.Recorded;
import uk.daymark.measure.MarkedSession;
import uk.daymark.workflow.Decisions;
import uk.daymark.workflow.PathTaken;
import uk.daymark.worklist.WorkList;

/** Cases for programs: read. */
@RestController
@RequestMapping("/api/cases")
@Tag(name = "Cases", description = "Attendance cases, what was counted in them, what happened and why.")
class CasesApi {

    private final Access access;
    private final CaseDesk desk;
    private final Cases cases;
    private final Findings findings;
    private final Support support;
    private final DecisionsMade made;
    private final Journal journal;
    private final WorkList work;
    private final ShownPath path;
    private final Decisions decisions;
    private final CaseKeys keys;

    CasesApi(
            Access access,
            CaseDesk desk,
            Cases cases,
            Findings findings,
            Support support,
            DecisionsMade made,
            Journal journal,
            WorkList work,
            ShownPath path,
            Decisions decisions,
            CaseKeys keys) {
        this.access = access;
        this.desk = desk;
        this.cases = cases;
        this.findings = findings;
        this.support = support;
        this.made = made;
        this.journal = journal;
        this.work = work;
        this.path = path;
        this.decisions = decisions;
        this.keys = keys;
    }

    /** One page of a list. */
    record Listed<T>(long total, int page, int size, List<T> items) {}

    /** A case in a list. */
    record Line(
            String ref,
            String pupilRef,
            String pupilName,
            String schoolUrn,
            String stage,
            CaseFile.Status status,
            LocalDate openedOn,
            Optional<LocalDate> closedOn,
            String policy) {

        static Line of(CaseFile file) {
            return new Line(
                    file.ref().value(),
                    file.pupilRef(),
                    file.pupilName(),
                    file.school().value(),
                    file.stage(),
                    file.status(),
                    file.openedOn(),
                    file.closedOn(),
                    file.policy());
        }
    }

    /** Something to do. */
    record Next(String taskId, String what, String why, String whatWouldChangeThis) {}

    /** A case. */
    record Whole(
            String ref,
            String pupilRef,
            String pupilName,
            String schoolUrn,
            String stage,
            CaseFile.Status status,
            LocalDate openedOn,
            Optional<LocalDate> closedOn,
            String policy,
            String openedWhy,
            List<Next> next,
            List<CasePart.Waiting> waiting,
            List<CasePart.NotOpen> notOpen,
            SupportJson support,
            List<CasePart.Hold> holds,
            long version) {}

    /** A session that was counted. */
    record Counted(LocalDate date, String session, String code) {

        static Counted of(MarkedSession marked) {
            return new Counted(
                    marked.session().date(),
                    marked.session().half().name(),
                    marked.code().token());
        }
    }

    /** A finding. */
    record Found(
            String kind,
            LocalDate since,
            Optional<LocalDate> lapsedOn,
            String lapsedBecause,
            int count,
            int firm,
            int provisional,
            String sentence,
            String policyVersion,
            String fingerprint,
            List<Counted> sessions,
            List<LocalDate> weeksPassedOver) {}

    /** An entry of the timeline. */
    record Event(
            long number,
            String at,
            String recordedAt,
            String by,
            String kind,
            String what,
            String why,
            String rule,
            String before,
            String after,
            String source) {

        static Event of(Recorded recorded) {
            return new Event(
                    recorded.number(),
                    Moments.happened(recorded),
                    Moments.minute(recorded.recordedAt()),
                    recorded.by(),
                    recorded.entry().kind(),
                    recorded.entry().what(),
                    recorded.entry().why(),
                    recorded.entry().rule(),
                    recorded.entry().before(),
                    recorded.entry().after(),
                    recorded.entry().source());
        }
    }

    /** A rule that fired. */
    record Ruled(
            String at,
            String about,
            String table,
            String version,
            String rule,
            Map<String, Object> inputs,
            Map<String, Object> outputs,
            String sentence,
            String source) {

        static Ruled of(Decisions.Fired fired) {
            return new Ruled(
                    Moments.minute(fired.at()),
                    fired.about(),
                    fired.table(),
                    fired.version(),
                    fired.rule(),
                    fired.inputs(),
                    fired.outputs(),
                    fired.out("sentence"),
                    fired.out("source"));
        }
    }

    /** A decision of a person. */
    record Made(
            String at, String by, String task, String what, String reason, String fingerprint, List<Counted> sessions) {

        static Made of(DecisionMade decision) {
            return new Made(
                    Moments.minute(decision.at()),
                    decision.by(),
                    decision.taskKind(),
                    decision.what(),
                    decision.reason(),
                    decision.fingerprint(),
                    decision.sessions().stream().map(Counted::of).toList());
        }
    }

    /** Rules that fired, and what people decided. */
    record DecisionList(long total, int page, int size, List<Ruled> items, List<Made> made) {}

    @GetMapping
    @Operation(summary = "Cases that the caller may know of, the latest first")
    Listed<Line> list(@RequestParam Map<String, String> asked) {
        SignedIn person = access.require(Action.SEE_CASES);
        CaseQuery query = CaseQuery.of(asked);
        Cases.Page page = cases.page(query.filter(), person, query.page(), query.size());
        journal.looked("CASES", "A list of cases, page " + query.page());
        return new Listed<>(
                page.total(),
                query.page(),
                query.size(),
                page.items().stream().map(Line::of).toList());
    }

    @GetMapping("/{ref}")
    @Operation(summary = "A case with what to do next and why, what comes by itself, and what is not open yet")
    Whole one(@PathVariable String ref) {
        CaseDesk.Asked asked = desk.look(ref, "The case");
        return whole(asked);
    }

    Whole whole(CaseDesk.Asked asked) {
        CaseFile file = asked.file();
        return new Whole(
                file.ref().value(),
                file.pupilRef(),
                file.pupilName(),
                file.school().value(),
                file.stage(),
                file.status(),
                file.openedOn(),
                file.closedOn(),
                file.policy(),
                file.openedWhy(),
                next(asked),
                desk.waiting(file),
                desk.notOpen(file),
                SupportJson.of(support.of(file.ref())),
                desk.holds(file),
                file.version());
    }

    private List<Next> next(CaseDesk.Asked asked) {
        return work.ofCase(asked.file().ref().value(), asked.person()).stream()
                .map(item -> new Next(
                        item.id(),
                        item.about().title(),
                        item.about().why(),
                        item.about().whatWouldChangeThis()))
                .toList();
    }

    @GetMapping("/{ref}/findings")
    @Operation(summary = "What was counted, with every session")
    Listed<Found> findings(@PathVariable String ref, @RequestParam Map<String, String> asked) {
        CaseFile file = desk.look(ref, "What was counted").file();
        Map<Long, String> because = findings.lapsedBecause(file.enrolment());
        return paged(
                findings.of(file.enrolment()).stream()
                        .map(finding -> found(finding, because.getOrDefault(finding.id(), "")))
                        .toList(),
                asked);
    }

    private Found found(Finding finding, String lapsedBecause) {
        return new Found(
                finding.kind(),
                finding.since(),
                finding.lapsedOn(),
                lapsedBecause,
                finding.count(),
                finding.firm(),
                finding.provisional(),
                finding.sentence(),
                finding.policyVersion(),
                finding.fingerprint(),
                finding.sessions().stream().map(Counted::of).toList(),
                findings.weeksPassedOver(finding));
    }

    @GetMapping("/{ref}/timeline")
    @Operation(summary = "What happened, oldest first")
    Listed<Event> timeline(@PathVariable String ref, @RequestParam Map<String, String> asked) {
        CaseDesk.Asked seen = desk.look(ref, "The timeline");
        List<Recorded> entries = journal.of(seen.file().ref().value());
        return paged(
                ShownEntries.to(seen.person(), entries).stream().map(Event::of).toList(), asked);
    }

    @GetMapping("/{ref}/path")
    @Operation(summary = "Which arrows of which models were taken, in order")
    Listed<PathTaken.Taken> path(@PathVariable String ref, @RequestParam Map<String, String> asked) {
        CaseDesk.Asked seen = desk.look(ref, "The path taken");
        return paged(path.of(seen.file(), seen.person()), asked);
    }

    @GetMapping("/{ref}/decisions")
    @Operation(summary = "Which rules fired, and what people decided")
    DecisionList decisions(@PathVariable String ref, @RequestParam Map<String, String> asked) {
        CaseDesk.Asked seen = desk.look(ref, "The decisions");
        Listed<Ruled> ruled =
                paged(decisions.of(keysOf(seen)).stream().map(Ruled::of).toList(), asked);
        return new DecisionList(
                ruled.total(),
                ruled.page(),
                ruled.size(),
                ruled.items(),
                desk.made(seen, made).stream().map(Made::of).toList());
    }

    @GetMapping("/{ref}/verify")
    @Operation(summary = "Whether the case's journal is chained and unchanged")
    Journal.Verdict verify(@PathVariable String ref) {
        return journal.verify(
                desk.look(ref, "The journal's integrity").file().ref().value());
    }

    private Set<String> keysOf(CaseDesk.Asked asked) {
        return keys.of(asked.file(), asked.person()).keySet();
    }

    private static <T> Listed<T> paged(List<T> all, Map<String, String> asked) {
        CaseQuery.Paging paging = CaseQuery.paging(asked, List.of());
        int from = (int) Math.min(all.size(), (paging.page() - 1L) * paging.size());
        return new Listed<>(
                all.size(),
                paging.page(),
                paging.size(),
                all.subList(from, Math.min(all.size(), from + paging.size())));
    }
}
