package uk.daymark.enforcement.ledger;

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
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import uk.daymark.enforcement.ledger.NoticeFile.Prosecution;
import uk.daymark.enforcement.ledger.NoticeFile.Refund;
import uk.daymark.enforcement.ledger.NoticeFile.Told;
import uk.daymark.enforcement.ledger.NoticeFile.Withdrawal;
import uk.daymark.enforcement.ledger.NoticeMoney.Receipt;
import uk.daymark.measure.NoticeLookback.Outcome;

/** What became of notices, in the database. Lines are only ever added. */
@Repository
class NoticeFiles {

    private static final int AT_A_TIME = 500;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    NoticeFiles(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The notices with what became of them as of today, in the same order. */
    List<NoticeFile> of(List<Notice> notices) {
        if (notices.isEmpty()) {
            return List.of();
        }
        LocalDate today = LocalDate.now(clock);
        List<String> refs = notices.stream().map(notice -> notice.ref().value()).toList();
        Map<String, List<Receipt>> receipts = grouped(
                refs,
                "select s.notice_ref, s.payment_id, p.received_on, s.pence from payment_share s join payment p"
                        + " on p.id = s.payment_id where s.stands and p.struck_at is null and s.notice_ref in ",
                " order by p.received_on, s.id",
                row -> new Receipt(
                        row.getLong("payment_id"),
                        row.getObject("received_on", LocalDate.class),
                        new Money(row.getLong("pence"))));
        Map<String, List<Refund>> refunds = grouped(
                refs,
                "select * from refund where notice_ref in ",
                " order by paid_on, id",
                row -> new Refund(
                        new Money(row.getLong("pence")),
                        row.getObject("paid_on", LocalDate.class),
                        row.getString("why"),
                        row.getString("recorded_by")));
        Map<String, List<Withdrawal>> withdrawals =
                grouped(refs, "select * from notice_withdrawal where notice_ref in ", "", NoticeFiles::withdrawal);
        Map<String, List<Prosecution>> prosecutions = grouped(
                refs,
                "select * from notice_prosecution where notice_ref in ",
                " order by id",
                NoticeFiles::prosecution);
        Map<String, List<Told>> told =
                grouped(refs, "select * from notice_told where notice_ref in ", " order by id", NoticeFiles::told);
        return notices.stream()
                .map(notice -> {
                    String ref = notice.ref().value();
                    List<Receipt> came = receipts.getOrDefault(ref, List.of());
                    List<Refund> back = refunds.getOrDefault(ref, List.of());
                    Optional<Withdrawal> withdrawal = last(withdrawals, ref);
                    return new NoticeFile(
                            notice,
                            money(notice, came, back, withdrawal.isPresent(), today),
                            came,
                            back,
                            withdrawal,
                            last(prosecutions, ref),
                            last(told, ref));
                })
                .toList();
    }

    private static Optional<NoticeMoney> money(
            Notice notice, List<Receipt> came, List<Refund> back, boolean withdrawn, LocalDate today) {
        return notice.origin() == Notice.Origin.EARLIER
                ? Optional.empty()
                : notice.full()
                        .map(full -> NoticeMoney.of(
                                notice.discounted(),
                                full,
                                notice.clock(),
                                came,
                                back.stream().map(Refund::amount).reduce(Money.NONE, Money::plus),
                                withdrawn,
                                today));
    }

    void add(NoticeRef ref, Withdrawal withdrawal) {
        jdbc.update(
                "insert into notice_withdrawal (notice_ref, withdrawn_on, ground, why, decided_by, recorded_by, recorded_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                ref.value(),
                withdrawal.withdrawnOn(),
                withdrawal.ground(),
                withdrawal.why(),
                withdrawal.decidedBy(),
                withdrawal.recordedBy(),
                withdrawal.recordedAt().atOffset(ZoneOffset.UTC));
    }

    void add(NoticeRef ref, Prosecution prosecution) {
        jdbc.update(
                "insert into notice_prosecution (notice_ref, route, begun_on, result, result_on, why, recorded_by, recorded_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                ref.value(),
                prosecution.route().name(),
                prosecution.begunOn(),
                prosecution.result().name(),
                NoticeRows.orNull(prosecution.resultOn()),
                prosecution.why(),
                prosecution.recordedBy(),
                now());
    }

    void add(NoticeRef ref, Told told) {
        jdbc.update(
                "insert into notice_told (notice_ref, outcome, absence, source, told_by, recorded_by, recorded_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                ref.value(),
                told.outcome().name(),
                told.absence().name(),
                told.source(),
                told.toldBy(),
                told.recordedBy(),
                told.recordedAt().atOffset(ZoneOffset.UTC));
    }

    void add(NoticeRef ref, Refund refund) {
        jdbc.update(
                "insert into refund (notice_ref, pence, paid_on, why, recorded_by, recorded_at) values (?, ?, ?, ?, ?, ?)",
                ref.value(),
                refund.amount().pence(),
                refund.paidOn(),
                refund.why(),
                refund.recordedBy(),
                now());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Withdrawal withdrawal(ResultSet row) throws SQLException {
        return new Withdrawal(
                row.getObject("withdrawn_on", LocalDate.class),
                row.getString("ground"),
                row.getString("why"),
                row.getString("decided_by"),
                row.getString("recorded_by"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    private static Prosecution prosecution(ResultSet row) throws SQLException {
        return new Prosecution(
                NoticeFile.Route.valueOf(row.getString("route")),
                row.getObject("begun_on", LocalDate.class),
                NoticeFile.Result.valueOf(row.getString("result")),
                NoticeRows.day(row, "result_on"),
                row.getString("why"),
                row.getString("recorded_by"));
    }

    private static Told told(ResultSet row) throws SQLException {
        return new Told(
                Outcome.valueOf(row.getString("outcome")),
                NoticeFile.Absence.valueOf(row.getString("absence")),
                row.getString("source"),
                row.getString("told_by"),
                row.getString("recorded_by"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> Map<String, List<T>> grouped(List<String> refs, String select, String order, Reader<T> reader) {
        Map<String, List<T>> grouped = new HashMap<>();
        for (int at = 0; at < refs.size(); at += AT_A_TIME) {
            List<String> some = refs.subList(at, Math.min(refs.size(), at + AT_A_TIME));
            jdbc.query(
                    select + NoticeStore.places(some.size()) + order,
                    row -> {
                        grouped.computeIfAbsent(row.getString("notice_ref"), ref -> new ArrayList<>())
                                .add(reader.read(row));
                    },
                    some.toArray());
        }
        return grouped;
    }

    private static <T> Optional<T> last(Map<String, List<T>> grouped, String ref) {
        List<T> all = grouped.getOrDefault(ref, List.of());
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }
}
