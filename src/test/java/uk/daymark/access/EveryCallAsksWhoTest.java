package uk.daymark.access;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import uk.daymark.Http;
import uk.daymark.WebTest;

/** Every address there is, with everybody who may not use it. An address that is not in these tables fails the first test. */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryCallAsksWhoTest {

    private static final String ELSEWHERE = "970061";

    /** What programs may call, and what they have to be allowed to do. */
    static final Map<String, Action> CALLS = Map.ofEntries(
            entry("GET /api/decided-codes", Action.SEE_ATTENDANCE),
            entry("GET /api/decided-codes/to-be-entered.csv", Action.SEE_ATTENDANCE),
            entry("POST /api/decided-codes", Action.DECIDE_CODE),
            entry("POST /api/decided-codes/{id}/keep", Action.DECIDE_CODE),
            entry("POST /api/decided-codes/{id}/follow-register", Action.DECIDE_CODE),
            entry("POST /api/amendments", Action.AMEND_MARK),
            entry("GET /api/imports", Action.IMPORT_MARKS),
            entry("GET /api/imports/held", Action.RELEASE_HELD_IMPORT),
            entry("GET /api/imports/running", Action.IMPORT_MARKS),
            entry("GET /api/imports/{importId}", Action.IMPORT_MARKS),
            entry("GET /api/imports/{importId}/rejects", Action.IMPORT_MARKS),
            entry("POST /api/imports/{importId}/release", Action.RELEASE_HELD_IMPORT),
            entry("POST /api/imports/{importId}/discard", Action.RELEASE_HELD_IMPORT),
            entry("POST /api/imports/schools", Action.IMPORT_SET_UP),
            entry("POST /api/imports/calendar", Action.IMPORT_SET_UP),
            entry("POST /api/imports/pupils", Action.IMPORT_PUPILS),
            entry("POST /api/imports/contacts", Action.IMPORT_PUPILS),
            entry("POST /api/imports/marks", Action.IMPORT_MARKS),
            entry("POST /api/imports/marks-week", Action.IMPORT_MARKS),
            entry("GET /api/pupils/{ref}/attendance", Action.SEE_ATTENDANCE),
            entry("GET /api/pupils/{ref}/suspensions", Action.SEE_SUSPENSIONS),
            entry("POST /api/pupils/{ref}/suspensions", Action.KEEP_SUSPENSIONS),
            entry("POST /api/pupils/{ref}/suspensions/{id}/correct", Action.KEEP_SUSPENSIONS),
            entry("POST /api/pupils/{ref}/sightings", Action.KEEP_SUSPENSIONS),
            entry("GET /api/cases", Action.SEE_CASES),
            entry("POST /api/cases", Action.WORK_CASES),
            entry("GET /api/cases/{ref}", Action.SEE_CASES),
            entry("GET /api/cases/{ref}/findings", Action.SEE_CASES),
            entry("GET /api/cases/{ref}/timeline", Action.SEE_CASES),
            entry("GET /api/cases/{ref}/path", Action.SEE_CASES),
            entry("GET /api/cases/{ref}/decisions", Action.SEE_CASES),
            entry("GET /api/cases/{ref}/verify", Action.SEE_CASES),
            entry("POST /api/cases/{ref}/notes", Action.WORK_CASES),
            entry("POST /api/cases/{ref}/calls", Action.WORK_CASES),
            entry("POST /api/cases/{ref}/meetings", Action.WORK_CASES),
            entry("POST /api/cases/{ref}/support", Action.WORK_CASES),
            entry("POST /api/cases/{ref}/support/{id}/correct", Action.WORK_CASES),
            entry("POST /api/cases/{ref}/earlier-steps", Action.WORK_CASES),
            entry("GET /api/tasks", Action.SEE_TASKS),
            entry("GET /api/tasks/{id}/form", Action.SEE_TASKS),
            entry("POST /api/tasks/{id}/claim", Action.WORK_TASKS),
            entry("POST /api/tasks/{id}/release", Action.WORK_TASKS),
            entry("POST /api/tasks/{id}/assign", Action.ASSIGN_TASK),
            entry("POST /api/tasks/{id}/postpone", Action.WORK_TASKS),
            entry("POST /api/tasks/{id}/complete", Action.WORK_TASKS),
            entry("GET /api/policies", Action.SEE_POLICY),
            entry("GET /api/policies/{name}", Action.SEE_POLICY),
            entry("POST /api/checks/register", Action.CHECK),
            entry("POST /api/checks/dates", Action.CHECK),
            entry("POST /api/checks/notice", Action.CHECK),
            entry("POST /api/checks/referral", Action.CHECK),
            entry("GET /api/late-arrivals", Action.SEE_LATE_BOOK),
            entry("POST /api/late-arrivals", Action.KEEP_LATE_BOOK),
            entry("POST /api/late-arrivals/{id}/strike-out", Action.KEEP_LATE_BOOK),
            entry("GET /api/late-gates", Action.SEE_LATE_BOOK),
            entry("POST /api/late-gates", Action.KEEP_LATE_BOOK),
            entry("GET /api/leave-requests", Action.SEE_LEAVE),
            entry("POST /api/leave-requests", Action.ENTER_LEAVE),
            entry("GET /api/leave-requests/{ref}", Action.SEE_LEAVE),
            entry("POST /api/leave-requests/{ref}/take-back", Action.ENTER_LEAVE),
            entry("GET /api/suspected-leave", Action.SEE_LEAVE),
            entry("POST /api/suspected-leave/{ref}/reply", Action.ENTER_LEAVE),
            entry("GET /api/referrals", Action.SEE_REFERRALS),
            entry("GET /api/notices", Action.SEE_LEDGER),
            entry("GET /api/notices/{ref}", Action.SEE_LEDGER),
            entry("POST /api/notices/earlier", Action.KEEP_LEDGER),
            entry("POST /api/notices/{ref}/outcome", Action.KEEP_LEDGER),
            entry("POST /api/notices/{ref}/withdrawal", Action.KEEP_LEDGER),
            entry("POST /api/notices/{ref}/prosecution", Action.KEEP_LEDGER),
            entry("POST /api/notices/{ref}/refund", Action.KEEP_LEDGER),
            entry("GET /api/notices/{ref}/withdrawal-requests", Action.SEE_NOTICE_OUTCOMES),
            entry("POST /api/notices/{ref}/withdrawal-requests", Action.ASK_WITHDRAWAL),
            entry("GET /api/notice-outcomes", Action.SEE_NOTICE_OUTCOMES),
            entry("GET /api/payments", Action.SEE_LEDGER),
            entry("GET /api/payments/{id}", Action.SEE_LEDGER),
            entry("POST /api/payments", Action.KEEP_LEDGER),
            entry("POST /api/payments/{id}/settle", Action.KEEP_LEDGER),
            entry("POST /api/payments/{id}/strike-out", Action.KEEP_LEDGER),
            entry("POST /api/payments/{id}/refund", Action.KEEP_LEDGER),
            entry("GET /api/ledger/{urn}/{ref}", Action.SEE_LEDGER),
            entry("POST /api/ledger/{urn}/{ref}/same-person", Action.KEEP_LEDGER),
            entry("POST /api/ledger/{urn}/{ref}/links/{id}/undo", Action.KEEP_LEDGER),
            entry("POST /api/practice/clock", Action.MOVE_CLOCK),
            entry("POST /api/practice/registers", Action.MOVE_CLOCK));

    /** What people may open and send. */
    static final Map<String, Action> PAGES = Map.ofEntries(
            entry("GET /letters", Action.SEE_LETTERS),
            entry("GET /letters/{ref}", Action.SEE_LETTERS),
            entry("GET /letters/{ref}/letter.txt", Action.SEE_LETTERS),
            entry("GET /letters/print", Action.PRINT_LETTERS),
            entry("GET /letters/{ref}/news", Action.PRINT_LETTERS),
            entry("POST /letters/{ref}/news", Action.PRINT_LETTERS),
            entry("GET /letters/holds", Action.HOLD_LETTERS),
            entry("POST /letters/holds", Action.HOLD_LETTERS),
            entry("POST /letters/holds/{id}/lift", Action.HOLD_LETTERS),
            entry("GET /letters/letterheads", Action.SET_LETTERHEAD),
            entry("GET /letters/letterheads/{urn}", Action.SET_LETTERHEAD),
            entry("POST /letters/letterheads/{urn}", Action.SET_LETTERHEAD),
            entry("GET /letters/authority-letterhead", Action.SET_AUTHORITY_LETTERHEAD),
            entry("POST /letters/authority-letterhead", Action.SET_AUTHORITY_LETTERHEAD),
            entry("GET /practice", Action.MOVE_CLOCK),
            entry("POST /practice/clock", Action.MOVE_CLOCK),
            entry("POST /practice/next-school-morning", Action.MOVE_CLOCK),
            entry("POST /practice/registers", Action.MOVE_CLOCK),
            entry("GET /tasks", Action.SEE_TASKS),
            entry("GET /tasks/{id}", Action.SEE_TASKS),
            entry("POST /tasks/{id}", Action.WORK_TASKS),
            entry("POST /tasks/{id}/claim", Action.WORK_TASKS),
            entry("POST /tasks/{id}/release", Action.WORK_TASKS),
            entry("GET /tasks/{id}/postpone", Action.WORK_TASKS),
            entry("POST /tasks/{id}/postpone", Action.WORK_TASKS),
            entry("GET /tasks/{id}/assign", Action.ASSIGN_TASK),
            entry("POST /tasks/{id}/assign", Action.ASSIGN_TASK),
            entry("POST /tasks/together", Action.WORK_TASKS),
            entry("GET /tasks/together", Action.WORK_TASKS),
            entry("POST /tasks/together/give", Action.ASSIGN_TASK),
            entry("GET /tasks/views", Action.KEEP_VIEWS),
            entry("POST /tasks/views", Action.KEEP_VIEWS),
            entry("GET /tasks/views/{id}", Action.KEEP_VIEWS),
            entry("POST /tasks/views/{id}", Action.KEEP_VIEWS),
            entry("GET /tasks/views/{id}/delete", Action.KEEP_VIEWS),
            entry("POST /tasks/views/{id}/delete", Action.KEEP_VIEWS),
            entry("GET /calls", Action.RING_FAMILIES),
            entry("POST /calls/next", Action.RING_FAMILIES),
            entry("GET /calls/{id}", Action.RING_FAMILIES),
            entry("POST /calls/{id}", Action.RING_FAMILIES),
            entry("POST /calls/{id}/start", Action.RING_FAMILIES),
            entry("POST /calls/{id}/skip", Action.RING_FAMILIES),
            entry("POST /calls/{id}/stop", Action.RING_FAMILIES),
            entry("GET /cases", Action.SEE_CASES),
            entry("GET /cases/new", Action.WORK_CASES),
            entry("POST /cases/new", Action.WORK_CASES),
            entry("GET /cases/{ref}", Action.SEE_CASES),
            entry("GET /cases/{ref}/attendance", Action.SEE_CASES),
            entry("GET /cases/{ref}/people", Action.SEE_CASES),
            entry("GET /cases/{ref}/timeline", Action.SEE_CASES),
            entry("GET /cases/{ref}/documents", Action.SEE_CASES),
            entry("POST /cases/{ref}/documents", Action.WORK_CASES),
            entry("GET /cases/{ref}/documents/{id}", Action.SEE_CASES),
            entry("GET /cases/{ref}/history", Action.SEE_CASES),
            entry("GET /cases/{ref}/history/rules", Action.SEE_CASES),
            entry("GET /cases/{ref}/history/changes", Action.SEE_CASES),
            entry("GET /cases/{ref}/history/integrity", Action.SEE_CASES),
            entry("GET /cases/{ref}/history/on-a-day", Action.SEE_CASES),
            entry("GET /cases/{ref}/history/who-looked", Action.AUDIT),
            entry("GET /cases/{ref}/history/export", Action.AUDIT),
            entry("POST /cases/{ref}/history/export", Action.AUDIT),
            entry("GET /reports", Action.SEE_REPORTS),
            entry("GET /reports/{name}", Action.SEE_REPORTS),
            entry("GET /reports/{name}.csv", Action.SEE_REPORTS),
            entry("GET /reports/{name}/rows", Action.SEE_REPORTS),
            entry("GET /reports/{name}/rows.csv", Action.SEE_REPORTS),
            entry("GET /history", Action.AUDIT),
            entry("GET /seals", Action.SEE_SEALS),
            entry("GET /seals/{number}/seal.txt", Action.SEE_SEALS),
            entry("GET /seals/{number}/lodge", Action.LODGE_SEAL),
            entry("POST /seals/{number}/lodge", Action.LODGE_SEAL),
            entry("GET /cases/{ref}/log/{kind}", Action.WORK_CASES),
            entry("POST /cases/{ref}/log/{kind}", Action.WORK_CASES),
            entry("GET /cases/{ref}/entries/{id}/correct", Action.WORK_CASES),
            entry("POST /cases/{ref}/entries/{id}/correct", Action.WORK_CASES),
            entry("GET /cases/{ref}/support/{id}/correct", Action.WORK_CASES),
            entry("POST /cases/{ref}/support/{id}/correct", Action.WORK_CASES),
            entry("GET /cases/{ref}/close", Action.WORK_CASES),
            entry("POST /cases/{ref}/close", Action.WORK_CASES),
            entry("GET /pupils", Action.SEE_ATTENDANCE),
            entry("GET /pupils/{urn}/{ref}", Action.SEE_ATTENDANCE),
            entry("GET /pupils/{urn}/{ref}/suspensions", Action.SEE_SUSPENSIONS),
            entry("POST /pupils/{urn}/{ref}/suspensions", Action.KEEP_SUSPENSIONS),
            entry("POST /pupils/{urn}/{ref}/sightings", Action.KEEP_SUSPENSIONS),
            entry("GET /pupils/{urn}/{ref}/marks/{date}/{half}", Action.SEE_ATTENDANCE),
            entry("POST /pupils/{urn}/{ref}/marks/{date}/{half}", Action.AMEND_MARK),
            entry("GET /schools", Action.SEE_CALENDAR),
            entry("GET /schools/{urn}/calendar", Action.SEE_CALENDAR),
            entry("GET /schools/{urn}/calendar/{kind}/{from}/take-out", Action.IMPORT_SET_UP),
            entry("POST /schools/{urn}/calendar/{kind}/{from}/take-out", Action.IMPORT_SET_UP),
            entry("GET /policies", Action.SEE_POLICY),
            entry("GET /policies/{name}", Action.SEE_POLICY),
            entry("GET /try-the-rules", Action.CHECK),
            entry("POST /try-the-rules", Action.CHECK),
            entry("GET /codes-to-enter", Action.DECIDE_CODE),
            entry("GET /codes-to-enter/codes-to-enter.csv", Action.DECIDE_CODE),
            entry("GET /codes-to-enter/questions/{id}", Action.DECIDE_CODE),
            entry("POST /codes-to-enter/questions/{id}", Action.DECIDE_CODE),
            entry("GET /leave", Action.SEE_LEAVE),
            entry("GET /leave/{ref}", Action.SEE_LEAVE),
            entry("GET /leave/new", Action.ENTER_LEAVE),
            entry("GET /leave/new/{urn}/{ref}", Action.ENTER_LEAVE),
            entry("POST /leave/new/{urn}/{ref}", Action.ENTER_LEAVE),
            entry("POST /leave/{ref}/take-back", Action.ENTER_LEAVE),
            entry("POST /leave/{ref}/reply", Action.ENTER_LEAVE),
            entry("GET /unaccounted", Action.SEE_UNACCOUNTED),
            entry("GET /contact-rounds/{ref}", Action.SEE_UNACCOUNTED),
            entry("POST /contact-rounds/{ref}/undo", Action.UNDO_CALL),
            entry("GET /late-book", Action.SEE_LATE_BOOK),
            entry("POST /late-book", Action.KEEP_LATE_BOOK),
            entry("POST /late-book/gate", Action.KEEP_LATE_BOOK),
            entry("GET /late-book/{id}/strike-out", Action.KEEP_LATE_BOOK),
            entry("POST /late-book/{id}/strike-out", Action.KEEP_LATE_BOOK),
            entry("GET /referrals", Action.SEE_REFERRALS),
            entry("GET /referrals/{ref}", Action.SEE_REFERRALS),
            entry("GET /prosecutions/{ref}/{number}", Action.SEE_REFERRALS),
            entry("GET /panel", Action.SEE_REFERRALS),
            entry("GET /panel/{date}", Action.SEE_REFERRALS),
            entry("POST /panel/{date}/minutes", Action.KEEP_MINUTES),
            entry("GET /panel/{date}/minutes/{id}/correct", Action.KEEP_MINUTES),
            entry("POST /panel/{date}/minutes/{id}/correct", Action.KEEP_MINUTES),
            entry("GET /ledger", Action.SEE_LEDGER),
            entry("GET /ledger/{urn}/{ref}", Action.SEE_LEDGER),
            entry("POST /ledger/{urn}/{ref}/same-person", Action.KEEP_LEDGER),
            entry("POST /ledger/{urn}/{ref}/links/{id}/undo", Action.KEEP_LEDGER),
            entry("GET /ledger/{urn}/{ref}/earlier", Action.KEEP_LEDGER),
            entry("POST /ledger/{urn}/{ref}/earlier", Action.KEEP_LEDGER),
            entry("GET /notices/{ref}", Action.SEE_LEDGER),
            entry("GET /notices/{ref}/withdrawal-requests", Action.SEE_NOTICE_OUTCOMES),
            entry("POST /notices/{ref}/withdrawal-requests", Action.ASK_WITHDRAWAL),
            entry("GET /notices/{ref}/enter/{step}", Action.KEEP_LEDGER),
            entry("POST /notices/{ref}/enter/{step}", Action.KEEP_LEDGER),
            entry("GET /payments", Action.SEE_LEDGER),
            entry("GET /payments/new", Action.KEEP_LEDGER),
            entry("POST /payments/new", Action.KEEP_LEDGER),
            entry("GET /payments/{id}", Action.SEE_LEDGER),
            entry("POST /payments/{id}/{what}", Action.KEEP_LEDGER),
            entry("GET /families/{urn}/{ref}/statement", Action.SEE_LEDGER),
            entry("GET /families/{urn}/{ref}/statement/{id}", Action.SEE_LEDGER),
            entry("GET /imports", Action.IMPORT_MARKS),
            entry("POST /imports", Action.IMPORT_MARKS),
            entry("GET /imports/running/{jobId}", Action.IMPORT_MARKS),
            entry("GET /imports/{importId}", Action.IMPORT_MARKS),
            entry("POST /imports/{importId}/apply", Action.IMPORT_MARKS),
            entry("POST /imports/{importId}/throw-away", Action.IMPORT_MARKS),
            entry("POST /imports/{importId}/release", Action.RELEASE_HELD_IMPORT),
            entry("POST /imports/{importId}/discard", Action.RELEASE_HELD_IMPORT),
            entry("GET /imports/{importId}/rejected-rows.csv", Action.IMPORT_MARKS));

    /** Open to everybody who is signed in, or to all. */
    private static final Set<String> FOR_ALL_SIGNED_IN =
            Set.of("GET /", "GET /still-here", "GET /kept-answers", "POST /kept-answers/forget");

    private static final Set<String> FOR_ALL = Set.of(
            "GET /sign-in",
            "POST /sign-in-again",
            "GET /help",
            "GET /help/{topic}",
            "GET /help/tour",
            "GET /help/imports",
            "GET /accessibility-statement",
            "GET /daymark/paper.css",
            "ANY /error");

    @LocalServerPort
    private int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private String importElsewhere = "";

    @BeforeAll
    void aSchoolThatIsNobodysHome() throws Exception {
        post("schools", "school_urn,name,authority,policy\n" + ELSEWHERE + ",Elsewhere,national,national\n");
        post("calendar", "school_urn,kind,from,to,session,reason\n" + ELSEWHERE + ",TERM,2025-09-01,2025-10-24,,\n");
        post("pupils", "school_urn,pupil_ref,legal_surname\n" + ELSEWHERE + ",theirs,Khan\n");
        importElsewhere = post(
                        "marks",
                        "school_urn,pupil_ref,date,session,code\n" + ELSEWHERE + ",theirs,2025-09-08,AM,N\n" + ELSEWHERE
                                + ",theirs,2025-09-08,PM,QQ\n")
                .path("importId")
                .asText();
    }

    @Test
    void everyAddressIsInOneOfTheTables() {
        Set<String> known = new TreeSet<>(CALLS.keySet());
        known.addAll(PAGES.keySet());
        known.addAll(FOR_ALL_SIGNED_IN);
        known.addAll(FOR_ALL);
        assertThat(addresses()).containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void whoeverIsNotSignedInIsToldSoAtEveryCallAndLedToSignInFromEveryPage() {
        Http nobody = Http.nobody(port);
        for (String call : CALLS.keySet()) {
            HttpResponse<String> answer = send(nobody, call);
            assertThat(answer.statusCode()).as(call).isEqualTo(401);
            assertThat(answer.headers().firstValue("Content-Type")).as(call).hasValue("application/problem+json");
        }
        for (String page : PAGES.keySet()) {
            HttpResponse<String> answer = send(nobody, page);
            // A form without the token of a session is refused before anybody asks who sent it.
            assertThat(answer.statusCode()).as(page).isEqualTo(page.startsWith("GET") ? 302 : 403);
        }
        FOR_ALL_SIGNED_IN.forEach(page ->
                assertThat(send(nobody, page).statusCode()).as(page).isEqualTo(page.startsWith("GET") ? 302 : 403));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void aRoleReachesWhatItsActionsOpenAndNothingElse(Role role) {
        String user = role.name().toLowerCase(Locale.ROOT);
        Http program = Http.program(port, user);
        Http browser = Http.browser(port, user);
        CALLS.forEach((call, action) -> allowed(role, action, call, send(program, call)));
        PAGES.forEach((page, action) -> allowed(
                role,
                action,
                page,
                page.startsWith("GET") ? send(browser, page) : browser.submit("/", path(page), "")));
    }

    private static void allowed(Role role, Action action, String address, HttpResponse<String> answer) {
        if (action.openTo(role)) {
            assertThat(answer.statusCode())
                    .as(role + " " + address)
                    .isNotIn(401, 403)
                    .isLessThan(500);
        } else {
            assertThat(answer.statusCode()).as(role + " " + address).isEqualTo(403);
        }
        assertThat(answer.body())
                .as(address)
                .doesNotContainPattern("Exception(?!al circumstances)")
                .doesNotContain("uk.daymark.");
    }

    @Test
    void aFormWithoutItsTokenIsRefusedAndSoIsOneWithAForeignToken() { // 72
        Http lead = Http.browser(port, "lead");
        for (String page : PAGES.keySet()) {
            if (page.startsWith("POST")) {
                assertThat(send(lead, page).statusCode()).as(page).isEqualTo(403);
                assertThat(lead.post(path(page), "application/x-www-form-urlencoded", "_csrf=AAAA")
                                .statusCode())
                        .as(page)
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void aPasswordSentWithEveryCallOpensNoPageAndASessionNoCall() {
        Http program = Http.program(port, "lead");
        for (String page : PAGES.keySet()) {
            assertThat(send(program, page).statusCode()).as(page).isEqualTo(page.startsWith("GET") ? 302 : 403);
        }
        Http browser = Http.browser(port, "admin");
        for (String call : CALLS.keySet()) {
            assertThat(send(browser, call).statusCode()).as(call).isEqualTo(401);
        }
    }

    @Test
    void theOfficeOfAnotherSchoolFindsNothingAndChangesNothing() { // 53, 54
        for (String user : List.of("office", "lead", "head")) {
            Http other = Http.program(port, user);
            String mark = "{\"school\": \"" + ELSEWHERE
                    + "\", \"pupilRef\": \"theirs\", \"date\": \"2025-09-08\", \"session\": \"AM\", \"code\": \"O\", \"reason\": \"x\"}";
            assertThat(other.get("/api/pupils/theirs/attendance").statusCode()).isEqualTo(404);
            assertThat(other.get("/api/pupils/theirs/attendance?school=" + ELSEWHERE)
                            .statusCode())
                    .isEqualTo(404);
            assertThat(other.json("/api/amendments", mark).statusCode()).isEqualTo(404);
            assertThat(other.json("/api/decided-codes", mark).statusCode()).isEqualTo(404);
            assertThat(other.get("/api/imports/" + importElsewhere).statusCode())
                    .isEqualTo(404);
            assertThat(other.get("/api/imports/" + importElsewhere + "/rejects").statusCode())
                    .isEqualTo(404);
            assertThat(other.get("/api/imports?size=200").body())
                    .doesNotContain(importElsewhere)
                    .doesNotContain(ELSEWHERE);
            assertThat(other.post(
                                    "/api/imports/marks?mode=apply&rejects=skip",
                                    "text/csv",
                                    "school_urn,pupil_ref,date,session,code\n" + ELSEWHERE
                                            + ",theirs,2025-09-08,AM,O\n")
                            .body())
                    .contains("\"rejected\":1")
                    .contains("This file names school " + ELSEWHERE);
            assertThat(other.post(
                                    "/api/imports/marks?mode=apply&rejects=skip&school=" + ELSEWHERE,
                                    "text/csv",
                                    "pupil_ref,date,session,code\ntheirs,2025-09-08,AM,O\n")
                            .body())
                    .doesNotContain("\"changed\":1");
            Http browser = Http.browser(port, user);
            for (String page : List.of(
                    "/pupils/" + ELSEWHERE + "/theirs",
                    "/pupils/" + ELSEWHERE + "/theirs/marks/2025-09-08/AM",
                    "/imports/" + importElsewhere,
                    "/imports/" + importElsewhere + "/rejected-rows.csv")) {
                assertThat(browser.get(page).statusCode()).as(page).isEqualTo(404);
            }
            assertThat(browser.get("/pupils?q=theirs").body()).doesNotContain(ELSEWHERE);
        }
        assertThat(Http.program(port, "admin")
                        .post(
                                "/api/imports/marks?mode=preview",
                                "text/csv",
                                "school_urn,pupil_ref,date,session,code\n" + ELSEWHERE + ",theirs,2025-09-08,AM,N\n")
                        .body())
                .as("the mark is as it was")
                .contains("\"unchanged\":1");
    }

    @Test
    void aReasonThatIsMissingIsAskedForByItsName() {
        Http lead = Http.program(port, "lead");
        for (String call : List.of(
                "/api/decided-codes/1/keep",
                "/api/decided-codes/1/follow-register",
                "/api/imports/none/release",
                "/api/imports/none/discard")) {
            for (String body :
                    List.of("{}", "{\"reason\": null}", "{\"reason\": \" \"}", "{\"reason\": \"a\\u0000\"}")) {
                HttpResponse<String> answer = lead.json(call, body);
                assertThat(answer.statusCode()).as(call + body).isEqualTo(400);
                assertThat(answer.body()).contains("\"/reason\"");
            }
        }
    }

    @Test
    void theNulCharacterIsRefusedInEveryParameter() { // 70
        Http lead = Http.browser(port, "lead");
        for (String page : List.of("/pupils?q=%00", "/codes-to-enter?page=1%00")) {
            HttpResponse<String> answer = lead.get(page);
            assertThat(answer.statusCode()).as(page).isEqualTo(400);
            assertThat(answer.body()).doesNotContain("Exception");
        }
        HttpResponse<String> call =
                Http.program(port, "lead").post("/api/imports/marks?mode=preview&reason=a%00b", "text/csv", "x\n");
        assertThat(call.statusCode()).isEqualTo(400);
        assertThat(call.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void aHostAndForwardedHeadersThatAreForgedLeadNowhereElse() { // 73
        Http nobody = Http.nobody(port);
        HttpResponse<String> answer = nobody.send(nobody.request("/pupils?next=//evil.example")
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Prefix", "//evil.example")
                .header("Forwarded", "host=evil.example")
                .GET());
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).doesNotContain("evil");
        assertThat(catchThrowable(() -> nobody.request("/").header("Host", "evil.example")))
                .as("this client cannot forge the host itself")
                .isInstanceOf(IllegalArgumentException.class);
    }

    private JsonNode post(String kind, String file) throws Exception {
        HttpResponse<String> answer =
                Http.program(port, "admin").post("/api/imports/" + kind + "?mode=apply&rejects=skip", "text/csv", file);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }

    private Set<String> addresses() {
        Set<String> all = new TreeSet<>();
        mappings.getHandlerMethods().forEach((mapping, handler) -> {
            String owner = handler.getBeanType().getName();
            if (!owner.startsWith("uk.daymark.") || owner.startsWith("uk.daymark.fixtures.")) {
                return;
            }
            List<String> methods = mapping.getMethodsCondition().getMethods().isEmpty()
                    ? List.of("ANY")
                    : mapping.getMethodsCondition().getMethods().stream()
                            .map(Enum::name)
                            .toList();
            for (String pattern : mapping.getPatternValues()) {
                methods.forEach(method -> kinds(pattern).forEach(path -> all.add(method + " " + path)));
            }
        });
        return all;
    }

    /** The kinds of files are a pattern of their own: each is an address. */
    private static Stream<String> kinds(String pattern) {
        int from = pattern.indexOf("{kind:");
        if (from < 0) {
            return Stream.of(pattern);
        }
        String kinds = pattern.substring(from + "{kind:".length(), pattern.indexOf('}', from));
        return Stream.of(kinds.split("\\|")).map(kind -> pattern.substring(0, from) + kind);
    }

    private static HttpResponse<String> send(Http caller, String address) {
        String path = path(address);
        if (address.startsWith("GET")) {
            return caller.get(path);
        }
        HttpRequest.Builder request = caller.request(path);
        if (path.startsWith("/api/imports/") && path.contains("mode=")) {
            return caller.send(request.header("Content-Type", "text/csv").POST(BodyPublishers.ofString("x\n")));
        }
        return caller.send(request.header(
                        "Content-Type",
                        path.startsWith("/api/") ? "application/json" : "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(path.startsWith("/api/") ? "{}" : "")));
    }

    private static String path(String address) {
        String path = address.substring(address.indexOf(' ') + 1)
                .replace("{id}", "1")
                .replace("{importId}", "00000000-0000-4000-8000-000000000000")
                .replace("{jobId}", "00000000-0000-4000-8000-000000000000")
                .replace("{ref}", "theirs")
                .replace("{urn}", ELSEWHERE)
                .replace("{name}", "national")
                .replace("{date}", "2025-09-08")
                .replace("{half}", "AM")
                .replace("{kind}", "TERM")
                .replace("{step}", "withdrawal")
                .replace("{number}", "1")
                .replace("{what}", "settle")
                .replace("{from}", "2025-09-03");
        boolean file = address.matches("POST /api/imports/[a-z-]+");
        return file ? path + "?mode=preview" : path;
    }
}
