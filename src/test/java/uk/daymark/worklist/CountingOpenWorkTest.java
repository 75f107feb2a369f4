package uk.daymark.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.daymark.access.Role;
import uk.daymark.access.SignedIn;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.Scope;
import uk.daymark.people.Urn;
import uk.daymark.workflow.OpenedTask;
import uk.daymark.worklist.WorkFilter.View;
import uk.daymark.worklist.WorkItem.State;

/** The totals of open work beside a count of the items, whatever happens to them and whoever does it at the same time. */
class CountingOpenWorkTest {

    private static final Instant NOW = Instant.parse("2025-09-15T07:30:00Z");
    private static final List<String> GROUPS = List.of("office", "lead", "head", "officer", "panel");
    private static final List<String> SCHOOLS = List.of("900001", "900002", "900003");

    private HikariDataSource source;
    private JdbcTemplate jdbc;
    private WorkItems items;
    private TransactionTemplate transaction;

    @BeforeEach
    void begin() {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID());
        pool.setUsername("sa");
        source = new HikariDataSource(pool);
        Flyway.configure().dataSource(source).load().migrate();
        jdbc = new JdbcTemplate(source);
        items = new WorkItems(jdbc, new OpenWork(jdbc));
        transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        for (String urn : SCHOOLS) {
            jdbc.update(
                    "insert into school (urn, name, phase, authority, policy_name) values (?, ?, 'primary', ?, 'national')",
                    urn,
                    "School " + urn,
                    urn.equals("900003") ? "norfolk" : "hertfordshire");
        }
    }

    @AfterEach
    void end() {
        source.close();
    }

    @Test
    void everyTotalIsTheNumberOfItemsAfterFourPeopleWorkedAtOnce() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Void>> work = new ArrayList<>();
            for (int person = 0; person < 4; person++) {
                int seed = person;
                work.add(() -> workAtRandom(seed));
            }
            for (Future<Void> done : people.invokeAll(work)) {
                done.get();
            }
        } finally {
            people.shutdownNow();
        }
        new WorkListAudit(jdbc).checkTotals();
        assertThat(jdbc.queryForObject("select count(*) from work_item where status = 'OPEN'", Integer.class))
                .isPositive();
        everyListSaysHowManyItHas();
    }

    @Test
    void whatIsTakenBackWasNeverCounted() {
        transaction.executeWithoutResult(status -> add("one", "office", "900001", 1, Optional.empty()));
        transaction.executeWithoutResult(status -> {
            add("two", "office", "900001", 1, Optional.empty());
            items.end("one", State.DONE, "olu", "", NOW);
            status.setRollbackOnly();
        });
        new WorkListAudit(jdbc).checkTotals();
        assertThat(count(View.ALL, Role.AUDITOR, Scope.everywhere())).isEqualTo(1);
    }

    @Test
    void aCountInTheMiddleOfATransactionKnowsWhatTheTransactionHasDone() {
        transaction.executeWithoutResult(status -> {
            add("one", "office", "900001", 1, Optional.empty());
            add("two", "lead", "900001", 1, Optional.of("lena"));
            assertThat(count(View.ALL, Role.AUDITOR, Scope.everywhere())).isEqualTo(2);
            items.end("one", State.DONE, "olu", "", NOW);
            assertThat(count(View.ALL, Role.AUDITOR, Scope.everywhere())).isEqualTo(1);
        });
        new WorkListAudit(jdbc).checkTotals();
    }

    @Test
    void theRowsBehindATotalStayFew() {
        for (int number = 0; number < 200; number++) {
            String id = "task-" + number;
            transaction.executeWithoutResult(status -> add(id, "office", "900001", 1, Optional.empty()));
        }
        assertThat(count(View.ALL, Role.AUDITOR, Scope.everywhere())).isEqualTo(200);
        assertThat(jdbc.queryForObject("select count(*) from open_work", Integer.class))
                .isLessThan(10);
    }

    private Void workAtRandom(int seed) {
        Random random = new Random(seed);
        String me = "person-" + seed;
        for (int move = 0; move < 150; move++) {
            int number = move;
            transaction.executeWithoutResult(status -> {
                for (int step = 0; step <= random.nextInt(3); step++) {
                    move(random, me, seed + "-" + number + "-" + step);
                }
                if (random.nextInt(10) == 0) {
                    status.setRollbackOnly();
                }
            });
        }
        return null;
    }

    private void move(Random random, String me, String newId) {
        if (random.nextInt(3) == 0) {
            add(
                    newId,
                    GROUPS.get(random.nextInt(GROUPS.size())),
                    SCHOOLS.get(random.nextInt(SCHOOLS.size())),
                    random.nextInt(3),
                    random.nextInt(4) == 0 ? Optional.of(me) : Optional.empty());
            return;
        }
        List<String> open =
                jdbc.queryForList("select id from work_item where status = 'OPEN' order by id", String.class);
        if (open.isEmpty()) {
            return;
        }
        String id = open.get(random.nextInt(open.size()));
        if (jdbc.queryForList("select id from work_item where id = ? for update skip locked", String.class, id)
                .isEmpty()) {
            return;
        }
        switch (random.nextInt(5)) {
            case 0 -> items.claim(id, me, NOW);
            case 1 -> items.free(id, me);
            case 2 -> items.assign(id, random.nextBoolean() ? Optional.of(me) : Optional.empty(), NOW);
            case 3 -> items.postpone(id, NOW.plusSeconds(random.nextInt(2000) - 1000L), "later");
            default -> items.end(id, State.DONE, me, "", NOW);
        }
    }

    private void everyListSaysHowManyItHas() {
        List<Scope> scopes =
                List.of(Scope.everywhere(), Scope.authority("hertfordshire"), Scope.school(new Urn("900002")));
        for (Scope scope : scopes) {
            for (Role role : Role.values()) {
                SignedIn person = new SignedIn("person-1", "One", role, Optional.of("900002"));
                for (View view : View.values()) {
                    for (WorkFilter filter : filters(view)) {
                        Condition condition = Condition.listed(filter, person, scope, NOW);
                        List<WorkItem> listed = items.list(condition, 10_000, 0);
                        assertThat(items.count(condition))
                                .as("%s, %s, %s", filter, role, scope)
                                .isEqualTo(listed.size())
                                .isEqualTo(items.counted(condition));
                        assertThat(items.kinds(condition).stream().map(WorkItems.Kind::id))
                                .as("kinds of %s, %s, %s", filter, role, scope)
                                .containsExactlyElementsOf(listed.stream()
                                        .map(WorkItem::kind)
                                        .distinct()
                                        .sorted()
                                        .toList());
                    }
                }
            }
        }
    }

    private static List<WorkFilter> filters(View view) {
        WorkFilter all = WorkFilter.of(view);
        return List.of(
                all,
                new WorkFilter(
                        view,
                        Optional.of("kind-1"),
                        Optional.empty(),
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                new WorkFilter(
                        view,
                        Optional.empty(),
                        Optional.of(WorkFilter.Due.TODAY),
                        "",
                        Optional.of("900001"),
                        Optional.empty(),
                        Optional.empty()));
    }

    private long count(View view, Role role, Scope scope) {
        SignedIn person = new SignedIn("one", "One", role, Optional.of("900001"));
        return items.count(Condition.listed(WorkFilter.of(view), person, scope, NOW));
    }

    private void add(String id, String group, String school, int kind, Optional<String> assignee) {
        items.add(
                new OpenedTask(id, "model", "kind-" + kind, "Kind " + kind, group, "K-" + id, Map.of(), NOW),
                new Description(
                        new Urn(school),
                        new EnrolmentId(1),
                        "1",
                        "Amira Khan",
                        Optional.empty(),
                        "Ring about Amira Khan " + id,
                        "no reason given",
                        "",
                        NOW,
                        0,
                        assignee));
    }
}
