package uk.daymark.enforcement.referral;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Repository;
import uk.daymark.cases.CaseRef;
import uk.daymark.enforcement.referral.Referral.Check;
import uk.daymark.enforcement.referral.Referral.Said;
import uk.daymark.enforcement.referral.Referral.Standing;
import uk.daymark.measure.DateRange;

/** Reads referrals with the parents that each names and its checks. */
@Repository
class ReferralRows {

    private static final String FROM = " from referral r join attendance_case c on c.ref = r.case_ref ";

    private final JdbcTemplate jdbc;
    private final CheckStore checks;

    ReferralRows(JdbcTemplate jdbc, CheckStore checks) {
        this.jdbc = jdbc;
        this.checks = checks;
    }

    /**
     * The referrals that are asked for; they and what belongs to them with three questions, however many.
     *
     * @param where speaks of referrals as r and of their cases as c
     */
    List<Referral> read(String where, String order, List<?> values) {
        Map<Long, List<Integer>> parents = new HashMap<>();
        jdbc.query(
                "select n.referral_id, n.parent_number" + FROM + "join referral_parent n on n.referral_id = r.id where "
                        + where + " order by n.parent_number",
                (RowCallbackHandler) row -> parents.computeIfAbsent(row.getLong("referral_id"), id -> new ArrayList<>())
                        .add(row.getInt("parent_number")),
                values.toArray());
        Map<Long, List<Check>> found = checks.of(FROM, where, values);
        return jdbc.query(
                "select r.*" + FROM + "where " + where + " order by " + order,
                (row, number) -> {
                    long id = row.getLong("id");
                    return referral(row, parents.getOrDefault(id, List.of()), found.getOrDefault(id, List.of()));
                },
                values.toArray());
    }

    private static Referral referral(ResultSet row, List<Integer> parents, List<Check> found) throws SQLException {
        return new Referral(
                row.getLong("id"),
                new CaseRef(row.getString("case_ref")),
                row.getInt("round_number"),
                Route.valueOf(row.getString("route")),
                new DateRange(
                        row.getObject("period_from", LocalDate.class), row.getObject("period_to", LocalDate.class)),
                row.getString("statement"),
                Standing.valueOf(row.getString("standing")),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                said(row, "submit", "submitted"),
                said(row, row.getString("answer"), "answered"),
                row.getString("to_put_right"),
                row.getString("findings"),
                Optional.ofNullable(row.getObject("sitting_on", LocalDate.class)),
                parents,
                found,
                row.getLong("version"));
    }

    private static Optional<Said> said(ResultSet row, String what, String column) throws SQLException {
        Optional<OffsetDateTime> at = Optional.ofNullable(row.getObject(column + "_at", OffsetDateTime.class));
        String by = row.getString(column + "_by");
        String why = row.getString(column + "_why");
        return at.map(moment -> new Said(what, by, moment.toInstant(), why));
    }
}
