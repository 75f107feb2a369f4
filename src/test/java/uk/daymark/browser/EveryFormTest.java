package uk.daymark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.daymark.Http;
import uk.daymark.WebTest;
import uk.daymark.browser.Browsers.View;
import uk.daymark.register.web.TwoSchools;

/**
 * Every form in {@code forms/}, on its page: sent empty, sent with what it does not offer, and filled in. Each is asked by a task of its
 * own with the name and the group of the shipped model's, so that nothing has to have happened before; the file is the shipped one.
 */
@WebTest
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryFormTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @LocalServerPort
    int port;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    private final Map<String, Page> open = new HashMap<>();
    private final List<String> instances = new ArrayList<>();
    private final List<String> deployments = new ArrayList<>();

    /**
     * A shipped form.
     *
     * @param group whose task it is
     */
    record Asked(Path file, String model, String task, String group) {

        JsonNode definition() throws IOException {
            return JSON.readTree(file.toFile());
        }

        @Override
        public String toString() {
            return model + ": " + task;
        }
    }

    static Stream<Asked> forms() throws IOException {
        Map<String, String> groups = new HashMap<>();
        try (Stream<Path> models = Files.list(Path.of("processes"))) {
            models.filter(file -> file.toString().endsWith(".bpmn"))
                    .forEach(file -> Bpmn.readModelFromFile(file.toFile())
                            .getModelElementsByType(UserTask.class)
                            .forEach(task -> groups.put(
                                    file.getFileName().toString().replace(".bpmn", "/") + task.getId(),
                                    task.getCamundaCandidateGroups())));
        }
        try (Stream<Path> files = Files.walk(Path.of("forms"))) {
            return files.filter(file -> file.toString().endsWith(".form")).sorted().toList().stream()
                    .map(file -> {
                        String model = file.getParent().getFileName().toString();
                        String task = file.getFileName().toString().replace(".form", "");
                        String group = groups.get(model + "/" + task);
                        assertThat(group)
                                .as("whose task " + model + "/" + task + " is")
                                .isNotNull();
                        return new Asked(file, model, task, group);
                    });
        }
    }

    @BeforeAll
    void school() {
        TwoSchools.exist(port);
    }

    @AfterAll
    void takeTheModelsAway() {
        open.values().forEach(page -> page.context().close());
        instances.stream()
                .filter(id -> runtime.createProcessInstanceQuery()
                                .processInstanceId(id)
                                .count()
                        > 0)
                .forEach(id -> runtime.deleteProcessInstance(id, "the test is over"));
        deployments.forEach(deployment -> repository.deleteDeployment(deployment, true));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void isRefusedInItsOwnWordsAndTakenWhenItIsFilledIn(Asked asked, CapturedOutput log) throws IOException {
        String address = "/tasks/" + opened(asked);
        refusedAndLogged(asked, address, log);

        Page page = open.computeIfAbsent(asked.group(), user -> Browsers.signedIn(port, View.DESK, user));
        page.navigate(address);
        Watched.of(page).faults();
        save(page);
        if (required(asked.definition())) {
            assertThat(page.title()).startsWith("Error: ");
            List<String> faults = new ArrayList<>(PageChecks.focusFaults(page, true));
            faults.addAll(PageChecks.faults(page, false, true));
            assertThat(faults).as("what is wrong with the errors of %s", asked).isEmpty();
        } else {
            assertThat(page.locator("main").textContent()).contains("Saved: ");
            return;
        }

        fill(page, asked.definition());
        save(page);
        if (page.title().startsWith("Error: ")) {
            assertThat(asked.definition().toString())
                    .as("refused: %s", page.locator(".govuk-error-summary").textContent())
                    .contains("\"options\":\"asked\"");
            for (Locator line : page.locator(".govuk-error-summary a").all()) {
                String key = line.getAttribute("href").replace("#field-", "");
                assertThat(leftToTheTask(asked.definition(), key))
                        .as(line.textContent())
                        .isTrue();
            }
        } else if (asked.definition().at("/properties/confirm").asBoolean()) {
            assertThat(page.title()).startsWith("Check your answers");
        } else {
            assertThat(page.locator("main").textContent()).contains("Saved: ");
        }
    }

    /** A task with that form and nothing before or after it. */
    private String opened(Asked asked) throws IOException {
        String model = "fixture-form-" + asked.model() + "-" + asked.task();
        String bpmn = "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\""
                + " xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\" targetNamespace=\"urn:daymark:test\">"
                + "<process id=\"" + model + "\" isExecutable=\"true\" camunda:historyTimeToLive=\"30\">"
                + "<startEvent id=\"begin\"/><sequenceFlow id=\"to-task\" sourceRef=\"begin\" targetRef=\""
                + asked.task()
                + "\"/><userTask id=\"" + asked.task() + "\" name=\""
                + asked.task().replace('-', ' ')
                + "\" camunda:candidateGroups=\"" + asked.group() + "\" camunda:formRef=\"" + asked.task()
                + "\" camunda:formRefBinding=\"deployment\"/><sequenceFlow id=\"done\" sourceRef=\"" + asked.task()
                + "\" targetRef=\"end\"/><endEvent id=\"end\"/></process></definitions>";
        deployments.add(repository
                .createDeployment()
                .name(model)
                .addString(model + ".bpmn", bpmn)
                .addString(asked.task() + ".form", Files.readString(asked.file()))
                .deploy()
                .getId());
        String instance = runtime.startProcessInstanceByKey(model, "FORM-" + asked.model() + "-" + asked.task())
                .getId();
        instances.add(instance);
        return tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }

    private void refusedAndLogged(Asked asked, String address, CapturedOutput log) throws IOException {
        StringBuilder sent = new StringBuilder("version=0&field-role=admin");
        for (JsonNode field : fields(asked.definition())) {
            if (List.of("radio", "select", "checklist")
                            .contains(field.path("type").asText())
                    && !field.path("properties").has("showWhen")) {
                sent.append("&field-").append(field.path("key").asText()).append("=nothing-that-is-offered");
            }
        }
        Http browser = Http.browser(port, asked.group());
        String version = browser.get(address).body().replaceAll("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1");
        var refused = browser.submit(
                address, address, sent.toString().replace("version=0", "version=" + version) + "&confirmed=yes");
        assertThat(refused.body()).as(asked.toString()).contains("<title>Error: ", "There is no question of this name");
        assertThat(log.getOut())
                .contains(asked.group() + " answered the form " + asked.task() + " with what it does not offer")
                .contains("role");
    }

    private static List<JsonNode> fields(JsonNode parent) {
        List<JsonNode> all = new ArrayList<>();
        for (JsonNode component : parent.path("components")) {
            all.addAll(fields(component));
            if (component.has("key") && !component.path("type").asText().equals("group")) {
                all.add(component);
            }
        }
        return all;
    }

    private static boolean required(JsonNode form) {
        return fields(form).stream()
                .anyMatch(field -> field.at("/validate/required").asBoolean()
                        && !field.path("properties").has("showWhen"));
    }

    private static boolean leftToTheTask(JsonNode form, String key) {
        return fields(form).stream()
                .anyMatch(field -> field.path("key").asText().equals(key)
                        && field.at("/properties/options").asText().equals("asked"));
    }

    /** Answers every question, the first way there is. */
    private static void fill(Page page, JsonNode form) {
        Map<String, JsonNode> byKey = new HashMap<>();
        fields(form).forEach(field -> byKey.put(field.path("key").asText(), field));
        Set<String> answered = new HashSet<>();
        for (Locator box : page.locator(
                        "main .daymark-questions input, main .daymark-questions select, main .daymark-questions textarea")
                .all()) {
            String name = box.getAttribute("name");
            if (answered.add(name)) {
                answer(box, name, byKey);
            }
        }
    }

    private static void answer(Locator box, String name, Map<String, JsonNode> byKey) {
        String key = name.replaceFirst("^field-", "");
        switch (box.evaluate("box => box.type").toString()) {
            case "radio", "checkbox" -> box.check();
            case "select-one" -> {
                if (box.locator("option").count() > 1) {
                    box.selectOption(new SelectOption().setIndex(1));
                }
            }
            default -> {
                if (!byKey.containsKey(key)) {
                    box.fill(key.endsWith("-day") ? "1" : key.endsWith("-month") ? "dec" : "2025");
                } else if (byKey.get(key).path("type").asText().equals("number")) {
                    box.fill(byKey.get(key).at("/validate/min").asText("1"));
                } else {
                    box.fill(
                            byKey.get(key).path("validate").has("pattern") || key.endsWith("At")
                                    ? "3:30pm"
                                    : "As we talked");
                }
            }
        }
    }

    private static void save(Page page) {
        page.locator("main form button[type=submit], main form button.govuk-button")
                .filter(new Locator.FilterOptions().setHasText("Save"))
                .first()
                .click();
        page.waitForLoadState();
    }
}
