package uk.daymark.enforcement.publicplace;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import uk.daymark.cases.CaseRef;
import uk.daymark.journal.Who;
import uk.daymark.measure.DateRange;
import uk.daymark.people.EnrolmentId;

/** Suspensions and sightings in the database. */
@Repository
class SightingStore {

    private final JdbcTemplate jdbc;
    private final Who who;
    private final Clock clock;

    SightingStore(JdbcTemplate jdbc, Who who, Clock clock) {
        this.jdbc = jdbc;
        this.who = who;
        this.clock = clock;
    }

    long add(EnrolmentId enrolment, Suspension.Entered entered, Optional<Long> corrects) {
        return insert(
                "insert into suspension (enrolment_id, kind, first_day, school_days, notice_on, why, entered_by,"
                        + " entered_at, corrects) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                enrolment.number(),
                entered.kind().name(),
                entered.firstDay(),
                entered.schoolDays(),
                entered.noticeOn().orElse(null),
                entered.why(),
                who.userName(),
                now(),
                corrects.orElse(null));
    }

    /** Those that stand, the latest first. */
    List<Suspension> of(EnrolmentId enrolment) {
        return jdbc.query(
                "select s.* from suspension s where s.enrolment_id = ?"
                        + " and not exists (select 1 from suspension l where l.corrects = s.id)"
                        + " order by s.first_day desc, s.id desc",
                SightingStore::suspension,
                enrolment.number());
    }

    /** What stands in the place of an entry now: itself, where nothing corrects it. */
    Suspension standing(long id) {
        long current = id;
        List<Long> later = List.of(id);
        while (!later.isEmpty()) {
            current = later.get(0);
            later = jdbc.queryForList("select id from suspension where corrects = ?", Long.class, current);
        }
        return Objects.requireNonNull(
                jdbc.queryForObject("select * from suspension where id = ?", SightingStore::suspension, current));
    }

    long add(CaseRef ref, EnrolmentId enrolment, long suspension, Sighting.Seen seen) {
        return insert(
                "insert into sighting (case_ref, enrolment_id, suspension_id, seen_on, seen_at, place, seen_by,"
                        + " explanation, explanation_words, entered_by, entered_at) values (?, ?, ?, ?, ?, ?, ?, '', '', ?, ?)",
                ref.value(),
                enrolment.number(),
                suspension,
                seen.on(),
                seen.at(),
                seen.place(),
                seen.by(),
                who.userName(),
                now());
    }

    /** The last of a case. */
    Optional<Sighting> last(CaseRef ref) {
        return of(ref).stream().findFirst();
    }

    /** The last of a case on one of these days. */
    Optional<Sighting> last(CaseRef ref, DateRange days) {
        return of(ref).stream().filter(sighting -> days.contains(sighting.on())).findFirst();
    }

    private List<Sighting> of(CaseRef ref) {
        return jdbc.query(
                "select * from sighting where case_ref = ? order by id desc", SightingStore::sighting, ref.value());
    }

    /** Those that rest on a suspension of this enrolment, the latest first. */
    List<Sighting> seen(EnrolmentId enrolment) {
        return jdbc.query(
                "select * from sighting where enrolment_id = ? order by id desc",
                SightingStore::sighting,
                enrolment.number());
    }

    void explained(Sighting sighting, String explanation, String words) {
        jdbc.update(
                "update sighting set explanation = ?, explanation_words = ? where id = ?",
                explanation,
                words,
                sighting.id());
    }

    private long insert(String sql, @Nullable Object... values) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.update(
                connection -> {
                    var insert = connection.prepareStatement(sql, new String[] {"id"});
                    for (int at = 0; at < values.length; at++) {
                        insert.setObject(at + 1, values[at]);
                    }
                    return insert;
                },
                key);
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Suspension suspension(ResultSet row, int number) throws SQLException {
        long corrects = row.getLong("corrects");
        Optional<Long> corrected = row.wasNull() ? Optional.empty() : Optional.of(corrects);
        return new Suspension(
                row.getLong("id"),
                new EnrolmentId(row.getLong("enrolment_id")),
                Suspension.Kind.valueOf(row.getString("kind")),
                row.getObject("first_day", LocalDate.class),
                row.getInt("school_days"),
                Optional.ofNullable(row.getObject("notice_on", LocalDate.class)),
                row.getString("why"),
                row.getString("entered_by"),
                row.getObject("entered_at", OffsetDateTime.class).toInstant(),
                corrected);
    }

    private static Sighting sighting(ResultSet row, int number) throws SQLException {
        return new Sighting(
                row.getLong("id"),
                new CaseRef(row.getString("case_ref")),
                new EnrolmentId(row.getLong("enrolment_id")),
                row.getLong("suspension_id"),
                row.getObject("seen_on", LocalDate.class),
                row.getString("seen_at"),
                row.getString("place"),
                row.getString("seen_by"),
                row.getString("explanation"),
                row.getString("explanation_words"),
                row.getString("entered_by"),
                row.getObject("entered_at", OffsetDateTime.class).toInstant());
    }
}
