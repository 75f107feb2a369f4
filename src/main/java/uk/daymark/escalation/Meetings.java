package uk.daymark.escalation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.daymark.cases.CaseRef;

/** Meetings with parents, and the contracts agreed at them. */
@Component
class Meetings {

    private final JdbcTemplate jdbc;
    private final Clock clock;

    Meetings(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What became of a meeting. */
    enum Outcome {
        ARRANGED,
        HELD,
        NOBODY_CAME,
        PUT_OFF
    }

    /**
     * A meeting.
     *
     * @param heldWith who came; empty text where nobody did
     * @param targets what the family was asked for, one a line, where there was no contract
     */
    record Meeting(
            long id,
            LocalDate arrangedOn,
            LocalDate on,
            String at,
            String place,
            Outcome outcome,
            String heldWith,
            String discussed,
            String targets,
            Optional<LocalDate> reviewOn) {}

    /** A contract that parents and school signed. */
    record Contract(
            long meeting,
            LocalDate signedOn,
            LocalDate from,
            LocalDate until,
            LocalDate reviewOn,
            String parentsDo,
            String schoolDoes,
            String kept) {}

    void arrange(CaseRef ref, LocalDate on, String at, String place) {
        jdbc.update(
                "insert into case_meeting (case_ref, arranged_on, meeting_on, meeting_at, meeting_place, outcome,"
                        + " held_with, discussed, targets) values (?, ?, ?, ?, ?, 'ARRANGED', '', '', '')",
                ref.value(),
                LocalDate.now(clock),
                on,
                at,
                place);
    }

    void outcome(Meeting meeting, Outcome outcome, LocalDate on, String heldWith, String discussed) {
        jdbc.update(
                "update case_meeting set outcome = ?, meeting_on = ?, held_with = ?, discussed = ? where id = ?",
                outcome.name(),
                on,
                heldWith,
                discussed,
                meeting.id());
    }

    void targets(Meeting meeting, String targets, LocalDate reviewOn) {
        jdbc.update("update case_meeting set targets = ?, review_on = ? where id = ?", targets, reviewOn, meeting.id());
    }

    /** The meeting of a case that was arranged last. */
    Optional<Meeting> last(CaseRef ref) {
        return of(ref).stream().reduce((earlier, later) -> later);
    }

    /** Every meeting of a case, oldest first. */
    List<Meeting> of(CaseRef ref) {
        return jdbc.query(
                "select id, arranged_on, meeting_on, meeting_at, meeting_place, outcome, held_with, discussed, targets,"
                        + " review_on from case_meeting where case_ref = ? order by id",
                Meetings::meeting,
                ref.value());
    }

    void sign(CaseRef ref, Contract contract) {
        jdbc.update(
                "insert into attendance_contract (meeting_id, case_ref, signed_on, from_day, until_day, review_on,"
                        + " parents_do, school_does, kept) values (?, ?, ?, ?, ?, ?, ?, ?, '')",
                contract.meeting(),
                ref.value(),
                contract.signedOn(),
                contract.from(),
                contract.until(),
                contract.reviewOn(),
                contract.parentsDo(),
                contract.schoolDoes());
    }

    void kept(CaseRef ref, String kept) {
        jdbc.update(
                "update attendance_contract set kept = ? where id ="
                        + " (select max(id) from attendance_contract where case_ref = ?)",
                kept,
                ref.value());
    }

    /** The contract of a case that was signed last. */
    Optional<Contract> contract(CaseRef ref) {
        return jdbc
                .query(
                        "select meeting_id, signed_on, from_day, until_day, review_on, parents_do, school_does, kept"
                                + " from attendance_contract where case_ref = ? order by id desc",
                        Meetings::contract,
                        ref.value())
                .stream()
                .findFirst();
    }

    private static Meeting meeting(ResultSet row, int number) throws SQLException {
        return new Meeting(
                row.getLong("id"),
                day(row, "arranged_on"),
                day(row, "meeting_on"),
                row.getString("meeting_at"),
                row.getString("meeting_place"),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("held_with"),
                row.getString("discussed"),
                row.getString("targets"),
                Optional.ofNullable(row.getObject("review_on", LocalDate.class)));
    }

    private static Contract contract(ResultSet row, int number) throws SQLException {
        return new Contract(
                row.getLong("meeting_id"),
                day(row, "signed_on"),
                day(row, "from_day"),
                day(row, "until_day"),
                day(row, "review_on"),
                row.getString("parents_do"),
                row.getString("school_does"),
                row.getString("kept"));
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
