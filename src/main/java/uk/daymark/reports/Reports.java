package uk.daymark.reports;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.access.Action;
import uk.daymark.access.SignedIn;
import uk.daymark.people.Acquaintance;
import uk.daymark.people.School;
import uk.daymark.people.Schools;
import uk.daymark.people.Scope;
import uk.daymark.people.Scopes;
import uk.daymark.web.NotFound;

/** All reports, and what somebody asks of one. */
@Component
public class Reports {

    private static final int LONGEST = 200;

    private final List<Report> all;
    private final Scopes scopes;
    private final Acquaintance acquaintance;
    private final Schools schools;
    private final Periods periods;
    private final ReportPolicy policy;
    private final Clock clock;

    Reports(
            List<Report> all,
            Scopes scopes,
            Acquaintance acquaintance,
            Schools schools,
            Periods periods,
            ReportPolicy policy,
            Clock clock) {
        this.all = all.stream().sorted(Comparator.comparing(Report::place)).toList();
        this.scopes = scopes;
        this.acquaintance = acquaintance;
        this.schools = schools;
        this.periods = periods;
        this.policy = policy;
        this.clock = clock;
    }

    /** The reports that somebody may see, in the list's order. */
    public List<Report> of(SignedIn person) {
        return all.stream()
                .filter(report -> person.may(Action.SEE_REPORTS) && person.may(report.neededAction()))
                .toList();
    }

    /**
     * A report that somebody may see.
     *
     * @throws NotFound where there is none, or it is not theirs to see
     */
    public Report find(String name, SignedIn person) {
        return of(person).stream()
                .filter(report -> report.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFound("There is no such report."));
    }

    /**
     * What an address asks for.
     *
     * @param errors what is wrong with it, by field, is added here
     */
    public Asked asked(SignedIn person, Map<String, String> address, Map<String, String> errors) {
        Map<String, String> filters = new LinkedHashMap<>();
        address.forEach((name, value) -> {
            if (name.matches("[a-z-]{1,30}") && !value.isBlank() && !name.equals("page") && !name.equals("sharing")) {
                filters.put(
                        name,
                        value.strip()
                                .substring(0, Math.min(LONGEST, value.strip().length())));
            }
        });
        Scope reach = scopes.of(person);
        Scope scope = schools.in(reach).stream()
                .filter(school -> school.urn().value().equals(filters.get("school")))
                .findFirst()
                .map(School::urn)
                .map(Scope::school)
                .orElse(reach);
        LocalDate today = LocalDate.now(clock);
        return new Asked(
                person, scope, acquaintance.only(person), today, periods.asked(filters, scope, today, errors), filters);
    }

    /** The schools to choose from; empty where there is no choice. */
    public Optional<FilterBox> schoolsToChoose(Asked asked) {
        List<School> within = schools.in(scopes.of(asked.person()));
        if (within.size() < 2) {
            return Optional.empty();
        }
        Map<String, String> options = new LinkedHashMap<>();
        options.put("", "All schools");
        within.forEach(school -> options.put(school.urn().value(), school.name()));
        return Optional.of(new FilterBox("school", "School", asked.filter("school"), options));
    }

    /** Counts of fewer than so many are hidden in what is meant for sharing. */
    public int smallNumber(Asked asked) {
        return policy.number("report.small_number", asked);
    }
}
