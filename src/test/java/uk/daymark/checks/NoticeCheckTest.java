package uk.daymark.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.daymark.Http;
import uk.daymark.WebTest;
import uk.daymark.measure.GoldenCases;

/**
 * May a penalty notice be issued, asked over HTTP. The worked cases from GC-27 on that the calls carry:
 *
 * <table>
 *   <tr><th>Case</th><th>Shown</th></tr>
 *   <tr><td>GC-27, 28, 29, 31, 33, 34, 35, 50 (amounts), 52 (ages)</td><td>here, {@code /api/checks/notice}</td></tr>
 *   <tr><td>GC-40, 42, 43, 45, 46, 50 (deadline), 53 (admission)</td><td>ReferralCheckTest, {@code /api/checks/referral}</td></tr>
 *   <tr><td>GC-37, 46, 50, 52</td><td>{@link GoldenChecksTest}, {@code /api/checks/dates}</td></tr>
 *   <tr><td>GC-47, 49</td><td>GoldenDatesTest, as runs of absence</td></tr>
 * </table>
 */
@WebTest
class NoticeCheckTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @LocalServerPort
    private int port;

    @Test
    void answersTheExampleOfTheContractFieldByField() throws Exception {
        JsonNode answer = ask("""
                {"policy": "cambridgeshire", "kind": "ATTENDANCE", "proposedOn": "2026-02-02", "postedOn": "2026-02-02",
                 "offence": {"from": "2025-11-10", "to": "2025-11-21"}, "dateOfBirth": "2014-03-02",
                 "previous": [{"issuedOn": "2025-03-03", "offenceTo": "2025-02-14", "outcome": "UNPAID_CONVICTED"}]}
                """);
        JsonNode expected = JSON.readTree("""
                {"allowed": true, "rate": "SECOND", "previousCounted": 1, "lookbackFrom": "2023-02-03",
                 "amounts": {"discounted": null, "full": 160}, "deemedReceivedOn": "2026-02-04", "discountedUntil": null,
                 "fullUntil": "2026-03-03", "prosecuteBy": {"safe": "2026-05-10", "outer": "2026-05-21"},
                 "blocked": [], "warnings": []}
                """);
        expected.fieldNames()
                .forEachRemaining(
                        field -> assertThat(answer.get(field)).as(field).isEqualTo(expected.get(field)));
        assertThat(answer.at("/policy/name").asText()).isEqualTo("cambridgeshire");
    }

    @Test
    void gc27FourFirstNoticesCostWhatTheCaseSays() throws Exception {
        JsonNode figures = GoldenCases.named("GC-27").get("figures");
        JsonNode one = ask(body("cambridgeshire", "2025-12-01"));
        int notices = figures.get("notices").asInt();
        assertThat(one.at("/amounts/discounted").asInt() * notices)
                .isEqualTo(figures.get("total_discount").asInt());
        assertThat(one.at("/amounts/full").asInt() * notices)
                .isEqualTo(figures.get("total_full").asInt());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"GC-28, SECOND, ''", "GC-29, FIRST, ISSUED_ON_THE_ANNIVERSARY"})
    void aSecondNoticeInsideThreeYearsAndAFirstAgainFromTheAnniversary(String id, String rate, String warning)
            throws Exception {
        JsonNode pn = GoldenCases.named(id).get("pn");
        ObjectNode body = body("national", pn.get("proposed").asText());
        previous(body, pn.get("first_issued").asText(), "2024-09-20", "PAID");
        JsonNode answer = ask(body);
        assertThat(answer.get("lookbackFrom")).isEqualTo(pn.get("window_start"));
        assertThat(answer.get("previousCounted")).isEqualTo(pn.get("previous"));
        assertThat(answer.get("rate").asText()).isEqualTo(rate);
        assertThat(answer.at("/amounts/discounted").isNull()).isEqualTo(rate.equals("SECOND"));
        assertThat(answer.at("/amounts/full").asInt()).isEqualTo(160);
        assertThat(codes(answer, "warnings")).isEqualTo(warning.isEmpty() ? List.of() : List.of(warning));
        assertThat(answer.get("allowed").asBoolean()).isTrue();
    }

    @Test
    void gc29OnTheDayAfterTheAnniversaryNobodyNeedsToAsk() throws Exception {
        ObjectNode body = body("national", "2027-10-02");
        previous(body, "2024-10-01", "2024-09-20", "PAID");
        JsonNode answer = ask(body);
        assertThat(answer.get("rate").asText()).isEqualTo("FIRST");
        assertThat(answer.get("warnings")).isEmpty();
    }

    @Test
    void gc29ByTheOtherReadingTheAnniversaryLiesInside() throws Exception {
        ObjectNode body = body("national", "2027-10-01");
        body.putObject("overrides").put("pn.anniversary_counts", true);
        previous(body, "2024-10-01", "2024-09-20", "PAID");
        JsonNode answer = ask(body);
        assertThat(answer.get("lookbackFrom").asText()).isEqualTo("2024-10-01");
        assertThat(answer.get("rate").asText()).isEqualTo("SECOND");
        assertThat(codes(answer, "warnings")).containsExactly("ISSUED_ON_THE_ANNIVERSARY");
    }

    @Test
    void gc31AThirdIsBlockedAndTheAnswerSaysUntilWhenAndWhatInstead() throws Exception {
        JsonNode pn = GoldenCases.named("GC-31").get("pn");
        ObjectNode body = body("cambridgeshire", pn.get("proposed").asText());
        previous(body, pn.at("/issued/0").asText(), "2024-09-20", "UNPAID");
        previous(body, pn.at("/issued/1").asText(), "2025-06-03", "PAID");
        JsonNode answer = ask(body);
        assertThat(answer.get("lookbackFrom")).isEqualTo(pn.get("window_start"));
        assertThat(answer.get("previousCounted")).isEqualTo(pn.get("previous"));
        assertThat(answer.get("allowed").asBoolean()).isFalse();
        assertThat(codes(answer, "blocked")).containsExactly("TWO_NOTICES_IN_LOOKBACK");
        assertThat(answer.at("/blocked/0/until").asText()).isEqualTo("2027-10-01");
        assertThat(answer.at("/blocked/0/source").asText()).contains("CAMBS-TTL");
        assertThat(answer.at("/blocked/0/whatWouldChangeThis").asText()).contains("1 October 2027", "prosecution");
        assertThat(answer.get("rate").isNull()).isTrue();
        assertThat(answer.get("amounts").toString()).isEqualTo("{\"discounted\":null,\"full\":null}");
        assertThat(answer.has("discountedUntil")
                        && answer.get("discountedUntil").isNull())
                .isTrue();
        assertThat(answer.get("fullUntil").isTextual()).isTrue();
    }

    @Test
    void gc33OnlyTheNoticesThatCountAreCounted() throws Exception {
        JsonNode list = GoldenCases.named("GC-33").get("pn_list");
        ObjectNode body = body("cambridgeshire", "2026-02-02");
        previous(body, list.at("/0/issued").asText(), "2025-01-10", "WITHDRAWN");
        previous(body, list.at("/1/issued").asText(), "2025-02-14", "UNPAID_CONVICTED");
        previous(body, list.at("/2/issued").asText(), "2025-07-11", "PAID");
        previous(body, list.at("/3/issued").asText(), list.at("/3/offence_end").asText(), "UNPAID");
        JsonNode answer = ask(body);
        assertThat(answer.get("previousCounted").asInt()).isEqualTo(2);
        assertThat(codes(answer, "blocked")).containsExactly("TWO_NOTICES_IN_LOOKBACK");
        assertThat(codes(answer, "warnings")).containsExactly("OLD_OFFENCE_NOT_COUNTED");

        body.putObject("overrides").put("pn.count_offences_from", false).put("pn.count_issued_from", "2024-08-19");
        assertThat(ask(body).get("previousCounted").asInt())
                .as("by the day of issue")
                .isEqualTo(3);
    }

    @Test
    void gc34And35AndTheDatesThatFollowFromPosting() throws Exception {
        JsonNode gc34 = GoldenCases.named("GC-34").get("payment");
        JsonNode answer = ask(body("national", gc34.get("posted").asText(), "2025-09-29", "2025-10-03"));
        assertThat(answer.get("deemedReceivedOn")).isEqualTo(gc34.get("deemed"));
        assertThat(answer.get("discountedUntil")).isEqualTo(gc34.get("last_discount"));
        assertThat(answer.get("fullUntil")).isEqualTo(gc34.get("last_full"));

        JsonNode gc35 = GoldenCases.named("GC-35");
        JsonNode tight = ask(body(
                "national",
                gc35.at("/payment/posted").asText(),
                gc35.at("/offence/first").asText(),
                gc35.at("/offence/last").asText()));
        assertThat(tight.get("fullUntil")).isEqualTo(gc35.at("/payment/last_full"));
        assertThat(tight.at("/prosecuteBy/safe")).isEqualTo(gc35.at("/offence/safe_limit"));
        assertThat(tight.at("/prosecuteBy/outer")).isEqualTo(gc35.at("/offence/outer_limit"));
        assertThat(tight.get("allowed").asBoolean()).isTrue();
        assertThat(codes(tight, "warnings")).containsExactly("LITTLE_TIME_TO_PROSECUTE");
        assertThat(tight.at("/warnings/0/message").asText()).contains("6 days later");
    }

    /** Offence from 13 October 2025, so the safe limit is 13 April 2026; 3 and 6 April are Good Friday and Easter Monday. */
    @ParameterizedTest(name = "posted {0}: paid by {1}")
    @CsvSource({
        "2026-02-26, 2026-03-29, '', ''",
        "2026-02-27, 2026-03-30, '', ''",
        "2026-03-02, 2026-03-31, '', LITTLE_TIME_TO_PROSECUTE",
        "2026-03-12, 2026-04-12, '', LITTLE_TIME_TO_PROSECUTE",
        "2026-03-13, 2026-04-13, NO_TIME_TO_PROSECUTE, ''",
        "2026-04-02, 2026-05-05, NO_TIME_TO_PROSECUTE, ''"
    })
    void timeToProsecuteIsMeasuredFromTheLastDayToPay(String posted, String fullUntil, String blocked, String warned)
            throws Exception {
        JsonNode answer = ask(body("national", posted, "2025-10-13", "2025-10-17"));
        assertThat(answer.get("fullUntil").asText()).isEqualTo(fullUntil);
        assertThat(codes(answer, "blocked")).isEqualTo(blocked.isEmpty() ? List.of() : List.of(blocked));
        assertThat(codes(answer, "warnings")).isEqualTo(warned.isEmpty() ? List.of() : List.of(warned));
        assertThat(answer.at("/amounts/full").asInt())
                .as("the rate is told all the same")
                .isEqualTo(160);
    }

    @Test
    void anotherSecondNoticeAfterTheFirstHasLapsedIsPossibleWithAWarning() throws Exception {
        ObjectNode body = body("national", "2027-11-01");
        previous(body, "2024-10-01", "2024-09-20", "PAID");
        previous(body, "2026-05-01", "2026-04-20", "PAID");
        JsonNode answer = ask(body);
        assertThat(answer.get("allowed").asBoolean()).isTrue();
        assertThat(answer.get("rate").asText()).isEqualTo("SECOND");
        assertThat(codes(answer, "warnings")).containsExactly("SECOND_RATE_AFTER_FIRST_LAPSED");
    }

    @ParameterizedTest(name = "{0}, offence {1} to {2}: {3}")
    @CsvSource({
        "2020-08-31, 2025-08-31, 2025-09-05, true",
        "2020-09-01, 2025-12-31, 2026-01-09, true",
        "2020-09-01, 2025-12-30, 2026-01-09, false",
        "2021-01-01, 2026-03-30, 2026-03-31, false",
        "2021-01-01, 2026-03-31, 2026-04-01, true",
        "2010-08-31, 2026-06-22, 2026-06-26, true",
        "2010-08-31, 2026-06-22, 2026-06-27, false",
        "2010-09-01, 2026-06-22, 2026-06-27, true",
        "2009-09-01, 2026-06-22, 2026-06-26, true",
        "2025-01-01, 2026-06-22, 2026-06-26, false"
    })
    void gc52AnyDayOfTheOffenceOutsideCompulsorySchoolAgeBlocks(String born, String from, String to, boolean allowed)
            throws Exception {
        ObjectNode body = body("national", to, from, to).put("dateOfBirth", born);
        JsonNode answer = ask(body);
        assertThat(answer.get("allowed").asBoolean()).isEqualTo(allowed);
        assertThat(codes(answer, "blocked")).isEqualTo(allowed ? List.of() : List.of("NOT_COMPULSORY_SCHOOL_AGE"));
    }

    @Test
    void gc50AnExcludedPupilsNoticeHasItsOwnAmountsAndNoLimitOfTwo() throws Exception {
        ObjectNode body = body("cambridgeshire", "2025-12-01", "2025-11-11", "2025-11-11");
        body.put("kind", "PUBLIC_PLACE");
        JsonNode alone = ask(body);
        assertThat(alone.get("amounts").toString()).isEqualTo("{\"discounted\":60,\"full\":120}");
        assertThat(alone.get("rate").asText()).isEqualTo("FIRST");
        assertThat(alone.get("discountedUntil").isTextual()).isTrue();
        previous(body, "2025-03-03", "2025-02-14", "PAID");
        previous(body, "2025-06-03", "2025-05-14", "PAID");
        JsonNode answer = ask(body);
        assertThat(answer.get("allowed").asBoolean()).isTrue();
        assertThat(answer.get("amounts")).isEqualTo(alone.get("amounts"));
        assertThat(codes(answer, "warnings")).containsExactly("EARLIER_NOTICES_SET_ASIDE");

        body.put("kind", "ATTENDANCE");
        ((ObjectNode) body.at("/previous/0")).put("kind", "PUBLIC_PLACE");
        assertThat(ask(body).get("previousCounted").asInt()).isEqualTo(1);
    }

    @Test
    void serviceIsCountedInWorkingDaysOverChristmasAndByThePolicy() throws Exception {
        ObjectNode body = body("national", "2025-12-24", "2025-11-10", "2025-11-21");
        assertThat(ask(body).get("deemedReceivedOn").asText()).isEqualTo("2025-12-30");
        body.put("postedOn", "2026-01-02");
        assertThat(ask(body).get("deemedReceivedOn").asText()).isEqualTo("2026-01-06");
        body.putObject("overrides").put("service.deemed", 0);
        JsonNode sameDay = ask(body);
        assertThat(sameDay.get("deemedReceivedOn").asText()).isEqualTo("2026-01-02");
        assertThat(sameDay.get("discountedUntil").asText()).isEqualTo("2026-01-22");
        assertThat(sameDay.get("fullUntil").asText()).isEqualTo("2026-01-29");
    }

    @Test
    void theLimitOfAShorterMonthIsItsLastDay() throws Exception {
        JsonNode answer = ask(body("national", "2026-09-01", "2026-08-30", "2026-08-31"));
        assertThat(answer.at("/prosecuteBy/safe").asText()).isEqualTo("2027-02-28");
        assertThat(answer.at("/prosecuteBy/outer").asText()).isEqualTo("2027-02-28");
        JsonNode leap = ask(body("national", "2027-09-01", "2027-08-29", "2027-08-31"));
        assertThat(leap.at("/prosecuteBy/safe").asText()).isEqualTo("2028-02-29");
        assertThat(leap.at("/prosecuteBy/outer").asText()).isEqualTo("2028-02-29");
    }

    @Test
    void whatIsNotGivenIsToldAndNotGuessed() throws Exception {
        JsonNode answer = ask("""
                {"policy": "cambridgeshire-2021", "proposedOn": "2026-02-02", "offence": {"from": "2025-11-10", "to": "2025-11-21"},
                 "previous": [{"issuedOn": "2025-03-03", "outcome": "PAID"}]}
                """);
        assertThat(answer.get("previousCounted").asInt()).isEqualTo(1);
        assertThat(answer.get("deemedReceivedOn").asText()).isEqualTo("2026-02-04");
        assertThat(codes(answer, "warnings"))
                .containsExactly("END_OF_OFFENCE_NOT_KNOWN", "AGE_NOT_CHECKED", "POLICY_SUPERSEDED");
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource({
        "/offence/to, 2025-11-09, /offence/to",
        "/offence/from, 2025-02-30, /offence/from",
        "/proposedOn, 2026-02-03T10:00, /proposedOn",
        "/previous/0/outcome, LOST, /previous/0/outcome",
        "/previous/0/outcome, paid, /previous/0/outcome",
        "/previous/0/kind, LEAVE, /previous/0/kind",
        "/kind, LEAVE, /kind",
        "/policy, nowhere, /policy",
        "/dateOfBirth, 3014-03-02, /dateOfBirth",
        "/surprise, 1, /surprise"
    })
    void everyFaultIsToldAtItsPlace(String field, String value, String pointer) throws Exception {
        ObjectNode body = body("national", "2026-02-02", "2025-11-10", "2025-11-21");
        body.put("postedOn", "2026-02-02");
        previous(body, "2025-03-03", "2025-02-14", "PAID");
        int slash = field.lastIndexOf('/');
        ((ObjectNode) body.at(field.substring(0, slash))).put(field.substring(slash + 1), value);
        HttpResponse<String> answer = send(body.toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(JSON.readTree(answer.body()).get("errors").findValuesAsText("pointer"))
                .contains(pointer);
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource({
        "/offence/to, 2026-02-03, OFFENCE_ENDS_AFTER_PROPOSED, /offence/to, 1",
        "/postedOn, 2026-02-01, POSTED_BEFORE_PROPOSED, /postedOn, 1",
        "/previous/0/issuedOn, 2026-02-03, PREVIOUS_ISSUED_AFTER_PROPOSED, /previous/0/issuedOn, 0",
        "/previous/0/issuedOn, 2025-02-13, PREVIOUS_OFFENCE_ENDS_AFTER_ISSUED, /previous/0/offenceTo, 1"
    })
    void daysInAnOrderThatCannotBeAreComputedAsAskedWithAWarning(
            String field, String value, String warning, String pointer, int counted) throws Exception {
        ObjectNode body = body("national", "2026-02-02", "2025-11-10", "2025-11-21");
        previous(body, "2025-03-03", "2025-02-14", "PAID");
        int slash = field.lastIndexOf('/');
        ((ObjectNode) body.at(field.substring(0, slash))).put(field.substring(slash + 1), value);
        JsonNode answer = ask(body);
        assertThat(codes(answer, "warnings")).containsExactly(warning);
        assertThat(answer.at("/warnings/0/pointer").asText()).isEqualTo(pointer);
        assertThat(answer.get("previousCounted").asInt()).isEqualTo(counted);
        if (field.equals("/postedOn")) {
            assertThat(answer.get("deemedReceivedOn").asText()).isEqualTo("2026-02-03");
        }
    }

    @Test
    void whatIsMissingIsToldAllAtOnce() throws Exception {
        HttpResponse<String> answer = send("{\"previous\": [{}]}");
        assertThat(JSON.readTree(answer.body()).get("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder(
                        "/policy", "/proposedOn", "/offence", "/previous/0/issuedOn", "/previous/0/outcome");
    }

    private static ObjectNode body(String policy, String proposedOn) {
        LocalDate proposed = LocalDate.parse(proposedOn);
        return body(
                policy,
                proposedOn,
                proposed.minusDays(14).toString(),
                proposed.minusDays(10).toString());
    }

    private static ObjectNode body(String policy, String proposedOn, String from, String to) {
        ObjectNode body = JSON.createObjectNode();
        body.put("policy", policy).put("proposedOn", proposedOn).put("postedOn", proposedOn);
        body.put("dateOfBirth", "2015-03-02");
        body.putObject("offence").put("from", from).put("to", to);
        return body;
    }

    private static void previous(ObjectNode body, String issuedOn, String offenceTo, String outcome) {
        ArrayNode previous = body.has("previous") ? (ArrayNode) body.get("previous") : body.putArray("previous");
        previous.addObject()
                .put("issuedOn", issuedOn)
                .put("offenceTo", offenceTo)
                .put("outcome", outcome);
    }

    private static List<String> codes(JsonNode answer, String list) {
        List<String> codes = new ArrayList<>();
        answer.get(list).forEach(entry -> codes.add(entry.get("code").asText()));
        return codes;
    }

    private JsonNode ask(ObjectNode body) throws JsonProcessingException {
        return ask(body.toString());
    }

    private JsonNode ask(String body) throws JsonProcessingException {
        HttpResponse<String> answer = send(body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> send(String body) {
        return Http.program(port, "officer").json("/api/checks/notice", body);
    }
}
