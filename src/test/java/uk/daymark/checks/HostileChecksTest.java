package uk.daymark.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.daymark.Http;
import uk.daymark.WebTest;

/** Bodies of checks that no honest program sends: figures or faults, never a failure. Numbers are those of docs/hostile-input.md. */
@WebTest
class HostileChecksTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String REGISTER = """
            {"policy": "national", "overrides": {"threshold.codes": ["G", "O", "U"], "window.anchor": "DAY"},
             "calendar": {"terms": [{"from": "2025-09-03", "to": "2025-10-24"}, {"from": "2025-11-03", "to": "2025-12-19"}],
                          "closures": [{"date": "2025-11-28", "reason": "INSET"}],
                          "halfDays": [{"date": "2025-12-19", "session": "AM"}]},
             "dateOfBirth": "2014-03-02", "register": {"from": "2025-09-03", "to": "2025-11-21"}, "unlistedWeeks": "PRESENT",
             "marks": {"2025-09-08": "/ \\\\ L \\\\ I I / U M \\\\"}, "asOf": "2025-11-21",
             "summary": {"from": "2025-09-08", "to": "2025-11-21"}}
            """;

    private static final String MOVED = """
            {"policy": "cambridgeshire",
             "enrolments": [
               {"school": "ash", "from": "2025-09-03", "to": "2025-10-10",
                "calendar": {"terms": [{"from": "2025-09-03", "to": "2025-12-19"}]}},
               {"school": "birch", "from": "2025-10-13", "to": "2025-12-19",
                "calendar": {"terms": [{"from": "2025-09-03", "to": "2025-12-19"}]}}],
             "register": {"from": "2025-09-03", "to": "2025-11-21"}, "unlistedWeeks": "NOT_TAKEN",
             "marks": {"2025-09-08": "O O O O O O O O N N"}}
            """;

    private static final String DATES = """
            {"calendar": {"terms": [{"from": "2025-09-03", "to": "2026-07-20"}], "closures": [], "halfDays": []},
             "ask": [{"kind": "REPLACE_N_BY", "from": "2025-10-22"}, {"kind": "ADD_SCHOOL_DAYS", "from": "2025-09-08", "days": 15},
                     {"kind": "ADD_SCHOOL_WEEKS", "from": "2025-09-08", "weeks": 6},
                     {"kind": "NEXT_PANEL", "from": "2025-09-08", "policy": "cambridgeshire-2021"},
                     {"kind": "COMPULSORY_SCHOOL_AGE", "dateOfBirth": "2020-08-31"}]}
            """;

    private static final String NOTICE = """
            {"policy": "cambridgeshire", "overrides": {"pn.max": 2, "pn.count_offences_from": false}, "kind": "ATTENDANCE",
             "proposedOn": "2026-02-02", "postedOn": "2026-02-02", "offence": {"from": "2025-11-10", "to": "2025-11-21"},
             "dateOfBirth": "2014-03-02",
             "previous": [{"issuedOn": "2025-03-03", "offenceTo": "2025-02-14", "outcome": "UNPAID_CONVICTED"},
                          {"kind": "PUBLIC_PLACE", "issuedOn": "2025-03-03", "outcome": "WITHDRAWN"}]}
            """;

    private static final String REFERRAL = """
            {"policy": "cambridgeshire", "on": "2025-11-24", "route": "IRREGULAR",
             "period": {"from": "2025-09-08", "to": "2025-11-21"},
             "register": {"calendar": {"terms": [{"from": "2025-09-03", "to": "2025-12-19"}]},
                          "register": {"from": "2025-09-03", "to": "2025-11-21"}, "unlistedWeeks": "PRESENT",
                          "marks": {"2025-09-08": "O O O O O O O O N N"}},
             "support": {"earlyHelpOffered": true, "earlyHelpOpenedOn": "2025-09-08", "targetedSupportOpenedOn": null,
                         "specialistTeachingOpenedOn": null, "iaepReviews": 3, "ehcp": true, "ehcpLastReviewedOn": "2025-03-03"},
             "figures": {"schoolWeeks": 12, "absent": 24, "unauthorised": 12, "nMarks": 0, "leaveRun": null},
             "publicPlace": {"seenOn": "2025-11-11", "suspendedFrom": "2025-11-10", "days": 3, "noticeUnderS104OnFile": true}}
            """;

    @LocalServerPort
    private int port;

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void aBodyIsMeasuredOrItsFaultsAreTold(String title, String path, String body, int status, String words)
            throws Exception {
        HttpResponse<String> answer = send(path, body);
        decided(answer);
        assertThat(answer.statusCode()).as(shortened(answer)).isEqualTo(status);
        assertThat(answer.body()).contains(words);
    }

    static Stream<Arguments> bodies() {
        return Stream.of(nonsense(), dates(), sizes(), legalSteps()).flatMap(List::stream);
    }

    private static List<Arguments> legalSteps() {
        String texts = "<svg onload=alert(1)> ${7*7}";
        return List.of(
                bad(
                        "60 a limit beyond numbers",
                        "notice",
                        NOTICE.replace("\"pn.max\": 2", "\"pn.max\": 1e309"),
                        "/overrides/"),
                bad("60 a limit below one", "notice", NOTICE.replace("\"pn.max\": 2", "\"pn.max\": 0"), "/overrides/"),
                bad(
                        "61 a day of no year",
                        "notice",
                        NOTICE.replace("2025-02-14", "2025-02-29"),
                        "/previous/0/offenceTo"),
                bad("61 the year 9999", "notice", NOTICE.replace("\"2026-02-02\"", "\"9999-12-31\""), "/proposedOn"),
                fine(
                        "61 the last year there is",
                        "notice",
                        NOTICE.replace("\"2026-02-02\"", "\"2199-12-31\""),
                        "2200-01"),
                bad("62 an outcome in scripts", "notice", NOTICE.replace("WITHDRAWN", texts), "/previous/1/outcome"),
                bad(
                        "more notices than any parent gets",
                        "notice",
                        NOTICE.replace("\"previous\": [", "\"previous\": [" + many(1000, number -> "{}") + ","),
                        "Give at most 1000"),
                bad(
                        "60 figures in scripts",
                        "referral",
                        REFERRAL.replace("\"absent\": 24", "\"absent\": \"１２\""),
                        "/figures/absent"),
                bad(
                        "60 a negative figure",
                        "referral",
                        REFERRAL.replace("\"absent\": 24", "\"absent\": -24"),
                        "/figures/absent"),
                bad(
                        "60 half a session",
                        "referral",
                        REFERRAL.replace("\"absent\": 24", "\"absent\": 24.5"),
                        "/figures/absent"),
                bad(
                        "a yes that is a word",
                        "referral",
                        REFERRAL.replace("\"ehcp\": true", "\"ehcp\": \"yes\""),
                        "/support/ehcp"),
                bad("62 a route in scripts", "referral", REFERRAL.replace("IRREGULAR", texts), "/route"),
                fine(
                        "a period of three hundred years",
                        "referral",
                        REFERRAL.replace(
                                "\"period\": {\"from\": \"2025-09-08\", \"to\": \"2025-11-21\"",
                                "\"period\": {\"from\": \"1900-01-01\", \"to\": \"2199-12-31\""),
                        "failed"),
                bad(
                        "a register of 300 years behind a referral",
                        "referral",
                        REFERRAL.replace(
                                "\"register\": {\"from\": \"2025-09-03\", \"to\": \"2025-11-21\"",
                                "\"register\": {\"from\": \"1900-01-01\", \"to\": \"2199-12-31\""),
                        "more than 50 years"),
                fine(
                        "a suspension longer than any",
                        "referral",
                        REFERRAL.replace("\"days\": 3", "\"days\": 100000"),
                        "failed"));
    }

    private static List<Arguments> nonsense() {
        String texts = "<svg onload=alert(1)> javascript:alert(1) {{7*7}} ${7*7} #{7*7} %{7*7}";
        return List.of(
                bad("60 a number of scripts", "dates", days("\"１２\""), "Give a whole number"),
                bad("60 a negative number", "dates", days("-1"), "Give a number from 1"),
                bad("60 more than a number holds", "dates", days("1e309"), "Give a whole number"),
                bad("60 no number", "dates", days("NaN"), "not one whole JSON value"),
                bad("60 a hexadecimal number", "dates", days("0x10"), "not one whole JSON value"),
                bad("60 a fraction", "dates", days("1.5"), "Give a whole number"),
                bad("60 a number as an override", "register", override("threshold.sessions", "1e309"), "/overrides/"),
                fine("62 the name of a school", "register", MOVED.replace("ash", texts.replace("\"", "")), "summary"),
                fine("62 the reason of a closure", "register", REGISTER.replace("INSET", texts), "summary"),
                bad(
                        "62 the name of a policy",
                        "register",
                        REGISTER.replace("national", texts),
                        "no policy of this name"),
                bad("62 a mark", "register", REGISTER.replace("U M", "${7*7} #{7*7}"), "there is no code"),
                bad("62 the name of a field", "register", "{\"${7*7}\": 1}", "/${7*7}"),
                bad(
                        "68 nested 10,000 deep",
                        "register",
                        "{\"marks\":".repeat(10_000) + "1" + "}".repeat(10_000),
                        "nested"),
                bad("68 lists 10,000 deep", "dates", "[".repeat(10_000), "nested"),
                bad("68 the same field twice", "register", REGISTER.replace("\"asOf\"", "\"policy\""), "given twice"),
                bad(
                        "68 a week twice",
                        "register",
                        REGISTER.replace("\"2025-09-08\": \"/", "\"2025-09-08\": \"\", \"2025-09-08\": \"/"),
                        "given twice"),
                bad("68 a huge number", "dates", days("9".repeat(5000)), "too long"),
                bad("68 something behind the end", "register", REGISTER + "{}", "not one whole JSON value"),
                bad(
                        "a list for an object",
                        "register",
                        REGISTER.replace("{\"from\": \"2025-09-03\", \"to\": \"2025-11-21\"}", "[]"),
                        "Give an object"),
                bad("a number for a day", "register", REGISTER.replace("\"2014-03-02\"", "20140302"), "Give a date"),
                bad(
                        "a list of days for a day",
                        "register",
                        REGISTER.replace("\"2014-03-02\"", "[2014,3,2]"),
                        "Give a date"),
                bad("tokens of other scripts", "register", REGISTER.replace("U M", "Ｕ 🙂"), "there is no code"),
                bad(
                        "a token of half a character",
                        "register",
                        REGISTER.replace("U M", "\\ud800 U"),
                        "there is no code"),
                bad("NUL among the tokens", "register", REGISTER.replace("U M", "\\u0000 U"), "there is no code"),
                bad("no text in UTF-8", "register", "\u0000", "JSON"));
    }

    private static List<Arguments> dates() {
        return List.of(
                fine(
                        "61 the night the clocks go back",
                        "register",
                        REGISTER.replace("2025-09-08\", \"to\": \"2025-11-21", "2025-10-26\", \"to\": \"2025-10-26"),
                        "summary"),
                fine(
                        "61 29 February",
                        "dates",
                        "{\"ask\": [{\"kind\": \"COMPULSORY_SCHOOL_AGE\", \"dateOfBirth\": \"2020-02-29\"}]}",
                        "2025-03-31"),
                bad(
                        "61 29 February of a common year",
                        "register",
                        REGISTER.replace("2014-03-02", "2014-02-29"),
                        "/dateOfBirth"),
                bad(
                        "61 the last day of all",
                        "register",
                        REGISTER.replace("\"asOf\": \"2025-11-21\"", "\"asOf\": \"9999-12-31\""),
                        "/asOf"),
                bad("the first day of all", "register", REGISTER.replace("2014-03-02", "0001-01-01"), "/dateOfBirth"),
                bad(
                        "a day beyond time",
                        "register",
                        REGISTER.replace("2014-03-02", "+999999999-12-31"),
                        "/dateOfBirth"),
                bad("a day before time", "dates", DATES.replace("2025-10-22", "-999999999-01-01"), "/ask/0/from"),
                bad(
                        "a week of the year 9999",
                        "register",
                        REGISTER.replace("\"2025-09-08\": \"/", "\"9999-12-27\": \"/"),
                        "/marks/9999-12-27"),
                bad(
                        "a register that runs backwards",
                        "register",
                        REGISTER.replace("2025-09-03\", \"to\": \"2025-11-21", "2025-11-21\", \"to\": \"2025-09-03"),
                        "lies before the first"),
                fine(
                        "a day long after the register",
                        "register",
                        REGISTER.replace("\"asOf\": \"2025-11-21\"", "\"asOf\": \"2199-12-31\""),
                        "summary"),
                fine(
                        "a summary of three hundred years",
                        "register",
                        REGISTER.replace(
                                "2025-09-08\", \"to\": \"2025-11-21\"}}", "1900-01-01\", \"to\": \"2199-12-31\"}}"),
                        "summary"));
    }

    private static List<Arguments> sizes() {
        String threeCenturies = "\"from\": \"1900-01-01\", \"to\": \"2199-12-31\"";
        String fiftyYears = "{\"from\": \"2000-01-01\", \"to\": \"2049-12-30\"}";
        return List.of(
                bad(
                        "a register of 300 years",
                        "register",
                        REGISTER.replace("\"from\": \"2025-09-03\", \"to\": \"2025-11-21\"", threeCenturies),
                        "more than 50 years"),
                bad(
                        "terms of 300 years",
                        "register",
                        REGISTER.replace("\"from\": \"2025-11-03\", \"to\": \"2025-12-19\"", threeCenturies),
                        "more than 50 years"),
                bad(
                        "enrolments of 300 years",
                        "register",
                        MOVED.replace("\"from\": \"2025-10-13\", \"to\": \"2025-12-19\"", threeCenturies),
                        "more than 50 years"),
                bad(
                        "questions about 300 years",
                        "dates",
                        DATES.replace("\"from\": \"2025-09-03\", \"to\": \"2026-07-20\"", threeCenturies),
                        "more than 50 years"),
                fine(
                        "a register of 50 years",
                        "register",
                        "{\"policy\": \"national\", \"calendar\": {\"terms\": [" + fiftyYears + "]}, \"register\": "
                                + fiftyYears
                                + ", \"unlistedWeeks\": \"PRESENT\", \"marks\": {\"2000-01-03\": \"O O O O O O O O O O\"}}",
                        "\"present\":26078"),
                fine(
                        "a thousand terms over each other",
                        "register",
                        "{\"policy\": \"national\", \"calendar\": {\"terms\": [" + many(1000, number -> fiftyYears)
                                + "]}, \"register\": " + fiftyYears + ", \"unlistedWeeks\": \"PRESENT\"}",
                        "summary"),
                bad(
                        "more terms than any school has",
                        "register",
                        REGISTER.replace("\"terms\": [", "\"terms\": [" + many(1000, number -> fiftyYears) + ","),
                        "Give at most 1000"),
                bad(
                        "more closures than days",
                        "register",
                        REGISTER.replace(
                                "\"closures\": [",
                                "\"closures\": [" + many(10_001, number -> "{\"date\": \"2025-11-28\"}") + ","),
                        "Give at most 10000"),
                bad(
                        "more schools than any pupil attends",
                        "register",
                        MOVED.replace(
                                "\"enrolments\": [",
                                "\"enrolments\": ["
                                        + many(
                                                100,
                                                number ->
                                                        "{\"from\": \"2025-09-03\", \"to\": \"2025-10-10\", \"calendar\": {}}")
                                        + ","),
                        "Give at most 100"),
                bad(
                        "more questions than are answered",
                        "dates",
                        DATES.replace("\"ask\": [", "\"ask\": [" + many(1000, number -> "{}") + ","),
                        "Give at most 1000"),
                bad(
                        "a hundred thousand weeks",
                        "register",
                        "{\"marks\": {"
                                + many(
                                        100_000,
                                        number ->
                                                "\"" + LocalDate.of(1900, 1, 1).plusWeeks(number) + "\": \"\"")
                                + "}}",
                        "There are more faults than these 1000."),
                bad(
                        "a week of a million marks",
                        "register",
                        REGISTER.replace("/ \\\\ L", "/ ".repeat(490_000) + "L"),
                        "A week has ten marks"),
                bad(
                        "a text longer than any",
                        "register",
                        REGISTER.replace("/ \\\\ L", "/ ".repeat(1_000_000)),
                        "too long"),
                Arguments.of(
                        "5 MB of marks",
                        "register",
                        "{\"marks\": {" + many(6, number -> "\"x" + number + "\": \"" + "/".repeat(900_000) + "\"")
                                + "}}",
                        413,
                        "may have 5 MB at most"),
                bad(
                        "a million unknown fields",
                        "register",
                        "{" + many(300_000, number -> "\"x" + number + "\": 1") + "}",
                        "more faults"),
                bad(
                        "a million faults in a list",
                        "register",
                        "{\"calendar\": {\"terms\": [" + many(1_000_000, number -> "1") + "]}}",
                        "Give at most"));
    }

    @Test
    void figuresOverTheLongestRegisterAreNotCutOff() throws Exception {
        JsonNode figures = JSON.readTree(send("register", """
                {"policy": "national", "calendar": {"terms": [{"from": "2000-01-03", "to": "2049-12-31"}]},
                 "register": {"from": "2000-01-03", "to": "2049-12-31"}, "unlistedWeeks": "PRESENT"}
                """).body());
        // Every weekday of 50 years, two sessions each: counted by hand, not by the code under test.
        long weekdays = LocalDate.of(2000, 1, 3)
                .datesUntil(LocalDate.of(2050, 1, 1))
                .filter(day -> day.getDayOfWeek().getValue() <= 5)
                .count();
        assertThat(figures.at("/summary/possible").asLong()).isEqualTo(2 * weekdays);
    }

    @Test
    void everyValueOfAPolicyRefusesEveryValueOfAnotherKindByItsPointer() throws Exception {
        JsonNode policy = JSON.readTree(
                Http.program(port, "office").get("/api/policies/national").body());
        List<String> keys = policy.get("values").findValuesAsText("key");
        assertThat(keys).hasSizeGreaterThan(20);
        List<String> values = List.of(
                "null",
                "true",
                "0",
                "-1",
                "1.5",
                "1e309",
                "[1e309]",
                "[{\"a\": -1e309}]",
                "2147483648",
                "\"\"",
                "\"x\"",
                "\"２\"",
                "[]",
                "[[]]",
                "[\"QQ\"]",
                "[1]",
                "[null]",
                "{}",
                "{\"value\": 1}",
                "\"9999-12-31\"",
                "\"" + "x".repeat(10_000) + "\"");
        for (String key : keys) {
            int refused = 0;
            for (String value : values) {
                HttpResponse<String> answer = send("register", override(key, value));
                decided(answer);
                if (answer.statusCode() == 400) {
                    refused++;
                    assertThat(JSON.readTree(answer.body())
                                    .at("/errors/0/pointer")
                                    .asText())
                            .as(key + " = " + value)
                            .isEqualTo("/overrides/" + key);
                }
            }
            assertThat(refused).as(key).isGreaterThan(values.size() / 2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {REGISTER, MOVED, DATES, NOTICE, REFERRAL})
    void aBodyWithFieldsDroppedSwappedRetypedAndRepeatedIsMeasuredOrToldWhere(String valid) throws Exception {
        String path =
                Map.of(DATES, "dates", NOTICE, "notice", REFERRAL, "referral").getOrDefault(valid, "register");
        assertThat(send(path, valid).statusCode()).isEqualTo(200);
        Random random = new Random(20250908);
        int refused = 0;
        for (int turn = 0; turn < 250; turn++) {
            JsonNode body = JSON.readTree(valid);
            for (int change = 0; change <= random.nextInt(3); change++) {
                mutate(body, random);
            }
            HttpResponse<String> answer = send(path, body.toString());
            decided(answer);
            assertThat(answer.statusCode()).as(body + " " + answer.body()).isIn(200, 400);
            if (answer.statusCode() == 400) {
                refused++;
                pointersLead(JSON.readTree(answer.body()).get("errors"), body);
            }
        }
        assertThat(refused).isGreaterThan(50);
    }

    @Test
    void aPageFullOfLinesIsAnsweredWithThePageAndItsFaults() {
        Http browser = Http.browser(port, "office");
        String lines = many(200_000, Integer::toString).replace(",", "%0A");
        HttpResponse<String> answer = browser.submit(
                "/try-the-rules",
                "/try-the-rules",
                "policy=national&from=2025-09-03&to=2025-09-12&terms=2025-09-03+2025-10-24&marks=1%0A1%0A" + lines);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("The week of 1 is there twice.").doesNotContain("Exception");
        HttpResponse<String> texts = browser.submit(
                "/try-the-rules",
                "/try-the-rules",
                "policy=national&terms=%3Csvg+onload%3Dalert(1)%3E&marks=%24%7B7*7%7D+%5B%5B%24%7B7*7%7D%5D%5D");
        assertThat(texts.body())
                .contains("&lt;svg onload=alert(1)&gt;")
                .contains("${7*7}")
                .doesNotContain("<svg onload");
    }

    @Test
    void whatIsNoJsonIsRefusedByItsType() { // 69
        Http office = Http.program(port, "office");
        for (String type : List.of(
                "text/plain",
                "application/xml",
                "multipart/form-data; boundary=x",
                "multipart/form-data",
                "multipart/mixed",
                "application/x-www-form-urlencoded")) {
            HttpResponse<String> answer = office.post("/api/checks/register", type, REGISTER);
            decided(answer);
            // A form is unpacked before its type is looked at, and its names are no names.
            assertThat(answer.statusCode()).as(type).isIn(415, 400);
        }
        String parts = IntStream.range(0, 10_000)
                .mapToObj(part -> "--x\r\nContent-Disposition: form-data; name=\"p" + part + "\"\r\n\r\n1\r\n")
                .collect(Collectors.joining());
        HttpResponse<String> answer =
                office.post("/api/checks/dates", "multipart/form-data; boundary=x", parts + "--x--\r\n");
        decided(answer);
        assertThat(answer.statusCode()).isBetween(400, 499);
        HttpResponse<String> untyped =
                office.send(office.request("/api/checks/register").POST(BodyPublishers.ofString(REGISTER)));
        decided(untyped);
        assertThat(untyped.statusCode()).isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/checks/%2e%2e/register",
                "/api/checks/..%2fregister",
                "/api/checks/register;x=1",
                "/api//checks/register",
                "/api/checks/register%00",
                "/api/checks/register.",
                "/api/checks/register%2f",
                "/api/checks/%5cregister",
                "/api/checks/register/",
                "/api/checks/register%0a"
            })
    void anAddressThatTricksIsNotFoundOrRefused(String path) { // 70
        HttpResponse<String> answer = Http.program(port, "office").json(path, REGISTER);
        // Some of these the container refuses before Daymark sees them, in its own bare words.
        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(answer.body())
                .doesNotContain("Exception")
                .doesNotContain("\tat ")
                .doesNotContain("Apache Tomcat/");
    }

    @Test
    void aVerbThatIsNotTakenChangesNothingWhateverAHeaderSays() { // 71
        Http office = Http.program(port, "office");
        for (String verb : List.of("GET", "HEAD", "PUT", "DELETE", "PATCH", "TRACE", "BREW")) {
            HttpResponse<String> answer = office.send(office.request("/api/checks/register")
                    .header("X-HTTP-Method-Override", "POST")
                    .header("X-HTTP-Method", "POST")
                    .header("Content-Type", "application/json")
                    .method(verb, BodyPublishers.ofString(REGISTER)));
            assertThat(answer.statusCode()).as(verb).isBetween(400, 499);
            assertThat(answer.body()).doesNotContain("\"summary\"");
        }
    }

    @Test
    void pagesAreCountedFromOneAndHaveALargestSize() { // 74
        Http admin = Http.program(port, "admin");
        for (String query : List.of(
                "page=-1", "page=0", "size=0", "size=2147483648", "size=201", "page=99999999999", "page=x", "size=")) {
            HttpResponse<String> answer = admin.get("/api/imports?" + query);
            decided(answer);
            assertThat(answer.statusCode()).as(query + answer.body()).isIn(200, 400);
            if (!query.equals("size=")) {
                assertThat(answer.statusCode()).as(query).isEqualTo(400);
            }
        }
        assertThat(admin.get("/api/imports?sort=password").statusCode()).isEqualTo(200);
    }

    @Test
    void aHeaderOfSixtyFourKilobytesOrTenThousandCookiesIsRefused() { // 77
        Http office = Http.program(port, "office");
        HttpResponse<String> header = office.send(office.request("/api/checks/register")
                .header("X-Long", "x".repeat(64 * 1024))
                .POST(BodyPublishers.ofString(REGISTER)));
        assertThat(header.statusCode()).isBetween(400, 499);
        HttpResponse<String> cookies = office.send(office.request("/api/checks/register")
                .header("Cookie", "a=1; ".repeat(10_000))
                .POST(BodyPublishers.ofString(REGISTER)));
        assertThat(cookies.statusCode()).isBetween(400, 499);
        assertThat(header.body() + cookies.body()).doesNotContain("Exception").doesNotContain("\tat ");
    }

    /** Every pointer leads to something in the body, or to a field that its owner lacks and that is said to be missing. */
    private static void pointersLead(JsonNode errors, JsonNode body) {
        assertThat(errors).isNotEmpty();
        for (JsonNode error : errors) {
            JsonPointer pointer = JsonPointer.compile(error.get("pointer").asText());
            if (body.at(pointer).isMissingNode()) {
                assertThat(body.at(pointer.head()).isMissingNode())
                        .as(pointer + " in " + body)
                        .isFalse();
                assertThat(error.get("message").asText()).as(body.toString()).contains("missing");
            }
        }
    }

    private static void mutate(JsonNode body, Random random) {
        List<ContainerNode<?>> places = new ArrayList<>();
        gather(body, places);
        ContainerNode<?> place = places.get(random.nextInt(places.size()));
        JsonNode other = places.get(random.nextInt(places.size())).deepCopy();
        if (place instanceof ObjectNode object && !object.isEmpty()) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = names.get(random.nextInt(names.size()));
            JsonNode value = object.get(name);
            switch (random.nextInt(6)) {
                case 0 -> object.remove(name);
                case 1 -> object.set(name, other);
                case 2 -> object.set(name, atom(random));
                case 3 -> object.set(names.get(random.nextInt(names.size())), value.deepCopy());
                case 4 -> object.set(name + (random.nextBoolean() ? "~/" : "x"), value.deepCopy());
                default -> object.set(name, JSON.createArrayNode().add(value.deepCopy()));
            }
        } else if (place instanceof ArrayNode array) {
            switch (random.nextInt(3)) {
                case 0 -> array.add(other);
                case 1 -> array.add(atom(random));
                default -> array.removeAll();
            }
        }
    }

    private static void gather(JsonNode node, List<ContainerNode<?>> places) {
        if (node instanceof ContainerNode<?> container) {
            places.add(container);
            for (Iterator<JsonNode> parts = container.elements(); parts.hasNext(); ) {
                gather(parts.next(), places);
            }
        }
    }

    private static JsonNode atom(Random random) {
        List<Object> atoms = new ArrayList<>(List.of(
                "",
                "x",
                "2025-09-08",
                "2025-02-30",
                "0000-00-00",
                "PM",
                "national",
                "DAY",
                "/ \\ / \\ / \\ / \\ / \\",
                "\u0000",
                "\u202E",
                0,
                -1,
                1.5,
                Long.MAX_VALUE,
                true));
        int which = random.nextInt(atoms.size() + 1);
        return which == atoms.size() ? JSON.nullNode() : JSON.valueToTree(atoms.get(which));
    }

    private HttpResponse<String> send(String path, String body) {
        return Http.program(port, "office").json("/api/checks/" + path, body);
    }

    private static void decided(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(shortened(answer)).isLessThan(500);
        assertThat(answer.body())
                .doesNotContain("Exception")
                .doesNotContain("uk.daymark.")
                .doesNotContain("java.")
                .doesNotContain("\tat ");
        assertThat(answer.body().length())
                .as("no short body calls for a huge answer")
                .isLessThan(2_000_000);
        if (answer.statusCode() >= 400) {
            assertThat(answer.headers().firstValue("Content-Type").orElse("none"))
                    .startsWith("application/problem+json");
        }
    }

    private static String shortened(HttpResponse<String> answer) {
        return answer.body().substring(0, Math.min(2000, answer.body().length()));
    }

    private static Arguments bad(String title, String path, String body, String words) {
        return Arguments.of(title, path, body, 400, words);
    }

    private static Arguments fine(String title, String path, String body, String words) {
        return Arguments.of(title, path, body, 200, words);
    }

    private static String days(String number) {
        return DATES.replace("\"days\": 15", "\"days\": " + number);
    }

    private static String override(String key, String value) {
        return REGISTER.replace("\"window.anchor\": \"DAY\"", "\"" + key + "\": " + value)
                .replace("\"threshold.codes\": [\"G\", \"O\", \"U\"], ", "");
    }

    private static String many(int times, java.util.function.IntFunction<String> what) {
        return IntStream.range(0, times).mapToObj(what).collect(Collectors.joining(","));
    }
}
