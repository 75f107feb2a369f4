package uk.daymark.reports;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
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
        return store.anyStale() ? Optional.of(clock.instant()) : Optional.empty();
    }

    @Override
    public void runDue() {
        while (turn.take(this::renewSome)) {
            // Until none is left.
        }
    }

    /** Whether there may be more. */
    private boolean renewSome() {
        List<PupilId> some = store.stale(AT_A_TIME);
        LocalDate today = LocalDate.now(clock);
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
