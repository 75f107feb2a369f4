package uk.daymark.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import uk.daymark.cases.SupportRecord.Response;
import uk.daymark.measure.DateRange;
import uk.daymark.people.Scope;
import uk.daymark.people.ScopeSql;
import uk.daymark.people.Urn;

/** The offers of support that were made, for counting. Letters, evidence asked for and circumstances are no offers. */
@Repository
public class SupportRecords {

    private static final Set<SupportKind> OFFERS = EnumSet.of(
            SupportKind.EARLY_HELP,
            SupportKind.TARGETED_SUPPORT,
            SupportKind.SPECIALIST_TEACHING,
            SupportKind.SEND,
            SupportKind.IAEP,
            SupportKind.MEETING,
            SupportKind.OTHER);

    private final JdbcTemplate jdbc;

    SupportRecords(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** An offer and what the family said. */
    public record Offered(
            String caseRef,
            Urn school,
            String pupilName,
            SupportKind kind,
            LocalDate on,
            String how,
            Response response) {}

    /**
     * The offers of these days that stand, in cases of schools in scope, the earliest first.
     *
     * @param onlyReferred whether only cases are counted that were referred to the authority
     */
    public List<Offered> offered(Scope scope, boolean onlyReferred, DateRange days) {
        ScopeSql schools = ScopeSql.of(scope, "c.school_urn");
        List<Object> values = new ArrayList<>(List.of(days.from(), days.to()));
        values.addAll(schools.values());
        return jdbc.query(
                "select c.ref, c.school_urn, s.kind, s.offered_on, s.offered_how, s.response, p.legal_forename,"
                        + " p.legal_surname, p.preferred_forename, p.preferred_surname from case_support s"
                        + " join attendance_case c on c.ref = s.case_ref join pupil p on p.id = c.pupil_id"
                        + " where s.offered_on between ? and ? and " + schools.condition()
                        + (onlyReferred ? " and c.referred_on is not null" : "")
                        + " and s.kind in " + kinds()
                        + " and not exists (select 1 from case_support l where l.corrects = s.id)"
                        + " order by s.offered_on, s.id",
                (row, number) -> new Offered(
                        row.getString("ref"),
                        new Urn(row.getString("school_urn")),
                        either(row, "forename") + " " + either(row, "surname"),
                        SupportKind.valueOf(row.getString("kind")),
                        row.getObject("offered_on", LocalDate.class),
                        row.getString("offered_how"),
                        Response.valueOf(row.getString("response"))),
                values.toArray());
    }

    private static String kinds() {
        return OFFERS.stream().map(kind -> "'" + kind + "'").collect(Collectors.joining(", ", "(", ")"));
    }

    private static String either(ResultSet row, String name) throws SQLException {
        String preferred = row.getString("preferred_" + name);
        return preferred.isBlank() ? row.getString("legal_" + name) : preferred;
    }
}
