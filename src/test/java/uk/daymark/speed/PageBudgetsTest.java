package uk.daymark.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.daymark.Http;
import uk.daymark.journey.OwnApplication;
import uk.daymark.journey.Statements;

/** What a page asks of the database stays within its budget, and does not grow with what is on the page. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageBudgetsTest {

    private static final Path BUDGETS = Path.of("src/test/resources/page-budgets.txt");
    private static final Pattern TASK = Pattern.compile("\\{([a-z-]+)}");
    private static final String REFERRED = "A-2025-0025";
    private static final String NOTICED = "A-2025-0062";
    private static final int FEW = 3;
    private static final int MANY = 30;

    /** The case that pages are about is the first copy of its family while there are few, the tenth when there are many. */
    private static final Copies.Shift FIRST = Copies.Shift.family(1);

    private static final Copies.Shift TENTH = Copies.Shift.family(10);

    private final Statements statements = new Statements();
    private final Map<String, Http> browsers = new HashMap<>();
    private final Map<Budget, Map<String, Long>> withFew = new HashMap<>();
    private final Map<Budget, Map<String, Long>> withMany = new HashMap<>();
    private final Map<Budget, String> failed = new HashMap<>();
    private OwnApplication daymark;

    /** One line of the file of budgets. */
    record Budget(String user, String address, int statements) {

        static Budget of(String line) {
            String[] parts = line.split("\\s+");
            return new Budget(parts[0], parts[1], Integer.parseInt(parts[2]));
        }

        @Override
        public String toString() {
            return user + " " + address;
        }
    }

    static Stream<Budget> budgets() throws IOException {
        return Files.readAllLines(BUDGETS).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Budget::of);
    }

    @BeforeAll
    void openEachPageWithFewFamiliesAndThenWithMany() throws IOException {
        daymark = OwnApplication.start(List.of(), statements);
        List<Budget> all = budgets().toList();
        grow(FIRST, 1, FEW);
        all.forEach(budget -> withFew.put(budget, asked(budget, FIRST)));
        grow(TENTH, FEW + 3, MANY);
        all.forEach(budget -> withMany.put(budget, asked(budget, TENTH)));
    }

    @AfterAll
    void stop() {
        daymark.close();
    }

    private void grow(Copies.Shift wide, int from, int to) {
        JdbcTemplate jdbc = daymark.bean(JdbcTemplate.class);
        SampleFamilies families = new SampleFamilies(jdbc);
        for (String caseRef : List.of(REFERRED, NOTICED)) {
            families.family(caseRef, from, to + 2);
            families.within(wide.ref(caseRef), 1, to);
        }
        new Besides(jdbc).add(REFERRED, wide.ref(NOTICED), from, to);
        families.countOpenWork();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("budgets")
    void aPageKeepsToItsBudgetHoweverMuchIsOnIt(Budget budget) {
        assertThat(failed).doesNotContainKey(budget);
        Map<String, Long> few = withFew.get(budget);
        Map<String, Long> many = withMany.get(budget);
        assertThat(sum(many))
                .as("%s, with %s families as with %s; asked more often: %s", budget, MANY, FEW, grown(few, many))
                .isLessThanOrEqualTo(sum(few));
        assertThat(sum(many)).as("%s: %s", budget, many).isLessThanOrEqualTo(budget.statements());
    }

    /** The first look draws up what is kept in memory afterwards; the second is counted. */
    private Map<String, Long> asked(Budget budget, Copies.Shift wide) {
        Http browser = browsers.computeIfAbsent(budget.user(), user -> Http.browser(daymark.port(), user));
        String address = TASK.matcher(budget.address()
                        .replace("{referred}", wide.ref(REFERRED))
                        .replace("{noticed}", wide.ref(NOTICED))
                        .replace("{notice}", wide.ref("N-2025-0001"))
                        .replace("{pupil}", "1210" + wide.suffix()))
                .replaceAll(found -> task(found.group(1)));
        browser.get(address);
        Map<String, Long> before = statements.each();
        HttpResponse<String> answer = browser.get(address);
        Map<String, Long> asked = Statements.since(before, statements.each());
        if (answer.statusCode() != 200) {
            failed.put(budget, answer.statusCode() + ": " + answer.body());
        }
        return asked;
    }

    private String task(String kind) {
        return daymark.bean(JdbcTemplate.class)
                .queryForList(
                        "select id from work_item where kind = ? and school_urn = '999101' and status = 'OPEN'"
                                + " and length(id) = 36 order by id",
                        String.class,
                        kind)
                .get(0);
    }

    private static long sum(Map<String, Long> asked) {
        return asked.values().stream().mapToLong(Long::longValue).sum();
    }

    private static Map<String, Long> grown(Map<String, Long> few, Map<String, Long> many) {
        Map<String, Long> grown = new TreeMap<>();
        many.forEach((text, times) -> {
            if (times > few.getOrDefault(text, 0L)) {
                grown.put(text, times);
            }
        });
        return grown;
    }
}
