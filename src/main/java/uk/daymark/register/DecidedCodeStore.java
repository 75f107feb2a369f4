package uk.daymark.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.Session;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.Pupil;
import uk.daymark.people.PupilId;
import uk.daymark.people.Pupils;
import uk.daymark.people.Scope;
import uk.daymark.people.ScopeSql;
import uk.daymark.people.Urn;
import uk.daymark.register.DecidedCode.State;

/** The decided codes in the database. */
@Repository
class DecidedCodeStore {

    private static final String SELECT =
            "select d.id, d.enrolment_id, d.on_date, d.half, d.old_code, d.decided, d.state, d.reason, d.decided_by,"
                    + " d.decided_at, d.register_code, e.pupil_id, e.school_urn, e.pupil_ref"
                    + " from decided_code d join enrolment e on e.id = d.enrolment_id where ";

    private final JdbcTemplate jdbc;
    private final Pupils pupils;
    private final Clock clock;

    DecidedCodeStore(JdbcTemplate jdbc, Pupils pupils, Clock clock) {
        this.jdbc = jdbc;
        this.pupils = pupils;
        this.clock = clock;
    }

    /** Adds a decision that waits to be entered in the register. */
    void add(
            long id,
            EnrolmentId enrolment,
            Session session,
            AttendanceCode before,
            AttendanceCode decided,
            By by,
            String reason) {
        jdbc.update(
                "insert into decided_code (id, enrolment_id, on_date, half, old_code, decided, state, reason, decided_by,"
                        + " decided_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                enrolment.number(),
                session.date(),
                session.half().name(),
                before.token(),
                decided.token(),
                State.WAITING.name(),
                reason.strip(),
                by.userName(),
                clock.instant().atOffset(ZoneOffset.UTC));
    }

    /** The decided code of that number, whatever has become of it. */
    Optional<DecidedCode> find(long id) {
        return jdbc.query(SELECT + "d.id = ?", this::decided, id).stream().findFirst();
    }

    /** As much of a decision as the register has to know that waits for it or is questioned. */
    record Open(EnrolmentId enrolment, Session session, AttendanceCode decided, State state) {}

    /** The decisions on these enrolments that are waiting or questioned, by enrolment. */
    Map<EnrolmentId, List<Open>> open(Collection<EnrolmentId> enrolments) {
        Object[] values =
                MarkStore.padded(enrolments.stream().map(EnrolmentId::number).toList());
        return jdbc
                .query(
                        "select d.enrolment_id, d.on_date, d.half, d.decided, d.state from decided_code d where"
                                + " d.state in ('WAITING', 'QUESTIONED') and d.enrolment_id in "
                                + MarkStore.places(values.length) + " order by d.on_date, d.half",
                        (row, number) -> new Open(
                                new EnrolmentId(row.getLong("enrolment_id")),
                                MarkStore.session(row),
                                MarkStore.code(row.getString("decided")),
                                State.valueOf(row.getString("state"))),
                        values)
                .stream()
                .collect(Collectors.groupingBy(Open::enrolment));
    }

    /** The decisions on this enrolment that are waiting or questioned. */
    List<DecidedCode> open(EnrolmentId enrolment) {
        return jdbc.query(
                SELECT + "d.enrolment_id = ? and d.state in ('WAITING', 'QUESTIONED') order by d.on_date, d.half",
                this::decided,
                enrolment.number());
    }

    /** The decisions in this state, by school, pupil and session. */
    List<DecidedCode> in(State state, Scope scope) {
        ScopeSql schools = ScopeSql.of(scope, "e.school_urn");
        List<Object> values = new ArrayList<>(List.of(state.name()));
        values.addAll(schools.values());
        return jdbc.query(
                SELECT + "d.state = ? and " + schools.condition()
                        + " order by e.school_urn, e.pupil_ref, d.on_date, d.half, d.id",
                this::decided,
                values.toArray());
    }

    void settle(long id, State state, By by, String reason) {
        jdbc.update(
                "update decided_code set state = ?, settled_by = ?, settled_at = ?, settled_why = ? where id = ?",
                state.name(),
                by.userName(),
                clock.instant().atOffset(ZoneOffset.UTC),
                reason.strip(),
                id);
    }

    /** What was questioned waits again: the code that the register brought is the one it has. */
    void waitOver(long id) {
        jdbc.update("update decided_code set old_code = register_code, register_code = null where id = ?", id);
    }

    private DecidedCode decided(ResultSet row, int number) throws SQLException {
        PupilId pupil = new PupilId(row.getLong("pupil_id"));
        Instant at = row.getObject("decided_at", OffsetDateTime.class).toInstant();
        return new DecidedCode(
                row.getLong("id"),
                new EnrolmentId(row.getLong("enrolment_id")),
                pupil,
                new Urn(row.getString("school_urn")),
                row.getString("pupil_ref"),
                pupils.find(pupil).map(Pupil::details).map(Pupil.Details::name).orElse(""),
                MarkStore.session(row),
                MarkStore.code(row.getString("old_code")),
                MarkStore.code(row.getString("decided")),
                State.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getString("decided_by"),
                at,
                Optional.ofNullable(row.getString("register_code")).map(MarkStore::code));
    }
}
