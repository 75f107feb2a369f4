package uk.daymark.register;

import java.time.LocalDate;
import java.util.Optional;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.Half;
import uk.daymark.measure.Session;

/** School weeks as they are stored: numbered Mondays, ten slots from Monday morning to Friday afternoon, one symbol each. */
final class Weeks {

    static final int SLOTS = 10;

    static final char NOT_TAKEN = '-';

    static final String NOTHING_TAKEN = "-".repeat(SLOTS);

    /** 5 January 1970 was the first Monday of the epoch. */
    private static final int FIRST_MONDAY = 4;

    private static final AttendanceCode[] CODES = AttendanceCode.values();

    private Weeks() {}

    /** The number of the week that the day lies in. */
    static int number(LocalDate day) {
        return (int) Math.floorDiv(day.toEpochDay() - FIRST_MONDAY, 7L);
    }

    static LocalDate monday(int week) {
        return LocalDate.ofEpochDay(week * 7L + FIRST_MONDAY);
    }

    /** The session's place in its week, or -1 at a weekend. */
    static int slot(Session session) {
        int day = session.date().getDayOfWeek().getValue() - 1;
        return day > 4 ? -1 : 2 * day + session.half().ordinal();
    }

    static Session session(int week, int slot) {
        return new Session(monday(week).plusDays(slot / 2), slot % 2 == 0 ? Half.AM : Half.PM);
    }

    /** Zero stands for no mark, so a code is one more than its ordinal. */
    static byte index(AttendanceCode code) {
        return (byte) (code.ordinal() + 1);
    }

    static AttendanceCode code(byte index) {
        return CODES[index - 1];
    }

    /** The code in one slot of a stored week. */
    static Optional<AttendanceCode> codeAt(String symbols, int slot) {
        return AttendanceCode.ofSymbol(symbols.charAt(slot));
    }

    static String with(String symbols, int slot, AttendanceCode code) {
        return symbols.substring(0, slot) + code.symbol() + symbols.substring(slot + 1);
    }
}
