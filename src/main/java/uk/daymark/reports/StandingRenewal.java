package uk.daymark.reports;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.people.Enrolment;
import uk.daymark.people.PupilId;
import uk.daymark.people.Pupils;
import uk.daymark.people.Schools;
import uk.daymark.people.Urn;
import uk.daymark.register.StoredRegister;
import uk.daymark.register.StoredRegister.PupilRegister;
import uk.daymark.time.DueWork;
import uk.daymark.time.Turn;

/** Counts what has become stale, soon after, some hundred pupils in a turn, so that nobody waits long. */
@Component
class StandingRenewal implements DueWork {

    private static final int AT_A_TIME = 200;

    private final StandingStore store;
    private final StoredRegister registers;
    private final Pupils pupils;
    private final Schools schools;
    private final Turn turn;
    private final Clock clock;

    StandingRenewal(
            StandingStore store, StoredRegister registers, Pupils pupils, Schools schools, Turn turn, Clock clock) {
        this.store = store;
        this.registers = registers;
        this.pupils = pupils;
        this.schools = schools;
        this.turn = turn;
        this.clock = clock;
    }

    @Override
    public Optional<Instant> nextDue() {
        // A moment that has passed, and stays the same for a while: what is due later than the look at the clock would
        // wait.
        Instant past = clock.instant().truncatedTo(ChronoUnit.HOURS);
        return store.anyStale(LocalDate.now(clock)) ? Optional.of(past) : Optional.empty();
    }

    @Override
    public void runDue() {
        while (turn.take(this::renewSome)) {
            // Until none is left.
        }
    }

    /** Whether there may be more. */
    private boolean renewSome() {
        LocalDate today = LocalDate.now(clock);
        List<PupilId> some = store.stale(today, AT_A_TIME);
        Map<PupilId, PupilRegister> stored = registers.of(some, today);
        Map<PupilId, List<Enrolment>> rolls = pupils.enrolments(some);
        Map<Urn, Long> calendars = schools.calendarVersions();
        List<StandingStore.Stored> counted = new ArrayList<>();
        for (PupilId pupil : some) {
            Optional.ofNullable(stored.get(pupil))
                    .map(register -> new StandingStore.Stored(
                            pupil,
                            Standing.of(register, today),
                            StandingBasis.of(rolls.getOrDefault(pupil, List.of()), calendars)))
                    .ifPresentOrElse(counted::add, () -> store.forget(pupil));
        }
        store.keep(counted);
        return some.size() == AT_A_TIME;
    }
}
