package uk.daymark.enforcement.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import uk.daymark.enforcement.ledger.NoticeRef;
import uk.daymark.enforcement.notice.WithdrawalRequest.Decided;
import uk.daymark.enforcement.notice.WithdrawalRequest.From;
import uk.daymark.enforcement.notice.WithdrawalRequest.Looked;
import uk.daymark.enforcement.notice.WithdrawalRequest.Outcome;

/** Requests to withdraw notices, in the database. */
@Repository
class WithdrawalStore {

    private static final String OPEN = "OPEN";
    private static final String GRANT = "GRANT";
    private static final String REFUSE = "REFUSE";

    private final JdbcTemplate jdbc;

    WithdrawalStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(NoticeRef notice, From from, String words, Optional<String> settledGround, String by, Instant at) {
        jdbc.update(
                "insert into withdrawal_request (notice_ref, asked_by, words, entered_by, entered_at, settled_ground,"
                        + " found, advice, advised_ground, looked_by, outcome, decided_ground, decided_why, decided_by)"
                        + " values (?, ?, ?, ?, ?, ?, '', '', '', '', ?, '', '', '')",
                notice.value(),
                from.name(),
                words,
                by,
                at.atOffset(ZoneOffset.UTC),
                settledGround.orElse(""),
                OPEN);
    }

    void looked(long id, Looked looked) {
        jdbc.update(
                "update withdrawal_request set found = ?, advice = ?, advised_ground = ?, looked_by = ? where id = ?",
                looked.found(),
                looked.advice() ? GRANT : REFUSE,
                looked.ground().orElse(""),
                looked.by(),
                id);
    }

    void decided(long id, Decided decided) {
        jdbc.update(
                "update withdrawal_request set outcome = ?, decided_ground = ?, decided_why = ?, decided_by = ?,"
                        + " decided_at = ?, is_open = null where id = ?",
                decided.outcome().name(),
                decided.ground().orElse(""),
                decided.why(),
                decided.by(),
                decided.at().atOffset(ZoneOffset.UTC),
                id);
    }

    /** Every request about a notice, oldest first. */
    List<WithdrawalRequest> of(NoticeRef notice) {
        return jdbc.query(
                "select * from withdrawal_request where notice_ref = ? order by id",
                WithdrawalStore::request,
                notice.value());
    }

    private static WithdrawalRequest request(ResultSet row, int number) throws SQLException {
        Optional<Looked> looked = row.getString("looked_by").isEmpty()
                ? Optional.empty()
                : Optional.of(new Looked(
                        row.getString("found"),
                        row.getString("advice").equals(GRANT),
                        text(row, "advised_ground"),
                        row.getString("looked_by")));
        Optional<Decided> decided = row.getString("outcome").equals(OPEN)
                ? Optional.empty()
                : Optional.of(new Decided(
                        Outcome.valueOf(row.getString("outcome")),
                        text(row, "decided_ground"),
                        row.getString("decided_why"),
                        row.getString("decided_by"),
                        row.getObject("decided_at", OffsetDateTime.class).toInstant()));
        return new WithdrawalRequest(
                row.getLong("id"),
                new NoticeRef(row.getString("notice_ref")),
                From.valueOf(row.getString("asked_by")),
                row.getString("words"),
                row.getString("entered_by"),
                row.getObject("entered_at", OffsetDateTime.class).toInstant(),
                text(row, "settled_ground"),
                looked,
                decided);
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.of(row.getString(column)).filter(text -> !text.isEmpty());
    }
}
