package uk.daymark.measure;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import uk.daymark.measure.CountingRules.PatternRules;

/**
 * Looks for patterns in the absences of the last school weeks: the same weekday again and again, every other week, next to closures.
 * No national definition exists; the numbers are the policy's. A prompt for a conversation only.
 */
final class Patterns {

    private final AlignedRegister register;
    private final PatternRules rules;
    private final int from;
    private final int end;
    private final List<MarkedSession> absences;

    private Patterns(AlignedRegister register, int end, LocalDate asOf, PatternRules rules) {
        this.register = register;
        this.rules = rules;
        this.end = end;
        int current = WindowBounds.schoolWeekOn(asOf, register.timetable());
        int first = Math.max(0, current - rules.schoolWeeks() + 1);
        this.from = current < 0 ? end : register.timetable().schoolWeeks()[first] * Timetable.SESSIONS_A_WEEK;
        this.absences = absences();
    }

    static List<Pattern> in(AlignedRegister register, int end, LocalDate asOf, PatternRules rules) {
        return new Patterns(register, end, asOf, rules).all();
    }

    private List<Pattern> all() {
        List<Pattern> found = new ArrayList<>();
        for (DayOfWeek weekday : List.of(
                DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY)) {
            addWeekday(weekday, found);
        }
        addEveryOtherWeek(found);
        addEdges(found);
        return List.copyOf(found);
    }

    private List<MarkedSession> absences() {
        List<MarkedSession> sessions = new ArrayList<>();
        for (int position = from; position < end; position++) {
            if (absent(position)) {
                sessions.add(new MarkedSession(
                        register.session(position), register.code(position).orElseThrow()));
            }
        }
        return sessions;
    }

    private boolean absent(int position) {
        return register.code(position)
                .filter(code -> code.statisticalClass().absent())
                .isPresent();
    }

    /** Among the last occurrences of a weekday on which a register was taken, enough with an absence. */
    private void addWeekday(DayOfWeek weekday, List<Pattern> found) {
        int occurrences = 0;
        int withAbsence = 0;
        LocalDate earliest = LocalDate.MAX;
        int lastWeek = (end - 1) / Timetable.SESSIONS_A_WEEK;
        for (int week = lastWeek; week * Timetable.SESSIONS_A_WEEK >= from && occurrences < rules.weekdayOf(); week--) {
            int morning = week * Timetable.SESSIONS_A_WEEK + 2 * (weekday.getValue() - 1);
            if (morning + 1 >= end || (!register.taken(morning) && !register.taken(morning + 1))) {
                continue;
            }
            occurrences++;
            withAbsence += absent(morning) || absent(morning + 1) ? 1 : 0;
            earliest = register.session(morning).date();
        }
        LocalDate since = earliest;
        if (occurrences > 0 && withAbsence >= rules.weekdayTimes()) {
            add(
                    Pattern.Kind.values()[weekday.ordinal()],
                    absence -> absence.session().date().getDayOfWeek() == weekday
                            && !absence.session().date().isBefore(since),
                    found);
        }
    }

    /** Odd or even school weeks, by their order in the timetable, with the greater part of the absences. */
    private void addEveryOtherWeek(List<Pattern> found) {
        for (int parity = 0; parity < 2; parity++) {
            int which = parity;
            Predicate<MarkedSession> inTheseWeeks =
                    absence -> WindowBounds.schoolWeekOn(absence.session().date(), register.timetable()) % 2 == which;
            long weeks = absences.stream()
                    .filter(inTheseWeeks)
                    .map(absence -> Timetable.mondayOf(absence.session().date()))
                    .distinct()
                    .count();
            if (weeks >= rules.fortnightWeeks()
                    && carries(inTheseWeeks, rules.fortnightPercent(), rules.fortnightSessions())) {
                add(Pattern.Kind.EVERY_OTHER_WEEK, inTheseWeeks, found);
            }
        }
    }

    /** School days whose weekday before or after is not a school day. */
    private void addEdges(List<Pattern> found) {
        Predicate<MarkedSession> atAnEdge =
                absence -> atAnEdge(absence.session().date());
        if (carries(atAnEdge, rules.edgePercent(), rules.edgeSessions())) {
            add(Pattern.Kind.EDGE_OF_CLOSURE, atAnEdge, found);
        }
    }

    private boolean atAnEdge(LocalDate day) {
        LocalDate before = day.minusDays(day.getDayOfWeek() == DayOfWeek.MONDAY ? 3 : 1);
        LocalDate after = day.plusDays(day.getDayOfWeek() == DayOfWeek.FRIDAY ? 3 : 1);
        return !register.timetable().isSchoolDay(before)
                || !register.timetable().isSchoolDay(after);
    }

    private boolean carries(Predicate<MarkedSession> those, int percent, int atLeast) {
        long carried = absences.stream().filter(those).count();
        return carried >= atLeast && 100 * carried >= (long) percent * absences.size();
    }

    private void add(Pattern.Kind kind, Predicate<MarkedSession> those, List<Pattern> found) {
        found.add(new Pattern(kind, absences.stream().filter(those).toList(), absences.size()));
    }
}
