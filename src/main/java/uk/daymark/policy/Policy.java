package uk.daymark.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.CountingRules;

/**
 * One authority's or school's policy, with what it inherits. Immutable.
 *
 * <p>A policy that is named outright is used whatever its dates: on a day outside them it answers as on the nearest day inside.
 * On that day a value comes from the policy itself where one of its entries is in force, else from the policy it inherits from, and
 * so on; where none is in force anywhere, from the nearest of its own entries, or of those of the first ancestor that has any.
 *
 * <p>The typed accessors are empty where the policy leaves the key open. They refuse a key that the catalogue does not hold, or that
 * has values of another kind, with an {@link IllegalArgumentException}: that is a mistake in a program, never in a file.
 * They do not ask which matter a value speaks of; {@link #entry} tells, with {@link PolicyEntry#appliesTo(Matter)}.
 */
public interface Policy {

    /** The name of its file without ending: {@code cambridgeshire}. */
    String name();

    /** Whose policy it is, for people: "Cambridgeshire County Council". */
    String title();

    /** What it is taken from, for people. */
    String about();

    /**
     * Content hash over its own values and all it inherits, and any overrides: goes with every result computed under it. SHA-256 in
     * hexadecimal; the first twelve characters suffice for showing. Comments and layout of the files do not change it.
     */
    String version();

    /** The policy that holds where this one says nothing. */
    Optional<String> inherits();

    /** The policy itself first, then what it inherits from, to the root. */
    List<String> lineage();

    /** The first day it was in force; empty where that is not known. */
    Optional<LocalDate> firstDay();

    /** The last day it was in force; empty where it is. */
    Optional<LocalDate> lastDay();

    /** The policy that took its place. */
    Optional<String> supersededBy();

    /** The numbers and codes for counting, as in force on that day. */
    CountingRules countingRules(LocalDate on);

    /**
     * The same policy with some values replaced, as a check may ask. They hold on every day.
     *
     * @param overrides dotted key to value, as in {@code {"threshold.codes": ["G", "O", "U"], "window.anchor": "DAY"}}
     * @throws PolicyOverrideException naming every key that is unknown and every value of the wrong form
     */
    Policy with(Map<String, JsonNode> overrides) throws PolicyOverrideException;

    /** The entry used on that day. */
    Optional<PolicyEntry> entry(String key, LocalDate on);

    /** Every entry used on that day, its own and inherited ones, in the order of the catalogue. */
    List<PolicyEntry> entries(LocalDate on);

    /** All entries of a key in this policy and those it inherits from, the policy's own first, each file's oldest first. */
    List<PolicyEntry> allEntries(String key);

    /** A whole number of the key's unit. */
    Optional<Integer> number(String key, LocalDate on);

    /** Two whole numbers, such as the shortest and the longest. */
    Optional<List<Integer>> numbers(String key, LocalDate on);

    /** Yes or no. */
    Optional<Boolean> yesNo(String key, LocalDate on);

    /** Words: a sentence, or one of the words that the schema lists. */
    Optional<String> text(String key, LocalDate on);

    /** Several of them, in order. */
    Optional<List<String>> list(String key, LocalDate on);

    /** Codes of the register. */
    Optional<Set<AttendanceCode>> codes(String key, LocalDate on);

    /** A day of the week. */
    Optional<DayOfWeek> weekday(String key, LocalDate on);

    /** A date; empty also where the policy switches the rule off. */
    Optional<LocalDate> date(String key, LocalDate on);

    /** Bands of attendance, in order. */
    Optional<List<Band>> bands(String key, LocalDate on);
}
