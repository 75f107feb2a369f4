package uk.daymark.escalation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import uk.daymark.web.Fault;
import uk.daymark.web.InvalidInput;
import uk.daymark.worklist.Answer;

/** What a form's own rules cannot say: answers that are needed because of another, and dates that must lie somewhere. */
final class Conditions {

    private final Answer answer;
    private final List<Fault> faults = new ArrayList<>();

    Conditions(Answer answer) {
        this.answer = answer;
    }

    /** An answer is needed. */
    Conditions text(String field, String message) {
        return holds(!answer.text(field).isBlank(), field, message);
    }

    /** A date is needed. */
    Conditions day(String field, String message) {
        return holds(answer.date(field).isPresent(), field, message);
    }

    /** A date, where it was given, has to be such a one. */
    Conditions day(String field, Predicate<LocalDate> rule, String message) {
        return holds(answer.date(field).filter(rule.negate()).isEmpty(), field, message);
    }

    Conditions holds(boolean condition, String field, String message) {
        if (!condition) {
            faults.add(new Fault("/fields/" + field, message));
        }
        return this;
    }

    /** @throws InvalidInput where anything was found wrong */
    void check() {
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }
}
