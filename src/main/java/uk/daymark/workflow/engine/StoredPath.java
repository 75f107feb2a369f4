package uk.daymark.workflow.engine;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.daymark.workflow.PathTaken;

/** The ways taken, in the database; written on the engine's own connection, in its transaction. */
@Component
class StoredPath implements PathWriter, PathTaken {

    private final JdbcTemplate jdbc;
    private final Actor actor;

    StoredPath(JdbcTemplate jdbc, Actor actor) {
        this.jdbc = jdbc;
        this.actor = actor;
    }

    @Override
    public void took(String key, String model, String version, Arrow arrow) {
        jdbc.update(
                "insert into path_taken (subject, taken_at, model, model_version, from_id, from_name, arrow_id, arrow_name, to_id,"
                        + " to_name, taken_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                key,
                ClockUtil.getCurrentTime().toInstant().atOffset(ZoneOffset.UTC),
                model,
                version,
                arrow.from(),
                arrow.fromName(),
                arrow.arrow(),
                arrow.arrowName(),
                arrow.to(),
                arrow.toName(),
                actor.get());
    }

    @Override
    public List<Taken> of(Collection<String> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        return jdbc.query(
                "select subject, taken_at, model, model_version, from_id, from_name, arrow_id, arrow_name, to_id, to_name, taken_by"
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
                        row.getString("taken_by")),
                keys.toArray());
    }
}
