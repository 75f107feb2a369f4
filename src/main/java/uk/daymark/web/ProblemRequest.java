package uk.daymark.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import uk.daymark.web.Problem.Kind;

/** What is known of a request that came to nothing. */
public final class ProblemRequest {

    private static final String KIND = ProblemRequest.class.getName() + ".KIND";

    private ProblemRequest() {}

    /** Says which kind of problem it is, where the status alone does not. */
    public static void mark(HttpServletRequest request, Kind kind) {
        request.setAttribute(KIND, kind);
    }

    static Optional<Kind> kindMarked(HttpServletRequest request) {
        return Optional.ofNullable((Kind) request.getAttribute(KIND));
    }

    /** Whether a program asked and not a browser: the address says it, for what a program accepts is not always told. */
    static boolean fromProgram(HttpServletRequest request) {
        Object original = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String address = (original == null ? request.getRequestURI() : original.toString())
                .substring(request.getContextPath().length());
        return address.startsWith("/api/")
                || address.equals("/api")
                || address.startsWith("/actuator")
                || address.startsWith("/v3/");
    }
}
