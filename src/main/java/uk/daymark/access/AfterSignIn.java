package uk.daymark.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;

/** Leads a person who signed in to what they had typed, else to the page they had asked for, else to the start page. */
final class AfterSignIn extends SavedRequestAwareAuthenticationSuccessHandler {

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        Optional<KeptAnswers> kept = KeptAnswers.in(request.getSession());
        if (kept.isEmpty()) {
            super.onAuthenticationSuccess(request, response, authentication);
            return;
        }
        if (kept.get().userName().equals(authentication.getName())) {
            clearAuthenticationAttributes(request);
            response.sendRedirect(request.getContextPath() + "/kept-answers");
            return;
        }
        KeptAnswers.forget(request.getSession());
        super.onAuthenticationSuccess(request, response, authentication);
    }
}
