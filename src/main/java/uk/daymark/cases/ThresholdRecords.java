package uk.daymark.cases;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import uk.daymark.measure.DateRange;
import uk.daymark.people.PupilId;
import uk.daymark.people.Scope;
import uk.daymark.people.ScopeSql;

/** Of whom the threshold for considering a penalty notice was found to be met, for counting. */
@Repository
public class ThresholdRecords {

    private final JdbcTemplate jdbc;

    ThresholdRecords(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The pupils of schools in scope of whom it was found on at least one of these days, each once. */
    public List<PupilId> met(Scope scope, DateRange days) {
        ScopeSql schools = ScopeSql.of(scope, "e.school_urn");
        List<Object> values =
                new ArrayList<>(List.of(FindingKind.PENALTY_NOTICE_THRESHOLD.name(), days.to(), days.from()));
        values.addAll(schools.values());
        return jdbc.query(
                "select distinct f.pupil_id from finding f join enrolment e on e.id = f.enrolment_id where f.kind = ?"
                        + " and f.since <= ? and coalesce(f.lapsed_on, date '9999-12-31') >= ? and "
                        + schools.condition()
                        + " order by f.pupil_id",
                (row, number) -> new PupilId(row.getLong(1)),
                values.toArray());
    }
}
