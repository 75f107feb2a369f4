package uk.daymark.worklist;

import ch.qos.logback.classic.Level;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.flywaydb.core.Flyway;
import org.slf4j.LoggerFactory;
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

/**
 * The first page of the work list and its count, at 1,000, 10,000 and 100,000 open tasks of one authority's sixty schools, on an H2
 * file. Run on demand: {@code main}. Prints the median and the 95th percentile in milliseconds; aim: 50 ms, and a page that takes no longer the more there are.
 */
final class WorkListBenchmark {

    private static final int SCHOOLS = 60;
    private static final int KINDS = 20;
    private static final int ROUNDS = 100;
    private static final Instant NOW = Instant.parse("2025-11-21T08:30:00Z");
    private static final Scope SCHOOL = Scope.school(new Urn("900000"));
    private static final Scope AUTHORITY = Scope.authority("hertfordshire");

    private final JdbcTemplate jdbc;
    private final WorkItems items;
    private final TransactionTemplate transaction;
    private final Random random = new Random(7);

    private WorkListBenchmark(HikariDataSource source) {
        jdbc = new JdbcTemplate(source);
        items = new WorkItems(jdbc, new OpenWork(jdbc));
        transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
    }

    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.ROOT);
        ((ch.qos.logback.classic.Logger) LoggerFactory.getLogger("ROOT")).setLevel(Level.WARN);
        Path folder = Files.createTempDirectory("work-list-benchmark");
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl("jdbc:h2:file:" + folder.resolve("daymark") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
        pool.setUsername("sa");
        try (HikariDataSource source = new HikariDataSource(pool)) {
            Flyway.configure()
                    .dataSource(source)
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            new WorkListBenchmark(source).run();
        }
        System.exit(0);
    }

    private void run() {
        for (int school = 0; school < SCHOOLS; school++) {
            jdbc.update(
                    "insert into school (urn, name, phase, authority, policy_name) values (?, ?, 'primary', 'hertfordshire',"
                            + " 'national')",
                    urn(school),
                    "School " + school);
        }
        int made = 0;
        for (int size : new int[] {1_000, 10_000, 100_000}) {
            fill(made, size);
            made = size;
            measure(size, "one school, not taken", View.AVAILABLE, Role.OFFICE, SCHOOL);
            measure(size, "one school, everyone", View.STANDING, Role.LEAD, SCHOOL);
            measure(size, "authority's schools, all", View.STANDING, Role.AUDITOR, AUTHORITY);
            measure(size, "authority's own, not taken", View.AVAILABLE, Role.OFFICER, AUTHORITY);
        }
    }

    private void fill(int from, int to) {
        String[] groups = {"office", "office", "office", "office", "office", "office", "lead", "lead", "head", "officer"
        };
        for (int batch = from; batch < to; batch += 1000) {
            int first = batch;
            transaction.executeWithoutResult(status -> {
                for (int number = first; number < first + 1000; number++) {
                    add(number, groups[random.nextInt(groups.length)]);
                }
            });
        }
        jdbc.execute("analyze");
    }

    private void add(int number, String group) {
        Instant due = NOW.plus(Duration.ofMinutes(random.nextInt(40_000) - 5_000));
        items.add(
                new OpenedTask(
                        "task-" + number,
                        "first-day-contact",
                        "kind-" + number % KINDS,
                        "Ring " + number % KINDS,
                        group,
                        "R-" + number,
                        Map.of(),
                        NOW),
                new Description(
                        new Urn(urn(random.nextInt(SCHOOLS))),
                        new EnrolmentId(number),
                        String.valueOf(number),
                        "Amira Khan " + number,
                        Optional.empty(),
                        "Ring Nadia Khan about Amira Khan " + number,
                        "no reason given, 2nd day",
                        "",
                        due,
                        random.nextInt(9),
                        random.nextInt(3) == 0 ? Optional.of("lead") : Optional.empty()));
    }

    private void measure(int size, String what, View view, Role role, Scope scope) {
        SignedIn person = new SignedIn("office", "Olu Office", role, Optional.of("900000"));
        double[] page = new double[ROUNDS];
        double[] count = new double[ROUNDS];
        long total = 0;
        for (int round = -20; round < ROUNDS; round++) {
            // Another moment each round, and something changed: the database would else give the last answer again
            // without looking.
            changeSomething(round);
            Condition condition = Condition.listed(WorkFilter.of(view), person, scope, NOW.plusMillis(round));
            long start = System.nanoTime();
            int found = items.list(condition, 50, 0).size();
            long between = System.nanoTime();
            total = items.count(condition);
            long end = System.nanoTime();
            if (found == 0 && total > 0) {
                throw new AssertionError("An empty page of " + total);
            }
            if (round >= 0) {
                page[round] = (between - start) / 1e6;
                count[round] = (end - between) / 1e6;
            }
        }
        System.out.printf(
                "%,8d open, %-27s %,8d listed: page p50 %.1f p95 %.1f ms; count p50 %.1f p95 %.1f ms%n",
                size, what, total, at(page, 50), at(page, 95), at(count, 50), at(count, 95));
    }

    private void changeSomething(int round) {
        transaction.executeWithoutResult(status -> {
            if (round % 2 == 0) {
                items.claim("task-1", "olu", NOW);
            } else {
                items.free("task-1", "olu");
            }
        });
    }

    private static double at(double[] times, int percent) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    private static String urn(int school) {
        return String.valueOf(900_000 + school);
    }
}
