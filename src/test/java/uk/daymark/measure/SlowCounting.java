package uk.daymark.measure;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import uk.daymark.measure.CountingRules.Anchor;
import uk.daymark.measure.CountingRules.Threshold;

/**
 * The rules of counting once more, slow and plain, straight from their wording: sets and maps of sessions, every window counted
 * anew. Shares nothing with the fast implementation but the value types.
 */
final class SlowCounting {

    private final TreeSet<Session> planned = new TreeSet<>();
    private final TreeMap<Session, AttendanceCode> marks = new TreeMap<>();
    private final TreeSet<LocalDate> schoolWeeks = new TreeSet<>();

    /** Everything a calendar says, one day at a time, for the days of one enrolment. */
    void enrol(SchoolCalendar calendar, LocalDate from, LocalDate to) {
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            for (Half half : Half.values()) {
                if (held(calendar, day, half)) {
                    planned.add(new Session(day, half));
                    schoolWeeks.add(monday(day));
                }
            }
        }
    }

    private static boolean held(SchoolCalendar calendar, LocalDate day, Half half) {
        boolean weekday = day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
        boolean inTerm =
                calendar.terms().stream().anyMatch(term -> !day.isBefore(term.from()) && !day.isAfter(term.to()));
        boolean closed = calendar.closures().stream()
                .anyMatch(closure -> !day.isBefore(closure.days().from())
                        && !day.isAfter(closure.days().to()));
        boolean otherHalfOnly =
                calendar.halfDays().stream().anyMatch(halfDay -> halfDay.date().equals(day) && halfDay.held() != half);
        return weekday && inTerm && !closed && !otherHalfOnly;
    }

    void mark(Session session, AttendanceCode code) {
        if (planned.contains(session)) {
            marks.put(session, code);
        }
    }

    int inClass(StatisticalClass wanted, LocalDate from, LocalDate to) {
        return (int) marks.entrySet().stream()
                .filter(mark -> !mark.getKey().date().isBefore(from)
                        && !mark.getKey().date().isAfter(to))
                .filter(mark -> mark.getValue().statisticalClass() == wanted)
                .count();
    }

    List<LocalDate> windowWeeks(LocalDate day, int howMany) {
        List<LocalDate> weeks = new ArrayList<>(schoolWeeks.headSet(monday(day), true));
        return weeks.subList(Math.max(0, weeks.size() - howMany), weeks.size());
    }

    Optional<LocalDate> windowFrom(LocalDate day, Threshold threshold) {
        List<LocalDate> weeks = windowWeeks(day, threshold.schoolWeeks() + 1);
        if (weeks.isEmpty()) {
            return Optional.empty();
        }
        if (weeks.size() <= threshold.schoolWeeks()) {
            return Optional.of(weeks.get(0));
        }
        if (threshold.anchor() == Anchor.WEEK) {
            return Optional.of(weeks.get(1));
        }
        if (!schoolWeeks.contains(monday(day))) {
            return Optional.of(weeks.get(0).plusDays(7));
        }
        LocalDate sameWeekday = weeks.get(0);
        while (sameWeekday.getDayOfWeek() != day.getDayOfWeek()) {
            sameWeekday = sameWeekday.plusDays(1);
        }
        return Optional.of(sameWeekday.plusDays(1));
    }

    /** Sessions counted in the window of a day, up to and including one session. */
    List<Session> counted(Session upTo, Threshold threshold, DateRange age) {
        LocalDate from = windowFrom(upTo.date(), threshold).orElse(LocalDate.MAX);
        List<Session> sessions = new ArrayList<>();
        for (Map.Entry<Session, AttendanceCode> mark : marks.entrySet()) {
            Session session = mark.getKey();
            if (!session.date().isBefore(from)
                    && session.compareTo(upTo) <= 0
                    && threshold.codes().contains(mark.getValue())
                    && age.contains(session.date())) {
                sessions.add(session);
            }
        }
        return sessions;
    }

    Optional<Session> metAt(Threshold threshold, DateRange age) {
        return planned.stream()
                .filter(session -> counted(session, threshold, age).size() >= threshold.sessions())
                .findFirst();
    }

    Optional<Session> metSince(LocalDate asOf, Threshold threshold, DateRange age) {
        Optional<Session> since = Optional.empty();
        if (counted(new Session(asOf, Half.PM), threshold, age).size() < threshold.sessions()) {
            return since;
        }
        for (Session session : planned.headSet(new Session(asOf, Half.PM), true).descendingSet()) {
            if (counted(session, threshold, age).size() < threshold.sessions()) {
                return since;
            }
            since = Optional.of(session);
        }
        return since;
    }

    int longestRun(CountingRules.Leave leave, DateRange age) {
        int longest = 0;
        int run = 0;
        for (Session session : planned) {
            if (!age.contains(session.date())) {
                continue;
            }
            run = marks.containsKey(session) && leave.codes().contains(marks.get(session)) ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    Optional<LocalDate> addSchoolDays(LocalDate from, int days) {
        return planned.stream()
                .map(Session::date)
                .distinct()
                .filter(day -> day.isAfter(from))
                .skip(days - 1L)
                .findFirst();
    }

    Optional<LocalDate> fallsAwayOn(LocalDate asOf, Threshold threshold, DateRange age) {
        if (schoolWeeks.isEmpty()) {
            return Optional.empty();
        }
        List<Session> now = counted(new Session(asOf, Half.PM), threshold, age);
        LocalDate last = schoolWeeks.last().plusDays(6);
        for (LocalDate day = asOf.plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            LocalDate from = windowFrom(day, threshold).orElse(LocalDate.MIN);
            long left = now.stream()
                    .filter(session -> !session.date().isBefore(from))
                    .count();
            LocalDate looked = day;
            boolean looksThen = threshold.anchor() == Anchor.DAY
                    ? planned.stream().anyMatch(session -> session.date().equals(looked))
                    : schoolWeeks.contains(day);
            if (looksThen && left < threshold.sessions()) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    private static LocalDate monday(LocalDate day) {
        LocalDate monday = day;
        while (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
            monday = monday.minusDays(1);
        }
        return monday;
    }
}
