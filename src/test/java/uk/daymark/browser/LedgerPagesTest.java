package uk.daymark.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.daymark.browser.Browsers.signedIn;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import uk.daymark.Http;
import uk.daymark.WebTest;
import uk.daymark.browser.Browsers.View;
import uk.daymark.enforcement.ledger.LedgerForTests;
import uk.daymark.enforcement.ledger.NoticeRef;
import uk.daymark.enforcement.web.PageFamilies;

/** The ledger at the officer's desk: clean, with errors and empty, on a wide and a narrow screen, with and without scripts. */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerPagesTest {

    private static final String PUPIL = "/" + PageFamilies.OURS + "/PW2";

    @LocalServerPort
    int port;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Clock clock;

    private final List<Page> opened = new ArrayList<>();

    private NoticeRef paid;
    private NoticeRef over;

    @BeforeAll
    void aFamilyWithNotices() {
        PageFamilies.exist(port);
        LedgerForTests ledger = new LedgerForTests(context);
        LocalDate today = LocalDate.now(clock);
        paid = ledger.issued(
                PageFamilies.OURS,
                "PW2",
                "PM2",
                today.minusDays(9).toString(),
                today.minusDays(3).toString(),
                1);
        over = ledger.issued(
                PageFamilies.OURS,
                "PW2",
                "PF2",
                today.minusDays(90).toString(),
                today.minusDays(60).toString(),
                1);
        payment(80, "{\"notice\": \"" + paid + "\", \"amount\": 80}");
    }

    @AfterEach
    void closePages() {
        opened.forEach(page -> page.context().close());
    }

    @ParameterizedTest
    @EnumSource(names = {"DESK", "NARROW_WITHOUT_SCRIPTS"})
    void noticesAreFoundAndRead(View view) {
        Page page = officer(view);
        page.navigate("/ledger?q=Pagewell");
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(paid.value()))
                        .isVisible())
                .isTrue();
        PageChecks.check(page, "ledger-" + view);
        page.navigate("/ledger?q=nobody-of-this-name");
        assertThat(page.locator("main").textContent()).contains("No notice was found.");
        PageChecks.check(page, "ledger-empty-" + view);
        page.navigate("/notices/" + paid);
        PageChecks.check(page, "notice-paid-" + view);
        page.navigate("/notices/" + over);
        PageChecks.check(page, "notice-unpaid-" + view);
        page.navigate("/notices/" + over + "/enter/withdrawal");
        PageChecks.check(page, "notice-withdrawal-" + view);
        send(page, "Enter");
        faultsLeadToTheirFields(page, "Choose the ground.", "Enter the day on which it was withdrawn.");
        PageChecks.check(page, "notice-withdrawal-errors-" + view);
        page.navigate("/ledger" + PUPIL);
        PageChecks.check(page, "ledger-pupil-" + view);
        page.navigate("/ledger/" + PageFamilies.OURS + "/PW9");
        assertThat(page.locator("main").textContent()).contains("No notice about this pupil");
        PageChecks.check(page, "ledger-pupil-empty-" + view);
        page.navigate("/ledger" + PUPIL + "/earlier");
        PageChecks.check(page, "ledger-earlier-" + view);
        send(page, "Enter the notice");
        faultsLeadToTheirFields(page, "Enter the day on which it was issued.", "Choose what became of it.");
        PageChecks.check(page, "ledger-earlier-errors-" + view);
    }

    @ParameterizedTest
    @EnumSource(names = {"DESK", "NARROW_WITHOUT_SCRIPTS"})
    void paymentsAreEnteredAndSettled(View view) {
        Page page = officer(view);
        page.navigate("/payments/new?notice=" + over);
        PageChecks.check(page, "payment-new-" + view);
        page.locator("#receivedOn").fill("31 2 2025");
        send(page, "Enter the payment");
        faultsLeadToTheirFields(page, "Enter the amount.");
        assertThat(page.locator("#receivedOn").inputValue()).isEqualTo("31 2 2025");
        PageChecks.check(page, "payment-new-errors-" + view);

        page.navigate("/payments/" + payment(80, ""));
        PageChecks.check(page, "payment-to-settle-" + view);
        send(page, "Strike it out");
        faultsLeadToTheirFields(page, "Say why, or how you know.");
        assertThat(page.locator("#why").getAttribute("class")).doesNotContain("error");
        PageChecks.check(page, "payment-errors-" + view);
        page.navigate("/payments");
        PageChecks.check(page, "payments-" + view);
    }

    @ParameterizedTest
    @EnumSource(names = {"DESK", "NARROW_WITHOUT_SCRIPTS"})
    void aFamilyHasOneStatementAndEachParentTheirOwn(View view) {
        Page page = officer(view);
        page.navigate("/families" + PUPIL + "/statement");
        assertThat(page.locator("section h2").allTextContents()).contains("Ms Nadia2 Pagewell", "Mr Omar2 Pagewell");
        PageChecks.check(page, "family-statement-" + view);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Statement of Ms Nadia2 Pagewell"))
                .click();
        page.waitForLoadState();
        assertThat(page.locator("main").textContent())
                .contains(paid.value())
                .doesNotContain(over.value())
                .doesNotContain("Omar2");
        PageChecks.check(page, "parent-statement-" + view);
        page.navigate("/families/" + PageFamilies.OURS + "/PW9/statement");
        PageChecks.check(page, "family-statement-empty-" + view);
    }

    @Test
    void whatWasEnteredWronglyIsStruckOutFromThePageAndADayIsTypedAsPeopleWriteIt() {
        Page page = officer(View.DESK_WITHOUT_SCRIPTS);
        page.navigate("/payments/new");
        page.getByLabel("Amount").fill("25");
        page.locator("#receivedOn").fill("12 Sep 2025");
        send(page, "Enter the payment");
        assertThat(page.locator("main").textContent()).contains("12 September 2025", "£25");
        page.locator("#why-strike-out").fill("It was another authority's.");
        send(page, "Strike it out");
        assertThat(page.locator(".govuk-error-summary").count()).isZero();
        assertThat(page.locator("dl").textContent()).contains("Struck out", "It was another authority's.");
    }

    private Page officer(View view) {
        Page page = signedIn(port, view, "officer");
        opened.add(page);
        return page;
    }

    private static void send(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
        page.waitForLoadState();
    }

    /** Each line of the summary leads to a field that is there and says the same. */
    private static void faultsLeadToTheirFields(Page page, String... faults) {
        assertThat(page.title()).startsWith("Error: ");
        assertThat(page.locator(".govuk-error-summary a").allTextContents()).contains(faults);
        for (var link : page.locator(".govuk-error-summary a").all()) {
            String field = link.getAttribute("href").substring(1);
            assertThat(page.locator("[id='" + field + "']").count()).as(field).isOne();
            assertThat(page.locator("[id='" + field + "-error']").textContent()).contains(link.textContent());
        }
    }

    private String payment(int pounds, String shares) {
        var answer = Http.program(port, "officer")
                .json(
                        "/api/payments",
                        "{\"entryId\": \"" + UUID.randomUUID() + "\", \"receivedOn\": \"" + LocalDate.now(clock)
                                + "\", \"amount\": " + pounds
                                + ", \"method\": \"BANK\", \"reference\": \"PAGEWELL\", \"payer\": \"N Pagewell\", \"shares\": ["
                                + shares + "]}");
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        return answer.body().replaceFirst("(?s).*?\"id\"\\s*:\\s*([0-9]+).*", "$1");
    }
}
