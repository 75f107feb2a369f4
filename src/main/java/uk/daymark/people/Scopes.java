package uk.daymark.people;

import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.access.Role;
import uk.daymark.access.SignedIn;

/** How far somebody who is signed in reaches, as schools. */
@Component
public class Scopes {

    private final Schools schools;

    Scopes(Schools schools) {
        this.schools = schools;
    }

    /** The schools whose records this person may work with: none where the role needs a home school and none is named or known. */
    public Scope of(SignedIn person) {
        Optional<Urn> home = person.homeSchoolUrn().map(Urn::new);
        if (person.role().scope() == Role.Scope.EVERYTHING) {
            return Scope.everywhere();
        }
        return person.role().scope() == Role.Scope.SCHOOL
                ? home.map(Scope::school).orElse(Scope.nowhere())
                : home.flatMap(schools::find)
                        .map(school -> Scope.authority(school.authority()))
                        .orElse(Scope.nowhere());
    }
}
