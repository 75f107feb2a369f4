package uk.daymark.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import uk.daymark.measure.CountingRules;

/** One authority's or school's policy, with what it inherits. Immutable. */
public interface Policy {

    /** The name of its file without ending: {@code cambridgeshire}. */
    String name();

    /** Whose policy it is, for people: "Cambridgeshire County Council". */
    String title();

    /** Content hash over its own values and all it inherits, and any overrides: goes with every result computed under it. */
    String version();

    /** The last day it was in force; empty where it is. */
    Optional<LocalDate> lastDay();

    /** The numbers and codes for counting, as in force on that day. */
    CountingRules countingRules(LocalDate on);

    /**
     * The same policy with some values replaced, as a check may ask.
     *
     * @param overrides dotted key to value, as in {@code {"threshold.codes": ["G", "O", "U"], "window.anchor": "DAY"}}
     * @throws PolicyOverrideException naming every key that is unknown and every value of the wrong form
     */
    Policy with(Map<String, JsonNode> overrides) throws PolicyOverrideException;
}
