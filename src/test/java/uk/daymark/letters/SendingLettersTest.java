package uk.daymark.letters;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.daymark.Http;
import uk.daymark.WebTest;
import uk.daymark.access.Role;
import uk.daymark.journal.Journal;
import uk.daymark.letters.Letter.State;
import uk.daymark.people.Pupils;
import uk.daymark.people.Scope;
import uk.daymark.people.Urn;
import uk.daymark.register.web.TwoSchools;
import uk.daymark.workflow.Processes;
import uk.daymark.workflow.engine.FixtureModels;
import uk.daymark.worklist.web.FixtureWork;

/** A letter from its proposal to the post, as the office and the attendance lead work it. */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SendingLettersTest {

    private static final String SCHOOL = TwoSchools.OURS;
    private static final ObjectMapper JSON = new ObjectMapper();

    @LocalServerPort
    private int port;

    @Autowired
    private Processes processes;

    @Autowired
    private FixtureModels models;

    @Autowired
    private Letters letters;

    @Autowired
    private Pupils pupils;

    @Autowired
    private HeldFamilies heldFamilies;

    @Autowired
    private Journal journal;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Clock clock;

    @BeforeAll
    void school() {
        TwoSchools.exist(port);
    }

    @Test
    void aLetterForEachParentIsPrintedPostedAndRecorded() throws Exception {
        String key = family("FL1", "N", "N");
        processes.start("family-letter", key, Map.of("letter", "soft-letter"));
        List<Letter> written = letters.ofKey(key);
        assertThat(written).hasSize(2).allMatch(letter -> letter.state() == State.PROPOSED);
        assertThat(written.get(0).ref()).matches("L-20\\d\\d-\\d{5}").doesNotContain("FL1");

        Http office = Http.browser(port, "office");
        assertThat(office.get("/letters").body()).contains(written.get(0).ref());
        assertThat(office.get("/letters/" + written.get(0).ref()).body())
                .contains(written.get(0).html());
        assertThat(office.get("/letters/" + written.get(1).ref() + "/letter.txt")
                        .body())
                .isEqualTo(written.get(1).text());
        String sheets = office.get("/letters/print?ref=" + written.get(0).ref() + "&ref="
                        + written.get(1).ref())
                .body();
        assertThat(sheets)
                .contains(written.get(0).html())
                .contains(written.get(1).html());

        JsonNode task = task("office", key);
        HttpResponse<String> sent = complete(
                "office",
                task,
                Map.of("letterSending", "posted", "sentOn", today().toString(), "postage", "first-class"));
        assertThat(sent.statusCode()).as(sent.body()).isBetween(200, 204);
        assertThat(letters.ofKey(key)).allSatisfy(letter -> {
            assertThat(letter.state()).isEqualTo(State.POSTED);
            assertThat(letter.fate().sentOn()).hasValue(today());
            assertThat(letter.fate().by()).hasValue("office");
            assertThat(letter.fate().how()).isEqualTo("first-class");
        });
        assertThat(journal.of(key)).anyMatch(entry -> entry.entry().what().contains("posted on"));
        assertThat(processes.running("family-letter", key)).isFalse();
    }

    @Test
    void ofSeveralTickedTasksTheLettersAreOpenedToPrintAndATaskWithoutOneIsNamed() throws Exception {
        String key = family("FL23", "N", "N");
        processes.start("family-letter", key, Map.of("letter", "soft-letter"));
        List<Letter> written = letters.ofKey(key);
        assertThat(written).hasSize(2);
        FixtureWork.Made without = new FixtureWork(processes, models).make("Ring the sorting office");
        String ticked = "pick=" + task("office", key).path("id").asText() + ":1&pick="
                + FixtureWork.id(Http.program(port, "office"), without) + ":1";
        Http office = Http.browser(port, "office");
        HttpResponse<String> answer = office.submit("/tasks", "/tasks/together", "do=letters&" + ticked);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("location").orElse("")).endsWith("/tasks/together");
        String result = main(office.get("/tasks/together"));
        assertThat(result)
                .contains("Letters to print: 2. Tasks without one: 1.")
                .contains(without.title(), "It is about no letter that you can print now.")
                .doesNotContain("Amira Khan");
        Matcher link =
                Pattern.compile("href=\"([^\"]+)\">Open the letters to print<").matcher(result);
        assertThat(link.find()).isTrue();
        HttpResponse<String> sheets = office.get(link.group(1).replace("&amp;", "&"));
        assertThat(sheets.statusCode()).isEqualTo(200);
        assertThat(main(sheets))
                .contains("Letters to print (2)")
                .contains(written.get(0).html(), written.get(1).html())
                .doesNotContain("is not printed:");
        assertThat(letters.ofKey(key))
                .as("what is printed is not in the post yet")
                .allMatch(letter -> letter.state() == State.PROPOSED);
    }

    @Test
    void whenTheRegisterChangesTheLetterIsWrittenAnewAndTheOldOneIsKept() throws Exception {
        String key = family("FL2", "N", "N");
        processes.start("family-letter", key, Map.of("letter", "soft-letter"));
        Letter first = letters.ofKey(key).get(0);
        assertThat(first.figures()).isEqualTo("1 school day");
        TwoSchools.marked(port, TwoSchools.mark("FL2", "2025-09-08", "AM", "/"));

        HttpResponse<String> refused = complete(
                "office",
                task("office", key),
                Map.of("letterSending", "posted", "sentOn", today().toString(), "postage", "first-class"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("the letter says 1 school day, the register now says half a school day")
                .contains("/fields/letterSending");
        assertThat(letters.ofKey(key)).allMatch(letter -> letter.state() == State.PROPOSED);

        assertThat(complete("office", task("office", key), Map.of("letterSending", "anew"))
                        .statusCode())
                .isBetween(200, 204);
        List<Letter> all = letters.ofKey(key);
        assertThat(all).hasSize(4);
        assertThat(all.get(0)).satisfies(old -> {
            assertThat(old.state()).isEqualTo(State.WITHDRAWN);
            assertThat(old.html()).isEqualTo(first.html());
            assertThat(old.sha256()).isEqualTo(first.sha256());
        });
        assertThat(all.get(2).figures()).isEqualTo("half a school day");
        assertThat(complete(
                                "office",
                                task("office", key),
                                Map.of(
                                        "letterSending",
                                        "posted",
                                        "sentOn",
                                        today().toString(),
                                        "postage",
                                        "first-class"))
                        .statusCode())
                .isBetween(200, 204);
        assertThat(letters.ofKey(key).get(3).state()).isEqualTo(State.POSTED);
    }

    @Test
    void aLetterThatWasInThePostAlreadyIsRecordedAsItWas() throws Exception {
        String key = family("FL3", "N", "N");
        processes.start("family-letter", key, Map.of("letter", "soft-letter"));
        TwoSchools.marked(port, TwoSchools.mark("FL3", "2025-09-08", "AM", "/"));
        assertThat(complete(
                                "office",
                                task("office", key),
                                Map.of(
                                        "letterSending",
                                        "posted",
                                        "sentOn",
                                        today().toString(),
                                        "postage",
                                        "second-class",
                                        "sentBeforeChange",
                                        "yes"))
                        .statusCode())
                .isBetween(200, 204);
        assertThat(letters.ofKey(key)).allMatch(letter -> letter.state() == State.POSTED);
    }

    @Test
    void anAddressThatChangesBetweenPrintingAndPostingIsToldInTime() throws Exception {
        String key = family("FL4", "N", "N");
        processes.start("family-letter", key, Map.of("letter", "soft-letter"));
        FamiliesForTests.contacts(port, mother("FL4", "9 New Road"));
        HttpResponse<String> refused = complete(
                "office",
                task("office", key),
                Map.of("letterSending", "posted", "sentOn", today().toString(), "postage", "first-class"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("The address of Ms Nadia Khan has changed.");
    }

    @Test
    void aParentWhoMustNoLongerBeContactedIsToldInTime() throws Exception {
        String key = family("FL5", "N", "N");
        processes.start("family-letter", key, Map.of("letter", "soft-letter"));
        FamiliesForTests.contacts(
                port, SCHOOL + ",FL5,FL5b,2,Mr,Omar,Khan,Father,Y,N,N,Y,Y,N,,,2 Elm Road,,Ely,CB7 4AA\n");
        HttpResponse<String> refused = complete(
                "office",
                task("office", key),
                Map.of("letterSending", "posted", "sentOn", today().toString(), "postage", "first-class"));
        assertThat(refused.body()).contains("Mr Omar Khan must not be written to any more.");
    }

    @Test
    void aLegalWarningGoesByPostOnlyAndWaitsWhileAReasonIsMissing() throws Exception {
        String held = family("FL6", "N", "N");
        processes.start("family-letter", held, Map.of("letter", "leave-refused"));
        assertThat(letters.ofKey(held)).allSatisfy(letter -> {
            assertThat(letter.state()).isEqualTo(State.HELD);
            assertThat(letter.holds()).containsExactly("legal-with-a-reason-missing");
        });
        String free = family("FL7", "O", "O");
        processes.start("family-letter", free, Map.of("letter", "leave-refused"));
        HttpResponse<String> refused = complete(
                "office", task("office", free), Map.of("letterSending", "emailed", "sentOn", today().toString()));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("A letter with a legal warning goes by post");
    }

    @Test
    void aHeldLetterIsTheLeadsToDecide() throws Exception {
        String key = family("FL8", "N", "N");
        heldFamilies.hold(
                pupils.find(new Urn(SCHOOL), "FL8").orElseThrow().enrolment().id(),
                HeldFamilies.Kind.BEREAVEMENT,
                "The grandmother died on Sunday",
                Optional.empty());
        processes.start("family-letter", key, Map.of("letter", "soft-letter"));
        assertThat(letters.ofKey(key)).allMatch(letter -> letter.state() == State.HELD);
        assertThat(tasks("office", key)).isEmpty();
        JsonNode task = task("lead", key);

        assertThat(complete("lead", task, Map.of("holdDecision", "wait", "reason", "Give them time"))
                        .body())
                .contains("/fields/waitUntil");
        assertThat(complete("lead", task, Map.of("holdDecision", "send", "reason", "The father asked for the dates"))
                        .statusCode())
                .isBetween(200, 204);
        assertThat(letters.ofKey(key)).allMatch(letter -> letter.state() == State.PROPOSED);
        assertThat(complete(
                                "office",
                                task("office", key),
                                Map.of("letterSending", "posted", "sentOn", today().toString(), "postage", "by-hand"))
                        .statusCode())
                .isBetween(200, 204);
    }

    @Test
    void anAddressIsShownWhereTheLetterIsToBeSentAndNowhereElse() throws Exception {
        String key = pupil("FL20", "N", "N");
        FamiliesForTests.contacts(
                port, SCHOOL + ",FL20,FL20a,1,Ms,Nadia,Khan,Mother,Y,Y,N,N,Y,Y,,,77 Secret Lane,,Hatfield,AL10 9AA\n");
        processes.start("family-letter", key, Map.of("letter", "soft-letter"));
        Letter letter = letters.ofKey(key).get(0);
        assertThat(letter.state()).isEqualTo(State.HELD);
        assertThat(everywhere(letter, "office", "auditor")).doesNotContain("77 Secret Lane", "AL10 9AA");
        assertThat(everywhere(letter, "office")).contains("Ms Nadia Khan", "Address not shown");
        JsonNode held = task("lead", key);
        String shown = Http.browser(port, "lead")
                .get("/tasks/" + held.path("id").asText())
                .body();
        assertThat(shown).contains(letter.ref()).doesNotContain("77 Secret Lane");
        assertThat(complete("lead", held, Map.of("holdDecision", "send", "reason", "To her alone"))
                        .statusCode())
                .isBetween(200, 204);
        assertThat(everywhere(letter, "office")).contains("77 Secret Lane");
        assertThat(everywhere(letter, "auditor")).doesNotContain("77 Secret Lane", "AL10 9AA");
        assertThat(complete(
                                "office",
                                task("office", key),
                                Map.of(
                                        "letterSending",
                                        "posted",
                                        "sentOn",
                                        today().toString(),
                                        "postage",
                                        "first-class"))
                        .statusCode())
                .isBetween(200, 204);
        assertThat(everywhere(letter, "office", "auditor")).doesNotContain("77 Secret Lane");
    }

    private String everywhere(Letter letter, String... users) {
        StringBuilder all = new StringBuilder();
        for (String user : users) {
            Http http = Http.browser(port, user);
            all.append(http.get("/letters/" + letter.ref()).body());
            all.append(http.get("/letters/" + letter.ref() + "/letter.txt").body());
            all.append(http.get("/letters/print?ref=" + letter.ref()).body());
        }
        return all.toString();
    }

    @Test
    void noLetterIsPostedToAnAddressThatIsNone() throws Exception {
        String key = pupil("FL21", "N", "N");
        FamiliesForTests.contacts(
                port, SCHOOL + ",FL21,FL21a,1,Ms,Nadia,Khan,Mother,Y,Y,N,N,Y,N,,,No fixed abode,,Hatfield,AL10 9AA\n");
        processes.start("family-letter", key, Map.of("letter", "soft-letter"));
        assertThat(complete("lead", task("lead", key), Map.of("holdDecision", "send", "reason", "By hand"))
                        .statusCode())
                .isBetween(200, 204);
        Map<String, Object> answer = new HashMap<>(
                Map.of("letterSending", "posted", "sentOn", today().toString(), "postage", "first-class"));
        HttpResponse<String> refused = complete("office", task("office", key), answer);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("The letter to Ms Nadia Khan cannot be posted: there is no fixed address");
        answer.put("postage", "by-hand");
        assertThat(complete("office", task("office", key), answer).statusCode()).isBetween(200, 204);
    }

    @Test
    void aPageOrADayFarAwayIsRefusedWithWords() {
        Http lead = Http.browser(port, "lead");
        assertThat(lead.get("/letters?page=2147483647").statusCode()).isEqualTo(400);
        assertThat(lead.submit("/letters/holds", "/letters/holds", "pupil=FL1&kind=OTHER&why=x&until=%2B999999-01-01")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void whoeverLooksAtTheListIsWrittenDown() {
        Http.browser(port, "auditor").get("/letters?show=held");
        assertThat(jdbc.queryForList(
                        "select what from look_entry where subject = 'LETTERS' and by_user = 'auditor'", String.class))
                .anyMatch(what -> what.startsWith("/letters, held, page 1"));
    }

    @Test
    void numbersThatMustNotBeRungAreShownNowhere() {
        FamiliesForTests.pupil(port, SCHOOL, "FL22", "Amira", "Khan");
        FamiliesForTests.send(
                port,
                "contacts",
                FamiliesForTests.CONTACTS.replace("address_withheld", "address_withheld,mobile")
                        + SCHOOL
                        + ",FL22,FL22a,1,Ms,Nadia,Khan,Mother,Y,Y,Y,N,Y,N,07700900001,,,1 Ash Road,,Hatfield,AL10 9AA\n"
                        + SCHOOL
                        + ",FL22,FL22b,2,Mr,Omar,Khan,Father,Y,N,Y,N,N,N,07700900002,,,2 Elm Road,,Ely,CB7 4AA\n");
        assertThat(Http.browser(port, "office")
                        .get("/pupils/" + SCHOOL + "/FL22")
                        .body())
                .contains("07700900001", "Not to be rung")
                .doesNotContain("07700900002");
    }

    @Test
    void whatIsAboutOneParentIsKeptWithThatParentsLetterAndTheOtherLetterMayGo() throws Exception {
        String key = pupil("FL13", "N", "N");
        FamiliesForTests.contacts(
                port,
                mother("FL13", "1 Ash Road"),
                SCHOOL + ",FL13,FL13b,2,Mr,Imran,Khan,Father,Y,N,Y,N,Y,N,,,2 Elm Road,,Hatfield,AL10 9AA\n");
        processes.start("family-letter", key, Map.of("letter", "soft-letter"));
        List<Letter> written = letters.ofKey(key);
        assertThat(written).extracting(Letter::state).containsExactly(State.HELD, State.HELD);
        Letter toMother = written.get(0);
        Letter toFather = written.get(1);
        assertThat(toMother.holds()).isEmpty();
        assertThat(toFather.holds()).containsExactly("court-order");
        JsonNode task = task("lead", key);
        String page =
                main(Http.browser(port, "lead").get("/tasks/" + task.path("id").asText()));
        assertThat(page).contains("About " + toMother.recipient()).doesNotContain("About " + toFather.recipient());

        HttpResponse<String> all = complete(
                "lead",
                task,
                Map.of("holdDecision", "send", "reason", "Neither", "notSent", toMother.ref() + ", " + toFather.ref()));
        assertThat(all.statusCode()).isEqualTo(422);
        assertThat(all.body()).contains("/fields/notSent", "choose not to send it");
        assertThat(complete(
                                "lead",
                                task,
                                Map.of(
                                        "holdDecision",
                                        "send",
                                        "reason",
                                        "The order says he is not to be written to",
                                        "notSent",
                                        toFather.ref()))
                        .statusCode())
                .isBetween(200, 204);
        assertThat(letters.ofKey(key)).extracting(Letter::state).containsExactly(State.PROPOSED, State.WITHDRAWN);
        assertThat(letters.ofKey(key).get(1).fate().why()).isEqualTo("The order says he is not to be written to");
        assertThat(task("office", key).path("kind").asText()).isEqualTo("post-letter");
    }

    @Test
    void oneLetterThatIsNotSentLeavesAnotherOfTheSameMatterAlone() throws Exception {
        String key = family("FL14", "N", "N");
        processes.start("family-letter", key, Map.of("letter", "soft-letter"));
        processes.start("family-letter", key, Map.of("letter", "attendance-concern"));
        List<JsonNode> both = tasks("office", key);
        assertThat(both).hasSize(2);
        assertThat(complete("office", both.get(0), Map.of("letterSending", "stop", "reason", "Not needed"))
                        .statusCode())
                .isBetween(200, 204);
        assertThat(letters.ofKey(key))
                .extracting(Letter::state)
                .containsExactlyInAnyOrder(State.WITHDRAWN, State.WITHDRAWN, State.PROPOSED, State.PROPOSED);
        assertThat(letters.ofKey(key).stream()
                        .filter(letter -> letter.state() == State.WITHDRAWN)
                        .map(Letter::template)
                        .distinct())
                .as("both of one kind")
                .hasSize(1);
        assertThat(tasks("office", key)).hasSize(1);
        assertThat(processes.running("family-letter", key)).isTrue();
        letters.withdraw(key, "the case was closed");
        assertThat(letters.ofKey(key)).allMatch(letter -> letter.state() == State.WITHDRAWN);
        assertThat(processes.running("family-letter", key)).isFalse();
    }

    @Test
    void whereNobodyMayBeWrittenToNothingCanBeSent() throws Exception {
        String key = pupil("FL9", "N", "N");
        FamiliesForTests.contacts(
                port, SCHOOL + ",FL9,FL9a,1,Ms,Nadia,Khan,Mother,Y,Y,N,Y,Y,N,,,1 Ash Road,,Hatfield,AL10 9AA\n");
        processes.start("family-letter", key, Map.of("letter", "soft-letter"));
        assertThat(letters.ofKey(key)).isEmpty();
        HttpResponse<String> refused =
                complete("lead", task("lead", key), Map.of("holdDecision", "send", "reason", "Send it"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("There is nobody to send it to");
        assertThat(complete("lead", task("lead", key), Map.of("holdDecision", "stop", "reason", "Nobody to write to"))
                        .statusCode())
                .isBetween(200, 204);
    }

    @Test
    void oneOfSeveralIsHeldBackOnlyWithAReasonAndByItsReference() throws Exception {
        String key = family("FL10", "N", "N");
        processes.start("family-letter", key, Map.of("letter", "soft-letter"));
        Letter kept = letters.ofKey(key).get(1);
        Map<String, Object> answer = new HashMap<>(Map.of(
                "letterSending",
                "posted",
                "sentOn",
                today().toString(),
                "postage",
                "first-class",
                "notSent",
                "L-1999-00001"));
        assertThat(complete("office", task("office", key), answer).body()).contains("None of these letters");
        answer.put("notSent", kept.ref());
        assertThat(complete("office", task("office", key), answer).body())
                .contains("Enter why " + kept.ref() + " was not sent");
        answer.put("reason", "He came in and took it with him");
        assertThat(complete("office", task("office", key), answer).statusCode()).isBetween(200, 204);
        assertThat(letters.ofKey(key)).extracting(Letter::state).containsExactly(State.POSTED, State.WITHDRAWN);
    }

    @Test
    void whatALetterRestsOnFallsAwayAndTheTaskSaysSo() throws Exception {
        String key = family("FL11", "N", "N");
        processes.start("family-letter", key, Map.of("letter", "soft-letter"));
        assertThat(letters.wouldWithdraw(key)).isEqualTo(2);
        letters.withdraw(key, "8 September morning is now I, illness");
        assertThat(letters.ofKey(key)).allSatisfy(letter -> {
            assertThat(letter.state()).isEqualTo(State.WITHDRAWN);
            assertThat(letter.fate().why()).isEqualTo("8 September morning is now I, illness");
        });
        assertThat(tasks("office", key)).isEmpty();
        assertThat(processes.running("family-letter", key)).isFalse();
        letters.withdraw(key, "again");
        assertThat(letters.ofKey(key)).allMatch(letter -> letter.fate().why().startsWith("8 September"));
    }

    @Test
    void aLetterOfAnotherSchoolIsAsOneThatDoesNotExist() {
        FamiliesForTests.schools(port);
        FamiliesForTests.pupil(port, FamiliesForTests.CAMBS, "FL12", "Amira", "Khan");
        FamiliesForTests.contacts(
                port,
                FamiliesForTests.CAMBS + ",FL12,x1,1,Ms,Nadia,Khan,Mother,Y,Y,N,N,Y,N,,,1 Ash Road,,Ely,CB7 4AA\n");
        FamiliesForTests.marks(port, FamiliesForTests.CAMBS, "FL12", "2025-09-08 AM N", "2025-09-08 PM N");
        String key = "Y-" + FamiliesForTests.CAMBS + "-FL12";
        processes.start("family-letter", key, Map.of("letter", "soft-letter"));
        String ref = letters.ofKey(key).get(0).ref();
        Http office = Http.browser(port, "office");
        HttpResponse<String> hidden = office.get("/letters/" + ref);
        HttpResponse<String> absent = office.get("/letters/L-1999-00001");
        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(main(hidden).replace(ref, "")).isEqualTo(main(absent).replace("L-1999-00001", ""));
        assertThat(office.get("/letters/print?ref=" + ref).statusCode()).isEqualTo(404);
        assertThat(letters.find(ref, new LetterReach(Scope.everywhere(), Role.AUDITOR)))
                .isPresent();
    }

    @Test
    void theLetterheadAndTheHoldsAreKeptOnTheirPages() {
        Http lead = Http.browser(port, "lead");
        FamiliesForTests.send(
                port, "pupils", FamiliesForTests.PUPILS + SCHOOL + ",FL13,Khan,Amira,2014-03-02,7,7A,2025-09-03\n");
        String page = "/letters/letterheads/" + SCHOOL;
        assertThat(lead.submit(page, page, "sender=Ms+Jones&phone=01632+960001&replyDays=0")
                        .body())
                .contains("Enter a number of school days from 1 to 60");
        assertThat(lead.submit(page, page, "sender=&phone=&email=&head=&address=&replyDays=")
                        .statusCode())
                .isEqualTo(302);
        assertThat(lead.submit("/letters/holds", "/letters/holds", "pupil=nobody&kind=OTHER&why=x")
                        .body())
                .contains("Enter the reference of a pupil at your school");
        assertThat(lead.submit(
                                "/letters/holds",
                                "/letters/holds",
                                "pupil=FL13&kind=SAFEGUARDING&why=An+enquiry+is+open")
                        .statusCode())
                .isEqualTo(302);
        assertThat(lead.get("/letters/holds").body()).contains("(FL13): Open safeguarding enquiry");
        long id = heldFamilies.in(Scope.school(new Urn(SCHOOL))).stream()
                .filter(held -> held.pupilRef().equals("FL13"))
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(lead.submit("/letters/holds", "/letters/holds/" + id + "/lift", "why=")
                        .body())
                .contains("Enter why letters are no longer held");
        assertThat(lead.submit("/letters/holds", "/letters/holds/" + id + "/lift", "why=It+is+closed")
                        .statusCode())
                .isEqualTo(302);
        assertThat(lead.get("/letters/holds").body()).doesNotContain("(FL13)");
        assertThat(Http.browser(port, "office").get("/letters/holds").statusCode())
                .isEqualTo(403);
    }

    @Test
    void theDatabaseKeepsEveryReferenceOnce() {
        assertThat(jdbc.queryForObject("select count(*) - count(distinct ref) from letter", Integer.class))
                .isZero();
    }

    /** A pupil with two parents and a day of these codes; the key of a letter about the pupil. */
    private String family(String ref, String morning, String afternoon) {
        String key = pupil(ref, morning, afternoon);
        FamiliesForTests.contacts(
                port,
                mother(ref, "1 Ash Road"),
                SCHOOL + "," + ref + "," + ref + "b,2,Mr,Omar,Khan,Father,Y,N,N,N,Y,N,,,2 Elm Road,,Ely,CB7 4AA\n");
        return key;
    }

    private String pupil(String ref, String morning, String afternoon) {
        FamiliesForTests.pupil(port, SCHOOL, ref, "Amira", "Khan");
        TwoSchools.marked(
                port,
                TwoSchools.mark(ref, "2025-09-08", "AM", morning),
                TwoSchools.mark(ref, "2025-09-08", "PM", afternoon),
                TwoSchools.mark(ref, "2025-09-09", "AM", "/"));
        return "Y-" + SCHOOL + "-" + ref;
    }

    private static String mother(String ref, String road) {
        return SCHOOL + "," + ref + "," + ref + "a,1,Ms,Nadia,Khan,Mother,Y,Y,N,N,Y,N," + ref + "@example.com,," + road
                + ",,Hatfield,AL10 9AA\n";
    }

    private static String main(HttpResponse<String> page) {
        return page.body().replaceAll("(?s)^.*<main", "").replaceAll("(?s)</main>.*$", "");
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private JsonNode task(String user, String key) throws Exception {
        List<JsonNode> found = tasks(user, key);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private List<JsonNode> tasks(String user, String key) throws Exception {
        String ref = key.substring(key.lastIndexOf('-') + 1);
        JsonNode page = JSON.readTree(Http.program(port, user)
                .get("/api/tasks?view=available&size=200&pupil=" + ref)
                .body());
        JsonNode mine = JSON.readTree(Http.program(port, user)
                .get("/api/tasks?view=mine&size=200&pupil=" + ref)
                .body());
        List<JsonNode> found = new ArrayList<>();
        page.path("items").forEach(found::add);
        mine.path("items").forEach(found::add);
        found.removeIf(item -> !item.path("process").asText().equals("family-letter")
                || user.equals("office") && !item.path("group").asText().equals("office")
                || user.equals("lead") && !item.path("group").asText().equals("lead"));
        return found;
    }

    private HttpResponse<String> complete(String user, JsonNode task, Map<String, Object> fields) throws Exception {
        Http http = Http.program(port, user);
        String id = task.path("id").asText();
        http.json("/api/tasks/" + id + "/claim", "{}");
        JsonNode form = JSON.readTree(http.get("/api/tasks/" + id + "/form").body());
        return http.json(
                "/api/tasks/" + id + "/complete",
                JSON.writeValueAsString(Map.of("version", form.path("version").asInt(), "fields", fields)));
    }
}
