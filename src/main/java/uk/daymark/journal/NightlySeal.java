package uk.daymark.journal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.time.DueWork;
import uk.daymark.time.LondonTime;

/** Seals the journal each night, before anybody is at work. */
@Component
class NightlySeal implements DueWork {

    private static final LocalTime BEFORE_WORK = LocalTime.of(6, 0);

    private final Seals seals;
    private final Clock clock;

    NightlySeal(Seals seals, Clock clock) {
        this.seals = seals;
        this.clock = clock;
    }

    @Override
    public Optional<Instant> nextDue() {
        LocalDate next = seals.last()
                .map(last -> LocalDate.ofInstant(last.at(), LondonTime.ZONE).plusDays(1))
                .orElseGet(() -> LocalDate.now(clock));
        return Optional.of(next.atTime(BEFORE_WORK).atZone(LondonTime.ZONE).toInstant());
    }

    @Override
    public void runDue() {
        if (nextDue().filter(due -> !due.isAfter(clock.instant())).isPresent()) {
            seals.seal();
        }
    }
}
