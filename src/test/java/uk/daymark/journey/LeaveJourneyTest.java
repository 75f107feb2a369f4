package uk.daymark.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import uk.daymark.AtOnce;
import uk.daymark.letters.Letters;
import uk.daymark.people.Contacts;
import uk.daymark.people.Pupils;
import uk.daymark.people.Urn;
import uk.daymark.worklist.WorkListAudit;

/**
 * Leave in term time at a school under the Commonswood policy: three sessions in a school year for visits, in year 6, with evidence;
 * ten sessions for the leave route. The clock goes forward from test to test; each has its own pupil.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LeaveJourneyTest {

    private static final String SCHOOL = "999001";
    private static final String LETTER_POSTED =
            "\"letterSending\": \"posted\", \"sentOn\": \"%s\", \"postage\": \"first-class\", \"reason\": \"In the post tray\"";

    private OwnApplication daymark;

    @BeforeAll
    void school() {
        daymark = OwnApplication.empty("2025-09-15T08:30", SCHOOL);
        daymark.send(
                "schools",
                "school_urn,name,phase,authority,policy,register_opens,register_closes_am,register_closes_pm\n" + SCHOOL
                        + ",Commonswood School,primary,hertfordshire,commonswood,08:50,09:20,13:15\n");
        daymark.send(
                "calendar",
                "school_urn,kind,from,to,session,reason\n" + SCHOOL + ",TERM,2025-09-03,2025-10-24,,\n" + SCHOOL
                        + ",TERM,2025-11-03,2025-12-19,,\n" + SCHOOL + ",TERM,2026-01-05,2026-03-27,,\n");
        daymark.send(
                "pupils",
                "school_urn,pupil_ref,legal_surname,legal_forename,date_of_birth,year_group,on_roll_from\n"
                        + pupil("V1", 6) + pupil("V2", 6) + pupil("V3", 5) + pupil("V4", 3) + pupil("V5", 3)
                        + pupil("V6", 3)
                        + pupil("V7", 3) + pupil("V8", 3) + pupil("V9", 3));
        StringBuilder contacts = new StringBuilder(
                "school_urn,pupil_ref,contact_ref,priority,title,forename,surname,relationship,parental_responsibility,lives_with,court_order,do_not_contact,correspondence,address_withheld,email,language,address_1,address_2,town,postcode\n");
        for (int number = 1; number <= 9; number++) {
            contacts.append(SCHOOL + ",V" + number + ",M" + number + ",1,Ms,Nadia,Khan" + number
                    + ",Mother,Y,Y,N,N,Y,N,,,1 Ash Road,,Hatfield,AL10 9AA\n");
            contacts.append(number != 4 ? "" : aunts());
            contacts.append(SCHOOL + ",V" + number + ",F" + number + ",2,Mr,Omar,Khan" + number
                    + ",Father,Y,N,N,N,N,N,,,2 Elm Road,,Ely,CB7 4AA\n");
        }
        daymark.send("contacts", contacts.toString());
    }

    @AfterAll
    void end() {
        daymark.bean(WorkListAudit.class).check(SCHOOL);
        daymark.close();
    }

    @Test
    @Order(1)
    void visitsWithinTheLimitAreAdvisedGivenAndCodedWhenTheRegisterComes() {
        asked("V1", "visit", "2025-09-22", "AM", "2025-09-22", "PM", "Invitation seen");
        JsonNode task = task("V1", "decide-leave-request");
        assertThat(task.path("title").asText()).isEqualTo("Decide the request for leave: Nadia V1");
        assertThat(task.path("why").asText()).contains("Within what the policy sets aside");
        done("head", task, "\"decision\": \"all\", \"code\": \"C\", \"reason\": \"Open day\"");
        posted("V1", "2025-09-15");

        asked("V1", "visit", "2025-09-29", "AM", "2025-09-29", "PM", "Invitation seen");
        JsonNode second = task("V1", "decide-leave-request");
        assertThat(second.path("why").asText()).contains("this is more than the policy sets aside");
        done(
                "head",
                second,
                "\"decision\": \"part\", \"givenFrom\": \"2025-09-29\", \"givenFromHalf\": \"AM\","
                        + " \"givenTo\": \"2025-09-29\", \"givenToHalf\": \"AM\", \"code\": \"C\", \"reason\": \"One left\"");
        assertThat(request("V1", "2025-09-29").path("state").asText()).isEqualTo("PART");

        asked("V3", "visit", "2025-09-22", "AM", "2025-09-22", "AM", "Invitation seen");
        assertThat(task("V3", "decide-leave-request").path("why").asText())
                .contains("The policy sets days aside for this in other year groups only");
    }

    @Test
    @Order(2)
    void theCodeOfLeaveGivenIsListedWhereTheRegisterSaysOtherwise() {
        asked("V2", "interview", "2025-09-16", "AM", "2025-09-16", "PM", "");
        done(
                "head",
                task("V2", "decide-leave-request"),
                "\"decision\": \"all\", \"code\": \"J1\", \"reason\": \"Interview at another school\"");
        posted("V2", "2025-09-15");
        daymark.moveTo("2025-09-17T08:30");
        JsonNode effects =
                daymark.send("marks", marks("V2", "2025-09-16", "AM", "O") + row("V2", "2025-09-16", "PM", "I"));
        assertThat(effects.path("effects").toString())
                .contains("lists 1 code of leave that was given to be entered in the register");
        assertThat(daymark.as("office")
                        .get("/api/decided-codes/to-be-entered.csv")
                        .body())
                .contains("\"V2\",\"Nadia V2\",\"2025-09-16\",\"AM\",\"O\",\"J1\"")
                .doesNotContain("\"PM\"");
    }

    @Test
    @Order(3)
    void leaveTakenAfterARefusalIsWrittenAboutWeighedAndHandedOver() {
        daymark.moveTo("2025-09-18T08:30");
        String ref = asked("V4", "exceptional", "2025-10-06", "AM", "2025-10-10", "PM", "");
        JsonNode decide = task("V4", "decide-leave-request");
        assertThat(decide.path("why").asText())
                .contains("judged on this family's own facts and never by a blanket rule");
        assertThat(complete("head", decide, "\"decision\": \"refuse\"").statusCode())
                .isEqualTo(422);
        assertThat(complete("office", decide, "\"decision\": \"refuse\", \"reason\": \"x\"")
                        .statusCode())
                .isNotEqualTo(204);
        done("head", decide, "\"decision\": \"refuse\", \"reason\": \"A cheaper flight is not exceptional\"");
        posted("V4", "2025-09-18");
        StringBuilder file =
                new StringBuilder(marks("V4", "2025-10-06", "AM", "G") + row("V4", "2025-10-06", "PM", "G"));
        for (int day = 7; day <= 10; day++) {
            file.append(row("V4", "2025-10-%02d".formatted(day), "AM", "G"))
                    .append(row("V4", "2025-10-%02d".formatted(day), "PM", "O"));
        }
        daymark.moveTo("2025-10-10T16:00");
        assertThat(daymark.send("marks", file.toString()).path("effects").toString())
                .as("the refused request is looked at when its days are over")
                .doesNotContain("suspected");
        daymark.moveTo("2025-10-13T08:30");
        done(
                "lead",
                task("V4", "check-suspected-leave"),
                "\"finding\": \"write\", \"reason\": \"The family had booked\"");
        posted("V4", "2025-10-13");
        assertThat(daymark.as("office")
                        .json(
                                "/api/suspected-leave/" + ref + "/reply",
                                "{\"reply\": \"We had paid already\", \"repliedOn\": \"2025-10-13\"}")
                        .statusCode())
                .isEqualTo(200);
        done("head", task("V4", "weigh-reply"), "\"verdict\": \"leave\", \"reason\": \"They went\"");
        assertThat(daymark.as("office")
                        .get("/api/decided-codes/to-be-entered.csv")
                        .body())
                .as("O becomes G")
                .contains("\"V4\",\"Nadia V4\",\"2025-10-07\",\"PM\",\"O\",\"G\"");
        JsonNode handOver = task("V4", "hand-over-leave");
        assertThat(handOver.path("why").asText())
                .as("unconfirmed codes do not count")
                .contains("fewer than the policy");
        StringBuilder entered = new StringBuilder("school_urn,pupil_ref,date,session,code\n");
        for (int day = 7; day <= 10; day++) {
            entered.append(row("V4", "2025-10-%02d".formatted(day), "PM", "G"));
        }
        daymark.send("marks", entered.toString());
        assertThat(complete(
                                "lead",
                                handOver,
                                "\"next\": \"hand-over\", \"parent1\": \"yes\", \"reason\": \"Both went\"")
                        .body())
                .contains("Choose whether the rule names parent 2", "Choose whether the rule names parent 5");
        done(
                "lead",
                handOver,
                "\"next\": \"hand-over\", \"parent1\": \"yes\", \"parent2\": \"no\", \"parent3\": \"no\","
                        + " \"parent4\": \"no\", \"parent5\": \"no\", \"reason\": \""
                        + "w".repeat(2000) + "\"");
        JsonNode leave = daymark.get("lead", "/api/suspected-leave?pupil=V4").at("/items/0");
        assertThat(leave.path("caseRef").asText()).matches("A-2025-\\d{4}");
        assertThat(leave.path("ended").asText()).startsWith("Handed over to the leave route");
        daymark.send("marks", "school_urn,pupil_ref,date,session,code\n" + row("V4", "2025-10-08", "PM", "I"));
        JsonNode review = task("V4", "review-decision");
        assertThat(review.path("assignee").asText())
                .as("the person who handed it over on the mark that is amended")
                .isEqualTo("lead");
        done("lead", review, "\"review\": \"stands\", \"reason\": \"Seven sessions are left\"");
    }

    @Test
    @Order(4)
    void absenceCodedAsLeaveThatNobodyAskedForIsLookedAtOnceAndWithdrawnWhenExplained() {
        daymark.moveTo("2025-11-10T08:30");
        String file = marks("V5", "2025-11-05", "AM", "G")
                + row("V5", "2025-11-05", "PM", "G")
                + row("V5", "2025-11-06", "AM", "G")
                + row("V5", "2025-11-06", "PM", "G");
        assertThat(daymark.as("admin")
                        .post("/api/imports/marks?mode=preview", "text/csv", file)
                        .body())
                .contains("starts 1 check of suspected leave");
        assertThat(daymark.get("lead", "/api/suspected-leave?pupil=V5")
                        .path("total")
                        .asInt())
                .isZero();
        daymark.send("marks", file);
        JsonNode more = daymark.send("marks", marks("V5", "2025-11-07", "AM", "G"));
        assertThat(more.path("effects").toString()).as("the same absence").doesNotContain("suspected");
        JsonNode check = task("V5", "check-suspected-leave");
        daymark.send("marks", marks("V5", "2025-11-05", "AM", "I") + row("V5", "2025-11-05", "PM", "I"));
        assertThat(task("V5", "check-suspected-leave").path("id")).isEqualTo(check.path("id"));
        JsonNode explained = daymark.send(
                "marks",
                marks("V5", "2025-11-06", "AM", "I")
                        + row("V5", "2025-11-06", "PM", "I")
                        + row("V5", "2025-11-07", "AM", "I"));
        assertThat(explained.path("effects").toString()).contains("withdraws 1 check of suspected leave");
        assertThat(complete("lead", check, "\"finding\": \"write\", \"reason\": \"x\"")
                        .body())
                .contains("6 November 2025 morning is now I, Illness");
    }

    @Test
    @Order(5)
    void aDayOfLeaveThatBecomesAnInsetDayKeepsNeitherTheRegisterNorTheDecisionOut() {
        asked("V6", "exceptional", "2025-11-17", "AM", "2025-11-21", "PM", "");
        done(
                "head",
                task("V6", "decide-leave-request"),
                "\"decision\": \"all\", \"code\": \"C\", \"reason\": \"A funeral abroad\"");
        posted("V6", "2025-11-10");
        daymark.moveTo("2025-11-19T16:00");
        assertThat(daymark.as("office")
                        .json(
                                "/api/late-arrivals",
                                "{\"pupilRef\": \"V9\", \"date\": \"2025-11-19\", \"time\": \"09:30\"}")
                        .statusCode())
                .isEqualTo(201);
        daymark.send(
                "calendar",
                "school_urn,kind,from,to,session,reason\n" + SCHOOL + ",CLOSURE,2025-11-19,2025-11-19,,INSET\n");
        daymark.moveTo("2025-11-21T16:00");
        JsonNode effects =
                daymark.send("marks", week("V6", 17, "N") + rows("V7", 17, "O") + row("V9", "2025-11-19", "AM", "N"));
        assertThat(effects.path("effects").toString())
                .contains("lists 8 codes of leave that was given")
                .contains("lists no code for 2 sessions of leave that was given")
                .contains("leaves 1 line of the late book without a code");
        asked("V7", "exceptional", "2025-11-17", "AM", "2025-11-21", "PM", "");
        done(
                "head",
                task("V7", "decide-leave-request"),
                "\"decision\": \"all\", \"code\": \"C\", \"reason\": \"A funeral abroad\"");
        assertThat(daymark.as("office")
                        .get("/api/decided-codes/to-be-entered.csv")
                        .body())
                .contains("\"V6\",\"Nadia V6\",\"2025-11-18\",\"AM\",\"N\",\"C\"")
                .contains("\"V7\",\"Nadia V7\",\"2025-11-21\",\"PM\",\"O\",\"C\"")
                .doesNotContain("2025-11-19");
        posted("V7", "2025-11-21");
        daymark.send("marks", marks("V6", "2025-11-18", "AM", "I"));
        assertThat(daymark.get("office", "/api/decided-codes")
                        .at("/questions/items")
                        .findValuesAsText("pupilRef"))
                .as("the register brought a third code")
                .contains("V6");
        String given = request("V6", "2025-11-17").path("ref").asText();
        assertThat(daymark.as("office")
                        .json("/api/leave-requests/" + given + "/take-back", "{\"reason\": \"They did not go\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(daymark.as("office")
                        .get("/api/decided-codes/to-be-entered.csv")
                        .body())
                .as("codes of leave that is given no longer")
                .doesNotContain("\"V6\"")
                .contains("\"V7\"");
        assertThat(daymark.get("office", "/api/decided-codes")
                        .at("/questions/items")
                        .findValuesAsText("pupilRef"))
                .doesNotContain("V6");
    }

    @Test
    @Order(6)
    void theLetterNamesOnlyTheDaysThatWereRefusedAndSaysThatTheyWere() {
        asked("V8", "exceptional", "2025-12-01", "AM", "2025-12-05", "PM", "");
        done(
                "head",
                task("V8", "decide-leave-request"),
                "\"decision\": \"part\", \"givenFrom\": \"2025-12-01\", \"givenFromHalf\": \"AM\","
                        + " \"givenTo\": \"2025-12-02\", \"givenToHalf\": \"PM\", \"code\": \"C\", \"reason\": \"The wedding itself\"");
        posted("V8", "2025-11-21");
        daymark.moveTo("2025-12-05T16:00");
        daymark.send(
                "marks",
                marks("V8", "2025-11-27", "AM", "O") + rows("V8", 1, "G").replace("-11-", "-12-"));
        daymark.moveTo("2025-12-08T08:30");
        done("lead", task("V8", "check-suspected-leave"), "\"finding\": \"write\", \"reason\": \"They stayed on\"");
        String letter = letter("V8");
        assertThat(letter)
                .contains("from Wednesday 3 December 2025 to Friday 5 December 2025")
                .contains("Leave for these days was refused. Our register shows them as:")
                .doesNotContain("no request");
        assertThat(letter.lines().filter(line -> line.startsWith("- ")))
                .singleElement()
                .asString()
                .startsWith("- 3 days")
                .contains("3 to Friday 5 December")
                .doesNotContain("November", "Monday 1");
    }

    @Test
    @Order(9)
    void theLetterSaysOfNoDayThatWasGivenOrNeverAskedForThatItWasRefused() {
        asked("V2", "exceptional", "2026-01-19", "AM", "2026-01-23", "PM", "");
        done(
                "head",
                task("V2", "decide-leave-request"),
                "\"decision\": \"part\", \"givenFrom\": \"2026-01-20\", \"givenFromHalf\": \"AM\","
                        + " \"givenTo\": \"2026-01-22\", \"givenToHalf\": \"PM\", \"code\": \"C\", \"reason\": \"The wedding itself\"");
        posted("V2", "2025-12-08");
        asked("V5", "exceptional", "2026-01-22", "AM", "2026-01-23", "PM", "");
        done("head", task("V5", "decide-leave-request"), "\"decision\": \"refuse\", \"reason\": \"Not rare\"");
        posted("V5", "2025-12-08");
        daymark.moveTo("2026-01-23T16:00");
        daymark.send(
                "marks",
                week("V2", 19, "G").replace("2025-11", "2026-01")
                        + row("V5", "2026-01-22", "AM", "G")
                        + row("V5", "2026-01-22", "PM", "G")
                        + row("V5", "2026-01-23", "AM", "G")
                        + row("V5", "2026-01-23", "PM", "G"));
        daymark.moveTo("2026-01-26T08:30");
        daymark.send(
                "marks",
                marks("V5", "2026-01-19", "AM", "G")
                        + row("V5", "2026-01-20", "AM", "G")
                        + row("V5", "2026-01-21", "AM", "G"));
        for (String pupil : List.of("V2", "V5")) {
            JsonNode tasks = daymark.get("lead", "/api/tasks?view=all&kind=check-suspected-leave&pupil=" + pupil);
            done("lead", tasks.at("/items/0"), "\"finding\": \"write\", \"reason\": \"They went\"");
        }
        assertThat(letter("V2"))
                .contains("from Monday 19 January 2026 to Friday 23 January 2026")
                .contains("Leave for these days was refused. Leave was granted for other days between these dates.");
        assertThat(letter("V2").lines().filter(line -> line.startsWith("- ")))
                .singleElement()
                .asString()
                .startsWith("- 2 days");
        assertThat(letter("V5"))
                .contains("from Monday 19 January 2026 to Friday 23 January 2026")
                .contains("Leave for some of these days was refused.")
                .doesNotContain("Leave for these days was refused", "no request", "granted");
    }

    @Test
    @Order(8)
    void aRequestThatIsSentSeveralTimesAtOnceIsEnteredOnce() throws Exception {
        String request = "{\"pupilRef\": \"V3\", \"from\": \"2026-01-12\", \"to\": \"2026-01-16\","
                + " \"ground\": \"exceptional\", \"details\": \"A wedding\"}";
        assertThat(AtOnce.statuses(() -> daymark.as("office")
                        .json("/api/leave-requests", request)
                        .statusCode()))
                .containsExactlyInAnyOrder(201, 409, 409, 409);
    }

    @Test
    @Order(7)
    void theLeadCannotAuthoriseLeaveAndAsksTheHeadteacher() {
        daymark.send(
                "marks",
                marks("V9", "2025-12-04", "AM", "G")
                        + row("V9", "2025-12-04", "PM", "G")
                        + row("V9", "2025-12-05", "AM", "G"));
        JsonNode check = task("V9", "check-suspected-leave");
        assertThat(complete("lead", check, "\"finding\": \"reason-known\", \"code\": \"C\", \"reason\": \"A funeral\"")
                        .statusCode())
                .isEqualTo(422);
        done("lead", check, "\"finding\": \"ask-headteacher\", \"reason\": \"The mother says a funeral\"");
        JsonNode decide = task("V9", "decide-whether-leave");
        assertThat(decide.path("group").asText()).isEqualTo("head");
        assertThat(decide.path("title").asText()).isEqualTo("Decide whether this absence is leave: Nadia V9");
        done("head", decide, "\"verdict\": \"authorise\", \"code\": \"C\", \"reason\": \"A funeral\"");
        assertThat(daymark.as("office")
                        .get("/api/decided-codes/to-be-entered.csv")
                        .body())
                .contains("\"V9\",\"Nadia V9\",\"2025-12-05\",\"AM\",\"G\",\"C\"");
    }

    /** Three more carers with whom the pupil lives. */
    private static String aunts() {
        StringBuilder aunts = new StringBuilder();
        for (int number = 1; number <= 3; number++) {
            aunts.append(SCHOOL + ",V4,A" + number + "," + (number + 2) + ",Ms,Sara" + number
                    + ",Khan4,Aunt,N,Y,N,N,N,N,,,1 Ash Road,,Hatfield,AL10 9AA\n");
        }
        return aunts.toString();
    }

    private String letter(String pupil) {
        String ref = daymark.get("lead", "/api/suspected-leave?pupil=" + pupil)
                .at("/items/0/ref")
                .asText();
        Letters letters = daymark.bean(Letters.class);
        return letters.ofKey(ref).stream()
                .filter(letter -> letter.template().equals("suspected-leave"))
                .findFirst()
                .orElseThrow()
                .text();
    }

    /** Marks of Monday to Friday, that Monday being this day of November 2025. */
    private static String week(String pupil, int monday, String code) {
        return "school_urn,pupil_ref,date,session,code\n" + rows(pupil, monday, code);
    }

    private static String rows(String pupil, int monday, String code) {
        StringBuilder rows = new StringBuilder();
        for (int day = monday; day < monday + 5; day++) {
            rows.append(row(pupil, "2025-11-%02d".formatted(day), "AM", code))
                    .append(row(pupil, "2025-11-%02d".formatted(day), "PM", code));
        }
        return rows.toString();
    }

    private String asked(
            String pupil, String ground, String from, String fromHalf, String to, String toHalf, String evidence) {
        long mother = daymark.bean(Contacts.class)
                .of(daymark.bean(Pupils.class)
                        .find(new Urn(SCHOOL), pupil)
                        .orElseThrow()
                        .pupil()
                        .id())
                .get(0)
                .contact()
                .id()
                .number();
        HttpResponse<String> answer = daymark.as("office")
                .json(
                        "/api/leave-requests",
                        ("{\"pupilRef\": \"%s\", \"askedBy\": %d, \"from\": \"%s\", \"fromSession\": \"%s\", \"to\": \"%s\","
                                        + " \"toSession\": \"%s\", \"ground\": \"%s\", \"details\": \"May she go?\","
                                        + " \"evidence\": \"%s\"}")
                                .formatted(pupil, mother, from, fromHalf, to, toHalf, ground, evidence));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return OwnApplication.json(answer).path("ref").asText();
    }

    private JsonNode request(String pupil, String from) {
        JsonNode items =
                daymark.get("office", "/api/leave-requests?pupil=" + pupil).path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(one -> one.at("/from").asText().equals(from))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode task(String pupil, String kind) {
        JsonNode items = daymark.get("head", "/api/tasks?view=all&pupil=" + pupil + "&kind=" + kind)
                .path("items");
        assertThat(items.size()).as(kind + " of " + pupil + ": " + items).isOne();
        return items.get(0);
    }

    /** The letter about leave; the letter of concern that the count brings too is left lying. */
    private void posted(String pupil, String day) {
        JsonNode items = daymark.get("head", "/api/tasks?view=all&pupil=" + pupil + "&kind=post-letter")
                .path("items");
        List<JsonNode> aboutLeave = StreamSupport.stream(items.spliterator(), false)
                .filter(item -> !item.path("title").asText().contains("Letter of concern"))
                .toList();
        assertThat(aboutLeave)
                .as("letters about leave of " + pupil + ": " + items)
                .hasSize(1);
        done("office", aboutLeave.get(0), LETTER_POSTED.formatted(day));
    }

    private void done(String user, JsonNode task, String fields) {
        HttpResponse<String> answer = complete(user, task, fields);
        assertThat(answer.statusCode()).as(task + "\n" + answer.body()).isEqualTo(204);
    }

    private HttpResponse<String> complete(String user, JsonNode task, String fields) {
        String id = task.path("id").asText();
        HttpResponse<String> form = daymark.as(user).get("/api/tasks/" + id + "/form");
        int version = form.statusCode() == 200
                ? OwnApplication.json(form).path("version").asInt()
                : 0;
        return daymark.as(user)
                .json("/api/tasks/" + id + "/complete", "{\"version\": " + version + ", \"fields\": {" + fields + "}}");
    }

    private static String marks(String pupil, String date, String half, String code) {
        return "school_urn,pupil_ref,date,session,code\n" + row(pupil, date, half, code);
    }

    private static String row(String pupil, String date, String half, String code) {
        return SCHOOL + "," + pupil + "," + date + "," + half + "," + code + "\n";
    }

    private static String pupil(String ref, int year) {
        return SCHOOL + "," + ref + "," + ref + ",Nadia,2015-03-02," + year + ",2025-09-03\n";
    }
}
