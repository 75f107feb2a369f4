package uk.daymark.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** At each sample school, under its own policy, the head considers a penalty notice and decides. */
class UnderEachPolicyTest {

    private static final Map<String, String> POLICIES =
            new TreeMap<>(Map.of("999101", "commonswood", "999102", "cambridgeshire", "999103", "herefordshire"));

    @TempDir
    Path folder;

    @Test
    void theHeadDecidesOnWhatWasCountedAndTheCaseKeepsWhy() {
        POLICIES.forEach((urn, policy) -> {
            try (OwnApplication daymark = OwnApplication.keeping(folder, List.of("--daymark.practice.home=" + urn))) {
                theHeadDecides(daymark, urn, policy);
            }
        });
    }

    private static void theHeadDecides(OwnApplication daymark, String urn, String policy) {
        JsonNode asked = daymark.get("head", "/api/tasks?view=available&kind=must-consider&size=200");
        assertThat(asked.path("total").asInt())
                .as("decisions that wait at " + urn)
                .isBetween(1, 30);
        JsonNode task = asked.path("items").get(0);
        assertThat(task.path("schoolUrn").asText()).isEqualTo(urn);
        String ref = task.path("caseRef").asText();

        JsonNode opened = daymark.get("head", "/api/cases/" + ref);
        assertThat(opened.path("policy").asText()).isEqualTo(policy);
        assertThat(opened.path("status").asText()).isEqualTo("OPEN");
        JsonNode findings =
                daymark.get("head", "/api/cases/" + ref + "/findings").path("items");
        assertThat(findings).anySatisfy(finding -> {
            assertThat(finding.path("kind").asText()).isEqualTo("PENALTY_NOTICE_THRESHOLD");
            assertThat(finding.path("count").asInt()).isGreaterThanOrEqualTo(10);
            assertThat(finding.path("sessions")).hasSize(finding.path("count").asInt());
        });

        String id = task.path("id").asText();
        assertThat(decide(daymark, "lead", id).statusCode())
                .as("the decision is the head's")
                .isNotEqualTo(204);
        HttpResponse<String> decided = decide(daymark, "head", id);
        assertThat(decided.statusCode()).as(decided.body()).isEqualTo(204);
        assertThat(decide(daymark, "head", id).statusCode()).isEqualTo(409);

        assertThat(daymark.get("head", "/api/cases/" + ref + "/decisions").path("items"))
                .anySatisfy(rule -> {
                    assertThat(rule.path("table").asText()).isEqualTo("support-first");
                    assertThat(rule.path("sentence").asText()).isNotBlank();
                    assertThat(rule.path("source").asText()).isNotBlank();
                });
        assertThat(daymark.get("head", "/api/cases/" + ref + "/timeline").toString())
                .contains("More time with the family worker first");
        JsonNode verdict = daymark.get("head", "/api/cases/" + ref + "/verify");
        assertThat(verdict.path("linked").asBoolean()
                        && verdict.path("contentEqual").asBoolean())
                .as(verdict.toString())
                .isTrue();
    }

    private static HttpResponse<String> decide(OwnApplication daymark, String user, String task) {
        HttpResponse<String> form = daymark.as(user).get("/api/tasks/" + task + "/form");
        int version = form.statusCode() == 200
                ? OwnApplication.json(form).path("version").asInt()
                : 1;
        return daymark.as(user)
                .json(
                        "/api/tasks/" + task + "/complete",
                        "{\"version\": " + version + ", \"fields\": {\"decision\": \"continue-support\","
                                + " \"reason\": \"More time with the family worker first\"}}");
    }
}
