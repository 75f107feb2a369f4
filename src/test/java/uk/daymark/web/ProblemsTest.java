package uk.daymark.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.daymark.Http;
import uk.daymark.WebTest;

@WebTest
class ProblemsTest {

    @LocalServerPort
    int port;

    private Http program;

    @BeforeEach
    void aProgram() {
        program = Http.program(port, "office");
    }

    @ParameterizedTest
    @CsvSource({
        "not-found, 404, urn:daymark:problem:not-found, There is no pupil 17",
        "conflict, 409, urn:daymark:problem:conflict, Jo Smith has this task",
        "stale, 409, urn:daymark:problem:conflict, Something has changed",
        "too-large, 413, urn:daymark:problem:too-large, 500",
        "invalid, 400, urn:daymark:problem:invalid-input, /day",
        "not-allowed, 403, urn:daymark:problem:not-allowed, Your role",
        "unfinished, 500, urn:daymark:problem:internal, work failed twice",
        "unexpected, 500, urn:daymark:problem:internal, reference"
    })
    void aProgramIsToldOfEachKindAsProblemJson(String how, int status, String type, String words) {
        HttpResponse<String> answer = program.get("/api/test/fail/" + how);
        isProblem(answer, status);
        assertThat(answer.body()).contains("\"type\":\"" + type + "\"").contains(words);
        assertThat(answer.body()).doesNotContain("inner words").doesNotContain("Exception");
    }

    @ParameterizedTest
    @CsvSource({
        "not-found, 404",
        "conflict, 409",
        "too-large, 413",
        "not-allowed, 403",
        "unexpected, 500",
        "invalid, 400"
    })
    void aPersonIsShownAPageWithAWayOn(String how, int status) {
        HttpResponse<String> answer = Http.browser(port, "office").get("/test/fail/" + how);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body())
                .startsWith("<!DOCTYPE html>")
                .contains("Go to the start page")
                .contains("Olu Office")
                .doesNotContain("inner words");
    }

    @Test
    void addressesThatDoNotExistAreNotFound() {
        isProblem(program.get("/api/nothing"), 404);
        Http browser = Http.browser(port, "office");
        for (String path : new String[] {
            "/nothing",
            "/engine-rest",
            "/engine-rest/engine",
            "/camunda",
            "/camunda/app/welcome",
            "/h2-console",
            "/error"
        }) {
            HttpResponse<String> answer = browser.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.body()).contains("<title>Not found - Daymark</title>");
        }
    }

    @Test
    void callsInTheWrongFormAreToldWhatIsWrong() {
        isProblem(program.get("/api/test/body"), 405);
        assertThat(program.get("/api/test/body").headers().firstValue("Allow")).hasValue("POST");
        isProblem(program.post("/api/test/body", "text/csv", "a"), 415);
        isProblem(
                program.send(program.request("/api/test/body")
                        .header("Accept", "image/png")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{}"))),
                406);
        HttpResponse<String> missing = program.get("/api/test/day");
        isProblem(missing, 400);
        assertThat(missing.body()).contains("\"pointer\":\"?on\"");
        HttpResponse<String> wrong = program.get("/api/test/day?on=2025-02-30");
        isProblem(wrong, 400);
        assertThat(wrong.body()).contains("Give a date that exists");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"number\":1,|not one whole JSON value",
                "{\"number\":1}{}|not one whole JSON value",
                "{\"number\":1,\"number\":2}|given twice",
                "{\"number\":1,\"colour\":2}|\"pointer\":\"/colour\"",
                "{\"number\":1,\"more\":[{\"number\":1,\"day\":\"2025-02-30\"}]}|\"pointer\":\"/more/0/day\"",
                "{\"number\":1,\"day\":20000}|\"pointer\":\"/day\"",
                "{\"number\":1,\"day\":\"2025-02-28T10:00:00\"}|\"pointer\":\"/day\"",
                "{\"number\":\"1\"}|\"pointer\":\"/number\"",
                "{\"number\":1.5}|\"pointer\":\"/number\"",
                "{\"number\":null}|\"pointer\":\"/number\"",
                "{\"number\":11111111111111111111111111111111111111111111111111}|too long",
                "[1]|has not the form",
                "NaN|not one whole JSON value"
            })
    void aBodyThatCannotBeReadIsToldWhereAndWhy(String body, String words) {
        HttpResponse<String> answer = program.json("/api/test/body", body);
        isProblem(answer, 400);
        assertThat(answer.body()).contains(words);
    }

    @Test
    void aBodyThatIsNestedTooDeeplyOrTooLongIsRefused() {
        HttpResponse<String> deep = program.json("/api/practice/clock", "{\"to\":".repeat(100_000));
        isProblem(deep, 400);
        assertThat(deep.body()).contains("nested too deeply");
        isProblem(program.json("/api/test/body", "{\"more\":[" + " ".repeat(6_000_000) + "]}"), 413);
    }

    @Test
    void anEmptyBodyIsToldSo() {
        HttpResponse<String> answer = program.json("/api/test/body", "");
        isProblem(answer, 400);
        assertThat(answer.body()).contains("The body is missing");
    }

    @Test
    void nullsAreWritten() {
        assertThat(program.get("/api/test/absent").body()).isEqualTo("{\"nothing\":null}");
    }

    @Test
    void theDescriptionOfTheInterfaceNamesItselfAndItsCalls() throws Exception {
        String description = program.get("/v3/api-docs").body();
        assertThat(description)
                .contains("\"title\":\"Daymark\"")
                .contains("\"version\"")
                .contains("/api/practice/clock")
                .doesNotContain("\"/sign-in\"");
        assertThat(new ObjectMapper().readTree(description).path("info").has("contact"))
                .isFalse();
    }

    private static void isProblem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body())
                .contains("\"type\":\"urn:daymark:problem:")
                .contains("\"title\":")
                .contains("\"errors\":[");
    }
}
