package uk.daymark.workflow.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.daymark.workflow.Decisions.Fired;
import uk.daymark.workflow.KeysSql;

/** The rules that fired, in the database. */
@Component
class StoredRules implements RuleWriter {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcTemplate jdbc;

    StoredRules(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void fired(String key, Fired fired) {
        jdbc.update(
                "insert into rule_fired (subject, fired_at, decision, table_version, rule_id, inputs, outputs,"
                        + " definition_no, asked_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                key,
                fired.at().atOffset(ZoneOffset.UTC),
                fired.table(),
                fired.version(),
                fired.rule(),
                json(fired.inputs()),
                json(fired.outputs()),
                fired.number(),
                fired.askedAt());
    }

    List<Fired> of(Collection<String> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        return jdbc.query(
                "select subject, fired_at, decision, table_version, rule_id, inputs, outputs, definition_no, asked_at"
                        + " from rule_fired where subject in ("
                        + String.join(", ", Collections.nCopies(keys.size(), "?")) + ") order by id",
                (row, number) -> new Fired(
                        row.getObject("fired_at", OffsetDateTime.class).toInstant(),
                        row.getString("subject"),
                        row.getString("decision"),
                        row.getString("table_version"),
                        row.getString("rule_id"),
                        map(row.getString("inputs")),
                        map(row.getString("outputs")),
                        row.getInt("definition_no"),
                        row.getString("asked_at")),
                keys.toArray());
    }

    static KeysSql keysUnder(String ruleOrTable, Instant from, Instant to) {
        return new KeysSql(
                "select subject from rule_fired where (rule_id = ? or decision = ?) and fired_at >= ? and fired_at < ?",
                List.of(ruleOrTable, ruleOrTable, from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC)));
    }

    private static String json(Map<String, Object> values) {
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, Object> map(String json) {
        try {
            return JSON.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("A rule that fired cannot be read: " + json, unreadable);
        }
    }
}
