package uk.daymark.access;

import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Asks who is signed in and whether they may. Every controller asks {@link #require} before it does anything. */
@Component
public class Access {

    /** The person who is signed in, or empty on the pages that are open to all. */
    public Optional<SignedIn> whoever() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .flatMap(Access::personIn);
    }

    /**
     * The person who is signed in.
     *
     * @throws AccessDeniedException where nobody is
     */
    public SignedIn signedIn() {
        return whoever().orElseThrow(() -> new AccessDeniedException("Nobody is signed in"));
    }

    /**
     * The person who is signed in, who may do this.
     *
     * @throws AccessDeniedException where the role may not; answered with 403
     */
    public SignedIn require(Action action) {
        SignedIn person = signedIn();
        if (!person.may(action)) {
            throw new AccessDeniedException(person.role() + " may not " + action);
        }
        return person;
    }

    static Optional<SignedIn> personIn(Authentication authentication) {
        return authentication.getPrincipal() instanceof SignedInUser user
                ? Optional.of(user.person())
                : Optional.empty();
    }
}
