package uk.daymark.enforcement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Whether a referral would be accepted, by every rule of the authority and not only the first that fails.
 *
 * @param earliestAdmissibleOn the first day, from the day asked for, on which nothing fails any more if only time goes by; empty
 *     where waiting alone cures nothing
 * @param nextPanelOn the first sitting after that day; empty where there is no such day, no panel, or the calendar ends before
 * @param failed rules that are not kept, in their fixed order
 * @param passed rules that are kept
 * @param unknown rules that could not be looked at because something was not said; they do not fail, but a person has to look
 * @param warnings what the person who refers or decides should know
 */
public record ReferralAnswer(
        Optional<LocalDate> earliestAdmissibleOn,
        Optional<LocalDate> nextPanelOn,
        List<CheckedRule> failed,
        List<CheckedRule> passed,
        List<CheckedRule> unknown,
        List<Warning> warnings) {

    public ReferralAnswer {
        failed = List.copyOf(failed);
        passed = List.copyOf(passed);
        unknown = List.copyOf(unknown);
        warnings = List.copyOf(warnings);
    }

    /** Whether no rule fails on the day asked for. */
    public boolean admissible() {
        return failed.isEmpty();
    }

    /** Whether every rule could be looked at. */
    public boolean complete() {
        return unknown.isEmpty();
    }
}
