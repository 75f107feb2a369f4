package uk.daymark.worklist.web;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.daymark.worklist.web.FixtureWork.found;
import static uk.daymark.worklist.web.FixtureWork.id;
import static uk.daymark.worklist.web.FixtureWork.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.daymark.Http;
import uk.daymark.WebTest;
import uk.daymark.journal.Journal;
import uk.daymark.journal.Recorded;
import uk.daymark.register.web.TwoSchools;
import uk.daymark.workflow.Processes;
import uk.daymark.workflow.engine.FixtureModels;
import uk.daymark.worklist.WorkListAudit;
import uk.daymark.worklist.web.FixtureWork.Made;

/** The work list as programs use it: who sees what, who gets it, and what becomes of an answer. */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkingTasksTest {

    private static final String ANSWER =
            "{\"outcome\": \"reason\", \"code\": \"I\", \"minutes\": 4, \"told\": true, \"reason\": \"Mother rang: ill\"}";

    @LocalServerPort
    int port;

    @Autowired
    Processes processes;

    @Autowired
    FixtureModels models;

    @Autowired
    Journal journal;

    @Autowired
    Clock clock;

    @Autowired
    WorkListAudit audit;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private FixtureWork work;
    private Http office;
    private Http lead;
    private Http head;

    @BeforeAll
    void schoolsAndModels() {
        TwoSchools.exist(port);
        work = new FixtureWork(processes, models);
        office = Http.program(port, "office");
        lead = Http.program(port, "lead");
        head = Http.program(port, "head");
    }

    @Test
    void aTaskStandsOnTheListWithAllThatIsKnownOfIt() {
        Made made = work.make("Ring Nadia", "pupilRef", "PG7", "why", "no reason given, 2nd day", "urgent", 3);
        JsonNode item = found(office, made);
        assertThat(item.path("process").asText()).isEqualTo("fixture-work");
        assertThat(item.path("kind").asText()).isEqualTo("ring");
        assertThat(item.path("title").asText()).isEqualTo(made.title());
        assertThat(item.path("why").asText()).isEqualTo("no reason given, 2nd day");
        assertThat(item.path("pupilRef").asText()).isEqualTo("PG7");
        assertThat(item.get("caseRef").isNull()).isTrue();
        assertThat(item.path("schoolUrn").asText()).isEqualTo(TwoSchools.OURS);
        assertThat(item.path("group").asText()).isEqualTo("office");
        assertThat(item.get("assignee").isNull()).isTrue();
        assertThat(item.path("dueAt").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d");
        assertThat(item.path("version").asInt()).isEqualTo(1);
    }

    @Test
    void theSoonestStandsFirstThenTheMoreUrgentAndSomeBeforeAll() {
        String word = "Order" + System.nanoTime();
        work.make(word + " later", "due", clock.instant().plus(Duration.ofDays(3)));
        work.make(word + " soon", "due", clock.instant().plus(Duration.ofHours(1)));
        work.make(word + " soon and urgent", "due", clock.instant().plus(Duration.ofHours(1)), "urgent", 5);
        work.make(word + " first of all", "due", clock.instant().plus(Duration.ofDays(9)), "urgent", 9);
        JsonNode all = list(office, "?q=" + word);
        assertThat(all.path("items").findValuesAsText("title"))
                .map(title -> title.substring(word.length() + 1).replaceAll(" no\\d+$", ""))
                .containsExactly("first of all", "soon and urgent", "soon", "later");
        JsonNode second = list(office, "?size=3&page=2&q=" + word);
        assertThat(second.path("total").asInt()).as("the same on every page").isEqualTo(4);
        assertThat(second.path("items")).hasSize(1);
        assertThat(list(office, "?due=week&q=" + word).path("total").asInt())
                .isLessThan(4)
                .isPositive();
        assertThat(list(office, "?due=none&q=" + word).path("total").asInt()).isZero();
    }

    @Test
    void aTaskThatALongChangeHoldsIsNotWaitedFor() {
        String id = id(office, work.make("Held"));
        whileHeld(id, () -> {
            HttpResponse<String> refused = post(office, id, "claim", "");
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(refused.body()).contains("This task is being changed just now");
        });
        assertThat(post(office, id, "claim", "").statusCode()).isEqualTo(204);
        whileHeld(
                id,
                () -> assertThat(post(office, id, "release", "").body())
                        .contains("This task is being changed just now"));
        assertThat(post(office, id, "release", "").statusCode()).isEqualTo(204);
    }

    private void whileHeld(String id, Runnable meanwhile) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            jdbc.queryForList("select id from work_item where id = ? for update", id);
            meanwhile.run();
        });
    }

    @Test
    void whoTakesATaskHasItAndTheOthersAreToldWho() {
        Made made = work.make("Claim");
        String id = id(office, made);
        assertThat(post(office, id, "claim", "").statusCode()).isEqualTo(204);
        assertThat(post(office, id, "claim", "").statusCode()).as("again").isEqualTo(204);
        HttpResponse<String> other = post(lead, id, "claim", "");
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.body()).contains("Olu Office took this at ");
        assertThat(list(office, "?view=mine&q=" + made.title().replace(' ', '+'))
                        .path("total")
                        .asInt())
                .isOne();
        assertThat(list(lead, "?view=mine&q=" + made.title().replace(' ', '+'))
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(list(lead, "?view=available&q=" + made.title().replace(' ', '+'))
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(post(lead, id, "release", "").statusCode()).isEqualTo(409);
        assertThat(complete(lead, id, 1, ANSWER).body()).contains("Olu Office took this at ");
        assertThat(post(office, id, "release", "").statusCode()).isEqualTo(204);
        assertThat(post(lead, id, "claim", "").statusCode()).isEqualTo(204);
    }

    @Test
    void ofManyWhoAskAtOnceOneGetsTheTask() throws Exception { // 57
        for (int round = 0; round < 20; round++) {
            String id = id(office, work.make("Race"));
            assertThat(statuses(
                            () -> post(office, id, "claim", "").statusCode(),
                            () -> post(lead, id, "claim", "").statusCode(),
                            () -> post(head, id, "claim", "").statusCode()))
                    .containsExactlyInAnyOrder(204, 409, 409);
        }
    }

    @Test
    void ofManyWhoAnswerAtOnceOneIsHeard() throws Exception { // 57
        for (int round = 0; round < 10; round++) {
            Made made = work.make("Answer race");
            String id = id(office, made);
            assertThat(statuses(
                            () -> complete(office, id, 1, ANSWER).statusCode(),
                            () -> complete(office, id, 1, ANSWER).statusCode(),
                            () -> complete(lead, id, 1, ANSWER).statusCode()))
                    .containsExactlyInAnyOrder(204, 409, 409);
            assertThat(done(made)).as("entries").hasSize(1);
            assertThat(processes.running("fixture-work", made.key())).isFalse();
        }
        audit.check(TwoSchools.OURS);
    }

    @Test
    void aValidAnswerEndsTheTaskMovesItsProcessOnAndIsRecorded() {
        Made made = work.make("Complete");
        String id = id(office, made);
        JsonNode form = json(office.get("/api/tasks/" + id + "/form").body());
        assertThat(form.path("form").path("id").asText()).isEqualTo("ring");
        assertThat(form.path("form").path("components")).isNotEmpty();
        assertThat(form.path("version").asInt()).isOne();
        assertThat(complete(
                                office,
                                id,
                                1,
                                ANSWER.replace("reason\"", "none\"").replace("\"none\": \"M", "\"reason\": \"M"))
                        .statusCode())
                .isEqualTo(204);
        assertThat(found(office, made).path("kind").asText())
                .as("nobody answered, so the lead decides")
                .isEqualTo("decide");
        assertThat(done(made)).singleElement().satisfies(entry -> {
            assertThat(entry.by()).isEqualTo("office");
            assertThat(entry.entry().why()).isEqualTo("Mother rang: ill");
            assertThat(entry.entry().after())
                    .contains("What did they say?: Nobody answered")
                    .contains("Minutes the call took: 4")
                    .contains("I told the attendance lead: yes")
                    .as("not asked, so not kept")
                    .doesNotContain("illness");
        });
        audit.check(TwoSchools.OURS);
    }

    @Test
    void whatHasEndedSaysWhoDidItOrWhyItFellAway() {
        Made made = work.make("Ended");
        String id = id(office, made);
        assertThat(complete(office, id, 1, ANSWER).statusCode()).isEqualTo(204);
        for (HttpResponse<String> late : List.of(
                complete(lead, id, 1, ANSWER), post(lead, id, "claim", ""), lead.get("/api/tasks/" + id + "/form"))) {
            assertThat(late.statusCode()).isEqualTo(409);
            assertThat(late.body()).contains("Olu Office did this at ");
        }
        assertThat(complete(office, id, 1, ANSWER).body()).contains("You did this at ");
        Made withdrawn = work.make("Withdrawn");
        String gone = id(office, withdrawn);
        assertThat(processes.signal(
                        "fixture-over", withdrawn.key(), Map.of("because", "illness, by the register of 15 September")))
                .isOne();
        assertThat(found(office, withdrawn).isMissingNode()).isTrue();
        assertThat(complete(office, gone, 1, ANSWER).body())
                .contains("This task was withdrawn at ")
                .contains("illness, by the register of 15 September.");
    }

    @Test
    void everyBrokenRuleIsToldByTheFieldsName() {
        String id = id(office, work.make("Rules"));
        HttpResponse<String> answer = complete(
                office,
                id,
                1,
                "{\"outcome\": \"reason\", \"code\": \"X\", \"minutes\": -1, \"backOn\": \"2025-02-30\", \"status\": \"DONE\","
                        + " \"steps\": [\"ring\", 7]}");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json(answer.body()).path("errors").findValuesAsText("pointer"))
                .containsExactly(
                        "/fields/code",
                        "/fields/minutes",
                        "/fields/backOn",
                        "/fields/steps",
                        "/fields/reason",
                        "/fields/status");
        assertThat(answer.body()).contains("Enter what was said");
        assertThat(found(office, new Made("", "Rules")).isMissingNode()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"version\": 1}",
                "{\"version\": \"1\", \"fields\": {}}",
                "{\"version\": 1, \"fields\": []}",
                "{\"version\": 1, \"fields\": {}, \"role\": \"head\"}",
                "{\"version\": 1e309, \"fields\": {}}",
                "[]",
                "{\"version\": 1, \"fields\": {\"a\": 1, \"a\": 2}}",
                "{\"version\": 1, \"fields\": {}} x"
            })
    void aBodyThatIsNoAnswerIsRefused(String body) { // 55, 60, 68
        String id = id(office, work.make("Bodies"));
        assertThat(post(office, id, "complete", body).statusCode()).as(body).isEqualTo(400);
    }

    @Test
    void anAnswerToAnOlderVersionIsRefused() { // 56
        Made made = work.make("Stale");
        String id = id(office, made);
        assertThat(postpone(office, id, "2199-01-01").statusCode()).isEqualTo(204);
        HttpResponse<String> stale = complete(office, id, 1, ANSWER);
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("has changed since you opened it");
        assertThat(complete(office, id, 2, ANSWER).statusCode()).isEqualTo(204);
    }

    @Test
    void aFailureInAStepLeavesTheTaskAsItWas() {
        Made made = work.make("Fails");
        String id = id(office, made);
        HttpResponse<String> failed = complete(office, id, 1, "{\"outcome\": \"wrong\", \"reason\": \"A shop\"}");
        assertThat(failed.statusCode()).isEqualTo(409);
        assertThat(failed.body()).contains("The number is not known to be wrong.");
        assertThat(found(office, made).path("kind").asText()).isEqualTo("ring");
        assertThat(found(office, made).get("assignee").isNull()).isTrue();
        assertThat(done(made)).isEmpty();
        audit.check(TwoSchools.OURS);
    }

    @Test
    void aFeatureShowsItsFactsFillsInAndHasTheLastWord() {
        Made made = work.make("Feature", "group", "lead");
        String id = id(lead, made);
        assertThat(json(lead.get("/api/tasks/" + id + "/form").body())
                        .path("values")
                        .path("route")
                        .asText())
                .isEqualTo("support");
        HttpResponse<String> refused = complete(lead, id, 1, "{\"route\": \"act\", \"reason\": \"because\"}");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("/fields/reason", "Give a better reason");
        assertThat(complete(lead, id, 1, "{\"route\": \"act\", \"reason\": \"Since then\"}")
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void aHigherRoleAtSchoolMayDoWhatALowerMayAndNotTheOtherWayRound() {
        Made forHead = work.make("Ladder", "group", "head");
        String id = id(office, forHead);
        for (Http lower : List.of(office, lead)) {
            assertThat(post(lower, id, "claim", "").statusCode()).isEqualTo(403);
            assertThat(complete(lower, id, 1, "{\"route\": \"act\", \"reason\": \"x\"}")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(list(lower, "?view=available&q=" + forHead.title().replace(' ', '+'))
                            .path("total")
                            .asInt())
                    .isZero();
        }
        assertThat(complete(head, id, 1, "{\"route\": \"act\", \"reason\": \"x\"}")
                        .statusCode())
                .isEqualTo(204);
        String ring = id(office, work.make("Ladder down"));
        assertThat(complete(head, ring, 1, ANSWER).statusCode()).isEqualTo(204);
    }

    @Test
    void aTaskOfAnotherSchoolLooksLikeNone() { // 53
        Made theirs = work.make("Elsewhere", "school", TwoSchools.OTHER);
        String id = id(Http.program(port, "officer"), theirs);
        assertThat(id).as("the officer's own tasks are others").isEmpty();
        String known = audit.openIds(TwoSchools.OTHER).get(0);
        for (Http ours : List.of(office, lead, head)) {
            assertThat(found(ours, theirs).isMissingNode()).isTrue();
            String absent = body(ours.get("/api/tasks/none/form"));
            assertThat(body(ours.get("/api/tasks/" + known + "/form"))).isEqualTo(absent);
            for (String call : List.of("claim", "release")) {
                assertThat(body(post(ours, known, call, ""))).isEqualTo(absent);
            }
            assertThat(complete(ours, known, 1, ANSWER).statusCode()).isEqualTo(404);
            assertThat(postpone(ours, known, "2199-01-01").statusCode()).isEqualTo(404);
        }
        assertThat(lead.json("/api/tasks/" + known + "/assign", "{\"assignee\": \"lead\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(list(office, "?school=" + TwoSchools.OTHER).path("total").asInt())
                .isZero();
    }

    @Test
    void theAuthoritySeesItsOwnTasksTheAuditorAllAndTheAdministratorNone() {
        Made forOfficer = work.make("Authority", "group", "officer");
        Made forOffice = work.make("Authority, at school");
        Http officer = Http.program(port, "officer");
        Http auditor = Http.program(port, "auditor");
        assertThat(found(officer, forOfficer).isMissingNode()).isFalse();
        assertThat(found(officer, forOffice).isMissingNode()).isTrue();
        assertThat(found(lead, forOfficer).isMissingNode()).isTrue();
        assertThat(found(auditor, forOfficer).isMissingNode()).isFalse();
        String id = id(auditor, forOffice);
        assertThat(auditor.get("/api/tasks/" + id + "/form").statusCode()).isEqualTo(200);
        assertThat(post(auditor, id, "claim", "").statusCode()).isEqualTo(403);
        assertThat(complete(auditor, id, 1, ANSWER).statusCode()).isEqualTo(403);
        assertThat(Http.program(port, "admin").get("/api/tasks").statusCode()).isEqualTo(403);
    }

    @Test
    void aTaskIsGivenOnlyToSomebodyWhoCanDoIt() {
        Made made = work.make("Assign", "group", "lead");
        String id = id(lead, made);
        for (String user : List.of("office", "officer", "auditor", "admin", "nobody")) {
            HttpResponse<String> refused = assign(lead, id, "\"" + user + "\"");
            assertThat(refused.statusCode()).as(user).isEqualTo(400);
            assertThat(refused.body()).contains("/assignee");
        }
        assertThat(assign(office, id, "\"lead\"").statusCode()).isEqualTo(403);
        assertThat(assign(lead, id, "\"head\"").statusCode()).isEqualTo(204);
        assertThat(found(head, made).path("assignee").asText()).isEqualTo("head");
        for (String nobody : List.of("\"\"", "null", "\" \"")) {
            assertThat(assign(lead, id, nobody).statusCode()).isEqualTo(204);
            assertThat(found(lead, made).get("assignee").isNull()).as(nobody).isTrue();
        }
        assertThat(journal.of(made.key()))
                .extracting(entry -> entry.entry().what())
                .contains("Assigned to Harri Head: " + made.title());
    }

    @Test
    void whatIsPutOffLeavesTheListsUntilItsDay() {
        Made made = work.make("Postpone");
        String id = id(office, made);
        String words = "&q=" + made.title().replace(' ', '+');
        LocalDate tomorrow = LocalDate.now(clock).plusDays(1);
        assertThat(postpone(office, id, LocalDate.now(clock).toString()).statusCode())
                .isEqualTo(400);
        assertThat(office.json("/api/tasks/" + id + "/postpone", "{\"until\": \"" + tomorrow + "\"}")
                        .body())
                .contains("\"/reason\"");
        assertThat(postpone(office, id, tomorrow.toString()).statusCode()).isEqualTo(204);
        assertThat(list(office, "?view=available" + words).path("total").asInt())
                .isZero();
        assertThat(list(office, "?view=postponed" + words).path("total").asInt())
                .isOne();
        assertThat(found(office, made).path("postponedUntil").asText()).isEqualTo(tomorrow + "T00:00");
        assertThat(journal.of(made.key())).anySatisfy(entry -> {
            assertThat(entry.entry().what()).isEqualTo("Postponed: " + made.title());
            assertThat(entry.entry().why()).isEqualTo("They are away");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?view=everything",
                "?due=soon",
                "?page=0",
                "?page=-1",
                "?size=0",
                "?size=201",
                "?size=2147483648",
                "?school=1",
                "?sort=password",
                "?View=mine"
            })
    void aParameterThatCannotBeUsedIsNamed(String query) { // 74
        HttpResponse<String> answer = office.get("/api/tasks" + query);
        assertThat(answer.statusCode()).as(query).isEqualTo(400);
        assertThat(answer.body()).contains("\"?" + query.substring(1, query.indexOf('=')) + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'+OR+1=1--", "%25", "_", "%5C", "!", "(a%2B)%2B%24"})
    void aSearchTakesEveryCharacterForItself(String words) { // 65, 67
        work.make("Search me");
        HttpResponse<String> answer = office.get("/api/tasks?q=" + words);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer.body()).path("total").asInt()).isZero();
    }

    private List<Recorded> done(Made made) {
        return journal.of(made.key()).stream()
                .filter(entry -> entry.entry().what().equals("Done: " + made.title()))
                .toList();
    }

    private static JsonNode list(Http program, String query) {
        return json(program.get("/api/tasks" + query).body());
    }

    private static HttpResponse<String> post(Http program, String id, String call, String body) {
        return program.json("/api/tasks/" + id + "/" + call, body);
    }

    private static HttpResponse<String> complete(Http program, String id, int version, String fields) {
        return post(program, id, "complete", "{\"version\": " + version + ", \"fields\": " + fields + "}");
    }

    private static HttpResponse<String> postpone(Http program, String id, String until) {
        return post(program, id, "postpone", "{\"reason\": \"They are away\", \"until\": \"" + until + "\"}");
    }

    private static HttpResponse<String> assign(Http program, String id, String assignee) {
        return post(program, id, "assign", "{\"assignee\": " + assignee + "}");
    }

    private static String body(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(404);
        return answer.body();
    }

    @SafeVarargs
    private static List<Integer> statuses(Callable<Integer>... calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(calls.length);
        try {
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> call : threads.invokeAll(List.of(calls))) {
                statuses.add(call.get());
            }
            return statuses;
        } finally {
            threads.shutdown();
        }
    }
}
