package uk.daymark.register;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import uk.daymark.people.School;
import uk.daymark.people.Schools;
import uk.daymark.people.Urn;

/** The schools that one file names, each looked up once; rejects rows of schools that are unknown or not the sender's. */
final class SchoolsInScope {

    private final Schools schools;
    private final ImportRun run;
    private final Map<String, Optional<School>> found = new HashMap<>();
    private final Map<String, String> refusals = new HashMap<>();

    SchoolsInScope(Schools schools, ImportRun run) {
        this.schools = schools;
        this.run = run;
    }

    /** The row's school, or empty where the row has been rejected. */
    Optional<School> of(long line, String urn) {
        Optional<School> school = found.computeIfAbsent(urn, this::look);
        if (school.isEmpty()) {
            run.reject(line, "school_urn", urn, refusals.getOrDefault(urn, ""));
        }
        return school;
    }

    private Optional<School> look(String text) {
        Urn urn = new Urn(text);
        Optional<Urn> home = run.by.scope().homeSchool();
        if (home.isPresent() && !home.get().equals(urn)) {
            refusals.put(
                    text,
                    "This file names school " + urn + "; you are signed in for " + home.get()
                            + ". Check that it is the right file.");
            return Optional.empty();
        }
        Optional<School> school = schools.find(urn);
        if (school.isEmpty()) {
            refusals.put(text, "School " + urn + " is not known here. Import schools.csv with this school first.");
        } else if (!run.by.scope().holds(school.get())) {
            refusals.put(
                    text,
                    "School " + urn + " is not one of the schools you work for. Check that it is the right file.");
            return Optional.empty();
        }
        school.ifPresent(known -> run.schools.add(known.urn()));
        return school;
    }
}
