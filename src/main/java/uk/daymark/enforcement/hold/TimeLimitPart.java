package uk.daymark.enforcement.hold;

import java.util.List;
import org.springframework.stereotype.Component;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.CasePart;
import uk.daymark.cases.Cases;
import uk.daymark.enforcement.referral.ParentCases;
import uk.daymark.policy.Policy;
import uk.daymark.time.Dates;

/** On a case's page, until when a prosecution for its sessions may begin: it runs on whatever holds a sanction. */
@Component
class TimeLimitPart implements CasePart {

    private final CountedSessions counted;
    private final SupportHolds holds;
    private final ParentCases parents;
    private final Cases cases;
    private final Dates dates;

    TimeLimitPart(CountedSessions counted, SupportHolds holds, ParentCases parents, Cases cases, Dates dates) {
        this.counted = counted;
        this.holds = holds;
        this.parents = parents;
        this.cases = cases;
        this.dates = dates;
    }

    /** Where the case was referred, or something holds a sanction that would follow. */
    @Override
    public List<Waiting> waiting(CaseFile file) {
        if (file.status() == CaseFile.Status.CLOSED) {
            return List.of();
        }
        Policy policy = parents.policy(file);
        boolean matters = cases.wasReferred(file.ref())
                || !holds.of(file, policy, counted.route(file)).isEmpty();
        return matters
                ? counted
                        .limit(policy, counted.of(file))
                        .map(limit -> new Waiting(
                                "Time limit for a prosecution: safe until " + dates.day(limit.safe())
                                        + ", at the latest " + dates.day(limit.outer()),
                                "Counted from the first and from the last of the sessions that count (Magistrates'"
                                        + " Courts Act 1980, section 127).",
                                "It runs on, whatever holds a sanction."))
                        .stream()
                        .toList()
                : List.of();
    }
}
