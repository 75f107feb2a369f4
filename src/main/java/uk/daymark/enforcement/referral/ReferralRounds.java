package uk.daymark.enforcement.referral;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.LeaveOfCase;
import uk.daymark.enforcement.referral.Referral.Standing;
import uk.daymark.enforcement.referral.ReferredCase.Named;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.Timetable;
import uk.daymark.people.Schools;

/** The round in which a case's referral is, and what a new one begins with. */
@Component
class ReferralRounds {

    private final ReferralStore store;
    private final LiableParents parents;
    private final ParentCases parentCases;
    private final LeaveOfCase leave;
    private final Optional<PublicPlaceEvidence> publicPlace;
    private final Schools schools;
    private final Clock clock;

    ReferralRounds(
            ReferralStore store,
            LiableParents parents,
            ParentCases parentCases,
            LeaveOfCase leave,
            Optional<PublicPlaceEvidence> publicPlace,
            Schools schools,
            Clock clock) {
        this.store = store;
        this.parents = parents;
        this.parentCases = parentCases;
        this.leave = leave;
        this.publicPlace = publicPlace;
        this.schools = schools;
        this.clock = clock;
    }

    /** The last round; empty where the case was never to be referred. */
    Optional<Referral> last(CaseFile file) {
        List<Referral> rounds = store.of(file.ref());
        return rounds.isEmpty() ? Optional.empty() : Optional.of(rounds.get(rounds.size() - 1));
    }

    /** The round that is open. */
    Referral open(CaseFile file) {
        return last(file)
                .filter(referral -> referral.standing().open())
                .orElseThrow(() -> new IllegalStateException("No referral of " + file.ref() + " is open"));
    }

    /** The round before the last. */
    Optional<Referral> before(CaseFile file) {
        List<Referral> rounds = store.of(file.ref());
        return rounds.size() < 2 ? Optional.empty() : Optional.of(rounds.get(rounds.size() - 2));
    }

    /**
     * The round that is open, or a new one: after a return with what was asked before, else with what the records suggest.
     *
     * @param days those for which it was wanted; empty where they follow from the records
     */
    Referral openOrBegin(CaseFile file, Route route, Optional<DateRange> days) {
        store.hold(file.ref());
        Optional<Referral> last = last(file);
        if (last.filter(referral -> referral.standing().open()).isEmpty()) {
            Optional<Referral> returned = last.filter(referral -> referral.standing() == Standing.RETURNED);
            store.begin(
                    file.ref(),
                    last.map(Referral::round).orElse(0) + 1,
                    returned.map(Referral::route).orElse(route),
                    returned.map(Referral::period).or(() -> days).orElseGet(() -> period(file, route)),
                    returned.map(Referral::statement).orElse(""));
        }
        return open(file);
    }

    /** The parents to look at: those it names, or named before it was returned; none while nobody has been named. */
    List<Named> named(CaseFile file, Referral referral) {
        List<Integer> numbers = referral.parents().isEmpty()
                ? before(file)
                        .filter(earlier -> earlier.standing() == Standing.RETURNED)
                        .map(Referral::parents)
                        .orElse(List.of())
                : referral.parents();
        return parents.of(file.ref()).stream()
                .filter(parent -> numbers.contains(parent.key().number()))
                .map(parent -> new Named(parent.key().number(), parent.contact(), parent.liableBecause()))
                .toList();
    }

    private DateRange period(CaseFile file, Route route) {
        return switch (route) {
            case LEAVE -> {
                List<LeaveOfCase.HandedOver> handed = leave.of(file.ref());
                yield handed.isEmpty()
                        ? schoolWeeks(file)
                        : handed.get(handed.size() - 1).days();
            }
            case PUBLIC_PLACE ->
                publicPlace.flatMap(known -> known.seen(file.ref())).orElseGet(() -> schoolWeeks(file));
            case IRREGULAR, STATUTORY_INTERVENTION -> schoolWeeks(file);
        };
    }

    /** So many school weeks up to today as the window of the authority's policy has, this week among them. */
    private DateRange schoolWeeks(CaseFile file) {
        LocalDate today = LocalDate.now(clock);
        int weeks = parentCases
                .policy(file)
                .number("threshold.window", today)
                .orElseThrow(() -> new IllegalStateException("No policy settles threshold.window"));
        Timetable timetable = schools.timetable(file.school());
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate from = monday;
        int found = 0;
        for (LocalDate week = monday; found < weeks && week.isAfter(today.minusYears(1)); week = week.minusWeeks(1)) {
            Optional<LocalDate> first =
                    days(week, today).filter(timetable::isSchoolDay).findFirst();
            if (first.isPresent()) {
                from = first.get();
                found++;
            }
        }
        return new DateRange(from.isAfter(today) ? today : from, today);
    }

    private static Stream<LocalDate> days(LocalDate monday, LocalDate today) {
        LocalDate end = monday.plusWeeks(1);
        return monday.datesUntil(end.isAfter(today) ? today.plusDays(1) : end);
    }
}
