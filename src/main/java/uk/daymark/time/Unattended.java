package uk.daymark.time;

import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** Runs what time or a rule does, so that it is not put down to the person in whose request it happens to run. */
public final class Unattended {

    private Unattended() {}

    /** Runs the work as nobody who is signed in. */
    public static void run(Runnable work) {
        SecurityContext asked = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(SecurityContextHolder.createEmptyContext());
        try {
            work.run();
        } finally {
            SecurityContextHolder.setContext(asked);
        }
    }
}
