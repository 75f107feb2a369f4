package uk.daymark.enforcement.web;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.access.SignedIn;
import uk.daymark.people.Pupils;
import uk.daymark.people.Schools;
import uk.daymark.people.Scope;
import uk.daymark.people.Scopes;
import uk.daymark.people.Urn;
import uk.daymark.web.InvalidInput;
import uk.daymark.web.NotFound;

/** Finds the pupil of a school that somebody asks for, if it is theirs to see. */
@Component
class SuspendedPupils {

    private static final String NOT_THERE = "There is no such pupil at your schools.";

    private final Pupils pupils;
    private final Schools schools;
    private final Scopes scopes;

    SuspendedPupils(Pupils pupils, Schools schools, Scopes scopes) {
        this.pupils = pupils;
        this.schools = schools;
        this.scopes = scopes;
    }

    /** @throws NotFound where there is none in scope */
    Pupils.OnRoll at(String urn, String ref, SignedIn person) {
        return Optional.of(urn)
                .filter(text -> text.matches("[0-9]{6}"))
                .map(Urn::new)
                .filter(school -> inScope(school, scopes.of(person)))
                .flatMap(school -> pupils.find(school, ref))
                .orElseThrow(() -> new NotFound(NOT_THERE));
    }

    /** The same where the school may be left out by somebody to whom only one pupil has the reference. */
    Pupils.OnRoll one(String ref, Optional<String> school, SignedIn person) {
        if (school.isPresent()) {
            return at(school.get(), ref, person);
        }
        Scope scope = scopes.of(person);
        List<Pupils.OnRoll> found = pupils.withRef(ref).stream()
                .filter(pupil -> inScope(pupil.enrolment().school(), scope))
                .toList();
        if (found.size() > 1) {
            throw new InvalidInput("?school", "Several pupils have this reference. Name the school.");
        }
        return found.stream().findFirst().orElseThrow(() -> new NotFound(NOT_THERE));
    }

    private boolean inScope(Urn school, Scope scope) {
        return schools.find(school).filter(scope::holds).isPresent();
    }
}
