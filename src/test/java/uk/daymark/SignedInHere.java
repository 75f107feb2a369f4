package uk.daymark;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import uk.daymark.access.Role;
import uk.daymark.access.SignedIn;
import uk.daymark.access.SignedInUser;

/** Signs somebody in for tests of one class alone, in the thread of the test. */
public final class SignedInHere implements BeforeEachCallback, AfterEachCallback {

    private final Role role;

    private SignedInHere(Role role) {
        this.role = role;
    }

    /** Somebody of that role, at the school 999001. */
    public static SignedInHere as(Role role) {
        return new SignedInHere(role);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        SignedInUser user = new SignedInUser(
                new SignedIn(role.name().toLowerCase(Locale.ROOT), role.title(), role, Optional.of("999001")), "");
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, null, List.of()));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        SecurityContextHolder.clearContext();
    }
}
