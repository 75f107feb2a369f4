package uk.daymark.enforcement.referral;

import java.time.LocalDate;
import java.util.Optional;
import uk.daymark.enforcement.CheckedRule;
import uk.daymark.enforcement.referral.Referral.Result;

/**
 * What one check found, before it is asked what that means for the referral.
 *
 * @param parent the number of the parent it is about; empty where it is about the case
 * @param cure what would cure it; empty text where nothing has to, or the table says it
 */
record Found(
        String code,
        Optional<Integer> parent,
        Result result,
        String found,
        String source,
        String cure,
        Optional<LocalDate> earliestOn) {

    static Found of(CheckedRule rule, Result result) {
        return new Found(
                rule.code(),
                Optional.empty(),
                result,
                rule.message(),
                rule.source(),
                result == Result.MET ? "" : rule.whatWouldChangeThis(),
                rule.until());
    }

    static Found of(String code, Result result, String found, String source) {
        return new Found(code, Optional.empty(), result, found, source, "", Optional.empty());
    }

    Found about(int number) {
        return new Found(code, Optional.of(number), result, found, source, cure, earliestOn);
    }
}
