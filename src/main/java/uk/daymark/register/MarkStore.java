package uk.daymark.register;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.Half;
import uk.daymark.measure.Session;
import uk.daymark.people.EnrolmentId;

/** The weeks of marks and their amendments in the database. Amendments can only be added: there is no way here to change one. */
@Component
class MarkStore {

    private static final int BATCH = 1000;

    private final JdbcTemplate jdbc;

    MarkStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A stored week's name: one number for enrolment and week, as a map's key. */
    static long key(long enrolment, int week) {
        return enrolment << 16 | (week & 0xFFFFL);
    }

    /** One week of marks as stored: ten symbols. */
    record Week(long enrolment, int week, String codes) {}

    /** A mark's change that is kept for good. */
    record Amendment(
            EnrolmentId enrolment,
            Session session,
            AttendanceCode before,
            AttendanceCode after,
            String reason,
            Instant at,
            String by,
            Optional<String> importId) {}

    /** The stored weeks of these enrolments from the first to the last, by {@link #key}. */
    Map<Long, String> weeks(Collection<Long> enrolments, int firstWeek, int lastWeek) {
        Map<Long, String> weeks = new HashMap<>();
        Object[] values = withDates(enrolments, Weeks.monday(firstWeek), Weeks.monday(lastWeek));
        jdbc.query(
                "select enrolment_id, week_beginning, codes from register_week where enrolment_id in "
                        + places(values.length - 2) + " and week_beginning between ? and ?",
                (RowCallbackHandler) row -> weeks.put(
                        key(row.getLong(1), Weeks.number(row.getObject(2, LocalDate.class))), row.getString(3)),
                values);
        return weeks;
    }

    /** One stored week; nothing taken where there is none. */
    Optional<String> week(EnrolmentId enrolment, int week) {
        return jdbc
                .query(
                        "select codes from register_week where enrolment_id = ? and week_beginning = ?",
                        (row, number) -> row.getString(1),
                        enrolment.number(),
                        Weeks.monday(week))
                .stream()
                .findFirst();
    }

    /** Every stored week of these enrolments, each in order; an enrolment without any is left out. */
    Map<EnrolmentId, List<Week>> weeks(Collection<EnrolmentId> enrolments) {
        Map<EnrolmentId, List<Week>> weeks = new HashMap<>();
        Object[] values = padded(enrolments.stream().map(EnrolmentId::number).toList());
        jdbc.query(
                "select enrolment_id, week_beginning, codes from register_week where enrolment_id in "
                        + places(values.length) + " order by enrolment_id, week_beginning",
                (RowCallbackHandler) row -> {
                    Week week =
                            new Week(row.getLong(1), Weeks.number(row.getObject(2, LocalDate.class)), row.getString(3));
                    weeks.computeIfAbsent(new EnrolmentId(week.enrolment()), one -> new ArrayList<>())
                            .add(week);
                },
                values);
        return weeks;
    }

    /** Every stored week of one enrolment, in order. */
    List<Week> weeks(EnrolmentId enrolment) {
        return weeks(List.of(enrolment)).getOrDefault(enrolment, List.of());
    }

    void insert(List<Week> weeks) {
        jdbc.batchUpdate(
                "insert into register_week (codes, enrolment_id, week_beginning) values (?, ?, ?)",
                weeks,
                BATCH,
                MarkStore::put);
    }

    void update(List<Week> weeks) {
        jdbc.batchUpdate(
                "update register_week set codes = ? where enrolment_id = ? and week_beginning = ?",
                weeks,
                BATCH,
                MarkStore::put);
    }

    void amend(List<Amendment> amendments) {
        jdbc.batchUpdate(
                "insert into mark_amendment (enrolment_id, on_date, half, old_code, new_code, reason, amended_at,"
                        + " amended_by, import_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                amendments,
                BATCH,
                (statement, amendment) -> {
                    statement.setLong(1, amendment.enrolment().number());
                    statement.setObject(2, amendment.session().date());
                    statement.setString(3, amendment.session().half().name());
                    statement.setString(4, amendment.before().token());
                    statement.setString(5, amendment.after().token());
                    statement.setString(6, amendment.reason());
                    statement.setObject(7, amendment.at().atOffset(ZoneOffset.UTC));
                    statement.setString(8, amendment.by());
                    statement.setString(9, amendment.importId().orElse(null));
                });
    }

    /** An enrolment's amendments, oldest first. */
    List<Amendment> amendments(EnrolmentId enrolment) {
        return jdbc.query(
                "select on_date, half, old_code, new_code, reason, amended_at, amended_by, import_id from mark_amendment"
                        + " where enrolment_id = ? order by id",
                (row, number) -> new Amendment(
                        enrolment,
                        session(row),
                        code(row.getString("old_code")),
                        code(row.getString("new_code")),
                        row.getString("reason"),
                        row.getObject("amended_at", OffsetDateTime.class).toInstant(),
                        row.getString("amended_by"),
                        Optional.ofNullable(row.getString("import_id"))),
                enrolment.number());
    }

    /** For sessions of these enrolments that were amended, the code before the last amendment. */
    Map<At, AttendanceCode> codesBeforeLastAmendment(Collection<Long> enrolments, int firstWeek, int lastWeek) {
        Map<At, AttendanceCode> before = new HashMap<>();
        Object[] values = withDates(
                enrolments, Weeks.monday(firstWeek), Weeks.monday(lastWeek).plusDays(6));
        jdbc.query(
                "select enrolment_id, on_date, half, old_code from mark_amendment where enrolment_id in "
                        + places(values.length - 2) + " and on_date between ? and ? order by id",
                (RowCallbackHandler) row ->
                        before.put(new At(row.getLong("enrolment_id"), session(row)), code(row.getString("old_code"))),
                values);
        return before;
    }

    /** A session on one roll. */
    record At(long enrolment, Session session) {}

    static Session session(ResultSet row) throws SQLException {
        return new Session(row.getObject("on_date", LocalDate.class), Half.valueOf(row.getString("half")));
    }

    static AttendanceCode code(String token) {
        return AttendanceCode.ofToken(token)
                .orElseThrow(() -> new IllegalStateException("The database holds an unknown code: " + token));
    }

    /**
     * The enrolments, the last of them repeated up to the next power of two so that few different statements have to be prepared,
     * then two dates.
     */
    static Object[] withDates(Collection<Long> enrolments, LocalDate from, LocalDate to) {
        Object[] given = enrolments.toArray();
        int room = Integer.highestOneBit(Math.max(1, 2 * given.length - 1));
        Object[] values = Arrays.copyOf(given, room + 2);
        Arrays.fill(values, given.length, room, given[given.length - 1]);
        values[room] = from;
        values[room + 1] = to;
        return values;
    }

    /** The numbers, the last of them repeated up to the next power of two. */
    static Object[] padded(Collection<Long> numbers) {
        Object[] values = withDates(numbers, LocalDate.MIN, LocalDate.MIN);
        return Arrays.copyOf(values, values.length - 2);
    }

    static String places(int howMany) {
        return "(?" + ", ?".repeat(howMany - 1) + ")";
    }

    private static void put(PreparedStatement statement, Week week) throws SQLException {
        statement.setString(1, week.codes());
        statement.setLong(2, week.enrolment());
        statement.setObject(3, Weeks.monday(week.week()));
    }
}
