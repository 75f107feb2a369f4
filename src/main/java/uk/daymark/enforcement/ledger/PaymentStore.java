package uk.daymark.enforcement.ledger;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import uk.daymark.enforcement.ledger.Payment.Share;

/** The payments in the database. */
@Repository
class PaymentStore {

    private final JdbcTemplate jdbc;
    private final Clock clock;

    PaymentStore(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    long add(String keptBy, Payments.Came came, String by) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.update(
                connection -> {
                    PreparedStatement insert = connection.prepareStatement(
                            "insert into payment (entry_id, kept_by, received_on, pence, method, payer_reference, payer,"
                                    + " recorded_by, recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                            new String[] {"id"});
                    Object[] values = {
                        came.entryId(),
                        keptBy,
                        came.receivedOn(),
                        came.amount().pence(),
                        came.method().name(),
                        came.reference(),
                        came.payer(),
                        by,
                        now()
                    };
                    for (int at = 0; at < values.length; at++) {
                        insert.setObject(at + 1, values[at]);
                    }
                    return insert;
                },
                key);
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    void share(long payment, Share share, String why, String by) {
        jdbc.update(
                "insert into payment_share (payment_id, notice_ref, pence, why, shared_by, shared_at)"
                        + " values (?, ?, ?, ?, ?, ?)",
                payment,
                share.notice().value(),
                share.amount().pence(),
                why,
                by,
                now());
    }

    void undoShares(long payment, String why, String by) {
        jdbc.update(
                "update payment_share set stands = null, undone_by = ?, undone_at = ?, undone_why = ?"
                        + " where payment_id = ? and stands",
                by,
                now(),
                why,
                payment);
    }

    void strike(long payment, String why, String by) {
        jdbc.update(
                "update payment set struck_by = ?, struck_at = ?, struck_why = ? where id = ?",
                by,
                now(),
                why,
                payment);
    }

    void refund(long payment, Money amount, LocalDate paidOn, String why, String by) {
        jdbc.update(
                "insert into refund (payment_id, pence, paid_on, why, recorded_by, recorded_at) values (?, ?, ?, ?, ?, ?)",
                payment,
                amount.pence(),
                paidOn,
                why,
                by,
                now());
    }

    /** Keeps others from changing the payment until the transaction ends. */
    void hold(long payment) {
        jdbc.queryForList("select id from payment where id = ? for update", Long.class, payment);
    }

    Optional<Payment> find(long id) {
        return payments("p.id = ?", "p.id", id).stream().findFirst();
    }

    Optional<Payment> entered(String keptBy, String entryId) {
        return payments("p.kept_by = ? and p.entry_id = ?", "p.id", keptBy, entryId).stream()
                .findFirst();
    }

    /** Every payment to an authority, the latest first. */
    List<Payment> keptBy(String authority) {
        return payments("p.kept_by = ?", "p.received_on desc, p.id desc", authority);
    }

    /** The payments of an authority that still hold money that went nowhere, earliest first. */
    List<Payment> unmatched(String authority) {
        return payments(
                "p.kept_by = ? and p.struck_at is null and p.pence >"
                        + " coalesce((select sum(g.pence) from payment_share g where g.payment_id = p.id and g.stands), 0)"
                        + " + coalesce((select sum(r.pence) from refund r where r.payment_id = p.id), 0)",
                "p.received_on, p.id",
                authority);
    }

    /** @param where speaks of payments as p */
    private List<Payment> payments(String where, String order, Object... values) {
        Map<Long, List<Share>> shares = new HashMap<>();
        jdbc.query(
                "select s.payment_id, s.notice_ref, s.pence from payment_share s join payment p on p.id = s.payment_id"
                        + " where s.stands and " + where + " order by s.id",
                (RowCallbackHandler) row -> shares.computeIfAbsent(row.getLong("payment_id"), id -> new ArrayList<>())
                        .add(new Share(new NoticeRef(row.getString("notice_ref")), new Money(row.getLong("pence")))),
                values);
        return jdbc.query(
                "select p.*, coalesce((select sum(b.pence) from refund b where b.payment_id = p.id), 0) as paid_back"
                        + " from payment p where " + where + " order by " + order,
                (row, number) -> payment(row, shares.getOrDefault(row.getLong("id"), List.of())),
                values);
    }

    private static Payment payment(ResultSet row, List<Share> shares) throws SQLException {
        return new Payment(
                row.getLong("id"),
                row.getString("entry_id"),
                row.getString("kept_by"),
                row.getObject("received_on", LocalDate.class),
                new Money(row.getLong("pence")),
                Payment.Method.valueOf(row.getString("method")),
                row.getString("payer_reference"),
                row.getString("payer"),
                row.getString("recorded_by"),
                shares,
                new Money(row.getLong("paid_back")),
                Optional.ofNullable(row.getString("struck_why")));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
