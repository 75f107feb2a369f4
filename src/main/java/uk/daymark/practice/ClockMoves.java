package uk.daymark.practice;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;
import uk.daymark.measure.RegisterDates;
import uk.daymark.time.ClockFollower;
import uk.daymark.time.Dates;
import uk.daymark.time.LondonTime;
import uk.daymark.web.Conflict;
import uk.daymark.web.Fault;
import uk.daymark.web.InvalidInput;

/** Moves the practice clock forward, one move at a time, and takes everything that follows it along. */
@Service
@Profile("practice")
public class ClockMoves {

    private final PracticeClock clock;
    private final List<ClockFollower> followers;
    private final Dates dates;

    ClockMoves(PracticeClock clock, List<ClockFollower> followers, Dates dates) {
        this.clock = clock;
        this.followers = followers;
        this.dates = dates;
    }

    /**
     * Moves the clock. When this returns, all that the move caused is committed. Where a follower fails, the clock has moved all the
     * same and the same move may be asked for again.
     *
     * @param to London time, not before the time the clock shows; the same time changes nothing
     * @throws InvalidInput where that time is left out when the clocks go forward, or lies where no register does
     * @throws Conflict where it lies in the past
     */
    public synchronized void moveTo(LocalDateTime to) {
        if (!RegisterDates.plausible(to.toLocalDate())) {
            throw new InvalidInput(
                    "/to",
                    "Give a year from " + RegisterDates.EARLIEST.getYear() + " to " + RegisterDates.LATEST.getYear()
                            + ".");
        }
        Instant from = clock.instant();
        Instant target = existing(to.truncatedTo(ChronoUnit.MINUTES));
        if (target.isBefore(from)) {
            throw new Conflict("The practice clock stands at " + dates.moment(clock.wallTime())
                    + " and only moves forward. Give a later time, or start with an empty data folder.");
        }
        clock.put(target);
        followers.forEach(follower -> follower.clockMoved(from, target));
    }

    private static Instant existing(LocalDateTime wallTime) {
        ZoneId zone = LondonTime.ZONE;
        if (zone.getRules().getValidOffsets(wallTime).isEmpty()) {
            throw new InvalidInput(List.of(
                    new Fault("/to", "That time does not exist: the clocks go forward then. Give another time.")));
        }
        return wallTime.atZone(zone).toInstant();
    }
}
