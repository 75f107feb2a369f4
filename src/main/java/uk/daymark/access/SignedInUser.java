package uk.daymark.access;

import java.util.List;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;

/** A person as Spring Security carries them. */
public final class SignedInUser extends User {

    private static final long serialVersionUID = 1L;

    private final transient SignedIn person;

    /**
     * @param person who it is
     * @param passwordHash what the password is checked against
     */
    public SignedInUser(SignedIn person, String passwordHash) {
        super(
                person.userName(),
                passwordHash,
                List.of(new SimpleGrantedAuthority("ROLE_" + person.role().name())));
        this.person = person;
    }

    SignedIn person() {
        return person;
    }
}
