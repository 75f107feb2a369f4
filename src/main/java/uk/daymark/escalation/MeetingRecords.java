package uk.daymark.escalation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import uk.daymark.measure.DateRange;
import uk.daymark.people.PupilId;
import uk.daymark.people.Scope;
import uk.daymark.people.ScopeSql;

/** The meetings with parents that were held, for counting. */
@Repository
public class MeetingRecords {

    private final JdbcTemplate jdbc;

    MeetingRecords(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A meeting that took place. */
    public record Held(PupilId pupil, String caseRef, LocalDate on) {}

    /** Those of these days in cases of schools in scope, the earliest first. */
    public List<Held> held(Scope scope, DateRange days) {
        ScopeSql schools = ScopeSql.of(scope, "c.school_urn");
        List<Object> values = new ArrayList<>(List.of(days.from(), days.to()));
        values.addAll(schools.values());
        return jdbc.query(
                "select c.pupil_id, c.ref, m.meeting_on from case_meeting m join attendance_case c on c.ref = m.case_ref"
                        + " where m.outcome = 'HELD' and m.meeting_on between ? and ? and " + schools.condition()
                        + " order by m.meeting_on, m.id",
                (row, number) -> new Held(
                        new PupilId(row.getLong("pupil_id")),
                        row.getString("ref"),
                        row.getObject("meeting_on", LocalDate.class)),
                values.toArray());
    }
}
