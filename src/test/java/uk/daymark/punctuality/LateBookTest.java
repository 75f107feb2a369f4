package uk.daymark.punctuality;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.daymark.register.web.TwoSchools.mark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.daymark.AtOnce;
import uk.daymark.Http;
import uk.daymark.WebTest;
import uk.daymark.register.web.TwoSchools;

/** The register opens at 8:50am and closes at 9:20am; in the afternoon it closes at 1:15pm. */
@WebTest
class LateBookTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate jdbc;

    @BeforeEach
    void pupils() {
        TwoSchools.exist(port);
        StringBuilder file = new StringBuilder("school_urn,pupil_ref,legal_surname,legal_forename,on_roll_from\n");
        for (int number = 1; number <= 12; number++) {
            file.append(TwoSchools.OURS + ",LB" + number + ",Latecomer" + number + ",Ben,2025-09-03\n");
        }
        file.append(TwoSchools.OTHER + ",LBX,Latecomer,Elsewhere,2025-09-03\n");
        assertThat(Http.program(port, "admin")
                        .post("/api/imports/pupils?mode=apply", "text/csv", file.toString())
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"LB1, 08:51, 1, L", "LB2, 09:20, 30, L", "LB3, 09:21, 31, U"})
    void minutesCountFromTheOpeningAndTheCodeFollowsFromTheClosing(String ref, String time, int minutes, String code) {
        JsonNode entered = entered(ref, "2025-09-04", time, "");
        assertThat(entered.at("/arrival/minutesLate").asInt()).isEqualTo(minutes);
        assertThat(entered.at("/aboutTheCode").asText()).startsWith("Code " + code + " follows");
    }

    @Test
    void theMorningOpensNoAfternoon() {
        JsonNode entered = entered("LB1", "2025-09-04", "13:16", "Dentist ran late");
        assertThat(entered.at("/arrival/minutesLate").isNull()).isTrue();
        assertThat(entered.at("/arrival/session").asText()).isEqualTo("PM");
        assertThat(entered.at("/aboutTheCode").asText()).startsWith("Code U follows");
    }

    @Test
    void whoCameBeforeTheRegisterOpenedWasNotLate() {
        assertThat(enter("LB1", "2025-09-05", "08:50", "").body()).contains("/time", "The register opens at 8:50am");
        assertThat(enter("LB1", "2025-09-06", "09:25", "").body()).contains("The school holds no session then");
        assertThat(enter("LB1", "2099-09-07", "09:25", "").body()).contains("This time has not come yet");
    }

    @Test
    void anExplainedOrPresentMarkGetsTheCodeDecidedAndStaysUntilTheSchoolEntersIt() {
        TwoSchools.marked(
                port,
                mark("LB4", "2025-09-05", "AM", "N"),
                mark("LB5", "2025-09-05", "AM", "/"),
                mark("LB6", "2025-09-05", "AM", "M"));
        assertThat(entered("LB4", "2025-09-05", "09:40", "Overslept")
                        .at("/aboutTheCode")
                        .asText())
                .isEqualTo(
                        "Code U (Arrived after the register closed) is now to be entered in the register in place of N.");
        assertThat(entered("LB5", "2025-09-05", "09:05", "").at("/aboutTheCode").asText())
                .startsWith("Code L (Late, before the register closed) is now to be entered");
        assertThat(entered("LB6", "2025-09-05", "10:15", "").at("/aboutTheCode").asText())
                .isEqualTo("The register has code M (Medical or dental appointment), which stays.");
        String list = toBeEntered();
        assertThat(list)
                .contains("\"LB4\",\"Ben Latecomer4\",\"2025-09-05\",\"AM\",\"N\",\"U\"")
                .contains("Late book: came at 9:40am, after the register closed (Overslept)")
                .contains("\"LB5\",\"Ben Latecomer5\",\"2025-09-05\",\"AM\",\"/\",\"L\"")
                .doesNotContain("\"LB6\"");
    }

    @Test
    void aRegisterThatComesLaterThanTheLateBookIsPreviewedAndAppliedAlike() {
        entered("LB7", "2025-09-05", "09:30", "");
        entered("LB8", "2025-09-05", "09:30", "");
        entered("LB9", "2025-09-05", "09:30", "");
        String marks = TwoSchools.MARKS
                + mark("LB7", "2025-09-05", "AM", "N")
                + mark("LB8", "2025-09-05", "AM", "I")
                + mark("LB9", "2025-09-05", "AM", "U");
        String words = "lists 1 code from the late book to be entered in the register";
        Http admin = Http.program(port, "admin");
        assertThat(admin.post("/api/imports/marks?mode=preview", "text/csv", marks)
                        .body())
                .contains(words);
        assertThat(toBeEntered()).doesNotContain("\"LB7\"");
        assertThat(admin.post("/api/imports/marks?mode=apply", "text/csv", marks)
                        .body())
                .contains(words);
        assertThat(toBeEntered()).contains("\"LB7\"").doesNotContain("\"LB8\"", "\"LB9\"");
    }

    @Test
    void listsHaveOneShapeAndNameTheSchool() throws Exception {
        entered("LB3", "2025-09-11", "09:21", "");
        assertThat(office().json(
                                "/api/late-gates",
                                "{\"date\": \"2025-09-11\", \"session\": \"AM\", \"stoodBy\": \"Ms Osei\"}")
                        .statusCode())
                .isEqualTo(201);
        JsonNode gates = JSON.readTree(
                office().get("/api/late-gates?date=2025-09-11&page=1&size=10").body());
        assertThat(gates.path("total").asInt()).isOne();
        assertThat(gates.at("/items/0/schoolUrn").asText()).isEqualTo(TwoSchools.OURS);
        assertThat(gates.at("/items/0/session").asText()).isEqualTo("AM");
        JsonNode line = JSON.readTree(office().get("/api/late-arrivals?from=2025-09-11&to=2025-09-11&pupil=LB3")
                        .body())
                .at("/items/0");
        assertThat(line.path("schoolUrn").asText()).isEqualTo(TwoSchools.OURS);
        assertThat(line.path("date").asText()).isEqualTo("2025-09-11");
        assertThat(line.path("code").asText()).isEqualTo("U");
        assertThat(line.has("struckBy") && line.path("struckBy").isNull()).isTrue();
        assertThat(jdbc.queryForObject(
                        "select count(*) from look_entry where subject = 'LATE-BOOK' and by_user = 'office'",
                        Integer.class))
                .isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/late-arrivals?from=%2B999999-01-01",
                "/api/late-arrivals?to=%2B999999-01-01",
                "/api/late-gates?date=%2B999999-01-01"
            })
    void aDayFarAwayIsRefusedWithWords(String address) {
        HttpResponse<String> refused = office().get(address);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
    }

    @Test
    void aLineIsStruckOutOnceAndAGateEnteredOnceHoweverManyAsk() throws Exception {
        long id = entered("LB2", "2025-09-12", "09:40", "").at("/arrival/id").asLong();
        assertThat(AtOnce.statuses(
                        () -> office().json("/api/late-arrivals/" + id + "/strike-out", "{\"reason\": \"Her sister\"}")
                                .statusCode()))
                .containsExactlyInAnyOrder(200, 409, 409, 409);
        assertThat(AtOnce.statuses(() -> office().json(
                                "/api/late-gates",
                                "{\"date\": \"2025-09-12\", \"session\": \"AM\", \"stoodBy\": \"Ms Osei\"}")
                        .statusCode()))
                .containsExactlyInAnyOrder(201, 409, 409, 409);
    }

    @Test
    void anExactReferenceIsFoundAmongManyThatHoldIt() {
        manyWithTheDigit(port);
        Http clerk = Http.browser(port, "office");
        assertThat(clerk.submit("/late-book?day=2025-09-11", "/late-book", "day=2025-09-11&pupil=7&time=9.31")
                        .statusCode())
                .isEqualTo(302);
        assertThat(clerk.get("/leave/new/" + TwoSchools.OURS + "/7").statusCode())
                .isEqualTo(200);
        assertThat(clerk.get("/leave/new/" + TwoSchools.OTHER + "/LBX").statusCode())
                .isEqualTo(404);
    }

    /** A pupil whose reference is 7, after more others that have a 7 in theirs than a search shows. */
    private static void manyWithTheDigit(int port) {
        StringBuilder file = new StringBuilder("school_urn,pupil_ref,legal_surname,legal_forename,on_roll_from\n");
        for (int number = 70; number < 95; number++) {
            file.append(TwoSchools.OURS + ",LD7" + number + ",Aaron" + number + ",Ben,2025-09-03\n");
        }
        file.append(TwoSchools.OURS + ",7,Zuckerman,Zoe,2025-09-03\n");
        assertThat(Http.program(port, "admin")
                        .post("/api/imports/pupils?mode=apply", "text/csv", file.toString())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatAPersonDecidedStays() {
        TwoSchools.marked(port, mark("LB10", "2025-09-05", "AM", "N"));
        assertThat(office().json(
                                "/api/decided-codes",
                                "{\"pupilRef\": \"LB10\", \"date\": \"2025-09-05\", \"session\": \"AM\", \"code\": \"M\","
                                        + " \"reason\": \"Orthodontist\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(entered("LB10", "2025-09-05", "10:40", "")
                        .at("/aboutTheCode")
                        .asText())
                .isEqualTo("Somebody decided this session's code already; that stays.");
    }

    @Test
    void aLineIsStruckOutWithAReasonItsCodeIsTakenBackAndItStaysReadable() {
        TwoSchools.marked(port, mark("LB11", "2025-09-05", "AM", "N"));
        long id = entered("LB11", "2025-09-05", "09:40", "").at("/arrival/id").asLong();
        assertThat(toBeEntered()).contains("\"LB11\"");
        assertThat(enter("LB11", "2025-09-05", "09:45", "").body())
                .contains("is in the late book for this morning already: 9:40am");
        String address = "/api/late-arrivals/" + id + "/strike-out";
        assertThat(office().json(address, "{\"reason\": \" \"}").statusCode()).isEqualTo(400);
        assertThat(office().json(address, "{\"reason\": \"It was her sister\"}").body())
                .contains("It was her sister");
        assertThat(toBeEntered()).doesNotContain("\"LB11\"");
        assertThat(office().json(address, "{\"reason\": \"Again\"}").statusCode())
                .isEqualTo(409);
        assertThat(entered("LB11", "2025-09-05", "09:45", "").at("/arrival/id").asLong())
                .isNotEqualTo(id);
        assertThat(office().get("/api/late-arrivals?from=2025-09-05&to=2025-09-05&pupil=LB11")
                        .body())
                .contains("\"total\":2", "It was her sister");
    }

    @Test
    void somebodyElsesSchoolIsAsIfItWereNotThere() {
        assertThat(office().json(
                                "/api/late-arrivals",
                                "{\"school\": \"" + TwoSchools.OTHER
                                        + "\", \"pupilRef\": \"LBX\", \"date\": \"2025-09-05\", \"time\": \"09:30\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(office().get("/api/late-arrivals?from=2025-09-01&to=2025-09-30")
                        .body())
                .doesNotContain(TwoSchools.OTHER);
    }

    @Test
    void theClerkWritesOneLineAndSeesItOnTheList() {
        Http clerk = Http.browser(port, "office");
        String page = "/late-book?day=2025-09-08";
        assertThat(clerk.submit(page, "/late-book", "day=2025-09-08").body())
                .contains("Error: Late book", "Enter the pupil&#39;s name or reference", "Enter the time of arrival");
        assertThat(clerk.submit(page, "/late-book", "day=2025-09-08&pupil=Latecomer&time=9.31")
                        .body())
                .contains("Several pupils fit. Choose one", "Ben Latecomer2 (LB2)");
        HttpResponse<String> sent = clerk.submit(
                page, "/late-book", "day=2025-09-08&pupil=Latecomer12&time=9.31&reason=" + typed("Bus <late>"));
        assertThat(sent.statusCode()).isEqualTo(302);
        assertThat(clerk.get(page).body())
                .contains("Ben Latecomer12 is in the late book: 9:31am.", "41 minutes", "Bus &lt;late&gt;");
        assertThat(clerk.submit(page, "/late-book", "day=2025-09-08&pupil=LB12&time=9:45am")
                        .body())
                .contains("already: 9:31am");
    }

    @Test
    void whoeverIsMetAtTheLateGateIsTickedOnceTheCheckIsEntered() {
        Http clerk = Http.browser(port, "office");
        String page = "/late-book?day=2025-09-09";
        assertThat(clerk.get(page).body()).doesNotContain("Met at the late gate");
        assertThat(clerk.submit(page, "/late-book/gate", "day=2025-09-09").body())
                .contains("Choose morning or afternoon");
        assertThat(clerk.submit(page, "/late-book/gate", "day=2025-09-09&half=AM&stoodBy=" + typed("Mr Ali"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(clerk.submit(page, "/late-book/gate", "day=2025-09-09&half=AM&stoodBy=" + typed("Mr Ali"))
                        .body())
                .contains("is entered for this session already");
        clerk.submit(page, "/late-book", "day=2025-09-09&pupil=LB1&time=9:31&atLateGate=yes");
        assertThat(office().get("/api/late-arrivals?from=2025-09-09&to=2025-09-09")
                        .body())
                .contains("\"atLateGate\":true");
        assertThat(office().get("/api/late-gates?date=2025-09-09").body()).contains("Mr Ali");
    }

    private String toBeEntered() {
        return office().get("/api/decided-codes/to-be-entered.csv").body();
    }

    private Http office() {
        return Http.program(port, "office");
    }

    private JsonNode entered(String ref, String date, String time, String reason) {
        HttpResponse<String> answer = enter(ref, date, time, reason);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        try {
            return new ObjectMapper().readTree(answer.body());
        } catch (java.io.IOException unreadable) {
            throw new AssertionError(answer.body(), unreadable);
        }
    }

    private HttpResponse<String> enter(String ref, String date, String time, String reason) {
        return office().json(
                        "/api/late-arrivals",
                        "{\"pupilRef\": \"" + ref + "\", \"date\": \"" + date + "\", \"time\": \"" + time
                                + "\", \"reason\": \"" + reason + "\"}");
    }

    private static String typed(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
