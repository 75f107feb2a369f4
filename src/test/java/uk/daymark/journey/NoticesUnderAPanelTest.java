package uk.daymark.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import uk.daymark.Http;
import uk.daymark.cases.Cases;
import uk.daymark.enforcement.ledger.LedgerEntries;
import uk.daymark.time.Turn;
import uk.daymark.workflow.Processes;

/** Notices where a legal panel decides about withdrawals, where earlier notices count, and where time runs short. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NoticesUnderAPanelTest {

    private static final String SCHOOL = "910302";
    private static final String ABSENT = "O O O O O O O O O O";
    private static final String FROM = "2025-09-08";
    private static final String TO = "2025-11-21";

    private static OwnApplication daymark;
    private static Casework school;
    private static Enforcement authority;

    @BeforeAll
    static void familiesThatWereReferred() {
        daymark = OwnApplication.empty("2025-09-03T08:00", SCHOOL);
        school = new Casework(daymark, SCHOOL);
        authority = new Enforcement(daymark, school);
        String[] pupils = {
            "PWD", "PTHIRD", "PMOVED", "PLATE", "PCOURT", "PCLOSE", "PSTEP", "PLEAVE", "PGONE", "PCLEAR", "POLD",
            "PCONV"
        };
        school.exists("cambridgeshire", "cambridgeshire", pupils);
        daymark.moveTo("2025-12-01T08:30");
        for (String pupil : pupils) {
            school.present(pupil, "2025-09-01", "2025-11-03");
            school.week(pupil, "2025-11-10", ABSENT);
            school.week(pupil, "2025-11-17", "O O O O O O O O / \\");
            HttpResponse<String> offered = daymark.as("lead")
                    .json(
                            "/api/cases/" + school.caseOf(pupil).ref() + "/support",
                            "{\"kind\": \"EARLY_HELP\", \"offeredOn\": \"2025-11-17\", \"response\": \"DECLINED\"}");
            assertThat(offered.statusCode()).as(offered.body()).isEqualTo(201);
        }
    }

    @AfterAll
    static void close() {
        daymark.close();
    }

    @Test
    @Order(1)
    void thePanelDecidesAboutAWithdrawalAndTheOfficerCannot() {
        String ref = authority.issued("PWD", FROM, TO, "2025-12-01");
        assertThat(authority
                        .asks("lead", ref, "SCHOOL", "She was ill in that week.")
                        .statusCode())
                .isEqualTo(201);
        school.does(
                "officer",
                "PWD",
                "look-at-request",
                Map.of("advice", "refuse", "reason", "The register says nothing of illness."));
        assertThat(school.task("officer", "PWD", "decide-withdrawal")).isEmpty();
        JsonNode task = school.taskThere("panel", "PWD", "decide-withdrawal-at-panel");
        Map<String, Object> refuse = Map.of("decision", "refuse", "reason", "No ground fits.");
        HttpResponse<String> wrongRole = school.tries("officer", task, refuse);
        assertThat(wrongRole.statusCode()).isEqualTo(403);
        HttpResponse<String> stale = daymark.as("panel")
                .json(
                        "/api/tasks/" + task.at("/id").asText() + "/complete",
                        "{\"version\": 77, \"fields\": {\"decision\": \"refuse\", \"reason\": \"x\"}}");
        assertThat(stale.statusCode()).isEqualTo(409);
        school.does("panel", "PWD", "decide-withdrawal-at-panel", refuse);
        assertThat(school.told("PWD"))
                .containsExactlyInAnyOrder(
                        "Penalty notice " + ref + " was issued to Nadia Khan and posted on 1 December 2025.",
                        "Penalty notice " + ref + " is not withdrawn.");
        assertThat(authority.notice(ref).at("/state").asText()).isEqualTo("ISSUED");
    }

    @Test
    @Order(2)
    void aThirdNoticeIsBlockedWhateverAnybodyDecides() {
        earlier("PTHIRD", "2024-10-07", "2024-10-11", "2024-10-21", "PAID");
        earlier("PTHIRD", "2025-02-03", "2025-02-14", "2025-03-03", "UNPAID_CONVICTED");
        authority.noticeDecided("PTHIRD", FROM, TO);
        JsonNode task = school.taskThere("officer", "PTHIRD", "authorise-notice");
        assertThat(task.at("/why").asText()).contains("stands against it");
        HttpResponse<String> refused = school.tries("officer", task, Enforcement.issue(FROM, TO, "2025-12-01"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("TWO_NOTICES_IN_LOOKBACK", "Source:", "What would change it:");
        school.does(
                "officer",
                "PTHIRD",
                "authorise-notice",
                Map.of("decision", "do-not-issue", "reason", "Two notices count: prosecution is considered."));
        assertThat(school.task("officer", "PTHIRD", "authorise-notice")).isEmpty();

        String parent = school.caseOf("PTHIRD").ref() + "/1";
        daymark.bean(Turn.class)
                .runAlone(() -> daymark.bean(Processes.class).start("parent-decision", parent, Map.of()));
    }

    @Test
    @Order(3)
    void anEarlierNoticeOfTheAuthorityBeforeMakesItTheSecondAndItsDaysAreNotUsedAgain() {
        earlier("PMOVED", "2025-11-17", "2025-11-18", "2025-11-24", "UNPAID");
        String ref = authority.issued("PMOVED", FROM, TO, "2025-12-01");
        JsonNode notice = authority.notice(ref);
        assertThat(notice.at("/rate").asText()).isEqualTo("SECOND");
        assertThat(notice.at("/discounted").isNull()).isTrue();
        assertThat(notice.at("/sessions")).hasSize(14);
        assertThat(notice.at("/sessions").toString()).doesNotContain("2025-11-17", "2025-11-18");
        assertThat(notice.at("/clock/discountedUntil").isNull()).isTrue();
    }

    @Test
    @Order(4)
    void aSecondNoticeIsLookedAtWhenTheFirstCountsNoLonger() {
        JsonNode all = daymark.get("officer", "/api/notices?pupil=PMOVED").at("/items");
        JsonNode second = all.get(0);
        JsonNode first = all.get(1);
        assertThat(authority.notice(second.at("/ref").asText()).at("/rate").asText())
                .isEqualTo("SECOND");
        HttpResponse<String> told = daymark.as("officer")
                .json(
                        "/api/notices/" + first.at("/ref").asText() + "/outcome",
                        "{\"version\": "
                                + authority.notice(first.at("/ref").asText()).at("/version")
                                + ", \"outcome\": \"WITHDRAWN\", \"source\": \"Letter\", \"toldBy\": \"Suffolk\"}");
        assertThat(told.statusCode()).as(told.body()).isEqualTo(200);
        assertThat(school.taskThere("officer", "PMOVED", "look-at-request")
                        .at("/why")
                        .asText())
                .contains("An earlier notice that counts no longer", "at the rate of a second one", "material error");
        school.does(
                "officer",
                "PMOVED",
                "look-at-request",
                Map.of("advice", "grant", "ground", LedgerEntries.MATERIAL_ERRORS, "reason", "It is her first."));
        school.does(
                "panel",
                "PMOVED",
                "decide-withdrawal-at-panel",
                Map.of("decision", "grant", "ground", LedgerEntries.MATERIAL_ERRORS, "reason", "The amount is wrong."));
        assertThat(authority.notice(second.at("/ref").asText()).at("/state").asText())
                .isEqualTo("WITHDRAWN");
    }

    @Test
    @Order(4)
    void aNoticeIsAStepBeforeAProsecutionAndOneForLeaveIsNone() {
        Map<String, Object> prosecute = Map.of(
                "decision", "prosecute",
                "considered", "An order would not help now",
                "chargedFrom", "2025-11-10",
                "chargedTo", "2025-11-20",
                "reason", "Nothing else helped.");
        earlier("PSTEP", "2025-02-03", "2025-02-14", "2025-03-03", "PAID");
        authority.prosecutionDecided("PSTEP", FROM, TO, "single-justice");
        school.does("officer", "PSTEP", "consider-supervision-order", prosecute);
        earlier("PCONV", "2025-02-03", "2025-02-14", "2025-03-03", "UNPAID_CONVICTED");
        authority.prosecutionDecided("PCONV", FROM, TO, "open-court");
        school.does("officer", "PCONV", "consider-supervision-order", prosecute);
        earlier("PLEAVE", "2025-02-03", "2025-02-14", "2025-03-03", "PAID", "LEAVE");
        earlier("PGONE", "2025-02-03", "2025-02-14", "2025-03-03", "WITHDRAWN");
        earlier("PCLEAR", "2025-02-03", "2025-02-14", "2025-03-03", "UNPAID_ACQUITTED");
        earlier("POLD", "2024-07-01", "2024-07-12", "2024-09-02", "PAID");
        for (String pupil : new String[] {"PLEAVE", "PGONE", "PCLEAR", "POLD"}) {
            authority.prosecutionDecided(pupil, FROM, TO, "single-justice");
            HttpResponse<String> refused = school.tries(
                    "officer", school.taskThere("officer", pupil, "consider-supervision-order"), prosecute);
            assertThat(refused.statusCode()).as(pupil).isEqualTo(422);
            assertThat(refused.body())
                    .as(pupil)
                    .contains("Enter why penalty notice was left out. The policy has it first");
        }
    }

    @Test
    @Order(8)
    void whatTheAbsenceOfAnEarlierNoticeWasCanBeSaidLater() {
        String ref = authority.ref("PSTEP");
        String page = "/notices/" + ref;
        Http officer = Http.browser(daymark.port(), "officer");
        assertThat(officer.get(page).body()).contains("What the absence was", "Not known");
        assertThat(officer.submit(
                                page + "/enter/outcome",
                                page + "/enter/outcome",
                                "version=" + authority.notice(ref).at("/version")
                                        + "&outcome=PAID&absence=LEAVE&source=Their+letter&toldBy=Suffolk")
                        .statusCode())
                .isLessThan(400);
        assertThat(officer.get(page).body()).contains("Holiday or other leave");
    }

    @Test
    @Order(4)
    void aNoticeThatIsNotPostedStaysWithTheOfficerUntilItIs() {
        authority.noticeDecided("PLATE", FROM, TO);
        school.does("officer", "PLATE", "authorise-notice", Enforcement.issue(FROM, TO, "2025-12-01"));
        school.does(
                "officer",
                "PLATE",
                "post-authority-letter",
                Map.of("letterSending", "stop", "reason", "The printer does not work."));
        String ref = authority.ref("PLATE");
        assertThat(authority.notice(ref).at("/state").asText()).isEqualTo("NOT_POSTED");
        assertThat(school.taskThere("officer", "PLATE", "settle-unposted")
                        .at("/dueAt")
                        .asText())
                .startsWith("2025-12-01");
    }

    @Test
    @Order(5)
    void postedSoLateThatNoTimeIsLeftAnOfficerIsTold() {
        for (String pupil : new String[] {"PCOURT", "PCLOSE"}) {
            authority.issued(pupil, FROM, TO, "2025-12-01");
        }
        daymark.moveTo("2026-04-13T09:00");
        school.does("officer", "PLATE", "settle-unposted", Map.of("reason", "It prints again."));
        school.does(
                "officer",
                "PLATE",
                "post-authority-letter",
                Map.of(
                        "letterSending", "posted",
                        "sentOn", "2026-04-13",
                        "postage", "first-class",
                        "proof", "Certificate 12",
                        "sentBeforeChange", "yes"));
        JsonNode alert = school.taskThere("officer", "PLATE", "look-into-notice");
        assertThat(alert.at("/why").asText()).contains("10 May 2026", "no safe time is left");
        school.does("officer", "PLATE", "look-into-notice", Map.of("reason", "Its withdrawal is asked for."));
    }

    @Test
    @Order(6)
    void moneyInTimeThatIsEnteredAfterTheCaseWentToCourtLiesWithAnOfficer() {
        school.does(
                "officer",
                "PCOURT",
                "decide-unpaid",
                Map.of("decision", "prosecute", "tier", "single-justice", "reason", "Nothing else helped."));
        String ref = authority.ref("PCOURT");
        authority.paid("2025-12-22", 80, ref, Map.of(ref, 80));
        assertThat(school.taskThere("officer", "PCOURT", "look-into-notice")
                        .at("/why")
                        .asText())
                .contains("was paid in time", "ends all liability");
        school.does(
                "officer",
                "PCOURT",
                "consider-supervision-order",
                Map.of("decision", "stop", "considered", "Not needed", "reason", "It was paid in time."));
        assertThat(school.task("officer", "PCOURT", "decide-unpaid"))
                .as("it counts as paid")
                .isEmpty();
        assertThat(daymark.bean(uk.daymark.workflow.Processes.class)
                        .running("penalty-notice", school.caseOf("PCOURT").ref() + "/1"))
                .isFalse();
    }

    @Test
    @Order(7)
    void aNoticeGoesOnWhenItsCaseIsClosed() {
        String ref = authority.ref("PCLOSE");
        JsonNode before = school.taskThere("officer", "PCLOSE", "decide-unpaid");
        daymark.bean(Turn.class).runAlone(() -> {
            daymark.bean(uk.daymark.workflow.Processes.class)
                    .withdraw(
                            "penalty-notice",
                            school.caseOf("PCLOSE").ref() + "/1",
                            "What is decided for the parent is stopped");
            daymark.bean(Cases.class).close(school.caseOf("PCLOSE").ref(), "The family moved away.", "");
        });
        JsonNode after = school.taskThere("officer", "PCLOSE", "decide-unpaid");
        assertThat(after.at("/id")).isNotEqualTo(before.at("/id"));
        school.does("officer", "PCLOSE", "decide-unpaid", Map.of("decision", "withdraw", "reason", "They moved away."));
        assertThat(authority.notice(ref).at("/state").asText())
                .as("the panel decides first")
                .isEqualTo("UNPAID");
        school.does(
                "officer",
                "PCLOSE",
                "look-at-request",
                Map.of("advice", "grant", "ground", LedgerEntries.UNPAID, "reason", "They moved away."));
        school.does(
                "panel",
                "PCLOSE",
                "decide-withdrawal-at-panel",
                Map.of("decision", "grant", "ground", LedgerEntries.UNPAID, "reason", "They moved away."));
        assertThat(authority.notice(ref).at("/state").asText()).isEqualTo("WITHDRAWN");
    }

    private static void earlier(String pupil, String from, String to, String issuedOn, String outcome) {
        earlier(pupil, from, to, issuedOn, outcome, "NOT_KNOWN");
    }

    private static void earlier(String pupil, String from, String to, String issuedOn, String outcome, String absence) {
        String contact = daymark.get("officer", "/api/ledger/" + SCHOOL + "/" + pupil)
                .at("/parents/0/contact")
                .asText();
        HttpResponse<String> answer = daymark.as("officer")
                .json(
                        "/api/notices/earlier",
                        "{\"school\": \"" + SCHOOL + "\", \"pupilRef\": \"" + pupil + "\", \"contact\": " + contact
                                + ", \"kind\": \"ATTENDANCE\", \"issuer\": \"Suffolk\", \"from\": \"" + from
                                + "\", \"to\": \"" + to + "\", \"issuedOn\": \"" + issuedOn + "\", \"outcome\": \""
                                + outcome + "\", \"absence\": \"" + absence
                                + "\", \"source\": \"Letter of Suffolk\", \"toldBy\": \"Suffolk's officer\","
                                + " \"why\": \"The family moved here\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    @Test
    @Order(9)
    void whereTwoNoticesCountThePanelIsShownTheWayToTheCourt() {
        assertThat(daymark.bean(Clock.class).instant())
                .as("a Monday on which the panel sits; what it left in December is on its agenda")
                .isBetween("2026-04-13T00:00:00Z", "2026-04-13T20:00:00Z");
        JsonNode decide = school.taskThere("panel", "PTHIRD", "decide-at-panel");
        assertThat(decide.at("/why").asText()).contains("Daymark proposes: Prosecut");
        HttpResponse<String> notAgain =
                school.tries("panel", decide, Map.of("decision", "penalty-notice", "reason", "Once more"));
        assertThat(notAgain.statusCode()).isEqualTo(422);
        assertThat(notAgain.body()).contains("Source:");
        school.does(
                "panel", "PTHIRD", "decide-at-panel", Map.of("decision", "single-justice", "reason", "A third time"));
        assertThat(school.task("officer", "PTHIRD", "consider-supervision-order"))
                .as("a prosecution begins with the order that may be sought instead")
                .isPresent();
    }
}
