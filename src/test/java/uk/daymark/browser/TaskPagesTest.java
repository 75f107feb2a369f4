package uk.daymark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.daymark.Http;
import uk.daymark.WebTest;
import uk.daymark.browser.Browsers.View;
import uk.daymark.register.web.TwoSchools;
import uk.daymark.workflow.Processes;
import uk.daymark.workflow.engine.FixtureModels;
import uk.daymark.worklist.web.FixtureWork;

/** The work list and the task page, as they look and by keyboard. */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TaskPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    Processes processes;

    @Autowired
    FixtureModels models;

    @Autowired
    Clock clock;

    private FixtureWork work;
    private final List<Page> opened = new ArrayList<>();

    @BeforeAll
    void schoolsAndModels() {
        TwoSchools.exist(port);
        work = new FixtureWork(processes, models);
    }

    @AfterEach
    void closePages() {
        opened.forEach(page -> page.context().close());
        opened.clear();
    }

    @ParameterizedTest
    @EnumSource(names = {"DESK", "NARROW_WITHOUT_SCRIPTS"})
    void theListIsFitForAllFullAndEmpty(View view) {
        String word = "List" + System.nanoTime();
        for (int hours : new int[] {-20, 1, 5, 40, 400}) {
            work.make(
                    word + " ring Nadia Khan about Amira Khan",
                    "why",
                    "no reason given, 2nd day",
                    "due",
                    clock.instant().plus(Duration.ofHours(hours)));
        }
        work.make(
                word + " first",
                "urgent",
                9,
                "pupilName",
                "Amira Khan, Yusuf Khan and Maximilian Longname-Featherstonehaugh");
        Page page = signedIn(view, "office");
        page.navigate("/tasks?view=available&q=" + word);
        PageChecks.check(page, "tasks-full-" + view);
        assertThat(page.locator("h2").allTextContents())
                .contains("Before everything else (1)", "Overdue (1)", "Later (1)");
        page.navigate("/tasks?view=available&q=no-such-word");
        PageChecks.check(page, "tasks-filtered-to-nothing-" + view);
        Page officer = signedIn(view, "panel");
        officer.navigate("/tasks?view=mine");
        PageChecks.check(officer, "tasks-empty-" + view);
        assertThat(officer.locator("main").textContent()).contains("Nothing to do");
    }

    @ParameterizedTest
    @EnumSource(names = {"DESK", "NARROW_WITHOUT_SCRIPTS"})
    void aTaskIsFitForAllCleanWithErrorsPostponedAssignedAndEnded(View view) {
        String id = FixtureWork.id(
                Http.program(port, "office"),
                work.make("Ring Nadia Khan", "change", "A code for this morning withdraws it"));
        Page page = signedIn(view, "lead");
        page.navigate("/tasks/" + id);
        PageChecks.check(page, "task-clean-" + view);
        page.getByLabel("They gave a reason").check();
        page.getByLabel("Month").fill("Nonember");
        save(page);
        PageChecks.check(page, "task-errors-" + view);
        assertThat(page.title()).startsWith("Error: ");
        for (Locator link : page.locator(".govuk-error-summary a").all()) {
            assertThat(page.locator(link.getAttribute("href")).count())
                    .as(link.textContent())
                    .isOne();
        }
        assertThat(page.getByLabel("They gave a reason").isChecked()).isTrue();
        page.navigate("/tasks/" + id + "/postpone");
        PageChecks.check(page, "task-postpone-" + view);
        page.navigate("/tasks/" + id + "/assign");
        PageChecks.check(page, "task-assign-" + view);
        page.navigate("/tasks/" + id);
        page.getByLabel("Nobody answered").check();
        page.getByLabel("What was said").fill("Rang twice");
        save(page);
        page.navigate("/tasks/" + id);
        assertThat(page.locator("main").textContent()).contains("You did this at");
        PageChecks.check(page, "task-ended-" + view);
    }

    @ParameterizedTest
    @EnumSource(names = {"DESK", "NARROW_WITHOUT_SCRIPTS"})
    void aStepOfTheLawIsConfirmedOnAPageOfItsOwn(View view) {
        String id =
                FixtureWork.id(Http.program(port, "officer"), work.make("Decide for Nadia Khan", "group", "officer"));
        Page page = signedIn(view, "officer");
        page.navigate("/tasks/" + id);
        page.getByLabel("Act").check();
        page.getByLabel("Why?").fill("Support was offered twice.\nIt was refused.");
        save(page);
        PageChecks.check(page, "task-confirm-" + view);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Change Why?"))
                .click();
        assertThat(page.getByLabel("Why?").inputValue()).contains("It was refused.");
        save(page);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Confirm").setExact(true))
                .click();
        page.waitForLoadState();
        page.navigate("/tasks/" + id);
        assertThat(page.locator("main").textContent()).contains("You did this at");
    }

    @Test
    void aCallIsRecordedByKeyboardAlone() {
        String word = "Keys" + System.nanoTime();
        work.make(word);
        Page page = signedIn(View.DESK, "office");
        page.navigate("/tasks?view=available&q=" + word);
        page.locator("tbody tr", new Page.LocatorOptions().setHasText(word))
                .getByRole(AriaRole.LINK)
                .first()
                .focus();
        page.keyboard().press("Enter");
        page.waitForURL("**/tasks/*?**");
        page.getByLabel("They gave a reason").focus();
        page.keyboard().press("Space");
        page.keyboard().press("Tab");
        page.keyboard().press("I");
        page.getByLabel("What was said").focus();
        page.keyboard().type("Ill");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        page.waitForURL("**/tasks?view=available**");
        assertThat(page.getByRole(AriaRole.STATUS).textContent()).contains("Saved: " + word);
    }

    private static void save(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save"))
                .click();
    }

    private Page signedIn(View view, String user) {
        Page page = Browsers.signedIn(port, view, user);
        opened.add(page);
        return page;
    }
}
