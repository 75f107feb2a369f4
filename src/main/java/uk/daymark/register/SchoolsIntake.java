package uk.daymark.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import uk.daymark.people.School;
import uk.daymark.people.Schools;
import uk.daymark.people.Urn;
import uk.daymark.register.reading.Row;

/** Takes {@code schools.csv}. What the file has no column for stays as it is; a new school needs a policy and an authority. */
final class SchoolsIntake implements Intake {

    private final ImportRun run;
    private final Schools schools;
    private final Predicate<String> knownPolicy;
    private final FileColumns columns;
    private final FileRows<Urn, School> rows;

    SchoolsIntake(ImportRun run, Schools schools, Predicate<String> knownPolicy, FileColumns columns, int mostRows) {
        this.run = run;
        this.schools = schools;
        this.knownPolicy = knownPolicy;
        this.columns = columns;
        this.rows = new FileRows<>(run, mostRows, "school_urn", "this school");
    }

    @Override
    public void take(Row row) {
        if (!(row instanceof Row.School school)) {
            throw new IllegalArgumentException("Not a school: " + row);
        }
        Urn urn = new Urn(school.urn());
        if (run.by.scope().homeSchool().map(home -> !home.equals(urn)).orElse(false)) {
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
    public void compare(boolean apply) {
        List<School> come = new ArrayList<>();
        List<School> change = new ArrayList<>();
        rows.each((line, urn, said) -> {
            Optional<School> known = schools.find(urn);
            School school = known.map(before -> merged(said, before)).orElse(said);
            if (!knows(line, "policy", school.policy()) || !knows(line, "authority", school.authority())) {
                return;
            }
            run.schools.add(urn);
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

    private School merged(School said, School known) {
        return new School(
                said.urn(),
                said.name(),
                columns.of("phase", said.phase(), known.phase()),
                columns.of("authority", said.authority(), known.authority()),
                columns.of("policy", said.policy(), known.policy()),
                columns.of("register_opens", said.registerOpens(), known.registerOpens()),
                columns.of("register_closes_am", said.registerClosesAm(), known.registerClosesAm()),
                columns.of("register_closes_pm", said.registerClosesPm(), known.registerClosesPm()));
    }

    private boolean knows(long line, String column, String name) {
        if (knownPolicy.test(name)) {
            return true;
        }
        run.reject(
                line,
                column,
                name,
                name.isEmpty()
                        ? "Every school needs this. Give the name of a policy as the list of policies shows it, for example"
                                + " \"national\"."
                        : "There is no policy named \"" + name
                                + "\". Give the name of a policy as the list of policies shows it, for example"
                                + " \"national\".");
        return false;
    }
}
