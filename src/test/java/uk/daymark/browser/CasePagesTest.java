package uk.daymark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
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

/** The pages of cases, opened by hand and worked. */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CasePagesTest {

    private static final String PUPIL = "gc-13";

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

    private Page signedIn(View view, String user) {
        Page page = Browsers.signedIn(port, view, user);
        opened.add(page);
        return page;
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }

    private String openACase(Page page) {
        page.navigate("/cases/new?pupil=" + PUPIL + "&school=" + WorkedSchools.HOME);
        page.getByLabel("Why is a case opened?").fill("The mother asked for help.");
        press(page, "Open the case");
        return page.url().replaceAll(".*/cases/", "");
    }

    @ParameterizedTest
    @EnumSource(names = {"DESK", "NARROW_WITHOUT_SCRIPTS"})
    void aCaseIsOpenedAndEachOfItsPagesIsFitForAll(View view) {
        Page page = signedIn(view, "lead");
        page.navigate("/cases/new?pupil=" + PUPIL + "&school=" + WorkedSchools.HOME);
        PageChecks.check(page, "case-new-" + view);
        press(page, "Open the case");
        assertThat(page.title()).startsWith("Error: ");
        PageChecks.check(page, "case-new-error-" + view);
        String ref = openACase(page);
        assertThat(ref).matches("A-\\d{4}-\\d{4,}");
        PageChecks.check(page, "case-overview-" + view);
        for (String part : List.of("attendance", "people", "timeline", "documents", "history")) {
            page.navigate("/cases/" + ref + "/" + part);
            PageChecks.check(page, "case-" + part + "-" + view);
            assertThat(page.locator("nav[aria-label='Pages of the case'] a[aria-current=page]")
                            .count())
                    .isOne();
        }
        page.navigate("/cases");
        PageChecks.check(page, "cases-" + view);
        assertThat(page.getByText(ref).count()).isPositive();
    }

    @ParameterizedTest
    @EnumSource(names = {"DESK", "NARROW_WITHOUT_SCRIPTS"})
    void whatPeopleWriteIsAskedForInWordsAndKept(View view) {
        Page page = signedIn(view, "lead");
        String ref = openACase(page);
        for (String sort : List.of("note", "call", "request", "meeting", "support", "earlier")) {
            page.navigate("/cases/" + ref + "/log/" + sort);
            PageChecks.check(page, "case-log-" + sort + "-" + view);
            press(page, "Save");
            assertThat(page.title()).startsWith("Error: ");
            PageChecks.check(page, "case-log-" + sort + "-error-" + view);
        }
        page.navigate("/cases/" + ref + "/log/note");
        page.getByLabel("What you want to keep").fill("Seems tired in " + view);
        press(page, "Save");
        assertThat(page.locator("main").textContent()).contains("Saved in case " + ref, "Note: Seems tired in " + view);
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions()
                                .setName(Pattern.compile(
                                        "Correct this entry\\s+\\(Note: Seems tired in " + view + "\\)")))
                .click();
        PageChecks.check(page, "case-correct-" + view);
        page.getByLabel("What is right").fill("Seems well in " + view);
        page.getByLabel("Why it is corrected").fill("Wrong pupil");
        press(page, "Correct the entry");
        assertThat(page.locator("main").textContent())
                .contains("Seems well in " + view)
                .as("the original is kept")
                .contains(
                        "Note: Seems tired in " + view,
                        "Corrected by a later entry",
                        "The entry that this one corrects");
        PageChecks.check(page, "case-timeline-corrected-" + view);
    }

    @ParameterizedTest
    @EnumSource(names = {"DESK", "NARROW_WITHOUT_SCRIPTS"})
    void aRecordOfSupportIsCorrectedAndTheOneCorrectedIsKept(View view) {
        Page page = signedIn(view, "lead");
        String ref = openACase(page);
        page.navigate("/cases/" + ref + "/log/support");
        page.getByLabel("Early help assessment").check();
        page.getByLabel("What was offered or done").fill("A family worker in " + view);
        press(page, "Save");
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions()
                                .setName(Pattern.compile("Correct this in the records of support.*in " + view + ".*")))
                .click();
        PageChecks.check(page, "case-people-support-" + view);
        page.locator("tr", new Page.LocatorOptions().setHasText("in " + view))
                .getByRole(AriaRole.LINK)
                .click();
        assertThat(page.locator("main").textContent()).contains("It is kept", "A family worker in " + view);
        PageChecks.check(page, "case-correct-support-" + view);
        page.getByLabel("Day on which it ended (optional)").fill("tomorrow");
        press(page, "Correct the record");
        assertThat(page.locator(".govuk-error-summary").textContent())
                .contains("Say why it is corrected", "Enter a day that has come");
        PageChecks.check(page, "case-correct-support-error-" + view);
        page.getByLabel("Day on which it ended (optional)").fill("");
        page.getByLabel("What was offered or done (optional)").fill("A youth worker in " + view);
        page.getByLabel("Why it is corrected").fill("The name was mixed up");
        press(page, "Correct the record");
        assertThat(page.locator("main").textContent()).contains("Corrected. The record as it was is kept.");
        assertThat(page.locator("table").last().textContent())
                .contains("A youth worker in " + view)
                .doesNotContain("A family worker in " + view);
        assertThat(page.locator("details").last().textContent())
                .contains("A family worker in " + view, "The name was mixed up");
        PageChecks.check(page, "case-people-corrected-" + view);
        page.navigate("/cases/" + ref + "/timeline");
        assertThat(page.locator("main").textContent())
                .contains("Before: Early help assessment", "Now: Early help assessment", "The name was mixed up");
        Page auditor = signedIn(view, "auditor");
        auditor.navigate("/cases/" + ref + "/people");
        assertThat(auditor.getByText("A youth worker in " + view).count()).isOne();
        assertThat(auditor.locator("a[href*='/support/']").count()).isZero();
    }

    @Test
    void aTaskOfACaseLeadsToTheCaseWhereOneMaySeeIt() {
        Page page = signedIn(View.DESK, "lead");
        String ref = openACase(page);
        page.locator(".daymark-notice h3 a").first().click();
        String task = page.url();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("case " + ref))
                .click();
        assertThat(page.url()).endsWith("/cases/" + ref);
        Page office = signedIn(View.DESK, "office");
        office.navigate(task);
        assertThat(office.locator("main").textContent()).contains("case " + ref);
        assertThat(office.locator("main a[href^='/cases/']").count()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"DESK", "NARROW_WITHOUT_SCRIPTS"})
    void aDocumentIsAddedAndFetchedAsAFile(View view) {
        Page page = signedIn(view, "lead");
        String ref = openACase(page);
        page.navigate("/cases/" + ref + "/documents");
        page.getByLabel("Medical evidence").check();
        page.getByLabel("File")
                .setInputFiles(
                        new FilePayload("..\\note.txt", "text/html", "Unwell.".getBytes(StandardCharsets.UTF_8)));
        press(page, "Add the document");
        assertThat(page.locator("main").textContent()).contains("note.txt was added.");
        PageChecks.check(page, "case-documents-full-" + view);
        String address = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("note.txt"))
                .first()
                .getAttribute("href");
        var answer = page.request().get(address);
        assertThat(answer.headers().get("content-disposition"))
                .startsWith("attachment")
                .contains("note.txt");
        assertThat(answer.headers().get("x-content-type-options")).isEqualTo("nosniff");
        assertThat(answer.headers().get("content-type")).startsWith("text/plain");
        assertThat(answer.text()).isEqualTo("Unwell.");
        press(page, "Add the document");
        assertThat(page.locator(".govuk-error-summary").textContent()).contains("Choose a file");
        PageChecks.check(page, "case-documents-error-" + view);
        Page auditor = signedIn(view, "auditor");
        auditor.navigate("/cases/" + ref + "/documents");
        assertThat(auditor.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add the document"))
                        .count())
                .isZero();
    }

    @Test
    void thePeopleOfACaseShowNeitherAWithheldAddressNorANumberNotToBeRung() {
        Page page = signedIn(View.DESK, "lead");
        String ref = openACase(page);
        page.navigate("/cases/" + ref + "/people");
        assertThat(page.locator("main").textContent())
                .contains("Address withheld", "Not to be rung", "Court order")
                .doesNotContain("1 Hidden Road", "07700 900124");
    }

    @Test
    void aCaseIsClosedWithAReason() {
        Page page = signedIn(View.DESK, "lead");
        page.navigate("/cases/new?pupil=gc-24&school=" + WorkedSchools.HOME);
        page.getByLabel("Why is a case opened?").fill("By mistake.");
        press(page, "Open the case");
        String ref = page.url().replaceAll(".*/cases/", "");
        page.navigate("/cases/" + ref + "/close");
        PageChecks.check(page, "case-close");
        press(page, "Close the case");
        assertThat(page.title()).startsWith("Error: ");
        page.getByLabel("Why is the case closed?").fill("Opened by mistake.");
        press(page, "Close the case");
        assertThat(page.locator("main").textContent()).contains("is closed.", "Opened by mistake.");
        page.navigate("/cases?status=CLOSED");
        assertThat(page.getByText(ref).count()).isPositive();
    }

    @Test
    void theAuthorityDoesNotSeeACaseThatWasNotReferred() {
        Page page = signedIn(View.DESK, "lead");
        String ref = openACase(page);
        Page officer = signedIn(View.DESK, "officer");
        assertThat(officer.navigate("/cases/" + ref).status()).isEqualTo(404);
        officer.navigate("/cases");
        assertThat(officer.getByText(ref).count()).isZero();
    }
}
