package uk.daymark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.daymark.browser.Browsers.View;

/** The screens on which an office spends its morning, with the Tab key and without scripts. */
class ByKeyboardTest {

    private static final Path STORED = Path.of("src/test/resources/focus");

    private static SchoolWithAbsences school;

    /** The main screens by name: the list of tasks, a call, one task, and who is unaccounted for. */
    private static final Map<String, String> SCREENS = new LinkedHashMap<>();

    private final List<Page> opened = new ArrayList<>();

    @BeforeAll
    static void open() {
        school = SchoolWithAbsences.open();
        school.absent("K1", "K2", "R0", "L1");
        Page page = Browsers.signedIn(school.daymark().port(), View.DESK, "lead");
        page.navigate("/tasks?view=all&q=Amira");
        String task = page.locator("main form tbody th a")
                .first()
                .getAttribute("href")
                .replaceAll("\\?.*", "");
        page.navigate(task.replace("/tasks/", "/calls/"));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ring this family now"))
                .click();
        page.context().close();
        SCREENS.put("list", "/tasks?view=all&due=today");
        SCREENS.put("call", task.replace("/tasks/", "/calls/"));
        SCREENS.put("task", task);
        SCREENS.put("unaccounted", "/unaccounted");
    }

    @AfterAll
    static void close() {
        school.daymark().close();
    }

    @AfterEach
    void closePages() {
        opened.forEach(page -> page.context().close());
    }

    @Test
    void theFirstTabReachesTheWayPastTheHeadOfThePage() { // KB1
        for (View view : List.of(View.DESK, View.DESK_WITHOUT_SCRIPTS)) {
            Page page = signedIn(view);
            for (String screen : List.of("list", "task")) {
                page.navigate(SCREENS.get(screen));
                Focus keys = new Focus(page);
                keys.press("Tab");
                assertThat(keys.name()).isEqualTo("Skip to main content");
                keys.press("Enter");
                assertThat(page.url()).endsWith("#main-content");
                keys.press("Tab");
                assertThat(page.evaluate("document.querySelector('main').contains(document.activeElement)"))
                        .as("%s, %s", screen, view)
                        .isEqualTo(true);
            }
        }
    }

    @Test
    void tabComesToEverythingInTheOrderOfReadingAndCanBeSeenThere() throws IOException { // KB2, KB3, KB4, KB6
        Page page = signedIn(View.DESK);
        Map<String, List<String>> inMain = new LinkedHashMap<>();
        Map<String, List<String>> stored = new LinkedHashMap<>();
        for (Map.Entry<String, String> screen : SCREENS.entrySet()) {
            page.navigate(screen.getValue());
            Focus keys = new Focus(page);
            List<String> expected = Focus.inReadingOrder(page);
            List<String> own = new ArrayList<>();
            keys.fromTheTop();
            List<String> there = keys.walk("Tab", () -> {
                assertThat(keys.isSeen())
                        .as("focus of %s on %s", keys.name(), screen.getKey())
                        .isTrue();
                assertThat(keys.isUncovered())
                        .as("%s on %s", keys.name(), screen.getKey())
                        .isTrue();
                if (keys.isInMain()) {
                    own.add(keys.name());
                }
            });
            assertThat(there).as(screen.getKey()).containsExactlyElementsOf(expected);
            assertThat(keys.walk("Shift+Tab", () -> {}))
                    .as("back on " + screen.getKey())
                    .hasSizeBetween(there.size() - 1, there.size());
            Path made = Path.of("target/focus");
            Files.createDirectories(made);
            Files.write(made.resolve(screen.getKey() + ".txt"), own);
            inMain.put(screen.getKey(), own);
            stored.put(screen.getKey(), Files.readAllLines(STORED.resolve(screen.getKey() + ".txt")));
        }
        assertThat(inMain).isEqualTo(stored);
    }

    @Test
    void noLetterTypedOnAPageDoesAnything() { // KB7
        Page page = signedIn(View.DESK);
        for (String address : SCREENS.values()) {
            page.navigate(address);
            Focus keys = new Focus(page);
            keys.fromTheTop();
            String before = page.locator("main").textContent();
            for (String letter : List.of("i", "n", "s", "a", "/", "?")) {
                keys.press(letter);
            }
            assertThat(page.url()).endsWith(address);
            assertThat(page.locator("main").textContent()).isEqualTo(before);
            assertThat(page.locator("[accesskey]").count()).isZero();
        }
    }

    @Test
    void enterInAFieldDoesWhatTheFormIsFor() { // KB8, KB9
        Page page = signedIn(View.DESK, "head");
        page.navigate("/tasks?view=all");
        page.getByLabel("Pupil, reference or words").fill("Amira");
        page.keyboard().press("Enter");
        page.waitForURL("**q=Amira**");
        page.navigate("/tasks/views?view=all&q=Amira");
        page.getByLabel("Name of the list").fill("By key");
        page.keyboard().press("Enter");
        page.waitForURL("**/tasks?view=all&q=Amira");
        assertThat(page.getByRole(AriaRole.STATUS).textContent()).contains("Saved: By key");
        assertThat(page.evaluate("document.activeElement.tagName")).isEqualTo("BODY");
        page = signedIn(View.DESK);
        page.navigate(SCREENS.get("call"));
        assertThat(new Focus(page).name()).isEqualTo("Outcome code");
        page.getByLabel("Outcome code").fill("XX");
        page.keyboard().press("Enter");
        page.waitForFunction("document.title.startsWith('Error: ')");
        assertThat(page.evaluate("document.activeElement.className").toString()).contains("govuk-error-summary");
    }

    @Test
    void whatCanBeReachedIsTheSameWithoutScripts() { // NJ2, NJ3
        Page with = signedIn(View.DESK);
        Page without =
                Browsers.signIn(Browsers.openWithoutAnyScript(school.daymark().port()), "lead");
        opened.add(without);
        for (String screen : List.of("list", "call")) {
            with.navigate(SCREENS.get(screen));
            without.navigate(SCREENS.get(screen));
            assertThat(new TreeSet<>(Focus.inReadingOrder(without)))
                    .as(screen)
                    .isEqualTo(new TreeSet<>(Focus.inReadingOrder(with)));
        }
    }

    private Page signedIn(View view) {
        return signedIn(view, "lead");
    }

    private Page signedIn(View view, String user) {
        Page page = Browsers.signedIn(school.daymark().port(), view, user);
        opened.add(page);
        return page;
    }
}
