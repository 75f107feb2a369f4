package uk.daymark.journal;

import org.springframework.stereotype.Component;
import uk.daymark.access.Access;
import uk.daymark.access.Role;
import uk.daymark.access.SignedIn;

/** Who does what is being done. */
@Component
public class Who {

    /** The name under which Daymark journals what time or a rule did. */
    public static final String DAYMARK = "daymark";

    private final Access access;

    Who(Access access) {
        this.access = access;
    }

    /** Whether the person who is signed in decides at the local authority: an officer or the panel. */
    public boolean atTheAuthority() {
        return access.whoever()
                .filter(person -> person.role() == Role.OFFICER || person.role() == Role.PANEL)
                .isPresent();
    }

    /** The user name of the person who is signed in; {@link #DAYMARK} where nobody is. */
    public String userName() {
        return access.whoever().map(SignedIn::userName).orElse(DAYMARK);
    }
}
