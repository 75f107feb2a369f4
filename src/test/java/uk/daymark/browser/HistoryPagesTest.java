package uk.daymark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
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
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.Cases;
import uk.daymark.journal.Seals;
import uk.daymark.journal.SealsForTests;
import uk.daymark.people.Pupils;
import uk.daymark.people.Urn;
import uk.daymark.register.web.TwoSchools;

/** The history of a case, as an auditor and as a school look at it. */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HistoryPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    Pupils pupils;

    @Autowired
    Seals seals;

    private final List<Page> opened = new ArrayList<>();
    private String ref = "";

    @BeforeAll
    void aCaseThatIsUnderWay() {
        TwoSchools.exist(port);
        CaseFile file = cases.open(
                pupils.find(new Urn(TwoSchools.OURS), "PG40")
                        .orElseThrow()
                        .enrolment()
                        .id(),
                "A parent asked.",
                "");
        ref = file.ref().value();
        SealsForTests.make(seals);
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

    @ParameterizedTest
    @EnumSource(names = {"DESK", "NARROW_WITHOUT_SCRIPTS"})
    void everyPageOfAHistoryIsFitForAll(View view) {
        Page page = signedIn(view, "auditor");
        for (String tail : List.of(
                "", "/rules", "/changes", "/integrity", "/on-a-day", "/who-looked", "/export", "?names=hidden")) {
            page.navigate("/cases/" + ref + "/history" + tail);
            PageChecks.check(page, "history" + tail.replaceAll("[/?=]", "-") + "-" + view);
            assertThat(page.locator(".daymark-subnav a[aria-current=page]").count())
                    .as("where names are hidden, the other pages of the case are not offered")
                    .isEqualTo(tail.contains("hidden") ? 1 : 2);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DESK", "NARROW_WITHOUT_SCRIPTS"})
    void findingCasesAndTheSealsAreFitForAllCleanAndWithErrors(View view) {
        Page page = signedIn(view, "auditor");
        page.navigate("/history");
        PageChecks.check(page, "history-find-" + view);
        page.getByLabel("First day").fill("soon");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Find").setExact(true))
                .click();
        assertThat(page.title()).startsWith("Error: ");
        PageChecks.check(page, "history-find-error-" + view);
        page.navigate("/cases/" + ref + "/history/on-a-day?date=2099-01-01");
        assertThat(page.locator(".govuk-error-summary").textContent()).contains("The day must have come already");
        PageChecks.check(page, "history-on-a-day-error-" + view);
        page.navigate("/seals");
        PageChecks.check(page, "seals-" + view);
        Page admin = signedIn(view, "admin");
        admin.navigate("/seals/" + seals.last().orElseThrow().number() + "/lodge");
        PageChecks.check(admin, "seal-lodge-" + view);
        admin.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Record it"))
                .click();
        assertThat(admin.title()).startsWith("Error: ");
        PageChecks.check(admin, "seal-lodge-error-" + view);
    }

    @ParameterizedTest
    @EnumSource(names = {"DESK", "NARROW_WITHOUT_SCRIPTS"})
    void thePathIsReadAndSeen(View view) {
        Page page = signedIn(view, "auditor");
        page.navigate("/cases/" + ref + "/history");
        assertThat(page.locator("tr[data-row]").count()).isPositive();
        assertThat(page.locator("svg.daymark-drawing").first().isVisible()).isTrue();
        assertThat(page.locator("svg.daymark-drawing [tabindex], svg.daymark-drawing a")
                        .count())
                .isZero();
        assertThat(page.locator("form:not([action*=sign-out])").count())
                .as("an auditor sends nothing from here")
                .isZero();
    }
}
