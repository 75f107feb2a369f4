package uk.daymark.cases.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.daymark.access.SignedIn;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.CaseLog;
import uk.daymark.people.Pupils;
import uk.daymark.people.School;
import uk.daymark.people.Schools;
import uk.daymark.people.Scope;
import uk.daymark.people.Scopes;
import uk.daymark.web.Conflict;
import uk.daymark.web.NotFound;

/** Opens a case because a person wants one. */
@Component
class OpeningByHand {

    private final CaseLog log;
    private final Pupils pupils;
    private final Schools schools;
    private final Scopes scopes;

    OpeningByHand(CaseLog log, Pupils pupils, Schools schools, Scopes scopes) {
        this.log = log;
        this.pupils = pupils;
        this.schools = schools;
        this.scopes = scopes;
    }

    /**
     * Opens one, or finds the one that is open.
     *
     * @param steps steps that were taken before Daymark
     *
     * @throws NotFound where there is no such pupil in scope
     * @throws Conflict where several schools in scope use the reference and none is named
     */
    CaseFile open(SignedIn person, String pupilRef, Optional<String> school, String why, List<CaseLog.Earlier> steps) {
        return log.open(pupil(person, pupilRef, school).enrolment().id(), why, steps);
    }

    /** The pupil with that reference. */
    Pupils.OnRoll pupil(SignedIn person, String pupilRef, Optional<String> school) {
        Scope scope = scopes.of(person);
        List<Pupils.OnRoll> found = pupils.withRef(pupilRef).stream()
                .filter(pupil ->
                        school.map(pupil.enrolment().school().value()::equals).orElse(true))
                .filter(pupil -> schools.find(pupil.enrolment().school())
                        .filter(scope::holds)
                        .isPresent())
                .toList();
        if (found.size() > 1) {
            throw new Conflict("Several schools use this reference: "
                    + found.stream()
                            .flatMap(pupil -> schools.find(pupil.enrolment().school()).stream())
                            .map(School::name)
                            .collect(Collectors.joining(", "))
                    + ". Name the school.");
        }
        return found.stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("There is no pupil with this reference at your schools."));
    }
}
