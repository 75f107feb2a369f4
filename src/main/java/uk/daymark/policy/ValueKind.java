package uk.daymark.policy;

import java.util.Map;
import java.util.Optional;

/** What a value looks like. Each kind is a definition of {@code policies/policy.schema.json}. */
public enum ValueKind {
    /** A whole number of the key's unit. */
    NUMBER,
    /** Two whole numbers: the shortest and the longest, the discounted and the full. */
    NUMBER_PAIR,
    /** True or false. */
    YES_NO,
    /** Codes of the register. */
    CODES,
    /** One of the words that the schema lists. */
    CHOICE,
    /** A day of the week by its English name. */
    WEEKDAY,
    /** A date, or false for "switched off". */
    DATE_OR_OFF,
    /** A sentence or a few words. */
    TEXT,
    /** Several of them, in order. */
    LIST,
    /** Bands of attendance, see {@link Band}. */
    BANDS;

    private static final Map<String, ValueKind> BY_DEFINITION = Map.of(
            "number", NUMBER,
            "numberPair", NUMBER_PAIR,
            "yesNo", YES_NO,
            "codes", CODES,
            "choice", CHOICE,
            "weekday", WEEKDAY,
            "dateOrOff", DATE_OR_OFF,
            "text", TEXT,
            "list", LIST,
            "bands", BANDS);

    /** The kind that this definition of the schema describes; empty where it describes none. */
    static Optional<ValueKind> ofDefinition(String definition) {
        return Optional.ofNullable(BY_DEFINITION.get(definition));
    }
}
