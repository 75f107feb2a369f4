package uk.daymark.measure;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Marks laid over a timetable: ten bytes for each of its weeks, zero where no session is planned or no mark was taken. A session is
 * a position: ten times its week, plus its place in the week.
 */
final class AlignedRegister {

    private final Timetable timetable;
    private final byte[] codes;

    private AlignedRegister(Timetable timetable, byte[] codes) {
        this.timetable = timetable;
        this.codes = codes;
    }

    /** Lays the marks over the timetable; marks on sessions that are not planned fall away. */
    static AlignedRegister of(Timetable timetable, Marks marks) {
        byte[] aligned = new byte[timetable.weeks() * Timetable.SESSIONS_A_WEEK];
        int shift = timetable.weekOf(marks.firstMonday());
        byte[] given = marks.codes();
        for (int week = Math.max(0, -shift); week < marks.weeks() && week + shift < timetable.weeks(); week++) {
            int planned = timetable.planned(week + shift);
            for (int slot = 0; slot < Timetable.SESSIONS_A_WEEK; slot++) {
                if ((planned & (1 << slot)) != 0) {
                    aligned[(week + shift) * Timetable.SESSIONS_A_WEEK + slot] =
                            given[week * Timetable.SESSIONS_A_WEEK + slot];
                }
            }
        }
        return new AlignedRegister(timetable, aligned);
    }

    Timetable timetable() {
        return timetable;
    }

    /** This object's own bytes: read only. */
    byte[] codes() {
        return codes;
    }

    int end() {
        return codes.length;
    }

    /** The position of the first session on or after the day, kept inside the register. */
    int firstPositionOn(LocalDate day) {
        int week = timetable.weekOf(day);
        if (week < 0) {
            return 0;
        }
        int weekday = Math.min(day.getDayOfWeek().getValue() - 1, 5);
        return (int) Math.min((long) week * Timetable.SESSIONS_A_WEEK + 2L * weekday, codes.length);
    }

    /** The position just after the last session on or before the day, kept inside the register. */
    int endPositionOn(LocalDate day) {
        return firstPositionOn(day.plusDays(1));
    }

    boolean planned(int position) {
        return (timetable.planned(position / Timetable.SESSIONS_A_WEEK) & (1 << (position % Timetable.SESSIONS_A_WEEK)))
                != 0;
    }

    boolean taken(int position) {
        return codes[position] != 0;
    }

    Optional<AttendanceCode> code(int position) {
        return Marks.code(codes[position]);
    }

    Session session(int position) {
        int slot = position % Timetable.SESSIONS_A_WEEK;
        LocalDate date =
                timetable.mondayOf(position / Timetable.SESSIONS_A_WEEK).plusDays(slot / 2);
        return new Session(date, slot % 2 == 0 ? Half.AM : Half.PM);
    }

    /** The first session with a mark, or empty where nothing was taken. */
    Optional<Session> firstTaken() {
        for (int position = 0; position < codes.length; position++) {
            if (taken(position)) {
                return Optional.of(session(position));
            }
        }
        return Optional.empty();
    }
}
