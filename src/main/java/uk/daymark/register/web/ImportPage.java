package uk.daymark.register.web;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
import uk.daymark.register.By;
import uk.daymark.register.ImportHistory;
import uk.daymark.register.ImportRecord;
import uk.daymark.register.ImportRecord.State;
import uk.daymark.register.Imports;
import uk.daymark.register.PreviewedFiles;
import uk.daymark.register.RegisterConflictException;
import uk.daymark.register.reading.Reject;

/** One file from its preview to its end. */
@Controller
@RequestMapping("/imports/{importId}")
class ImportPage extends Refusals {

    /** So many faults stand on the page; the list for download has them all. */
    private static final int FAULTS_SHOWN = 50;

    private static final String GOOD_ROWS = "good";
    private static final String ALL_ROWS = "all";

    private final Access access;
    private final Callers callers;
    private final ImportHistory history;
    private final ImportDesk desk;
    private final ImportJobs jobs;
    private final PreviewedFiles previewed;
    private final Imports imports;

    ImportPage(
            Access access,
            Callers callers,
            ImportHistory history,
            ImportDesk desk,
            ImportJobs jobs,
            PreviewedFiles previewed,
            Imports imports) {
        this.access = access;
        this.callers = callers;
        this.history = history;
        this.desk = desk;
        this.jobs = jobs;
        this.previewed = previewed;
        this.imports = imports;
    }

    @GetMapping
    ModelAndView one(@PathVariable String importId) {
        By by = callers.require(Action.IMPORT_MARKS);
        ImportRecord record = find(importId, by);
        return switch (record.state()) {
            case PREVIEWED -> preview(record, by, "", "", Map.of());
            case HELD -> held(record, by, Map.of(), Map.of());
            case APPLIED, REFUSED, RELEASED, DISCARDED -> page("register/import-result", record, by);
        };
    }

    @PostMapping("/apply")
    ModelAndView apply(
            @PathVariable String importId,
            @RequestParam(defaultValue = "") String rows,
            @RequestParam(defaultValue = "") String reason) {
        By by = callers.require(Action.IMPORT_MARKS);
        ImportRecord record = find(importId, by);
        if (record.state() != State.PREVIEWED) {
            return ImportPages.to("/imports/" + importId);
        }
        boolean someRejected = record.answer().rows().rejected() > 0;
        Map<String, String> errors = new LinkedHashMap<>();
        if (someRejected && !List.of(GOOD_ROWS, ALL_ROWS).contains(rows)) {
            errors.put("rows", "Choose what happens to the rows that cannot be imported");
        }
        Reasons.tooLong(reason).ifPresent(fault -> errors.put("reason", fault));
        if (!errors.isEmpty()) {
            ModelAndView page = preview(record, by, rows, reason, errors);
            page.setStatus(HttpStatus.BAD_REQUEST);
            return page;
        }
        return desk.apply(importId, by, someRejected && rows.equals(GOOD_ROWS), reason.strip())
                .map(job -> {
                    job.within(ImportPages.PATIENCE);
                    return ImportPages.to("/imports/running/" + job.id());
                })
                .orElseGet(ImportPage::over);
    }

    @PostMapping("/throw-away")
    ModelAndView throwAway(@PathVariable String importId, RedirectAttributes after) {
        By by = callers.require(Action.IMPORT_MARKS);
        ImportRecord record = find(importId, by);
        if (record.state() == State.PREVIEWED
                && jobs.begunFrom(importId, ImportJob.Step.APPLY, by.userName()).isEmpty()) {
            previewed.drop(importId);
            after.addFlashAttribute("said", "The file was thrown away. Nothing was imported.");
            return ImportPages.to("/imports");
        }
        return ImportPages.to("/imports/" + importId);
    }

    @PostMapping("/release")
    ModelAndView release(
            @PathVariable String importId, @RequestParam(name = "releaseReason", defaultValue = "") String reason) {
        By by = callers.require(Action.RELEASE_HELD_IMPORT);
        ImportRecord record = find(importId, by);
        if (record.state() != State.HELD) {
            return ImportPages.to("/imports/" + importId);
        }
        Optional<String> fault = Reasons.fault(reason, "Say why the file may be imported after all");
        if (fault.isPresent()) {
            return refused(record, by, "releaseReason", reason, fault.get());
        }
        ImportJob job = desk.release(importId, by, reason.strip());
        job.within(ImportPages.PATIENCE);
        return ImportPages.to("/imports/running/" + job.id());
    }

