package uk.daymark.worklist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import uk.daymark.web.Fault;
import uk.daymark.web.InvalidInput;

/** What a form's own rules cannot say: answers that are needed because of another, and dates that must lie somewhere. */
public final class Conditions {

    private final Answer answer;
    private final List<Fault> faults = new ArrayList<>();

    /** Of this answer. */
    public Conditions(Answer answer) {
        this.answer = answer;
    }

    /** An answer is needed. */
    public Conditions text(String field, String message) {
        return holds(!answer.text(field).isBlank(), field, message);
    }

    /** A date is needed. */
    public Conditions day(String field, String message) {
        return holds(answer.date(field).isPresent(), field, message);
    }

    /** A date, where it was given, has to be such a one. */
    public Conditions day(String field, Predicate<LocalDate> rule, String message) {
        return holds(answer.date(field).filter(rule.negate()).isEmpty(), field, message);
    }

    /** Something has to be so; where it is not, the message stands at the field. */
    public Conditions holds(boolean condition, String field, String message) {
        if (!condition) {
            faults.add(new Fault("/fields/" + field, message));
        }
        return this;
    }

    /** @throws InvalidInput where anything was found wrong */
    public void check() {
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }
}
