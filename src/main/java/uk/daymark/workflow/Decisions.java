package uk.daymark.workflow;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Decision tables, and which of their rules fired. */
public interface Decisions {

    /**
     * Asks a table outside of a process. What fires is kept under the key as it is within one.
     *
     * @param table the table's id, which is its file's name
     * @param key what it is about
     * @param facts its inputs by name: strings, whole numbers, booleans
     * @return the rules that fired, in the table's order
     */
    List<Fired> decide(String table, String key, Map<String, Object> facts);

    /** As {@link #decide}, and keeps nothing: for a preview. */
    List<Fired> ask(String table, Map<String, Object> facts);

    /** Every rule that fired for the key, oldest first. */
    default List<Fired> of(String key) {
        return of(List.of(key));
    }

    /** Every rule that fired for one of the keys, oldest first. */
    List<Fired> of(Collection<String> keys);

    /** The keys for which a rule, or any rule of a table, of that id fired between two moments, the second excluded. */
    KeysSql keysUnder(String ruleOrTable, Instant from, Instant to);

    /**
     * A rule that fired. Each table says with each rule, as the outputs {@code sentence} and {@code source}, what it means and where it
     * is written.
     *
     * @param at when
     * @param about the key that it fired for; empty where it was asked for a preview
     * @param table the table's id
     * @param version the table's version tag
     * @param rule the rule's id in the table
     * @param inputs what was put in, by the input's name
     * @param outputs what came out, by the output's name, sentence and source among them
     * @param number which of the table's files it was, for {@link ModelFiles}; 0 where only the version tag is known
     * @param askedAt the step of a model at which it was asked, as {@code legal-referral/check-referral}; empty where it was asked otherwise
     */
    record Fired(
            Instant at,
            String about,
            String table,
            String version,
            String rule,
            Map<String, Object> inputs,
            Map<String, Object> outputs,
            int number,
            String askedAt) {

        /** An output's text; empty text where there is none. */
        public String out(String name) {
            return String.valueOf(outputs.getOrDefault(name, ""));
        }
    }
}
