package uk.daymark.workflow.engine;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.daymark.workflow.CausedBy;
import uk.daymark.workflow.KeysSql;
import uk.daymark.workflow.PathTaken;

/** The ways taken, in the database; written on the engine's own connection, in its transaction. */
@Component
class StoredPath implements PathWriter, PathTaken {

    private static final int LONGEST_SAID = 2000;

    private final JdbcTemplate jdbc;
    private final Actor actor;

    StoredPath(JdbcTemplate jdbc, Actor actor) {
        this.jdbc = jdbc;
        this.actor = actor;
    }

    @Override
    public void took(At at, Arrow arrow) {
        Optional<CausedBy> cause = CausedBy.now();
        jdbc.update(
                "insert into path_taken (subject, taken_at, model, model_version, from_id, from_name, arrow_id, arrow_name, to_id,"
                        + " to_name, taken_by, definition_no, because, entry_subject, entry_no)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                at.key(),
                ClockUtil.getCurrentTime().toInstant().atOffset(ZoneOffset.UTC),
                at.model(),
                at.version(),
                arrow.from(),
                arrow.fromName(),
                arrow.arrow(),
                arrow.arrowName(),
                arrow.to(),
                arrow.toName(),
                actor.get(),
                at.number(),
                arrow.arrow().isEmpty() ? because() : "",
                cause.map(CausedBy::subject).orElse(""),
                cause.map(CausedBy::number).orElse(0L));
    }

    private static String because() {
        String said = Because.said().orElse("");
        return said.substring(0, Math.min(said.length(), LONGEST_SAID));
    }

    @Override
    public KeysSql keysThrough(String model, Instant from, Instant to) {
        return new KeysSql(
                "select subject from path_taken where model = ? and taken_at >= ? and taken_at < ?",
                List.of(model, from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC)));
    }

    @Override
    public List<Taken> of(Collection<String> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        return jdbc.query(
                "select subject, taken_at, model, model_version, from_id, from_name, arrow_id, arrow_name, to_id, to_name, taken_by,"
                        + " definition_no, because, entry_subject, entry_no"
                        + " from path_taken where subject in ("
                        + String.join(", ", Collections.nCopies(keys.size(), "?")) + ") order by id",
                (row, number) -> new Taken(
                        row.getObject("taken_at", OffsetDateTime.class).toInstant(),
                        row.getString("subject"),
                        row.getString("model"),
                        row.getString("model_version"),
                        row.getString("from_id"),
                        row.getString("from_name"),
                        row.getString("arrow_id"),
                        row.getString("arrow_name"),
                        row.getString("to_id"),
                        row.getString("to_name"),
                        row.getString("taken_by"),
                        row.getInt("definition_no"),
                        row.getString("because"),
                        row.getString("entry_subject"),
                        row.getLong("entry_no")),
                keys.toArray());
    }
}
