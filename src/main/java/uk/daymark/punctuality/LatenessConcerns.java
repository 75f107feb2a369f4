package uk.daymark.punctuality;

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
import uk.daymark.people.EnrolmentId;

/** What is worked on about lateness, as it is stored. */
@Component
class LatenessConcerns {

    /** With what the references of punctuality begin. */
    static final String LETTER = "P";

    private static final String SELECT =
            "select id, process_key, enrolment_id, sentence, opened_at, watched_from, watching from punctuality_concern where ";

    private final JdbcTemplate jdbc;
    private final Clock clock;

    LatenessConcerns(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The next reference of its own. */
    String nextKey() {
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

    void open(String key, EnrolmentId enrolment, String sentence, LocalDate from) {
        jdbc.update(
                "insert into punctuality_concern (process_key, enrolment_id, sentence, opened_at, watched_from, watching)"
                        + " values (?, ?, ?, ?, ?, false)",
                key,
                enrolment.number(),
                sentence,
                clock.instant().atOffset(ZoneOffset.UTC),
                from);
    }

    /** The one that is worked on for this pupil. */
    Optional<LatenessConcern> running(EnrolmentId enrolment) {
        return jdbc
                .query(SELECT + "enrolment_id = ? and ended_at is null", LatenessConcerns::concern, enrolment.number())
                .stream()
                .findFirst();
    }

    /** The one that is worked on under that key. */
    Optional<LatenessConcern> running(String key) {
        return jdbc.query(SELECT + "process_key = ? and ended_at is null", LatenessConcerns::concern, key).stream()
                .findFirst();
    }

    /** The latest under that key, ended or not. */
    Optional<LatenessConcern> latest(String key) {
        List<LatenessConcern> all =
                jdbc.query(SELECT + "process_key = ? order by id desc", LatenessConcerns::concern, key);
        return all.stream().findFirst();
    }

    void watch(long id, LocalDate from) {
        jdbc.update("update punctuality_concern set watched_from = ?, watching = true where id = ?", from, id);
    }

    void watchIsOver(long id) {
        jdbc.update("update punctuality_concern set watching = false where id = ?", id);
    }

    void end(long id, String why) {
        jdbc.update(
                "update punctuality_concern set ended_at = ?, ended_why = ? where id = ?",
                clock.instant().atOffset(ZoneOffset.UTC),
                why.length() > LateBook.LONGEST_TEXT ? why.substring(0, LateBook.LONGEST_TEXT) : why,
                id);
    }

    private static LatenessConcern concern(ResultSet row, int number) throws SQLException {
        return new LatenessConcern(
                row.getLong("id"),
                row.getString("process_key"),
                new EnrolmentId(row.getLong("enrolment_id")),
                row.getString("sentence"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getObject("watched_from", LocalDate.class),
                row.getBoolean("watching"));
    }
}
