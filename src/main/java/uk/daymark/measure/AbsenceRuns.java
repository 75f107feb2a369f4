package uk.daymark.measure;

import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;
import java.util.Set;

/** Runs of whole days of absence, and days touched by illness, up to a day. */
final class AbsenceRuns {

    private final AlignedRegister register;
    private final int from;
    private final int end;

    /**
     * @param from the first position to look at: the first session of a day
     * @param end just after the last: the end of a day
     */
    AbsenceRuns(AlignedRegister register, int from, int end) {
        this.register = register;
        this.from = from;
        this.end = end;
    }

    /**
     * The run of school days all of whose planned sessions carry one of the codes that is to be told: the latest that reached the
     * number reported, since each has a return of its own; where none did, the longest, and of equals the latest.
     */
    Optional<AbsenceRun> telling(Set<AttendanceCode> codes, int reported) {
        Optional<AbsenceRun> telling = Optional.empty();
        Optional<AbsenceRun> current = Optional.empty();
        for (int position = from; position < end; position += 2) {
            if (!register.planned(position) && !register.planned(position + 1)) {
                continue;
            }
            if (!absent(position, codes) || !absent(position + 1, codes)) {
                telling = telling.map(AbsenceRun::ended);
                current = Optional.empty();
                continue;
            }
            current = Optional.of(longer(current, register.session(position).date(), reported));
            if (telling.isEmpty() || tellsMore(current.get(), telling.get())) {
                telling = current;
            }
        }
        return telling;
    }

    private static boolean tellsMore(AbsenceRun later, AbsenceRun earlier) {
        return later.reachedOn().isPresent()
                || earlier.reachedOn().isEmpty() && later.schoolDays() >= earlier.schoolDays();
    }

    private static AbsenceRun longer(Optional<AbsenceRun> run, LocalDate day, int reported) {
        int days = run.map(AbsenceRun::schoolDays).orElse(0) + 1;
        Optional<LocalDate> reached = run.flatMap(AbsenceRun::reachedOn);
        return new AbsenceRun(
                run.map(AbsenceRun::from).orElse(day),
                day,
                days,
                reached.isEmpty() && days == reported ? Optional.of(day) : reached,
                true);
    }

    private boolean absent(int position, Set<AttendanceCode> codes) {
        return !register.planned(position)
                || register.code(position).filter(codes::contains).isPresent();
    }

    /** Days that hold the code for illness from 1 September before the day, the start of its school year. */
    Sickness sickness(int reported, LocalDate asOf) {
        int days = 0;
        Optional<LocalDate> reached = Optional.empty();
        int first = Math.max(from, register.firstPositionOn(schoolYearOf(asOf).from()));
        for (int position = first; position < end; position += 2) {
            if (ill(position) || ill(position + 1)) {
                days++;
                if (days == reported) {
                    reached = Optional.of(register.session(position).date());
                }
            }
        }
        return new Sickness(days, reached);
    }

    private boolean ill(int position) {
        return register.code(position).equals(Optional.of(AttendanceCode.I));
    }

    /** From 1 September to 31 August. */
    static DateRange schoolYearOf(LocalDate day) {
        LocalDate september = LocalDate.of(day.getYear(), Month.SEPTEMBER, 1);
        LocalDate from = day.isBefore(september) ? september.minusYears(1) : september;
        return new DateRange(from, from.plusYears(1).minusDays(1));
    }
}
