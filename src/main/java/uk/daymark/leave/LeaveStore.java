package uk.daymark.leave;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.Half;
import uk.daymark.measure.Session;
import uk.daymark.people.ContactId;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.PupilNameSql;
import uk.daymark.people.Schools;
import uk.daymark.people.Scope;
import uk.daymark.people.ScopeSql;
import uk.daymark.people.Urn;

/** Requests for leave as they are stored. */
@Component
class LeaveStore {

    /** With what the references of leave begin. */
    static final String LETTER = "V";

    private static final String SELECT = "select r.*, e.school_urn, e.pupil_ref, e.pupil_id, "
            + PupilNameSql.COLUMNS
            + " from leave_request r join enrolment e on e.id = r.enrolment_id join pupil p on p.id = e.pupil_id";

    private final JdbcTemplate jdbc;
    private final Schools schools;
    private final Clock clock;

    LeaveStore(JdbcTemplate jdbc, Schools schools, Clock clock) {
        this.jdbc = jdbc;
        this.schools = schools;
        this.clock = clock;
    }

    /** The next reference. */
    String nextRef() {
        int year = LocalDate.now(clock).getYear();
        // The row of no year is there from the start: whoever holds it is alone, with the first number of a year too.
        jdbc.update("update matter_number set last_number = last_number where letter = ? and of_year = 0", LETTER);
        if (jdbc.update(
                        "update matter_number set last_number = last_number + 1 where letter = ? and of_year = ?",
                        LETTER,
                        year)
                == 0) {
            jdbc.update("insert into matter_number (letter, of_year, last_number) values (?, ?, 1)", LETTER, year);
        }
        Integer number = jdbc.queryForObject(
                "select last_number from matter_number where letter = ? and of_year = ?", Integer.class, LETTER, year);
        return String.format("%s-%d-%05d", LETTER, year, number);
    }

    void add(String ref, LeaveRequests.Asked asked, EnrolmentId enrolment, int sessions, String by) {
        jdbc.update(
                "insert into leave_request (ref, enrolment_id, asked_by, asked_on, from_date, from_half, to_date, to_half,"
                        + " sessions, ground, details, evidence, entered_by, entered_at, state)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                ref,
                enrolment.number(),
                orNull(asked.askedBy().map(ContactId::number)),
                asked.askedOn(),
                asked.days().from().date(),
                asked.days().from().half().name(),
                asked.days().to().date(),
                asked.days().to().half().name(),
                sessions,
                asked.ground().word(),
                asked.details().strip(),
                asked.evidence().strip(),
                by,
                now(),
                LeaveRequest.State.ASKED.name());
    }

    void decide(
            String ref,
            LeaveRequest.State state,
            Optional<LeaveDays> given,
            Optional<AttendanceCode> code,
            String by,
            String why) {
        jdbc.update(
                "update leave_request set state = ?, given_from_date = ?, given_from_half = ?, given_to_date = ?,"
                        + " given_to_half = ?, given_code = ?, decided_by = ?, decided_at = ?, decided_why = ? where ref = ?",
                state.name(),
                orNull(given.map(days -> days.from().date())),
                orNull(given.map(days -> days.from().half().name())),
                orNull(given.map(days -> days.to().date())),
                orNull(given.map(days -> days.to().half().name())),
                orNull(code.map(AttendanceCode::token)),
                by,
                now(),
                why,
                ref);
    }

    void takeBack(String ref) {
        jdbc.update("update leave_request set state = ? where ref = ?", LeaveRequest.State.TAKEN_BACK.name(), ref);
    }

    Optional<LeaveRequest> find(String ref) {
        return jdbc.query(SELECT + " where r.ref = ?", LeaveStore::request, ref).stream()
                .findFirst();
    }

    Optional<LeaveRequest> find(String ref, Scope scope) {
        return find(ref)
                .filter(request ->
                        schools.find(request.school()).filter(scope::holds).isPresent());
    }

    /** Every request in scope, the latest first. */
    List<LeaveRequest> in(Scope scope) {
        ScopeSql schools = ScopeSql.of(scope, "e.school_urn");
        return jdbc.query(
                SELECT + " join school s on s.urn = e.school_urn where " + schools.condition()
                        + " order by s.name, s.urn, r.entered_at desc, r.ref desc",
                LeaveStore::request,
                schools.values().toArray());
    }

    /** A pupil's requests at a school, earliest days first. */
    List<LeaveRequest> of(EnrolmentId enrolment) {
        return jdbc.query(
                SELECT + " where r.enrolment_id = ? order by r.from_date, r.ref",
                LeaveStore::request,
                enrolment.number());
    }

    /** Which of these pupils have any request. */
    List<EnrolmentId> withRequests(Collection<EnrolmentId> enrolments) {
        return jdbc.queryForList("select distinct enrolment_id from leave_request", Long.class).stream()
                .map(EnrolmentId::new)
                .filter(enrolments::contains)
                .toList();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static <T> @Nullable T orNull(Optional<T> value) {
        return value.isPresent() ? value.get() : null;
    }

    private static LeaveRequest request(ResultSet row, int number) throws SQLException {
        Optional<LeaveDays> given = Optional.empty();
        if (row.getObject("given_from_date") != null) {
            given = Optional.of(days(row, "given_from", "given_to"));
        }
        Optional<LeaveRequest.Decided> decided = Optional.empty();
        if (row.getString("decided_by") != null) {
            decided = Optional.of(new LeaveRequest.Decided(
                    row.getString("decided_by"),
                    row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                    row.getString("decided_why")));
        }
        return new LeaveRequest(
                row.getString("ref"),
                new EnrolmentId(row.getLong("enrolment_id")),
                new Urn(row.getString("school_urn")),
                row.getString("pupil_ref"),
                PupilNameSql.name(row),
                Optional.ofNullable(row.getObject("asked_by", Long.class)).map(ContactId::new),
                row.getObject("asked_on", LocalDate.class),
                days(row, "from", "to"),
                row.getInt("sessions"),
                LeaveGround.ofWord(row.getString("ground")).orElseThrow(),
                row.getString("details"),
                row.getString("evidence"),
                row.getString("entered_by"),
                LeaveRequest.State.valueOf(row.getString("state")),
                given,
                Optional.ofNullable(row.getString("given_code")).flatMap(AttendanceCode::ofToken),
                decided);
    }

    private static LeaveDays days(ResultSet row, String from, String to) throws SQLException {
        return new LeaveDays(session(row, from), session(row, to));
    }

    private static Session session(ResultSet row, String which) throws SQLException {
        return new Session(
                row.getObject(which + "_date", LocalDate.class), Half.valueOf(row.getString(which + "_half")));
    }
}
