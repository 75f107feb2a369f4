package uk.daymark.enforcement.referral;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import uk.daymark.cases.CaseRef;
import uk.daymark.people.Scope;
import uk.daymark.people.ScopeSql;

/** In the database, which sittings are asked about which parents: each goes by the sitting for which its own decision was asked. */
@Repository
class ParentSittings {

    /** Each parent once for each sitting: of which a decision is asked, which has decided, and which left it to a later one. */
    private static final String ITEMS =
            "(select s.case_ref, s.parent_number, s.sitting_on, max(s.waits) as waits from ("
                    + "select case_ref, parent_number, sitting_on, 1 as waits from liable_parent where standing = 'TO_DECIDE'"
                    + " union all select case_ref, parent_number, sitting_on, 0 as waits from parent_decision"
                    + " union all select case_ref, parent_number, asked_for, 0 as waits from parent_decision) s"
                    + " where s.sitting_on is not null group by s.case_ref, s.parent_number, s.sitting_on) x"
                    + " join attendance_case c on c.ref = x.case_ref";

    private final JdbcTemplate jdbc;

    ParentSittings(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How much a sitting has to decide.
     *
     * @param items the parents on its agenda
     * @param undecided those of whom a decision is asked and not made
     */
    record Count(LocalDate day, int items, int undecided) {}

    /** A parent whose sitting is over, and who still waits for a decision. */
    record Left(ParentKey parent, LocalDate asked) {}

    /** Keeps of which sitting a decision about a parent is asked; of none where no panel decides. */
    void asked(ParentKey key, Optional<LocalDate> sitting) {
        jdbc.update(
                "update liable_parent set sitting_on = ?, version = version + 1 where case_ref = ? and parent_number = ?",
                sitting.orElse(null),
                key.caseRef().value(),
                key.number());
    }

    /** The parents of the sitting on that day. */
    List<ParentKey> on(LocalDate day, Scope scope) {
        ScopeSql schools = ScopeSql.of(scope, "c.school_urn");
        return jdbc.query(
                "select x.case_ref, x.parent_number from " + ITEMS + " where x.sitting_on = ? and "
                        + schools.condition() + " order by x.case_ref, x.parent_number",
                ParentSittings::key,
                values(day, schools));
    }

    /** Those whose sitting was before that day and who still wait for a decision. */
    List<Left> leftBefore(LocalDate day, Scope scope) {
        ScopeSql schools = ScopeSql.of(scope, "c.school_urn");
        return jdbc.query(
                "select p.case_ref, p.parent_number, p.sitting_on from liable_parent p"
                        + " join attendance_case c on c.ref = p.case_ref"
                        + " where p.standing = 'TO_DECIDE' and p.sitting_on < ? and " + schools.condition()
                        + " order by p.case_ref, p.parent_number",
                (row, number) -> new Left(key(row, number), row.getObject("sitting_on", LocalDate.class)),
                values(day, schools));
    }

    /** The sittings from that day on. */
    List<Count> from(LocalDate day, Scope scope) {
        ScopeSql schools = ScopeSql.of(scope, "c.school_urn");
        return jdbc.query(
                "select x.sitting_on, count(*) as items, sum(x.waits) as undecided from " + ITEMS
                        + " where x.sitting_on >= ? and " + schools.condition()
                        + " group by x.sitting_on order by x.sitting_on",
                (row, number) -> new Count(
                        row.getObject("sitting_on", LocalDate.class), row.getInt("items"), row.getInt("undecided")),
                values(day, schools));
    }

    private static Object[] values(LocalDate day, ScopeSql schools) {
        List<Object> values = new ArrayList<>(List.of(day));
        values.addAll(schools.values());
        return values.toArray();
    }

    private static ParentKey key(ResultSet row, int number) throws SQLException {
        return new ParentKey(new CaseRef(row.getString("case_ref")), row.getInt("parent_number"));
    }
}
