package uk.daymark.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import uk.daymark.web.Problem;
import uk.daymark.web.Problem.Kind;
import uk.daymark.web.ProblemWriter;

/** Tells a program, as problem JSON, that it is not signed in or may not. */
final class ProblemsOfAccess implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ProblemWriter problems;

    ProblemsOfAccess(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Daymark\", charset=\"UTF-8\"");
        problems.write(Problem.of(Kind.NOT_SIGNED_IN), response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException {
        problems.write(Problem.of(Kind.NOT_ALLOWED), response);
    }
}
