package uk.daymark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What holds for every page, however it is looked at. Each line of a fault begins with the acceptance point that it breaks. */
final class PageChecks {

    /** Of the families that tests make up and that no other word contains. */
    private static final List<String> SURNAMES = List.of("Pagewell", "Longname", "Leaver", "Featherstonehaugh");

    static final String RULES = read("/browser/page-rules.js");

    private PageChecks() {}

    /** Whether pictures of all pages are wanted, and not only of those with something wrong. */
    static final boolean PICTURES = Boolean.getBoolean("daymark.test.screenshots");

    /** Looks at the page that is open, and fails where a rule for all pages is broken; then a picture of it is kept. */
    static void check(Page page, String name) {
        List<String> faults = new ArrayList<>(faults(page, false, true));
        if (PICTURES || !faults.isEmpty()) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target/screenshots/" + name + ".png")));
        }
        assertThat(faults).as("what is wrong with %s", name).isEmpty();
    }

    /**
     * What is wrong with the page that is open.
     *
     * @param ring whether to put the focus on everything in turn too
     * @param fresh whether nothing but the server has written into the page yet: axe and pictures do
     */
    static List<String> faults(Page page, boolean ring, boolean fresh) {
        // A page that has begun to come may be looked at too early: without its foot, say.
        page.waitForLoadState();
        List<String> faults = new ArrayList<>(Watched.of(page).faults());
        faults.addAll(Watched.of(page).headerFaults());
        if (!"CSS1Compat".equals(page.evaluate("document.compatMode"))) {
            faults.add("HTML: no doctype");
        }
        if (!page.locator(".daymark-practice strong").isVisible()) {
            faults.add("FR: no banner of practice");
        }
        for (Object fault :
                (List<?>) page.evaluate(RULES, Map.of("surnames", SURNAMES, "ring", ring, "fresh", fresh))) {
            faults.add(fault.toString());
        }
        faults.addAll(Axe.faults(page));
        return faults;
    }

    /**
     * Where the focus is on arrival: on the summary of errors; else the first key leads to the skip link, that to the main part, and
     * letters do nothing.
     */
    static List<String> focusFaults(Page page, boolean errors) {
        if (errors) {
            return Boolean.TRUE.equals(page.evaluate("document.activeElement.matches('.govuk-error-summary')"))
                    ? List.of()
                    : List.of("ER3: the focus is not on the summary, but on "
                            + page.evaluate("document.activeElement.outerHTML.slice(0, 100)"));
        }
        if (!Boolean.TRUE.equals(page.evaluate("document.activeElement === document.body"))) {
            return List.of();
        }
        List<String> faults = new ArrayList<>();
        String address = page.url();
        page.keyboard().press("i");
        page.keyboard().press("n");
        page.keyboard().press("Tab");
        if (!Boolean.TRUE.equals(page.evaluate("document.activeElement.matches('.govuk-skip-link')"))) {
            faults.add(
                    "KB1: the first key leads to " + page.evaluate("document.activeElement.outerHTML.slice(0, 100)"));
        }
        page.keyboard().press("Enter");
        if (!Boolean.TRUE.equals(page.evaluate("document.activeElement.id === 'main-content'"))) {
            faults.add("KB1: the skip link does not lead to the main part");
        }
        page.evaluate("() => document.activeElement.blur()");
        if (!page.url().replace("#main-content", "").equals(address)) {
            faults.add("KB7: letters led to " + page.url());
        }
        return faults;
    }

    private static String read(String name) {
        try (InputStream file = PageChecks.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
