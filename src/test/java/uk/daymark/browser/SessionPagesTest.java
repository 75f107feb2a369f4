package uk.daymark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.daymark.Http;
import uk.daymark.WebTest;
import uk.daymark.browser.Browsers.View;
import uk.daymark.register.web.TwoSchools;
import uk.daymark.workflow.Processes;
import uk.daymark.workflow.engine.FixtureModels;
import uk.daymark.worklist.web.FixtureWork;

/** A session that is about to end, and what was typed when it had. */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SessionPagesTest {

    private static final String OPEN_A_CASE = "/cases/new?school=" + TwoSchools.OURS + "&pupil=";
    private static final int MINUTES = 60_000;

    @LocalServerPort
    int port;

    @Autowired
    Processes processes;

    @Autowired
    FixtureModels models;

    private FixtureWork work;
    private final List<Page> opened = new ArrayList<>();

    @BeforeAll
    void schoolsAndModels() {
        TwoSchools.exist(port);
        work = new FixtureWork(processes, models);
    }

    @AfterEach
    void closePages() {
        opened.forEach(page -> page.context().close());
        opened.clear();
    }

    private Page signedIn(View view, String user) {
        Page page = Browsers.signedIn(port, view, user);
        opened.add(page);
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static void press(Page page, String name) {
        button(page, name).click();
    }

    /** The session ends by itself, on the server, while the page stays as it is. */
    private static void letTheSessionEnd(Page page) {
        page.request().get("/test/session-ends");
        page.waitForTimeout(2_100);
    }

    @ParameterizedTest
    @EnumSource(names = {"DESK", "NARROW"})
    void theEndIsSaidMinutesBeforeAndOneKeyPutsItOff(View view) {
        Page page = signedIn(view, "lead");
        page.clock().install();
        page.navigate(OPEN_A_CASE + "PG31");
        page.getByLabel("Why is a case opened?").fill("The mother asked for help.");
        page.clock().fastForward(24 * MINUTES);
        assertThat(page.getByRole(AriaRole.ALERTDIALOG).count()).isZero();
        page.clock().fastForward(2 * MINUTES);
        assertThat(page.getByRole(AriaRole.ALERTDIALOG).textContent())
                .contains("You will soon be signed out", "What you typed stays on this page");
        PageChecks.check(page, "session-warning-" + view);
        assertThat(page.evaluate("document.activeElement.textContent")).isEqualTo("Stay signed in");
        Request asked =
                page.waitForRequest("**/still-here", () -> page.keyboard().press("Enter"));
        assertThat(asked.response().status()).isEqualTo(200);
        assertThat(page.getByRole(AriaRole.ALERTDIALOG).count()).isZero();
        assertThat(page.getByLabel("Why is a case opened?").inputValue()).isEqualTo("The mother asked for help.");
        page.clock().fastForward(24 * MINUTES);
        assertThat(page.getByRole(AriaRole.ALERTDIALOG).count())
                .as("the half hour has begun anew")
                .isZero();
        page.clock().fastForward(2 * MINUTES);
        assertThat(page.getByRole(AriaRole.ALERTDIALOG).count()).isOne();
        page.clock().fastForward(5 * MINUTES);
        assertThat(page.getByRole(AriaRole.ALERTDIALOG).textContent()).contains("You have been signed out");
    }

    @ParameterizedTest
    @EnumSource(names = {"DESK", "NARROW_WITHOUT_SCRIPTS"})
    void whatWasTypedIntoATaskComesBackToItsFormAfterSigningInAgain(View view) {
        Page page = signedIn(view, "office");
        String task = "/tasks/" + FixtureWork.id(Http.program(port, "office"), work.make("Kept " + view));
        page.navigate(task);
        page.getByLabel("What was said").fill("We talked at the gate.");
        letTheSessionEnd(page);
        press(page, "Save");
        assertThat(page.locator("main").textContent()).contains("Your session has ended", "it is kept");
        PageChecks.check(page, "session-ended-kept-" + view);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        Browsers.signInHere(page, "office");
        assertThat(page.locator("main").textContent()).contains("What you typed was kept", "We talked at the gate.");
        PageChecks.check(page, "kept-answers-" + view);
        press(page, "Go on with the form");
        assertThat(page.url()).contains(task);
        assertThat(page.getByLabel("What was said").inputValue()).isEqualTo("We talked at the gate.");
    }

    @Test
    void aPostponementIsNotDoneByGoingOn() {
        Page page = signedIn(View.DESK, "lead");
        page.navigate(
                "/tasks/" + FixtureWork.id(Http.program(port, "lead"), work.make("Kept for later", "group", "lead"))
                        + "/postpone");
        page.locator("main textarea").fill("She comes on Friday.");
        letTheSessionEnd(page);
        press(page, "Postpone");
        page.navigate("/sign-in");
        Browsers.signInHere(page, "lead");
        assertThat(page.locator("main").textContent()).contains("She comes on Friday.");
        assertThat(button(page, "Go on with the form").count()).isZero();
        press(page, "Throw it away");
        assertThat(page.title()).containsIgnoringCase("tasks");
    }

    @Test
    void anotherFormIsSentWhenThePersonSaysSo() {
        Page page = signedIn(View.DESK, "lead");
        page.navigate(OPEN_A_CASE + "PG32");
        page.getByLabel("Why is a case opened?").fill("The grandmother asked for help.");
        letTheSessionEnd(page);
        press(page, "Open the case");
        page.navigate("/sign-in");
        Browsers.signInHere(page, "lead");
        press(page, "Send it now");
        assertThat(page.url()).matches(".*/cases/A-\\d{4}-\\d+");
        page.navigate("/kept-answers");
        assertThat(page.title()).as("what was sent is not offered once more").containsIgnoringCase("tasks");
    }

    @Test
    void nobodyElseWhoSignsInAtTheSameComputerSeesWhatWasTyped() {
        Page page = signedIn(View.DESK, "lead");
        page.navigate(OPEN_A_CASE + "PG31");
        page.getByLabel("Why is a case opened?").fill("A word in confidence.");
        letTheSessionEnd(page);
        press(page, "Open the case");
        page.navigate("/sign-in");
        Browsers.signInHere(page, "head");
        assertThat(page.content()).doesNotContain("A word in confidence");
        page.navigate("/kept-answers");
        assertThat(page.title()).containsIgnoringCase("tasks");
        press(page, "Sign out");
        Browsers.signInHere(page, "lead");
        assertThat(page.title()).as("it is gone for good").containsIgnoringCase("tasks");
    }
}
