package uk.daymark.register.web;

import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.access.Access;
import uk.daymark.access.Action;
import uk.daymark.measure.AttendanceCode;

/** Codes of leave are decided by the headteacher alone; by whatever way somebody else comes, it is refused with words. */
@Component
class LeaveIsTheHeads {

    private final Access access;

    LeaveIsTheHeads(Access access) {
        this.access = access;
    }

    /**
     * Why the person who is signed in may not decide the code; empty where they may. To follow a code of leave that the register has
     * already decides no leave.
     *
     * @param inRegister what the register has there now
     */
    Optional<String> refusal(AttendanceCode code, Optional<AttendanceCode> inRegister) {
        return code.leave()
                        && inRegister.filter(code::equals).isEmpty()
                        && !access.signedIn().may(Action.DECIDE_LEAVE_CODE)
                ? Optional.of("Code " + code.token() + " is leave of absence, and only the headteacher gives leave."
                        + " Ask the headteacher to decide it here, or enter a request for leave")
                : Optional.empty();
    }
}
