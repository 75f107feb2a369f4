package uk.daymark.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.Session;
import uk.daymark.people.Enrolment;
import uk.daymark.people.Pupils;
import uk.daymark.people.School;
import uk.daymark.people.Schools;
import uk.daymark.people.Scope;
import uk.daymark.people.Urn;

/** Everything that is known of one session of one pupil: the code now, every change of it and every decision about it. */
@Component
public class MarkHistory {

    private final JdbcTemplate jdbc;
    private final Schools schools;
    private final Pupils pupils;
    private final MarkStore store;
    private final Clock clock;

    MarkHistory(JdbcTemplate jdbc, Schools schools, Pupils pupils, MarkStore store, Clock clock) {
        this.jdbc = jdbc;
        this.schools = schools;
        this.pupils = pupils;
        this.store = store;
        this.clock = clock;
    }

    /** Whether the session's code can be changed here, or why it cannot. */
    public enum Standing {
        CHANGEABLE,
        /** The school holds no session then. */
        NO_SESSION,
        /** The pupil was not on the school's roll that day. */
        NOT_ON_ROLL,
        /** The day has not come. */
        NOT_COME,
        /** No mark has been imported for it. */
        NOT_TAKEN
    }

    /**
     * A change of Daymark's copy.
     *
     * @param before the code until then
     * @param after the code from then on
     * @param reason why; may be empty text
     * @param at when
     * @param by who made it or sent the file
     * @param importId by which import; empty where it was made by hand
     */
    public record Amendment(
            AttendanceCode before,
            AttendanceCode after,
            String reason,
            Instant at,
            String by,
            Optional<String> importId) {}

    /**
     * A code decided here for the school's own register.
     *
     * @param before the register's code when it was decided
     * @param decided the code that was decided
     * @param state what has become of it
     * @param reason why it was decided
     * @param at when
     * @param by who decided
     * @param inRegister what the register brought since
     * @param settledBy who settled a question about it, or replaced it
     * @param settledWhy why
     */
    public record Decision(
            AttendanceCode before,
            AttendanceCode decided,
            DecidedCode.State state,
            String reason,
            Instant at,
            String by,
            Optional<AttendanceCode> inRegister,
            Optional<String> settledBy,
            Optional<String> settledWhy) {}

    /**
     * What is known of one session.
     *
     * @param pupilName the name the pupil goes by
     * @param school at which school
     * @param enrolment on which roll
     * @param session which session
     * @param standing whether the code can be changed here
     * @param code the code in Daymark's copy of the register; empty where it is not taken
     * @param amendments its changes, latest first
     * @param decisions the codes decided for it, latest first
     */
    public record Known(
            String pupilName,
            School school,
            Enrolment enrolment,
            Session session,
            Standing standing,
            Optional<AttendanceCode> code,
            List<Amendment> amendments,
            List<Decision> decisions) {

        /** The decision that is waiting or questioned. */
        public Optional<Decision> open() {
            return decisions.stream()
                    .filter(decision -> decision.state().open())
                    .findFirst();
        }
    }

    /** What is known of the session; empty where the school or the pupil is not in scope or does not exist. */
    public Optional<Known> of(Urn urn, String pupilRef, Session session, Scope scope) {
        return schools.find(urn)
                .filter(scope::holds)
                .flatMap(school -> pupils.find(urn, pupilRef).map(found -> known(school, found, session)));
    }

    private Known known(School school, Pupils.OnRoll found, Session session) {
        Enrolment enrolment = found.enrolment();
        int slot = Weeks.slot(session);
        Optional<AttendanceCode> code = slot < 0
                ? Optional.empty()
                : store.week(enrolment.id(), Weeks.number(session.date())).flatMap(week -> Weeks.codeAt(week, slot));
        return new Known(
                found.pupil().details().name(),
                school,
                enrolment,
                session,
                standing(enrolment, session, code),
                code,
                amendments(enrolment, session),
                decisions(enrolment, session));
    }

    private Standing standing(Enrolment enrolment, Session session, Optional<AttendanceCode> code) {
        LocalDate day = session.date();
        if (day.isAfter(LocalDate.now(clock))) {
            return Standing.NOT_COME;
        }
        if (Weeks.slot(session) < 0 || !schools.timetable(enrolment.school()).plans(session)) {
            return Standing.NO_SESSION;
        }
        if (!enrolment.onRoll(day)) {
            return Standing.NOT_ON_ROLL;
        }
        return code.isPresent() ? Standing.CHANGEABLE : Standing.NOT_TAKEN;
    }

    private List<Amendment> amendments(Enrolment enrolment, Session session) {
        return jdbc.query(
                "select old_code, new_code, reason, amended_at, amended_by, import_id from mark_amendment"
                        + " where enrolment_id = ? and on_date = ? and half = ? order by id desc",
                (row, number) -> new Amendment(
                        MarkStore.code(row.getString("old_code")),
                        MarkStore.code(row.getString("new_code")),
                        row.getString("reason"),
                        instant(row, "amended_at"),
                        row.getString("amended_by"),
                        Optional.ofNullable(row.getString("import_id"))),
                enrolment.id().number(),
                session.date(),
                session.half().name());
    }

    private List<Decision> decisions(Enrolment enrolment, Session session) {
        return jdbc.query(
                "select old_code, decided, state, reason, decided_at, decided_by, register_code, settled_by, settled_why"
                        + " from decided_code where enrolment_id = ? and on_date = ? and half = ? order by id desc",
                (row, number) -> new Decision(
                        MarkStore.code(row.getString("old_code")),
                        MarkStore.code(row.getString("decided")),
                        DecidedCode.State.valueOf(row.getString("state")),
                        row.getString("reason"),
                        instant(row, "decided_at"),
                        row.getString("decided_by"),
                        Optional.ofNullable(row.getString("register_code")).map(MarkStore::code),
                        Optional.ofNullable(row.getString("settled_by")),
                        Optional.ofNullable(row.getString("settled_why"))),
                enrolment.id().number(),
                session.date(),
                session.half().name());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
