package uk.daymark.register;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Throws away previews that nobody imported in time: the file, the list of its rejected lines and the note that it was previewed. A
 * preview of a file that was imported, refused or held afterwards stays, as part of that import's story.
 */
@Component
class OldPreviews {

    private static final Logger LOG = LoggerFactory.getLogger(OldPreviews.class);

    /** So many in passing; the next import takes the next. */
    private static final int AT_A_TIME = 200;

    private final JdbcTemplate jdbc;
    private final SpoolFolder folder;
    private final ImportLimits limits;
    private final Clock clock;
    private final TransactionTemplate transaction;

    OldPreviews(
            JdbcTemplate jdbc,
            SpoolFolder folder,
            ImportLimits limits,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.folder = folder;
        this.limits = limits;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Throws away what is too old now. Nobody's import fails because of it: what could not be thrown away is left for the next time. */
    synchronized void throwAway() {
        try {
            Instant oldest = clock.instant().minus(limits.previews().kept());
            for (String importId : olderThan(oldest)) {
                if (folder.previewedAt(importId)
                        .filter(touched -> !touched.isBefore(oldest))
                        .isEmpty()) {
                    folder.dropPreviewed(importId);
                    folder.dropRejects(importId);
                    transaction.executeWithoutResult(status -> forget(importId));
                }
            }
        } catch (DataAccessException | TransactionException | java.io.UncheckedIOException e) {
            LOG.warn("Old previews could not be thrown away; the next import tries again", e);
        }
    }

    private List<String> olderThan(Instant oldest) {
        return jdbc.queryForList(
                "select p.id from import_run p where p.state = 'PREVIEWED' and p.sent_at < ? and not exists"
                        + " (select 1 from import_run i where i.content_hash = p.content_hash and i.kind = p.kind"
                        + " and i.state <> 'PREVIEWED') order by p.sent_at limit ?",
                String.class,
                oldest.atOffset(ZoneOffset.UTC),
                AT_A_TIME);
    }

    private void forget(String importId) {
        jdbc.update("delete from import_key where import_id = ?", importId);
        jdbc.update("delete from import_school where import_id = ?", importId);
        jdbc.update("delete from import_run where id = ? and state = 'PREVIEWED'", importId);
    }
}
