package uk.daymark.enforcement.court;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.daymark.cases.CaseRef;
import uk.daymark.enforcement.court.Prosecution.Act;
import uk.daymark.enforcement.court.Prosecution.Authority;
import uk.daymark.enforcement.court.Prosecution.Begun;
import uk.daymark.enforcement.court.Prosecution.Caution;
import uk.daymark.enforcement.court.Prosecution.Certificate;
import uk.daymark.enforcement.court.Prosecution.Evidence;
import uk.daymark.enforcement.court.Prosecution.Found;
import uk.daymark.enforcement.court.Prosecution.Hearing;
import uk.daymark.enforcement.court.Prosecution.Result;
import uk.daymark.enforcement.court.Prosecution.Standing;
import uk.daymark.enforcement.court.Prosecution.SupervisionOrder;
import uk.daymark.enforcement.ledger.Money;
import uk.daymark.enforcement.ledger.NoticeRef;
import uk.daymark.enforcement.referral.ParentKey;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.Half;
import uk.daymark.measure.MarkedSession;
import uk.daymark.measure.ProsecutionLimit;
import uk.daymark.measure.Session;

/** Reads prosecutions. */
final class ProsecutionRows {

    private final JdbcTemplate jdbc;

    ProsecutionRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<Prosecution> of(ParentKey key) {
        return jdbc.query(
                "select * from prosecution where case_ref = ? and parent_number = ? order by round",
                (row, number) -> prosecution(row),
                key.caseRef().value(),
                key.number());
    }

    private Prosecution prosecution(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        return new Prosecution(
                id,
                new ParentKey(new CaseRef(row.getString("case_ref")), row.getInt("parent_number")),
                row.getInt("round"),
                Tier.valueOf(row.getString("tier")),
                Standing.valueOf(row.getString("standing")),
                text(row, "notice_ref").map(NoticeRef::new),
                new DateRange(
                        row.getObject("charged_from", LocalDate.class), row.getObject("charged_to", LocalDate.class)),
                new ProsecutionLimit(
                        row.getObject("limit_safe", LocalDate.class), row.getObject("limit_outer", LocalDate.class)),
                row.getString("policy_name"),
                row.getString("policy_version"),
                row.getString("ladder_reason"),
                order(row),
                caution(row),
                certificate(row),
                sessions(id),
                evidence(id),
                jdbc.queryForList(
                        "select document_id from prosecution_document where prosecution_id = ? order by document_id",
                        Long.class,
                        id),
                act(row, "gathered_by", "gathered_at"),
                authority(row),
                begun(row),
                hearings(id),
                result(row),
                row.getString("outcome"),
                row.getString("ended_why"),
                row.getLong("version"));
    }

    private static Optional<SupervisionOrder> order(ResultSet row) throws SQLException {
        Optional<Act> act = act(row, "order_by", "order_at");
        return act.isEmpty()
                ? Optional.empty()
                : Optional.of(new SupervisionOrder(
                        row.getString("order_considered"), row.getString("order_decision"), act.get()));
    }

    private static Optional<Caution> caution(ResultSet row) throws SQLException {
        Optional<String> by = text(row, "caution_by");
        return by.isEmpty()
                ? Optional.empty()
                : Optional.of(new Caution(
                        by.get(),
                        day(row, "interview_on"),
                        day(row, "cautioned_on"),
                        row.getBoolean("advice_told"),
                        row.getBoolean("answered"),
                        text(row, "answers").orElse(""),
                        text(row, "knowledge").orElse(""),
                        act(row, "questioned_by", "questioned_at")));
    }

    private static Optional<Certificate> certificate(ResultSet row) throws SQLException {
        Optional<Act> act = act(row, "signed_by", "signed_at");
        return act.isEmpty() ? Optional.empty() : Optional.of(new Certificate(row.getString("signed_as"), act.get()));
    }

    private static Optional<Authority> authority(ResultSet row) throws SQLException {
        Optional<Act> act = act(row, "authorised_by", "authorised_at");
        return act.isEmpty()
                ? Optional.empty()
                : Optional.of(new Authority(row.getString("authorised_why"), act.get()));
    }

    private static Optional<Begun> begun(ResultSet row) throws SQLException {
        Optional<LocalDate> on = day(row, "begun_on");
        return on.isEmpty()
                ? Optional.empty()
                : Optional.of(new Begun(on.get(), row.getString("court_reference"), row.getString("begun_by")));
    }

    private static Optional<Result> result(ResultSet row) throws SQLException {
        Optional<String> verdict = text(row, "result");
        return verdict.isEmpty()
                ? Optional.empty()
                : Optional.of(new Result(
                        Verdict.valueOf(verdict.get()),
                        row.getObject("result_on", LocalDate.class),
                        money(row, "fine_pence"),
                        money(row, "costs_pence"),
                        money(row, "surcharge_pence"),
                        number(row, "custody_days"),
                        number(row, "order_months"),
                        row.getString("other_sentence"),
                        row.getString("result_by")));
    }

    private List<MarkedSession> sessions(long id) {
        return jdbc.query(
                "select on_date, half, code from prosecution_session where prosecution_id = ? order by on_date, half",
                (row, number) -> new MarkedSession(
                        new Session(row.getObject("on_date", LocalDate.class), Half.valueOf(row.getString("half"))),
                        AttendanceCode.ofToken(row.getString("code")).orElseThrow()),
                id);
    }

    private List<Evidence> evidence(long id) {
        return jdbc
                .query(
                        "select item, found, note from prosecution_evidence where prosecution_id = ?",
                        (row, number) -> new Evidence(
                                Item.valueOf(row.getString("item")),
                                Found.valueOf(row.getString("found")),
                                row.getString("note")),
                        id)
                .stream()
                .sorted(Comparator.comparing(Evidence::item))
                .toList();
    }

    private List<Hearing> hearings(long id) {
        return jdbc.query(
                "select id, hearing_on, court, attender, confirmed_at from prosecution_hearing"
                        + " where prosecution_id = ? order by id",
                (row, number) -> new Hearing(
                        row.getLong("id"),
                        row.getObject("hearing_on", LocalDate.class),
                        row.getString("court"),
                        row.getString("attender"),
                        moment(row, "confirmed_at")),
                id);
    }

    private static Optional<Act> act(ResultSet row, String by, String at) throws SQLException {
        Optional<String> who = text(row, by);
        return who.isEmpty()
                ? Optional.empty()
                : Optional.of(new Act(who.get(), moment(row, at).orElseThrow()));
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static Optional<Money> money(ResultSet row, String column) throws SQLException {
        @Nullable Long pence = row.getObject(column, Long.class);
        return Optional.ofNullable(pence).map(Money::new);
    }

    private static Optional<Integer> number(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Integer.class));
    }
}
