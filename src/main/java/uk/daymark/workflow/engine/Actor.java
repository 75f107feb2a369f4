package uk.daymark.workflow.engine;

import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import uk.daymark.access.Access;
import uk.daymark.access.SignedIn;

/** Who acts now: whoever is signed in, or "daymark" where time or a rule does. */
@Component
class Actor implements Supplier<String> {

    private static final String NOBODY = "daymark";

    private final Access access;

    Actor(Access access) {
        this.access = access;
    }

    @Override
    public String get() {
        return access.whoever().map(SignedIn::userName).orElse(NOBODY);
    }
}
