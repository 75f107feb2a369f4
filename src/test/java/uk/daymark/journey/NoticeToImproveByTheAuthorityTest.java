package uk.daymark.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
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
import uk.daymark.cases.CaseRef;
import uk.daymark.cases.Cases;
import uk.daymark.cases.DecisionsMade;
import uk.daymark.cases.Support;
import uk.daymark.cases.SupportKind;
import uk.daymark.cases.SupportRecord;
import uk.daymark.enforcement.improve.ImprovementNotice;
import uk.daymark.enforcement.improve.ImprovementNotice.Outcome;
import uk.daymark.enforcement.improve.Improvements;
import uk.daymark.enforcement.referral.LiableParents;
import uk.daymark.enforcement.referral.ParentKey;
import uk.daymark.enforcement.referral.TriedBefore;
import uk.daymark.letters.AuthorityLetterhead;
import uk.daymark.letters.AuthorityLetterheads;
import uk.daymark.letters.Letter;
import uk.daymark.letters.Letters;
import uk.daymark.measure.DateRange;
import uk.daymark.people.Contacts;
import uk.daymark.people.Pupils;
import uk.daymark.people.Urn;
import uk.daymark.workflow.Processes;

/** The authority gives notices to improve, one parent each, under Cambridgeshire's policy. Time goes on from test to test. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NoticeToImproveByTheAuthorityTest {

    private static final String HERE = "999001";
    private static final String ELSEWHERE = "999002";
    private static final String TEN_O = "O O O O O O O O O O";
    private static final String TODAY = "2025-11-14";
    private static final Map<String, String> KEYS = new HashMap<>();

    private static OwnApplication daymark;
    private static Casework school;

    @BeforeAll
    static void aSchoolWhoseCasesWereReferred() {
        daymark = OwnApplication.empty(TODAY + "T16:30", HERE);
        school = new Casework(daymark, HERE);
        List<String> refs = List.of("31", "32", "33", "34", "36");
        school.exists("cambridgeshire", "cambridgeshire", refs.toArray(String[]::new));
        refs.forEach(ref -> referred(school, HERE, ref));
        Casework other = new Casework(daymark, ELSEWHERE);
        other.exists("hertfordshire", "hertfordshire", "35");
        referred(other, ELSEWHERE, "35");
    }

    private static void referred(Casework at, String urn, String ref) {
        at.present(ref, "2025-09-01", "2025-11-03");
        at.week(ref, "2025-11-10", TEN_O);
        CaseRef file = at.caseOf(ref).ref();
        daymark.bean(Support.class)
                .add(
                        file,
                        SupportRecord.Details.offered(
                                SupportKind.EARLY_HELP,
                                LocalDate.parse("2025-10-01"),
                                "letter",
                                SupportRecord.Response.DECLINED,
                                ""),
                        "");
        daymark.bean(Cases.class).refer(file, "The threshold is met.");
        var parent = daymark.bean(Contacts.class)
                .of(daymark.bean(Pupils.class)
                        .find(new Urn(urn), ref)
                        .orElseThrow()
                        .pupil()
                        .id())
                .get(0);
        ParentKey key = daymark.bean(LiableParents.class)
                .name(
                        file,
                        new LiableParents.Named(
                                parent.contact().id(), "Nadia Khan", "1 Elm Road", "mother", "She lives with Amira."));
        KEYS.put(ref, key.toString());
        daymark.bean(Processes.class).start("notice-to-improve", key.toString(), Map.of());
    }

    @AfterAll
    static void close() {
        daymark.close();
    }

    private static Map<String, Object> giving(int weeks, int allowed, String earlyGround) {
        return Map.of(
                "noticeDecision",
                "give",
                "weeks",
                weeks,
                "allowed",
                allowed,
                "enough",
                "Amira comes to every session unless she is ill.",
                "earlyGround",
                earlyGround,
                "supportSoFar",
                "Early help was offered by letter on 1 October.",
                "support",
                "The family hub: ring Ann Lee on 01632 960009.",
                "reason",
                "Help was declined; one clear chance first.");
    }

    private static void posts(String ref, String on) {
        school.does(
                "officer",
                ref,
                "post-authority-letter",
                Map.of(
                        "letterSending",
                        "posted",
                        "sentOn",
                        on,
                        "postage",
                        "first-class",
                        "proof",
                        "Certificate of posting 4711"));
    }

    private static ImprovementNotice notice(String ref) {
        return daymark.bean(Improvements.class).last(KEYS.get(ref)).orElseThrow();
    }

    private static String page(JsonNode task) {
        return Http.browser(daymark.port(), "officer")
                .get("/tasks/" + task.path("id").asText())
                .body();
    }

    private static Letter lastLetter(String ref) {
        return daymark.bean(Letters.class).ofKey(KEYS.get(ref)).stream()
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    @Test
    @Order(0)
    void aLetterToWhichNobodyCouldWriteBackIsHeldUntilTheLetterheadIsSetUp() {
        AuthorityLetterheads letterheads = daymark.bean(AuthorityLetterheads.class);
        AuthorityLetterhead before = letterheads.of("cambridgeshire");
        letterheads.set(new AuthorityLetterhead("cambridgeshire", before.name(), List.of(), "", "01632 960007", ""));
        school.does("officer", "36", "draft-notice-to-improve", giving(6, 2, "each"));

        JsonNode held = school.taskThere("officer", "36", "check-authority-hold");
        assertThat(page(held))
                .contains("The letterhead of the authority has no address")
                .contains("Set the letterhead up, then have this letter written anew")
                .contains("href=\"/letters/authority-letterhead\"");
        Map<String, Object> send = Map.of("holdDecision", "send", "reason", "It is urgent.");
        HttpResponse<String> refused = school.tries("officer", held, send);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("/fields/holdDecision")
                .contains("The letter has no address to write back to, so it cannot be sent as it is");
        Map<String, Object> anew = Map.of("holdDecision", "anew", "reason", "The letterhead is looked after.");
        school.does("officer", "36", "check-authority-hold", anew);
        JsonNode still = school.taskThere("officer", "36", "check-authority-hold");

        Http.browser(daymark.port(), "officer")
                .submit(
                        "/letters/authority-letterhead",
                        "/letters/authority-letterhead",
                        "name=" + before.name().replace(' ', '+')
                                + "&address=1+Hall+Street%0AElmford+EL1+9ZZ&sender=&phone=&email=");
        assertThat(school.tries("officer", still, send).statusCode())
                .as("the letter as it was written")
                .isEqualTo(422);
        school.does("officer", "36", "check-authority-hold", anew);
        assertThat(lastLetter("36").text())
                .startsWith("Cambridgeshire County Council\n1 Hall Street\nElmford EL1 9ZZ\n");

        letterheads.set(new AuthorityLetterhead("cambridgeshire", before.name(), List.of("2 Hall Street"), "", "", ""));
        assertThat(page(school.taskThere("officer", "36", "post-authority-letter")))
                .contains("The letterhead of the authority has changed.");
        letterheads.set(before);
        posts("36", TODAY);
        assertThat(lastLetter("36").state()).isEqualTo(Letter.State.POSTED);
    }

    @Test
    @Order(1)
    void anOfficerOfTheChildsAuthorityAloneGivesItWithAllThatItHasToSay() {
        JsonNode task = school.taskThere("officer", "31", "draft-notice-to-improve");
        assertThat(task.path("title").asText()).isEqualTo("Write a notice to improve to Nadia Khan about Amira Khan");
        for (String other : List.of("office", "lead", "head", "panel")) {
            assertThat(daymark.as(other)
                            .json(
                                    "/api/tasks/" + task.path("id").asText() + "/complete",
                                    "{\"version\":1,\"fields\":{}}")
                            .statusCode())
                    .as(other)
                    .isIn(403, 404);
        }
        assertThat(school.task("officer", "35", "draft-notice-to-improve"))
                .as("another authority's")
                .isEmpty();

        assertThat(school.tries("officer", task, giving(3, 2, "each")).body())
                .contains("The policy allows 6 to 6 school weeks");
        school.does("officer", "31", "draft-notice-to-improve", giving(6, 2, "each"));

        Letter letter = lastLetter("31");
        assertThat(letter.legalWarning()).isTrue();
        assertThat(letter.text())
                .startsWith("Cambridgeshire County Council")
                .contains("Nadia Khan\n1 Elm Road")
                .contains("5 days absent without the school's leave: Monday 10 to Friday 14 November")
                .contains("section 7 of the Education Act 1996")
                .contains("Early help was offered by letter on 1 October.")
                .contains("ring Ann Lee on 01632 960009")
                .contains("from Thursday 20 November 2025 to Wednesday 14 January 2026")
                .contains("Amira comes to every session unless she is ill.")
                .contains("may still be missed without leave in this time: 2")
                .contains("If any further session is missed without leave, we may end this time early.")
                .contains("160 pounds, or 80 pounds if paid within 21 days");
    }

    @Test
    @Order(2)
    void itIsPostedWithProofAndTheTimeRunsFromItsService() {
        JsonNode task = school.taskThere("officer", "31", "post-authority-letter");
        HttpResponse<String> unproved = school.tries(
                "officer", task, Map.of("letterSending", "posted", "sentOn", TODAY, "postage", "first-class"));
        assertThat(unproved.statusCode()).isEqualTo(422);
        assertThat(unproved.body()).contains("Enter what proves that it was posted");
        posts("31", TODAY);

        assertThat(lastLetter("31").fate().proof()).isEqualTo("Certificate of posting 4711");
        assertThat(notice("31").servedOn()).contains(LocalDate.parse("2025-11-18"));
        assertThat(notice("31").time())
                .contains(new DateRange(LocalDate.parse("2025-11-20"), LocalDate.parse("2026-01-14")));
        assertThat(daymark.get(
                                "officer",
                                "/api/cases/" + school.caseOf("31").ref().value())
                        .toString())
                .contains("runs until 14 January 2026")
                .contains("safe until 10 May 2026, at the latest 14 May 2026");
        assertThat(school.told("31"))
                .as("the school hears of it")
                .containsExactly("The authority has given Nadia Khan a notice to improve. The time to improve runs from"
                        + " 20 November 2025 to 14 January 2026.");
        for (String ref : List.of("32", "33")) {
            school.does("officer", ref, "draft-notice-to-improve", giving(6, 0, ref.equals("32") ? "none" : "above"));
            posts(ref, TODAY);
        }
    }

    @Test
    @Order(3)
    void supportThatIsGivenTimeHoldsItAndSaysUntilWhenWhileTheLimitRunsOn() {
        CaseRef file = school.caseOf("34").ref();
        assertThat(page(school.taskThere("officer", "34", "draft-notice-to-improve")))
                .contains("10 sessions");
        anEarlierNotice("34", "2025-11-10", "2025-11-10");
        assertThat(page(school.taskThere("officer", "34", "draft-notice-to-improve")))
                .as("two serve a notice already")
                .contains("8 sessions")
                .doesNotContain("Monday 10 November 2025");
        daymark.bean(Support.class)
                .add(
                        file,
                        new SupportRecord.Details(
                                SupportKind.TARGETED_SUPPORT,
                                Optional.empty(),
                                "",
                                SupportRecord.Response.ACCEPTED,
                                Optional.of(LocalDate.parse("2025-11-03")),
                                "family worker",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                "",
                                ""),
                        "");
        JsonNode task = school.taskThere("officer", "34", "draft-notice-to-improve");
        assertThat(page(task))
                .contains("SUPPORT_OPEN_UNDER_12_WEEKS")
                .contains("Held until 26 January 2026")
                .contains("Safe until 11 May 2026, at the latest 14 May 2026");
        HttpResponse<String> held = school.tries("officer", task, giving(6, 0, "none"));
        assertThat(held.statusCode()).isEqualTo(422);
        assertThat(held.body()).contains("SUPPORT_OPEN_UNDER_12_WEEKS").contains("support and contracts go on");
        school.does(
                "officer",
                "34",
                "draft-notice-to-improve",
                Map.of("noticeDecision", "do-not-give", "reason", "The family worker has begun"));
        assertThat(daymark.bean(Processes.class).running("notice-to-improve", KEYS.get("34")))
                .isFalse();
        assertThat(daymark.bean(Improvements.class).last(KEYS.get("34"))).isEmpty();
        assertThat(tried("34")).as("nobody gave it").isFalse();
        assertThat(tried("31")).as("it was posted").isTrue();
    }

    /** Another authority issued it to the mother. */
    private static void anEarlierNotice(String ref, String from, String to) {
        String contact = daymark.get("officer", "/api/ledger/" + HERE + "/" + ref)
                .at("/parents/0/contact")
                .asText();
        HttpResponse<String> answer = daymark.as("officer")
                .json(
                        "/api/notices/earlier",
                        "{\"school\": \"" + HERE + "\", \"pupilRef\": \"" + ref + "\", \"contact\": " + contact
                                + ", \"kind\": \"ATTENDANCE\", \"issuer\": \"Suffolk\", \"from\": \"" + from
                                + "\", \"to\": \"" + to + "\", \"issuedOn\": \"2025-11-13\", \"outcome\":"
                                + " \"UNPAID\", \"source\": \"Letter of Suffolk\", \"toldBy\": \"Suffolk's officer\","
                                + " \"why\": \"The family moved here\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private static boolean tried(String ref) {
        return daymark.bean(TriedBefore.class)
                .improvement(ParentKey.of(KEYS.get(ref)).orElseThrow());
    }

    @Test
    @Order(4)
    void aBreachIsPutToTheOfficerOnlyWhereTheNoticeSaidSo() {
        daymark.moveTo("2025-11-21T16:30");
        school.week("31", "2025-11-17", "- - - - - - O \\ / \\");
        school.week("32", "2025-11-17", "- - - - - - O \\ / \\");
        school.week("33", "2025-11-17", "- - - - - - O \\ / \\");
        daymark.moveTo("2025-11-24T08:30");

        assertThat(school.task("officer", "32", "decide-early-breach"))
                .as("this notice runs to its end")
                .isEmpty();
        school.does(
                "officer",
                "31",
                "decide-early-breach",
                Map.of("breachDecision", "run", "reason", "One session; two are allowed"));
        daymark.moveTo("2025-11-25T08:30");
        assertThat(school.task("officer", "31", "decide-early-breach"))
                .as("the same session is not put twice")
                .isEmpty();
    }

    @Test
    @Order(5)
    void theParentIsToldBeforeTheTimeEndsEarly() {
        school.does(
                "officer",
                "33",
                "decide-early-breach",
                Map.of("breachDecision", "end", "reason", "Amira was away again on 20 November."));
        assertThat(notice("33").end()).as("nobody has told the parent").isEmpty();
        assertThat(lastLetter("33").text())
                .contains("Amira was away again on 20 November.")
                .doesNotContain("officer)");
        daymark.bean(DecisionsMade.class)
                .record(
                        school.caseOf("33").ref(),
                        "decide-early-breach",
                        "End the notice to improve early: Omar Khan",
                        "He told us of his own illness.",
                        List.of());
        posts("33", "2025-11-25");
        assertThat(notice("33").end()).hasValueSatisfying(end -> {
            assertThat(end.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(end.early()).isTrue();
            assertThat(end.why()).isEqualTo("Amira was away again on 20 November.");
            assertThat(end.by()).isEqualTo("officer");
        });
    }

    @Test
    @Order(6)
    void atTheEndTheOfficerJudgesAndNeverAgainstTheParentOnMarksThatAreNotFirm() {
        daymark.moveTo("2026-01-14T16:30");
        for (String monday :
                List.of("2025-11-24", "2025-12-01", "2025-12-08", "2025-12-15", "2026-01-05", "2026-01-12")) {
            String present = monday.equals("2026-01-12") ? "/ \\ / \\ / \\ - - - -" : "/ \\ / \\ / \\ / \\ / \\";
            school.week("31", monday, present);
            school.week("32", monday, monday.equals("2025-12-01") ? "N N / \\ / \\ / \\ / \\" : present);
        }
        school.week("32", "2025-11-17", "- - - - - - I \\ / \\");
        daymark.moveTo("2026-01-15T08:30");

        JsonNode met = school.taskThere("officer", "31", "judge-improvement");
        assertThat(met.path("why").asText()).isEqualTo("The time to improve ended on 14 January 2026");
        assertThat(page(met)).contains("Met. No more sessions were missed");
        assertThat(school.tries("officer", met, Map.of("improvement", "failed", "reason", "One is one too many"))
                        .body())
                .contains("it was met, as it said itself");
        school.does("officer", "31", "judge-improvement", Map.of("improvement", "met", "reason", "One session of two"));
        assertThat(lastLetter("31").text()).contains("Thank you: Amira comes to school more");
        posts("31", "2026-01-15");
        assertThat(notice("31").end()).map(ImprovementNotice.End::outcome).contains(Outcome.MET);

        JsonNode open = school.taskThere("officer", "32", "judge-improvement");
        assertThat(page(open)).contains("Nothing yet. ").contains("2 sessions have no reason yet");
        HttpResponse<String> notFirm =
                school.tries("officer", open, Map.of("improvement", "failed", "reason", "No reason was given"));
        assertThat(notFirm.statusCode()).isEqualTo(422);
        assertThat(notFirm.body()).contains("prove nothing against the parent");
        school.week("32", "2025-12-01", "O O / \\ / \\ / \\ / \\");
        school.does(
                "officer", "32", "judge-improvement", Map.of("improvement", "failed", "reason", "Two without leave"));
        assertThat(notice("32").end()).map(ImprovementNotice.End::outcome).contains(Outcome.FAILED);
        assertThat(daymark.bean(Processes.class).running("notice-to-improve", KEYS.get("32")))
                .isFalse();
    }
}
