package uk.daymark.enforcement.ledger;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
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
        return jdbc.query("select * from payment where id = ?", this::payment, id).stream()
                .findFirst();
    }

    Optional<Payment> entered(String keptBy, String entryId) {
        return jdbc
                .query("select * from payment where kept_by = ? and entry_id = ?", this::payment, keptBy, entryId)
                .stream()
                .findFirst();
    }

    /** Every payment to an authority, the latest first. */
    List<Payment> keptBy(String authority) {
        return jdbc.query(
                "select * from payment where kept_by = ? order by received_on desc, id desc", this::payment, authority);
    }

    /** The payments of an authority that still hold money that went nowhere, earliest first. */
    List<Payment> unmatched(String authority) {
        return jdbc.query(
                "select p.* from payment p where p.kept_by = ? and p.struck_at is null and p.pence >"
                        + " coalesce((select sum(s.pence) from payment_share s where s.payment_id = p.id and s.stands), 0)"
                        + " + coalesce((select sum(r.pence) from refund r where r.payment_id = p.id), 0)"
                        + " order by p.received_on, p.id",
                this::payment,
                authority);
    }

    private Payment payment(ResultSet row, int number) throws SQLException {
        long id = row.getLong("id");
        Long back = jdbc.queryForObject("select sum(pence) from refund where payment_id = ?", Long.class, id);
        return new Payment(
                id,
                row.getString("entry_id"),
                row.getString("kept_by"),
                row.getObject("received_on", LocalDate.class),
                new Money(row.getLong("pence")),
                Payment.Method.valueOf(row.getString("method")),
                row.getString("payer_reference"),
                row.getString("payer"),
                row.getString("recorded_by"),
                jdbc.query(
                        "select notice_ref, pence from payment_share where payment_id = ? and stands order by id",
                        (share, at) -> new Share(
                                new NoticeRef(share.getString("notice_ref")), new Money(share.getLong("pence"))),
                        id),
                new Money(back == null ? 0 : back),
                Optional.ofNullable(row.getString("struck_why")));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
