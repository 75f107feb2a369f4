package uk.daymark.punctuality;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import uk.daymark.measure.Half;
import uk.daymark.measure.Session;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.PupilNameSql;
import uk.daymark.people.Schools;
import uk.daymark.people.Scope;
import uk.daymark.people.Urn;
import uk.daymark.register.By;

/** The late book as it is stored. */
@Component
class LateLines {

    private static final String SELECT =
            "select l.id, l.enrolment_id, l.on_date, l.half, l.arrived_at, l.minutes_late, l.after_close, l.reason,"
                    + " l.late_gate_id, l.entered_by, l.entered_at, l.struck_by, l.struck_at, l.struck_why, e.school_urn,"
                    + " e.pupil_ref, e.pupil_id, " + PupilNameSql.COLUMNS + " from late_arrival l"
                    + " join enrolment e on e.id = l.enrolment_id join pupil p on p.id = e.pupil_id where ";
    private static final String GATE =
            "select id, school_urn, on_date, half, stood_by, note from late_gate_check where ";

    private final JdbcTemplate jdbc;
    private final Schools schools;
    private final Clock clock;

    LateLines(JdbcTemplate jdbc, Schools schools, Clock clock) {
        this.jdbc = jdbc;
        this.schools = schools;
        this.clock = clock;
    }

    /** A line to write. */
    record NewLine(
            EnrolmentId enrolment,
            Session session,
            LocalTime arrivedAt,
            Optional<Integer> minutesLate,
            Optional<Boolean> afterClose,
            String reason,
            Optional<Long> gate) {}

    LateArrival add(NewLine line, By by) {
        long id = insert(
                "insert into late_arrival (enrolment_id, on_date, half, arrived_at, minutes_late, after_close, reason,"
                        + " late_gate_id, entered_by, entered_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                line.enrolment().number(),
                line.session().date(),
                line.session().half().name(),
                line.arrivedAt(),
                line.minutesLate().orElse(null),
                line.afterClose().orElse(null),
                line.reason(),
                line.gate().orElse(null),
                by.userName(),
                now());
        return jdbc.query(SELECT + "l.id = ?", LateLines::line, id).get(0);
    }

    /** Strikes a line out that stands; whether it did. */
    boolean strike(long id, String why, By by) {
        return jdbc.update(
                        "update late_arrival set struck_by = ?, struck_at = ?, struck_why = ?, stands = null"
                                + " where id = ? and struck_at is null",
                        by.userName(),
                        now(),
                        why,
                        id)
                == 1;
    }

    void ledTo(long id, long decidedCode) {
        jdbc.update("update late_arrival set decided_code = ? where id = ?", decidedCode, id);
    }

    Optional<Long> decidedCode(long id) {
        return jdbc
                .queryForList(
                        "select decided_code from late_arrival where id = ? and decided_code is not null",
                        Long.class,
                        id)
                .stream()
                .findFirst();
    }

    Optional<LateArrival> find(long id, Scope scope) {
        return inScope("l.id = ?", "", scope, id).stream().findFirst();
    }

    Optional<LateArrival> standing(EnrolmentId enrolment, Session session) {
        return jdbc
                .query(
                        SELECT + "l.enrolment_id = ? and l.on_date = ? and l.half = ? and l.struck_at is null",
                        LateLines::line,
                        enrolment.number(),
                        session.date(),
                        session.half().name())
                .stream()
                .findFirst();
    }

    List<LateArrival> between(LocalDate from, LocalDate to, Scope scope) {
        return inScope("l.on_date between ? and ?", " order by l.on_date desc, l.arrived_at, l.id", scope, from, to);
    }

    List<LateArrival> standingBetween(LocalDate from, LocalDate to) {
        return jdbc.query(
                SELECT + "l.on_date between ? and ? and l.struck_at is null order by l.id", LateLines::line, from, to);
    }

