package uk.daymark.enforcement.referral;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.CaseRef;
import uk.daymark.cases.Cases;
import uk.daymark.measure.BankHolidays;
import uk.daymark.measure.PanelDays;
import uk.daymark.people.Schools;
import uk.daymark.policy.BankHolidayChanges;
import uk.daymark.policy.Policy;

/** The case behind a key, and what its authority's policy says of who decides. */
@Component
class ReferralCases {

    private static final String INTERVENTION = "statutory intervention";

    private final Cases cases;
    private final ParentCases parentCases;
    private final Schools schools;
    private final BankHolidays bankHolidays;
    private final Clock clock;

    ReferralCases(Cases cases, ParentCases parentCases, Schools schools, BankHolidayChanges changes, Clock clock) {
        this.cases = cases;
        this.parentCases = parentCases;
        this.schools = schools;
        this.bankHolidays = new BankHolidays(changes.extra(), changes.removed());
        this.clock = clock;
    }

    CaseFile of(String key) {
        return find(key).orElseThrow(() -> new IllegalStateException("There is no case " + key));
    }

    Optional<CaseFile> find(String key) {
        return Optional.of(key).filter(CaseRef::fits).flatMap(ref -> cases.find(new CaseRef(ref)));
    }

    /** The authority sees the case from now on, where it did not before. */
    void goesToAuthority(CaseFile file, String why) {
        if (!cases.wasReferred(file.ref())) {
            cases.refer(file.ref(), why);
        }
    }

    /** What the school can ask, given how the referral began: statutory intervention only where the authority's ladder has it. */
    List<Route> routes(CaseFile file, Route begun) {
        boolean ladder = parentCases
                .policy(file)
                .list("ladder", LocalDate.now(clock))
                .filter(steps -> steps.contains(INTERVENTION))
                .isPresent();
        return begun == Route.LEAVE || begun == Route.PUBLIC_PLACE
                ? List.of(begun)
                : ladder ? List.of(Route.IRREGULAR, Route.STATUTORY_INTERVENTION) : List.of(Route.IRREGULAR);
    }

    /** Whether a panel decides at that authority. */
    boolean panel(Policy policy) {
        return policy.yesNo("panel.exists", LocalDate.now(clock)).orElse(false);
    }

    /** Within how many months the period of a referral has to begin. */
    int lookBack(CaseFile file) {
        return parentCases
                .policy(file)
                .number("referral.look_back", LocalDate.now(clock))
                .orElseThrow(() -> new IllegalStateException("No policy settles referral.look_back"));
    }

    /**
     * The panel's next sitting after today, by the policy's weekday and the calendar of the school; empty where no panel sits, or the
     * calendar ends before.
     */
    Optional<LocalDate> nextSitting(CaseFile file) {
        return sittingAfter(file, LocalDate.now(clock));
    }

    /** The panel's sitting today, or the next. */
    Optional<LocalDate> sittingFromToday(CaseFile file) {
        return sittingAfter(file, LocalDate.now(clock).minusDays(1));
    }

    /** The sitting that decides today what was asked for a sitting: that one until the next has come, then the latest up to today. */
    LocalDate decidingToday(CaseFile file, LocalDate asked) {
        LocalDate today = LocalDate.now(clock);
        LocalDate deciding = asked;
        Optional<LocalDate> next = sittingAfter(file, deciding);
        while (next.filter(day -> !day.isAfter(today)).isPresent()) {
            deciding = next.get();
            next = sittingAfter(file, deciding);
        }
        return deciding;
    }

    private Optional<LocalDate> sittingAfter(CaseFile file, LocalDate day) {
        LocalDate today = LocalDate.now(clock);
        Policy policy = parentCases.policy(file);
        return panel(policy)
                ? policy.weekday("panel.day", today)
                        .flatMap(weekday ->
                                new PanelDays(weekday, schools.calendar(file.school()), bankHolidays).nextAfter(day))
                : Optional.empty();
    }
}
