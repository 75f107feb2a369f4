package uk.daymark.enforcement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import uk.daymark.measure.DateRange;
import uk.daymark.people.PupilId;
import uk.daymark.people.Scope;
import uk.daymark.people.ScopeSql;

/** The steps in the database: one statement for each kind. A notice that was withdrawn was taken all the same. */
@Repository
class StepsOnRecord implements StepRecords {

    /** A notice that was entered from before Daymark is nobody's step here. */
    private static final String NOTICES = "select s.pupil_id, s.issued_on as taken_on"
            + " from penalty_notice s where s.origin = 'ISSUED' and s.issued_on between ? and ? and ";

    private final JdbcTemplate jdbc;

    StepsOnRecord(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Taken> taken(Scope scope, DateRange days) {
        List<Taken> all = new ArrayList<>();
        all.addAll(
                read(Step.NOTICE_TO_IMPROVE, inCases("improvement_notice", "posted_on"), "c.school_urn", scope, days));
        all.addAll(read(Step.PENALTY_NOTICE, NOTICES, "s.school_urn", scope, days));
        all.addAll(read(Step.PROSECUTION, inCases("prosecution", "begun_on"), "c.school_urn", scope, days));
        all.sort(Comparator.comparing(Taken::on)
                .thenComparing(taken -> taken.pupil().number()));
        return all;
    }

    private static String inCases(String table, String day) {
        return "select c.pupil_id, s." + day + " as taken_on from "
                + table + " s join attendance_case c on c.ref = s.case_ref where s." + day
                + " between ? and ? and ";
    }

    private List<Taken> read(Step step, String select, String urnColumn, Scope scope, DateRange days) {
        ScopeSql schools = ScopeSql.of(scope, urnColumn);
        List<Object> values = new ArrayList<>(List.of(days.from(), days.to()));
        values.addAll(schools.values());
        return jdbc.query(
                select + schools.condition(),
                (row, number) -> new Taken(
                        step, new PupilId(row.getLong("pupil_id")), row.getObject("taken_on", LocalDate.class)),
                values.toArray());
    }
}
