package uk.daymark.worklist;

import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import uk.daymark.access.Action;
import uk.daymark.access.SignedIn;
import uk.daymark.people.Scope;
import uk.daymark.people.Scopes;
import uk.daymark.people.Urn;

/** What a list of tasks can be narrowed to by the person who looks at it. */
@Service
public class FilterChoices {

    /** After every year group that is a number. */
    private static final int NO_NUMBER = 100;

    /** The national names of year groups: early years, nursery, reception, by number, mixed, not followed. */
    private static final Pattern SHARED = Pattern.compile("E[12]|N[12]|R|[0-9]{1,2}|M|X");

    private final WorkItems items;
    private final ObjectProvider<CaseStages> stages;
    private final Scopes scopes;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    FilterChoices(WorkItems items, ObjectProvider<CaseStages> stages, Scopes scopes, JdbcTemplate jdbc, Clock clock) {
        this.items = items;
        this.stages = stages;
        this.scopes = scopes;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The kinds of tasks on a list, by id in the model, with their names in the model. */
    public Map<String, String> kinds(WorkFilter filter, SignedIn person) {
        Map<String, String> names = new LinkedHashMap<>();
        items.kinds(Condition.listed(filter, person, scopes.of(person), clock.instant()))
                .forEach(kind -> names.put(kind.id(), kind.name()));
        return names;
    }

    /**
     * The year groups to choose from: numbers by size, then the others. For a school those of the pupils on its roll; for an authority
     * the names that all schools share, whoever has them: what a school calls otherwise is its own.
     */
    public List<String> yearGroups(SignedIn person) {
        Scope scope = scopes.of(person);
        return scope
                .homeSchool()
                .map(this::yearGroupsOf)
                .orElseGet(() -> jdbc.queryForList("select distinct year_group from enrolment", String.class).stream()
                        .filter(year -> SHARED.matcher(year).matches())
                        .toList())
                .stream()
                .filter(year -> !year.isEmpty())
                .sorted(Comparator.comparingInt(FilterChoices::number).thenComparing(year -> year))
                .toList();
    }

    private List<String> yearGroupsOf(Urn school) {
        return jdbc.queryForList(
                "select distinct year_group from enrolment where school_urn = ? and leaving_date is null",
                String.class,
                school.value());
    }

    /** How many tasks a filter lets through, where that is known without counting them one by one. */
    public Optional<Long> cheapCount(WorkFilter filter, SignedIn person) {
        if (filter.stage().isPresent()) {
            return Optional.empty();
        }
        Condition condition = Condition.listed(filter, person, scopes.of(person), clock.instant());
        return condition.tally().map(told -> items.count(condition));
    }

    private static int number(String yearGroup) {
        return yearGroup.matches("[0-9]{1,2}") ? Integer.parseInt(yearGroup) : NO_NUMBER;
    }

    /** The stages of the cases in scope with their names; none for who does not see cases. */
    public Map<String, String> stages(SignedIn person) {
        return person.may(Action.SEE_CASES)
                ? stages.stream().findFirst().map(known -> known.stages(person)).orElse(Map.of())
                : Map.of();
    }
}
