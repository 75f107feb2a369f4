package uk.daymark.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.daymark.browser.Browsers;
import uk.daymark.cases.DecisionsMade;
import uk.daymark.enforcement.referral.ParentKey;
import uk.daymark.time.Turn;
import uk.daymark.workflow.Processes;

/**
 * Every task of the authority and of its panel, whatever its form, is opened in the browser and saved on a page that is out of date, and
 * is tried by everybody whose it is not. The tasks are read from the models: one that is added is tried here without a line of its own,
 * and one of a model that is not known here fails until it says about whom its process is.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryDecisionOfTheAuthorityTest {

    private static final String SCHOOL = "999001";
    private static final String FROM = "2025-11-10";
    private static final String TO = "2025-11-21";
    private static final String TODAY = "2025-12-01";
    private static final String ABSENT = "O O O O O O O O O O";
    private static final Date LATER = Date.from(Instant.parse("2026-05-01T08:00:00Z"));
    private static final String TYPED = "What I typed and must not lose.";

    private final Map<String, String> keys = new HashMap<>();
    private final Map<String, Object> also = new HashMap<>();
    private OwnApplication daymark;
    private Casework school;
    private Enforcement authority;

    /**
     * A task of the authority's side.
     *
     * @param group whose it is: officer or panel
     */
    record Decision(String model, String kind, String group) {

        @Override
        public String toString() {
            return model + ": " + kind;
        }
    }

    static Stream<Decision> decisions() {
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn")).sorted().toList().stream()
                    .flatMap(file ->
                            Bpmn.readModelFromFile(file.toFile()).getModelElementsByType(UserTask.class).stream()
                                    .filter(task ->
                                            List.of("officer", "panel").contains(task.getCamundaCandidateGroups()))
                                    .map(task -> new Decision(
                                            file.getFileName().toString().replace(".bpmn", ""),
                                            task.getId(),
                                            task.getCamundaCandidateGroups())));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @BeforeAll
    void aFamilyForEachModel() {
        daymark = OwnApplication.empty("2025-09-03T08:00", SCHOOL);
        school = new Casework(daymark, SCHOOL);
        authority = new Enforcement(daymark, school);
        String[] pupils = {"referred", "noticed", "improving", "charged"};
        school.exists("hertfordshire", "hertfordshire", pupils);
        daymark.moveTo(TODAY + "T08:30");
        for (String pupil : pupils) {
            school.present(pupil, "2025-09-01", "2025-11-03");
            school.week(pupil, FROM, ABSENT);
            school.week(pupil, "2025-11-17", "O O / \\ / \\ / \\ / \\");
        }
        referred();
        noticed();
        improving();
        charged();
    }

    private void referred() {
        ParentKey parent = authority.noticeDecided("referred", FROM, TO);
        keys.put("legal-referral", parent.caseRef().value());
        keys.put("parent-decision", parent.toString());
        keys.put("decision-review", parent.caseRef().value());
        daymark.bean(JdbcTemplate.class)
                .update(
                        "update referral set standing = 'SUBMITTED' where case_ref = ?",
                        parent.caseRef().value());
        daymark.bean(JdbcTemplate.class)
                .update(
                        "update liable_parent set round_number = 1 where case_ref = ?",
                        parent.caseRef().value());
        daymark.bean(Turn.class)
                .alone(() -> daymark.bean(DecisionsMade.class)
                        .record(parent.caseRef(), "decide-by-officer", "A notice", "As found", List.of(), List.of()));
    }

    private void noticed() {
        String notice = authority.issued("noticed", FROM, TO, TODAY);
        String parent = school.caseOf("noticed").ref() + "/1";
        keys.put("penalty-notice", parent);
        keys.put("authority-letter", parent);
        keys.put("notice-alert", parent);
        keys.put("notice-withdrawal", notice);
        keys.put("notice-refund", notice);
        also.put("noticeRef", notice);
        also.put("letter", "penalty-notice");
        assertThat(authority
                        .asks("officer", notice, "OFFICER", "Is it the right person?")
                        .statusCode())
                .isEqualTo(201);
    }

    private void improving() {
        ParentKey parent = authority.noticeDecided("improving", FROM, TO);
        also.put("improvementEndsAt", LATER);
        keys.put("notice-to-improve", parent.toString());
        daymark.bean(Turn.class)
                .runAlone(() -> daymark.bean(Processes.class).start("notice-to-improve", parent.toString(), Map.of()));
        school.does(
                "officer",
                "improving",
                "draft-notice-to-improve",
                Map.of(
                        "noticeDecision", "give",
                        "weeks", 6,
                        "allowed", 0,
                        "enough", "Every session",
                        "earlyGround", "none",
                        "supportSoFar", "Early help was offered",
                        "support", "Ring the school",
                        "reason", "One more chance"));
        authority.post("improving", TODAY);
    }

    private void charged() {
        ParentKey parent = authority.noticeDecided("charged", FROM, TO);
        also.put("courtLimitPassedAt", LATER);
        keys.put("prosecution", parent.toString());
        keys.put("prosecution-limit", parent.toString());
        daymark.bean(Turn.class)
                .runAlone(() -> daymark.bean(Processes.class)
                        .start("prosecution", parent.toString(), Map.of("tier", "single-justice")));
        school.does(
                "officer",
                "charged",
                "consider-supervision-order",
                Map.of(
                        "decision", "prosecute",
                        "considered", "It would not help now",
                        "chargedFrom", FROM,
                        "chargedTo", TO,
                        "reason", "Every offer was refused"));
    }

    @AfterAll
    void close() {
        daymark.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("decisions")
    void isRefusedToEverybodyWhoseItIsNotAndKeepsWhatWasTypedOnAPageOutOfDate(Decision decision) {
        ProcessInstance process = opened(decision);
        String id = daymark.bean(TaskService.class)
                .createTaskQuery()
                .processInstanceId(process.getId())
                .singleResult()
                .getId();
        nobodyElseDoes(decision, id);

        Page page = Browsers.signedIn(daymark.port(), Browsers.View.DESK, decision.group());
        try {
            page.navigate("/tasks/" + id);
            fill(page);
            postponed(decision, id);
            save(page);
            String stale = page.locator("main").textContent();
            assertThat(stale)
                    .contains("This was not saved")
                    .contains("This task has changed since you opened it. Look at it again.")
                    .contains("What you typed is still here.")
                    .contains("Postponed to");
            assertThat(page.locator("textarea#field-reason").inputValue()).isEqualTo(TYPED);

            decidedMeanwhile(decision);
            save(page);
            assertThat(page.locator("main").textContent())
                    .contains("This task was withdrawn at ")
                    .contains("Another officer decided it.")
                    .contains("What you just typed was not saved")
                    .contains(TYPED);
        } finally {
            page.context().close();
        }
    }

    private ProcessInstance opened(Decision decision) {
        String key = keys.get(decision.model());
        assertThat(key)
                .as("about whom a process of " + decision.model() + " is: say it here")
                .isNotNull();
        return daymark.bean(Turn.class)
                .alone(() -> daymark.bean(RuntimeService.class)
                        .createProcessInstanceByKey(decision.model())
                        .businessKey(key)
                        .setVariables(also)
                        .setVariable("key", key)
                        .startBeforeActivity(decision.kind())
                        .execute());
    }

    private void nobodyElseDoes(Decision decision, String id) {
        JsonNode form = daymark.get(decision.group(), "/api/tasks/" + id + "/form");
        String answer = "{\"version\": " + form.path("version") + ", \"fields\": {\"reason\": \"x\"}}";
        for (String other : List.of("office", "lead", "head", "officer", "panel", "auditor", "admin")) {
            if (!other.equals(decision.group())) {
                HttpResponse<String> refused = daymark.as(other).json("/api/tasks/" + id + "/complete", answer);
                assertThat(refused.statusCode())
                        .as(other + ": " + refused.body())
                        .isIn(403, 404);
            }
        }
        for (String atSchool : List.of("office", "lead", "head")) {
            assertThat(daymark.as(atSchool).get("/api/tasks/" + id + "/form").statusCode())
                    .as(atSchool)
                    .isEqualTo(404);
        }
        assertThat(daymark.get(decision.group(), "/api/tasks/" + id + "/form").path("version"))
                .as("untouched")
                .isEqualTo(form.path("version"));
    }

    private void postponed(Decision decision, String id) {
        HttpResponse<String> answer = daymark.as(decision.group())
                .json("/api/tasks/" + id + "/postpone", "{\"reason\": \"Away\", \"until\": \"2025-12-02\"}");
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
    }

    private void decidedMeanwhile(Decision decision) {
        daymark.bean(Turn.class)
                .runAlone(() -> daymark.bean(Processes.class)
                        .withdraw(decision.model(), keys.get(decision.model()), "Another officer decided it"));
    }

    /** Answers every question that shows, and confirms where that is asked. */
    private static void fill(Page page) {
        Set<String> answered = new HashSet<>();
        for (int round = 0; round < 3; round++) {
            for (Locator box : page.locator("main .daymark-questions input, main .daymark-questions select")
                    .all()) {
                String name = box.getAttribute("name");
                if (answered.contains(name) || !box.locator("xpath=..").isVisible()) {
                    continue;
                }
                answered.add(name);
                answer(box, name);
            }
        }
        for (Locator box : page.locator("main textarea:visible").all()) {
            box.fill(TYPED);
        }
    }

    private static void answer(Locator box, String name) {
        String type = box.evaluate("box => box.type").toString();
        switch (type) {
            case "radio", "checkbox" -> box.check();
            case "select-one" -> box.selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
            default -> {
                if (box.inputValue().isEmpty()) {
                    box.fill(
                            name.endsWith("-day")
                                    ? "1"
                                    : name.endsWith("-month") ? "12" : name.endsWith("-year") ? "2025" : "1");
                }
            }
        }
    }

    private static void save(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save"))
                .click();
        page.waitForLoadState();
        if (page.title().startsWith("Check your answers")) {
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Confirm").setExact(true))
                    .click();
            page.waitForLoadState();
        }
    }
}
