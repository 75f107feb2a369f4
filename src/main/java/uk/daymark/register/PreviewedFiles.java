package uk.daymark.register;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.daymark.people.Urn;
import uk.daymark.register.reading.FileKind;

/**
 * The files that were previewed and wait for their sender to say "import" or "throw away". A person sends a file once; what is
 * imported is the very file that was previewed. Files that nobody comes back to are thrown away.
 */
@Component
public class PreviewedFiles {

    private final JdbcTemplate jdbc;
    private final SpoolFolder folder;
    private final Clock clock;
    private final Duration kept;

    PreviewedFiles(
            JdbcTemplate jdbc,
            SpoolFolder folder,
            Clock clock,
            @Value("${daymark.imports.previewed-files-kept-hours:24}") int hours) {
        this.jdbc = jdbc;
        this.folder = folder;
        this.clock = clock;
        this.kept = Duration.ofHours(hours);
    }

    /**
     * Keeps a file that was just previewed, and throws away what has become old. The caller no longer deletes the file.
     *
     * @param importId the preview's number
     */
    public void keep(String importId, SpoolFolder.Spooled file) {
        folder.keepPreviewed(importId, file.path());
        try {
            // Daymark's clock and not the machine's says how old a file is: in practice mode they differ.
            Files.setLastModifiedTime(folder.previewed(importId), FileTime.from(clock.instant()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throwAwayOld();
    }

    /** Whether the file of that preview still waits. */
    public boolean waits(String importId) {
        return Files.exists(folder.previewed(importId));
    }

    /**
     * The order to import exactly what was previewed. Given twice it has one effect.
     *
     * @param importId the preview's number
     * @param by who imports; only who previewed may
     * @param skipRejects whether to take the good rows where some are rejected
     * @param reason why marks change; may be empty text
     * @return empty where there is no such preview of that person or its file does not wait any more
     */
    public Optional<ImportOrder> toApply(String importId, By by, boolean skipRejects, String reason) {
        return jdbc
                .query(
                        "select kind, content_hash, bytes, preview_token, default_school from import_run"
                                + " where id = ? and state = 'PREVIEWED' and sent_by = ?",
                        (row, number) -> new ImportOrder(
                                FileKind.ofPath(row.getString("kind")).orElseThrow(),
                                true,
                                new SpoolFolder.Spooled(
                                        folder.previewed(importId),
                                        row.getLong("bytes"),
                                        row.getString("content_hash")),
                                by,
                                skipRejects,
                                reason,
                                Optional.ofNullable(row.getString("preview_token")),
                                Optional.of("previewed " + importId),
                                Optional.ofNullable(row.getString("default_school"))
                                        .map(Urn::new)),
                        importId,
                        by.userName())
                .stream()
                .filter(order -> waits(importId))
                .findFirst();
    }

    /** Throws a previewed file away, with the list of the rows that were rejected in it. */
    public void drop(String importId) {
        folder.dropPreviewed(importId);
        folder.dropRejects(importId);
    }

    private void throwAwayOld() {
        Instant oldest = clock.instant().minus(kept);
        folder.allPreviewed().forEach((importId, touched) -> {
            if (touched.isBefore(oldest)) {
                drop(importId);
            }
        });
    }
}
