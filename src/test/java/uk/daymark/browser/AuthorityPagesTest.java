package uk.daymark.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.daymark.browser.Browsers.signedIn;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import uk.daymark.SignedInHere;
import uk.daymark.WebTest;
import uk.daymark.access.Role;
import uk.daymark.browser.Browsers.View;
import uk.daymark.enforcement.web.ReferralsForTests;
import uk.daymark.time.Dates;

/** The authority's pages: clean, with errors and empty, on a wide and a narrow screen, with and without scripts. */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthorityPagesTest {

    @RegisterExtension
    final SignedInHere lead = SignedInHere.as(Role.LEAD);

    @LocalServerPort
    int port;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Clock clock;

    @Autowired
    private Dates dates;

    private final List<Page> opened = new ArrayList<>();
    private ReferralsForTests.Made waits;
    private ReferralsForTests.Made prosecuted;
    private LocalDate sitting;

    @BeforeAll
    void referrals() {
        ReferralsForTests referrals = new ReferralsForTests(context);
        waits = referrals.submitted(port, "PW7", 40);
        referrals.task(waits, waits.ref().value(), "PW7", "officer", "Look at the referral of Amira7 Pagewell");
        ReferralsForTests.Made accepted = referrals.submitted(port, "PW8", 10);
        prosecuted = accepted;
        referrals.prosecuted(accepted);
        sitting = LocalDate.now(clock).plusDays(14);
        referrals.accepted(accepted, sitting);
        referrals.task(accepted, accepted.mother().toString(), "PW8", "officer", "Decide for Nadia8 Pagewell");
    }

    @AfterEach
    void closePages() {
        opened.forEach(page -> page.context().close());
        opened.clear();
    }

    @ParameterizedTest
    @EnumSource(names = {"DESK", "NARROW_WITHOUT_SCRIPTS"})
    void theQueueAndAReferralAreFitForAll(View view) {
        Page page = as("officer", view);
        page.navigate("/referrals");
        assertThat(page.locator("th[aria-sort]").count()).isOne();
        PageChecks.check(page, "referrals-" + view);
        page.navigate("/referrals?q=nobody-of-this-name");
        PageChecks.check(page, "referrals-empty-" + view);
        page.navigate("/referrals?q=Pagewell&sort=waiting");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Amira7 Pagewell (PW7)"))
                .click();
        page.waitForLoadState();
        PageChecks.check(page, "referral-" + view);
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Referrals").setExact(true))
                .last()
                .click();
        page.waitForURL("**/referrals?q=Pagewell&sort=waiting");
    }

    @ParameterizedTest
    @EnumSource(names = {"DESK", "NARROW_WITHOUT_SCRIPTS"})
    void theFileOfAProsecutionShowsItsClocksItsChecklistAndAllItRestsOn(View view) {
        Page page = as("auditor", view);
        String safe = dates.day(LocalDate.now(clock).minusDays(5));
        page.navigate("/prosecutions/" + prosecuted.mother());
        assertThat(page.locator("main").textContent())
                .contains("Section 444(1), by Single Justice Procedure", "Begin by (safe)", safe)
                .contains("It is in the public interest. (Pat Panel,", "SJP 12", "Ona Officer has not confirmed yet")
                .contains("Section 9 statement by one author", "Not needed");
        PageChecks.check(page, "prosecution-" + view);
        page.navigate("/prosecutions/" + prosecuted.father());
        assertThat(page.locator(".govuk-warning-text").textContent())
                .contains("The limit counted from the first session passed on " + safe);
        PageChecks.check(page, "prosecution-begun-no-further-" + view);
        page.navigate("/referrals/" + prosecuted.ref());
        assertThat(page.getByRole(
                                AriaRole.LINK,
                                new Page.GetByRoleOptions().setName("Prosecution file of Nadia8 Pagewell"))
                        .isVisible())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"DESK", "NARROW_WITHOUT_SCRIPTS"})
    void aSittingIsFitForAllAndPrintsWithoutItsForms(View view) {
        Page page = as("officer", view);
        page.navigate("/panel");
        PageChecks.check(page, "panel-" + view);
        page.navigate("/panel/" + sitting);
        PageChecks.check(page, "sitting-" + view);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add to the minutes"))
                .click();
        page.waitForLoadState();
        assertThat(page.title()).startsWith("Error: ");
        PageChecks.check(page, "sitting-errors-" + view);
        page.getByLabel("Declarations of interest").check();
        page.getByLabel("What is to be written?").fill("None was declared.");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add to the minutes"))
                .click();
        page.waitForLoadState();
        assertThat(page.getByRole(AriaRole.STATUS).textContent()).contains("It is written in the minutes.");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Correct None was declared."))
                .first()
                .click();
        page.waitForLoadState();
        PageChecks.check(page, "minutes-correct-" + view);
        page.navigate("/panel/" + sitting);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator("form.daymark-not-printed").isVisible()).isFalse();
        assertThat(page.locator("nav").first().isVisible()).isFalse();
        assertThat(page.evaluate("getComputedStyle(document.querySelector('section a.govuk-link'), '::after').content"))
                .as("what is printed after a link")
                .isEqualTo("none");
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target/screenshots/sitting-on-paper-" + view + ".png")));
    }

    private Page as(String user, View view) {
        Page page = signedIn(port, view, user);
        opened.add(page);
        return page;
    }
}
