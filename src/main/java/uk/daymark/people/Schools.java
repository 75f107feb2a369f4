package uk.daymark.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.Half;
import uk.daymark.measure.SchoolCalendar;
import uk.daymark.measure.Timetable;

/** The schools and their calendars. */
@Component
public class Schools {

    private static final String SELECT =
            "select urn, name, phase, authority, policy_name, register_opens, register_closes_am, register_closes_pm from school";

    private final JdbcTemplate jdbc;
    private final Map<Urn, Drawn> timetables = new ConcurrentHashMap<>();

    Schools(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The school of that number, or empty where it is not known. */
    public Optional<School> find(Urn urn) {
        return jdbc.query(SELECT + " where urn = ?", Schools::school, urn.value()).stream()
                .findFirst();
    }

    /** The schools of these numbers, by number; those that are not known are left out. */
    public Map<Urn, School> find(Collection<Urn> urns) {
        if (urns.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .query(
                        SELECT + " where urn in " + Sql.places(urns),
                        Schools::school,
                        urns.stream().map(Urn::value).toArray())
                .stream()
                .collect(Collectors.toMap(School::urn, Function.identity()));
    }

    /** Every school in scope, by name. */
    public List<School> in(Scope scope) {
        return jdbc.query(SELECT + " order by name, urn", Schools::school).stream()
                .filter(scope::holds)
                .toList();
    }

    /** Adds schools that are not known yet. */
    public void add(Collection<School> schools) {
        jdbc.batchUpdate(
                "insert into school (name, phase, authority, policy_name, register_opens, register_closes_am,"
                        + " register_closes_pm, urn) values (?, ?, ?, ?, ?, ?, ?, ?)",
                schools.stream().map(Schools::values).toList());
    }

    /** Gives known schools new particulars. */
    public void change(Collection<School> schools) {
        jdbc.batchUpdate(
                "update school set name = ?, phase = ?, authority = ?, policy_name = ?, register_opens = ?,"
                        + " register_closes_am = ?, register_closes_pm = ? where urn = ?",
                schools.stream().map(Schools::values).toList());
    }

    /** The entries of a school's calendar, by first day. */
    public List<CalendarEntry> calendarEntries(Urn urn) {
        return jdbc.query(
                "select school_urn, entry_kind, from_date, to_date, held_half, reason from school_calendar_entry"
                        + " where school_urn = ? order by from_date, entry_kind",
                Schools::entry,
                urn.value());
    }

    /** What was taken out of a school's calendar by hand, the latest first. */
    public List<CalendarRemoval> removals(Urn urn) {
        return jdbc.query(
                "select school_urn, entry_kind, from_date, to_date, held_half, entry_reason as reason, removed_by,"
                        + " removed_at, why from calendar_removal where school_urn = ? order by id desc",
                (row, number) -> new CalendarRemoval(
                        entry(row, number),
                        row.getString("removed_by"),
                        row.getObject("removed_at", OffsetDateTime.class).toInstant(),
                        row.getString("why")),
                urn.value());
    }

    /** Takes an entry out of its school's calendar for good, and keeps who did it and why. */
    public void remove(CalendarRemoval removal) {
        CalendarEntry entry = removal.entry();
        jdbc.update(
                "insert into calendar_removal (school_urn, entry_kind, from_date, to_date, held_half, entry_reason,"
                        + " removed_by, removed_at, why) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                entry.school().value(),
                entry.kind().name(),
                entry.from(),
                entry.to(),
                Sql.orNull(entry.held().map(Half::name)),
                entry.reason(),
                removal.by(),
                removal.at().atOffset(ZoneOffset.UTC),
                removal.why());
        changeCalendar(entry.school(), List.of(entry), List.of());
    }

    /** Grows by one with every change of the school's calendar; 0 where the school is not known. */
    public long calendarVersion(Urn urn) {
        return jdbc
                .query("select calendar_version from school where urn = ?", (row, n) -> row.getLong(1), urn.value())
                .stream()
                .findFirst()
                .orElse(0L);
    }

    /** The {@link #calendarVersion} of every school. */
    public Map<Urn, Long> calendarVersions() {
        Map<Urn, Long> versions = new HashMap<>();
        jdbc.query("select urn, calendar_version from school", row -> {
            versions.put(new Urn(row.getString("urn")), row.getLong("calendar_version"));
        });
        return versions;
    }

    /**
     * Changes a school's calendar.
     *
     * @param gone entries that stand in it and go
     * @param come entries that come in
     */
    public void changeCalendar(Urn urn, Collection<CalendarEntry> gone, Collection<CalendarEntry> come) {
        jdbc.batchUpdate(
                "delete from school_calendar_entry where school_urn = ? and entry_kind = ? and from_date = ?",
                gone.stream()
                        .map(entry -> new Object[] {urn.value(), entry.kind().name(), entry.from()})
                        .toList());
        jdbc.batchUpdate(
                "insert into school_calendar_entry (school_urn, entry_kind, from_date, to_date, held_half, reason)"
                        + " values (?, ?, ?, ?, ?, ?)",
                come.stream()
                        .map(entry -> new Object[] {
                            urn.value(),
                            entry.kind().name(),
                            entry.from(),
                            entry.to(),
                            Sql.orNull(entry.held().map(Half::name)),
                            entry.reason()
                        })
                        .toList());
        jdbc.update("update school set calendar_version = calendar_version + 1 where urn = ?", urn.value());
    }

    /** A school's calendar; empty of terms where none has been loaded. */
    public SchoolCalendar calendar(Urn urn) {
        List<CalendarEntry> entries = calendarEntries(urn);
        return new SchoolCalendar(
                entries.stream()
                        .filter(entry -> entry.kind() == CalendarEntry.Kind.TERM)
                        .map(Schools::days)
                        .toList(),
                entries.stream()
                        .filter(entry -> entry.kind() == CalendarEntry.Kind.CLOSURE)
                        .map(entry -> new SchoolCalendar.Closure(days(entry), entry.reason()))
                        .toList(),
                entries.stream()
                        .filter(entry -> entry.kind() == CalendarEntry.Kind.HALF_DAY)
                        .map(entry -> new SchoolCalendar.HalfDay(
                                entry.from(), entry.held().orElseThrow()))
                        .toList());
    }

    /** The sessions a school plans: drawn up once and kept until its calendar changes. */
    public Timetable timetable(Urn urn) {
        // Read before the entries: at worst a newer timetable is kept under an older version and drawn up once more.
        return timetable(urn, calendarVersion(urn));
    }

    /** The same of several schools. */
    public Map<Urn, Timetable> timetables(Collection<Urn> urns) {
        if (urns.size() == 1) {
            return urns.stream().collect(Collectors.toMap(Function.identity(), this::timetable));
        }
        Map<Urn, Long> versions = calendarVersions();
        return urns.stream()
                .distinct()
                .collect(Collectors.toMap(Function.identity(), urn -> timetable(urn, versions.getOrDefault(urn, 0L))));
    }

    private Timetable timetable(Urn urn, long version) {
        Drawn drawn = timetables.get(urn);
        if (drawn == null || drawn.version != version) {
            drawn = new Drawn(version, calendar(urn).timetable());
            timetables.put(urn, drawn);
        }
        return drawn.timetable;
    }

    private static DateRange days(CalendarEntry entry) {
        return new DateRange(entry.from(), entry.to());
    }

    private static Object[] values(School school) {
        return new Object[] {
            school.name(),
            school.phase(),
            school.authority(),
            school.policy(),
            Sql.orNull(school.registerOpens()),
            Sql.orNull(school.registerClosesAm()),
            Sql.orNull(school.registerClosesPm()),
            school.urn().value()
        };
    }

    private static CalendarEntry entry(ResultSet row, int number) throws SQLException {
        return new CalendarEntry(
                new Urn(row.getString("school_urn")),
                CalendarEntry.Kind.valueOf(row.getString("entry_kind")),
                row.getObject("from_date", LocalDate.class),
                row.getObject("to_date", LocalDate.class),
                Optional.ofNullable(row.getString("held_half")).map(Half::valueOf),
                row.getString("reason"));
    }

    private static School school(ResultSet row, int number) throws SQLException {
        return new School(
                new Urn(row.getString("urn")),
                row.getString("name"),
                row.getString("phase"),
                row.getString("authority"),
                row.getString("policy_name"),
                Optional.ofNullable(row.getObject("register_opens", LocalTime.class)),
                Optional.ofNullable(row.getObject("register_closes_am", LocalTime.class)),
                Optional.ofNullable(row.getObject("register_closes_pm", LocalTime.class)));
    }

    private record Drawn(long version, Timetable timetable) {}
}
