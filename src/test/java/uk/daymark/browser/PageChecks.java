package uk.daymark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;

/** What holds for every page, however it is looked at. */
final class PageChecks {

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private PageChecks() {}

    /** Looks at the page that is open, keeps a picture of it, and fails where a rule for all pages is broken. */
    static void check(Page page, String name) {
        // Before axe and the picture, which both write into the page.
        assertThat(page.locator("[style], style, script:not([src]), [accesskey], [onclick]")
                        .count())
                .as("inline styles and scripts of %s", name)
                .isZero();
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/screenshots/" + name + ".png")));
        assertThat(violations(page))
                .as("axe on %s", name)
                .extracting(
                        rule -> rule.getId() + " at " + rule.getNodes().get(0).getHtml())
                .isEmpty();
        assertThat(page.title()).as("title of %s", name).endsWith(" - Daymark");
        assertThat((Integer)
                        page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("pixels that %s scrolls sideways", name)
                .isZero();
        assertThat(page.locator("h1").count()).as("main headings of %s", name).isOne();
        assertThat(page.evaluate("document.compatMode"))
                .as("doctype of %s", name)
                .isEqualTo("CSS1Compat");
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
        assertThat(page.locator(".daymark-practice strong").isVisible())
                .as("practice banner of %s", name)
                .isTrue();
        assertThat(page.locator("footer").getByText("Accessibility statement").isVisible())
                .as("statement linked from %s", name)
                .isTrue();
    }

    private static List<Rule> violations(Page page) {
        return new AxeBuilder(page).withTags(RULES).analyze().getViolations();
    }
}
