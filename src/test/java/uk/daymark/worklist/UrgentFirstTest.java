package uk.daymark.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.daymark.WebTest;
import uk.daymark.access.People;
import uk.daymark.access.SignedIn;
import uk.daymark.people.Scopes;
import uk.daymark.register.web.TwoSchools;
import uk.daymark.workflow.Processes;
import uk.daymark.workflow.engine.FixtureModels;
import uk.daymark.worklist.WorkFilter.View;
import uk.daymark.worklist.web.FixtureWork;

/** In which order people work: beside a plain sort of the whole list, on every page, before noon and after it. */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UrgentFirstTest {

    private static final Instant MIDNIGHT = Instant.parse("2025-09-14T23:00:00Z");
    private static final Instant HALF_PAST_NINE = MIDNIGHT.plus(Duration.ofMinutes(570));
    private static final Instant NOON = MIDNIGHT.plus(Duration.ofHours(12));

    @LocalServerPort
    int port;

    @Autowired
    Processes processes;

    @Autowired
    FixtureModels models;

    @Autowired
    WorkItems items;

    @Autowired
    People people;

    @Autowired
    Scopes scopes;

    private final String title = "Urgent" + System.nanoTime();
    private SignedIn office;

    @BeforeAll
    void tasksOfADayAndTheDaysAroundIt() {
        TwoSchools.exist(port);
        FixtureWork work = new FixtureWork(processes, models);
        for (int number = 0; number < 24; number++) {
            work.make(
                    title,
                    "due",
                    MIDNIGHT.plus(Duration.ofMinutes(450 + (number * 37) % 24 * 30L)),
                    "urgent",
                    number % 8 == 0 ? 9 : number % 3);
        }
        office = people.all().stream()
                .filter(person -> person.userName().equals("office"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatTheMorningHasTimeForStandsBeforeWhatIsOverdueOnEveryPage() {
        List<Instant> moments = List.of(
                MIDNIGHT,
                HALF_PAST_NINE,
                HALF_PAST_NINE.plusSeconds(1),
                NOON.minusSeconds(1),
                NOON,
                NOON.plus(Duration.ofHours(30)));
        for (Instant now : moments) {
            List<String> expected = asPeopleWork(now);
            assertThat(expected).hasSize(24);
            for (int size : List.of(1, 2, 5, 7, 24, 50)) {
                List<String> read = new ArrayList<>();
                for (int from = 0; from < 24; from += size) {
                    read.addAll(ids(new UrgentFirst(items).page(() -> listed(now), now, size, from)));
                }
                assertThat(read).as("%s, %s on a page", now, size).isEqualTo(expected);
            }
        }
    }

    @Test
    void anHourBeforeTenTheCallsBeforeTenComeAheadOfYesterdaysWork() {
        List<WorkItem> list = new UrgentFirst(items).page(() -> listed(HALF_PAST_NINE), HALF_PAST_NINE, 50, 0);
        List<WorkItem> others =
                list.stream().filter(item -> item.about().urgent() < 9).toList();
        assertThat(list.subList(0, 3)).allMatch(item -> item.about().urgent() == 9);
        assertThat(others.get(0).about().dueAt()).isEqualTo(HALF_PAST_NINE);
        assertThat(others.stream()
                        .map(item -> item.about().dueAt())
                        .toList()
                        .indexOf(MIDNIGHT.plus(Duration.ofHours(8))))
                .as("what was due at eight")
                .isGreaterThanOrEqualTo(4);
    }

    /** The slow way: the whole list, sorted in memory. */
    private List<String> asPeopleWork(Instant now) {
        Comparator<WorkItem> part = Comparator.comparingInt(item -> {
            Instant due = item.about().dueAt();
            if (item.about().urgent() == 9) {
                return 0;
            }
            return !due.isBefore(now) && due.isBefore(NOON) ? 1 : 2;
        });
        List<WorkItem> all = new ArrayList<>(items.list(listed(now), 100, 0));
        all.sort(part.thenComparing(item -> item.about().dueAt())
                .thenComparing(item -> -item.about().urgent())
                .thenComparing(item -> item.about().title().toLowerCase(Locale.ROOT)));
        return ids(all);
    }

    private Condition listed(Instant now) {
        WorkFilter all = WorkFilter.of(View.ALL);
        return Condition.listed(
                new WorkFilter(all.view(), all.kind(), all.due(), title, all.school(), all.caseRef(), all.pupilRef()),
                office,
                scopes.of(office),
                now);
    }

    private static List<String> ids(List<WorkItem> items) {
        return items.stream().map(WorkItem::id).toList();
    }
}
