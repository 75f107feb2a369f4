package uk.daymark.worklist.web;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.daymark.worklist.web.FixtureWork.found;
import static uk.daymark.worklist.web.FixtureWork.id;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.daymark.Http;
import uk.daymark.WebTest;
import uk.daymark.register.web.TwoSchools;
import uk.daymark.workflow.Processes;
import uk.daymark.workflow.engine.FixtureModels;
import uk.daymark.worklist.web.FixtureWork.Made;

/** Several tasks at once, and lists that are kept under a name. */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TasksTogetherTest {

    @LocalServerPort
    int port;

    @Autowired
    Processes processes;

    @Autowired
    FixtureModels models;

    @Autowired
    JdbcTemplate jdbc;

    private FixtureWork work;
    private Http program;
    private Http office;
    private Http lead;

    @BeforeAll
    void schoolsAndModels() {
        TwoSchools.exist(port);
        work = new FixtureWork(processes, models);
        program = Http.program(port, "office");
        office = Http.browser(port, "office");
        lead = Http.browser(port, "lead");
    }

    @Test
    void ofFiftyTasksThoseThatCanBeAreGivenAndTheOthersAreNamedWithTheirReasons() { // CO5
        String word = "Fifty" + System.nanoTime();
        List<Made> made = new ArrayList<>();
        for (int number = 0; number < 50; number++) {
            made.add(work.make(word, "group", number == 2 ? "head" : "office"));
        }
        List<String> picks = picks(lead.get("/tasks?view=all&q=" + word).body());
        assertThat(picks).hasSize(50);
        program.json(
                "/api/tasks/" + id(program, made.get(0)) + "/postpone",
                "{\"reason\": \"Away\", \"until\": \"2199-01-01\"}");
        processes.signal("fixture-over", made.get(1).key(), Map.of("because", "illness, by the register"));
        HttpResponse<String> given = lead.submit(
                "/tasks?view=all", "/tasks/together/give", "assignee=office&view=all&q=" + word + "&" + ticked(picks));
        assertThat(location(given)).isEqualTo("/tasks/together");
        String page = lead.get("/tasks/together").body();
        assertThat(words(page))
                .contains("Done: 47. Not done: 3.", "It has changed since you ticked it")
                .contains("illness, by the register")
                .contains("This person does not exist here, or could not do the task")
                .contains(made.get(0).title(), made.get(1).title(), made.get(2).title());
        assertThat(page.split("checked", -1)).as("still ticked").hasSize(4);
        assertThat(found(program, made.get(5)).path("assignee").asText()).isEqualTo("office");
        assertThat(found(program, made.get(2)).get("assignee").isNull()).isTrue();
        assertThat(location(lead.get("/tasks/together"))).as("shown once").isEqualTo("/tasks");
    }

    @Test
    void whatWasTickedIsShownBeforeItIsGivenAndAllOfAPageCanBeTickedByALink() {
        String word = "Tick" + System.nanoTime();
        work.make(word);
        work.make(word);
        String all = lead.get("/tasks?view=all&ticked=all&q=" + word).body();
        assertThat(all.split(" checked=", -1)).hasSize(3);
        assertThat(words(all)).contains("Untick all", "Give to a colleague", "Tick: " + word);
        HttpResponse<String> shown =
                lead.submit("/tasks", "/tasks/together?view=all&q=" + word, "do=give&" + ticked(picks(all)));
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(words(shown.body())).contains("Give 2 tasks to a colleague", "Olu Office");
        HttpResponse<String> nobody = lead.submit("/tasks", "/tasks/together/give", "assignee=&" + ticked(picks(all)));
        assertThat(nobody.statusCode()).isEqualTo(400);
        assertThat(words(nobody.body())).contains("Select who does these tasks");
        HttpResponse<String> none = lead.submit("/tasks", "/tasks/together?view=all&q=" + word, "do=give");
        assertThat(location(none)).isEqualTo("/tasks?view=all&q=" + word);
        assertThat(lead.get(location(none)).body()).contains("<title>Error: ").contains("Tick at least one task");
    }

    @Test
    void whoMayNotGiveATaskMayNotGiveSeveral() {
        String word = "Not given" + System.nanoTime();
        Made made = work.make(word);
        String pick = ticked(List.of(id(program, made) + ":1"));
        assertThat(office.get("/tasks?view=available").body()).doesNotContain("Give to a colleague");
        assertThat(office.submit("/tasks", "/tasks/together", "do=give&" + pick).statusCode())
                .isEqualTo(403);
        assertThat(office.submit("/tasks", "/tasks/together/give", "assignee=lead&" + pick)
                        .statusCode())
                .isEqualTo(403);
        Made theirs = work.make("Other school", "school", TwoSchools.OTHER);
        String id = jdbc.queryForObject("select id from work_item where title = ?", String.class, theirs.title());
        HttpResponse<String> given =
                lead.submit("/tasks", "/tasks/together/give", "assignee=office&" + ticked(List.of(id + ":1")));
        assertThat(location(given)).isEqualTo("/tasks/together");
        assertThat(words(lead.get("/tasks/together").body()))
                .contains("Done: 0. Not done: 1.", "A task that is not there any more")
                .doesNotContain("Other school");
    }

    @Test
    void aTaskThatIsAboutNoLetterIsToldSo() {
        Made made = work.make("No letter");
        HttpResponse<String> answer =
                office.submit("/tasks", "/tasks/together", "do=letters&" + ticked(List.of(id(program, made) + ":1")));
        assertThat(location(answer)).isEqualTo("/tasks/together");
        assertThat(words(office.get("/tasks/together").body()))
                .contains("Letters to print: 0. Tasks without one: 1.", "It is about no letter", made.title());
    }

    @Test
    void aListIsKeptUnderANameRenamedAndDeleted() {
        String name = "Mine" + System.nanoTime();
        HttpResponse<String> saved = office.submit(
                "/tasks/views",
                "/tasks/views",
                "title=" + name + "&view=all&due=today&sort=due&dir=desc&page=3&evil=1");
        assertThat(location(saved)).isEqualTo("/tasks?view=all&due=today&sort=due&dir=desc");
        assertThat(words(office.get(location(saved)).body())).contains("Saved: " + name);
        assertThat(office.get("/tasks").body())
                .contains("href=\"/tasks?view=all&amp;due=today&amp;sort=due&amp;dir=desc\"");
        assertThat(lead.get("/tasks").body()).doesNotContain(name);
        String change = change(office, name);
        assertThat(lead.get(change).statusCode()).isEqualTo(404);
        assertThat(office.submit(change, change, "title=" + name + "b").statusCode())
                .isEqualTo(302);
        assertThat(words(office.get("/tasks/views").body())).contains(name + "b", "You alone");
        assertThat(words(office.get(change + "/delete").body())).contains("Delete the saved list " + name + "b?");
        assertThat(office.submit(change + "/delete", change + "/delete", "").statusCode())
                .isEqualTo(302);
        assertThat(words(office.get("/tasks/views").body())).contains("Deleted: " + name + "b");
        assertThat(office.get(change).statusCode()).isEqualTo(404);
    }

    @Test
    void theLeadSharesAListWithTheSchoolAndTheOfficeMayNot() {
        String name = "Shared" + System.nanoTime();
        assertThat(lead.submit("/tasks/views", "/tasks/views", "title=" + name + "&view=all&shared=yes")
                        .statusCode())
                .isEqualTo(302);
        assertThat(words(office.get("/tasks").body())).containsPattern(name + " \\(\\d+\\)");
        assertThat(Http.browser(port, "officer").get("/tasks").body()).doesNotContain(name);
        String change = change(lead, name);
        assertThat(office.get(change).statusCode()).isEqualTo(404);
        assertThat(Http.browser(port, "head").get(change).statusCode()).isEqualTo(200);
        assertThat(office.submit("/tasks/views", "/tasks/views", "title=" + name + "2&shared=yes")
                        .statusCode())
                .isEqualTo(403);
        assertThat(lead.submit(change + "/delete", change + "/delete", "").statusCode())
                .isEqualTo(302);
        assertThat(words(office.get("/tasks").body())).doesNotContain(name);
    }

    @Test
    void aNameThatIsTakenEmptyOrTooLongIsRefusedAndNobodyKeepsListsWithoutEnd() {
        Http officer = Http.browser(port, "officer");
        for (String name : List.of("", "++", "x".repeat(61))) {
            HttpResponse<String> refused = officer.submit("/tasks/views", "/tasks/views", "title=" + name);
            assertThat(refused.statusCode()).as(name).isEqualTo(400);
            assertThat(refused.body()).contains("<title>Error: Saved lists");
        }
        for (int number = 0; number < 20; number++) {
            assertThat(officer.submit("/tasks/views", "/tasks/views", "title=L" + number)
                            .statusCode())
                    .isEqualTo(302);
        }
        assertThat(officer.submit("/tasks/views", "/tasks/views", "title=one+more")
                        .body())
                .contains("as many as one person can keep");
        String change = change(officer, "L1");
        assertThat(officer.submit(change, change, "title=L2").body()).contains("There is a list of this name already");
    }

    private static String change(Http browser, String name) {
        Matcher link = Pattern.compile("href=\"(/tasks/views/\\d+)\">Rename or delete<span[^>]*> " + name + "<")
                .matcher(browser.get("/tasks/views").body());
        assertThat(link.find()).as(name).isTrue();
        return link.group(1);
    }

    private static List<String> picks(String page) {
        return Pattern.compile("name=\"pick\"[^>]*value=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String ticked(List<String> picks) {
        return picks.stream()
                .map(pick -> "pick=" + URLEncoder.encode(pick, StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("location").orElse("").replaceFirst("^https?://[^/]+", "");
    }

    private static String words(String html) {
        return html.replaceAll("(?s)^.*<main", "<main")
                .replaceAll("(?s)</main>.*$", "")
                .replaceAll("(?s)<[^>]*>", " ")
                .replaceAll("\\s+", " ");
    }
}
