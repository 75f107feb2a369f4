package uk.daymark.measure;

import java.time.LocalDate;

/** The days on which a register can lie. Further away lie only slips of the keyboard, which could ask for a million weeks. */
public final class RegisterDates {

    public static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    public static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    private static final DateRange ALL = new DateRange(EARLIEST, LATEST);

    private RegisterDates() {}

    /** Whether a register can lie on that day. */
    public static boolean plausible(LocalDate day) {
        return ALL.contains(day);
    }

    /** The school year that a day lies in: from 1 September to 31 August. */
    public static DateRange schoolYearOf(LocalDate day) {
        return AbsenceRuns.schoolYearOf(day);
    }
}
