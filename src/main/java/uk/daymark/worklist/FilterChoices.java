package uk.daymark.worklist;

import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import uk.daymark.access.Action;
import uk.daymark.access.SignedIn;
import uk.daymark.people.ScopeSql;
import uk.daymark.people.Scopes;

/** What a list of tasks can be narrowed to by the person who looks at it. */
@Service
public class FilterChoices {

    /** After every year group that is a number. */
    private static final int NO_NUMBER = 100;

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

    /** The year groups of the pupils on the rolls in scope: numbers by size, then the others. */
    public List<String> yearGroups(SignedIn person) {
        ScopeSql schools = ScopeSql.of(scopes.of(person), "school_urn");
        return jdbc
                .queryForList(
                        "select distinct year_group from enrolment where year_group <> '' and leaving_date is null and "
                                + schools.condition(),
                        String.class,
                        schools.values().toArray())
                .stream()
                .sorted(Comparator.comparingInt(FilterChoices::number).thenComparing(year -> year))
                .toList();
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
