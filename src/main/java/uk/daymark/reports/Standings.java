package uk.daymark.reports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.people.PupilId;
import uk.daymark.people.Rolls;
import uk.daymark.people.Schools;
import uk.daymark.people.Scope;
import uk.daymark.people.Urn;
import uk.daymark.register.StoredRegister;

/**
 * How each pupil on roll stands in the school year. What is kept is used where it still holds, which for nearly all pupils it does;
 * the marks of the others are counted, so that the answer is always that of the marks.
 */
@Component
class Standings {

    private final Rolls rolls;
    private final Schools schools;
    private final StoredRegister registers;
    private final StandingStore store;

    Standings(Rolls rolls, Schools schools, StoredRegister registers, StandingStore store) {
        this.rolls = rolls;
        this.schools = schools;
        this.registers = registers;
        this.store = store;
    }

    /** A pupil on roll, and how that pupil stands. */
    record OnRoll(Rolls.OnRoll who, Standing standing) {}

    /** Every pupil whom the report may speak of and who is on roll on its day, by surname and forename. */
    List<OnRoll> of(Asked asked) {
        Scope scope = asked.scope();
        LocalDate day = asked.asOf();
        List<Rolls.OnRoll> all = rolls.on(day, scope).stream()
                .filter(one -> asked.knows(one.pupil().id()))
                .toList();
        if (all.isEmpty()) {
            return List.of();
        }
        Map<Urn, Long> calendars = schools.calendarVersions();
        Map<PupilId, StandingStore.Stored> kept = store.of(scope);
        Map<PupilId, Standing> found = new HashMap<>();
        List<PupilId> toCount = new ArrayList<>();
        for (Rolls.OnRoll one : all) {
            PupilId pupil = one.pupil().id();
            Optional<Standing> holds = Optional.ofNullable(kept.get(pupil))
                    .filter(stored -> stored.standing().holdsOn(day)
                            && stored.basis().equals(StandingBasis.of(one.all(), calendars)))
                    .map(StandingStore.Stored::standing);
            holds.ifPresentOrElse(standing -> found.put(pupil, standing), () -> toCount.add(pupil));
        }
        registers.of(toCount, day).forEach((pupil, register) -> found.put(pupil, Standing.of(register, day)));
        List<OnRoll> standings = new ArrayList<>();
        for (Rolls.OnRoll one : all) {
            Optional.ofNullable(found.get(one.pupil().id()))
                    .ifPresent(standing -> standings.add(new OnRoll(one, standing)));
        }
        return standings;
    }
}
