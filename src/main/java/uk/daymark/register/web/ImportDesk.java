package uk.daymark.register.web;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.daymark.people.Urn;
import uk.daymark.register.By;
import uk.daymark.register.ImportOrder;
import uk.daymark.register.ImportResult;
import uk.daymark.register.Imports;
import uk.daymark.register.PreviewedFiles;
import uk.daymark.register.SpoolFolder;
import uk.daymark.register.reading.FileKind;
import uk.daymark.register.reading.UnreadableFileException;
import uk.daymark.web.Conflict;

/** What people do with files on the pages: preview, import, release. Each begins a job; asked for twice, the first is the answer. */
@Component
class ImportDesk {

    private final Imports imports;
    private final PreviewedFiles previewed;
    private final SpoolFolder folder;
    private final ImportJobs jobs;

    ImportDesk(Imports imports, PreviewedFiles previewed, SpoolFolder folder, ImportJobs jobs) {
        this.imports = imports;
        this.previewed = previewed;
        this.folder = folder;
        this.jobs = jobs;
    }

    /**
     * Previews a file. It is kept until it is imported or thrown away; one that cannot be read is not kept.
     *
     * @throws Conflict where too many files wait already; the file is not kept
     */
    ImportJob preview(FileKind kind, SpoolFolder.Spooled file, By by, Optional<Urn> school, UploadForm form) {
        String importId = UUID.randomUUID().toString();
        ImportOrder order = new ImportOrder(
                kind,
                false,
                file,
                by,
                // Else the effects of the good rows would not be told where some are rejected.
                true,
                "",
                Optional.empty(),
                Optional.empty(),
                school);
        try {
            return jobs.start(
                    by.userName(),
                    importId,
                    new ImportJob.Asked(ImportJob.Step.PREVIEW, "", form),
                    () -> previewAndKeep(importId, order));
        } catch (Conflict full) {
            folder.discard(file);
            throw full;
        }
    }

    /**
     * Imports what was previewed.
     *
     * @return empty where there is no such preview of that person, or its file does not wait any more
     * @throws Conflict where too many files wait already
     */
    synchronized Optional<ImportJob> apply(String previewId, By by, boolean skipRejects, String reason) {
        return jobs.begunFrom(previewId, ImportJob.Step.APPLY, by.userName())
                .or(() -> previewed.toApply(previewId, by, skipRejects, reason).map(order -> {
                    String importId = UUID.randomUUID().toString();
                    return jobs.start(
                            by.userName(),
                            importId,
                            new ImportJob.Asked(ImportJob.Step.APPLY, previewId, UploadForm.EMPTY),
                            () -> {
                                ImportResult result = imports.run(importId, order);
                                previewed.drop(previewId);
                                return result.answer().importId();
                            });
                }));
    }

    /** Lets a held file through. */
    synchronized ImportJob release(String importId, By by, String reason) {
        return jobs.begunFrom(importId, ImportJob.Step.RELEASE, by.userName())
                .orElseGet(() -> jobs.start(
                        by.userName(),
                        importId,
                        new ImportJob.Asked(ImportJob.Step.RELEASE, importId, UploadForm.EMPTY),
                        () -> {
                            ImportResult result = imports.release(importId, by, reason);
                            if (result.outcome() != ImportResult.Outcome.APPLIED) {
                                throw new Conflict(result.answer().rows().rejected()
                                        + " rows of the held file cannot be imported, and it was sent to be imported whole or not at all."
                                        + " Nothing was written. Throw it away and send a corrected file.");
                            }
                            return importId;
                        }));
    }

    private String previewAndKeep(String importId, ImportOrder order) throws UnreadableFileException {
        boolean kept = false;
        try {
            imports.run(importId, order);
            previewed.keep(importId, order.file());
            kept = true;
            return importId;
        } finally {
            if (!kept) {
                folder.discard(order.file());
            }
        }
    }
}
