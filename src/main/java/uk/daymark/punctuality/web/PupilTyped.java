package uk.daymark.punctuality.web;

import java.util.List;
import org.springframework.stereotype.Component;
import uk.daymark.people.PupilSearch;
import uk.daymark.people.Pupils;
import uk.daymark.people.Schools;
import uk.daymark.people.Scope;

/** Finds the pupil that somebody typed: by the school's reference, or by name. */
@Component
class PupilTyped {

    private static final int MOST = 20;

    private final PupilSearch search;
    private final Schools schools;
    private final Pupils pupils;

    PupilTyped(PupilSearch search, Schools schools, Pupils pupils) {
        this.search = search;
        this.schools = schools;
        this.pupils = pupils;
    }

    /** One pupil where it is sure who is meant, several where somebody has to choose, none where nobody is found. */
    List<Pupils.OnRoll> find(String typed, Scope scope) {
        if (typed.isBlank()) {
            return List.of();
        }
        List<Pupils.OnRoll> exactly = schools.in(scope).stream()
                .flatMap(school -> pupils.find(school.urn(), typed.strip()).stream())
                .toList();
        if (exactly.size() == 1) {
            return exactly;
        }
        List<Pupils.OnRoll> found = search.search(scope, typed, 1, MOST).found();
        List<Pupils.OnRoll> byReference = found.stream()
                .filter(pupil -> pupil.enrolment().pupilRef().equalsIgnoreCase(typed.strip()))
                .toList();
        return byReference.size() == 1 ? byReference : found;
    }
}
