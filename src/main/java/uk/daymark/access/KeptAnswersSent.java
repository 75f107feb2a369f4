package uk.daymark.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Forgets what was kept as soon as it is sent, so that nothing is sent twice by going back. */
@Component
class KeptAnswersSent implements HandlerInterceptor, WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if ("POST".equals(request.getMethod())) {
            Optional<HttpSession> session = Optional.ofNullable(request.getSession(false));
            session.flatMap(KeptAnswers::in)
                    .filter(kept -> kept.address().equals(EndedSessions.addressOf(request)))
                    .ifPresent(kept -> KeptAnswers.forget(session.orElseThrow()));
        }
        return true;
    }
}
