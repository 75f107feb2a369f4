package uk.daymark.measure;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import uk.daymark.measure.SchoolCalendar.HalfDay;

/**
 * The sessions that are planned, week by week: a school's, or one pupil's over all the schools attended. Ten bits a week, Monday
 * morning lowest. Immutable; one school's timetable is shared by all its pupils.
 */
public final class Timetable {

    static final int SESSIONS_A_WEEK = 10;

    private static final Timetable EMPTY = new Timetable(LocalDate.of(2000, 1, 3), new short[0]);

    private final LocalDate firstMonday;
    private final short[] plannedByWeek;
    /** Positions in plannedByWeek of the weeks that hold a session, ascending. */
    private final int[] schoolWeeks;

    private Timetable(LocalDate firstMonday, short[] plannedByWeek) {
        this.firstMonday = firstMonday;
        this.plannedByWeek = plannedByWeek;
        this.schoolWeeks = weeksWithASession(plannedByWeek);
    }

    /** The sessions a school's calendar plans. */
    public static Timetable of(SchoolCalendar calendar) {
        Optional<LocalDate> first =
                calendar.terms().stream().map(DateRange::from).min(LocalDate::compareTo);
        if (first.isEmpty()) {
            return EMPTY;
        }
        LocalDate last = calendar.terms().stream()
                .map(DateRange::to)
                .max(LocalDate::compareTo)
                .orElseThrow();
        Draft draft = new Draft(first.get(), last);
        calendar.terms().forEach(draft::open);
        calendar.closures().forEach(closure -> draft.close(closure.days()));
        calendar.halfDays().forEach(draft::halve);
        return draft.timetable();
    }

    /**
     * The sessions planned for a pupil who attended several schools, each judged by its own calendar.
     *
     * @param parts each school's timetable with the days on which the pupil was on its roll
     */
    public static Timetable of(Collection<Part> parts) {
        List<Timetable> clipped = parts.stream()
                .map(part -> part.timetable().within(part.days()))
                .filter(timetable -> timetable.plannedByWeek.length > 0)
                .toList();
        if (clipped.isEmpty()) {
            return EMPTY;
        }
        LocalDate first = clipped.stream()
                .map(Timetable::firstMonday)
                .min(LocalDate::compareTo)
                .orElseThrow();
        LocalDate last = clipped.stream()
                .map(Timetable::lastDay)
                .max(LocalDate::compareTo)
                .orElseThrow();
        Draft draft = new Draft(first, last);
        clipped.forEach(draft::add);
        return draft.timetable();
    }

    /**
     * A stretch of a pupil's schooling.
     *
     * @param days first and last day on the school's roll
     * @param timetable the school's timetable
     */
    public record Part(DateRange days, Timetable timetable) {}

    /** The same sessions, save those outside these days. */
    public Timetable within(DateRange days) {
        Draft draft = new Draft(firstMonday, lastDay());
        draft.add(this);
        draft.closeOutside(days);
        return draft.timetable();
    }

    /** The same sessions, save these. Sessions that were not planned anyway are passed over. */
    public Timetable without(Collection<Session> sessions) {
        if (sessions.isEmpty() || plannedByWeek.length == 0) {
            return this;
        }
        Draft draft = new Draft(firstMonday, lastDay());
        draft.add(this);
        sessions.forEach(draft::remove);
        return draft.timetable();
    }

    /** Whether a session is planned then. */
    public boolean plans(Session session) {
        int week = weekOf(session.date());
        int slot = slotOf(session);
        return week >= 0 && week < plannedByWeek.length && slot >= 0 && (plannedByWeek[week] & (1 << slot)) != 0;
    }

    /** Whether at least one session is planned on the day: a school day. */
    public boolean isSchoolDay(LocalDate day) {
        return plans(new Session(day, Half.AM)) || plans(new Session(day, Half.PM));
    }

    /** Whether at least one session is planned in the week of this day: a school week. */
    public boolean isSchoolWeek(LocalDate anyDay) {
        return planned(weekOf(anyDay)) != 0;
    }

    /** Whether nothing is planned at all. */
    public boolean isEmpty() {
        return schoolWeeks.length == 0;
    }

