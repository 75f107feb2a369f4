package uk.daymark.worklist.web;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.daymark.worklist.web.FixtureWork.id;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.daymark.Http;
import uk.daymark.WebTest;
import uk.daymark.register.web.TwoSchools;
import uk.daymark.time.LondonTime;
import uk.daymark.workflow.Processes;
import uk.daymark.workflow.engine.FixtureModels;

/** How a list of tasks is sorted, narrowed and paged, all by its address. */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TheListOfTasksTest {

    private static final Pattern SORTED = Pattern.compile("aria-sort=\"([a-z]+)\"");
    private static final Pattern PUPIL = Pattern.compile("<th scope=\"row\"[^>]*><a[^>]*>([^<]*)<");
    private static final int MANY = 53;

    @LocalServerPort
    int port;

    @Autowired
    Processes processes;

    @Autowired
    FixtureModels models;

    @Autowired
    Clock clock;

    @Autowired
    JdbcTemplate jdbc;

    private FixtureWork work;
    private Http office;
    private final String many = "Sorted" + System.nanoTime();

    @BeforeAll
    void aListOfSeveralPages() {
        TwoSchools.exist(port);
        work = new FixtureWork(processes, models);
        office = Http.browser(port, "office");
        Instant now = clock.instant();
        for (int number = 0; number < MANY; number++) {
            work.make(
                    many,
                    "pupilName",
                    String.format(Locale.ROOT, "Pupil %02d", (number * 7) % MANY),
                    "due",
                    now.plus(Duration.ofHours(number % 5)));
        }
    }

    @Test
    void theWholeListIsSortedAndNotThePageAlone() { // TB2, TB3
        String first = list("&sort=pupil&dir=asc");
        assertThat(pupils(first)).hasSize(50).startsWith("Pupil 00", "Pupil 01", "Pupil 02");
        assertThat(pupils(first).get(0))
                .isEqualTo(jdbc.queryForObject(
                        "select min(pupil_name) from work_item where status = 'OPEN' and search_text like ?",
                        String.class,
                        "%" + many.toLowerCase(Locale.ROOT) + "%"));
        assertThat(pupils(list("&sort=pupil&dir=asc&page=2"))).containsExactly("Pupil 50", "Pupil 51", "Pupil 52");
        assertThat(pupils(list("&sort=pupil&dir=desc"))).startsWith("Pupil 52", "Pupil 51");
        assertThat(sorted(first)).containsExactly("ascending");
        assertThat(words(first))
                .contains("Pupil : sort the whole list from Z to A", "Due : sort the whole list soonest first");
        assertThat(sorted(list("&sort=due&dir=desc"))).containsExactly("descending");
    }

    @Test
    void alikeRowsStandInOneOrderSoThatPagesNeverOverlap() {
        for (String sort : List.of("due", "what", "holder", "pupil")) {
            List<String> both = new ArrayList<>(pupils(list("&sort=" + sort + "&dir=asc")));
            both.addAll(pupils(list("&sort=" + sort + "&dir=asc&page=2")));
            assertThat(both).as(sort).hasSize(MANY).doesNotHaveDuplicates();
        }
    }

    @Test
    void byUrgencyItStandsInGroupsAndWhatCannotBeSortedByIsPassedOver() {
        for (String address : List.of("", "&sort=why&dir=asc", "&sort=urgency&dir=desc", "&sort=id%3B--")) {
            String page = list(address);
            assertThat(sorted(page)).as(address).isEmpty();
            assertThat(words(page)).contains("Overdue").doesNotContain("Group by what is urgent again");
        }
        assertThat(words(list("&sort=due&dir=asc"))).contains("Group by what is urgent again");
    }

    @Test
    void aHeadingSaysHowSoonByTheDayInLondon() {
        String word = "Soon" + System.nanoTime();
        LocalDate today = LocalDate.ofInstant(clock.instant(), LondonTime.ZONE);
        LocalDate sunday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        String night = today.equals(sunday) ? "Due today" : "Due this week";
        due(word, "Past", clock.instant().minus(Duration.ofMinutes(1)));
        due(word, "Tonight", in(today, "23:58"));
        due(word, "Week", in(sunday, "23:59"));
        // In summer still Sunday by Greenwich.
        due(word, "Next", in(sunday.plusDays(1), "00:01"));
        List<String> headed = new ArrayList<>();
        Jsoup.parse(office.get("/tasks?view=available&q=" + word).body())
                .select("section[aria-labelledby^=group-]")
                .forEach(group -> group.select("tbody tr")
                        .forEach(row -> headed.add(group.select("h2").text().replaceAll(" \\(.*", "") + ": "
                                + row.selectFirst("th a").ownText())));
        assertThat(headed).containsExactly("Overdue: Past", "Due today: Tonight", night + ": Week", "Later: Next");
    }

    private void due(String what, String pupil, Instant due) {
        work.make(what, "pupilName", pupil, "due", due);
    }

    private static Instant in(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time)).atZone(LondonTime.ZONE).toInstant();
    }

    @Test
    void aPageHasFiftyAHundredOrTwoHundredRows() {
        assertThat(pupils(list("&size=100"))).hasSize(MANY);
        assertThat(words(list("&size=100"))).contains("Showing 1 to 53 of 53 tasks");
        assertThat(pupils(list("&size=7"))).hasSize(50);
        assertThat(words(list("&page=2"))).contains("Showing 51 to 53 of 53 tasks");
        assertThat(list("&page=2")).contains("Tasks not taken (53), page 2 of 2 - Daymark");
    }

    @Test
    void theWayBackKeepsFilterOrderSizeAndPage() { // TI7
        String asked = "?view=available&q=" + many + "&sort=pupil&dir=desc&size=50&page=2";
        String page = office.get("/tasks" + asked).body();
        Matcher row = Pattern.compile("href=\"(/tasks/[^\"?]+\\?[^\"]*)\"").matcher(page);
        assertThat(row.find()).isTrue();
        String task = office.get(row.group(1).replace("&amp;", "&")).body();
        assertThat(task).contains("class=\"govuk-back-link\" href=\"/tasks" + asked.replace("&", "&amp;") + "\"");
        assertThat(page).contains("name=\"sort\" value=\"pupil\"").doesNotContain("name=\"page\"");
    }

    @Test
    void whatNarrowsTheListIsSaidInWordsAndTakenOffOneByOne() {
        String word = "Narrow" + System.nanoTime();
        Long enrolment = jdbc.queryForObject(
                "select id from enrolment where school_urn = ? and pupil_ref = 'PG3'", Long.class, TwoSchools.OURS);
        work.make(
                word,
                "enrolment",
                enrolment,
                "pupilName",
                "Yara Seven",
                "due",
                clock.instant().minus(Duration.ofHours(1)));
        work.make(word, "pupilName", "Nobody's Year");
        String year = jdbc.queryForObject("select year_group from enrolment where id = ?", String.class, enrolment);
        String page = office.get("/tasks?view=available&due=overdue&year=" + year + "&q=" + word)
                .body();
        assertThat(pupils(page)).containsExactly("Yara Seven");
        assertThat(words(page))
                .contains("Showing only tasks", "with \u201c" + word + "\u201d", "due: overdue", "in Year " + year)
                .contains("Remove the filter in Year " + year);
        assertThat(page).contains("href=\"/tasks?view=available&amp;due=overdue&amp;q=" + word + "\"");
        assertThat(pupils(office.get("/tasks?view=available&q=" + word).body())).hasSize(2);
        assertThat(words(office.get("/tasks?view=available&year=Q7&q=" + word).body()))
                .contains("No task on this list fits the filter");
    }

    @Test
    void theStageOfACaseNarrowsTheListOfThoseWhoSeeCases() {
        String word = "Stage" + System.nanoTime();
        work.make(word, "caseRef", "A-1999-0001");
        Http lead = Http.browser(port, "lead");
        String page =
                lead.get("/tasks?view=available&stage=no-such-stage&q=" + word).body();
        assertThat(pupils(page)).isEmpty();
        assertThat(words(page)).contains("of cases at the stage");
        assertThat(words(office.get("/tasks?view=available").body())).doesNotContain("Stage of the case");
    }

    @Test
    void whatComesBeforeEverythingStandsOnTopWhateverTheListShows() {
        FixtureWork.Made made = work.make("Find", "urgent", 9, "pupilName", "Fay First", "why", "nobody knows where");
        String id = id(Http.program(port, "office"), made);
        for (String address : List.of("?view=mine&q=no-such-word", "?view=available&q=" + many, "?view=postponed")) {
            String page = words(office.get("/tasks" + address).body());
            assertThat(page)
                    .as(address)
                    .contains("First of all, whatever this list shows", "Fay First", "nobody knows where");
        }
        assertThat(words(office.get("/tasks?view=available&q=Fay").body())).containsOnlyOnce("Fay First");
        // So that it does not stand on the lists of other tests.
        assertThat(office.submit(
                                "/tasks",
                                "/tasks/" + id,
                                "version=1&field-outcome=reason&field-code=I&field-reason=Found")
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void ofTwoWhoTakeATaskTheSecondIsToldWhoAndWhenAndOfferedTheNext() { // CO1
        String word = "Both" + System.nanoTime();
        Http program = Http.program(port, "office");
        String first =
                "/tasks/" + id(program, work.make(word, "due", clock.instant().minus(Duration.ofDays(2))));
        String second = "/tasks/" + id(program, work.make(word));
        String list = "?view=available&q=" + word;
        Http lead = Http.browser(port, "lead");
        assertThat(lead.get(first + list).body()).contains("Take this");
        assertThat(office.submit(first + list, first + "/claim" + list, "").statusCode())
                .isEqualTo(302);
        assertThat(lead.submit("/tasks", first + "/claim" + list, "").statusCode())
                .isEqualTo(302);
        String told = lead.get(first + list).body();
        assertThat(words(told)).containsPattern("Olu Office took this at \\d").contains("Go on to the next task");
        assertThat(told).contains("href=\"" + second + list.replace("&", "&amp;") + "\"");
    }

    @Test
    void theHeadOfTheListSaysWhatIsLeftOfTheMorning() {
        String page = words(office.get("/tasks?view=available").body());
        assertThat(page)
                .containsPattern("(until 10|past 10|No school today).*first-day calls? left")
                .contains("Update this list");
        assertThat(words(Http.browser(port, "officer").get("/tasks").body())).doesNotContain("first-day call");
    }

    private String list(String more) {
        return office.get("/tasks?view=available&q=" + many + more).body();
    }

    private static List<String> sorted(String page) {
        return SORTED.matcher(page).results().map(found -> found.group(1)).toList();
    }

    /** The names in the tables that the filter speaks of. */
    private static List<String> pupils(String page) {
        String tables = page.replaceAll("(?s)<section aria-labelledby=\"first\">.*?</section>", "");
        return PUPIL.matcher(tables)
                .results()
                .map(found -> found.group(1).replace("&#39;", "'"))
                .toList();
    }

    private static String words(String html) {
        return html.replaceAll("(?s)^.*<main", "<main")
                .replaceAll("(?s)</main>.*$", "")
                .replaceAll("(?s)<[^>]*>", " ")
                .replaceAll("\\s+", " ");
    }
}
