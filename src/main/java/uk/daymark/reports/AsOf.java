package uk.daymark.reports;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.daymark.register.LastRegister;
import uk.daymark.time.Dates;

/** What the figures of a report rest on, and of when that is. */
@Component
class AsOf {

    private final LastRegister lastRegister;
    private final Dates dates;
    private final Clock clock;

    AsOf(LastRegister lastRegister, Dates dates, Clock clock) {
        this.lastRegister = lastRegister;
        this.dates = dates;
        this.clock = clock;
    }

    /** When marks of these schools last came in, and whose pupils are counted. */
    List<String> register(Asked asked) {
        String register = lastRegister
                .moment(asked.scope())
                .map(moment -> "Register as of " + dates.moment(moment))
                .orElse("No register has come in yet");
        return asked.only().isPresent()
                ? List.of(register, "Only pupils of whom a case was referred to the authority")
                : List.of(register);
    }

    /** Of what Daymark itself keeps, such as tasks and cases: of this moment. */
    List<String> now(String what) {
        return List.of(what + " as of " + dates.moment(clock.instant()));
    }
}
