package uk.daymark.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.daymark.people.PupilId;
import uk.daymark.time.DueWork;
import uk.daymark.time.LondonTime;

/** Each morning, before school: measures afresh every pupil with an open case or of whom something is found, as windows move on. */
@Component
class DailyLook implements DueWork {

    private static final Logger LOG = LoggerFactory.getLogger(DailyLook.class);

    private static final LocalTime BEFORE_SCHOOL = LocalTime.of(6, 0);

    /** Others who change a case wait for so many. */
    private static final int AT_A_TIME = 50;

    private final JdbcTemplate jdbc;
    private final FindingStore store;
    private final Findings findings;
    private final Cases cases;
    private final Clock clock;

    DailyLook(JdbcTemplate jdbc, FindingStore store, Findings findings, Cases cases, Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.findings = findings;
        this.cases = cases;
        this.clock = clock;
    }

    @Override
    public Optional<Instant> nextDue() {
        LocalDate next = lastLook().map(last -> last.plusDays(1)).orElseGet(() -> LocalDate.now(clock));
        return Optional.of(next.atTime(BEFORE_SCHOOL).atZone(LondonTime.ZONE).toInstant());
    }

    @Override
    public void runDue() {
        if (nextDue().filter(due -> !due.isAfter(clock.instant())).isEmpty()) {
            return;
        }
        Set<PupilId> pupils = new LinkedHashSet<>(store.pupils());
        cases.open().forEach(file -> pupils.add(file.pupil()));
        List<PupilId> all = List.copyOf(pupils);
        for (int at = 0; at < all.size(); at += AT_A_TIME) {
            look(all.subList(at, Math.min(all.size(), at + AT_A_TIME)));
        }
        looked(LocalDate.now(clock));
    }

    /** One pupil who cannot be measured keeps nobody from looking at the others; the next look is tomorrow's. */
    private void look(List<PupilId> some) {
        try {
            findings.remeasure(some);
        } catch (RuntimeException failure) {
            if (some.size() == 1) {
                LOG.error(
                        "Pupil {} could not be measured this morning",
                        some.get(0).number(),
                        failure);
            } else {
                some.forEach(pupil -> look(List.of(pupil)));
            }
        }
    }

    private Optional<LocalDate> lastLook() {
        return jdbc
                .query("select last_on from day_look where id = 1", (row, n) -> row.getObject(1, LocalDate.class))
                .stream()
                .findFirst();
    }

    private void looked(LocalDate day) {
        if (jdbc.update("update day_look set last_on = ? where id = 1", day) == 0) {
            jdbc.update("insert into day_look (id, last_on) values (1, ?)", day);
        }
    }
}
