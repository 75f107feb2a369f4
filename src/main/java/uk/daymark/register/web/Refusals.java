package uk.daymark.register.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import uk.daymark.register.NotInRegisterException;
import uk.daymark.register.RegisterConflictException;
import uk.daymark.web.NotFound;
import uk.daymark.web.Problem;

/** Shows people, as pages, what the register refuses. */
abstract class Refusals {

    /** What is somebody else's is refused in the same words as what does not exist. */
    @ExceptionHandler({NotInRegisterException.class, NotFound.class})
    ModelAndView absent() {
        return page(Problem.of(Problem.Kind.NOT_FOUND), HttpStatus.NOT_FOUND);
    }

    @ExceptionHandler
    ModelAndView conflict(RegisterConflictException refusal) {
        return page(Problem.of(Problem.Kind.CONFLICT, String.valueOf(refusal.getMessage())), HttpStatus.CONFLICT);
    }

    static NotFound notThere() {
        return new NotFound("There is nothing of this address for your schools.");
    }

    private static ModelAndView page(Problem problem, HttpStatus status) {
        ModelAndView page = new ModelAndView("problem", status);
        page.addObject("problem", problem);
        return page;
    }
}
