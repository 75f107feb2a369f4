package uk.daymark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.daymark.Http;
import uk.daymark.WebTest;
import uk.daymark.browser.Browsers.View;
import uk.daymark.register.web.TwoSchools;

/** The reports as a lead and an auditor look at them. */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportPagesTest {

    private static final List<String> REPORTS =
            List.of("persistent-absence", "near-the-line", "absence-without-a-reason", "work", "first-day-calls");

    @LocalServerPort
    int port;

    private final List<Page> opened = new ArrayList<>();

    @BeforeAll
    void aPupilWithAbsencesOfThisSchoolYear() {
        TwoSchools.exist(port);
        assertThat(Http.program(port, "admin")
                        .post(
                                "/api/imports/pupils?mode=apply",
                                "text/csv",
                                "school_urn,pupil_ref,legal_surname,legal_forename,year_group,form,on_roll_from\n"
                                        + TwoSchools.OURS + ",RPA1,Hill,Ada,9,9A,2025-09-03\n" + TwoSchools.OURS
                                        + ",RPA2,Hill,Bea,10,10A,2025-09-03\n")
                        .statusCode())
                .isEqualTo(200);
        List<String> marks = new ArrayList<>();
        for (int day = 8; day <= 12; day++) {
            for (String half : List.of("AM", "PM")) {
                marks.add(TwoSchools.mark("RPA1", "2025-09-%02d".formatted(day), half, "I"));
                marks.add(TwoSchools.mark("RPA2", "2025-09-%02d".formatted(day), half, half.equals("AM") ? "/" : "\\"));
            }
        }
        TwoSchools.marked(port, marks.toArray(String[]::new));
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
    @EnumSource
    void everyReportIsFitForAll(View view) {
        Page page = signedIn(view, "lead");
        page.navigate("/reports");
        PageChecks.check(page, "reports-" + view);
        for (String name : REPORTS) {
            page.navigate("/reports/" + name + (name.equals("first-day-calls") ? "?period=half-term" : ""));
            PageChecks.check(page, "report-" + name + "-" + view);
            assertThat(page.locator(".daymark-as-of li").count())
                    .as("as-of of " + name)
                    .isPositive();
            Locator tables = page.locator("#figures");
            if (tables.count() == 1) {
                assertThat(tables.locator("caption").textContent()).isNotBlank();
                assertThat(tables.locator("th:not([scope])").count()).isZero();
            }
            Locator figure = page.locator("#figures td a").first();
            if (figure.count() == 1 && figure.getAttribute("href").contains("/rows?")) {
                figure.click();
                PageChecks.check(page, "report-" + name + "-rows-" + view);
            }
        }
        page.navigate("/reports/first-day-calls?period=dates&from=soon&to=2025-09-01");
        assertThat(page.title()).startsWith("Error: ");
        PageChecks.check(page, "report-error-" + view);
        page.navigate("/reports/first-day-calls?period=dates&from=2001-09-03&to=2001-09-07");
        assertThat(page.getByText("No call was due on these days").isVisible()).isTrue();
        PageChecks.check(page, "report-empty-" + view);
    }

    @Test
    void aDrawingStandsAfterItsTableHasANameAndSaysEveryNumber() {
        Page page = signedIn(View.DESK, "lead");
        page.navigate("/reports/persistent-absence");
        Locator drawing = page.locator("svg.daymark-chart");
        if (page.locator("#figures").count() == 0) {
            assertThat(drawing.count()).as("no figures, no drawing").isZero();
            return;
        }
        assertThat(page.getByRole(AriaRole.IMG).count()).isEqualTo(drawing.count());
        assertThat(drawing.locator("title").textContent()).contains("by year group");
        assertThat(drawing.locator("desc").textContent()).isNotBlank();
        assertThat(
                        (Boolean)
                                page.evaluate(
                                        "!!(document.querySelector('#figures')"
                                                + ".compareDocumentPosition(document.querySelector('svg.daymark-chart')) & Node.DOCUMENT_POSITION_FOLLOWING)"))
                .as("the table comes first")
                .isTrue();
        for (Locator bar : drawing.locator("rect").all()) {
            String series = bar.getAttribute("data-series");
            String row = bar.getAttribute("data-row");
            int column = page.locator("#figures thead th").allTextContents().indexOf(series);
            Locator cells = page.locator("#figures tbody tr")
                    .filter(new Locator.FilterOptions()
                            .setHas(page.getByRole(
                                    AriaRole.ROWHEADER,
                                    new Page.GetByRoleOptions().setName(row).setExact(true))))
                    .locator("th, td");
            assertThat(cells.nth(column).textContent().strip()).isEqualTo(bar.getAttribute("data-count"));
        }
        assertThat(drawing.locator("text").allTextContents()).anyMatch(words -> words.endsWith(" persistently absent"));
    }

    @Test
    void onPaperStandTheFiguresWithoutMenuAndForms() {
        Page page = signedIn(View.DESK, "lead");
        page.navigate("/reports/work");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator("h1").isVisible()).isTrue();
        assertThat(page.locator(".daymark-as-of").isVisible()).isTrue();
        assertThat(page.locator(".govuk-service-navigation").isVisible()).isFalse();
        assertThat(page.locator("a[download]").count())
                .isEqualTo(page.locator("a[download]:not(:visible)").count());
        assertThat(page.pdf()).isNotEmpty();
    }

    @Test
    void theAdministratorHasNoReports() {
        assertThat(Http.browser(port, "admin").get("/reports").statusCode()).isEqualTo(403);
    }
}
