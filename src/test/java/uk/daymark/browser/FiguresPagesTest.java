package uk.daymark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.daymark.WebTest;
import uk.daymark.browser.Browsers.View;
import uk.daymark.fixtures.WorkedSchools;

/** The pages that show what is counted: try the rules, pupils, one pupil, policies. */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FiguresPagesTest {

    @LocalServerPort
    int port;

    private final List<Page> opened = new ArrayList<>();

    @BeforeAll
    void importTheWorkedCases() {
        WorkedSchools.load(port);
    }

    @AfterEach
    void closePages() {
        opened.forEach(page -> page.context().close());
        opened.clear();
    }

    @ParameterizedTest
    @EnumSource(names = {"DESK", "NARROW_WITHOUT_SCRIPTS"})
    void tryTheRulesIsFitForAllCleanFullAndWithErrors(View view) {
        Page page = signedIn(view, "panel");
        page.navigate("/try-the-rules");
        PageChecks.check(page, "try-the-rules-clean-" + view);
        show(page);
        PageChecks.check(page, "try-the-rules-full-" + view);
        assertThat(page.locator(".daymark-counted").count())
                .as("six by whole weeks and ten from the day")
                .isEqualTo(16);
        page.getByLabel("Marks").fill("2025-09-08 / \\\n2025-09-09 x");
        page.getByLabel("Last day of the register").fill("2025-02-30");
        show(page);
        PageChecks.check(page, "try-the-rules-error-" + view);
        assertThat(page.title()).startsWith("Error: ");
        assertThat(page.getByLabel("Marks").inputValue())
                .as("what was typed stays")
                .contains("2025-09-09 x");
        assertThat(page.locator(".govuk-error-summary a").all())
                .allSatisfy(link -> assertThat(
                                page.locator(link.getAttribute("href")).count())
                        .as("the summary leads to %s", link.textContent())
                        .isOne());
    }

    @ParameterizedTest
    @EnumSource(names = {"DESK", "NARROW_WITHOUT_SCRIPTS"})
    void thePupilsAreFitForAllFullAndEmpty(View view) {
        Page page = signedIn(view, "lead");
        page.navigate("/pupils");
        PageChecks.check(page, "pupils-full-" + view);
        page.getByLabel("Name or reference").fill("nobody of that name");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Search"))
                .click();
        assertThat(page.title()).isEqualTo("Pupils (0) - Daymark");
        PageChecks.check(page, "pupils-empty-" + view);
    }

    @ParameterizedTest
    @EnumSource(names = {"DESK", "NARROW_WITHOUT_SCRIPTS"})
    void thePageOfAPupilIsFitForAllFullEmptyAndWithErrors(View view) {
        Page page = signedIn(view, "lead");
        page.navigate("/pupils/" + WorkedSchools.HOME + "/gc-13?asOf=2025-11-26");
        PageChecks.check(page, "pupil-full-" + view);
        assertThat(page.locator("main").textContent())
                .contains("6 of 10", "Address withheld", "Do not contact", "Court order")
                .as("neither a withheld address nor the number of somebody not to be rung")
                .doesNotContain("1 Hidden Road", "07700 900124");
        page.getByLabel("See the figures as they stood on another day").fill("tomorrow");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show"))
                .click();
        PageChecks.check(page, "pupil-error-" + view);
        Page auditor = signedIn(view, "auditor");
        auditor.navigate("/pupils/" + WorkedSchools.ELSEWHERE + "/only-there");
        PageChecks.check(auditor, "pupil-empty-" + view);
    }

    @ParameterizedTest
    @EnumSource(names = {"DESK", "NARROW_WITHOUT_SCRIPTS"})
    void thePoliciesAreFitForAll(View view) {
        Page page = signedIn(view, "officer");
        page.navigate("/policies");
        PageChecks.check(page, "policies-" + view);
        page.navigate("/policies/cambridgeshire");
        PageChecks.check(page, "policy-" + view);
        assertThat(page.getByText("unconfirmed").first().isVisible()).isTrue();
    }

    @Test
    void datesAreWrittenInWordsAndNeverAsTheMachineWritesThem() {
        Page page = signedIn(View.DESK, "lead");
        for (String path : List.of("/pupils", "/pupils/" + WorkedSchools.HOME + "/gc-24?asOf=2025-11-28")) {
            page.navigate(path);
            // What can be seen; examples of how to type a date stand in hints.
            page.evaluate("document.querySelectorAll('.govuk-hint').forEach(hint => hint.remove())");
            assertThat(page.locator("main").innerText())
                    .doesNotContainPattern("\\d{4}-\\d{2}-\\d{2}")
                    .doesNotContainPattern("\\d{1,2}/\\d{1,2}/\\d{2}")
                    .doesNotContain("00:00");
        }
    }

    private static void show(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show the figures"))
                .click();
    }

    private Page signedIn(View view, String user) {
        Page page = Browsers.signedIn(port, view, user);
        opened.add(page);
        return page;
    }
}
