package uk.daymark.checks;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.daymark.checks.RuleNote.Remark;
import uk.daymark.checks.RuleNote.Rule;
import uk.daymark.enforcement.NoticeAnswer;
import uk.daymark.enforcement.NoticeRate;
import uk.daymark.figures.Note;
import uk.daymark.figures.RegisterFigures.PolicyUsed;
import uk.daymark.measure.ProsecutionLimit;
import uk.daymark.policy.Policy;

/**
 * The answer to a check of a penalty notice as it is written to JSON. What there is none of is null, never left out. Field names are
 * a contract.
 *
 * @param policy the policy it was computed under
 * @param allowed whether no rule stands against it
 * @param rate null where no further notice is possible in the time looked back over
 * @param amounts pounds
 * @param discountedUntil the last day for the lower amount; null where there is none
 */
public record NoticeFigures(
        PolicyUsed policy,
        boolean allowed,
        @Nullable NoticeRate rate,
        int previousCounted,
        LocalDate lookbackFrom,
        Amounts amounts,
        LocalDate deemedReceivedOn,
        @Nullable LocalDate discountedUntil,
        LocalDate fullUntil,
        ProsecutionLimit prosecuteBy,
        List<Rule> blocked,
        List<Remark> warnings) {

    /**
     * @param discounted null where there is no lower amount for early payment
     * @param full null where there is no rate
     */
    public record Amounts(
            @Nullable Integer discounted, @Nullable Integer full) {}

    static NoticeFigures of(Policy policy, NoticeAnswer answer, List<Note> notes) {
        return new NoticeFigures(
                new PolicyUsed(policy.name(), policy.title(), policy.version()),
                answer.allowed(),
                answer.rate().orElse(null),
                answer.previousCounted(),
                answer.lookbackFrom(),
                new Amounts(answer.discounted().orElse(null), answer.full().orElse(null)),
                answer.deemedReceivedOn(),
                answer.discountedUntil().orElse(null),
                answer.fullUntil(),
                answer.prosecuteBy(),
                Rule.all(answer.blocked()),
                Remark.all(answer.warnings(), notes));
    }
}
