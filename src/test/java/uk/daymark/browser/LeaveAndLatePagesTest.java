package uk.daymark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.daymark.Http;
import uk.daymark.WebTest;
import uk.daymark.browser.Browsers.View;
import uk.daymark.register.web.TwoSchools;

/** The late book and leave in term time, as a clerk at the browser sees them. */
@WebTest
class LeaveAndLatePagesTest {

    @LocalServerPort
    int port;

    private final List<Page> opened = new ArrayList<>();

    @BeforeEach
    void pupils() {
        TwoSchools.exist(port);
        StringBuilder file = new StringBuilder("school_urn,pupil_ref,legal_surname,legal_forename,on_roll_from\n");
        for (View view : View.values()) {
            file.append(TwoSchools.OURS + ",LLP" + view.ordinal() + ",Leaver" + view.ordinal() + ",Mina,2025-09-03\n");
        }
        assertThat(Http.program(port, "admin")
                        .post("/api/imports/pupils?mode=apply", "text/csv", file.toString())
                        .statusCode())
                .isEqualTo(200);
    }

    @AfterEach
    void closePages() {
        opened.forEach(page -> page.context().close());
    }

    @ParameterizedTest
    @EnumSource(names = {"DESK", "NARROW_WITHOUT_SCRIPTS"})
    void aLateArrivalIsWrittenAndStruckOut(View view) {
        Page page = signedIn(view);
        page.navigate("/late-book?day=2025-09-11");
        press(page, "Enter in the late book");
        assertThat(page.title()).startsWith("Error: Late book");
        PageChecks.check(page, "late-book-errors-" + view);
        page.getByLabel("Pupil", new Page.GetByLabelOptions().setExact(true)).fill("Leaver");
        page.getByLabel("Time of arrival").fill("9.31");
        press(page, "Enter in the late book");
        PageChecks.check(page, "late-book-which-pupil-" + view);
        page.getByLabel("Mina Leaver" + view.ordinal() + " (LLP" + view.ordinal() + "),")
                .check();
        page.getByLabel("Reason given").fill("The bus broke down");
        press(page, "Enter in the late book");
        assertThat(page.locator("main").textContent())
                .contains("Mina Leaver" + view.ordinal() + " is in the late book: 9:31am");
        page.locator("summary")
                .filter(new Locator.FilterOptions().setHasText("Enter a late-gate check"))
                .click();
        PageChecks.check(page, "late-book-" + view);
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Strike out the line of Mina Leaver" + view.ordinal()))
                .click();
        PageChecks.check(page, "late-book-strike-out-" + view);
        page.getByLabel("What is wrong with it?").fill("It was her sister");
        press(page, "Strike out");
        assertThat(page.locator("main").textContent()).contains("It was her sister");
        PageChecks.check(page, "late-book-struck-" + view);
    }

    @ParameterizedTest
    @EnumSource(names = {"DESK", "NARROW_WITHOUT_SCRIPTS"})
    void aRequestForLeaveIsEnteredAndTakenBack(View view) {
        Page page = signedIn(view);
        page.navigate("/leave/new?q=LLP" + view.ordinal());
        PageChecks.check(page, "leave-which-pupil-" + view);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Mina Leaver" + view.ordinal()))
                .click();
        press(page, "Enter the request");
        assertThat(page.title()).startsWith("Error: Request for leave");
        PageChecks.check(page, "leave-request-errors-" + view);
        page.getByLabel("On which day was it asked?").fill("2025-09-12");
        page.getByLabel("First day asked for").fill("2025-10-13");
        page.getByLabel("Last day asked for").fill("2025-10-13");
        page.getByLabel("Exceptional circumstances").check();
        page.getByLabel("What the parent asks and why").fill("Her grandmother is buried <abroad>");
        press(page, "Enter the request");
        assertThat(page.locator("main").textContent())
                .contains(
                        "It waits for the headteacher to decide",
                        "Her grandmother is buried <abroad>",
                        "13 October 2025");
        PageChecks.check(page, "leave-request-" + view);
        page.navigate("/leave?state=ASKED");
        PageChecks.check(page, "leave-" + view);
        page.goBack();
        page.getByLabel("How do you know?").fill("Mother rang");
        press(page, "Take the request back");
        assertThat(page.locator("main").textContent()).contains("Taken back by the parent");
    }

    private Page signedIn(View view) {
        Page page = Browsers.signedIn(port, view, "office");
        opened.add(page);
        return page;
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }
}
