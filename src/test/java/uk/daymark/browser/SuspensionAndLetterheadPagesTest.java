package uk.daymark.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.daymark.browser.Browsers.signedIn;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.daymark.WebTest;
import uk.daymark.browser.Browsers.View;
import uk.daymark.enforcement.web.PageFamilies;
import uk.daymark.register.web.TwoSchools;

/** Suspensions, the head of the authority's letters, and pages of the authority with nothing on them. */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SuspensionAndLetterheadPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    private Clock clock;

    private final List<Page> opened = new ArrayList<>();

    @BeforeAll
    void schools() {
        TwoSchools.exist(port);
        PageFamilies.exist(port);
    }

    @AfterEach
    void closePages() {
        opened.forEach(page -> page.context().close());
        opened.clear();
    }

    @ParameterizedTest
    @EnumSource(names = {"DESK", "NARROW_WITHOUT_SCRIPTS"})
    void suspensionsAreEnteredCorrectedAndASightingTold(View view) {
        String address = "/pupils/" + TwoSchools.OURS + "/PG7/suspensions";
        Page empty = as("auditor", view);
        empty.navigate("/pupils/" + PageFamilies.OURS + "/PW9/suspensions");
        assertThat(empty.locator("main form").count()).as("who only reads").isZero();
        PageChecks.check(empty, "suspensions-empty-" + view);

        Page page = as("lead", view);
        page.navigate(address);
        PageChecks.check(page, "suspensions-" + view);
        send(page, "Enter the suspension");
        told(page, "Enter how many school days, from 1 to 100", "Enter the reason");
        PageChecks.check(page, "suspensions-errors-" + view);
        page.locator("#seenAt").fill("noon");
        send(page, "Enter the sighting");
        told(page, "Enter the time, like 11:20", "Enter the place");
        assertThat(page.locator("#seenAt").inputValue()).isEqualTo("noon");
        PageChecks.check(page, "sighting-errors-" + view);
        page.navigate(address);

        page.locator("#firstDay").fill(LocalDate.now(clock).toString());
        page.locator("#schoolDays").fill("2");
        page.locator("#reason").fill("Threw a chair, seen from " + view);
        send(page, "Enter the suspension");
        assertThat(page.locator("main").textContent())
                .contains("The suspension is entered.", "Threw a chair, seen from " + view);
        PageChecks.check(page, "suspensions-entered-" + view);
    }

    @ParameterizedTest
    @EnumSource(names = {"DESK", "NARROW_WITHOUT_SCRIPTS"})
    void theHeadOfTheAuthoritysLettersIsSet(View view) {
        Page page = as("officer", view);
        page.navigate("/letters/authority-letterhead");
        PageChecks.check(page, "authority-letterhead-" + view);
        for (Locator box : page.locator("main textarea, main input[type=text]").all()) {
            box.fill("");
        }
        send(page, "Save");
        PageChecks.check(page, "authority-letterhead-errors-" + view);
    }

    @ParameterizedTest
    @EnumSource(names = {"DESK", "NARROW_WITHOUT_SCRIPTS"})
    void aDayWithoutASittingIsFitForAll(View view) {
        Page page = as("panel", view);
        page.navigate("/panel/2026-07-21");
        PageChecks.check(page, "sitting-empty-" + view);
        page.navigate("/prosecutions/A-2025-9999/1");
        PageChecks.check(page, "prosecution-not-there-" + view);
    }

    private static void send(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .first()
                .click();
        page.waitForLoadState();
    }

    private static void told(Page page, String... faults) {
        assertThat(page.title()).startsWith("Error: ");
        assertThat(page.locator(".govuk-error-summary a").allTextContents()).contains(faults);
        for (Locator link : page.locator(".govuk-error-summary a").all()) {
            assertThat(page.locator(link.getAttribute("href")).count())
                    .as(link.textContent())
                    .isOne();
        }
    }

    private Page as(String user, View view) {
        Page page = signedIn(port, view, user);
        opened.add(page);
        return page;
    }
}
