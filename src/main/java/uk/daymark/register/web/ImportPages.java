package uk.daymark.register.web;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import uk.daymark.access.Access;
import uk.daymark.access.Action;
import uk.daymark.access.SignedIn;
import uk.daymark.people.School;
import uk.daymark.people.Schools;
import uk.daymark.people.Scope;
import uk.daymark.people.Urn;
import uk.daymark.register.By;
import uk.daymark.register.FileTooLargeException;
import uk.daymark.register.ImportHistory;
import uk.daymark.register.ImportProgress;
import uk.daymark.register.ImportRecord;
import uk.daymark.register.PreviewedFiles;
import uk.daymark.register.SpoolFolder;
import uk.daymark.register.reading.FileKind;
import uk.daymark.web.Conflict;

/** Choosing a file, the imports so far, and the page that is shown while a file takes long. */
@Controller
@RequestMapping("/imports")
class ImportPages extends Refusals {

    /** So long a browser is kept waiting before it gets a page that tells how far the file has come. */
    static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final int PAGE_SIZE = 25;
    private static final int LAST_PAGE = 100_000;
    private static final int LATEST_PREVIEWS = 20;

    private final Access access;
    private final Callers callers;
    private final ImportHistory history;
    private final ImportProgress progress;
    private final ImportDesk desk;
    private final ImportJobs jobs;
    private final PreviewedFiles previewed;
    private final SpoolFolder folder;
    private final Schools schools;

    ImportPages(
            Access access,
            Callers callers,
            ImportHistory history,
            ImportProgress progress,
            ImportDesk desk,
            ImportJobs jobs,
            PreviewedFiles previewed,
            SpoolFolder folder,
            Schools schools) {
        this.access = access;
        this.callers = callers;
        this.history = history;
        this.progress = progress;
        this.desk = desk;
        this.jobs = jobs;
        this.previewed = previewed;
        this.folder = folder;
        this.schools = schools;
    }

    @GetMapping
    ModelAndView imports(@RequestParam(defaultValue = "1") int page) {
        By by = callers.require(Action.IMPORT_MARKS);
        return list(by, Math.min(Math.max(page, 1), LAST_PAGE), new UploadForm(lastKind(by), ""), Map.of());
    }

    @PostMapping
    ModelAndView upload(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String school,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file)
            throws IOException {
        By by = callers.require(Action.IMPORT_MARKS);
        UploadForm form = new UploadForm(kind, school.strip());
        Optional<FileKind> chosen = ImportKinds.chosen(kind, access.signedIn());
        Map<String, String> errors = new LinkedHashMap<>();
        if (chosen.isEmpty()) {
            errors.put("kind", "Choose what the file holds");
        }
        if (file == null || file.isEmpty()) {
            errors.put(
                    "file",
                    file == null || String.valueOf(file.getOriginalFilename()).isBlank()
                            ? "Choose a file"
                            : "The file is empty. Export it again, and check that it holds lines");
        }
        if (!form.school().isEmpty() && !form.school().matches("[0-9]{6}")) {
            errors.put("school", "A school's URN has six digits");
        }
        if (chosen.isEmpty() || file == null || !errors.isEmpty()) {
            return refused(by, form, errors);
        }
        try {
            SpoolFolder.Spooled spooled = folder.receive(file.getInputStream());
            ImportJob job = desk.preview(chosen.get(), spooled, by, school(form, by), form);
            job.within(PATIENCE);
            return after(job, by);
        } catch (FileTooLargeException | Conflict refusal) {
            return refused(by, form, Map.of("file", String.valueOf(refusal.getMessage())));
        }
    }

    /** Where a long file has got to; its end, once there is one. */
    @GetMapping("/running/{jobId}")
    ModelAndView running(@PathVariable String jobId) {
        By by = callers.require(Action.IMPORT_MARKS);
        ImportJob job = jobs.find(jobId, by.userName()).orElseThrow(Refusals::notThere);
        if (job.ended().isPresent()) {
            return after(job, by);
        }
        ModelAndView page = new ModelAndView("register/import-running");
        page.addObject("preview", job.asked().step() == ImportJob.Step.PREVIEW);
        page.addObject("progress", progress.of(job.importId()).orElse(null));
        return page;
    }

    /** The way on from a job: to the import it became, to the form it failed from, or to the page that says how far it is. */
    private ModelAndView after(ImportJob job, By by) {
        ImportJob.Outcome outcome = job.ended().orElse(null);
        if (outcome instanceof ImportJob.Ended ended) {
            return to("/imports/" + ended.importId());
        }
        if (outcome instanceof ImportJob.Failed failed) {
            if (job.asked().step() == ImportJob.Step.PREVIEW) {
                return refused(by, job.asked().upload(), Map.of("file", failed.message()));
            }
            ModelAndView page = new ModelAndView("register/import-failed", HttpStatus.CONFLICT);
            page.addObject("message", failed.message());
            page.addObject("importId", job.asked().about());
            page.addObject("held", job.asked().step() == ImportJob.Step.RELEASE);
            return page;
        }
        return to("/imports/running/" + job.id());
    }

    private ModelAndView refused(By by, UploadForm form, Map<String, String> errors) {
        ModelAndView page = list(by, 1, form, errors);
        page.setStatus(HttpStatus.BAD_REQUEST);
        return page;
    }

    private ModelAndView list(By by, int page, UploadForm form, Map<String, String> errors) {
        SignedIn person = access.signedIn();
        long done = history.howManyDone(by);
        List<ImportLine> held = history.held(by).stream().map(ImportLine::of).toList();
        List<ImportLine> begun = history.ownPreviews(by, LATEST_PREVIEWS).stream()
                .filter(preview -> previewed.waits(preview.importId()))
                .map(ImportLine::of)
                .toList();
        ModelAndView view = new ModelAndView("register/imports");
        view.addObject("kinds", ImportKinds.openTo(person));
        view.addObject("form", form);
        view.addObject("errors", errors);
        view.addObject("held", held);
        view.addObject("mayRelease", person.may(Action.RELEASE_HELD_IMPORT));
        view.addObject("begun", begun);
        view.addObject(
                "done",
                history.done(by, page, PAGE_SIZE).stream().map(ImportLine::of).toList());
        view.addObject("howMany", done);
        view.addObject("page", page);
        view.addObject("lastPage", Math.max(1, (done + PAGE_SIZE - 1) / PAGE_SIZE));
        view.addObject("everySchool", by.scope() instanceof Scope.Everywhere);
        view.addObject("noSchool", by.scope() instanceof Scope.Nowhere);
        view.addObject(
                "home",
                by.scope()
                        .homeSchool()
                        .map(urn -> schools.find(urn).map(School::name).orElse("school " + urn))
                        .orElse(""));
        view.addObject(
                "homeUnknown",
                by.scope()
                        .homeSchool()
                        .filter(urn -> schools.find(urn).isEmpty())
                        .isPresent());
        return view;
    }

    private String lastKind(By by) {
        return history.ownPreviews(by, 1).stream()
                .findFirst()
                .map(ImportRecord::kind)
                .orElse("");
    }

    private static Optional<Urn> school(UploadForm form, By by) {
        return by.scope()
                .homeSchool()
                .or(() ->
                        Optional.of(form.school()).filter(urn -> !urn.isEmpty()).map(Urn::new));
    }

    static ModelAndView to(String address) {
        return new ModelAndView("redirect:" + address);
    }
}
