package uk.daymark.worklist;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What was to be done in a case at a moment that is over. */
@Component
public class PastWork {

    private final JdbcTemplate jdbc;

    PastWork(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A task that was open.
     *
     * @param title what was to be done, for people
     * @param why why, as a sentence
     * @param group who does such tasks
     * @param openedAt since when it was open
     * @param dueAt by when it was to be done, as it stands now
     */
    public record WasOpen(String title, String why, String group, Instant openedAt, Instant dueAt) {}

    /** The tasks of a case that were open then, by when they were to be done. */
    public List<WasOpen> openAt(String caseRef, Instant moment) {
        OffsetDateTime then = moment.atOffset(ZoneOffset.UTC);
        return jdbc.query(
                "select title, why, role_group, opened_at, due_at from work_item where case_ref = ? and opened_at <= ?"
                        + " and (ended_at is null or ended_at > ?) order by due_at, id",
                (row, number) -> new WasOpen(
                        row.getString("title"),
                        row.getString("why"),
                        row.getString("role_group"),
                        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                        row.getObject("due_at", OffsetDateTime.class).toInstant()),
                caseRef,
                then,
                then);
    }
}
