package uk.daymark.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import uk.daymark.people.School;
import uk.daymark.people.Schools;
import uk.daymark.people.Urn;
import uk.daymark.register.reading.Row;

/** Takes {@code schools.csv}. */
final class SchoolsIntake implements Intake {

    private final ImportRun run;
    private final Schools schools;
    private final Predicate<String> knownPolicy;
    private final FileRows<Urn, School> rows;

    SchoolsIntake(ImportRun run, Schools schools, Predicate<String> knownPolicy, int mostRows) {
        this.run = run;
        this.schools = schools;
        this.knownPolicy = knownPolicy;
        this.rows = new FileRows<>(run, mostRows, "school_urn", "this school");
    }

    @Override
    public void take(Row row) {
        if (!(row instanceof Row.School school)) {
            throw new IllegalArgumentException("Not a school: " + row);
        }
        Urn urn = new Urn(school.urn());
        if (!knownPolicy.test(school.policy())) {
            run.reject(school.line(), "policy", school.policy(), unknownPolicy(school.policy()));
        } else if (!knownPolicy.test(school.authority())) {
            run.reject(school.line(), "authority", school.authority(), unknownPolicy(school.authority()));
        } else if (run.by.scope().homeSchool().map(home -> !home.equals(urn)).orElse(false)) {
            run.reject(
                    school.line(),
                    "school_urn",
                    school.urn(),
                    "This file names school " + urn + "; you are signed in for "
                            + run.by.scope().homeSchool().orElseThrow() + ". Check that it is the right file.");
        } else if (Texts.fit(run, school.line(), 200, "name", school.name(), "phase", school.phase())) {
            rows.take(
                    school.line(),
                    urn,
                    new School(
                            urn,
                            school.name(),
                            school.phase(),
                            school.authority(),
                            school.policy(),
                            school.registerOpens(),
                            school.registerClosesAm(),
                            school.registerClosesPm()));
        }
    }

    @Override
    public void compare(String layout, boolean apply) {
        List<School> come = new ArrayList<>();
        List<School> change = new ArrayList<>();
        Map<Urn, School> wanted = new LinkedHashMap<>();
        rows.each((line, urn, school) -> wanted.put(urn, school));
        wanted.forEach((urn, school) -> {
            run.schools.add(urn);
            Optional<School> known = schools.find(urn);
            if (known.isEmpty()) {
                run.added++;
                come.add(school);
            } else if (known.get().equals(school)) {
                run.unchanged++;
            } else {
                run.changed++;
                change.add(school);
            }
        });
        if (apply && run.mayWrite()) {
            schools.add(come);
            schools.change(change);
        }
    }

    private static String unknownPolicy(String name) {
        return (name.isEmpty() ? "No policy is named." : "There is no policy named \"" + name + "\".")
                + " Give the name of a policy as the list of policies shows it, for example \"national\".";
    }
}
