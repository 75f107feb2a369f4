package uk.daymark.reports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.Timetable;
import uk.daymark.people.PupilId;
import uk.daymark.people.Urn;
import uk.daymark.reports.FormalSteps.Kind;
import uk.daymark.reports.FormalSteps.Taken;

/**
 * Absence in the school weeks before and after a step, beside that of a pupil of the same school who missed about as much in the same
 * weeks before and to whom the step was not given. Each step of a pupil is compared once, with the pupil whose share before lies nearest;
 * nobody is compared with twice for the same kind of step. The week of the step itself counts neither way.
 *
 * @param weeks how many school weeks before, and how many after
 * @param points by how many percentage points two shares may differ and still be similar
 * @param year the school year: weeks outside are not looked at
 * @param today the last week after has to be over by then
 */
record StepComparison(int weeks, int points, DateRange year, LocalDate today) {

    private static final int PERCENT = 100;

    /**
     * Sessions of some weeks.
     *
     * @param possible how many a pupil could have attended
     * @param absent how many of them were missed
     */
    record Sessions(int possible, int absent) {

        static final Sessions NONE = new Sessions(0, 0);

        Sessions plus(Sessions other) {
            return new Sessions(possible + other.possible, absent + other.absent);
        }
    }

    /** A pupil's sessions from one Monday up to the week before another. */
    interface Weeks {
        Sessions between(LocalDate fromMonday, LocalDate beforeMonday);
    }

    /** A pupil on a school's roll. */
    record Watched(PupilId pupil, Urn school, Weeks weeks) {}

    /**
     * What came of a step.
     *
     * @param other who is compared with; empty where nobody is
     * @param reckoned whether the weeks before and after are complete, and the pupil had sessions in both and in those before no step of
     *     the kind
     */
    record Outcome(
            Kind kind,
            PupilId pupil,
            LocalDate on,
            boolean reckoned,
            Optional<PupilId> other,
            Sessions before,
            Sessions after,
            Sessions otherBefore,
            Sessions otherAfter) {}

    /** Mondays between which sessions are counted. */
    private record Windows(LocalDate from, LocalDate weekOfStep, LocalDate after, LocalDate end) {}

    /**
     * Compares.
     *
     * @param first each pupil's step that is looked at, the earliest first
     * @param all every step of the kind that was given this school year
     * @param watched everybody on roll
     */
    List<Outcome> compare(
            Kind kind, List<Taken> first, List<Taken> all, List<Watched> watched, Function<Urn, Timetable> timetables) {
        Map<PupilId, Watched> byPupil = new HashMap<>();
        watched.forEach(one -> byPupil.put(one.pupil(), one));
        Map<Urn, List<Watched>> bySchool = new HashMap<>();
        watched.forEach(one ->
                bySchool.computeIfAbsent(one.school(), urn -> new ArrayList<>()).add(one));
        Map<PupilId, List<LocalDate>> given = new HashMap<>();
        all.forEach(step ->
                given.computeIfAbsent(step.pupil(), pupil -> new ArrayList<>()).add(step.on()));
        Set<PupilId> used = new HashSet<>();
        List<Outcome> outcomes = new ArrayList<>();
        for (Taken step : first) {
            Optional<Watched> pupil = Optional.ofNullable(byPupil.get(step.pupil()));
            Optional<Windows> windows = pupil.flatMap(one -> windows(step.on(), timetables.apply(one.school())));
            outcomes.add(
                    pupil.isEmpty() || windows.isEmpty()
                            ? notReckoned(kind, step)
                            : outcome(
                                    kind,
                                    step,
                                    pupil.get(),
                                    windows.get(),
                                    bySchool.getOrDefault(pupil.get().school(), List.of()),
                                    given,
                                    used));
        }
        return outcomes;
    }

    private static Outcome notReckoned(Kind kind, Taken step) {
        return new Outcome(
                kind,
                step.pupil(),
                step.on(),
                false,
                Optional.empty(),
                Sessions.NONE,
                Sessions.NONE,
                Sessions.NONE,
                Sessions.NONE);
    }

    private Outcome outcome(
            Kind kind,
            Taken step,
            Watched pupil,
            Windows windows,
            List<Watched> school,
            Map<PupilId, List<LocalDate>> given,
            Set<PupilId> used) {
        Sessions before = before(pupil, windows);
        Sessions after = after(pupil, windows);
        boolean again = given.getOrDefault(pupil.pupil(), List.of()).stream()
                .anyMatch(day -> !day.isBefore(windows.from()) && day.isBefore(step.on()));
        if (before.possible() == 0 || after.possible() == 0 || again) {
            return notReckoned(kind, step);
        }
        Optional<Watched> other = school.stream()
                .filter(one -> !one.pupil().equals(pupil.pupil()) && !used.contains(one.pupil()))
                .filter(one -> given.getOrDefault(one.pupil(), List.of()).stream()
                        .noneMatch(day -> !day.isBefore(windows.from()) && day.isBefore(windows.end())))
                .filter(one -> similar(before, before(one, windows))
                        && after(one, windows).possible() > 0)
                .min(Comparator.comparingDouble((Watched one) -> apart(before, before(one, windows)))
                        .thenComparing(one -> one.pupil().number()));
        other.ifPresent(one -> used.add(one.pupil()));
        return new Outcome(
                kind,
                step.pupil(),
                step.on(),
                true,
                other.map(Watched::pupil),
                before,
                after,
                other.map(one -> before(one, windows)).orElse(Sessions.NONE),
                other.map(one -> after(one, windows)).orElse(Sessions.NONE));
    }

    private static Sessions before(Watched one, Windows windows) {
        return one.weeks().between(windows.from(), windows.weekOfStep());
    }

    private static Sessions after(Watched one, Windows windows) {
        return one.weeks().between(windows.after(), windows.end());
    }

    /** By whole numbers: the shares differ by no more than so many hundredths. */
    private boolean similar(Sessions one, Sessions other) {
        long apart = Math.abs((long) one.absent() * other.possible() - (long) other.absent() * one.possible());
        return other.possible() > 0 && PERCENT * apart <= (long) points * one.possible() * other.possible();
    }

    private static double apart(Sessions one, Sessions other) {
        return Math.abs((double) one.absent() / one.possible() - (double) other.absent() / other.possible());
    }

    /** The weeks around a day; empty where some of them lie outside the school year or are not over. */
    private Optional<Windows> windows(LocalDate on, Timetable timetable) {
        LocalDate weekOfStep = Timetable.mondayOf(on);
        LocalDate after = weekOfStep.plusWeeks(1);
        LocalDate from = weekOfStep;
        for (int found = 0; found < weeks; ) {
            from = from.minusWeeks(1);
            if (from.isBefore(Timetable.mondayOf(year.from()))) {
                return Optional.empty();
            }
            found += timetable.isSchoolWeek(from) ? 1 : 0;
        }
        LocalDate end = after;
        for (int found = 0; found < weeks; end = end.plusWeeks(1)) {
            if (end.plusWeeks(1).isAfter(Timetable.mondayOf(today))) {
                return Optional.empty();
            }
            found += timetable.isSchoolWeek(end) ? 1 : 0;
        }
        return Optional.of(new Windows(from, weekOfStep, after, end));
    }
}
