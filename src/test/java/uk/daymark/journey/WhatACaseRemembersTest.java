package uk.daymark.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import uk.daymark.Http;
import uk.daymark.cases.Support;
import uk.daymark.workflow.Processes;

/** Steps taken before, cases that come back, decisions whose marks change, and what is only waited for. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WhatACaseRemembersTest {

    private static final String TEN_O = "O O O O O O O O O O";
    private static final String WEEK = "2025-11-10";

    private static OwnApplication daymark;
    private static Casework school;

    @BeforeAll
    static void aSchool() {
        daymark = OwnApplication.empty("2025-11-14T16:30", "999001");
        school = new Casework(daymark, "999001");
        school.exists("national", "national", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10");
        for (String ref : List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10")) {
            school.present(ref, "2025-09-01", "2025-10-20");
        }
    }

    @AfterAll
    static void close() {
        daymark.close();
    }

    private static JsonNode post(String path, String body, int status) {
        HttpResponse<String> answer = daymark.as("lead").json(path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return OwnApplication.json(answer);
    }

    private static JsonNode whole(String ref) {
        return daymark.get("head", "/api/cases/" + school.caseOf(ref).ref());
    }

    private static void decides(String ref, String code, String date, String session) {
        post(
                "/api/decided-codes",
                "{\"pupilRef\": \"" + ref + "\", \"date\": \"" + date + "\", \"session\": \"" + session
                        + "\", \"code\": \"" + code + "\", \"reason\": \"His mother rang\"}",
                200);
    }

    @Test
    @Order(1)
    void stepsTakenBeforeAreOnRecordBeforeTheFirstStepIsChosen() {
        post(
                "/api/cases",
                "{\"pupilRef\": \"1\", \"why\": \"Moved here in October\", \"earlierSteps\": [{\"kind\": \"LETTER\","
                        + " \"on\": \"2025-09-29\", \"what\": \"Letter of concern\", \"source\": \"paper file\"},"
                        + " {\"kind\": \"EARLY_HELP\", \"on\": \"2025-10-20\", \"what\": \"Offered by letter\","
                        + " \"source\": \"paper file\"}]}",
                201);
        assertThat(school.caseOf("1").stage()).isEqualTo("contract-meeting");
        assertThat(school.task("office", "1", "post-letter")).isEmpty();
        JsonNode support = whole("1").path("support");
        assertThat(support.path("earlyHelpOffered").asBoolean()).isTrue();
        assertThat(support.path("earlyHelpOpenedOn").isNull())
                .as("an offer opens nothing")
                .isTrue();
    }

    @Test
    @Order(2)
    void anOfferThatWasMadeBeforeIsRecordedWithItsDayAndItsWay() {
        post(
                "/api/cases",
                "{\"pupilRef\": \"2\", \"why\": \"A worry\", \"earlierSteps\": [{\"kind\": \"LETTER\", \"on\":"
                        + " \"2025-09-29\", \"what\": \"Letter\", \"source\": \"paper file\"}]}",
                201);
        JsonNode task = school.taskThere("lead", "2", "early-help-check");
        assertThat(school.tries("lead", task, Map.of("offered", "offered-before", "reason", "In July"))
                        .body())
                .contains("/fields/offeredOn", "/fields/how", "/fields/response");
        school.does(
                "lead",
                "2",
                "early-help-check",
                Map.of(
                        "offered",
                        "offered-before",
                        "offeredOn",
                        "2025-07-07",
                        "how",
                        "call",
                        "response",
                        "declined",
                        "reason",
                        "In July"));
        assertThat(whole("2").path("support").path("earlyHelpOffered").asBoolean())
                .isTrue();
        assertThat(whole("2").path("next")).as("only tasks").isEmpty();
        JsonNode waits = whole("2").path("waiting").path(0);
        assertThat(waits.path("what").asText())
                .isEqualTo("Monitoring until 5 December 2025: then attendance is measured again");
        assertThat(waits.path("why").asText()).isNotBlank();
        String page = Http.browser(daymark.port(), "lead")
                .get("/cases/" + school.caseOf("2").ref())
                .body();
        assertThat(page)
                .contains("Monitoring until 5 December 2025")
                .doesNotContain("Nothing waits for a person just now")
                .contains("Advice from the authority");
    }

    @Test
    @Order(3)
    void whoIsOnlyIllGetsALetterThatDoubtsNothing() {
        school.week("3", "2025-11-03", "I I I I I I / \\ / \\");
        school.week("3", WEEK, "I I I I I I / \\ / \\");
        assertThat(school.caseOf("3").stage()).isEqualTo("authorised-absence-letter");
        assertThat(school.taskThere("office", "3", "post-letter").path("title").asText())
                .contains("Letter about absence with accepted reasons");
    }

    @Test
    @Order(4)
    void aDecisionIsShakenByACodeDecidedHereAndEachDecisionHasOneReview() {
        school.week("4", WEEK, TEN_O);
        school.does("head", "4", "must-consider", Map.of("decision", "no-action", "reason", "A hard autumn"));
        decides("4", "U", "2025-11-10", "AM");
        JsonNode review = school.taskThere("head", "4", "review-decision");
        assertThat(review.path("assignee").asText()).isEqualTo("head");
        assertThat(review.path("why").asText()).contains("10 November 2025 morning is now U");
        school.week("4", WEEK, "U O O O O O O O O O");
        school.does("head", "4", "review-decision", Map.of("review", "must-change", "reason", "Look afresh"));
        school.does("head", "4", "must-consider", Map.of("decision", "no-action", "reason", "Still hard"));
        school.week("4", WEEK, "U U O O O O O O O O");
        assertThat(reviews("4")).as("one for each of two decisions").isEqualTo(2);
        school.week("4", WEEK, "U U U O O O O O O O");
        assertThat(reviews("4")).as("no second one for the same decision").isEqualTo(2);
    }

    private static long reviews(String ref) {
        long count = 0;
        for (JsonNode item : daymark.get("head", "/api/tasks?view=all&kind=review-decision&size=200")
                .path("items")) {
            count += item.path("pupilRef").asText().equals(ref) ? 1 : 0;
        }
        return count;
    }

    @Test
    @Order(5)
    void onlyTheHeadClosesACaseWhileTheDecisionIsOpenAndMoreAbsenceAsksAgain() {
        school.week("5", WEEK, TEN_O);
        String ref = school.caseOf("5").ref().value();
        assertThat(closes("lead", ref).statusCode()).isEqualTo(400);
        assertThat(school.task("head", "5", "must-consider")).isPresent();
        assertThat(closes("head", ref).statusCode()).isIn(200, 302, 303);
        assertThat(school.task("head", "5", "must-consider")).isEmpty();
        daymark.moveTo("2025-11-17T16:30");
        school.week("5", "2025-11-17", "O / - - - - - - - -".replace("/", "\\"));
        assertThat(school.caseOf("5").ref().value()).isNotEqualTo(ref);
        assertThat(school.taskThere("head", "5", "must-consider")
                        .path("caseRef")
                        .asText())
                .isEqualTo(school.caseOf("5").ref().value());
    }

    private static HttpResponse<String> closes(String user, String ref) {
        return Http.browser(daymark.port(), user)
                .submit(
                        "/cases/" + ref + "/close",
                        "/cases/" + ref + "/close",
                        "reason=Done&version="
                                + daymark.get("head", "/api/cases/" + ref)
                                        .path("version")
                                        .asLong());
    }

    @Test
    @Order(6)
    void aRelapseOpensACaseAgainAlthoughPersistentAbsenceStoodAllTheTime() {
        school.week("3", "2025-11-17", "I I - - - - - - - -");
        String ref = school.caseOf("3").ref().value();
        assertThat(closes("lead", ref).statusCode()).isIn(200, 302, 303);
        daymark.moveTo("2025-11-20T16:30");
        school.week("3", "2025-11-17", "I I I I / \\ - - - -");
        assertThat(daymark.get("head", "/api/cases?pupil=3&status=OPEN")
                        .path("total")
                        .asInt())
                .as("one day is no relapse")
                .isZero();
        school.week("3", "2025-11-17", "I I I I I I - - - -");
        assertThat(daymark.get("head", "/api/cases?pupil=3&status=OPEN")
                        .path("total")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    @Order(7)
    void aPlanWithoutADayOfReviewHoldsNothingOutsideCambridgeshire() {
        school.week("6", WEEK, TEN_O);
        post(
                "/api/cases/" + school.caseOf("6").ref() + "/support",
                "{\"kind\": \"EHCP\", \"note\": \"Has a plan\"}",
                201);
        assertThat(whole("6").path("holds")).isEmpty();
        school.does(
                "head", "6", "must-consider", Map.of("decision", "refer-to-authority", "reason", "Support refused"));
        assertThat(school.caseOf("6").stage()).isEqualTo("referral");
    }

    @Test
    @Order(8)
    void aNoticeToImproveIsNotGivenForAHoliday() {
        school.week("7", WEEK, "G G G G G G G G G G");
        Optional<JsonNode> task = school.task("head", "7", "must-consider");
        HttpResponse<String> refused = school.tries(
                "head", task.orElseThrow(), Map.of("decision", "notice-to-improve", "reason", "A last chance"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Every session counted is holiday without leave");
    }

    @Test
    @Order(9)
    void thePagesAskForStepsTakenBeforeSinceWhenHelpIsOpenAndTheDayOfAReview() {
        Http lead = Http.browser(daymark.port(), "lead");
        HttpResponse<String> refused = lead.submit(
                "/cases/new", "/cases/new", "pupil=8&why=Moved+here&kind1=LETTER&on1=&text1=A+letter&source1=");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("Enter a day that has come, like 15 September 2025", "Enter where this is known from");
        lead.submit(
                "/cases/new",
                "/cases/new",
                "pupil=8&why=Moved+here&kind1=LETTER&on1=2025-09-29&text1=A+letter&source1=paper+file");
        assertThat(school.caseOf("8").stage()).isEqualTo("early-help-check");
        String log = "/cases/" + school.caseOf("8").ref() + "/log/";
        lead.submit(
                log + "support",
                log + "support",
                "kind=EHCP&on=2025-09-29&response=NOT_YET&reviewedOn=2025-03-03&reviews=2&text=A+plan");
        lead.submit(
                log + "earlier",
                log + "earlier",
                "kind=EARLY_HELP&on=2025-10-20&openedOn=2025-10-27&text=Offered&source=paper+file");
        JsonNode support = whole("8").path("support");
        assertThat(support.path("ehcpLastReviewedOn").asText()).isEqualTo("2025-03-03");
        assertThat(support.path("earlyHelpOpenedOn").asText()).isEqualTo("2025-10-27");
    }

    @Test
    @Order(10)
    void theHeadIsAskedInACaseThatIsOpenedByHandWhileTheThresholdStands() {
        school.week("9", WEEK, TEN_O);
        String closed = school.caseOf("9").ref().value();
        assertThat(closes("head", closed).statusCode()).isIn(200, 302, 303);
        assertThat(school.task("head", "9", "must-consider")).isEmpty();
        post("/api/cases", "{\"pupilRef\": \"9\", \"why\": \"Her aunt rang\", \"earlierSteps\": []}", 201);
        assertThat(school.taskThere("head", "9", "must-consider")
                        .path("caseRef")
                        .asText())
                .isNotEqualTo(closed)
                .isEqualTo(school.caseOf("9").ref().value());
    }

    @Test
    @Order(11)
    void moreAbsenceAsksTheHeadWhereNobodyWasAskedInThisCase() {
        school.week("10", WEEK, TEN_O);
        String ref = school.caseOf("10").ref().value();
        daymark.bean(Processes.class).withdraw("threshold-decision", ref, "as where an earlier version never asked");
        assertThat(school.task("head", "10", "must-consider")).isEmpty();
        school.week("10", "2025-11-17", "O \\ - - - - - - - -");
        school.taskThere("head", "10", "must-consider");
        school.does("head", "10", "must-consider", Map.of("decision", "no-action", "reason", "A hard autumn"));
        school.week("10", "2025-11-17", "O O - - - - - - - -");
        assertThat(school.task("head", "10", "must-consider"))
                .as("decided already")
                .isEmpty();
    }

    @Test
    @Order(12)
    void aStepThatIsSentTwiceIsOnRecordOnce() {
        String body = "{\"pupilRef\": \"9\", \"why\": \"A worry\", \"earlierSteps\": [{\"kind\": \"LETTER\", \"on\":"
                + " \"2025-09-29\", \"what\": \"Letter\", \"source\": \"paper file\"}]}";
        for (int sent = 0; sent < 2; sent++) {
            assertThat(daymark.as("lead").json("/api/cases", body).statusCode()).isLessThan(300);
        }
        assertThat(daymark.bean(Support.class).all(school.caseOf("9").ref())).hasSize(1);
    }
}
