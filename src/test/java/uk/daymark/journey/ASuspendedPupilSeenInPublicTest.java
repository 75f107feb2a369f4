package uk.daymark.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.daymark.Http;
import uk.daymark.SignedInHere;
import uk.daymark.access.Role;
import uk.daymark.cases.CaseDocument;
import uk.daymark.cases.CaseDocuments;
import uk.daymark.cases.CaseRef;
import uk.daymark.cases.Cases;
import uk.daymark.enforcement.PublicPlaceFacts;
import uk.daymark.enforcement.ReferralRoute;
import uk.daymark.enforcement.publicplace.PublicPlaces;
import uk.daymark.enforcement.referral.EarlierSteps;
import uk.daymark.enforcement.referral.LiableParent;
import uk.daymark.enforcement.referral.LiableParents;
import uk.daymark.enforcement.referral.ParentCases;
import uk.daymark.enforcement.referral.ParentKey;
import uk.daymark.enforcement.referral.Referral;
import uk.daymark.enforcement.referral.Referrals;
import uk.daymark.enforcement.referral.Submissions;
import uk.daymark.measure.DateRange;
import uk.daymark.people.Contacts;
import uk.daymark.workflow.Processes;

/** Under Cambridgeshire's policy: the first five school days, the statement, the parents' explanation, fifteen school days to refer. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ASuspendedPupilSeenInPublicTest {

    private static final String SCHOOL = "999001";
    private static final String FROM = "2025-10-06";

    private static OwnApplication daymark;
    private static Casework school;

    @RegisterExtension
    final SignedInHere lead = SignedInHere.as(Role.LEAD);

    @BeforeAll
    static void aSchool() {
        daymark = OwnApplication.empty("2025-10-13T10:00", SCHOOL);
        school = new Casework(daymark, SCHOOL);
        school.exists("cambridgeshire", "cambridgeshire", "71", "72", "73", "74", "75", "76");
    }

    @AfterAll
    static void close() {
        daymark.close();
    }

    private static HttpResponse<String> suspended(String user, String ref, String from, int days, String notice) {
        return daymark.as(user)
                .json(
                        "/api/pupils/" + ref + "/suspensions",
                        "{\"kind\":\"SUSPENSION\",\"firstDay\":\"" + from + "\",\"schoolDays\":" + days
                                + (notice.isEmpty() ? "" : ",\"noticeOn\":\"" + notice + "\"")
                                + ",\"reason\":\"A fight in the yard\"}");
    }

    private static HttpResponse<String> seen(String user, String ref, String on) {
        return seen(user, ref, on, true);
    }

    private static HttpResponse<String> seen(String user, String ref, String on, boolean inHours) {
        return daymark.as(user)
                .json(
                        "/api/pupils/" + ref + "/sightings",
                        "{\"seenOn\":\"" + on + "\",\"seenAt\":\"11:20\",\"duringSchoolHours\":" + inHours
                                + ",\"place\":\"outside the shop in Mill Road\",\"seenBy\":\"P. Lowe, site manager\"}");
    }

    private static CaseRef caseOf(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return new CaseRef(OwnApplication.json(answer).path("caseRef").asText());
    }

    private static PublicPlaceFacts known(CaseRef ref, String day) {
        return daymark.bean(PublicPlaces.class).facts(ref, day(day)).orElseThrow();
    }

    private static DateRange day(String day) {
        return new DateRange(LocalDate.parse(day), LocalDate.parse(day));
    }

    private static void statement(CaseRef ref) {
        daymark.bean(CaseDocuments.class)
                .add(
                        ref,
                        CaseDocument.About.STATEMENT,
                        "Signed",
                        "statement.txt",
                        new ByteArrayInputStream("I saw the pupil. P. Lowe".getBytes(StandardCharsets.UTF_8)));
    }

    private static void submitted(String pupil) {
        school.week(pupil, "2025-10-06", "E E E E E E E E E E");
        Contacts.OfPupil mother =
                daymark.bean(Contacts.class).of(school.caseOf(pupil).pupil()).get(0);
        school.does(
                "lead",
                pupil,
                "prepare-referral",
                Map.of(
                        "next", "submit",
                        "route", "public-place",
                        "periodFrom", "2025-10-08",
                        "periodTo", "2025-10-08",
                        "statement", "The parents were asked.",
                        "parent1", String.valueOf(mother.contact().id().number()),
                        "because1", "She had the notice and he was with her.",
                        "reason", "It was the second time."));
    }

    @Test
    @Order(1)
    void onTheThirdDayTheFileIsCompletedTheParentsAreAskedAndTheLeadRefers() {
        assertThat(suspended("lead", "71", FROM, 8, "").statusCode()).isEqualTo(201);
        CaseRef ref = caseOf(seen("lead", "71", "2025-10-08"));
        assertThat(school.taskThere("lead", "71", "complete-sighting")
                        .path("why")
                        .asText())
                .contains("8 October 2025", "5 November 2025");
        String id = OwnApplication.json(daymark.as("lead").get("/api/pupils/71/suspensions"))
                .path("suspensions")
                .get(0)
                .path("id")
                .asText();
        assertThat(daymark.as("lead")
                        .json(
                                "/api/pupils/71/suspensions/" + id + "/correct",
                                "{\"kind\":\"SUSPENSION\",\"firstDay\":\"" + FROM
                                        + "\",\"schoolDays\":8,\"noticeOn\":\"2025-10-06\",\"reason\":\"The notice was found\"}")
                        .statusCode())
                .isEqualTo(200);
        school.does(
                "lead", "71", "complete-sighting", Map.of("decision", "check-again", "reason", "The notice was found"));
        assertThat(school.task("office", "71", "post-letter"))
                .as("the statement is missing still")
                .isEmpty();
        statement(ref);
        school.does(
                "lead",
                "71",
                "complete-sighting",
                Map.of("decision", "check-again", "reason", "The statement is there"));
        school.posted("71", "2025-10-13");
        school.does(
                "lead",
                "71",
                "record-explanation",
                Map.of(
                        "explanation", "not-justified",
                        "explanationWords", "She wanted sweets",
                        "reason", "That is no justification"));
        school.does("lead", "71", "decide-public-place", Map.of("decision", "refer", "reason", "The second time"));
        assertThat(daymark.bean(Cases.class).wasReferred(ref)).isTrue();
        assertThat(daymark.bean(Processes.class).running("legal-referral", ref.value()))
                .isTrue();
        PublicPlaceFacts facts = known(ref, "2025-10-08");
        assertThat(facts.noticeOnFile()).hasValue(true);
        assertThat(facts.seenOn()).hasToString("Optional[2025-10-08]");
        submitted("71");
    }

    private static String standing(String ref) {
        return OwnApplication.json(daymark.as("lead").get("/api/pupils/" + ref + "/suspensions"))
                .path("suspensions")
                .get(0)
                .path("id")
                .asText();
    }

    @Test
    @Order(2)
    void onTheSixthDayThereIsNoDutyAndNoCase() {
        suspended("lead", "72", FROM, 8, FROM);
        HttpResponse<String> refused = seen("lead", "72", "2025-10-13");
        assertThat(refused.statusCode()).isIn(400, 422);
        assertThat(refused.body())
                .contains("none of the first 5 school days")
                .contains("section 103")
                .contains("Nothing, unless one of these days is wrong");
        assertThat(seen("lead", "73", "2025-10-08").body()).contains("Enter the suspension first");
    }

    @Test
    @Order(3)
    void othersCannotEnterItAndPupilsOfOthersAreNotThere() {
        for (String other : List.of("office", "officer", "panel", "auditor", "admin")) {
            assertThat(suspended(other, "72", FROM, 3, "").statusCode())
                    .as(other)
                    .isEqualTo(403);
            assertThat(seen(other, "72", "2025-10-08").statusCode()).as(other).isEqualTo(403);
        }
        assertThat(suspended("lead", "NO-SUCH", FROM, 3, "").statusCode()).isEqualTo(404);
        assertThat(Http.browser(daymark.port(), "lead")
                        .get("/pupils/999001/72/suspensions")
                        .body())
                .contains("Suspension from 6 October 2025 for 8 school days");
        assertThat(Http.browser(daymark.port(), "lead").get("/pupils/999001/72").body())
                .contains("/pupils/999001/72/suspensions");
    }

    @Test
    @Order(2)
    void afterSchoolHoursThereIsNoDutyAndNoCase() {
        suspended("lead", "76", FROM, 8, FROM);
        HttpResponse<String> refused = seen("lead", "76", "2025-10-08", false);
        assertThat(refused.statusCode()).isIn(400, 422);
        assertThat(refused.body()).contains("/duringSchoolHours", "in school hours only", "section 103");
        Http lead = Http.browser(daymark.port(), "lead");
        String page = "/pupils/999001/76/suspensions";
        String form = "seenOn=2025-10-08&seenAt=16:20&place=The+park&seenBy=P.+Lowe";
        assertThat(lead.submit(page, "/pupils/999001/76/sightings", form).body())
                .contains("Choose whether it was in school hours");
        assertThat(lead.submit(page, "/pupils/999001/76/sightings", form + "&duringSchoolHours=no")
                        .body())
                .contains("in school hours only");
        assertThat(OwnApplication.json(daymark.as("lead").get("/api/pupils/76/suspensions"))
                        .path("sightings"))
                .isEmpty();
    }

    @Test
    @Order(3)
    void aNoticeThatTheParentsWereGivenOnlyAfterwardsMakesNoDuty() {
        assertThat(suspended("lead", "75", FROM, 8, "2025-10-09").statusCode()).isEqualTo(201);
        CaseRef ref = caseOf(seen("lead", "75", "2025-10-08"));
        statement(ref);
        school.does(
                "lead",
                "75",
                "complete-sighting",
                Map.of("decision", "check-again", "reason", "The statement is there"));
        assertThat(school.task("office", "75", "post-letter"))
                .as("the notice came a day late")
                .isEmpty();
        String page = Http.browser(daymark.port(), "lead")
                .get("/tasks/"
                        + school.taskThere("lead", "75", "complete-sighting")
                                .path("id")
                                .asText())
                .body();
        assertThat(page).contains("that was given by the day on which the pupil was seen");
        assertThat(known(ref, "2025-10-08").noticeOnFile()).hasValue(false);
    }

    @Test
    @Order(4)
    void aCorrectionThatTakesTheDutyAwayWithdrawsTheTask() {
        suspended("lead", "73", FROM, 3, FROM);
        caseOf(seen("lead", "73", "2025-10-07"));
        school.taskThere("lead", "73", "complete-sighting");
        String id = OwnApplication.json(daymark.as("lead").get("/api/pupils/73/suspensions"))
                .path("suspensions")
                .get(0)
                .path("id")
                .asText();
        daymark.as("lead")
                .json(
                        "/api/pupils/73/suspensions/" + id + "/correct",
                        "{\"kind\":\"SUSPENSION\",\"firstDay\":\"2025-10-08\",\"schoolDays\":3,\"reason\":\"It began on Wednesday\"}");
        assertThat(school.task("lead", "73", "complete-sighting")).isEmpty();
    }

    @Test
    @Order(5)
    void afterFifteenSchoolDaysItCannotBeReferredAnyMore() {
        suspended("lead", "74", FROM, 3, FROM);
        CaseRef ref = caseOf(seen("lead", "74", "2025-10-08"));
        statement(ref);
        school.does(
                "lead",
                "74",
                "complete-sighting",
                Map.of("decision", "check-again", "reason", "The statement is there"));
        school.posted("74", "2025-10-13");
        daymark.moveTo("2025-11-06T09:00");
        assertThat(school.task("lead", "74", "record-explanation"))
                .as("nobody waits longer than the policy says")
                .isEmpty();
        HttpResponse<String> refused = school.tries(
                "lead",
                school.taskThere("lead", "74", "decide-public-place"),
                Map.of("decision", "refer", "reason", "It was serious"));
        assertThat(refused.statusCode()).isIn(400, 422);
        assertThat(refused.body()).contains("The last day to refer is 5 November 2025", "the time has passed");
        school.does("lead", "74", "decide-public-place", Map.of("decision", "no-referral", "reason", "It is too late"));
        assertThat(daymark.bean(Cases.class).wasReferred(ref)).isFalse();
    }

    @Test
    @Order(6)
    void whatWasReferredInTimeIsNotLateBecauseTheAuthorityLooksAtItLater() {
        CaseRef ref = school.caseOf("71").ref();
        assertThat(daymark.bean(Clock.class).instant()).isAfter("2025-11-06T00:00:00Z");
        Referral referral = daymark.bean(Referrals.class).of(ref).orElseThrow();
        school.does(
                "officer",
                "71",
                "triage-referral",
                Map.of(
                        "triage",
                        "accept",
                        "agreed",
                        referral.checks().stream()
                                .filter(check -> check.result() != Referral.Result.MET)
                                .map(Referral.Check::key)
                                .toList(),
                        "reason",
                        "The statement is clear"));
        daymark.moveTo("2025-11-10T10:00");
        school.does(
                "panel", "71", "decide-at-panel", Map.of("decision", "penalty-notice", "reason", "It happened before"));
        school.does("officer", "71", "authorise-notice", Enforcement.issue("2025-10-08", "2025-10-08", "2025-11-10"));
        assertThat(daymark.get("officer", "/api/notices?pupil=71").at("/items")).hasSize(1);
    }

    @Test
    @Order(7)
    void aCorrectionAfterTheNoticeWasIssuedAsksForItsWithdrawal() {
        assertThat(school.task("officer", "71", "look-at-request")).isEmpty();
        HttpResponse<String> corrected = daymark.as("lead")
                .json(
                        "/api/pupils/71/suspensions/" + standing("71") + "/correct",
                        "{\"kind\":\"SUSPENSION\",\"firstDay\":\"" + FROM
                                + "\",\"schoolDays\":8,\"reason\":\"The notice was another pupil's\"}");
        assertThat(corrected.statusCode()).as(corrected.body()).isEqualTo(200);
        assertThat(school.taskThere("officer", "71", "look-at-request")
                        .path("why")
                        .asText())
                .contains("A corrected suspension", "No notice to the parents under section 104");
        assertThat(daymark.get("lead", "/api/cases/" + school.caseOf("71").ref() + "/timeline?size=200")
                        .toString())
                .contains("The sighting counts no longer");
    }

    @Test
    @Order(8)
    void unpaidItGoesBeforeTheCourtAsItsOwnOffence() {
        Enforcement authority = new Enforcement(daymark, school);
        HttpResponse<String> asItWas = daymark.as("lead")
                .json(
                        "/api/pupils/71/suspensions/" + standing("71") + "/correct",
                        "{\"kind\":\"SUSPENSION\",\"firstDay\":\"" + FROM + "\",\"schoolDays\":8,\"noticeOn\":\"" + FROM
                                + "\",\"reason\":\"It was hers after all\"}");
        assertThat(asItWas.statusCode()).as(asItWas.body()).isEqualTo(200);
        school.does(
                "officer",
                "71",
                "look-at-request",
                Map.of("advice", "refuse", "reason", "The notice was given in time"));
        school.does(
                "panel",
                "71",
                "decide-withdrawal-at-panel",
                Map.of("decision", "refuse", "reason", "The suspension stands as it was entered first"));
        authority.post("71", "2025-11-10");
        String ref = authority.ref("71");
        assertThat(authority.notice(ref).at("/kind").asText()).isEqualTo("PUBLIC_PLACE");
        assertThat(school.told("71")).anyMatch(said -> said.startsWith("Penalty notice " + ref + " was issued"));
        daymark.moveTo("2025-12-15T09:00");
        school.does(
                "officer",
                "71",
                "decide-unpaid",
                Map.of("decision", "prosecute", "tier", "single-justice", "reason", "She did not answer"));
        school.does(
                "officer",
                "71",
                "consider-supervision-order",
                Map.of(
                        "decision", "prosecute",
                        "considered", "It is not about attendance",
                        "chargedFrom", "2025-10-08",
                        "chargedTo", "2025-10-08",
                        "reason", "The second time"));
        school.does(
                "head",
                "71",
                "sign-certificate",
                Map.of("decision", "sign", "signedAs", "H. Head, headteacher", "reason", "Compared with the record"));
        school.does("officer", "71", "gather-evidence", evidence());
        school.does(
                "panel",
                "71",
                "authorise-prosecution",
                Map.of("decision", "prosecute", "reason", "It is in the public interest"));
        school.does(
                "officer",
                "71",
                "begin-proceedings",
                Map.of("decision", "begun", "begunOn", "2025-12-15", "reason", "Charge and file sent"));
        school.does(
                "officer",
                "71",
                "record-result",
                Map.of(
                        "result",
                        "guilty-plea",
                        "resultOn",
                        "2025-12-15",
                        "fine",
                        "60",
                        "reason",
                        "The court's register"));

        assertThat(authority.notice(ref).at("/state").asText()).isEqualTo("PROSECUTED");
        assertThat(authority.notice(ref).at("/prosecution").toString()).contains("S103", "CONVICTED");
        assertThat(school.told("71"))
                .contains(
                        "Proceedings against Nadia Khan were begun on 15 December 2025: Section 103 of the Education and Inspections Act 2006, a suspended pupil in a public place.");
    }

    private static HttpResponse<String> corrected(String id, String suspension) {
        HttpResponse<String> answer = daymark.as("lead")
                .json("/api/pupils/71/suspensions/" + id + "/correct", "{\"kind\":\"SUSPENSION\"," + suspension + "}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    @Test
    @Order(9)
    void whatIsLaterSaysNothingAboutTheDayThatTheNoticeIsAbout() {
        Enforcement authority = new Enforcement(daymark, school);
        String october = standing("71");
        CaseRef ref = school.caseOf("71").ref();
        suspended("lead", "71", "2025-12-08", 4, "");
        assertThat(caseOf(seen("lead", "71", "2025-12-09"))).isEqualTo(ref);
        school.taskThere("lead", "71", "complete-sighting");

        assertThat(known(ref, "2025-10-08").noticeOnFile())
                .as("the notice of October was given")
                .hasValue(true);
        assertThat(known(ref, "2025-12-09").noticeOnFile()).hasValue(false);
        assertThat(daymark.bean(PublicPlaces.class).facts(ref, day("2025-10-09")))
                .isEmpty();

        corrected(standing("71"), "\"firstDay\":\"2025-12-08\",\"schoolDays\":3,\"reason\":\"It was three days\"");
        assertThat(school.task("officer", "71", "look-into-notice"))
                .as("the notice is about another day")
                .isEmpty();

        corrected(october, "\"firstDay\":\"2025-10-09\",\"schoolDays\":8,\"reason\":\"It began on Thursday\"");
        assertThat(school.taskThere("officer", "71", "look-into-notice")
                        .path("why")
                        .asText())
                .contains(authority.ref("71"), "counts no longer");
        assertThat(school.task("lead", "71", "complete-sighting"))
                .as("the sighting of December is looked into still")
                .isPresent();
    }

    @Test
    @Order(10)
    void withoutANoticeTheDutyIsLookedAtAgainBeforeTheCourtToo() {
        ParentKey mother = daymark.bean(LiableParents.class)
                .of(school.caseOf("71").ref())
                .get(0)
                .key();
        daymark.bean(Processes.class).start("prosecution", mother.toString(), Map.of("tier", "single-justice"));
        String page = Http.browser(daymark.port(), "officer")
                .get("/tasks/"
                        + school.taskThere("officer", "71", "consider-supervision-order")
                                .path("id")
                                .asText())
                .body();
        assertThat(page)
                .contains(
                        "8 October 2025, which is none of the first 5 school days of the suspension that began on 9 October 2025")
                .contains("No notice to the parents under section 104 is on file");
    }

    private static void round(CaseRef ref, int round, String route, String standing) {
        daymark.bean(JdbcTemplate.class)
                .update(
                        "insert into referral (case_ref, round_number, route, period_from, period_to, statement, standing,"
                                + " begun_at, submitted_why, answer, answered_why, to_put_right, findings, version)"
                                + " values (?, ?, ?, '2025-10-08', '2025-10-08', '', ?, current_timestamp, '', '', '', '',"
                                + " '', 1)",
                        ref.value(),
                        round,
                        route,
                        standing);
    }

    @Test
    @Order(11)
    void aLaterReferralOfTheSameDayChangesNothingAboutWhenTheOneDecidedWasMade() {
        CaseRef ref = school.caseOf("71").ref();
        LiableParent mother = daymark.bean(LiableParents.class).of(ref).get(0);
        Submissions submissions = daymark.bean(Submissions.class);
        round(ref, 2, "PUBLIC_PLACE", "BEING_PREPARED");
        assertThat(submissions.first(ref, mother.contact(), ReferralRoute.PUBLIC_PLACE, day("2025-10-08")))
                .hasValue(LocalDate.parse("2025-10-13"));
        assertThat(submissions.first(ref, ReferralRoute.PUBLIC_PLACE, day("2025-10-08")))
                .as("the one prepared anew has a day of its own")
                .isEmpty();
    }

    @Test
    @Order(12)
    void aConvictionAboutAPublicPlaceIsNoEarlierStepWhateverIsReferredLater() {
        CaseRef ref = school.caseOf("71").ref();
        String key = new ParentKey(ref, 1).toString();
        ParentCases parents = daymark.bean(ParentCases.class);
        EarlierSteps earlier = daymark.bean(EarlierSteps.class);
        assertThat(earlier.convicted(parents.of(key))).isFalse();
        round(ref, 3, "IRREGULAR", "ACCEPTED");
        JdbcTemplate jdbc = daymark.bean(JdbcTemplate.class);
        jdbc.update("update liable_parent set round_number = 3 where case_ref = ?", ref.value());
        assertThat(earlier.convicted(parents.of(key))).isFalse();
        jdbc.update("update prosecution set tier = 'SINGLE_JUSTICE' where case_ref = ?", ref.value());
        round(ref, 4, "LEAVE", "ACCEPTED");
        jdbc.update("update liable_parent set round_number = 4 where case_ref = ?", ref.value());
        assertThat(earlier.convicted(parents.of(key)))
                .as("by what was charged, not by the route of today")
                .isTrue();
        jdbc.update("update prosecution_session set code = 'G'");
        assertThat(earlier.convicted(parents.of(key))).as("only leave").isFalse();
    }

    private static Map<String, Object> evidence() {
        Map<String, Object> fields = new HashMap<>(Map.of("decision", "complete", "reason", "As listed"));
        for (String item : List.of(
                "statement", "exhibits", "chronology", "support", "posting", "parents", "register", "cautionRecord")) {
            fields.put(item, "there");
        }
        fields.put("leaveRequest", "not-needed");
        fields.put("leaveRequestNote", "It is not about leave");
        return fields;
    }
}
