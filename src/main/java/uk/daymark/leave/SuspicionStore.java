package uk.daymark.leave;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.daymark.people.ContactId;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.Pupil;
import uk.daymark.people.PupilId;
import uk.daymark.people.Pupils;
import uk.daymark.people.Schools;
import uk.daymark.people.Scope;
import uk.daymark.people.Urn;

/** Suspected leave as it is stored. */
@Component
class SuspicionStore {

    private static final String SELECT =
            "select s.*, e.school_urn, e.pupil_ref, e.pupil_id from suspected_leave s join enrolment e on e.id = s.enrolment_id";
    private static final int LONGEST_WHY = 2000;

    private final JdbcTemplate jdbc;
    private final Pupils pupils;
    private final Schools schools;
    private final Clock clock;

    SuspicionStore(JdbcTemplate jdbc, Pupils pupils, Schools schools, Clock clock) {
        this.jdbc = jdbc;
        this.pupils = pupils;
        this.schools = schools;
        this.clock = clock;
    }

    void open(String ref, EnrolmentId enrolment, LocalDate from, LocalDate to) {
        jdbc.update(
                "insert into suspected_leave (ref, enrolment_id, from_date, to_date, opened_at) values (?, ?, ?, ?, ?)",
                ref,
                enrolment.number(),
                from,
                to,
                clock.instant().atOffset(ZoneOffset.UTC));
    }

    void stretch(String ref, LocalDate from, LocalDate to) {
        jdbc.update("update suspected_leave set from_date = ?, to_date = ? where ref = ?", from, to, ref);
    }

    void replied(String ref, String text, LocalDate on, String by) {
        jdbc.update(
                "update suspected_leave set reply = ?, replied_on = ?, reply_by = ? where ref = ?", text, on, by, ref);
    }

    void handedOver(String ref, String caseRef) {
        jdbc.update("update suspected_leave set case_ref = ? where ref = ?", caseRef, ref);
    }

    /** Somebody settled it. */
    void end(String ref, String why) {
        end(ref, why, false);
    }

    /** What it rested on fell away. */
    void explained(String ref, String why) {
        end(ref, why, true);
    }

    private void end(String ref, String why, boolean explained) {
        jdbc.update(
                "update suspected_leave set ended_at = ?, ended_why = ?, explained = ? where ref = ?",
                clock.instant().atOffset(ZoneOffset.UTC),
                why.length() > LONGEST_WHY ? why.substring(0, LONGEST_WHY) : why,
                explained,
                ref);
    }

    /** Whose suspected leave is worked on. */
    Set<EnrolmentId> withRunning() {
        return jdbc.queryForList("select enrolment_id from suspected_leave where ended_at is null", Long.class).stream()
                .map(EnrolmentId::new)
                .collect(Collectors.toSet());
    }

    /** Whether the policy's rule names a parent, with the words of the rule as it stood. */
    void liable(String ref, ContactId parent, boolean liable, String rule, String why, String by) {
        jdbc.update(
                "insert into leave_liable_parent (ref, contact_id, liable, rule_text, why, entered_by, entered_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                ref,
                parent.number(),
                liable,
                rule,
                why,
                by,
                clock.instant().atOffset(ZoneOffset.UTC));
    }

    Optional<SuspectedLeave> find(String ref) {
        return jdbc.query(SELECT + " where s.ref = ?", this::suspicion, ref).stream()
                .findFirst();
    }

    Optional<SuspectedLeave> find(String ref, Scope scope) {
        return find(ref)
                .filter(found ->
                        schools.find(found.school()).filter(scope::holds).isPresent());
    }

    /** Those of a pupil that are worked on. */
    List<SuspectedLeave> running(EnrolmentId enrolment) {
        return jdbc.query(
                SELECT + " where s.enrolment_id = ? and s.ended_at is null order by s.from_date",
                this::suspicion,
                enrolment.number());
    }

    /** Those of a pupil that are worked on or that somebody settled. */
    List<SuspectedLeave> lookedAt(EnrolmentId enrolment) {
        return jdbc.query(
                SELECT + " where s.enrolment_id = ? and not s.explained order by s.from_date",
                this::suspicion,
                enrolment.number());
    }

    /** Every one in scope, the latest first. */
    List<SuspectedLeave> in(Scope scope) {
        return schools.in(scope).stream()
                .flatMap(school -> jdbc
                        .query(
                                SELECT + " where e.school_urn = ? order by s.opened_at desc, s.ref desc",
                                this::suspicion,
                                school.urn().value())
                        .stream())
                .toList();
    }

    private SuspectedLeave suspicion(ResultSet row, int number) throws SQLException {
        Optional<SuspectedLeave.Reply> reply = Optional.empty();
        if (row.getString("reply") != null) {
            reply = Optional.of(new SuspectedLeave.Reply(
                    row.getString("reply"), row.getObject("replied_on", LocalDate.class), row.getString("reply_by")));
        }
        return new SuspectedLeave(
                row.getString("ref"),
                new EnrolmentId(row.getLong("enrolment_id")),
                new Urn(row.getString("school_urn")),
                row.getString("pupil_ref"),
                pupils.find(new PupilId(row.getLong("pupil_id")))
                        .map(Pupil::details)
                        .map(Pupil.Details::name)
                        .orElse(""),
                LeaveDays.whole(row.getObject("from_date", LocalDate.class), row.getObject("to_date", LocalDate.class)),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                reply,
                Optional.ofNullable(row.getString("case_ref")),
                Optional.ofNullable(row.getString("ended_why")));
    }
}
