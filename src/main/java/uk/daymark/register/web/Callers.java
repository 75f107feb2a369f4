package uk.daymark.register.web;

import org.springframework.stereotype.Component;
import uk.daymark.access.Access;
import uk.daymark.access.Action;
import uk.daymark.access.SignedIn;
import uk.daymark.people.Scopes;
import uk.daymark.register.By;

/** Who calls, once it is sure that they may. */
@Component
class Callers {

    private final Access access;
    private final Scopes scopes;

    Callers(Access access, Scopes scopes) {
        this.access = access;
        this.scopes = scopes;
    }

    By require(Action action) {
        SignedIn person = access.require(action);
        return new By(person.userName(), scopes.of(person));
    }
}
