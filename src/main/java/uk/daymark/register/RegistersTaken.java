package uk.daymark.register;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.Session;
import uk.daymark.people.Urn;
import uk.daymark.register.reading.FileKind;

/** Which registers of a session have arrived here, and when the last ones did. */
@Component
public class RegistersTaken {

    /** Codes that are entered when the register is taken, never before. */
    private static final String TAKEN_ONLY = Stream.of(
                    AttendanceCode.PRESENT_AM,
                    AttendanceCode.PRESENT_PM,
                    AttendanceCode.L,
                    AttendanceCode.N,
                    AttendanceCode.O,
                    AttendanceCode.U)
            .map(code -> "'" + code.symbol() + "'")
            .collect(Collectors.joining(", "));

    private final JdbcTemplate jdbc;

    RegistersTaken(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The year groups of a session.
     *
     * @param there those of which at least one pupil has a mark that only a register gives which was taken: an appointment or leave may
     *     have been entered days before
     * @param missing those of which none has, and that have a pupil on roll that day
     */
    public record YearGroups(List<String> there, List<String> missing) {

        public YearGroups {
            there = List.copyOf(there);
            missing = List.copyOf(missing);
        }
    }

    /** Which year groups' registers of that session are there. At a weekend there is none to wait for. */
    public YearGroups of(Urn school, Session session) {
        int slot = Weeks.slot(session);
        if (slot < 0) {
            return new YearGroups(List.of(), List.of());
        }
        record Year(String name, boolean there) {}
        List<Year> years = jdbc.query(
                "select e.year_group, max(case when substring(w.codes, ?, 1) in (" + TAKEN_ONLY
                        + ") then 1 else 0 end) as there"
                        + " from enrolment e left join register_week w on w.enrolment_id = e.id and w.week_beginning = ?"
                        + " where e.school_urn = ? and (e.on_roll_from is null or e.on_roll_from <= ?)"
                        + " and (e.leaving_date is null or e.leaving_date >= ?) group by e.year_group order by 1",
                (row, number) -> new Year(row.getString(1), row.getInt(2) == 1),
                slot + 1,
                Weeks.monday(Weeks.number(session.date())),
                school.value(),
                session.date(),
                session.date());
        return new YearGroups(
                years.stream().filter(Year::there).map(Year::name).toList(),
                years.stream().filter(year -> !year.there()).map(Year::name).toList());
    }

    /** When marks of the school were last imported; empty where they never were. */
    public Optional<Instant> lastImport(Urn school) {
        return jdbc
                .query(
                        "select max(coalesce(i.settled_at, i.sent_at)) as last_at from import_run i"
                                + " join import_school s on s.import_id = i.id where s.school_urn = ?"
                                + " and i.kind in (?, ?) and i.state in ('APPLIED', 'RELEASED')",
                        (row, number) -> Optional.ofNullable(row.getObject("last_at", OffsetDateTime.class)),
                        school.value(),
                        FileKind.MARKS.path(),
                        FileKind.MARKS_WEEK.path())
                .stream()
                .flatMap(Optional::stream)
                .findFirst()
                .map(OffsetDateTime::toInstant);
    }
}
