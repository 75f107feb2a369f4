package uk.daymark.checks;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.daymark.checks.RuleNote.Remark;
import uk.daymark.checks.RuleNote.Rule;
import uk.daymark.enforcement.ReferralAnswer;
import uk.daymark.figures.Note;
import uk.daymark.figures.RegisterFigures.PolicyUsed;
import uk.daymark.policy.Policy;

/**
 * The answer to a check of a referral as it is written to JSON. What there is none of is null, never left out. Field names are a
 * contract.
 *
 * @param policy the policy it was computed under
 * @param admissible whether no rule fails on the day asked for
 * @param complete whether every rule could be looked at
 * @param earliestAdmissibleOn null where waiting alone cures nothing
 * @param nextPanelOn null where there is no such day, no panel, or the calendar ends before
 */
public record ReferralVerdict(
        PolicyUsed policy,
        boolean admissible,
        boolean complete,
        @Nullable LocalDate earliestAdmissibleOn,
        @Nullable LocalDate nextPanelOn,
        List<Rule> failed,
        List<Rule> passed,
        List<Rule> unknown,
        List<Remark> warnings) {

    static ReferralVerdict of(Policy policy, ReferralAnswer answer, List<Note> notes) {
        return new ReferralVerdict(
                new PolicyUsed(policy.name(), policy.title(), policy.version()),
                answer.admissible(),
                answer.complete(),
                answer.earliestAdmissibleOn().orElse(null),
                answer.nextPanelOn().orElse(null),
                Rule.all(answer.failed()),
                Rule.all(answer.passed()),
                Rule.all(answer.unknown()),
                Remark.all(answer.warnings(), notes));
    }
}
