package uk.daymark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import uk.daymark.browser.Browsers.View;
import uk.daymark.journey.OwnApplication;

/** A morning of first-day calls: by keyboard, without scripts, by two clerks at once. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CallingFamiliesTest {

    private static final int RUN = SchoolWithAbsences.RUN;

    private static SchoolWithAbsences school;
    private static OwnApplication daymark;

    private final List<Page> opened = new ArrayList<>();

    @BeforeAll
    static void open() {
        school = SchoolWithAbsences.open();
        daymark = school.daymark();
    }

    @AfterAll
    static void close() {
        daymark.close();
    }

    @AfterEach
    void closePages() {
        opened.forEach(page -> page.context().close());
    }

    @Test
    @Order(1)
    void twentyCallsAreMadeWithTheKeyboardAloneAndWithoutScripts() { // KB5, KB9, KB10, NJ1
        school.absent(SchoolWithAbsences.run());
        Page page = signedIn(Browsers.openWithoutAnyScript(daymark.port()), "office");
        page.navigate("/calls");
        assertThat(page.title()).isEqualTo("First-day calls (20) - Daymark");
        Focus keys = new Focus(page);
        assertThat(keys.name()).isEqualTo("Ring the next family");
        keys.send("");
        for (int call = 1; call <= RUN; call++) {
            assertThat(page.title()).startsWith("Call " + call + " of 20: Child Run");
            assertThat(keys.name()).as("ready to type").isEqualTo("Outcome code");
            keys.send(call % 4 == 0 ? "NA" : "I");
        }
        assertThat(page.title()).isEqualTo("First-day calls (0) - Daymark");
        assertThat(keys.pressed()).as("keys pressed").isLessThanOrEqualTo(3 * RUN + 10);
        assertThat(daymark.get("office", "/api/decided-codes").toString().split("\"decided\":\"I\"|\"code\":\"I\"", -1))
                .as("codes of illness that wait for the register")
                .hasSizeGreaterThan(15);
    }

    @Test
    @Order(2)
    void aHouseholdIsRungByOneClerkAndTheOtherIsToldWhoAndOfferedTheNext() { // CO1, CO6
        school.absent("K1", "K2", "P1", "P2");
        Page office = signedIn(View.DESK, "office");
        Page lead = signedIn(View.DESK_WITHOUT_SCRIPTS, "lead");
        String first = ring(office);
        lead.navigate(first);
        assertThat(main(lead)).contains("Being rung by Olu Office since 9:25am.");
        PageChecks.check(lead, "call-elsewhere");
        String second = ring(lead);
        assertThat(second).isNotEqualTo(first);
        Page head = signedIn(View.DESK, "head");
        head.navigate("/calls");
        next(head);
        // Of three calls left two are to the parents of the Poles: one of them is being rung, so nobody rings that
        // parent again.
        assertThat(head.url()).endsWith("/calls");
        Set<String> households =
                new HashSet<>(List.of(office.locator("h1").textContent().replaceAll(".*: ", "")));
        households.add(lead.locator("h1").textContent().replaceAll(".*: ", ""));
        assertThat(households).contains("Amira Khan and Yusuf Khan").hasSize(2);
        stop(office);
        stop(lead);
    }

    @Test
    @Order(2)
    void aCallIsBegunFromItsRowOnTheListAsFromTheQueue() {
        Page page = signedIn(View.NARROW_WITHOUT_SCRIPTS, "office");
        page.navigate("/tasks?view=available&q=Amira");
        page.locator("tbody th a").first().click();
        assertThat(main(page)).contains("Why now", "Postpone").doesNotContain("Outcome code", "Take this");
        PageChecks.check(page, "call-as-a-task");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ring this family now"))
                .click();
        assertThat(page.url()).contains("/calls/");
        assertThat(main(page)).contains("Ring now: Nadia Khan");
        Page lead = signedIn(View.DESK, "lead");
        lead.navigate(page.url());
        assertThat(main(lead)).contains("Being rung by Olu Office");
        lead.navigate(page.url().replace("/calls/", "/tasks/"));
        assertThat(main(lead)).doesNotContain("Ring this family now");
        stop(page);
    }

    @Test
    @Order(3)
    void aCallThatWasOnlyGivenOrPutOffIsNotSaidToBeMade() {
        String jan = callOf("Jan Pole");
        give(jan, "head");
        Page office = signedIn(View.DESK, "office");
        office.navigate("/calls/" + jan);
        assertThat(main(office)).doesNotContain("Being rung");
        give(jan, "");
    }

    @Test
    @Order(3)
    void aCallThatSomebodyWasOnlyGivenKeepsNobodyFromRingingThatPerson() {
        String jan = callOf("Jan Pole");
        give(jan, "head");
        Page office = signedIn(View.DESK, "office");
        openCallOf(office, "Ewa Pole");
        stop(office);
        assertThat(main(office)).contains("The call is free for others.");
        Page head = signedIn(View.DESK, "head");
        head.navigate("/calls/" + jan);
        stop(head);
        assertThat(main(head)).as("it was given for good").doesNotContain("free for others");
        assertThat(daymark.get("head", "/api/tasks?view=mine&q=Jan")
                        .path("total")
                        .asInt())
                .isOne();
        give(jan, "");
    }

    @Test
    @Order(4)
    void oneCallIsAboutAllPupilsOfAHouseholdAndNoAnswerGoesOnToTheNextPerson() {
        Page page = signedIn(View.DESK, "office");
        openCallOf(page, "Amira Khan");
        assertThat(main(page)).contains("Ring now: Nadia Khan", "Can you tell me why Amira");
        for (String name : List.of("Amira Khan", "Yusuf Khan")) {
            assertThat(page.getByLabel(name).isChecked()).as(name).isTrue();
        }
        assertThat(page.locator("input[type=radio]:checked").count())
                .as("no reason is suggested")
                .isZero();
        new Focus(page).send("NA");
        assertThat(main(page)).contains("Saved: ", "Nadia Khan rung, no answer", "Ring now: Imran Khan");
        PageChecks.check(page, "call-second-person");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Undo this call"))
                .click();
        assertThat(main(page)).contains("The call was undone", "(undone)");
        openCallOf(page, "Amira Khan");
        assertThat(main(page)).as("both stay").contains("Ring now: Nadia Khan", "(undone)");
        page.locator("#field-outcomeCode").fill("XX");
        save(page);
        assertThat(page.title()).startsWith("Error: Call ");
        assertThat(page.locator("#field-outcomeCode").inputValue()).isEqualTo("XX");
        PageChecks.check(page, "call-error");
        stop(page);
    }

    @Test
    @Order(5)
    void whoMustNotBeRungIsNamedAndSplitsTheHousehold() {
        Page page = signedIn(View.NARROW_WITHOUT_SCRIPTS, "office");
        openCallOf(page, "Jan Pole");
        assertThat(main(page)).contains("Do not ring: Piotr Pole").doesNotContain("Ewa");
        PageChecks.check(page, "call-narrow");
        stop(page);
        PageChecks.check(page, "calls-stopped");
    }

    @Test
    @Order(6)
    void theSameCallSavedTwiceIsKeptOnce() { // CO2
        Page page = signedIn(View.DESK, "office");
        String call = openCallOf(page, "Jan Pole");
        Page twin = page.context().newPage();
        twin.navigate(call);
        new Focus(page).send("M");
        twin.locator("#field-outcomeCode").fill("M");
        save(twin);
        assertThat(main(twin)).contains("You did this at 9:25am.", "What you just typed was not saved", "M");
        twin.goBack();
        assertThat(main(twin)).doesNotContain("Something went wrong");
        assertThat(daymark.get("office", "/api/tasks?view=all&size=200&q=Jan")
                        .path("total")
                        .asInt())
                .isZero();
    }

    @Test
    @Order(7)
    void aCallThatTheRegisterEndsMeanwhileLosesNothingThatWasTyped() { // CO7
        school.absent("G1");
        Page page = signedIn(View.DESK, "office");
        openCallOf(page, "Gil Gone");
        page.getByLabel("Note").fill("Gina said he has a cold");
        school.marked("I", "G1");
        page.locator("#field-outcomeCode").fill("I");
        save(page);
        assertThat(main(page))
                .contains("This task was withdrawn", "illness, by the register")
                .contains("What you just typed was not saved", "Gina said he has a cold", "Ring the next family");
        PageChecks.check(page, "call-ended");
    }

    @Test
    @Order(8)
    void aParentWhoThoughtTheChildWasInSchoolLeadsStraightToTheSearch() {
        school.absent("T1");
        Page page = signedIn(View.DESK, "office");
        openCallOf(page, "Tam Thought");
        new Focus(page).send("TH");
        assertThat(page.locator("h1").textContent()).isEqualTo("Find Tam Thought");
        assertThat(main(page)).contains("tell the attendance lead now, in person");
        page.navigate("/tasks?view=mine&q=nothing-of-that-name");
        assertThat(main(page)).contains("First of all, whatever this list shows", "Tam Thought");
    }

    @Test
    @Order(9)
    void aCallThatWasLeftIsFreeAgainAfterTenMinutes() {
        school.absent("L1");
        Page office = signedIn(View.DESK, "office");
        String call = openCallOf(office, "Lou Left");
        daymark.moveTo("2025-09-15T09:34");
        Page lead = signedIn(View.DESK, "lead");
        lead.navigate(call);
        assertThat(main(lead)).contains("Being rung by Olu Office");
        daymark.moveTo("2025-09-15T09:36");
        lead.navigate(call);
        assertThat(main(lead)).contains("Nobody rings this family just now.");
        lead.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ring this family now"))
                .click();
        assertThat(lead.locator("h1").textContent()).contains("Lou Left");
        office.locator("#field-outcomeCode").fill("I");
        save(office);
        assertThat(main(office)).contains("Being rung by Lena Lead since 9:36am.", "What you just typed was not saved");
    }

    private static String callOf(String pupil) {
        return daymark.get("lead", "/api/tasks?view=all&kind=call-household&q=" + pupil.replace(' ', '+'))
                .path("items")
                .path(0)
                .path("id")
                .asText();
    }

    private static void give(String task, String user) {
        assertThat(daymark.as("lead")
                        .json("/api/tasks/" + task + "/assign", "{\"assignee\": \"" + user + "\"}")
                        .statusCode())
                .isEqualTo(204);
    }

    private String openCallOf(Page page, String pupil) {
        page.navigate("/tasks?view=all&kind=call-household&q=" + pupil.replace(' ', '+'));
        String task = page.locator("main form tbody th a")
                .first()
                .getAttribute("href")
                .replaceAll("\\?.*", "");
        page.navigate(task.replace("/tasks/", "/calls/"));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ring this family now"))
                .click();
        assertThat(page.locator("h1").textContent()).contains(pupil);
        return page.url();
    }

    private static String ring(Page page) {
        page.navigate("/calls");
        next(page);
        assertThat(page.title().toLowerCase(Locale.ROOT)).startsWith("call ");
        return page.url();
    }

    private static void next(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ring the next family"))
                .click();
    }

    private static void stop(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Stop calling"))
                .click();
        assertThat(main(page)).contains("You have stopped");
    }

    private static void save(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save and next"))
                .click();
    }

    private static String main(Page page) {
        Locator main = page.locator("main");
        return main.textContent().replaceAll("\\s+", " ");
    }

    private Page signedIn(View view, String user) {
        return signedIn(Browsers.open(daymark.port(), view), user);
    }

    private Page signedIn(Page page, String user) {
        opened.add(page);
        return Browsers.signIn(page, user);
    }
}
