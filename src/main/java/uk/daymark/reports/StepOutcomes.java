package uk.daymark.reports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.RegisterDates;
import uk.daymark.measure.Timetable;
import uk.daymark.people.PupilId;
import uk.daymark.people.Schools;
import uk.daymark.people.Urn;
import uk.daymark.reports.FormalSteps.Kind;
import uk.daymark.reports.FormalSteps.Taken;
import uk.daymark.reports.StepComparison.Outcome;
import uk.daymark.reports.StepComparison.Sessions;
import uk.daymark.reports.StepComparison.Watched;

/** What came of steps, reckoned from the standings of all pupils on roll whom the person may know. */
@Component
class StepOutcomes {

    private final FormalSteps steps;
    private final Standings standings;
    private final Schools schools;
    private final ReportPolicy policy;

    StepOutcomes(FormalSteps steps, Standings standings, Schools schools, ReportPolicy policy) {
        this.steps = steps;
        this.standings = standings;
        this.schools = schools;
        this.policy = policy;
    }

    /** What came of each pupil's first step of each kind in the days asked for. */
    List<Outcome> of(Asked asked) {
        DateRange year = RegisterDates.schoolYearOf(asked.asOf());
        List<Taken> all = steps.taken(asked, new DateRange(earlier(year.from(), asked), asked.asOf()));
        List<Watched> watched = standings.of(asked).stream()
                .map(one -> new Watched(
                        one.who().pupil().id(),
                        one.who().here().school(),
                        (from, before) -> sessions(one, from, before)))
                .toList();
        StepComparison comparison = new StepComparison(weeks(asked), points(asked), year, asked.asOf());
        Map<Urn, Timetable> timetables = new HashMap<>();
        List<Outcome> outcomes = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            List<Taken> ofKind =
                    all.stream().filter(step -> step.kind() == kind).toList();
            outcomes.addAll(comparison.compare(
                    kind,
                    firsts(ofKind, asked),
                    ofKind,
                    watched,
                    urn -> timetables.computeIfAbsent(urn, schools::timetable)));
        }
        return outcomes;
    }

    private static LocalDate earlier(LocalDate day, Asked asked) {
        return asked.period().from().isBefore(day) ? asked.period().from() : day;
    }

    private static Sessions sessions(Standings.OnRoll one, LocalDate from, LocalDate before) {
        Standing.Counts until = one.standing().beforeWeekOf(before);
        Standing.Counts already = one.standing().beforeWeekOf(from);
        return new Sessions(until.possible() - already.possible(), until.absent() - already.absent());
    }

    /** Of each pupil the first step in the days asked for. */
    private static List<Taken> firsts(List<Taken> ofKind, Asked asked) {
        Set<PupilId> seen = new HashSet<>();
        return ofKind.stream()
                .filter(step -> asked.period().days().contains(step.on()) && seen.add(step.pupil()))
                .toList();
    }

    /** How many school weeks before and after. */
    int weeks(Asked asked) {
        return policy.number("report.compared_weeks", asked);
    }

    /** How many percentage points apart is similar. */
    int points(Asked asked) {
        return policy.number("report.similar_points", asked);
    }
}
