package uk.daymark.enforcement.improve;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.daymark.cases.CaseRef;
import uk.daymark.enforcement.improve.ImprovementNotice.Asks;
import uk.daymark.enforcement.improve.ImprovementNotice.Early;
import uk.daymark.enforcement.improve.ImprovementNotice.EarlyGround;
import uk.daymark.enforcement.improve.ImprovementNotice.End;
import uk.daymark.enforcement.improve.ImprovementNotice.Issuer;
import uk.daymark.enforcement.improve.ImprovementNotice.Outcome;
import uk.daymark.measure.DateRange;

/** The notices to improve as they are stored. */
@Component
class ImprovementStore {

    private static final String SELECT =
            "select id, process_key, case_ref, issuer, weeks, allowed, enough, early_ground,"
                    + " help_so_far, help_offered, given_by, given_at, why, posted_on, served_on, from_date, until_date, breach_seen, early_by, early_why, outcome,"
                    + " ended_early, ended_by, ended_at, ended_why from improvement_notice where ";
    private static final String STANDS = "outcome = ''";

    private final JdbcTemplate jdbc;
    private final Clock clock;

    ImprovementStore(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(String key, CaseRef ref, Issuer issuer, Asks asks, String by, String why) {
        jdbc.update(
                "insert into improvement_notice (process_key, case_ref, issuer, weeks, allowed, enough, early_ground,"
                        + " help_so_far, help_offered, given_by, given_at, why) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                key,
                ref.value(),
                issuer.name(),
                asks.weeks(),
                asks.allowed(),
                asks.enough(),
                asks.early().name(),
                asks.helpSoFar(),
                asks.help(),
                by,
                now(),
                why);
    }

    void posted(ImprovementNotice notice, LocalDate postedOn, LocalDate servedOn, DateRange time) {
        jdbc.update(
                "update improvement_notice set posted_on = ?, served_on = ?, from_date = ?, until_date = ?, looked_on = ?"
                        + " where id = ?",
                postedOn,
                servedOn,
                time.from(),
                time.to(),
                LocalDate.now(clock),
                notice.id());
    }

    void breachSeen(ImprovementNotice notice, int missed) {
        jdbc.update("update improvement_notice set breach_seen = ? where id = ?", missed, notice.id());
    }

    /** It is to end early once the parent has been told. */
    void toEndEarly(ImprovementNotice notice, String by, String why) {
        jdbc.update("update improvement_notice set early_by = ?, early_why = ? where id = ?", by, why, notice.id());
    }

    void looked(ImprovementNotice notice) {
        jdbc.update("update improvement_notice set looked_on = ? where id = ?", LocalDate.now(clock), notice.id());
    }

    void end(ImprovementNotice notice, Outcome outcome, boolean early, String by, String why) {
        jdbc.update(
                "update improvement_notice set outcome = ?, ended_early = ?, ended_by = ?, ended_at = ?, ended_why = ?"
                        + " where id = ? and " + STANDS,
                outcome.name(),
                early,
                by,
                now(),
                why,
                notice.id());
    }

    /** The one of that key that has not ended. */
    Optional<ImprovementNotice> standing(String key) {
        return jdbc.query(SELECT + "process_key = ? and " + STANDS + " order by id desc", this::notice, key).stream()
                .findFirst();
    }

    /** The last one of that key. */
    Optional<ImprovementNotice> last(String key) {
        return jdbc.query(SELECT + "process_key = ? order by id desc", this::notice, key).stream()
                .findFirst();
    }

    /** Every one of a case, oldest first. */
    List<ImprovementNotice> of(CaseRef ref) {
        return jdbc.query(SELECT + "case_ref = ? order by id", this::notice, ref.value());
    }

    /** Those whose time runs, or ran until lately, and at which nobody has looked today. */
    List<ImprovementNotice> toLookAt() {
        return jdbc.query(
                SELECT + STANDS + " and until_date > looked_on and looked_on < ? order by id",
                this::notice,
                LocalDate.now(clock));
    }

    /** The day after the earliest look at one whose time runs. */
    Optional<LocalDate> nextLook() {
        return jdbc
                .query(
                        "select min(looked_on) from improvement_notice where " + STANDS + " and until_date > looked_on",
                        (row, number) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .stream()
                .flatMap(Optional::stream)
                .map(day -> day.plusDays(1))
                .findFirst();
    }

    private ImprovementNotice notice(ResultSet row, int number) throws SQLException {
        Optional<LocalDate> from = day(row, "from_date");
        Optional<LocalDate> until = day(row, "until_date");
        return new ImprovementNotice(
                row.getLong("id"),
                row.getString("process_key"),
                new CaseRef(row.getString("case_ref")),
                Issuer.valueOf(row.getString("issuer")),
                new Asks(
                        row.getInt("weeks"),
                        row.getInt("allowed"),
                        row.getString("enough"),
                        EarlyGround.valueOf(row.getString("early_ground")),
                        row.getString("help_so_far"),
                        row.getString("help_offered")),
                row.getString("given_by"),
                row.getObject("given_at", OffsetDateTime.class).toInstant(),
                row.getString("why"),
                day(row, "posted_on"),
                day(row, "served_on"),
                from.flatMap(first -> until.map(last -> new DateRange(first, last))),
                row.getInt("breach_seen"),
                early(row),
                end(row));
    }

    private static Optional<Early> early(ResultSet row) throws SQLException {
        String by = row.getString("early_by");
        return by.isEmpty() ? Optional.empty() : Optional.of(new Early(by, row.getString("early_why")));
    }

    private static Optional<End> end(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return outcome.isEmpty()
                ? Optional.empty()
                : Optional.of(new End(
                        Outcome.valueOf(outcome),
                        row.getBoolean("ended_early"),
                        row.getString("ended_by"),
                        row.getObject("ended_at", OffsetDateTime.class).toInstant(),
                        row.getString("ended_why")));
    }

    private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
