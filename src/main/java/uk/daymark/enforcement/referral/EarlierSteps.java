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
import uk.daymark.people.ContactId;
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
    private final LiableParents parents;
    private final ProsecutedBefore prosecuted;
    private final Clock clock;

    EarlierSteps(
            Ledger ledger,
            Parties parties,
            Cases cases,
            LiableParents parents,
            ProsecutedBefore prosecuted,
            Clock clock) {
        this.ledger = ledger;
        this.parties = parties;
        this.cases = cases;
        this.parents = parents;
        this.prosecuted = prosecuted;
        this.clock = clock;
    }

    /** Whether this person was convicted before for this child's attendance, other than for leave only. */
    public boolean convicted(ParentCase parent) {
        boolean afterANotice = notices(parent)
                .filter(file -> file.outcome() == NoticeLookback.Outcome.UNPAID_CONVICTED)
                .anyMatch(file -> !onlyLeave(parent.policy(), file));
        Set<AttendanceCode> leave = leave(parent.policy());
        return afterANotice
                || cases.of(parent.file().pupil()).stream()
                        .flatMap(file -> parents.of(file.ref()).stream())
                        .filter(other -> same(parent.parent().contact(), other.contact()))
                        .anyMatch(other -> prosecuted.convicted(other.key(), leave));
    }

    private boolean same(ContactId one, ContactId other) {
        return one.equals(other) || person(one).stream().anyMatch(person(other)::contains);
    }

    private Set<PartyId> person(ContactId contact) {
        return parties.of(contact).map(parties::same).orElse(Set.of());
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
        Set<PartyId> person = person(parent.parent().contact());
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

    private Set<AttendanceCode> leave(Policy policy) {
        return policy.countingRules(LocalDate.now(clock)).leave().codes();
    }

    /** By its sessions; of an earlier notice, which names none, by what was said of it. */
    private boolean onlyLeave(Policy policy, NoticeFile file) {
        Set<AttendanceCode> leave = leave(policy);
        if (file.notice().sessions().isEmpty()) {
            return file.told()
                    .filter(told -> told.absence() == NoticeFile.Absence.LEAVE)
                    .isPresent();
        }
        return file.notice().sessions().stream().allMatch(marked -> leave.contains(marked.code()));
    }
}
