package uk.daymark.enforcement.referral;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.Cases;
import uk.daymark.enforcement.referral.Referrals.Waiting;
import uk.daymark.people.Scope;
import uk.daymark.time.Dates;

/**
 * What the panel decides at which sitting, parent by parent. What a sitting leaves undecided is on the agenda of the next; a decision
 * counts for the sitting that made it. What is out of scope is as if it were not there.
 */
@Service
public class Sittings {

    private final ParentSittings store;
    private final Referrals referrals;
    private final ReferralCases referralCases;
    private final ParentCases parentCases;
    private final Cases cases;
    private final Dates dates;
    private final Clock clock;

    Sittings(
            ParentSittings store,
            Referrals referrals,
            ReferralCases referralCases,
            ParentCases parentCases,
            Cases cases,
            Dates dates,
            Clock clock) {
        this.store = store;
        this.referrals = referrals;
        this.referralCases = referralCases;
        this.parentCases = parentCases;
        this.cases = cases;
        this.dates = dates;
        this.clock = clock;
    }

    /** What a sitting has to decide: one parent. */
    public record Item(Waiting waiting, ParentCase parent) {}

    /**
     * A sitting in a list.
     *
     * @param items the parents on its agenda
     * @param undecided those of whom a decision is asked and not made
     */
    public record Sitting(LocalDate day, int items, int undecided) {}

    /**
     * The parents of whom the sitting on that day has to decide, has decided, or has left the decision to a later one; and those whom an
     * earlier one has left to it.
     */
    public List<Item> on(LocalDate day, Scope scope) {
        Set<ParentKey> keys = new LinkedHashSet<>(store.on(day, scope));
        left(scope).stream()
                .filter(left -> left.next().equals(day) || left.deciding().equals(day))
                .map(Left::parent)
                .forEach(keys::add);
        Map<ParentKey, ParentCase> parents = parentCases.of(keys);
        Map<ParentKey, Waiting> waiting = referrals.waiting(
                parents.values().stream().map(ParentCase::parent).toList());
        return keys.stream()
                .filter(waiting::containsKey)
                .map(key ->
                        new Item(Objects.requireNonNull(waiting.get(key)), Objects.requireNonNull(parents.get(key))))
                .toList();
    }

    /** The sittings from today on that have anything to decide, or have decided it, the next first. */
    public List<Sitting> next(Scope scope) {
        SortedMap<LocalDate, Sitting> byDay = new TreeMap<>();
        for (ParentSittings.Count count : store.from(LocalDate.now(clock), scope)) {
            byDay.put(count.day(), new Sitting(count.day(), count.items(), count.undecided()));
        }
        for (Left left : left(scope)) {
            byDay.merge(
                    left.next(),
                    new Sitting(left.next(), 1, 1),
                    (some, more) -> new Sitting(some.day(), some.items() + 1, some.undecided() + 1));
        }
        return List.copyOf(byDay.values());
    }

    /**
     * What an earlier sitting has left.
     *
     * @param deciding the sitting for which a decision of today counts
     * @param next the one on whose agenda it comes if nothing is decided before
     */
    private record Left(ParentKey parent, LocalDate deciding, LocalDate next) {}

    private List<Left> left(Scope scope) {
        List<Left> all = new ArrayList<>();
        for (ParentSittings.Left left : store.leftBefore(LocalDate.now(clock), scope)) {
            CaseFile file = cases.find(left.parent().caseRef()).orElseThrow();
            referralCases
                    .sittingFromToday(file)
                    .ifPresent(next ->
                            all.add(new Left(left.parent(), referralCases.decidingToday(file, left.asked()), next)));
        }
        return all;
    }

    /** The sitting for which a decision counts that is made about a parent today; empty where none was asked. */
    Optional<LocalDate> deciding(ParentCase parent) {
        return parent.parent().sittingOn().map(asked -> referralCases.decidingToday(parent.file(), asked));
    }

    /** Why the panel cannot decide about a parent yet; empty from the day of the sitting on. */
    Optional<String> tooEarly(ParentCase parent) {
        LocalDate today = LocalDate.now(clock);
        return deciding(parent)
                .filter(today::isBefore)
                .map(day -> "The panel sits on " + dates.weekday(day) + " and decides on that day or later. Source: "
                        + parent.policy()
                                .entry("panel.day", today)
                                .map(entry -> entry.source())
                                .orElse(parent.policy().title())
                        + ".");
    }
}
