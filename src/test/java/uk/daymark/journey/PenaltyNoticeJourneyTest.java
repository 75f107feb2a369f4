package uk.daymark.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.daymark.Http;
import uk.daymark.enforcement.ledger.NoticeRef;
import uk.daymark.enforcement.referral.LiableParents;
import uk.daymark.enforcement.referral.ParentKey;
import uk.daymark.enforcement.referral.Referrals;
import uk.daymark.letters.Letter;
import uk.daymark.letters.Letters;
import uk.daymark.people.Scope;
import uk.daymark.time.Turn;
import uk.daymark.workflow.NamedStep;
import uk.daymark.workflow.Processes;
import uk.daymark.workflow.StepContext;

/** Notices of one authority through their time: each pupil another way. The clock goes on from one test to the next. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PenaltyNoticeJourneyTest {

    private static final String SCHOOL = "910301";
    private static final String ABSENT = "O O O O O O O O O O";
    private static final String FROM = "2025-11-10";
    private static final String TO = "2025-11-21";
    private static final String PERIOD_FROM = "2025-09-08";

    private static OwnApplication daymark;
    private static Casework school;
    private static Enforcement authority;
    private static String paidOnDay21;

    @BeforeAll
    static void familiesThatWereReferred() {
        daymark = OwnApplication.empty("2025-09-03T08:00", SCHOOL);
        school = new Casework(daymark, SCHOOL);
        authority = new Enforcement(daymark, school);
        String[] pupils = {"N21", "N22", "N29", "NPART", "NFAM1", "NFAM2", "NWD", "NMARK", "NWAIT", "NBACK"};
        school.exists("hertfordshire", "hertfordshire", pupils);
        daymark.moveTo("2025-12-01T08:30");
        for (String pupil : pupils) {
            school.present(pupil, "2025-09-01", "2025-11-03");
            school.week(pupil, "2025-11-10", ABSENT);
            school.week(pupil, "2025-11-17", "O O / \\ / \\ / \\ / \\");
        }
        for (String pupil : pupils) {
            if (!pupil.equals("NWAIT")) {
                authority.issued(pupil, PERIOD_FROM, TO, "2025-12-01");
            }
        }
    }

    @AfterAll
    static void close() {
        daymark.close();
    }

    @Test
    @Order(1)
    void issuedAndPostedItsTimeRunsFromService() {
        JsonNode notice = authority.notice(authority.ref("N21"));
        assertThat(notice.at("/offence/from").asText()).isEqualTo(FROM);
        assertThat(notice.at("/sessions")).hasSize(12);
        assertThat(notice.at("/clock/postedOn").asText()).isEqualTo("2025-12-01");
        assertThat(notice.at("/clock/deemedOn").asText()).isEqualTo("2025-12-03");
        assertThat(notice.at("/clock/discountedUntil").asText()).isEqualTo("2025-12-23");
        assertThat(notice.at("/clock/fullUntil").asText()).isEqualTo("2025-12-30");
        assertThat(notice.at("/decidedBy").asText()).isEqualTo("officer");
    }

    @Test
    @Order(2)
    void theFactsSayWhatItRestsOnAndAWrongRoleDoesNotSeeTheTask() {
        authority.noticeDecided("NWAIT", PERIOD_FROM, TO);
        JsonNode task = school.taskThere("officer", "NWAIT", "authorise-notice");
        assertThat(daymark.as("lead")
                        .get("/api/tasks/" + task.at("/id").asText() + "/form")
                        .statusCode())
                .isEqualTo(404);
        String page = Http.browser(daymark.port(), "officer")
                .get("/tasks/" + task.at("/id").asText())
                .body();
        assertThat(page)
                .contains("Every rule is kept", "£80, later £160", "None known", "lives with her")
                .contains("Monday 10 November 2025, morning");
    }

    @Test
    @Order(3)
    void whatIsPutOffIsAskedAgainAndAnAmendedMarkIsSeenAtTheMomentOfIssue() {
        assertThat(school.tries(
                                "officer",
                                school.taskThere("officer", "NWAIT", "authorise-notice"),
                                Enforcement.issue("2025-05-13", TO, "2025-12-03"))
                        .body())
                .contains("/fields/offenceFrom", "Give at most 6 months");
        HttpResponse<String> tooLong = school.tries(
                "officer",
                school.taskThere("officer", "NWAIT", "authorise-notice"),
                Map.of("decision", "wait", "lookAgainOn", "2026-04-20", "reason", "The mother is ill."));
        assertThat(tooLong.statusCode()).as(tooLong.body()).isEqualTo(422);
        assertThat(tooLong.body()).contains("/fields/lookAgainOn", "Enter an earlier day", "No time would be left");
        school.does(
                "officer",
                "NWAIT",
                "authorise-notice",
                Map.of("decision", "wait", "lookAgainOn", "2025-12-03", "reason", "The mother is ill."));
        assertThat(school.task("officer", "NWAIT", "authorise-notice")).isEmpty();
        daymark.moveTo("2025-12-03T08:00");
        JsonNode task = school.taskThere("officer", "NWAIT", "authorise-notice");
        school.week("NWAIT", "2025-11-10", "I I I I O O O O O O");
        HttpResponse<String> refused = school.tries("officer", task, Enforcement.issue(PERIOD_FROM, TO, "2025-12-03"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("THRESHOLD_NOT_MET", "Source:", "What would change it:", "/fields/decision");
        HttpResponse<String> stale = daymark.as("officer")
                .json(
                        "/api/tasks/" + task.at("/id").asText() + "/complete",
                        "{\"version\": 99, \"fields\": {\"decision\": \"do-not-issue\", \"reason\": \"No\"}}");
        assertThat(stale.statusCode()).isEqualTo(409);
        school.does(
                "officer",
                "NWAIT",
                "authorise-notice",
                Map.of("decision", "do-not-issue", "reason", "The threshold is not met any more."));
        assertThat(daymark.get("officer", "/api/notices?pupil=NWAIT")
                        .at("/total")
                        .asInt())
                .isZero();
    }

    @Test
    @Order(4)
    void anAmendedMarkAfterTheNoticeAsksAnOfficerWhoFindsTheGround() {
        String ref = authority.ref("NMARK");
        school.week("NMARK", "2025-11-10", "I I O O O O O O O O");
        JsonNode look = school.taskThere("officer", "NMARK", "look-at-request");
        assertThat(look.at("/why").asText()).contains("10 November 2025 morning is now I");
        assertThat(school.task("lead", "NMARK", "review-decision")).isEmpty();
        assertThat(authority.asks("lead", ref, "SCHOOL", "The child was ill.").statusCode())
                .as("one request at a time")
                .isEqualTo(409);
        school.does(
                "officer",
                "NMARK",
                "look-at-request",
                Map.of("advice", "grant", "ground", "material errors", "reason", "Two sessions were illness."));
        school.does(
                "officer",
                "NMARK",
                "decide-withdrawal",
                Map.of("decision", "grant", "ground", "material errors", "reason", "The dates are wrong."));
        assertThat(authority.notice(ref).at("/state").asText()).isEqualTo("WITHDRAWN");
        authority.post("NMARK", "2025-12-03");
        school.notes("NMARK", "was withdrawn");
        assertThat(school.task("officer", "NMARK", "refund-money")).isEmpty();
        itWaitsAgainWhereAnotherIsToBeAuthorised();
    }

    private static void itWaitsAgainWhereAnotherIsToBeAuthorised() {
        String caseRef = school.caseOf("NMARK").ref().value();
        JdbcTemplate jdbc = daymark.bean(JdbcTemplate.class);
        jdbc.update(
                "insert into referral_parent (referral_id, parent_number) select id, 1 from referral where case_ref = ?",
                caseRef);
        jdbc.update(
                "update liable_parent set standing = 'PENALTY_NOTICE', round_number = 1 where case_ref = ?", caseRef);
        assertThat(waiting(caseRef)).as("what was decided is done").isFalse();
        daymark.bean(Turn.class)
                .runAlone(() -> daymark.bean(Processes.class).start("penalty-notice", caseRef + "/1", Map.of()));
        school.taskThere("officer", "NMARK", "authorise-notice");
        assertThat(waiting(caseRef)).as("another notice is not issued yet").isTrue();
        school.does(
                "officer",
                "NMARK",
                "authorise-notice",
                Map.of("decision", "do-not-issue", "reason", "Eight sessions are too few."));
    }

    private static boolean waiting(String caseRef) {
        return daymark.bean(Referrals.class).waiting(Scope.everywhere()).stream()
                .anyMatch(waiting -> waiting.file().ref().value().equals(caseRef));
    }

    @Test
    @Order(5)
    void aParentWhoAsksInVainIsToldInWriting() {
        String ref = authority.ref("NBACK");
        assertThat(authority.asks("office", ref, "PARENT", "x").statusCode()).isEqualTo(403);
        assertThat(authority.asks("head", ref, "OFFICER", "x").statusCode()).isEqualTo(400);
        assertThat(authority
                        .asks("head", ref, "PARENT", "She says that Amira was at a funeral.")
                        .statusCode())
                .isEqualTo(201);
        school.does("officer", "NBACK", "look-at-request", Map.of("advice", "refuse", "reason", "No leave was asked."));
        school.does("officer", "NBACK", "decide-withdrawal", Map.of("decision", "refuse", "reason", "No ground fits."));
        authority.post("NBACK", "2025-12-03");
        assertThat(daymark.get("head", "/api/notices/" + ref + "/withdrawal-requests")
                        .at("/items/0/outcome")
                        .asText())
                .isEqualTo("REFUSED");
        assertThat(authority.notice(ref).at("/state").asText()).isEqualTo("ISSUED");
    }

    @Test
    @Order(6)
    void theSchoolLearnsWhatBecameOfARequestAndReadsNobodyElsesWords() {
        String address = "/notices/" + authority.ref("NBACK") + "/withdrawal-requests";
        JsonNode lead = daymark.get("lead", "/api" + address).at("/items/0");
        assertThat(lead.at("/outcome").asText()).isEqualTo("REFUSED");
        assertThat(lead.toString() + page("lead", address))
                .contains("Refused")
                .doesNotContain("funeral")
                .doesNotContain("No ground fits");
        assertThat(daymark.get("head", "/api" + address).toString() + page("head", address))
                .as("who entered them knows the words")
                .contains("funeral")
                .doesNotContain("No ground fits");
        assertThat(daymark.get("auditor", "/api" + address).toString() + page("officer", address))
                .contains("funeral", "No ground fits");
    }

    @Test
    @Order(6)
    void theSchoolLearnsThatANoticeWasSentAndNotWhatItSays() {
        String key = school.caseOf("NBACK").ref() + "/1";
        Letter notice = daymark.bean(Letters.class).ofKey(key).stream()
                .filter(letter -> letter.template().endsWith("penalty-notice"))
                .findFirst()
                .orElseThrow();
        assertThat(notice.text()).contains("£80");
        assertThat(page("officer", "/letters/" + notice.ref())).contains("£80");
        for (String reader : List.of("lead", "head")) {
            assertThat(page(reader, "/letters/" + notice.ref()))
                    .contains(notice.recipient(), "posted on")
                    .doesNotContain("£80")
                    .doesNotContain("Certificate 12");
            assertThat(page(reader, "/letters/" + notice.ref() + "/letter.txt")).doesNotContain("£80");
        }
    }

    private static String page(String reader, String address) {
        HttpResponse<String> page = Http.browser(daymark.port(), reader).get(address);
        assertThat(page.statusCode()).as(reader + " " + address).isEqualTo(200);
        return page.body();
    }

    @Test
    @Order(8)
    void whatWasPaidIsReadAtTheAuthorityAndNotAtTheSchool() {
        String address = "/cases/" + school.caseOf("NWD").ref() + "/timeline";
        for (String reader : List.of("officer", "auditor")) {
            assertThat(daymark.get(reader, "/api" + address + "?size=200").toString() + page(reader, address))
                    .as(reader)
                    .contains("£80", "It was her sister.");
        }
        for (String reader : List.of("lead", "head")) {
            assertThat(daymark.get(reader, "/api" + address + "?size=200").toString() + page(reader, address))
                    .as(reader)
                    .contains("A penalty notice is now: ", "The school is told: ")
                    .doesNotContain("£")
                    .doesNotContain("It was her sister.");
        }
    }

    @Test
    @Order(7)
    void paidWithRefundWhenWithdrawnForTheWrongPerson() {
        String ref = authority.ref("NWD");
        authority.paid("2025-12-03", 80, ref, Map.of(ref, 80));
        school.notes("NWD", "was paid");
        HttpResponse<String> byHand = daymark.as("officer")
                .json(
                        "/api/notices/" + ref + "/withdrawal",
                        "{\"version\": " + authority.notice(ref).at("/version")
                                + ", \"withdrawnOn\": \"2025-12-03\", \"ground\": \"material errors\", \"decidedBy\": \"x\","
                                + " \"why\": \"y\"}");
        assertThat(byHand.statusCode()).isEqualTo(409);
        assertThat(authority
                        .asks("officer", ref, "OFFICER", "The notice names the wrong person.")
                        .statusCode())
                .isEqualTo(201);
        Map<String, Object> wrong =
                Map.of("advice", "grant", "ground", "issued to the wrong person", "reason", "Her sister.");
        school.does("officer", "NWD", "look-at-request", wrong);
        HttpResponse<String> unpaidGround = school.tries(
                "officer",
                school.taskThere("officer", "NWD", "decide-withdrawal"),
                Map.of("decision", "grant", "ground", "unpaid and not prosecuted", "reason", "x"));
        assertThat(unpaidGround.statusCode()).isEqualTo(422);
        assertThat(unpaidGround.body()).contains("/fields/ground");
        school.does(
                "officer",
                "NWD",
                "decide-withdrawal",
                Map.of("decision", "grant", "ground", "issued to the wrong person", "reason", "It was her sister."));
        authority.post("NWD", "2025-12-03");
        Map<String, Object> back = Map.of("amount", "£50", "paidOn", "2025-12-03", "reason", "To her bank.");
        school.does("officer", "NWD", "refund-money", back);
        school.does(
                "officer",
                "NWD",
                "refund-money",
                Map.of("amount", "30", "paidOn", "2025-12-03", "reason", "The rest."));
        assertThat(school.task("officer", "NWD", "refund-money")).isEmpty();
        assertThat(authority.notice(ref).at("/money/paidBack").asInt()).isEqualTo(80);
        school.notes("NWD", "was withdrawn");
        assertThat(daymark.beans(NamedStep.class)
                        .filter(step -> step.name().equals("withdrawNotice"))
                        .map(step -> step.run(new StepContext("notice-withdrawal", "withdraw-notice", ref, Map.of()))))
                .as("a withdrawal under version 1.1.0 of the model asks whether money is owed")
                .singleElement(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("refundOwed", false);
        authority.paid("2025-12-03", 20, ref, Map.of(ref, 20));
        assertThat(school.taskThere("officer", "NWD", "refund-money").at("/why").asText())
                .as("money that comes after the withdrawal goes back too")
                .contains(ref, "£20 has to be paid back");
        school.does(
                "officer", "NWD", "refund-money", Map.of("amount", "20", "paidOn", "2025-12-03", "reason", "Again."));
        assertThat(school.task("officer", "NWD", "refund-money")).isEmpty();
    }

    @Test
    @Order(7)
    void aFamilyPaysTwoNoticesUnderOneReference() {
        String one = authority.ref("NFAM1");
        String other = authority.ref("NFAM2");
        authority.paid("2025-12-03", 160, one, Map.of(one, 80, other, 80));
        for (String pupil : new String[] {"NFAM1", "NFAM2"}) {
            assertThat(authority.notice(authority.ref(pupil)).at("/state").asText())
                    .isEqualTo("PAID");
            school.notes(pupil, "was paid");
        }
        assertThat(school.task("officer", "NFAM1", "refund-money")).isEmpty();
        authority.paid("2025-12-03", 10, one, Map.of(one, 10));
        assertThat(school.taskThere("officer", "NFAM1", "refund-money")
                        .at("/why")
                        .asText())
                .as("paid already: what is over goes back")
                .contains(one, "£10 has to be paid back");
        school.does(
                "officer", "NFAM1", "refund-money", Map.of("amount", "10", "paidOn", "2025-12-03", "reason", "Over."));
        assertThat(school.task("officer", "NFAM1", "refund-money")).isEmpty();
    }

    @Test
    @Order(8)
    void onDay21TheLowerAmountClearsItAndOnDay22TheFullOne() {
        daymark.moveTo("2025-12-23T10:00");
        String day21 = authority.ref("N21");
        paidOnDay21 = authority
                .paid("2025-12-23", 80, day21, Map.of(day21, 80))
                .at("/id")
                .asText();
        assertThat(authority.notice(day21).at("/state").asText()).isEqualTo("PAID");
        daymark.moveTo("2025-12-24T10:00");
        String day22 = authority.ref("N22");
        assertThat(authority.notice(day22).at("/money/due").asInt()).isEqualTo(160);
        JsonNode early = authority.paid("2025-12-24", 80, day22, Map.of(day22, 80));
        assertThat(authority.notice(day22).at("/state").asText()).isEqualTo("PART_PAID");
        authority.paid("2025-12-24", 80, day22, Map.of(day22, 80));
        assertThat(authority.notice(day22).at("/money/clearedFor").asInt()).isEqualTo(160);
        assertThat(school.told("N22")).anyMatch(said -> said.endsWith("was paid."));
        daymark.as("officer")
                .json("/api/payments/" + early.at("/id") + "/strike-out", "{\"why\": \"Another family's\"}");
        assertThat(authority.notice(day22).at("/state").asText())
                .as("it runs on when money is struck out")
                .isEqualTo("PART_PAID");
    }

    @Test
    @Order(9)
    void afterDay28NothingButCourtOrWithdrawalIsOpen() {
        String part = authority.ref("NPART");
        authority.paid("2025-12-24", 100, part, Map.of(part, 100));
        daymark.moveTo("2025-12-30T23:00");
        assertThat(school.task("officer", "N29", "decide-unpaid")).isEmpty();
        daymark.moveTo("2025-12-31T09:00");
        assertThat(school.task("officer", "N22", "decide-unpaid"))
                .as("opened again when its payment was struck out")
                .isPresent();
        JsonNode unpaid = school.taskThere("officer", "NPART", "decide-unpaid");
        assertThat(unpaid.at("/why").asText()).contains("£100 came, £60 was left open");
        JsonNode came = authority.paid("2025-12-31", 60, "for Khan", Map.of());
        Map<String, Object> court =
                Map.of("decision", "prosecute", "tier", "single-justice", "reason", "Nothing else helped.");
        HttpResponse<String> stopped = school.tries("officer", unpaid, court);
        assertThat(stopped.statusCode()).isEqualTo(422);
        assertThat(stopped.body()).contains("settle the payment");
        HttpResponse<String> settled = daymark.as("officer")
                .json(
                        "/api/payments/" + came.at("/id") + "/settle",
                        "{\"shares\": [{\"notice\": \"" + part + "\", \"amount\": 60}], \"why\": \"Her name\"}");
        assertThat(settled.statusCode()).as(settled.body()).isEqualTo(200);
        assertThat(authority.notice(part).at("/state").asText())
                .as("day 29 is too late")
                .isEqualTo("UNPAID");
        HttpResponse<String> byHand = daymark.as("officer")
                .json(
                        "/api/notices/" + part + "/prosecution",
                        "{\"version\": " + authority.notice(part).at("/version")
                                + ", \"route\": \"S444_1\", \"begunOn\": \"2025-12-31\", \"result\": \"OPEN\","
                                + " \"resultOn\": null, \"why\": \"y\"}");
        assertThat(byHand.statusCode()).as(byHand.body()).isEqualTo(409);
        school.does("officer", "NPART", "decide-unpaid", court);
        school.notes("NPART", "go to court");
    }

    @Test
    @Order(10)
    void unpaidAndWithdrawnTheParentIsToldAndTheSchoolToo() {
        String ref = authority.ref("N29");
        school.does(
                "officer",
                "N29",
                "decide-unpaid",
                Map.of("decision", "withdraw", "reason", "A conviction would not help the family."));
        assertThat(authority.notice(ref).at("/state").asText()).isEqualTo("WITHDRAWN");
        assertThat(authority.notice(ref).at("/withdrawal/ground").asText()).isEqualTo("unpaid and not prosecuted");
        authority.post("N29", "2025-12-31");
        school.notes("N29", "was withdrawn");
        ParentKey key = new ParentKey(school.caseOf("N29").ref(), 1);
        assertThat(daymark.bean(Processes.class).running("penalty-notice", key.toString()))
                .isFalse();
    }

    @Test
    @Order(11)
    void aNoticeWhoseProsecutionIsNotBegunIsProsecutedOrWithdrawnAndNeverForgotten() {
        String ref = authority.ref("NPART");
        assertThat(school.task("officer", "NPART", "decide-unpaid")).isEmpty();
        authority.paid("2025-12-31", 5, ref, Map.of(ref, 5));
        assertThat(school.taskThere("officer", "NPART", "look-into-notice")
                        .at("/why")
                        .asText())
                .as("too late, and nobody waits for it")
                .contains(ref, "£165 is in hand and clears nothing");
        school.does(
                "officer",
                "NPART",
                "consider-supervision-order",
                Map.of("decision", "stop", "considered", "Not needed", "reason", "The evidence is too thin."));
        assertThat(school.taskThere("officer", "NPART", "decide-unpaid")
                        .at("/why")
                        .asText())
                .contains(ref);
        school.does("officer", "NPART", "decide-unpaid", Map.of("decision", "withdraw", "reason", "No court."));
        assertThat(authority.notice(ref).at("/state").asText()).isEqualTo("WITHDRAWN");
        assertThat(school.taskThere("officer", "NPART", "refund-money")
                        .at("/why")
                        .asText())
                .as("it does not wait for the letter")
                .contains("£165 has to be paid back");
    }

    @Test
    @Order(12)
    void whatWasPaidBetweenTheDecisionAndItsCarryingOutIsNotWithdrawnAsUnpaid() {
        String paid = authority.ref("N21");
        daymark.bean(JdbcTemplate.class)
                .update(
                        "insert into withdrawal_request (notice_ref, asked_by, words, entered_by, entered_at,"
                                + " settled_ground, found, advice, advised_ground, looked_by, outcome, decided_ground,"
                                + " decided_why, decided_by) values (?, 'OFFICER', 'Nothing came.', 'officer',"
                                + " current_timestamp, 'unpaid and not prosecuted', '', '', '', '', 'OPEN', '', '', '')",
                        paid);
        daymark.bean(Turn.class)
                .runAlone(() -> daymark.bean(Processes.class).start("notice-withdrawal", paid, Map.of()));
        daymark.moveTo("2025-12-31T10:00");
        JsonNode request = daymark.get("officer", "/api/notices/" + paid + "/withdrawal-requests")
                .at("/items/0");
        assertThat(request.at("/outcome").asText()).isEqualTo("DROPPED");
        assertThat(authority.notice(paid).at("/state").asText()).isEqualTo("PAID");
        assertThat(daymark.bean(Processes.class).running("notice-withdrawal", paid))
                .isFalse();
    }

    @Test
    @Order(13)
    void theFirstNoticeStaysTheParentsWhenASecondWasIssuedInTheSameCase() {
        String first = authority.ref("N21");
        JsonNode pupil = daymark.get("officer", "/api/ledger/" + SCHOOL + "/N21");
        HttpResponse<String> second = daymark.as("officer")
                .json(
                        "/api/notices/earlier",
                        "{\"school\": \"" + SCHOOL + "\", \"pupilRef\": \"N21\", \"contact\": "
                                + pupil.at("/parents/0/contact")
                                + ", \"kind\": \"ATTENDANCE\", \"issuer\": \"Suffolk\", \"from\": \"2025-03-03\","
                                + " \"to\": \"2025-03-07\", \"issuedOn\": \"2025-03-21\", \"outcome\": \"PAID\","
                                + " \"source\": \"Letter\", \"toldBy\": \"Suffolk\", \"why\": \"They moved\"}");
        assertThat(second.statusCode()).as(second.body()).isEqualTo(201);
        ParentKey key = new ParentKey(school.caseOf("N21").ref(), 1);
        daymark.bean(LiableParents.class)
                .issued(
                        key,
                        new NoticeRef(OwnApplication.json(second).at("/ref").asText()));
        daymark.as("officer").json("/api/payments/" + paidOnDay21 + "/strike-out", "{\"why\": \"It bounced\"}");
        assertThat(authority.notice(first).at("/state").asText()).isEqualTo("UNPAID");
        assertThat(school.taskThere("officer", "N21", "decide-unpaid")
                        .at("/why")
                        .asText())
                .contains(first);
        school.does("officer", "N21", "decide-unpaid", Map.of("decision", "withdraw", "reason", "It is long ago."));
        assertThat(authority.notice(first).at("/state").asText()).isEqualTo("WITHDRAWN");
        assertThat(daymark.bean(Processes.class).running("penalty-notice", key.toString()))
                .isFalse();
        authority.post("N21", "2025-12-31");
    }

    @Test
    @Order(14)
    void theReportCountsEachNoticeAsTheLedgerHasIt() {
        Map<String, Integer> states = new TreeMap<>();
        int lower = 0;
        for (JsonNode notice : daymark.get("officer", "/api/notices?size=100").at("/items")) {
            if (notice.at("/origin").asText().equals("ISSUED")) {
                String state = notice.at("/state").asText();
                states.merge(state, 1, Integer::sum);
                lower += state.equals("PAID") && notice.at("/money/clearedFor").asInt() == 80 ? 1 : 0;
            }
        }
        int paid = states.getOrDefault("PAID", 0);
        String[] counted = Http.browser(daymark.port(), "officer")
                .get("/reports/notices.csv")
                .body()
                .split("\r\n");
        assertThat(counted[0])
                .startsWith(
                        "\"School\",\"Issued\",\"Paid at the lower rate\",\"Paid at the full rate\",\"Can still be paid\","
                                + "\"Not paid in time\",\"Withdrawn\",\"Prosecuted\"");
        assertThat(List.of(counted[1].replace("\"", "").split(",")))
                .startsWith(
                        "Elm",
                        text(states.values().stream()
                                .mapToInt(Integer::intValue)
                                .sum()),
                        text(lower),
                        text(paid - lower),
                        text(states.getOrDefault("ISSUED", 0)
                                + states.getOrDefault("NOT_POSTED", 0)
                                + states.getOrDefault("PART_PAID", 0)),
                        text(states.getOrDefault("UNPAID", 0)),
                        text(states.getOrDefault("WITHDRAWN", 0)),
                        text(states.getOrDefault("PROSECUTED", 0)));
        assertThat(states.get("WITHDRAWN")).isGreaterThan(3);
        assertThat(lower).isPositive();
    }

    private static String text(int number) {
        return Integer.toString(number);
    }
}
