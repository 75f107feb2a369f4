package uk.daymark.enforcement.improve;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.daymark.enforcement.ReferralRoute;
import uk.daymark.enforcement.hold.CountedSessions;
import uk.daymark.enforcement.ledger.Ledger;
import uk.daymark.enforcement.referral.ParentCase;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.MarkedSession;
import uk.daymark.measure.ProsecutionLimit;
import uk.daymark.measure.Session;

/** The sessions missed without leave that a notice to improve speaks of, counted anew; none that a notice to this parent or a prosecution relies on. */
@Component
class Offence {

    private final CountedSessions counted;
    private final Ledger ledger;
    private final Clock clock;

    Offence(CountedSessions counted, Ledger ledger, Clock clock) {
        this.counted = counted;
        this.ledger = ledger;
        this.clock = clock;
    }

    List<MarkedSession> of(ImprovementCase about) {
        Set<Session> used = about.parent().map(this::used).orElse(Set.of());
        return about.parent().map(counted::of).orElseGet(() -> counted.of(about.file())).stream()
                .filter(marked -> !used.contains(marked.session()))
                .toList();
    }

    private Set<Session> used(ParentCase parent) {
        return ledger.used(parent.parent().contact(), parent.file().pupil()).keySet();
    }

    /** The same as sessions alone. */
    Set<Session> sessions(ImprovementCase about) {
        return of(about).stream().map(MarkedSession::session).collect(Collectors.toSet());
    }

    /** By which route the case is worked. */
    ReferralRoute route(ImprovementCase about) {
        return about.parent().map(counted::route).orElseGet(() -> counted.route(about.file()));
    }

    /** Whether all of it is leave taken in term time. */
    boolean leaveOnly(ImprovementCase about, List<MarkedSession> missed) {
        Set<AttendanceCode> leave =
                about.policy().codes("leave.codes", LocalDate.now(clock)).orElse(Set.of());
        return route(about) == ReferralRoute.LEAVE
                || !missed.isEmpty() && missed.stream().allMatch(marked -> leave.contains(marked.code()));
    }

    /** Until when a prosecution for them may begin. */
    Optional<ProsecutionLimit> limit(ImprovementCase about, List<MarkedSession> missed) {
        return counted.limit(about.policy(), missed);
    }
}