    @PostMapping("/discard")
    ModelAndView discard(
            @PathVariable String importId, @RequestParam(name = "discardReason", defaultValue = "") String reason) {
        By by = callers.require(Action.RELEASE_HELD_IMPORT);
        ImportRecord record = find(importId, by);
        if (record.state() == State.HELD) {
            Optional<String> fault = Reasons.fault(reason, "Say why the file is thrown away");
            if (fault.isPresent()) {
                return refused(record, by, "discardReason", reason, fault.get());
            }
            try {
                imports.discard(importId, by, reason.strip());
            } catch (RegisterConflictException refusal) {
                return refused(record, by, "discardReason", reason, String.valueOf(refusal.getMessage()));
            }
        }
        return ImportPages.to("/imports/" + importId);
    }

    @GetMapping("/rejected-rows.csv")
    ResponseEntity<Resource> rejectedRows(@PathVariable String importId) {
        By by = callers.require(Action.IMPORT_MARKS);
        if (!find(importId, by).showsRowsTo(by)) {
            throw notThere();
        }
        Path list = imports.rejects(importId, by).orElseThrow(Refusals::notThere);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"rejected-rows.csv\"")
                .body(new FileSystemResource(list));
    }

    private ImportRecord find(String importId, By by) {
        return history.find(importId, by).orElseThrow(Refusals::notThere);
    }

    private ModelAndView preview(ImportRecord record, By by, String rows, String reason, Map<String, String> errors) {
        if (!previewed.waits(record.importId())) {
            return jobs.begunFrom(record.importId(), ImportJob.Step.APPLY, by.userName())
                    .map(job -> ImportPages.to("/imports/running/" + job.id()))
                    .orElseGet(ImportPage::over);
        }
        ModelAndView page = page("register/import-preview", record, by);
        page.addObject("rowsChosen", rows);
        page.addObject("reason", reason);
        page.addObject("errors", errors);
        Map<String, String> choices = new LinkedHashMap<>();
        long rejected = record.answer().rows().rejected();
        choices.put(GOOD_ROWS, "Import the good rows and leave out the " + rejected + " that cannot be imported");
        choices.put(ALL_ROWS, "Import nothing unless every row is good");
        page.addObject("choices", choices);
        page.addObject(
                "asksWhy",
                ImportKinds.isMarks(record.kind()) && record.answer().rows().changed() > 0);
        return page;
    }

    private ModelAndView held(ImportRecord record, By by, Map<String, String> typed, Map<String, String> errors) {
        ModelAndView page = page("register/import-held", record, by);
        boolean decides = access.signedIn().may(Action.RELEASE_HELD_IMPORT);
        boolean ofOthersToo = !imports.mayDecideOn(record.importId(), by);
        page.addObject("mayRelease", decides && !ofOthersToo);
        page.addObject("ofOthersToo", ofOthersToo);
        page.addObject("typed", typed);
        page.addObject("errors", errors);
        return page;
    }

    private ModelAndView refused(ImportRecord record, By by, String field, String typed, String fault) {
        ModelAndView page = held(record, by, Map.of(field, typed), Map.of(field, fault));
        page.setStatus(HttpStatus.BAD_REQUEST);
        return page;
    }

    private ModelAndView page(String template, ImportRecord record, By by) {
        boolean seesRows = record.showsRowsTo(by);
        List<Reject> rejects = record.answer().rejects();
        List<Reject> warnings = record.answer().warnings();
        ModelAndView page = new ModelAndView(template);
        page.addObject("line", ImportLine.of(record));
        page.addObject("record", record);
        page.addObject("seesRows", seesRows);
        page.addObject("rejects", first(rejects));
        page.addObject("moreRejects", rejects.size() > FAULTS_SHOWN);
        page.addObject("warnings", first(warnings));
        page.addObject("moreWarnings", Math.max(0, warnings.size() - FAULTS_SHOWN));
        page.addObject("settledAt", record.settledAt().map(ImportLine::inLondon).orElse(null));
        return page;
    }

    private static List<Reject> first(List<Reject> all) {
        return all.subList(0, Math.min(all.size(), FAULTS_SHOWN));
    }

    private static ModelAndView over() {
        return new ModelAndView("register/preview-over", HttpStatus.GONE);
    }
}
