package uk.daymark.firstday;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.Half;
import uk.daymark.measure.Session;
import uk.daymark.people.ContactId;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.Urn;
import uk.daymark.time.LondonTime;

/** Who was tried, when, and what came of it. Entries stay; one that was a mistake is marked as undone. */
@Component
class Attempts {

    private static final String SELECT =
            "select a.id, a.round_ref, a.contact_id, a.person, a.how, a.outcome, a.reached, a.note, a.made_at, a.made_by,"
                    + " a.undone_at from contact_attempt a ";

    private final JdbcTemplate jdbc;
    private final Clock clock;

    Attempts(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A code that an answer led to. */
    record Coded(EnrolmentId enrolment, Session session, AttendanceCode code) {}

    /** Keeps a try with the codes it led to. */
    void keep(Attempt attempt, List<Coded> codes) {
        GeneratedKeyHolder given = new GeneratedKeyHolder();
        jdbc.update(
                connection -> {
                    PreparedStatement insert = connection.prepareStatement(
                            "insert into contact_attempt (round_ref, contact_id, person, how, outcome, reached, note, made_at,"
                                    + " made_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                            new String[] {"id"});
                    insert.setString(1, attempt.round());
                    insert.setObject(2, attempt.contact().map(ContactId::number).orElse(null));
                    insert.setString(3, attempt.person());
                    insert.setString(4, attempt.how().name());
                    insert.setString(5, attempt.outcome().name());
                    insert.setBoolean(6, attempt.reached());
                    insert.setString(7, attempt.note());
                    insert.setObject(8, attempt.at().atOffset(ZoneOffset.UTC));
                    insert.setString(9, attempt.by());
                    return insert;
                },
                given);
        long id = Objects.requireNonNull(given.getKey()).longValue();
        attempt.pupils()
                .forEach(pupil -> jdbc.update(
                        "insert into contact_attempt_pupil (attempt_id, enrolment_id) values (?, ?)",
                        id,
                        pupil.number()));
        codes.forEach(coded -> jdbc.update(
                "insert into contact_attempt_code (attempt_id, enrolment_id, on_date, half, code) values (?, ?, ?, ?, ?)",
                id,
                coded.enrolment().number(),
                coded.session().date(),
                coded.session().half().name(),
                coded.code().token()));
    }

    /** All tries of a round, oldest first. */
    List<Attempt> of(String round) {
        return jdbc.query(SELECT + "where a.round_ref = ? order by a.id", this::attempt, round);
    }

    /** The tries of a day of all rounds that are open, by round, the oldest first; a round without any is left out. */
    Map<String, List<Attempt>> ofOpenRounds(LocalDate day) {
        String made = "join contact_round r on r.ref = a.round_ref where r.closed_at is null and a.made_at >= ?"
                + " and a.made_at < ? order by a.id";
        Object[] values = {
            day.atStartOfDay(LondonTime.ZONE).toOffsetDateTime(),
            day.plusDays(1).atStartOfDay(LondonTime.ZONE).toOffsetDateTime()
        };
        Map<Long, List<EnrolmentId>> pupils = new HashMap<>();
        jdbc.query(
                "select p.attempt_id, p.enrolment_id from contact_attempt_pupil p join contact_attempt a on a.id = p.attempt_id "
                        + made + ", p.enrolment_id",
                (RowCallbackHandler) row -> pupils.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                        .add(new EnrolmentId(row.getLong(2))),
                values);
        Map<String, List<Attempt>> tries = new HashMap<>();
        jdbc.query(
                        SELECT + made,
                        (row, number) -> attempt(row, List.copyOf(pupils.getOrDefault(row.getLong("id"), List.of()))),
                        values)
                .forEach(one -> tries.computeIfAbsent(one.round(), ref -> new ArrayList<>())
                        .add(one));
        return tries;
    }

    /** How many calls were made for a school on a day, those that were undone left out. */
    int calls(Urn school, DateRange day) {
        Integer made = jdbc.queryForObject(
                "select count(*) from contact_attempt a join contact_round r on r.ref = a.round_ref where r.school_urn = ?"
                        + " and a.how = 'CALL' and a.undone_at is null and a.made_at >= ? and a.made_at < ?",
                Integer.class,
                school.value(),
                day.from().atStartOfDay(LondonTime.ZONE).toOffsetDateTime(),
                day.to().plusDays(1).atStartOfDay(LondonTime.ZONE).toOffsetDateTime());
        return made == null ? 0 : made;
    }

    /** The codes that a try led to. */
    List<Coded> codes(long attempt) {
        return jdbc.query(
                "select enrolment_id, on_date, half, code from contact_attempt_code where attempt_id = ?"
                        + " order by enrolment_id, on_date, half",
                (row, number) -> new Coded(
                        new EnrolmentId(row.getLong("enrolment_id")),
                        new Session(row.getObject("on_date", LocalDate.class), Half.valueOf(row.getString("half"))),
                        AttendanceCode.ofToken(row.getString("code")).orElseThrow()),
                attempt);
    }

    /** The last day on which somebody was spoken to about the pupil, in any round. */
    Optional<LocalDate> lastReached(EnrolmentId pupil) {
        return jdbc
                .query(
                        "select max(a.made_at) as last_at from contact_attempt a join contact_attempt_pupil p on"
                                + " p.attempt_id = a.id where p.enrolment_id = ? and a.reached and a.undone_at is null",
                        (row, number) -> Optional.ofNullable(row.getObject("last_at", OffsetDateTime.class)),
                        pupil.number())
                .stream()
                .flatMap(Optional::stream)
                .findFirst()
                .map(moment -> moment.atZoneSameInstant(LondonTime.ZONE).toLocalDate());
    }

    /**
     * Marks a try as a mistake.
     *
     * @return whether it was one that stood; of two who undo it at once, only one undoes it
     */
    boolean undo(long attempt, String by) {
        return jdbc.update(
                        "update contact_attempt set undone_at = ?, undone_by = ? where id = ? and undone_at is null",
                        clock.instant().atOffset(ZoneOffset.UTC),
                        by,
                        attempt)
                == 1;
    }

    private Attempt attempt(ResultSet row, int number) throws SQLException {
        return attempt(
                row,
                jdbc.query(
                        "select enrolment_id from contact_attempt_pupil where attempt_id = ? order by enrolment_id",
                        (one, n) -> new EnrolmentId(one.getLong(1)),
                        row.getLong("id")));
    }

    private static Attempt attempt(ResultSet row, List<EnrolmentId> pupils) throws SQLException {
        Instant at = row.getObject("made_at", OffsetDateTime.class).toInstant();
        return new Attempt(
                row.getLong("id"),
                row.getString("round_ref"),
                Optional.ofNullable(row.getObject("contact_id", Long.class)).map(ContactId::new),
                row.getString("person"),
                Attempt.How.valueOf(row.getString("how")),
                Answered.valueOf(row.getString("outcome")),
                row.getBoolean("reached"),
                row.getString("note"),
                at,
                row.getString("made_by"),
                row.getObject("undone_at") != null,
                pupils);
    }
}
