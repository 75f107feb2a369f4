package uk.daymark.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.ModelAndView;

/** Tells one problem in two ways: to programs as problem JSON, to people as a page with a way on. */
final class ProblemAnswer {

    private ProblemAnswer() {}

    static Object to(HttpServletRequest request, Problem problem) {
        if (ProblemRequest.fromProgram(request)) {
            return ResponseEntity.status(problem.status())
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem);
        }
        return new ModelAndView("problem", Map.of("problem", problem), HttpStatus.valueOf(problem.status()));
    }
}
