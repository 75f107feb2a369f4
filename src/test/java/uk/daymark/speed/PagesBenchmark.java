package uk.daymark.speed;

import ch.qos.logback.classic.Level;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;
import uk.daymark.Http;
import uk.daymark.journey.OwnApplication;
import uk.daymark.journey.Statements;
import uk.daymark.time.DueWork;

/**
 * How long pages take with an authority's worth of records: 40,000 pupils of 162 schools with the marks of a school year up to the end
 * of November, their cases, letters, referrals and notices, and as many open tasks as asked. The sample's schools, copied; the whole
 * application on an H2 file, asked over HTTP; before each request a row of each busy table is written. Run on demand: {@code main} with the
 * number of tasks, by default 100,000; with a word that the pages to be asked have in them, all by default; with a folder, in which
 * what was loaded once is found again; and with the number of requests for each page, by default 100.
 *
 * <p>Prints for each page the median, the 95th percentile and the longest of the requests in milliseconds, from the request to the
 * last byte of the answer; the 95th percentile with eight at once; the statements; the kilobytes, packed.
 */
final class PagesBenchmark {

    private static final int COPIES = 53;
    private static final int REFERRED = 6;
    private static final int NOTICED = 30;
    private static final int REQUESTS = 100;
    private static final int AT_ONCE = 8;
    private static final int MANY = 20;
    private static final int TOLD = 150;

    private static final List<String> PAGES = List.of(
            "lead /tasks?view=all",
            "lead /tasks?view=all&kind=post-letter&due=week",
            "officer /tasks?view=all",
            "auditor /tasks",
            "auditor /tasks?page=1500",
            "auditor /tasks?sort=due&dir=desc",
            "auditor /tasks?q=moyo",
            "auditor /tasks?kind=must-consider&due=overdue",
            "lead /cases",
            "auditor /cases",
            "auditor /cases?page=120",
            "auditor /cases?q=moyo",
            "lead /cases/A-2025-0062",
            "lead /cases/A-2025-0062/attendance",
            "lead /cases/A-2025-0062/timeline",
            "auditor /cases/A-2025-0062/history",
            "lead /pupils",
            "auditor /pupils",
            "auditor /pupils?page=700",
            "auditor /pupils?q=moyo",
            "lead /pupils/999101/1210",
            "officer /referrals",
            "officer /referrals?sort=waiting&page=5",
            "officer /referrals/A-2025-0025",
            "officer /ledger",
            "officer /ledger?page=30",
            "officer /ledger?q=moyo",
            "officer /ledger?state=ISSUED",
            "officer /notices/N-2025-0001",
            "lead /letters",
            "lead /reports/persistent-absence",
            "auditor /reports/persistent-absence",
            "auditor /reports/near-the-line",
            "auditor /reports/absence-without-a-reason",
            "auditor /reports/work",
            "auditor /reports/first-day-calls",
            "auditor /reports/referrals",
            "auditor /reports/notices",
            "auditor /reports/letters",
            "auditor /reports/fairness",
            "auditor /history");

    private final int tasks;
    private final List<String> pages;
    private final Path folder;
    private final int requests;
    private final Statements statements = new Statements();
    private final Map<String, Http> browsers = new HashMap<>();

