package uk.daymark.enforcement;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A rule that was looked at, and what was found.
 *
 * @param code stable name of the rule, after what is wrong where it is not kept: {@code TWO_NOTICES_IN_LOOKBACK}
 * @param message what was found, for a person
 * @param until the first day on which waiting alone cures it; empty where it does not, and where the rule is kept
 * @param source where the rule is written, and whether that has still to be confirmed
 * @param whatWouldChangeThis what somebody could do about it; empty where the rule is kept
 */
public record CheckedRule(
        String code, String message, Optional<LocalDate> until, String source, String whatWouldChangeThis) {}
