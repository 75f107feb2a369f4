package uk.daymark.leave;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.daymark.register.By;
import uk.daymark.register.DecidedCode;
import uk.daymark.register.DecidedCodes;

/** What becomes of the codes of leave that was given, when the parent takes the request back: those that wait or are questioned fall. */
@Component
class LeaveTakenBack {

    private final DecidedCodes decidedCodes;

    LeaveTakenBack(DecidedCodes decidedCodes) {
        this.decidedCodes = decidedCodes;
    }

    /**
     * Takes back the codes that this request led to and that the school's register has not taken, or has contradicted. What the register
     * has stands.
     *
     * @param request as it was while the leave was given
     * @return how many
     */
    int settle(LeaveRequest request, By by) {
        List<DecidedCode> open = Stream.concat(
                        decidedCodes.toBeEntered(by.scope()).stream(), decidedCodes.questions(by.scope()).stream())
                .filter(decision -> decision.enrolment().equals(request.enrolment()))
                .filter(decision -> request.gives(decision.session()))
                .filter(decision ->
                        request.code().filter(decision.decided()::equals).isPresent())
                .toList();
        open.forEach(decision -> decidedCodes.takeBack(
                decision.id(), by, "The parent took the request for leave back, " + request.ref()));
        return open.size();
    }
}
