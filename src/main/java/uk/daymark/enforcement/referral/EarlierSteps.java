package uk.daymark.enforcement.referral;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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

    /** What has an order of its own. */
    private static final Set<Route> APART = Set.of(Route.LEAVE, Route.PUBLIC_PLACE);

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
                .filter(file -> file.outcome() == NoticeLookback.Outcome.UNPAID_CONVICTED)
                .anyMatch(file -> !onlyLeave(parent.policy(), file));
        return afterANotice
                || cases.of(parent.file().pupil()).stream()
                        .flatMap(file -> parents.of(file.ref()).stream())
                        .filter(other -> other.contact().equals(parent.parent().contact()))
                        .filter(other -> referrals
                                .of(other)
                                .filter(referral -> !APART.contains(referral.route()))
                                .isPresent())
                        .anyMatch(other -> prosecuted.convicted(other.key()));
    }

    /** Whether a notice about this child's attendance to this parent counts today, other than one for leave. */
    public boolean noticed(ParentCase parent) {
        LocalDate today = LocalDate.now(clock);
        NoticeLookback lookback = lookback(parent.policy(), today);
        return notices(parent)
                .filter(file -> lookback.counts(today, Ledger.asEarlier(file)))
                .anyMatch(file -> !onlyLeave(parent.policy(), file));
    }

    /** Those about attendance. */
    private Stream<NoticeFile> notices(ParentCase parent) {
        Set<PartyId> person =
                parties.of(parent.parent().contact()).map(parties::same).orElse(Set.of());
        return ledger.about(List.of(parent.file().pupil())).stream()
                .filter(file -> file.notice().kind() == Notice.Kind.ATTENDANCE)
                .filter(file -> person.contains(file.notice().party()));
    }

    private static NoticeLookback lookback(Policy policy, LocalDate today) {
        return new NoticeLookback(
                policy.number("pn.lookback", today).orElseThrow(),
                policy.yesNo("pn.anniversary_counts", today).orElse(false),
                policy.date("pn.count_offences_from", today),
                policy.date("pn.count_issued_from", today));
    }

    /** By its sessions; of an earlier notice, which names none, by what was said of it. */
    private boolean onlyLeave(Policy policy, NoticeFile file) {
        Set<AttendanceCode> leave =
                policy.countingRules(LocalDate.now(clock)).leave().codes();
        if (file.notice().sessions().isEmpty()) {
            return file.told()
                    .filter(told -> told.absence() == NoticeFile.Absence.LEAVE)
                    .isPresent();
        }
        return file.notice().sessions().stream().allMatch(marked -> leave.contains(marked.code()));
    }
}
