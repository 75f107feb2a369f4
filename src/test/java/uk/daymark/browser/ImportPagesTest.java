package uk.daymark.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.daymark.register.web.TwoSchools.mark;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import uk.daymark.WebTest;
import uk.daymark.access.Role;
import uk.daymark.access.SignedIn;
import uk.daymark.access.SignedInUser;
import uk.daymark.browser.Browsers.View;
import uk.daymark.register.web.SlowFile;
import uk.daymark.register.web.TwoSchools;

/** Importing, held files and codes to enter, as a person at the browser sees them. */
@WebTest
class ImportPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    MockMvc mvc;

    @Autowired
    ApplicationContext application;

    private final List<Page> opened = new ArrayList<>();

    @BeforeEach
    void schools() {
        TwoSchools.exist(port);
    }

    @AfterEach
    void closePages() {
        opened.forEach(page -> page.context().close());
    }

    @ParameterizedTest
    @EnumSource(names = {"DESK", "NARROW_WITHOUT_SCRIPTS"})
    void aFileGoesFromChoosingToItsResult(View view) {
        // Another day for each view: what is imported stays.
        String date = "2025-09-0" + (3 + view.ordinal() % 3);
        String ref = "PG" + (30 + view.ordinal());
        Page page = signedIn(view, "office");
        page.navigate("/imports");
        PageChecks.check(page, "imports-" + view);
        press(page, "Check the file");
        assertThat(page.title()).isEqualTo("Error: Import - Daymark");
        PageChecks.check(page, "imports-with-errors-" + view);

        choose(
                page,
                TwoSchools.MARKS
                        + mark(ref, date, "AM", "I")
                        + mark(ref, date, "PM", "H")
                        + mark("a reference that no pupil has", date, "AM", "I"));
        assertThat(page.locator("h1").textContent()).startsWith("Check before importing");
        PageChecks.check(page, "import-preview-" + view);
        press(page, "Import");
        PageChecks.check(page, "import-preview-with-errors-" + view);
        page.getByLabel("Import the good rows").check();
        press(page, "Import");
        assertThat(page.locator("h1").textContent()).startsWith("Imported");
        PageChecks.check(page, "import-result-" + view);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Import another file"))
                .click();
        assertThat(page.getByText("Recent imports").first().isVisible()).isTrue();
        PageChecks.check(page, "imports-full-" + view);
        page.navigate("/help/imports");
        PageChecks.check(page, "import-help-" + view);
    }

    @ParameterizedTest
    @EnumSource(names = {"DESK", "NARROW_WITHOUT_SCRIPTS"})
    void aHeldFileIsDecidedAbout(View view) {
        Page page = signedIn(view, "lead");
        page.navigate("/imports");
        choose(
                page,
                TwoSchools.everybodyAbsent(
                                "2025-09-" + List.of("08", "09", "10", "11").get(view.ordinal()))
                        .replace("AM", "PM"));
        PageChecks.check(page, "import-preview-to-be-held-" + view);
        press(page, "Import");
        assertThat(page.locator("h1").textContent()).startsWith("Held");
        PageChecks.check(page, "import-held-" + view);
        String held = page.url();
        press(page, "Let it through");
        PageChecks.check(page, "import-held-with-errors-" + view);
        page.navigate("/imports");
        PageChecks.check(page, "imports-with-a-held-file-" + view);
        page.navigate(held);
        page.getByLabel("Why it is thrown away").fill("The export had failed");
        press(page, "Throw it away");
        assertThat(page.locator("h1").textContent()).startsWith("Thrown away");
        PageChecks.check(page, "import-thrown-away-" + view);
    }

    @ParameterizedTest
    @EnumSource(names = {"DESK", "NARROW_WITHOUT_SCRIPTS"})
    void aCodeIsDecidedQuestionedAndSettled(View view) {
        String ref = "PG" + (20 + view.ordinal());
        TwoSchools.marked(port, mark(ref, "2025-09-08", "AM", "N"), mark(ref, "2025-09-08", "PM", "N"));
        Page page = signedIn(view, "lead");
        String address = "/pupils/999001/" + ref + "/marks/2025-09-08/AM";
        decide(page, address, view);
        TwoSchools.marked(port, mark(ref, "2025-09-08", "AM", "M"));
        decide(page, "/pupils/999001/" + ref + "/marks/2025-09-08/PM", view);
        page.navigate("/codes-to-enter");
        PageChecks.check(page, "codes-to-enter-" + view);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("(" + ref + "), Monday 8 September"))
                .click();
        PageChecks.check(page, "code-question-" + view);
        press(page, "Save");
        PageChecks.check(page, "code-question-with-errors-" + view);
        page.locator("label", new Page.LocatorOptions().setHasText("M is right"))
                .click();
        page.getByLabel("Why").fill("The surgery's letter was seen");
        press(page, "Save");
        assertThat(page.getByRole(AriaRole.STATUS).textContent()).contains("The register's code M stands");
        page.navigate(address);
        PageChecks.check(page, "mark-with-history-" + view);
    }

    @ParameterizedTest
    @EnumSource(names = {"DESK", "NARROW_WITHOUT_SCRIPTS"})
    void whatHasNothingToShowSaysWhy(View view) throws Exception {
        Page page = signedIn(view, "office");
        instead(page, "/imports", asOfficeOf("950099", "/imports"));
        page.navigate("/imports");
        assertThat(page.getByText("Nothing has been imported yet").isVisible()).isTrue();
        PageChecks.check(page, "imports-empty-" + view);
        instead(page, "/codes-to-enter", asOfficeOf("950099", "/codes-to-enter"));
        page.navigate("/codes-to-enter");
        assertThat(page.getByText("There is nothing to enter").isVisible()).isTrue();
        PageChecks.check(page, "codes-to-enter-empty-" + view);
    }

    @ParameterizedTest
    @EnumSource(names = {"DESK", "NARROW_WITHOUT_SCRIPTS"})
    void aLongFileTellsHowFarItIs(View view) {
        Page page = signedIn(view, "office");
        try (SlowFile slow = new SlowFile(application)) {
            page.navigate(slow.address());
            PageChecks.check(page, "import-running-" + view);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Update"))
                    .click();
            assertThat(page.url()).endsWith(slow.address());
        }
    }

    private void decide(Page page, String address, View view) {
        page.navigate(address);
        PageChecks.check(page, "mark-" + view);
        press(page, "Save");
        PageChecks.check(page, "mark-with-errors-" + view);
        page.getByLabel("New code").fill("o");
        page.getByLabel("Why").fill("No answer after two calls and a message");
        page.getByLabel("The school's register still has to be changed").check();
        press(page, "Save");
        assertThat(page.getByRole(AriaRole.STATUS).textContent()).contains("Code O was decided");
        PageChecks.check(page, "mark-decided-" + view);
    }

    /** The page that somebody at a school with nothing in it gets, in the place of this one. */
    private MockHttpServletResponse asOfficeOf(String urn, String address) throws Exception {
        SignedInUser user =
                new SignedInUser(new SignedIn("newcomer", "Nia New", Role.OFFICE, Optional.of(urn)), "none");
        return mvc.perform(MockMvcRequestBuilders.get(address).with(SecurityMockMvcRequestPostProcessors.user(user)))
                .andReturn()
                .getResponse();
    }

    private static void instead(Page page, String address, MockHttpServletResponse answer) throws Exception {
        String html = answer.getContentAsString(StandardCharsets.UTF_8);
        Map<String, String> headers = answer.getHeaderNames().stream()
                .collect(Collectors.toMap(name -> name, name -> String.valueOf(answer.getHeader(name))));
        page.route(
                "**" + address,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setHeaders(headers)
                        .setContentType("text/html; charset=utf-8")
                        .setBody(html)));
    }

    private static void choose(Page page, String csv) {
        page.getByLabel("Marks, one line for each session").check();
        page.locator("#file")
                .setInputFiles(new FilePayload("export.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
        press(page, "Check the file");
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
        // On a busy machine any file may take long.
        while (page.title().startsWith("Checking the file") || page.title().startsWith("Importing the file")) {
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Update"))
                    .click();
        }
    }

    private Page signedIn(View view, String user) {
        Page page = Browsers.signedIn(port, view, user);
        opened.add(page);
        return page;
    }
}
