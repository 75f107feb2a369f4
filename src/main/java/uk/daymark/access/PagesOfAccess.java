package uk.daymark.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import uk.daymark.web.Problem.Kind;
import uk.daymark.web.ProblemRequest;

/** Shows a person the way to the sign-in page, or the page that says they may not. */
final class PagesOfAccess implements AuthenticationEntryPoint, AccessDeniedHandler {

    /** Set by the container where a form or an upload was too large to be read. */
    private static final String NOT_READ = "org.apache.catalina.parameter_parse_failed";

    private final EndedSessions ended;

    PagesOfAccess(EndedSessions ended) {
        this.ended = ended;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        response.sendRedirect(request.getContextPath() + (sessionEnded(request) ? "/sign-in?ended" : "/sign-in"));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException {
        if (refusal instanceof CsrfException && request.getAttribute(NOT_READ) != null) {
            // The token was in what the container would not read any further.
            ProblemRequest.mark(request, Kind.TOO_LARGE);
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        ProblemRequest.mark(request, refusal instanceof CsrfException ? afterTheSession(request) : Kind.NOT_ALLOWED);
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }

    /** A form without its token is nearly always one that was left open until the session ended. */
    private Kind afterTheSession(HttpServletRequest request) {
        Optional<KeptAnswers> sent = ended.sentFrom(request);
        sent.ifPresent(kept -> kept.keepIn(request.getSession()));
        return sent.isPresent() ? Kind.SESSION_ENDED_ANSWERS_KEPT : Kind.SESSION_ENDED;
    }

    private static boolean sessionEnded(HttpServletRequest request) {
        return request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
    }
}
