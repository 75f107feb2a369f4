package uk.daymark.practice;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;
import uk.daymark.measure.RegisterDates;
import uk.daymark.time.ClockFollower;
import uk.daymark.time.Dates;
import uk.daymark.time.DueWorkers;
import uk.daymark.time.LondonTime;
import uk.daymark.web.Conflict;
import uk.daymark.web.Fault;
import uk.daymark.web.InvalidInput;
import uk.daymark.web.Unfinished;

/**
 * Moves the practice clock forward, one move at a time. On the way the clock stops at every moment at which work is due, and the work is
 * done at that moment: months may pass in one move.
 */
@Service
@Profile("practice")
public class ClockMoves {

    private final PracticeClock clock;
    private final List<ClockFollower> followers;
    private final DueWorkers workers;
    private final TasksOnTheWay tasks;
    private final Dates dates;

    ClockMoves(
            PracticeClock clock, List<ClockFollower> followers, DueWorkers workers, TasksOnTheWay tasks, Dates dates) {
        this.clock = clock;
        this.followers = followers;
        this.workers = workers;
        this.tasks = tasks;
        this.dates = dates;
    }

    /**
     * Moves the clock. When this returns, all that the move caused is committed. Work that fails on the way does not stop the clock or
     * other work.
     *
     * @param to London time, not before the time the clock shows; for the same time, what is due by then is done
     * @return what was done on the way
     * @throws InvalidInput where that time is left out when the clocks go forward, or lies where no register does
     * @throws Conflict where it lies in the past
     * @throws Unfinished where the clock has moved and work on the way failed; says how much
     */
    public synchronized Move moveTo(LocalDateTime to) {
        if (!RegisterDates.plausible(to.toLocalDate())) {
            throw new InvalidInput(
                    "/to",
                    "Give a year from " + RegisterDates.EARLIEST.getYear() + " to " + RegisterDates.LATEST.getYear()
                            + ".");
        }
        Instant target = existing(to.truncatedTo(ChronoUnit.MINUTES));
        if (target.isBefore(clock.instant())) {
            throw new Conflict("The practice clock stands at " + dates.moment(clock.wallTime())
                    + " and only moves forward. Give a later time, or start with an empty data folder.");
        }
        int opened = tasks.opened();
        int withdrawn = tasks.withdrawn();
        int failed = through(target);
        if (failed > 0) {
            throw new Unfinished("The practice clock stands at " + dates.moment(clock.wallTime())
                    + ". On the way, work that was due failed " + (failed == 1 ? "once" : failed + " times")
                    + "; the application's log says why. All other work is done.");
        }
        return new Move(clock.wallTime(), tasks.opened() - opened, tasks.withdrawn() - withdrawn);
    }

    /**
     * What a move did.
     *
     * @param now where the clock stands, London time
     * @param tasksOpened how many tasks came up on the way
     * @param tasksWithdrawn how many were withdrawn
     */
    public record Move(LocalDateTime now, int tasksOpened, int tasksWithdrawn) {}

    private int through(Instant target) {
        int failed = workers.catchUp();
        Optional<Instant> next = workers.nextDueAfter(clock.instant());
        while (next.filter(due -> due.isBefore(target)).isPresent()) {
            put(next.get());
            failed += workers.catchUp();
            next = workers.nextDueAfter(clock.instant());
        }
        if (clock.instant().isBefore(target)) {
            put(target);
            failed += workers.catchUp();
        }
        return failed;
    }

    private void put(Instant to) {
        Instant from = clock.instant();
        clock.put(to);
        followers.forEach(follower -> follower.clockMoved(from, to));
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
