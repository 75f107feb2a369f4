package uk.daymark.enforcement.improve;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import uk.daymark.time.DueWork;
import uk.daymark.time.LondonTime;
import uk.daymark.time.Turn;
import uk.daymark.workflow.Processes;

/**
 * Each morning while the time of a notice runs: whether a ground for ending it early is met that the notice named. Where it named none,
 * nobody is asked.
 */
@Component
class ImprovementWatch implements DueWork {

    private static final Logger LOG = LoggerFactory.getLogger(ImprovementWatch.class);

    private static final String BREACHED = "improvement-breached";
    private static final LocalTime MORNING = LocalTime.of(6, 30);

    private final ImprovementStore store;
    private final Improvements notices;
    private final ImprovementCases cases;
    private final ImprovementMeasure measure;
    private final Processes processes;
    private final Turn turn;
    private final Clock clock;

    ImprovementWatch(
            ImprovementStore store,
            Improvements notices,
            ImprovementCases cases,
            ImprovementMeasure measure,
            Processes processes,
            Turn turn,
            Clock clock) {
        this.store = store;
        this.notices = notices;
        this.cases = cases;
        this.measure = measure;
        this.processes = processes;
        this.turn = turn;
        this.clock = clock;
    }

    @Override
    public Optional<Instant> nextDue() {
        return store.nextLook()
                .map(day -> day.atTime(MORNING).atZone(LondonTime.ZONE).toInstant());
    }

    @Override
    public void runDue() {
        if (nextDue().filter(due -> !due.isAfter(clock.instant())).isPresent()) {
            store.toLookAt().forEach(this::lookAlone);
        }
    }

    /** One that cannot be looked at keeps nobody from looking at the others; the next look is tomorrow's. */
    private void lookAlone(ImprovementNotice notice) {
        try {
            turn.runAlone(() -> look(notice));
        } catch (RuntimeException failure) {
            LOG.error("The notice to improve {} could not be looked at this morning", notice.id(), failure);
            store.looked(notice);
        }
    }

    /** As it stands when its turn has come: it may have ended meanwhile. */
    private void look(ImprovementNotice listed) {
        store.standing(listed.key())
                .filter(notice -> notice.id() == listed.id())
                .ifPresent(this::measured);
    }

    private void measured(ImprovementNotice notice) {
        store.looked(notice);
        int missed = measure.of(notice, cases.of(notice.key()).file().pupil())
                .missed()
                .size();
        if (missed > notice.breachSeen()
                && notice.asks().early().metBy(missed, notice.asks().allowed())
                && processes.signal(BREACHED, notice.key(), Map.of()) > 0) {
            notices.breachSeen(notice, missed);
        }
    }
}
