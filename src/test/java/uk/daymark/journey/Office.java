package uk.daymark.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** People of a school at their task list, as programs see it. */
final class Office {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final OwnApplication daymark;

    Office(OwnApplication daymark) {
        this.daymark = daymark;
    }

    /** The open tasks of that kind, soonest first. */
    List<JsonNode> tasks(String kind) {
        return StreamSupport.stream(
                        daymark.get("head", "/api/tasks?view=all&size=200&kind=" + kind)
                                .get("items")
                                .spliterator(),
                        false)
                .toList();
    }

    /** The open task of that kind of this pupil, the only one. */
    JsonNode task(String kind, String pupilRef) {
        List<JsonNode> own = tasks(kind).stream()
                .filter(task -> task.get("pupilRef").asText().equals(pupilRef))
                .toList();
        assertThat(own).as(kind + " of " + pupilRef).hasSize(1);
        return own.get(0);
    }

    boolean has(String kind, String pupilRef) {
        return tasks(kind).stream()
                .anyMatch(task -> task.get("pupilRef").asText().equals(pupilRef));
    }

    /** Does a task. */
    void does(String user, JsonNode task, Map<String, Object> fields) {
        HttpResponse<String> answer = tries(user, task, fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }

    HttpResponse<String> tries(String user, JsonNode task, Map<String, Object> fields) {
        return daymark.as(user)
                .json(
                        "/api/tasks/" + task.get("id").asText() + "/complete",
                        JSON.valueToTree(Map.of("version", task.get("version").asLong(), "fields", fields))
                                .toString());
    }
}
