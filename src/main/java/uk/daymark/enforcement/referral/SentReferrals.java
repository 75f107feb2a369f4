package uk.daymark.enforcement.referral;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Repository;
import uk.daymark.enforcement.ReferralRecords;
import uk.daymark.enforcement.referral.Referral.Standing;
import uk.daymark.enforcement.referral.Referral.View;
import uk.daymark.measure.DateRange;
import uk.daymark.people.Scope;
import uk.daymark.people.ScopeSql;
import uk.daymark.people.Urn;
import uk.daymark.time.LondonTime;

/** Referrals as they were sent, read for counting: two statements however many there are. */
@Repository
class SentReferrals implements ReferralRecords {

    private static final String FROM =
            " from referral r join attendance_case c on c.ref = r.case_ref" + " join pupil p on p.id = c.pupil_id";

    private static final String SENT = " where r.submitted_at >= ? and r.submitted_at < ? and ";

    private final JdbcTemplate jdbc;

    SentReferrals(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Sent> sent(Scope scope, DateRange days) {
        ScopeSql schools = ScopeSql.of(scope, "c.school_urn");
        List<Object> values =
                new ArrayList<>(List.of(startOf(days.from()), startOf(days.to().plusDays(1))));
        values.addAll(schools.values());
        Map<Long, TreeSet<String>> notMet = new HashMap<>();
        jdbc.query(
                "select k.referral_id, k.code" + FROM
                        + " join referral_check k on k.referral_id = r.id and k.officer_view = '"
                        + View.NOT_MET + "'" + SENT + schools.condition() + " and r.standing = '" + Standing.RETURNED
                        + "'",
                (RowCallbackHandler) row -> notMet.computeIfAbsent(row.getLong(1), id -> new TreeSet<>())
                        .add(row.getString(2)),
                values.toArray());
        return jdbc.query(
                "select r.id, r.case_ref, r.round_number, r.standing, r.answer, r.submitted_at, r.answered_at,"
                        + " c.school_urn, c.policy_name, p.legal_forename, p.legal_surname, p.preferred_forename,"
                        + " p.preferred_surname,"
                        + " exists (select 1 from referral b where b.case_ref = r.case_ref"
                        + " and b.round_number = r.round_number - 1 and b.standing = 'RETURNED') as sent_before,"
                        + " exists (select 1 from referral l where l.case_ref = r.case_ref"
                        + " and l.round_number > r.round_number and l.standing = 'ACCEPTED') as accepted_later"
                        + FROM + SENT + schools.condition() + " order by r.submitted_at, r.id",
                (row, number) -> sent(row, notMet),
                values.toArray());
    }

    private static Sent sent(ResultSet row, Map<Long, TreeSet<String>> notMet) throws SQLException {
        Standing standing = Standing.valueOf(row.getString("standing"));
        return new Sent(
                row.getString("case_ref"),
                row.getInt("round_number"),
                new Urn(row.getString("school_urn")),
                either(row, "forename") + " " + either(row, "surname"),
                row.getString("policy_name"),
                day(row.getObject("submitted_at", OffsetDateTime.class)),
                answer(standing, row.getString("answer")),
                Optional.ofNullable(row.getObject("answered_at", OffsetDateTime.class))
                        .filter(at -> answered(standing))
                        .map(SentReferrals::day),
                List.copyOf(notMet.getOrDefault(row.getLong("id"), new TreeSet<>())),
                row.getBoolean("sent_before"),
                row.getBoolean("accepted_later"));
    }

    private static Answer answer(Standing standing, String word) {
        return switch (standing) {
            case SUBMITTED -> Answer.WAITING;
            case RETURNED -> Answer.RETURNED;
            case ACCEPTED -> Answer.ACCEPTED;
            case ENDED -> word.equals("refuse") ? Answer.REFUSED : Answer.ENDED;
            case BEING_PREPARED, NOT_MADE, STOPPED -> Answer.ENDED;
        };
    }

    /** Whether the authority ended the wait, and not the end of the case. */
    private static boolean answered(Standing standing) {
        return switch (standing) {
            case RETURNED, ACCEPTED, ENDED -> true;
            case SUBMITTED, BEING_PREPARED, NOT_MADE, STOPPED -> false;
        };
    }

    private static String either(ResultSet row, String name) throws SQLException {
        String preferred = row.getString("preferred_" + name);
        return preferred.isBlank() ? row.getString("legal_" + name) : preferred;
    }

    private static OffsetDateTime startOf(LocalDate day) {
        return day.atStartOfDay(LondonTime.ZONE).toInstant().atOffset(ZoneOffset.UTC);
    }

    private static LocalDate day(OffsetDateTime at) {
        return at.atZoneSameInstant(LondonTime.ZONE).toLocalDate();
    }
}