    /** The Monday of the week of a day; weeks run from Monday to Sunday. */
    public static LocalDate mondayOf(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** The first day this timetable speaks of: a Monday. */
    LocalDate firstMonday() {
        return firstMonday;
    }

    /** The last day this timetable speaks of: a Sunday. */
    LocalDate lastDay() {
        return firstMonday.plusWeeks(plannedByWeek.length).minusDays(1);
    }

    int weeks() {
        return plannedByWeek.length;
    }

    /** The week a day lies in, counted from the first Monday; negative or too large outside. */
    int weekOf(LocalDate day) {
        return (int) Math.floorDiv(ChronoUnit.DAYS.between(firstMonday, day), 7L);
    }

    LocalDate mondayOf(int week) {
        return firstMonday.plusWeeks(week);
    }

    /** The ten bits of a week; none outside. */
    int planned(int week) {
        return week >= 0 && week < plannedByWeek.length ? plannedByWeek[week] : 0;
    }

    /** The weeks with at least one session, ascending. The array is this object's own: read only. */
    int[] schoolWeeks() {
        return schoolWeeks;
    }

    /** Zero for Monday morning to nine for Friday afternoon; -1 at a weekend. */
    static int slotOf(Session session) {
        int day = session.date().getDayOfWeek().getValue() - 1;
        return day > 4 ? -1 : 2 * day + session.half().ordinal();
    }

    private static int[] weeksWithASession(short[] plannedByWeek) {
        int count = 0;
        for (short planned : plannedByWeek) {
            count += planned != 0 ? 1 : 0;
        }
        int[] weeks = new int[count];
        int next = 0;
        for (int week = 0; week < plannedByWeek.length; week++) {
            if (plannedByWeek[week] != 0) {
                weeks[next++] = week;
            }
        }
        return weeks;
    }

    /** A timetable being drawn up. */
    private static final class Draft {

        private static final int BOTH_HALVES = 0b11;

        private final LocalDate firstMonday;
        private final short[] planned;

        Draft(LocalDate first, LocalDate last) {
            firstMonday = mondayOf(first);
            planned = new short[(int) (ChronoUnit.DAYS.between(firstMonday, last) / 7) + 1];
        }

        void open(DateRange days) {
            eachWeekday(days, (week, bits) -> planned[week] |= (short) bits);
        }

        void close(DateRange days) {
            eachWeekday(days, (week, bits) -> planned[week] &= (short) ~bits);
        }

        void closeOutside(DateRange days) {
            LocalDate last = firstMonday.plusWeeks(planned.length).minusDays(1);
            if (days.from().isAfter(firstMonday)) {
                close(new DateRange(firstMonday, days.from().minusDays(1)));
            }
            if (days.to().isBefore(last)) {
                LocalDate from = days.to().plusDays(1);
                close(new DateRange(from.isBefore(firstMonday) ? firstMonday : from, last));
            }
        }

        void halve(HalfDay day) {
            remove(new Session(day.date(), day.held() == Half.AM ? Half.PM : Half.AM));
        }

        void remove(Session session) {
            int week = (int) Math.floorDiv(ChronoUnit.DAYS.between(firstMonday, session.date()), 7L);
            int slot = slotOf(session);
            if (week >= 0 && week < planned.length && slot >= 0) {
                planned[week] &= (short) ~(1 << slot);
            }
        }

        void add(Timetable other) {
            int shift = (int) (ChronoUnit.DAYS.between(firstMonday, other.firstMonday) / 7);
            for (int week = 0; week < other.plannedByWeek.length; week++) {
                if (other.plannedByWeek[week] != 0) {
                    planned[week + shift] |= other.plannedByWeek[week];
                }
            }
        }

        Timetable timetable() {
            return new Timetable(firstMonday, planned);
        }

        private void eachWeekday(DateRange days, BitsOfADay bitsOfADay) {
            LocalDate last = firstMonday.plusWeeks(planned.length).minusDays(1);
            LocalDate from = days.from().isBefore(firstMonday) ? firstMonday : days.from();
            LocalDate to = days.to().isAfter(last) ? last : days.to();
            for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
                int weekday = day.getDayOfWeek().getValue() - 1;
                if (weekday < 5) {
                    int week = (int) (ChronoUnit.DAYS.between(firstMonday, day) / 7);
                    bitsOfADay.at(week, BOTH_HALVES << (2 * weekday));
                }
            }
        }

        private interface BitsOfADay {
            void at(int week, int bits);
        }
    }
}
