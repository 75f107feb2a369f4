package uk.daymark.enforcement.referral;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.daymark.cases.Cases;
import uk.daymark.enforcement.ledger.Ledger;
import uk.daymark.enforcement.ledger.Notice;
import uk.daymark.enforcement.ledger.NoticeFile;
import uk.daymark.enforcement.ledger.Parties;
import uk.daymark.enforcement.ledger.PartyId;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.NoticeLookback;
import uk.daymark.policy.Policy;

/**
 * What was done before about a parent of a child, as the order of steps of a policy counts it: what was for leave does not count in it.
 *
 * <p>Source: Cambridgeshire, How the Attendance Service can support you, 2024 (S3): leave has its own order.
 */
@Component
public class EarlierSteps {

    private final Ledger ledger;
    private final Parties parties;
    private final Cases cases;
    private final Referrals referrals;
    private final LiableParents parents;
    private final ProsecutedBefore prosecuted;
    private final Clock clock;

    EarlierSteps(
            Ledger ledger,
            Parties parties,
            Cases cases,
            Referrals referrals,
            LiableParents parents,
            ProsecutedBefore prosecuted,
            Clock clock) {
        this.ledger = ledger;
        this.parties = parties;
        this.cases = cases;
        this.referrals = referrals;
        this.parents = parents;
        this.prosecuted = prosecuted;
        this.clock = clock;
    }

    /** Whether this parent was convicted before for this child, other than for leave. */
    public boolean convicted(ParentCase parent) {
        boolean afterANotice = notices(parent)
                .filter(file -> file.prosecution()
                        .filter(prosecution -> prosecution.result() == NoticeFile.Result.CONVICTED)
                        .isPresent())
                .anyMatch(file -> !onlyLeave(parent.policy(), file));
        return afterANotice
                || cases.of(parent.file().pupil()).stream()
                        .flatMap(file -> parents.of(file.ref()).stream())
                        .filter(other -> other.contact().equals(parent.parent().contact()))
                        .filter(other -> referrals
                                .of(other)
                                .filter(referral -> referral.route() != Route.LEAVE)
                                .isPresent())
                        .anyMatch(other -> prosecuted.convicted(other.key()));
    }

    /** Whether a notice about this child's attendance to this parent stands in the years looked back over, other than one for leave. */
    public boolean noticed(ParentCase parent) {
        LocalDate from = lookback(parent.policy());
        return notices(parent)
                .filter(file -> file.withdrawal().isEmpty())
                .filter(file -> file.notice().kind() == Notice.Kind.ATTENDANCE)
                .filter(file -> !file.notice().issuedOn().isBefore(from))
                .anyMatch(file -> !onlyLeave(parent.policy(), file));
    }

    private Stream<NoticeFile> notices(ParentCase parent) {
        Set<PartyId> person =
                parties.of(parent.parent().contact()).map(parties::same).orElse(Set.of());
        return ledger.about(List.of(parent.file().pupil())).stream()
                .filter(file -> person.contains(file.notice().party()));
    }

    private LocalDate lookback(Policy policy) {
        LocalDate today = LocalDate.now(clock);
        return new NoticeLookback(
                        policy.number("pn.lookback", today).orElseThrow(),
                        policy.yesNo("pn.anniversary_counts", today).orElse(false),
                        Optional.empty(),
                        Optional.empty())
                .from(today);
    }

    /** One without named sessions is not known to be for leave alone. */
    private boolean onlyLeave(Policy policy, NoticeFile file) {
        Set<AttendanceCode> leave =
                policy.countingRules(LocalDate.now(clock)).leave().codes();
        return !file.notice().sessions().isEmpty()
                && file.notice().sessions().stream().allMatch(marked -> leave.contains(marked.code()));
    }
}
