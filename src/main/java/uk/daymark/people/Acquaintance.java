package uk.daymark.people;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import uk.daymark.access.Role;
import uk.daymark.access.SignedIn;

/** Of which pupils within their schools somebody may know: an officer and the panel of those of whom a case was referred. */
@Component
public class Acquaintance {

    private final Scopes scopes;
    private final ObjectProvider<Referred> referred;

    Acquaintance(Scopes scopes, ObjectProvider<Referred> referred) {
        this.scopes = scopes;
        this.referred = referred;
    }

    /** Those of whom alone the person may know; empty where it is everybody at the schools in their scope. */
    public Optional<Set<PupilId>> only(SignedIn person) {
        return person.role() == Role.OFFICER || person.role() == Role.PANEL
                ? Optional.of(referred.getObject().pupils(scopes.of(person)))
                : Optional.empty();
    }

    /** Whether the person may know of a pupil at a school in their scope. */
    public Predicate<PupilId> of(SignedIn person) {
        return only(person).<Predicate<PupilId>>map(pupils -> pupils::contains).orElse(pupil -> true);
    }
}