    List<LateArrival> of(EnrolmentId enrolment, LocalDate from) {
        return jdbc.query(
                SELECT
                        + "l.enrolment_id = ? and l.on_date >= ? and l.struck_at is null order by l.on_date, l.half, l.id",
                LateLines::line,
                enrolment.number(),
                from);
    }

    boolean isEmpty() {
        return jdbc.queryForList("select id from late_arrival where struck_at is null limit 1", Long.class)
                .isEmpty();
    }

    LateGate addGate(Urn school, Session session, String stoodBy, String note, By by) {
        long id = insert(
                "insert into late_gate_check (school_urn, on_date, half, stood_by, note, entered_by, entered_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                school.value(),
                session.date(),
                session.half().name(),
                stoodBy,
                note,
                by.userName(),
                now());
        return new LateGate(id, school, session, stoodBy, note);
    }

    Optional<LateGate> gate(Urn school, Session session) {
        return jdbc
                .query(
                        GATE + "school_urn = ? and on_date = ? and half = ?",
                        LateLines::gate,
                        school.value(),
                        session.date(),
                        session.half().name())
                .stream()
                .findFirst();
    }

    List<LateGate> gates(LocalDate day, Scope scope) {
        return jdbc.query(GATE + "on_date = ? order by school_urn, half", LateLines::gate, day).stream()
                .filter(gate -> schools.find(gate.school()).filter(scope::holds).isPresent())
                .toList();
    }

    private List<LateArrival> inScope(String condition, String order, Scope scope, Object... asked) {
        List<String> urns =
                schools.in(scope).stream().map(school -> school.urn().value()).toList();
        if (urns.isEmpty()) {
            return List.of();
        }
        List<Object> values = new ArrayList<>(List.of(asked));
        values.addAll(urns);
        return jdbc.query(
                SELECT + condition + " and e.school_urn in (" + String.join(", ", Collections.nCopies(urns.size(), "?"))
                        + ")" + order,
                LateLines::line,
                values.toArray());
    }

    private long insert(String sql, @Nullable Object... values) {
        GeneratedKeyHolder id = new GeneratedKeyHolder();
        jdbc.update(
                connection -> {
                    PreparedStatement statement = connection.prepareStatement(sql, new String[] {"id"});
                    for (int i = 0; i < values.length; i++) {
                        statement.setObject(i + 1, values[i]);
                    }
                    return statement;
                },
                id);
        return Objects.requireNonNull(id.getKey()).longValue();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static LateArrival line(ResultSet row, int number) throws SQLException {
        Optional<String> struckBy = Optional.ofNullable(row.getString("struck_by"));
        Optional<LateArrival.Struck> struck = Optional.empty();
        if (struckBy.isPresent()) {
            struck = Optional.of(new LateArrival.Struck(
                    struckBy.get(),
                    row.getObject("struck_at", OffsetDateTime.class).toInstant(),
                    row.getString("struck_why")));
        }
        return new LateArrival(
                row.getLong("id"),
                new EnrolmentId(row.getLong("enrolment_id")),
                new Urn(row.getString("school_urn")),
                row.getString("pupil_ref"),
                PupilNameSql.name(row),
                session(row),
                row.getObject("arrived_at", LocalTime.class),
                Optional.ofNullable(row.getObject("minutes_late", Integer.class)),
                Optional.ofNullable(row.getObject("after_close", Boolean.class)),
                row.getString("reason"),
                row.getObject("late_gate_id") != null,
                row.getString("entered_by"),
                row.getObject("entered_at", OffsetDateTime.class).toInstant(),
                struck);
    }

    private static LateGate gate(ResultSet row, int number) throws SQLException {
        return new LateGate(
                row.getLong("id"),
                new Urn(row.getString("school_urn")),
                session(row),
                row.getString("stood_by"),
                row.getString("note"));
    }

    private static Session session(ResultSet row) throws SQLException {
        return new Session(row.getObject("on_date", LocalDate.class), Half.valueOf(row.getString("half")));
    }
}
