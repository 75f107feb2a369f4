package uk.daymark.audit;

import java.time.Instant;
import java.util.List;
import uk.daymark.workflow.PathTaken.Taken;

/**
 * One arrow that was taken, in words; or an element that was entered without an arrow.
 *
 * @param number its place among all that was taken in the case, from 1; the drawings bear the same numbers
 * @param taken as it was written when it was taken
 * @param about whom or what it is about, for people
 * @param model the model's name
 * @param step where it went on from, numbered where that was not the first time: "Ring the parent, 2nd time"
 * @param by who or what did it
 * @param doneBy the same in words: "Jo Adams, Headteacher"; "A timer"
 * @param why the reason given, what a rule says, or what was answered; empty text where nothing is to be said
 * @param rules which of the rules that fired led here, as their numbers in the list of rules; empty where none
 * @param arrow what stands on the arrow; empty where nothing does
 * @param ledTo where it led
 */
public record PathRow(
        int number,
        Taken taken,
        String about,
        String model,
        String step,
        By by,
        String doneBy,
        String why,
        List<RuleFired> rules,
        String arrow,
        String ledTo) {

    /** Who or what moves a case on. */
    public enum By {
        PERSON,
        RULE,
        TIMER,
        MESSAGE,
        /** The application itself, by its models. */
        DAYMARK,
        /** Somebody put the process there, past its arrows. */
        INTERVENTION,
        /** It was withdrawn where it stood, and goes no further. */
        WITHDRAWAL
    }

    /** When. */
    public Instant at() {
        return taken.at();
    }

    /** Whether somebody put the process there by hand. */
    public boolean intervention() {
        return by == By.INTERVENTION;
    }

    /** Whether the process was withdrawn there. */
    public boolean withdrawn() {
        return by == By.WITHDRAWAL;
    }

    /** Whether an arrow was taken. */
    public boolean byArrow() {
        return !taken.arrow().isEmpty();
    }

    /** Whether the entry of the journal that it follows from stands in that chain. */
    public boolean entryIn(String subject) {
        return taken.entry() > 0 && taken.entrySubject().equals(subject);
    }
}
