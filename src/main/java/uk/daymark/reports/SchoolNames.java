package uk.daymark.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.daymark.people.School;
import uk.daymark.people.Schools;
import uk.daymark.people.Urn;

/** Rows by school. */
@Component
class SchoolNames {

    static final String ALL = "All";

    private final Schools schools;

    SchoolNames(Schools schools) {
        this.schools = schools;
    }

    /** The schools in scope, by number. */
    Map<Urn, School> of(Asked asked) {
        return schools.in(asked.scope()).stream().collect(Collectors.toMap(School::urn, Function.identity()));
    }

    /** A row for each school of which there is a fact, by name, and where there are several one for all. */
    <F> List<CountTable.Group<F>> rows(Asked asked, List<F> facts, Function<F, Urn> schoolOf) {
        List<CountTable.Group<F>> rows = new ArrayList<>();
        schools.in(asked.scope()).stream()
                .filter(school ->
                        facts.stream().anyMatch(fact -> schoolOf.apply(fact).equals(school.urn())))
                .forEach(school -> rows.add(new CountTable.Group<>(
                        school.urn().value(),
                        school.name(),
                        fact -> schoolOf.apply(fact).equals(school.urn()))));
        return withAll(rows);
    }

    /** The rows, and where there are several one for all. */
    static <F> List<CountTable.Group<F>> withAll(List<CountTable.Group<F>> rows) {
        List<CountTable.Group<F>> all = new ArrayList<>(rows);
        if (rows.size() != 1) {
            all.add(new CountTable.Group<>(Row.ALL, ALL, fact -> true));
        }
        return all;
    }
}
