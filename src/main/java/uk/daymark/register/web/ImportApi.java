package uk.daymark.register.web;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.daymark.access.Action;
import uk.daymark.people.Urn;
import uk.daymark.register.By;
import uk.daymark.register.ImportAnswer;
import uk.daymark.register.ImportHistory;
import uk.daymark.register.ImportOrder;
import uk.daymark.register.ImportProgress;
import uk.daymark.register.ImportRecord;
import uk.daymark.register.ImportResult;
import uk.daymark.register.Imports;
import uk.daymark.register.NotInRegisterException;
import uk.daymark.register.SpoolFolder;
import uk.daymark.register.reading.FileKind;
import uk.daymark.register.reading.UnreadableFileException;
import uk.daymark.web.Fault;
import uk.daymark.web.InvalidInput;

/** Files into the register, and what became of them. */
@RestController
@RequestMapping("/api/imports")
class ImportApi extends RegisterCalls {

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern URN = Pattern.compile("[0-9]{6}");
    private static final int LONGEST_REASON = 1000;
    private static final int LONGEST_KEY = 255;

    private final Imports imports;
    private final ImportHistory history;
    private final ImportProgress progress;
    private final SpoolFolder folder;
    private final Callers callers;
    private final ObjectMapper json;

    ImportApi(
            Imports imports,
            ImportHistory history,
            ImportProgress progress,
            SpoolFolder folder,
            Callers callers,
            ObjectMapper json) {
        this.imports = imports;
        this.history = history;
        this.progress = progress;
        this.folder = folder;
        this.callers = callers;
        this.json = json;
    }

    @PostMapping(
            path = "/{kind:schools|calendar|pupils|contacts|marks|marks-week}",
            consumes = {"text/csv", "text/plain", "application/octet-stream"})
    ResponseEntity<Object> take(
            @PathVariable String kind,
            @RequestParam Optional<String> mode,
            @RequestParam Optional<String> rejects,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam Optional<String> previewToken,
            @RequestParam Optional<String> school,
            @RequestHeader("Idempotency-Key") Optional<String> idempotencyKey,
            HttpServletRequest request)
            throws IOException, UnreadableFileException {
        FileKind fileKind = FileKind.ofPath(kind).orElseThrow();
        By by = callers.require(ImportKinds.action(fileKind));
        List<Fault> faults = new ArrayList<>();
        expect(
                faults,
                "?mode",
                mode.filter(List.of("preview", "apply")::contains).isPresent(),
                "Say preview or apply.");
        expect(faults, "?rejects", allows(rejects, List.of("refuse", "skip")::contains), "Say refuse or skip.");
        expect(
                faults,
                "?previewToken",
                allows(previewToken, token -> TOKEN.matcher(token).matches()),
                "Give the token as the preview answered it.");
        expect(faults, "?school", allows(school, urn -> URN.matcher(urn).matches()), "A URN has six digits.");
        expect(faults, "?reason", reason.length() <= LONGEST_REASON, "Keep it to " + LONGEST_REASON + " characters.");
        expect(
                faults,
                "Idempotency-Key",
                allows(idempotencyKey, key -> !key.isBlank() && key.length() <= LONGEST_KEY),
                "Give 1 to " + LONGEST_KEY + " characters.");
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        SpoolFolder.Spooled file = folder.receive(request.getInputStream());
        try {
            return answer(imports.run(new ImportOrder(
                    fileKind,
                    mode.orElseThrow().equals("apply"),
                    file,
                    by,
                    rejects.orElse("refuse").equals("skip"),
                    reason,
                    previewToken,
                    idempotencyKey,
                    school.map(Urn::new))));
        } finally {
            folder.discard(file);
        }
    }

    @GetMapping
    Listed<ImportRecord> latest(
            @RequestParam(defaultValue = "1") int page, @RequestParam(defaultValue = "50") int size) {
        By by = callers.require(Action.IMPORT_MARKS);
        Listed.check(page, size);
        return new Listed<>(history.howMany(by), page, size, history.page(by, page, size));
    }

    @GetMapping("/held")
    Listed<ImportRecord> held(@RequestParam(defaultValue = "1") int page, @RequestParam(defaultValue = "50") int size) {
        By by = callers.require(Action.RELEASE_HELD_IMPORT);
        Listed.check(page, size);
        return new Listed<>(history.howManyHeld(by), page, size, history.held(by, page, size));
    }

    /** The caller's imports that are under way. */
    @GetMapping("/running")
    List<ImportProgress.Progress> running() {
        return progress.sentBy(callers.require(Action.IMPORT_MARKS).userName());
    }

    @GetMapping("/{importId}")
    ImportRecord one(@PathVariable String importId) {
        return history.find(importId, callers.require(Action.IMPORT_MARKS))
                .orElseThrow(() -> new NotInRegisterException("There is no such import of your schools."));
    }

    @GetMapping(path = "/{importId}/rejects", produces = "text/csv")
    ResponseEntity<Resource> rejects(@PathVariable String importId) {
        Optional<Path> list = imports.rejects(importId, callers.require(Action.IMPORT_MARKS));
        Resource csv = list.<Resource>map(FileSystemResource::new).orElseGet(() -> new ByteArrayResource(new byte[0]));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"rejected-rows.csv\"")
                .body(csv);
    }

    @PostMapping("/{importId}/release")
    ResponseEntity<Object> release(@PathVariable String importId, @RequestBody Why why) throws UnreadableFileException {
        return answer(imports.release(importId, callers.require(Action.RELEASE_HELD_IMPORT), why.given()));
    }

    @PostMapping("/{importId}/discard")
    ResponseEntity<Object> discard(@PathVariable String importId, @RequestBody Why why) {
        imports.discard(importId, callers.require(Action.RELEASE_HELD_IMPORT), why.given());
        return ResponseEntity.noContent().build();
    }

    private ResponseEntity<Object> answer(ImportResult result) {
        ImportAnswer answer = result.answer();
        return switch (result.outcome()) {
            case PREVIEWED, APPLIED -> ResponseEntity.ok(answer);
            case HELD -> ResponseEntity.accepted().body(answer);
            case REFUSED ->
                problem(
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "rows-rejected",
                        "Some rows cannot be taken, so nothing was written",
                        answer.rows().rejected() + " of " + answer.rows().total()
                                + " rows were rejected. Correct them, or send the file again with rejects=skip to take the"
                                + " others.",
                        answer.rejects().stream()
                                .map(reject ->
                                        new Fault("/lines/" + reject.line() + "/" + reject.column(), reject.message()))
                                .toList(),
                        json.convertValue(answer, new TypeReference<Map<String, Object>>() {}));
        };
    }

    private static boolean allows(Optional<String> given, Predicate<String> test) {
        return given.isEmpty() || test.test(given.get());
    }

    private static void expect(List<Fault> faults, String pointer, boolean holds, String message) {
        if (!holds) {
            faults.add(new Fault(pointer, message));
        }
    }
}
