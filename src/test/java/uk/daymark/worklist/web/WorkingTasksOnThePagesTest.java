package uk.daymark.worklist.web;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.daymark.worklist.web.FixtureWork.id;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

/** The work list as people use it: pages and forms without scripts. */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkingTasksOnThePagesTest {

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
    void theListFindsATaskSaysWhyAndKeepsTheFilterOnTheWayThere() {
        Made made = work.make("Zebra", "why", "no reason given, 2nd day", "pupilName", "Zoe O'Neill");
        String words = words(office.get("/tasks?view=available&q=zebra+no").body());
        assertThat(words)
                .contains("Tasks not taken (1)")
                .contains("Zoe O'Neill")
                .contains("no reason given, 2nd day")
                .contains("with “zebra no”")
                .contains("Nobody yet");
        String page = office.get("/tasks?view=available&q=zebra+no").body();
        assertThat(page).contains("/tasks/" + id(program, made) + "?view=available&amp;q=zebra%20no\"");
        String task = office.get("/tasks/" + id(program, made) + "?view=available&q=zebra%20no")
                .body();
        assertThat(task).contains("href=\"/tasks?view=available&amp;q=zebra%20no\"");
        assertThat(words(task)).contains("What did they say?", "Ring before 10am.", "Take this", "Postpone");
    }

    @Test
    void markupInATitleStaysText() { // 62
        Made made = work.make("<svg onload=alert(1)>${7*7}");
        String list =
                office.get("/tasks?view=available&q=" + encoded(made.title())).body();
        assertThat(list).doesNotContain("<svg").contains("&lt;svg onload=alert(1)&gt;${7*7}");
    }

    @Test
    void savingTakesTheTaskSaysSoAndOpensTheNext() {
        String word = "Next" + System.nanoTime();
        String first = id(program, work.make(word));
        String second = id(program, work.make(word));
        HttpResponse<String> saved = save(office, first, "?view=available&q=" + word, answer());
        assertThat(saved.statusCode()).isEqualTo(302);
        assertThat(location(saved)).isEqualTo("/tasks/" + second + "?view=available&q=" + word);
        assertThat(words(office.get(location(saved)).body())).contains("Saved: " + word);
        saved = save(office, second, "?view=available&q=" + word, answer());
        assertThat(location(saved)).isEqualTo("/tasks?view=available&q=" + word);
        assertThat(words(office.get(location(saved)).body())).contains("No task on this list fits the filter");
        assertThat(words(office.get("/tasks/" + first).body())).contains("You did this at ");
    }

    @Test
    void aStepOfTheLawIsShownOnceMoreAndConfirmedBeforeAnythingIsSaved() {
        Made made = work.make("Steps of the law", "group", "officer");
        Http officer = Http.browser(port, "officer");
        String id = id(Http.program(port, "officer"), made);
        String from = "?from=/referrals/A-2025-0001";
        List<String> answers = List.of("field-route", "act", "field-reason", "Support was refused <twice>");
        HttpResponse<String> shown = save(officer, id, from, answers);
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(words(shown.body()))
                .contains("Check your answers before you confirm", "Nothing has been saved yet", "What happens now?")
                .contains("Act");
        assertThat(shown.body()).contains("value=\"Support was refused &lt;twice&gt;\"");
        assertThat(words(officer.get("/tasks/" + id).body())).doesNotContain("You did this");

        HttpResponse<String> back = save(officer, id, from, with(answers, "change", "yes"));
        assertThat(back.body().replaceAll("\\s+", " "))
                .containsPattern("value=\"act\" checked")
                .contains("Support was refused &lt;twice&gt;</textarea>");

        HttpResponse<String> empty = save(officer, id, from, List.of("field-route", "act"));
        assertThat(empty.statusCode()).isEqualTo(400);

        HttpResponse<String> done = save(officer, id, from, with(answers, "confirmed", "yes"));
        assertThat(location(done)).isEqualTo("/referrals/A-2025-0001?done=" + id);
        assertThat(words(officer.get("/tasks/" + id).body())).contains("You did this at ");
    }

    @Test
    void anAddressLeadsBackToPagesOfOursAlone() {
        String id = id(program, work.make("Elsewhere"));
        for (String from : List.of("//evil.example", "https:/evil.example", "/a/../b", "/tasks?x=y")) {
            assertThat(office.get("/tasks/" + id + "?from=" + encoded(from)).body())
                    .contains("<a class=\"govuk-back-link\" href=\"/tasks\"");
        }
    }

    private static List<String> with(List<String> answers, String name, String value) {
        List<String> all = new ArrayList<>(answers);
        all.addAll(List.of(name, value));
        return all;
    }

    @Test
    void whatIsWrongIsToldAtTheFieldAndWhatWasTypedStays() {
        String id = id(program, work.make("Mistakes"));
        HttpResponse<String> answer = save(
                office,
                id,
                "",
                List.of(
                        "field-outcome",
                        "reason",
                        "field-backOn-day",
                        "31",
                        "field-backOn-month",
                        "Feb",
                        "field-backOn-year",
                        "2026",
                        "field-spokeTo",
                        "Ms <Khan>",
                        "field-steps",
                        "write",
                        "field-told",
                        "true"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("<title>Error: Mistakes")
                .contains("href=\"#field-code\">Select the code")
                .contains("href=\"#field-backOn\">Day they expect to be back must be a real date")
                .contains("href=\"#field-reason\">Enter what was said")
                .contains("value=\"Feb\"")
                .contains("value=\"Ms &lt;Khan&gt;\"");
        assertThat(answer.body().replaceAll("\\s+", " "))
                .containsPattern("value=\"reason\" checked")
                .containsPattern("value=\"write\" checked")
                .containsPattern("id=\"field-told\"[^>]*checked");
    }

    @Test
    void aDayMayBeTypedWithTheMonthsName() {
        String id = id(program, work.make("Months"));
        List<String> fields = new ArrayList<>(answer());
        fields.addAll(List.of("field-backOn-day", "3", "field-backOn-month", "nov", "field-backOn-year", "2025"));
        assertThat(save(office, id, "", fields).statusCode()).isEqualTo(302);
    }

    @Test
    void aFieldThatTheFormDoesNotHaveIsRefused() { // 55
        String id = id(program, work.make("Smuggled"));
        List<String> fields = new ArrayList<>(answer());
        fields.addAll(List.of("field-status", "DONE"));
        HttpResponse<String> answer = save(office, id, "", fields);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("There is no question of this name in the form");
    }

    @Test
    void sendingTwiceHasOneEffectAndSaysWhatBecameOfIt() { // 57, 58
        String id = id(program, work.make("Twice"));
        assertThat(save(office, id, "", answer()).statusCode()).isEqualTo(302);
        HttpResponse<String> again = save(office, id, "", answer());
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(words(again.body())).contains("You did this at ", "Mother rang: ill", "Go on to the next task");
    }

    @Test
    void whatIsKnownOfAFamilyIsToldToThoseAloneWhoDoTheTaskOrSeeCases() {
        String id = id(program, work.make("Known", "group", "lead"));
        assertThat(office.get("/tasks/" + id).statusCode()).isEqualTo(200);
        assertThat(office.get("/tasks/" + id).body()).contains("Known no").doesNotContain("07700 900123");
        assertThat(program.get("/api/tasks/" + id + "/form").body()).contains("\"values\":{}");
        assertThat(lead.get("/tasks/" + id).body()).contains("07700 900123");
        assertThat(Http.program(port, "lead").get("/api/tasks/" + id + "/form").body())
                .contains("\"route\":\"support\"");
    }

    @Test
    void whatEndsAsItIsSavedLosesNothingOfWhatWasTyped() {
        Made made = work.make("Just ending");
        String id = id(program, made);
        // The process has gone on; the list has yet to show it.
        String gone = id.substring(0, id.length() - 4) + "gone";
        jdbc.update("update work_item set id = ? where id = ?", gone, id);
        HttpResponse<String> answer = save(office, gone, "", answer());
        jdbc.update("update work_item set id = ? where id = ?", id, gone);
        processes.signal("fixture-over", made.key(), Map.of("because", "illness"));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(words(answer.body()))
                .contains("What you just typed was not saved")
                .contains("Mother rang: ill");
    }

    @Test
    void whoComesTooLateLosesNothingOfWhatTheyTyped() {
        Made made = work.make("Too late");
        String id = id(program, made);
        processes.signal("fixture-over", made.key(), Map.of("because", "illness, by the register of 15 September"));
        HttpResponse<String> answer = save(lead, id, "", answer());
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(words(answer.body()))
                .contains("This task was withdrawn at ")
                .contains("illness, by the register of 15 September.")
                .contains("What you just typed was not saved")
                .contains("Mother rang: ill");
    }

    @Test
    void aStaleFormKeepsWhatWasTypedSaysWhatHappenedAndCanBeSavedThen() { // 56
        Made made = work.make("Stale page");
        String id = id(program, made);
        program.json("/api/tasks/" + id + "/postpone", "{\"reason\": \"Away\", \"until\": \"2199-01-01\"}");
        HttpResponse<String> stale = save(office, id, "", answer());
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(words(stale.body()))
                .contains("This was not saved")
                .contains("has changed since you opened it")
                .contains("Postponed to 1 January 2199: Away.")
                .contains("Mother rang: ill");
        assertThat(stale.body()).contains("name=\"version\" value=\"2\"");
        List<String> fields = new ArrayList<>(answer());
        fields.set(1, "2");
        assertThat(save(office, id, "", fields).statusCode()).isEqualTo(302);
    }

    @Test
    void aStaleFormIsToldSoBeforeItsFaultsAndBeforeItIsConfirmed() {
        Made made = work.make("Stale and faulty");
        String id = id(program, made);
        program.json("/api/tasks/" + id + "/postpone", "{\"reason\": \"Away\", \"until\": \"2199-01-01\"}");
        HttpResponse<String> faulty = save(office, id, "", List.of("field-reason", "Mother rang: ill"));
        assertThat(faulty.statusCode()).isEqualTo(409);
        assertThat(words(faulty.body())).contains("has changed since you opened it", "Mother rang: ill");

        Http officers = Http.program(port, "officer");
        String step = id(officers, work.make("Stale step of the law", "group", "officer"));
        officers.json("/api/tasks/" + step + "/postpone", "{\"reason\": \"Away\", \"until\": \"2199-01-01\"}");
        HttpResponse<String> early = save(
                Http.browser(port, "officer"),
                step,
                "",
                List.of("field-route", "act", "field-reason", "Refused twice"));
        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(words(early.body()))
                .contains("has changed since you opened it", "Refused twice")
                .doesNotContain("Check your answers");
    }

    @Test
    void aTaskThatSomebodyElseHasShowsWhoAndNoForm() {
        String id = id(program, work.make("Held"));
        assertThat(office.submit("/tasks/" + id, "/tasks/" + id + "/claim", "").statusCode())
                .isEqualTo(302);
        assertThat(words(office.get("/tasks/" + id).body())).contains("This task is yours now", "Put back");
        String theirs = lead.get("/tasks/" + id).body();
        assertThat(words(theirs)).contains("Olu Office took this at ", "Give to a colleague");
        assertThat(theirs).doesNotContain("field-outcome");
        assertThat(words(save(lead, id, "", answer()).body())).contains("This was not saved", "Olu Office took this");
        HttpResponse<String> given =
                lead.submit("/tasks/" + id + "/assign", "/tasks/" + id + "/assign", "assignee=lead");
        assertThat(given.statusCode()).isEqualTo(302);
        assertThat(words(lead.get("/tasks/" + id).body())).contains("You took this at ");
        assertThat(lead.submit("/tasks/" + id + "/assign", "/tasks/" + id + "/assign", "assignee=admin")
                        .body())
                .contains("Select somebody who can do this task");
        assertThat(location(lead.submit("/tasks/" + id, "/tasks/" + id + "/release", "")))
                .isEqualTo("/tasks");
    }

    @Test
    void whoPostponesSaysWhyAndUntilWhen() {
        String word = "Later" + System.nanoTime();
        String id = id(program, work.make(word));
        String page = "/tasks/" + id + "/postpone";
        HttpResponse<String> refused =
                office.submit(page, page, "field-until-day=1&field-until-month=Jan&field-until-year=2024");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(words(refused.body())).contains("Enter why it waits");
        refused = office.submit(
                page, page, "field-until-day=1&field-until-month=Jan&field-until-year=2024&field-reason=away");
        assertThat(words(refused.body())).contains("Give a day after today.");
        LocalDate day = LocalDate.now(clock).plusDays(20);
        HttpResponse<String> done = office.submit(
                page,
                page,
                "field-until-day=" + day.getDayOfMonth() + "&field-until-month=" + day.getMonthValue()
                        + "&field-until-year=" + day.getYear() + "&field-reason=They+are+away");
        assertThat(done.statusCode()).isEqualTo(302);
        assertThat(words(office.get("/tasks?view=available&q=" + word).body())).contains("No task on this list");
        assertThat(words(office.get("/tasks?view=postponed&q=" + word).body())).contains("They are away.");
    }

    @Test
    void theHomePageIsTheListForWhoeverHasOne() {
        assertThat(words(lead.get("/").body())).contains("Everyone (");
        assertThat(words(Http.browser(port, "auditor").get("/").body()))
                .contains("Everyone's tasks")
                .doesNotContain("Yours (");
        assertThat(words(Http.browser(port, "admin").get("/").body())).contains("What you can do");
    }

    @Test
    void whoMayOnlyReadSeesNoForm() {
        String id = id(program, work.make("Read only"));
        Http auditor = Http.browser(port, "auditor");
        String page = auditor.get("/tasks/" + id).body();
        assertThat(words(page)).contains("You can read it but not do it").doesNotContain("Take this");
        String forHead = id(program, work.make("Read only", "group", "head"));
        assertThat(words(office.get("/tasks/" + forHead).body())).contains("This is a task of the headteacher");
        String decide = id(program, work.make("Facts", "group", "lead"));
        assertThat(words(lead.get("/tasks/" + decide).body())).contains("What is known Telephone 07700 900123");
        assertThat(lead.get("/tasks/" + decide).body().replaceAll("\\s+", " "))
                .containsPattern("value=\"support\" checked");
    }

    @Test
    void whatIsNotThereAndWhatIsNotOursLookAlike() {
        work.make("Not ours", "school", TwoSchools.OTHER);
        assertThat(words(office.get("/tasks/none").body())).contains("There is no such task for your schools");
        assertThat(office.get("/tasks/none").statusCode()).isEqualTo(404);
        assertThat(office.get("/tasks?page=99999&kind=nothing&due=x&view=x&sort=y")
                        .statusCode())
                .isEqualTo(200);
    }

    private static List<String> answer() {
        return List.of(
                "version", "1", "field-outcome", "reason", "field-code", "I", "field-reason", "Mother rang: ill");
    }

    /** Sends the form of a task; fields are name, value, name, value. */
    private static HttpResponse<String> save(Http browser, String id, String query, List<String> fields) {
        StringBuilder body = new StringBuilder(fields.contains("version") ? "" : "version=1&");
        for (int i = 0; i < fields.size(); i += 2) {
            body.append(i == 0 ? "" : "&").append(fields.get(i)).append('=').append(encoded(fields.get(i + 1)));
        }
        return browser.submit("/tasks", "/tasks/" + id + query, body.toString());
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("location").orElse("").replaceFirst("^https?://[^/]+", "");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String words(String html) {
        return html.replaceAll("(?s)^.*<main", "<main")
                .replaceAll("(?s)</main>.*$", "")
                .replaceAll("(?s)<[^>]*>", " ")
                .replace("&#39;", "'")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ")
                .replace(" .", ".")
                .replace("“ ", "“")
                .replace(" ”", "”")
                .strip();
    }
}
