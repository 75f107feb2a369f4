package uk.daymark.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses changes that another web site makes a browser send. A browser that was once asked for a Basic password adds it to every
 * call, also to those; it says where the call comes from, other programs do not.
 */
final class CrossSiteCalls extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OUR_OWN = Set.of("same-origin", "none");

    private final ProblemsOfAccess answers;

    CrossSiteCalls(ProblemsOfAccess answers) {
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site == null || OUR_OWN.contains(site) || READING.contains(request.getMethod())) {
            chain.doFilter(request, response);
        } else {
            answers.handle(request, response, new AccessDeniedException("Sent by another web site"));
        }
    }
}
