package uk.daymark.enforcement.notice;

import java.util.List;
import uk.daymark.enforcement.CheckedRule;
import uk.daymark.enforcement.NoticeAnswer;
import uk.daymark.enforcement.Warning;

/**
 * Whether a notice may be issued at this moment.
 *
 * @param terms rate, amounts and dates that it would have
 * @param blocked every rule that stands against it, each with its source and what would change it
 * @param warnings what the person who decides should know
 */
public record IssueAnswer(NoticeAnswer terms, List<CheckedRule> blocked, List<Warning> warnings) {

    public IssueAnswer {
        blocked = List.copyOf(blocked);
        warnings = List.copyOf(warnings);
    }

    /** Whether no rule stands against it. */
    public boolean allowed() {
        return blocked.isEmpty();
    }
}
