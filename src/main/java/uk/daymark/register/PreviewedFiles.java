package uk.daymark.register;

import java.nio.file.Files;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.daymark.people.Urn;
import uk.daymark.register.reading.FileKind;

/**
 * The files that were previewed and wait for their sender to say "import" or "throw away". A person sends a file once; what is
 * imported is the very file that was previewed. Files that nobody comes back to are thrown away: {@link OldPreviews}.
 */
@Component
public class PreviewedFiles {

    private final JdbcTemplate jdbc;
    private final SpoolFolder folder;
    private final Clock clock;

    PreviewedFiles(JdbcTemplate jdbc, SpoolFolder folder, Clock clock) {
        this.jdbc = jdbc;
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * Keeps a file that was just previewed. The caller no longer deletes the file.
     *
     * @param importId the preview's number
     */
    public void keep(String importId, SpoolFolder.Spooled file) {
        folder.keepPreviewed(importId, file.path());
        folder.touchPreviewed(importId, clock.instant());
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
        Optional<ImportOrder> found = order(importId, by, skipRejects, reason);
        // From here on it is in use: not to be thrown away as old while it waits for its turn or is read.
        found.ifPresent(order -> folder.touchPreviewed(importId, clock.instant()));
        return found;
    }

    private Optional<ImportOrder> order(String importId, By by, boolean skipRejects, String reason) {
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
}
