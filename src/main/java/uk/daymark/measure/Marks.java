package uk.daymark.measure;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;

/**
 * One pupil's marks, one byte a session, ten a week from Monday morning to Friday afternoon. A session that has not been taken has
 * no mark. Immutable.
 */
public final class Marks {

    /** Stands for "not taken yet" where a week is written in ten characters. */
    public static final char NOT_TAKEN = '-';

    private static final AttendanceCode[] CODES = AttendanceCode.values();

    private final LocalDate firstMonday;
    /** Zero where there is no mark, else one more than the code's ordinal. */
    private final byte[] codes;

    Marks(LocalDate firstMonday, byte[] codes) {
        this.firstMonday = firstMonday;
        this.codes = codes;
    }

    /** No marks at all. */
    public static Marks none() {
        return new Marks(LocalDate.of(2000, 1, 3), new byte[0]);
    }

    /** The mark of a session; empty where it has not been taken. */
    public Optional<AttendanceCode> at(Session session) {
        int slot = Timetable.slotOf(session);
        long week = Math.floorDiv(ChronoUnit.DAYS.between(firstMonday, session.date()), 7L);
        if (slot < 0 || week < 0 || week >= weeks()) {
            return Optional.empty();
        }
        return code(codes[(int) week * Timetable.SESSIONS_A_WEEK + slot]);
    }

    /** The same marks, save those after a day. */
    public Marks upTo(LocalDate lastDay) {
        byte[] kept = codes.clone();
        for (int position = 0; position < kept.length; position++) {
            LocalDate day = firstMonday.plusDays(
                    7L * (position / Timetable.SESSIONS_A_WEEK) + position % Timetable.SESSIONS_A_WEEK / 2);
            if (day.isAfter(lastDay)) {
                kept[position] = 0;
            }
        }
        return new Marks(firstMonday, kept);
    }

    /** The same marks with those of another register in their place where it has any. */
    public Marks overlaidWith(Marks others) {
        Builder both = new Builder();
        both.firstMonday = firstMonday;
        both.codes = codes.clone();
        for (int position = 0; position < others.codes.length; position++) {
            if (others.codes[position] != 0) {
                int start = both.roomFor(others.firstMonday.plusWeeks(position / Timetable.SESSIONS_A_WEEK));
                both.codes[start + position % Timetable.SESSIONS_A_WEEK] = others.codes[position];
            }
        }
        return both.build();
    }

    LocalDate firstMonday() {
        return firstMonday;
    }

    int weeks() {
        return codes.length / Timetable.SESSIONS_A_WEEK;
    }

    /** This object's own bytes: read only. */
    byte[] codes() {
        return codes;
    }

    /** The code a byte stands for; empty for zero, "not taken". */
    static Optional<AttendanceCode> code(byte index) {
        return index == 0 ? Optional.empty() : Optional.of(CODES[index - 1]);
    }

    /** The byte that stands for a code. */
    static byte index(AttendanceCode code) {
        return (byte) (code.ordinal() + 1);
    }

    /** Marks being gathered; later marks of a session replace earlier ones. */
    public static final class Builder {

        private LocalDate firstMonday = LocalDate.EPOCH;
        private byte[] codes = new byte[0];

        /**
         * Puts down one mark.
         *
         * @throws IllegalArgumentException at a weekend, where no session is held
         */
        public Builder put(Session session, AttendanceCode code) {
            int slot = Timetable.slotOf(session);
            if (slot < 0) {
                throw new IllegalArgumentException("No session is held at a weekend: " + session);
            }
            int start = roomFor(Timetable.mondayOf(session.date()));
            codes[start + slot] = index(code);
            return this;
        }

        /**
         * Puts down a week as it is stored: ten symbols, {@link #NOT_TAKEN} where there is none. What was there and is not named
         * here stays.
         *
         * @throws IllegalArgumentException where the week does not begin on a Monday, has not ten characters or has an unknown one
         */
        public Builder putWeek(LocalDate monday, CharSequence symbols) {
            if (!monday.equals(Timetable.mondayOf(monday)) || symbols.length() != Timetable.SESSIONS_A_WEEK) {
                throw new IllegalArgumentException("Not a week of marks: " + monday + " " + symbols);
            }
            int start = roomFor(monday);
            for (int slot = 0; slot < Timetable.SESSIONS_A_WEEK; slot++) {
                char symbol = symbols.charAt(slot);
                if (symbol != NOT_TAKEN) {
                    codes[start + slot] = index(AttendanceCode.ofSymbol(symbol)
                            .orElseThrow(() -> new IllegalArgumentException("No code has the symbol " + symbol)));
                }
            }
            return this;
        }

        public Marks build() {
            return new Marks(firstMonday, codes.clone());
        }

        private int roomFor(LocalDate monday) {
            if (codes.length == 0) {
                firstMonday = monday;
            }
            int week = (int) (ChronoUnit.DAYS.between(firstMonday, monday) / 7);
            if (week < 0) {
                byte[] longer = new byte[codes.length - week * Timetable.SESSIONS_A_WEEK];
                System.arraycopy(codes, 0, longer, -week * Timetable.SESSIONS_A_WEEK, codes.length);
                codes = longer;
                firstMonday = monday;
                week = 0;
            } else if ((week + 1) * Timetable.SESSIONS_A_WEEK > codes.length) {
                codes = Arrays.copyOf(codes, (week + 1) * Timetable.SESSIONS_A_WEEK);
            }
            return week * Timetable.SESSIONS_A_WEEK;
        }
    }
}
