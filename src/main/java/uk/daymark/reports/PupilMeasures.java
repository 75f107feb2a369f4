package uk.daymark.reports;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.RegisterDates;
import uk.daymark.measure.SchoolDays;
import uk.daymark.measure.Timetable;
import uk.daymark.people.School;
import uk.daymark.people.Schools;
import uk.daymark.people.Urn;
import uk.daymark.policy.Policies;
import uk.daymark.policy.Policy;
import uk.daymark.time.Dates;
import uk.daymark.web.Conflict;

/** The pupils whom a report may speak of, measured, and the lines that every report on attendance has. */
@Component
class PupilMeasures {

    private final Standings standings;
    private final Policies policies;
    private final Schools schools;
    private final AsOf asOf;

    PupilMeasures(Standings standings, Policies policies, Schools schools, AsOf asOf) {
        this.standings = standings;
        this.policies = policies;
        this.schools = schools;
        this.asOf = asOf;
    }

    /** Every pupil on roll whom the report may speak of. */
    List<Measured> of(Asked asked) {
        Map<String, Measured.Bands> bands = new HashMap<>();
        return standings.of(asked).stream()
                .map(one -> new Measured(
                        one.who(),
                        one.standing(),
                        bands.computeIfAbsent(one.who().school().policy(), name -> bands(name, asked.asOf()))))
                .toList();
    }

    private Measured.Bands bands(String policyName, LocalDate day) {
        Policy policy = policy(policyName);
        return new Measured.Bands(
                policy.number("tier.persistent", day).orElseThrow(),
                policy.number("tier.severe", day).orElseThrow(),
                policy.number("escalation.least_possible", day).orElseThrow());
    }

    /** The policy of that name. */
    Policy policy(String name) {
        return policies.named(name)
                .orElseThrow(
                        () -> new Conflict(
                                "A school works under the policy " + name
                                        + ", which is not there any more. Ask your administrator to import schools.csv with a policy that is."));
    }

    /** Of when the registers are, and whose pupils are counted. */
    List<String> asOf(Asked asked) {
        return asOf.register(asked);
    }

    /** Says, while the school year is young, that shares of absence mean little; empty later. */
    Optional<String> tooEarly(Asked asked) {
        List<School> all = schools.in(asked.scope());
        Map<Urn, Timetable> timetables =
                schools.timetables(all.stream().map(School::urn).toList());
        return all.stream()
                .map(school -> tooEarly(school, Objects.requireNonNull(timetables.get(school.urn())), asked.asOf()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> tooEarly(School school, Timetable timetable, LocalDate day) {
        int weeks = timetable.isEmpty()
                ? 0
                : new SchoolDays(timetable)
                        .countWeeks(
                                new DateRange(RegisterDates.schoolYearOf(day).from(), day));
        int least = policy(school.policy()).number("report.least_weeks", day).orElseThrow();
        return weeks >= least
                ? Optional.empty()
                : Optional.of("Only " + weeks + (weeks == 1 ? " school week" : " school weeks")
                        + " of this school year " + (weeks == 1 ? "has" : "have") + " begun by "
                        + Dates.inWords(day)
                        + ". One or two days missed are enough to make a pupil persistently absent now, and most who are will not be"
                        + " later. Read these figures with care until " + least + " weeks have begun.");
    }

    /** The columns that tell which pupil a row is about. */
    PupilColumns columns(Asked asked) {
        return new PupilColumns(schools.in(asked.scope()).size() > 1);
    }
}
