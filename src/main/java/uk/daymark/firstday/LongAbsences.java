package uk.daymark.firstday;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.CompulsorySchoolAge;
import uk.daymark.measure.Half;
import uk.daymark.measure.Session;
import uk.daymark.people.EnrolmentId;

/** Continuous absence without leave of which the authority has to be told, and the list of the returns that say so. */
@Component
class LongAbsences {

    private static final String TEN_DAYS = "TEN_DAYS";

    private final JdbcTemplate jdbc;
    private final Attempts attempts;
    private final Absentees absentees;
    private final Clock clock;

    LongAbsences(JdbcTemplate jdbc, Attempts attempts, Absentees absentees, Clock clock) {
        this.jdbc = jdbc;
        this.attempts = attempts;
        this.absentees = absentees;
        this.clock = clock;
    }

    /** School days of absence in a row, the last of them the pupil's last marked one. */
    record Run(LocalDate from, LocalDate to, int days) {}

    /**
     * An entry for the attendance return.
     *
     * @param absentFrom the first day of the absence
     * @param reachedOn the day that made it long enough
     */
    record Return(long id, EnrolmentId enrolment, LocalDate absentFrom, LocalDate reachedOn, LocalDate dueOn) {}

    /** The absence that lasts now; empty where the last marked day was not one of it. */
    Optional<Run> lasting(Timings timings, NavigableMap<Session, AttendanceCode> standing) {
        Set<AttendanceCode> codes = timings.policy()
                .codes("return.10day.codes", LocalDate.now(clock))
                .orElseThrow();
        Optional<Run> run = Optional.empty();
        if (standing.isEmpty()) {
            return run;
        }
        for (LocalDate day = standing.lastKey().date();
                !day.isBefore(standing.firstKey().date());
                day = day.minusDays(1)) {
            if (timings.timetable().isSchoolDay(day)) {
                if (!absentAllOf(day, timings, standing, codes)) {
                    return run;
                }
                LocalDate first = day;
                run = Optional.of(run.map(known -> new Run(first, known.to(), known.days() + 1))
                        .orElse(new Run(first, first, 1)));
            }
        }
        return run;
    }

    private static boolean absentAllOf(
            LocalDate day, Timings timings, NavigableMap<Session, AttendanceCode> standing, Set<AttendanceCode> codes) {
        boolean marked = false;
        for (Half half : Half.values()) {
            Session session = new Session(day, half);
            AttendanceCode code = standing.get(session);
            if (timings.timetable().plans(session) && code != null) {
                marked = true;
                if (!codes.contains(code)) {
                    return false;
                }
            }
        }
        return marked;
    }

    /** The end of the first day on which one of these pupils may have been absent so long. */
    Instant nextLook(
            Timings timings, Missing missing, Map<EnrolmentId, NavigableMap<Session, AttendanceCode>> standing) {
        LocalDate today = LocalDate.now(clock);
        int needed = timings.policy().number("return.10day.days", today).orElseThrow();
        Instant now = clock.instant();
        return missing.pupils().stream()
                .flatMap(pupil -> lasting(timings, standing.getOrDefault(pupil, new TreeMap<>())).stream()
                        .map(run ->
                                timings.endOfOrLater(timings.after(run.to(), Math.max(1, needed - run.days())), now)))
                .filter(moment -> moment.isAfter(now))
                .min(Instant::compareTo)
                .orElse(timings.endOfOrLater(timings.after(today, needed), now));
    }

    /** Puts those on the list who have been absent so long, with nobody reached meanwhile, and are not on it for this absence. */
    List<Return> enter(
            Round round,
            Timings timings,
            Missing missing,
            Map<EnrolmentId, NavigableMap<Session, AttendanceCode>> standing) {
        LocalDate today = LocalDate.now(clock);
        int needed = timings.policy().number("return.10day.days", today).orElseThrow();
        for (EnrolmentId pupil : missing.pupils()) {
            lasting(timings, standing.getOrDefault(pupil, new TreeMap<>()))
                    .filter(run -> run.days() >= needed)
                    .filter(run -> ofCompulsorySchoolAge(pupil, run.to()))
                    .filter(run -> attempts.lastReached(pupil)
                            .filter(day -> !day.isBefore(run.from()))
                            .isEmpty())
                    .filter(run -> !known(pupil, run.from()))
                    .ifPresent(run -> jdbc.update(
                            "insert into attendance_return (school_urn, enrolment_id, round_ref, what, absent_from, reached_on,"
                                    + " due_on, note) values (?, ?, ?, ?, ?, ?, ?, '')",
                            round.school().value(),
                            pupil.number(),
                            round.ref(),
                            TEN_DAYS,
                            run.from(),
                            timings.after(run.from().minusDays(1), needed).orElse(run.to()),
                            timings.nextSchoolDay(today)));
        }
        return open(round.ref());
    }

    /**
     * The return names pupils of compulsory school age only. One whose date of birth is not known is named. Source: School Attendance
     * (Pupil Registration) (England) Regulations 2024, regulation 13.
     */
    private boolean ofCompulsorySchoolAge(EnrolmentId pupil, LocalDate day) {
        return absentees
                .absentee(pupil)
                .pupil()
                .details()
                .dateOfBirth()
                .map(born -> CompulsorySchoolAge.of(born).contains(day))
                .orElse(true);
    }

    private boolean known(EnrolmentId pupil, LocalDate from) {
        Integer rows = jdbc.queryForObject(
                "select count(*) from attendance_return where enrolment_id = ? and what = ? and absent_from = ?",
                Integer.class,
                pupil.number(),
                TEN_DAYS,
                from);
        return rows != null && rows > 0;
    }

    /** What a round has still to tell the authority. */
    List<Return> open(String round) {
        return new ArrayList<>(jdbc.query(
                "select id, enrolment_id, absent_from, reached_on, due_on from attendance_return"
                        + " where round_ref = ? and done_at is null order by id",
                (row, number) -> new Return(
                        row.getLong("id"),
                        new EnrolmentId(row.getLong("enrolment_id")),
                        row.getObject("absent_from", LocalDate.class),
                        row.getObject("reached_on", LocalDate.class),
                        row.getObject("due_on", LocalDate.class)),
                round));
    }

    /** The authority has been told. */
    void done(Return told, String by, String note) {
        jdbc.update(
                "update attendance_return set done_at = ?, done_by = ?, note = ? where id = ?",
                clock.instant().atOffset(ZoneOffset.UTC),
                by,
                note,
                told.id());
    }
}
