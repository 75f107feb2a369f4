package uk.daymark.measure;

import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;
import java.util.Set;

/** Runs of whole days of absence, and days touched by illness, up to a day. */
final class AbsenceRuns {

    private final AlignedRegister register;
    private final int end;

    AbsenceRuns(AlignedRegister register, int end) {
        this.register = register;
        this.end = end;
    }

    /**
     * The longest run of school days all of whose planned sessions carry one of the codes; the later one where two are as long, so
     * that a run still going on is the one that is told.
     */
    Optional<AbsenceRun> longest(Set<AttendanceCode> codes, int reported) {
        Optional<AbsenceRun> longest = Optional.empty();
        Optional<AbsenceRun> current = Optional.empty();
        for (int position = 0; position < end; position += 2) {
            if (!register.planned(position) && !register.planned(position + 1)) {
                continue;
            }
            if (!absent(position, codes) || !absent(position + 1, codes)) {
                current = Optional.empty();
                continue;
            }
            current = Optional.of(longer(current, register.session(position).date(), reported));
            if (longest.isEmpty() || longest.get().schoolDays() <= current.get().schoolDays()) {
                longest = current;
            }
        }
        return longest;
    }

    private static AbsenceRun longer(Optional<AbsenceRun> run, LocalDate day, int reported) {
        int days = run.map(AbsenceRun::schoolDays).orElse(0) + 1;
        Optional<LocalDate> reached = run.flatMap(AbsenceRun::reachedOn);
        return new AbsenceRun(
                run.map(AbsenceRun::from).orElse(day),
                day,
                days,
                reached.isEmpty() && days == reported ? Optional.of(day) : reached);
    }

    private boolean absent(int position, Set<AttendanceCode> codes) {
        return !register.planned(position)
                || register.code(position).filter(codes::contains).isPresent();
    }

    /** Days that hold the code for illness from 1 September before the day, the start of its school year. */
    Sickness sickness(int reported, LocalDate asOf) {
        int days = 0;
        Optional<LocalDate> reached = Optional.empty();
        for (int position = register.firstPositionOn(schoolYearOf(asOf).from()); position < end; position += 2) {
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