    private PagesBenchmark(int tasks, List<String> pages, Path folder, int requests) {
        this.tasks = tasks;
        this.pages = pages;
        this.folder = folder;
        this.requests = requests;
    }

    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.ROOT);
        ((ch.qos.logback.classic.Logger) LoggerFactory.getLogger("ROOT")).setLevel(Level.WARN);
        String part = arguments.length > 1 ? arguments[1] : "";
        boolean kept = arguments.length > 2;
        Path folder = kept ? Path.of(arguments[2]) : Files.createTempDirectory("pages-benchmark");
        new PagesBenchmark(
                        arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000,
                        PAGES.stream().filter(page -> page.contains(part)).toList(),
                        folder,
                        arguments.length > 3 ? Integer.parseInt(arguments[3]) : REQUESTS)
                .run();
        if (!kept) {
            FileSystemUtils.deleteRecursively(folder);
        }
        System.exit(0);
    }

    private void run() throws Exception {
        boolean loaded = Files.exists(folder.resolve("daymark.mv.db"));
        String url = "jdbc:h2:file:" + folder.resolve("daymark")
                + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;QUERY_CACHE_SIZE=256;CACHE_SIZE="
                + Runtime.getRuntime().maxMemory() / 1024 / 5;
        try (OwnApplication daymark = OwnApplication.start(
                List.of("--logging.level.root=WARN", "--spring.datasource.url=" + url), statements)) {
            if (!loaded) {
                fill(daymark);
            }
            // As in the minutes after an import. The standings that were copied know that they are not their pupils'
            // own.
            ((DueWork) daymark.bean(Class.forName("uk.daymark.reports.StandingRenewal"))).runDue();
            Changes changes =
                    new Changes(daymark.bean(JdbcTemplate.class), daymark.bean(PlatformTransactionManager.class));
            System.out.printf("%-52s %6s %6s %6s %8s %6s %6s%n", "page", "p50", "p95", "max", "8: p95", "asked", "KB");
            for (String page : pages) {
                measure(daymark.port(), changes, page.split(" ")[0], page.split(" ")[1]);
            }
        }
    }

    private void fill(OwnApplication daymark) {
        JdbcTemplate jdbc = daymark.bean(JdbcTemplate.class);
        SampleFamilies families = new SampleFamilies(jdbc);
        TransactionTemplate transaction = new TransactionTemplate(daymark.bean(PlatformTransactionManager.class));
        transaction.executeWithoutResult(status -> {
            families.family("A-2025-0062", 1, NOTICED);
            families.family("A-2025-0025", 1, REFERRED);
        });
        List<Copies.Rows> schools = families.schools();
        for (int n = 1; n <= COPIES; n++) {
            int copy = n;
            transaction.executeWithoutResult(status -> families.school(schools, copy));
        }
        jdbc.update("update school set authority = 'hertfordshire'");
        jdbc.update("update pupil_standing set stale = true");
        transaction.executeWithoutResult(status -> {
            families.tasks(tasks);
            families.countOpenWork();
        });
        jdbc.execute("analyze");
        for (String table : List.of(
                "pupil", "register_week", "attendance_case", "work_item", "referral", "penalty_notice", "letter")) {
            System.out.printf("%-16s %,10d%n", table, jdbc.queryForObject("select count(*) from " + table, Long.class));
        }
    }

    private void measure(int port, Changes changes, String user, String address) throws Exception {
        Http browser = browsers.computeIfAbsent(user, name -> Http.browser(port, name));
        for (int round = 0; round < Math.max(1, requests / 5); round++) {
            int status = browser.get(address).statusCode();
            if (status != 200) {
                System.out.printf("%-52s answers %d%n", user + " " + address, status);
                return;
            }
        }
        String body = "";
        double[] alone = new double[requests];
        long asked = 0;
        Map<String, Long> each = Map.copyOf(statements.each());
        for (int round = 0; round < requests; round++) {
            changes.happen();
            long before = asked();
            long begin = System.nanoTime();
            body = browser.get(address).body();
            alone[round] = (System.nanoTime() - begin) / 1e6;
            asked += asked() - before;
        }
        Map<String, Long> after = Map.copyOf(statements.each());
        double[] together = together(browser, changes, address);
        System.out.printf(
                "%-52s %6.0f %6.0f %6.0f %8.0f %6.0f %6.1f%n",
                user + " " + address,
                at(alone, 50),
                at(alone, 95),
                at(alone, 100),
                at(together, 95),
                asked / (double) requests,
                packed(body) / 1024.0);
        tellWhatIsAskedAgainAndAgain(each, after);
    }

    /** A page that asks one question many times has something to mend. */
    private void tellWhatIsAskedAgainAndAgain(Map<String, Long> before, Map<String, Long> after) {
        after.forEach((statement, times) -> {
            long each = (times - before.getOrDefault(statement, 0L)) / requests;
            if (each >= MANY) {
                System.out.printf(
                        "    %d times: %s%n", each, statement.substring(0, Math.min(TOLD, statement.length())));
            }
        });
    }

    private double[] together(Http browser, Changes changes, String address) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Callable<Double>> all = IntStream.range(0, requests)
                    .mapToObj(each -> (Callable<Double>) () -> {
                        changes.happen();
                        long begin = System.nanoTime();
                        browser.get(address);
                        return (System.nanoTime() - begin) / 1e6;
                    })
                    .toList();
            List<Future<Double>> answers = threads.invokeAll(all);
            double[] times = new double[requests];
            for (int at = 0; at < requests; at++) {
                times[at] = answers.get(at).get();
            }
            return times;
        } finally {
            threads.shutdown();
        }
    }

    private long asked() {
        return statements.each().values().stream().mapToLong(Long::longValue).sum();
    }

    private static int packed(String body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(bytes)) {
            packing.write(body.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }

    private static double at(double[] times, int percent) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }
}
