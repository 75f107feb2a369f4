package uk.daymark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.daymark.WebTest;
import uk.daymark.browser.Browsers.View;

@WebTest
class FramePagesTest {

    @LocalServerPort
    int port;

    private final List<Page> opened = new ArrayList<>();

    @AfterEach
    void closePages() {
        opened.forEach(page -> page.context().close());
    }

    @ParameterizedTest
    @EnumSource(names = {"DESK", "NARROW_WITHOUT_SCRIPTS"})
    void pagesThatAreOpenToAllAreFitForAll(View view) {
        Page page = open(view);
        for (String path : List.of("sign-in", "help", "accessibility-statement")) {
            page.navigate("/" + path);
            PageChecks.check(page, path + "-" + view);
        }
    }

    @Test
    void everyTopicOfHelpIsFitForAll() {
        Page page = open(View.NARROW_WITHOUT_SCRIPTS);
        page.navigate("/help");
        for (String topic : page.locator("main li a[href^='/help/']").all().stream()
                .map(link -> link.getAttribute("href"))
                .toList()) {
            page.navigate(topic);
            PageChecks.check(page, topic.substring(1).replace('/', '-'));
        }
        page.navigate("/help/tour");
        PageChecks.check(page, "help-tour");
    }

    @ParameterizedTest
    @EnumSource(names = {"DESK", "NARROW_WITHOUT_SCRIPTS"})
    void theStartPageIsFitForAll(View view) {
        for (String user : List.of("lead", "admin")) {
            Page page = signedIn(view, user);
            assertThat(page.title())
                    .matches(user.equals("admin") ? "Start - Daymark" : ".*[Tt]asks.* \\(\\d+\\).* - Daymark");
            PageChecks.check(page, "start-" + user + "-" + view);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DESK", "NARROW_WITHOUT_SCRIPTS"})
    void pagesOfErrorsAreFitForAll(View view) {
        Page page = signedIn(view, "lead");
        for (String how : List.of("not-found", "not-allowed", "conflict", "too-large", "unexpected", "invalid")) {
            page.navigate("/test/fail/" + how);
            PageChecks.check(page, "error-" + how + "-" + view);
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Go to the start page"))
                    .click();
            assertThat(page.title()).as("work comes first").containsIgnoringCase("tasks");
        }
        page.navigate("/nothing-here");
        PageChecks.check(page, "error-no-such-page-" + view);
    }

    @ParameterizedTest
    @EnumSource(names = {"DESK", "NARROW_WITHOUT_SCRIPTS"})
    void aSessionThatEndedIsToldBeforeAndAfterTheNextClick(View view) {
        Page page = signedIn(view, "lead");
        page.context().clearCookies();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                .click();
        assertThat(page.locator("h1").textContent()).isEqualTo("Your session has ended");
        PageChecks.check(page, "session-ended-" + view);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        assertThat(page.locator("h1").textContent()).isEqualTo("Sign in");
    }

    @ParameterizedTest
    @EnumSource(names = {"DESK", "NARROW_WITHOUT_SCRIPTS"})
    void everyComponentIsFitForAll(View view) {
        Page page = signedIn(view, "lead");
        page.navigate("/test/components");
        assertThat(page.title()).isEqualTo("Components (12), page 2 of 7 - Daymark");
        PageChecks.check(page, "components-" + view);
        page.navigate("/test/components?faulty=true");
        assertThat(page.title()).isEqualTo("Error: Components (12), page 2 of 7 - Daymark");
        PageChecks.check(page, "components-with-errors-" + view);
        assertThat(page.locator(".govuk-error-summary a").allTextContents())
                .hasSize(5)
                .isEqualTo(page.locator(".govuk-error-message").allTextContents().stream()
                        .map(text -> text.replace("Error:", "").strip())
                        .toList());
        for (Locator link : page.locator(".govuk-error-summary a").all()) {
            String field = link.getAttribute("href").substring(1);
            assertThat(page.locator("[aria-describedby~='" + field + "-error']").count())
                    .as("fields described by the message of %s", field)
                    .isOne();
            assertThat(page.locator("#" + field).count()).isOne();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DESK", "NARROW_WITHOUT_SCRIPTS"})
    void aWrongPasswordIsToldAtTheTopAndAtTheField(View view) {
        Page page = open(view);
        page.navigate("/sign-in");
        page.getByLabel("User name").fill("lead");
        page.getByLabel("Password").fill("guess");
        page.keyboard().press("Enter");
        page.locator(".govuk-error-summary").waitFor();
        assertThat(page.title()).isEqualTo("Error: Sign in - Daymark");
        PageChecks.check(page, "sign-in-error-" + view);
        assertThat(page.locator("body.govuk-frontend-supported").count()).isEqualTo(view.scripts() ? 1 : 0);
        assertThat(page.getByLabel("User name").inputValue()).isEqualTo("lead");
        assertThat(page.getByLabel("User name").getAttribute("aria-describedby"))
                .isEqualTo("username-error");
        assertThat(page.locator("main").locator("h1, h2").first().textContent().strip())
                .isEqualTo("There is a problem");
        page.locator(".govuk-error-summary a").click();
        if (view.scripts()) {
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("username");
        } else {
            assertThat(page.url()).endsWith("#username");
        }
    }

    @Test
    void theSkipLinkIsFirstAndLeadsToTheMainPart() {
        Page page = signedIn(View.DESK, "lead");
        // A key that is pressed while the page after sign-in is still coming is lost.
        page.navigate("/");
        page.waitForLoadState();
        page.keyboard().press("Tab");
        page.waitForFunction("document.activeElement !== document.body");
        assertThat(page.evaluate("document.activeElement.textContent")).isEqualTo("Skip to main content");
        page.keyboard().press("Enter");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("main-content");
    }

    @ParameterizedTest
    @EnumSource(names = {"DESK", "DESK_WITHOUT_SCRIPTS"})
    void signingOutIsSaid(View view) {
        Page page = signedIn(view, "lead");
        assertThat(page.locator("header").textContent()).contains("Lena Lead, Attendance lead");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                .click();
        assertThat(page.getByRole(AriaRole.STATUS).textContent().strip()).isEqualTo("You have signed out.");
        PageChecks.check(page, "signed-out-" + view);
    }

    @Test
    void oneCanSignInAndOutInABrowserThatRunsNoScripts() {
        Page page = Browsers.openWithoutAnyScript(port);
        opened.add(page);
        Browsers.signIn(page, "lead");
        assertThat(page.title()).containsIgnoringCase("tasks");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                .click();
        assertThat(page.locator("h1").textContent()).isEqualTo("Sign in");
    }

    @Test
    void theConsoleStaysSilent() {
        Page page = open(View.DESK);
        List<String> said = new ArrayList<>();
        page.onConsoleMessage(message -> said.add(message.text()));
        page.onPageError(said::add);
        for (String path : List.of("/sign-in", "/help", "/accessibility-statement")) {
            page.navigate(path);
            page.waitForLoadState();
        }
        assertThat(page.locator("body").getAttribute("class")).contains("govuk-frontend-supported");
        assertThat(said).isEmpty();
    }

    private Page open(View view) {
        Page page = Browsers.open(port, view);
        opened.add(page);
        return page;
    }

    private Page signedIn(View view, String user) {
        Page page = Browsers.signedIn(port, view, user);
        opened.add(page);
        return page;
    }
}
