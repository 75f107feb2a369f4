package uk.daymark.worklist.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.daymark.access.Access;
import uk.daymark.access.Action;
import uk.daymark.access.SignedIn;
import uk.daymark.forms.FormDefinition;
import uk.daymark.forms.FormPart;
import uk.daymark.web.Fault;
import uk.daymark.web.InvalidInput;
import uk.daymark.web.JsonFields;
import uk.daymark.web.Problem;
import uk.daymark.worklist.TaskDesk;
import uk.daymark.worklist.TaskGiving;
import uk.daymark.worklist.WorkList;

/** The work list for programs. */
@RestController
@RequestMapping("/api/tasks")
class TasksApi {

    private final Access access;
    private final WorkList list;
    private final TaskGiving giving;
    private final TaskDesk desk;
    private final ObjectMapper json;

    TasksApi(Access access, WorkList list, TaskGiving giving, TaskDesk desk, ObjectMapper json) {
        this.access = access;
        this.list = list;
        this.giving = giving;
        this.desk = desk;
        this.json = json;
    }

    /** A page of the list. */
    record Listed(long total, int page, int size, List<TaskLine> items) {}

    /** A form as its file has it, what it is filled with, and the version to send back. */
    record FormOfTask(JsonNode form, Map<String, Object> values, long version) {}

    /** Who is to do it; blank or nothing for nobody in particular. */
    record Assignment(@Nullable String assignee) {}

    /** Until when a task waits, and why. */
    record Postponement(@Nullable String reason, @Nullable LocalDate until) {}

    @GetMapping
    Listed list(@RequestParam Map<String, String> asked) {
        SignedIn person = access.require(Action.SEE_TASKS);
        Filters filters = Filters.of(asked);
        WorkList.Page page = list.page(filters.filter(), person, filters.page(), filters.size());
        return new Listed(
                page.total(),
                filters.page(),
                filters.size(),
                page.items().stream().map(TaskLine::of).toList());
    }

    @PostMapping("/{id}/claim")
    ResponseEntity<Void> claim(@PathVariable String id) {
        list.claim(id, access.require(Action.WORK_TASKS));
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{id}/release")
    ResponseEntity<Void> release(@PathVariable String id) {
        list.release(id, access.require(Action.WORK_TASKS));
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{id}/assign")
    ResponseEntity<Void> assign(@PathVariable String id, @RequestBody Assignment asked) {
        SignedIn person = access.require(Action.ASSIGN_TASK);
        giving.assign(id, Optional.ofNullable(asked.assignee).filter(user -> !user.isBlank()), person);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{id}/postpone")
    ResponseEntity<Void> postpone(@PathVariable String id, @RequestBody Postponement asked) {
        SignedIn person = access.require(Action.WORK_TASKS);
        list.find(id, person);
        List<Fault> faults = new ArrayList<>();
        if (asked.reason == null || asked.reason.isBlank()) {
            faults.add(new Fault("/reason", "Say why."));
        }
        if (asked.until == null) {
            faults.add(new Fault("/until", "Give a day after today, as in 2025-09-15."));
        }
        if (asked.reason == null || asked.until == null || !faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        list.postpone(id, asked.reason, asked.until, person);
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/{id}/form")
    FormOfTask form(@PathVariable String id) throws JsonProcessingException {
        TaskDesk.Opened opened = desk.open(id, access.require(Action.SEE_TASKS));
        return new FormOfTask(
                withOptions(json.readTree(opened.json()), opened.form()),
                opened.values(),
                opened.item().version());
    }

    /** The form's file, with options where it leaves them to the task. */
    private static JsonNode withOptions(JsonNode node, FormDefinition form) {
        node.path("components").forEach(component -> withOptions(component, form));
        if (node instanceof ObjectNode component && component.path("properties").has("options")) {
            ArrayNode values = component.putArray("values");
            form.field(component.path("key").asText())
                    .map(FormPart.Field::options)
                    .orElse(List.of())
                    .forEach(option ->
                            values.addObject().put("label", option.label()).put("value", option.value()));
        }
        return node;
    }

    /** Faults of the answers themselves are told with 422, by the field's name; a body that is no answer at all with 400. */
    @PostMapping("/{id}/complete")
    ResponseEntity<Object> complete(@PathVariable String id, @RequestBody JsonNode body) {
        SignedIn person = access.require(Action.WORK_TASKS);
        JsonFields read = JsonFields.of(body);
        read.need("version");
        read.need("fields");
        Optional<Integer> version = read.whole("version");
        Optional<JsonNode> fields = read.any("fields");
        if (fields.filter(given -> !given.isObject()).isPresent()) {
            read.fault("fields", "Give an object in curly brackets.");
        }
        read.finish();
        try {
            desk.complete(id, version.orElse(0), FieldsOfJson.of(fields.orElse(body)), person, "API");
        } catch (InvalidInput refused) {
            return ResponseEntity.unprocessableEntity()
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(new Problem(
                            URI.create("urn:daymark:problem:invalid-answers"),
                            "Some answers cannot be used",
                            HttpStatus.UNPROCESSABLE_ENTITY.value(),
                            "Correct what is listed and send it again. Nothing was changed.",
                            refused.faults()));
        }
        return ResponseEntity.noContent().build();
    }
}
