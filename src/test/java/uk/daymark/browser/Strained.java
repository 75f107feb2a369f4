package uk.daymark.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A page as somebody looks at it who needs larger text, more space in it, colours of their own or less motion. */
final class Strained {

    private static final String SPACING = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important;"
            + " word-spacing: 0.16em !important } p { margin-bottom: 2em !important }";

    /** Text that is cut off: it does not fit into what it stands in, and there is no way to it. */
    private static final String CUT_OFF = "() => [...document.querySelectorAll('main *, header *, footer *')]"
            + ".filter(one => one.checkVisibility({ checkVisibilityCSS: true }))"
            + ".filter(one => ['hidden', 'clip'].includes(getComputedStyle(one).overflowX)"
            + " && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1)"
            + " && one.closest('.govuk-visually-hidden, [class*=visually-hidden]') === null"
            + " && !one.matches('input, select, svg *') && one.textContent.trim() !== '')"
            + ".map(one => one.outerHTML.slice(0, 140))";

    private static final String SIDEWAYS =
            "document.documentElement.scrollWidth - document.documentElement.clientWidth";

    private Strained() {}

    /** What is wrong with the page that is open; it is left as it was. */
    static List<String> faults(Page page) {
        List<String> faults = new ArrayList<>();
        page.evaluate("() => { document.documentElement.style.fontSize = '200%' }");
        fits(page, "RF4", faults);
        page.evaluate("() => { document.documentElement.removeAttribute('style') }");
        page.evaluate(
                "css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css);"
                        + " document.adoptedStyleSheets = [sheet] }",
                SPACING);
        fits(page, "RF3", faults);
        page.evaluate("() => { document.adoptedStyleSheets = [] }");
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        for (Object fault : (List<?>)
                page.evaluate(PageChecks.RULES, Map.of("surnames", List.of(), "ring", true, "fresh", false))) {
            faults.add("RF5: " + fault);
        }
        page.emulateMedia(new Page.EmulateMediaOptions()
                .setForcedColors(ForcedColors.NONE)
                .setReducedMotion(ReducedMotion.REDUCE));
        if (!Integer.valueOf(0).equals(page.evaluate("document.getAnimations().length"))) {
            faults.add("RF6: something moves");
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.NO_PREFERENCE));
        return faults;
    }

    private static void fits(Page page, String point, List<String> faults) {
        if (!Integer.valueOf(0).equals(page.evaluate(SIDEWAYS))) {
            faults.add(point + ": the page scrolls sideways by " + page.evaluate(SIDEWAYS));
        }
        for (Object cut : (List<?>) page.evaluate(CUT_OFF)) {
            faults.add(point + ": cut off: " + cut);
        }
    }
}
