package uk.daymark.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.daymark.Http;

/** A school's office from the first absences without a reason to the deadline after half term. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstDayContactJourneyTest {

    private static final String URN = "999001";

    private static OwnApplication daymark;
    private static Office office;

    @BeforeAll
    static void aSchoolWithFamilies() {
        daymark = OwnApplication.empty("2025-09-15T09:25", URN);
        office = new Office(daymark);
        daymark.send(
                "schools",
                "school_urn,name,phase,authority,policy,register_opens,register_closes_am,register_closes_pm\n" + URN
                        + ",Commonswood School,primary,hertfordshire,commonswood,08:50,09:20,13:15\n");
        daymark.send(
                "calendar",
                "school_urn,kind,from,to,session,reason\n" + URN + ",TERM,2025-09-03,2025-10-24,,\n" + URN
                        + ",TERM,2025-11-03,2025-12-19,,\n");
        daymark.send(
                "pupils",
                "school_urn,pupil_ref,legal_surname,legal_forename,date_of_birth,year_group,form,on_roll_from,looked_after,child_protection,child_in_need\n"
                        + pupil("K1", "Khan", "Amira", "")
                        + pupil("K2", "Khan", "Yusuf", ",,Y,")
                        + pupil("P1", "Pole", "Jan", "")
                        + pupil("P2", "Pole", "Ewa", "")
                        + pupil("L1", "Long", "Lou", "")
                        + pupil("A1", "Alone", "Ash", "")
                        + pupil("H1", "Half", "Term", "")
                        + pupil("T1", "Thought", "Tam", ""));
        daymark.send(
                "contacts",
                "school_urn,pupil_ref,contact_ref,priority,forename,surname,relationship,parental_responsibility,lives_with,court_order,do_not_contact,mobile,email,address_1,postcode\n"
                        + contact("K1", "CK1", 1, "Nadia", "Khan", "Mother", "Y,Y,N,N", "07700900123")
                        + contact("K1", "CK2", 2, "Imran", "Khan", "Father", "Y,N,N,N", "07700900456")
                        + contact("K1", "CK3", 3, "Sara", "Aziz", "Aunt", "N,N,N,N", "07700900789")
                        + contact("K2", "CK1", 1, "Nadia", "Khan", "Mother", "Y,Y,N,N", "07700900123")
                        + contact("K2", "CK2", 2, "Imran", "Khan", "Father", "Y,N,N,N", "07700900456")
                        + contact("P1", "CP1", 1, "Ola", "Pole", "Mother", "Y,Y,N,N", "07700900001")
                        + contact("P1", "CP2", 2, "Piotr", "Pole", "Father", "Y,N,N,Y", "07700900002")
                        + contact("P2", "CP1", 1, "Ola", "Pole", "Mother", "Y,Y,N,N", "07700900001")
                        + contact("P2", "CP2", 2, "Piotr", "Pole", "Father", "Y,N,N,N", "07700900002")
                        + contact("L1", "CL1", 1, "Lee", "Long", "Father", "Y,Y,N,N", "07700900003")
                        + contact("H1", "CH1", 1, "Hal", "Half", "Father", "Y,Y,N,N", "07700900004")
                        + contact("T1", "CT1", 1, "Tess", "Thought", "Mother", "Y,Y,N,N", "07700900005"));
    }

    @AfterAll
    static void close() {
        daymark.close();
    }

    @Test
    @Order(1)
    void twoChildrenOfOneHouseholdAreOneCallThatSaysWhyItIsEarly() {
        JsonNode preview = preview(mark("K1", "2025-09-15", "AM", "N") + mark("K2", "2025-09-15", "AM", "N"));
        assertThat(effects(preview)).contains("starts 1 call");
        assertThat(office.tasks("call-household")).isEmpty();
        JsonNode applied = marks(mark("K1", "2025-09-15", "AM", "N") + mark("K2", "2025-09-15", "AM", "N"));
        assertThat(effects(applied)).contains("starts 1 call");
        JsonNode call = office.task("call-household", "K1");
        assertThat(call.get("title").asText()).isEqualTo("Ring Nadia Khan about Amira Khan and Yusuf Khan");
        assertThat(call.get("pupilName").asText()).isEqualTo("Amira Khan and Yusuf Khan");
        assertThat(call.get("why").asText()).isEqualTo("no reason given; child protection plan");
        assertThat(call.get("dueAt").asText()).startsWith("2025-09-15T10:20");
        assertThat(call.get("group").asText()).isEqualTo("office");
        assertThat(office.task("tell-social-worker", "K2").get("group").asText())
                .isEqualTo("lead");
    }

    @Test
    @Order(2)
    void anAnswerForOneChildAsksTheNextPersonAboutTheOther() {
        JsonNode form = daymark.get(
                "office",
                "/api/tasks/" + office.task("call-household", "K1").get("id").asText() + "/form");
        assertThat(form.toString()).contains("\"label\":\"Amira Khan\",\"value\":\"K1\"");
        office.does(
                "office",
                office.task("call-household", "K1"),
                Map.of("outcomeCode", "i", "pupils", List.of("K1"), "note", "a cold"));
        assertThat(codesToEnter()).contains("K1,Amira Khan,2025-09-15,AM,N,I,").doesNotContain("K2,");
        JsonNode next = office.task("call-household", "K2");
        assertThat(next.get("title").asText()).isEqualTo("Ring Imran Khan about Yusuf Khan");
    }

    @Test
    @Order(3)
    void afterTheParentsAMessageThenNobodyElseMayBeToldOfTheOtherChild() {
        office.does("office", office.task("call-household", "K2"), Map.of("outcome", "no-answer"));
        office.does(
                "office",
                office.task("send-message", "K2"),
                Map.of("channel", "text", "sent", "Please ring the school about Yusuf."));
        // The aunt is a contact of his sister's only.
        assertThat(office.has("call-household", "K2")).isFalse();
        office.does(
                "lead",
                office.task("decide-home-visit", "K2"),
                Map.of("visit", "no", "reason", "The social worker is there today"));
        assertThat(office.has("decide-home-visit", "K2")).isFalse();
    }

    @Test
    @Order(4)
    void aReasonInTheRegisterWithdrawsTheTasksAndSaysSo() {
        marks(mark("L1", "2025-09-15", "AM", "N"));
        JsonNode call = office.task("call-household", "L1");
        JsonNode applied = marks(mark("L1", "2025-09-15", "AM", "I"));
        assertThat(effects(applied)).contains("closes 1 call");
        assertThat(office.has("call-household", "L1")).isFalse();
        var late = office.tries("office", call, Map.of("outcome", "ill"));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("illness, by the register of 15 September");
    }

    @Test
    @Order(5)
    void whoMustNotBeRungAboutOneChildSplitsTheHouseholdAndIsNeverOfferedForThatChild() {
        assertThat(effects(marks(mark("P1", "2025-09-15", "AM", "N") + mark("P2", "2025-09-15", "AM", "N"))))
                .contains("starts 2 calls");
        office.does("office", office.task("call-household", "P1"), Map.of("outcomeCode", "NA"));
        office.does("office", office.task("call-household", "P2"), Map.of("outcomeCode", "NA"));
        assertThat(office.task("call-household", "P2").get("title").asText())
                .isEqualTo("Ring Piotr Pole about Ewa Pole");
        assertThat(office.has("call-household", "P1")).isFalse();
        assertThat(office.has("send-message", "P1")).isTrue();
    }

    @Test
    @Order(6)
    void anAnswerThatSaysNothingOrTwoThingsIsRefused() {
        JsonNode call = office.task("call-household", "P2");
        assertThat(office.tries("office", call, Map.of()).statusCode()).isEqualTo(422);
        assertThat(office.tries("office", call, Map.of("outcomeCode", "NA", "outcome", "ill"))
                        .body())
                .contains("/fields/outcomeCode");
        assertThat(office.tries("office", call, Map.of("outcomeCode", "XX")).body())
                .contains("/fields/outcomeCode");
        assertThat(office.tries("office", call, Map.of("outcome", "other", "registerCode", "I"))
                        .body())
                .contains("/fields/note");
        assertThat(office.tries("office", call, Map.of("outcome", "ill", "pupils", List.of("K1")))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    @Order(7)
    void leaveIsDecidedByTheHeadteacherAlone() {
        office.does("office", office.task("call-household", "P2"), Map.of("outcome", "leave", "note", "a wedding"));
        JsonNode leave = office.task("decide-leave", "P2");
        assertThat(office.tries("lead", leave, Map.of("code", "C", "reason", "kind"))
                        .statusCode())
                .isIn(403, 404, 409);
        office.does("head", leave, Map.of("code", "G", "reason", "not exceptional"));
        assertThat(codesToEnter()).contains("P2,Ewa Pole,2025-09-15,AM,N,G,");
        assertThat(office.tasks("decide-leave")).isEmpty();
    }

    @Test
    @Order(8)
    void aChildWhomTheParentThoughtInSchoolIsLookedForAtOnceAndNoCodeEndsTheSearch() {
        marks(mark("T1", "2025-09-15", "AM", "N"));
        office.does("office", office.task("call-household", "T1"), Map.of("outcomeCode", "TH"));
        assertThat(office.tasks("missing-child").get(0).get("title").asText()).isEqualTo("Find Tam Thought");
        marks(mark("T1", "2025-09-15", "AM", "U"));
        Map<String, Object> searched =
                Map.of("steps", "Looked in the playground", "policeTold", "yes", "socialCareTold", "no", "found", "no");
        office.does("lead", office.task("missing-child", "T1"), searched);
        Map<String, Object> found = new HashMap<>(searched);
        found.put("found", "yes");
        assertThat(office.tries("lead", office.task("missing-child", "T1"), found)
                        .statusCode())
                .isEqualTo(422);
        found.put("whereAndWhen", "In the library at 9:40");
        office.does("lead", office.task("missing-child", "T1"), found);
        assertThat(office.has("missing-child", "T1")).isFalse();
        assertThat(office.has("call-household", "T1")).isFalse();
    }

    @Test
    @Order(9)
    void theSafetyListNamesWhoIsUnaccountedForAndTheLastCallCanBeUndone() {
        marks(mark("H1", "2025-09-15", "AM", "N"));
        office.does("office", office.task("call-household", "H1"), Map.of("outcome", "ill", "note", "wrong child"));
        assertThat(codesToEnter()).contains("H1,Term Half,2025-09-15,AM,N,I,");
        Http lead = Http.browser(daymark.port(), "lead");
        String list = lead.get("/unaccounted").body();
        assertThat(list)
                .contains("Yusuf Khan (K2)")
                .contains("Imran Khan rung, no answer")
                .doesNotContain("Term Half");
        String ref = daymark.bean(JdbcTemplate.class)
                .queryForObject(
                        "select p.round_ref from contact_round_pupil p join enrolment e on e.id = p.enrolment_id"
                                + " where e.pupil_ref = 'H1'",
                        String.class);
        String round = lead.get("/contact-rounds/" + ref).body();
        assertThat(round).contains("Hal Half rung, ill, by office").contains("Every absence has a reason");
        Matcher call = Pattern.compile("name=\"call\" value=\"(\\d+)\"").matcher(round);
        assertThat(call.find()).isTrue();
        String undo = "/contact-rounds/" + ref + "/undo";
        assertThat(lead.submit("/contact-rounds/" + ref, undo, "call=" + call.group(1))
                        .statusCode())
                .isEqualTo(302);
        assertThat(codesToEnter()).doesNotContain("H1,");
        assertThat(office.task("call-household", "H1").get("title").asText())
                .isEqualTo("Ring Hal Half about Term Half");
        assertThat(lead.get("/contact-rounds/" + ref).body()).contains("(undone)");
        assertThat(lead.submit("/unaccounted", undo, "call=" + call.group(1)).statusCode())
                .isEqualTo(409);
        assertThat(Http.browser(daymark.port(), "lead")
                        .get("/contact-rounds/R-2025-99999")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    @Order(10)
    void aCodeThatAPersonDecidesEndsTheCallAndOneTakenBackAsksAgain() {
        decide("I", "The mother wrote an e-mail");
        assertThat(office.has("call-household", "H1")).isFalse();
        decide("N", "It was about another child");
        assertThat(office.has("call-household", "H1")).isTrue();
        decide("M", "The father rang back");
        assertThat(office.has("call-household", "H1")).isFalse();
    }

    @Test
    @Order(11)
    void theNextSchoolDayAsksAgainAndCountsTheDays() {
        daymark.moveTo("2025-09-16T09:30");
        assertThat(office.task("call-household", "K2").get("why").asText()).startsWith("no reason given");
        marks(mark("K2", "2025-09-16", "AM", "N"));
        assertThat(office.task("call-household", "K2").get("why").asText())
                .isEqualTo("no reason given, 2nd day; child protection plan");
    }

    @Test
    @Order(12)
    void anAbsenceBeforeHalfTermIsConfirmedOnTheFifthSchoolDayAfterIt() {
        daymark.moveTo("2025-10-22T09:25");
        marks(mark("H1", "2025-10-22", "AM", "N") + mark("H1", "2025-10-22", "PM", "N"));
        daymark.moveTo("2025-11-04T16:00");
        assertThat(office.has("confirm-absence-code", "H1")).isFalse();
        daymark.moveTo("2025-11-05T12:00");
        JsonNode confirm = office.task("confirm-absence-code", "H1");
        assertThat(confirm.get("group").asText()).isEqualTo("lead");
        assertThat(confirm.get("dueAt").asText()).startsWith("2025-11-05");
        assertThat(confirm.get("why").asText()).contains("5 November");
        office.does("lead", confirm, Map.of("finding", "no-reason", "reason", "Rung every day, letter sent"));
        assertThat(codesToEnter())
                .contains("H1,Term Half,2025-10-22,AM,N,O,")
                .contains("H1,Term Half,2025-10-22,PM,N,O,");
        assertThat(office.has("call-household", "H1")).isFalse();
    }

    @Test
    @Order(13)
    void afterTenSchoolDaysWithoutContactTheAuthorityIsTold() {
        daymark.moveTo("2025-11-06T09:25");
        String[] days = {
            "2025-11-06",
            "2025-11-07",
            "2025-11-10",
            "2025-11-11",
            "2025-11-12",
            "2025-11-13",
            "2025-11-14",
            "2025-11-17",
            "2025-11-18",
            "2025-11-19"
        };
        for (String day : days) {
            daymark.moveTo(day + "T14:00");
            marks(mark("A1", day, "AM", "N") + mark("A1", day, "PM", "N"));
            assertThat(office.has("tell-authority", "A1")).isFalse();
        }
        daymark.moveTo("2025-11-19T16:00");
        JsonNode tell = office.task("tell-authority", "A1");
        assertThat(tell.get("why").asText()).isEqualTo("10 school days absent without contact");
        office.does(
                "lead", tell, Map.of("toldWhom", "t".repeat(200), "toldOn", "2025-11-19", "reason", "w".repeat(2000)));
        assertThat(office.has("tell-authority", "A1")).isFalse();
    }

    private static void decide(String code, String reason) {
        var answer = daymark.as("lead")
                .json(
                        "/api/decided-codes",
                        "{\"school\": \"" + URN
                                + "\", \"pupilRef\": \"H1\", \"date\": \"2025-09-15\", \"session\": \"AM\", \"code\": \""
                                + code
                                + "\", \"reason\": \"" + reason + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    }

    private static String codesToEnter() {
        return Http.browser(daymark.port(), "office")
                .get("/codes-to-enter/codes-to-enter.csv")
                .body()
                .replace("\"", "");
    }

    private static JsonNode marks(String rows) {
        return daymark.send("marks", "school_urn,pupil_ref,date,session,code\n" + rows);
    }

    private static JsonNode preview(String rows) {
        return OwnApplication.json(daymark.as("admin")
                .post(
                        "/api/imports/marks?mode=preview",
                        "text/csv",
                        "school_urn,pupil_ref,date,session,code\n" + rows));
    }

    private static List<String> effects(JsonNode answer) {
        return StreamSupport.stream(answer.get("effects").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static String mark(String ref, String day, String half, String code) {
        return URN + "," + ref + "," + day + "," + half + "," + code + "\n";
    }

    private static String pupil(String ref, String surname, String forename, String flags) {
        return URN + "," + ref + "," + surname + "," + forename + ",2014-03-02,6,6A,2025-09-03"
                + (flags.isEmpty() ? ",,," : flags) + "\n";
    }

    private static String contact(
            String pupil,
            String ref,
            int priority,
            String forename,
            String surname,
            String what,
            String flags,
            String mobile) {
        return URN + "," + pupil + "," + ref + "," + priority + "," + forename + "," + surname + "," + what + ","
                + flags + "," + mobile + ",,,\n";
    }
}
