package uk.daymark.register.web;

import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import uk.daymark.access.Access;
import uk.daymark.access.Action;
import uk.daymark.access.SignedIn;
import uk.daymark.people.Acquaintance;
import uk.daymark.people.PupilId;
import uk.daymark.people.Scopes;
import uk.daymark.register.By;

/** Who calls, once it is sure that they may. */
@Component
class Callers {

    private final Access access;
    private final Scopes scopes;
    private final Acquaintance acquaintance;

    Callers(Access access, Scopes scopes, Acquaintance acquaintance) {
        this.acquaintance = acquaintance;
        this.access = access;
        this.scopes = scopes;
    }

    By require(Action action) {
        SignedIn person = access.require(action);
        return new By(person.userName(), scopes.of(person));
    }

    /** Of which pupils in their schools the caller may know, once it is sure that they may ask. */
    Predicate<PupilId> known(Action action) {
        return acquaintance.of(access.require(action));
    }
}
