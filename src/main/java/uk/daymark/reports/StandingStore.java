package uk.daymark.reports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.daymark.measure.RegisterDates;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.PupilId;
import uk.daymark.people.Scope;
import uk.daymark.people.Urn;

/** The table of standings. */
@Component
class StandingStore {

    private static final int AT_A_TIME = 500;

    private final JdbcTemplate jdbc;

    StandingStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A standing with what it was counted from. */
    record Stored(PupilId pupil, Standing standing, String basis) {}

    /** What is kept, and not stale, of pupils who are or were at these schools, and perhaps of others. */
    Map<PupilId, Stored> of(Scope scope) {
        Optional<Urn> one = scope.homeSchool();
        return jdbc
                .query(
                        "select s.* from pupil_standing s where s.stale = false"
                                + one.map(
                                                school ->
                                                        " and s.pupil_id in (select e.pupil_id from enrolment e where e.school_urn = ?)")
                                        .orElse(""),
                        StandingStore::stored,
                        one.stream().map(Urn::value).toArray())
                .stream()
                .collect(Collectors.toMap(Stored::pupil, stored -> stored, (first, same) -> first, HashMap::new));
    }

    /** Whether any has to be counted anew on that day. */
    boolean anyStale(LocalDate today) {
        return !stale(today, 1).isEmpty();
    }

    /** Pupils whose standing is stale, is of an earlier school year, or leaves out a mark whose day has come: so many at most. */
    List<PupilId> stale(LocalDate today, int most) {
        return jdbc.query(
                "select pupil_id from (select pupil_id from pupil_standing where stale = true"
                        + " union select pupil_id from pupil_standing where year_from < ?"
                        + " union select pupil_id from pupil_standing where next_mark <= ?) any_of_them limit ?",
                (row, number) -> new PupilId(row.getLong(1)),
                RegisterDates.schoolYearOf(today).from(),
                today,
                most);
    }

    /** From now on the marks of these pupils have to be counted. */
    void makeStale(Collection<PupilId> pupils) {
        List<Long> all = pupils.stream().map(PupilId::number).toList();
        for (int at = 0; at < all.size(); at += AT_A_TIME) {
            List<Long> some = all.subList(at, Math.min(all.size(), at + AT_A_TIME));
            String places = some.stream().map(pupil -> "?").collect(Collectors.joining(", ", "(", ")"));
            jdbc.update(
                    "update pupil_standing set stale = true where stale = false and pupil_id in " + places,
                    some.toArray());
            jdbc.update(
                    "insert into pupil_standing (pupil_id, stale, year_from, counted_to, basis, by_week, unexplained)"
                            + " select p.id, true, date '1900-01-01', date '1900-01-01', '', '', 0 from pupil p"
                            + " where not exists (select 1 from pupil_standing s where s.pupil_id = p.id) and p.id in "
                            + places,
                    some.toArray());
        }
    }

    /** The same of the pupil on that roll. */
    void makeStale(EnrolmentId enrolment) {
        makeStale(jdbc.query(
                "select pupil_id from enrolment where id = ?",
                (row, number) -> new PupilId(row.getLong(1)),
                enrolment.number()));
    }

    /** Keeps standings that have just been counted. */
    void keep(Collection<Stored> counted) {
        jdbc.batchUpdate(
                "update pupil_standing set stale = false, year_from = ?, counted_to = ?, next_mark = ?, basis = ?, by_week = ?,"
                        + " unexplained = ? where pupil_id = ?",
                counted.stream().map(StandingStore::values).toList());
    }

    /** Forgets a pupil of whom nothing can be counted. */
    void forget(PupilId pupil) {
        jdbc.update("delete from pupil_standing where pupil_id = ?", pupil.number());
    }

    private static Object[] values(Stored stored) {
        Standing standing = stored.standing();
        return new Object[] {
            standing.yearFrom(),
            standing.countedTo(),
            orNull(standing.nextMark()),
            stored.basis(),
            standing.byWeek(),
            standing.unexplained(),
            stored.pupil().number()
        };
    }

    private static <T> @Nullable T orNull(Optional<T> something) {
        return something.orElse(null);
    }

    private static Stored stored(ResultSet row, int number) throws SQLException {
        return new Stored(
                new PupilId(row.getLong("pupil_id")),
                new Standing(
                        row.getObject("year_from", LocalDate.class),
                        row.getObject("counted_to", LocalDate.class),
                        Optional.ofNullable(row.getObject("next_mark", LocalDate.class)),
                        row.getString("by_week"),
                        row.getInt("unexplained")),
                row.getString("basis"));
    }
}
