package uk.daymark.audit;

import java.util.List;
import uk.daymark.workflow.Decisions.Fired;

/**
 * A rule that fired, with the wording of the version that fired.
 *
 * @param number its place among all that fired in the case, from 1
 * @param fired as it was written when it fired
 * @param about whom or what it is about, for people
 * @param table the table's name
 * @param order which rule of the table it is, from 1; 0 where the file is not kept any more
 * @param of how many rules the table has
 * @param inputs each question of the table, what was put in, and what the rule asks for
 * @param outputs each result other than the sentence and its source
 */
public record RuleFired(
        int number,
        Fired fired,
        String about,
        String table,
        int order,
        int of,
        List<Asked> inputs,
        List<Came> outputs) {

    /**
     * A question of a table.
     *
     * @param what the question
     * @param was what was put in
     * @param wanted what the rule asks for; "anything" where it does not ask
     */
    public record Asked(String what, String was, String wanted) {}

    /** A result: what it is called, and what came out. */
    public record Came(String what, String out) {}

    /** "Rule 3 of 7". */
    public String place() {
        return order == 0 ? "Rule" : "Rule " + order + " of " + of;
    }

    /** What it says. */
    public String sentence() {
        return fired.out("sentence");
    }

    /** Where it is written. */
    public String source() {
        return fired.out("source");
    }
}
