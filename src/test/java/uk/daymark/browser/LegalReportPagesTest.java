package uk.daymark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.daymark.SignedInHere;
import uk.daymark.WebTest;
import uk.daymark.access.Role;
import uk.daymark.browser.Browsers.View;
import uk.daymark.cases.CaseRef;
import uk.daymark.reports.ReportFamilies;

/** The reports on cases and on what the authority did, with figures and without any. */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LegalReportPagesTest {

    private static final String SCHOOL = "school=" + ReportFamilies.OURS;
    private static final String APRIL = SCHOOL + "&period=dates&from=2025-04-07&to=2025-04-30";
    private static final String NOTHING = SCHOOL + "&period=dates&from=2019-01-07&to=2019-01-11";
    private static final List<String> REPORTS =
            List.of("referrals", "notices", "letters", "offers", "outcomes", "fairness");

    @RegisterExtension
    final SignedInHere lead = SignedInHere.as(Role.LEAD);

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    private final List<Page> opened = new ArrayList<>();
    private String sentByTheAuthority = "";

    @BeforeAll
    void whatWasDone() {
        ReportFamilies.exist(port);
        ReportFamilies families = new ReportFamilies(context);
        CaseRef ref = families.referredCase(ReportFamilies.OURS, "RW36");
        families.sent(ref, 1, "2025-04-07", "RETURNED", "return", "2025-04-09", "N_MARKS_IN_PERIOD");
        families.sent(ref, 2, "2025-04-14", "ACCEPTED", "accept", "2025-04-15");
        families.withdrawn(families.notice("RW36", "2025-04-22"), "2025-04-28", "material errors");
        families.letter("RW36", "First letter", "2025-04-08", "POSTED", "SCHOOL", "", ref.value());
        families.letter("RW36", "Letter of concern", "2025-04-09", "HELD", "SCHOOL", "court-order", ref.value());
        families.letter("RW36", "Penalty notice", "2025-04-23", "POSTED", "AUTHORITY", "", ref.value());
        sentByTheAuthority = context.getBean(JdbcTemplate.class)
                .queryForObject(
                        "select max(ref) from letter where sender = 'AUTHORITY' and case_ref = ?",
                        String.class,
                        ref.value());
        families.metThreshold("RW36", "2025-04-07", "2025-04-30");
    }

    @AfterEach
    void closePages() {
        opened.forEach(page -> page.context().close());
        opened.clear();
    }

    @ParameterizedTest
    @EnumSource
    void everyReportIsFitForAllWithFiguresAndWithout(View view) {
        Page page = signedIn(view, "officer");
        for (String report : REPORTS) {
            page.navigate("/reports/" + report + "?" + NOTHING);
            assertThat(page.locator("#figures").count()).as(report).isZero();
            assertThat(page.locator("main").textContent()).contains("Choose other days above");
            PageChecks.check(page, "report-" + report + "-empty-" + view);
            page.navigate("/reports/" + report + "?" + APRIL);
            PageChecks.check(page, "report-" + report + "-" + view);
        }
        for (String more : List.of("referrals?by=check", "notices?by=ground", "letters?by=hold")) {
            page.navigate("/reports/" + more + "&" + APRIL);
            assertThat(page.locator("#figures tbody tr").count()).as(more).isPositive();
            PageChecks.check(page, "report-" + more.replaceAll("[?=]", "-") + "-" + view);
            page.locator("#figures tbody td a").first().click();
            PageChecks.check(page, "report-rows-" + more.replaceAll("[?=]", "-") + "-" + view);
        }
    }

    @Test
    void whatIsDrawnIsWhatTheTableSays() {
        Page page = signedIn(View.values()[0], "officer");
        for (String report : List.of("referrals", "notices", "letters")) {
            page.navigate("/reports/" + report + "?" + APRIL);
            List<String> heads = page.locator("#figures thead th").allTextContents();
            List<Locator> bars = page.locator("svg.daymark-chart rect").all();
            assertThat(bars).as(report).hasSizeGreaterThanOrEqualTo(3);
            for (Locator bar : bars) {
                int column = heads.indexOf(bar.getAttribute("data-series"));
                Locator row = page.locator("#figures tbody tr")
                        .filter(new Locator.FilterOptions().setHasText(bar.getAttribute("data-row")))
                        .first();
                assertThat(row.locator("td").nth(column - 1).textContent().strip())
                        .isEqualTo(bar.getAttribute("data-count"));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void sayingWhatBecameOfALetterIsFitForAllCleanAndWithErrors(View view) {
        Page page = signedIn(view, "officer");
        page.navigate("/letters/" + sentByTheAuthority + "/news");
        PageChecks.check(page, "letter-news-" + view);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Enter it"))
                .click();
        assertThat(page.title()).startsWith("Error: ");
        PageChecks.check(page, "letter-news-error-" + view);
    }

    @Test
    void thePageAboutOutcomesRefusesToClaimWhatItCannotKnow() {
        Page page = signedIn(View.values()[0], "officer");
        page.navigate("/reports/outcomes?" + APRIL);
        assertThat(page.locator("main").textContent())
                .contains("Pupils are picked when they are at their worst; many get better anyway.")
                .doesNotContainPattern("cut absence|reduced absence|worked");
    }

    private Page signedIn(View view, String user) {
        Page page = Browsers.signedIn(port, view, user);
        opened.add(page);
        return page;
    }
}
