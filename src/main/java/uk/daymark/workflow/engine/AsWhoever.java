package uk.daymark.workflow.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/** The one place where the engine is told who acts: with every command, from whoever is signed in. */
final class AsWhoever extends CommandInterceptor {

    private final Supplier<String> user;
    private final Supplier<IdentityService> identity;

    AsWhoever(Supplier<String> user, Supplier<IdentityService> identity) {
        this.user = user;
        this.identity = identity;
    }

    @Override
    public <T> T execute(Command<T> command) {
        IdentityService engine = identity.get();
        Authentication before = engine.getCurrentAuthentication();
        engine.setAuthenticatedUserId(user.get());
        try {
            return next.execute(command);
        } finally {
            if (before == null) {
                engine.clearAuthentication();
            } else {
                engine.setAuthentication(before.getUserId(), before.getGroupIds());
            }
        }
    }
}
