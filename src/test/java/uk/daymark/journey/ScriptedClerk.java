package uk.daymark.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import uk.daymark.Http;

/**
 * Does what the home school's office, lead and head are asked to do, over HTTP, with answers drawn from a seed. What a form refuses is
 * mended as it says and sent again; what cannot be done now is left for another day.
 */
final class ScriptedClerk {

    private static final List<String> ROLES = List.of("office", "lead", "head");

    /** So often a form is filled in anew before its task is left. */
    private static final int TRIES = 16;

    /** So often the same answers are mended before others are tried. */
    private static final int MENDED = 4;

    /** Tasks that make further tasks at once come to an end after so many rounds, or something is wrong. */
    private static final int ROUNDS = 40;

    private final OwnApplication daymark;
    private final Random random;
    private final Map<String, Http> people = new HashMap<>();
    private final Timings timings;
    final Map<String, Integer> doneByKind = new TreeMap<>();
    final Map<String, String> leftBecause = new TreeMap<>();
    int done;
    int gone;

    ScriptedClerk(OwnApplication daymark, Timings timings, long seed) {
        this.timings = timings;
        this.daymark = daymark;
        this.random = new Random(seed);
        ROLES.forEach(role -> people.put(role, daymark.as(role)));
    }

    /** Does everything that is due by the end of that day, and what that leads to. */
    void worksWhatIsDue(LocalDate today) {
        Set<String> left = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            List<JsonNode> due = due(today, left);
            if (due.isEmpty()) {
                return;
            }
            due.forEach(task -> work(task, today, left));
        }
        throw new AssertionError("The tasks of " + today + " do not come to an end: " + due(today, left));
    }

    private List<JsonNode> due(LocalDate today, Set<String> left) {
        List<JsonNode> due = new ArrayList<>();
        int page = 1;
        JsonNode tasks;
        do {
            String list = "/api/tasks?view=all&size=200&page=" + page;
            tasks = timings.of("list", () -> daymark.get("head", list));
            for (JsonNode task : tasks.path("items")) {
                boolean byToday = task.path("dueAt").asText().compareTo(today + "T23:59") <= 0;
                if (byToday && !left.contains(task.path("id").asText()) && people.containsKey(who(task))) {
                    due.add(task);
                }
            }
            page++;
        } while (tasks.path("items").size() == 200);
        return due;
    }

    private static String who(JsonNode task) {
        return task.path("assignee").isTextual()
                ? task.path("assignee").asText()
                : task.path("group").asText();
    }

    private void work(JsonNode task, LocalDate today, Set<String> left) {
        String id = task.path("id").asText();
        Http person = people.get(who(task));
        List<String> always = new ArrayList<>();
        ObjectNode given = JsonNodeFactory.instance.objectNode();
        HttpResponse<String> answer = null;
        for (int attempt = 0; attempt < TRIES; attempt++) {
            HttpResponse<String> opened = timings.of("open", () -> person.get("/api/tasks/" + id + "/form"));
            if (opened.statusCode() == 404 || opened.statusCode() == 409) {
                gone++;
                return;
            }
            assertThat(opened.statusCode()).as(task + ": " + opened.body()).isEqualTo(200);
            JsonNode form = OwnApplication.json(opened);
            ObjectNode body = form.deepCopy();
            body.retain("version");
            ObjectNode earlier = attempt % MENDED == 0 ? body.objectNode() : given;
            given = new RandomAnswers(random, today).to(form, earlier, always);
            body.set("fields", given);
            answer = timings.of("complete", () -> person.json("/api/tasks/" + id + "/complete", body.toString()));
            if (answer.statusCode() == 204) {
                done++;
                leftBecause.remove(id);
                doneByKind.merge(task.path("kind").asText(), 1, Integer::sum);
                return;
            }
            assertThat(answer.statusCode())
                    .as(task + " with " + body + ": " + answer.body())
                    .isIn(409, 422);
            always.clear();
            OwnApplication.json(answer)
                    .path("errors")
                    .forEach(fault -> always.add(fault.path("pointer").asText().replace("/fields/", "")));
        }
        left.add(id);
        leftBecause.put(id, task.path("kind").asText() + ": " + (answer == null ? "" : answer.body()));
    }
}
