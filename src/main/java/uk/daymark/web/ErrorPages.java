package uk.daymark.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what failed outside any controller: in a filter, in the firewall, in the container. */
@Controller
@Hidden
class ErrorPages implements ErrorController {

    @RequestMapping("/error")
    Object error(HttpServletRequest request) {
        return ProblemAnswer.to(
                request,
                Problem.of(ProblemRequest.kindMarked(request).orElseGet(() -> StatusKinds.of(statusOf(request)))));
    }

    private static int statusOf(HttpServletRequest request) {
        // Asked for by its address there is no error: then there is nothing there.
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status ? status : 404;
    }
}
