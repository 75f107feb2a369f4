package uk.daymark.browser;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** Walks through a page with the Tab key alone, and counts every key that is pressed. */
final class Focus {

    private static final int ENDLESS = 400;

    /** What a person hears of the element that has the focus. */
    private static final String NAME = """
            () => {
              const e = document.activeElement
              if (!e || e === document.body) return ''
              const label = e.labels && e.labels.length ? e.labels[0].innerText : ''
              return (e.getAttribute('aria-label') || label || e.innerText || e.value || e.id).trim().replace(/\\s+/g, ' ')
            }""";

    /** All that can be reached, in the order of reading; of radio buttons of one name only the first. */
    private static final String IN_READING_ORDER = """
            () => {
              const names = new Set()
              return [...document.querySelectorAll('a[href], button, input, select, textarea, [tabindex="0"]')]
                .filter(e => e.type !== 'hidden' && !e.disabled && e.getClientRects().length > 0)
                .filter(e => e.type !== 'radio' || (!names.has(e.name) && names.add(e.name)))
                .map(e => {
                  const label = e.labels && e.labels.length ? e.labels[0].innerText : ''
                  return (e.getAttribute('aria-label') || label || e.innerText || e.value || e.id).trim().replace(/\\s+/g, ' ')
                })
            }""";

    /** Whether the focus can be seen: something about the element, its label or its box looks otherwise than without focus. */
    private static final String SEEN = """
            () => {
              const e = document.activeElement
              const look = () => [[e, null], [e, '::before'], [e.nextElementSibling, '::before']].map(([one, part]) => {
                if (!one) return ''
                const s = getComputedStyle(one, part)
                return [s.outlineStyle, s.outlineWidth, s.outlineColor, s.boxShadow, s.backgroundColor, s.borderColor].join(' ')
              }).join('|')
              const focused = look()
              e.blur()
              const blurred = look()
              e.focus()
              return focused !== blurred
            }""";

    /** Whether what has the focus is not covered by anything else. */
    private static final String UNCOVERED = """
            () => {
              const e = document.activeElement
              const r = [...e.getClientRects()].find(one => one.width > 0) || e.getBoundingClientRect()
              const top = document.elementFromPoint(r.x + Math.min(r.width / 2, 20), r.y + Math.min(r.height / 2, 12))
              return top === null || top === e || e.contains(top) || top.contains(e)
                || !!(top.closest('label') && e.labels && [...e.labels].includes(top.closest('label')))
            }""";

    /** Whether this walk comes here for the first time. */
    private static final String NEW = """
            () => {
              const e = document.activeElement
              return !window.focusSeen.has(e) && !!window.focusSeen.add(e)
            }""";

    private final Page page;
    private int pressed;

    Focus(Page page) {
        this.page = page;
    }

    /** Presses one key. */
    void press(String key) {
        page.keyboard().press(key);
        pressed++;
    }

    /** Types some letters and Enter, and waits for the page that comes. */
    void send(String letters) {
        String before = page.url();
        letters.chars().forEach(letter -> press(String.valueOf((char) letter)));
        press("Enter");
        page.waitForURL(address -> !address.equals(before));
    }

    /** So many keys were pressed. */
    int pressed() {
        return pressed;
    }

    /** What has the focus; empty text where nothing has. */
    String name() {
        return String.valueOf(page.evaluate(NAME));
    }

    /** Whether what has the focus belongs to the page itself and not to its frame. */
    boolean isInMain() {
        return Boolean.TRUE.equals(page.evaluate("() => !!document.activeElement.closest('main')"));
    }

    /** Whether the focus can be seen. */
    boolean isSeen() {
        return Boolean.TRUE.equals(page.evaluate(SEEN));
    }

    /** Whether nothing covers what has the focus. */
    boolean isUncovered() {
        return Boolean.TRUE.equals(page.evaluate(UNCOVERED));
    }

    /** The names of all that can be reached, in the order in which they are read. */
    static List<String> inReadingOrder(Page page) {
        List<String> names = new ArrayList<>();
        ((List<?>) page.evaluate(IN_READING_ORDER)).forEach(name -> names.add(String.valueOf(name)));
        return names;
    }

    /** Puts the focus where it is when a page has just been opened. */
    void fromTheTop() {
        page.evaluate(
                "() => { document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex') }");
    }

    /** The names of what Tab, or Shift and Tab, comes to from here until it leaves the page. */
    List<String> walk(String key, Runnable atEach) {
        List<String> names = new ArrayList<>();
        page.evaluate("() => { window.focusSeen = new Set() }");
        for (int step = 0; step < ENDLESS; step++) {
            press(key);
            String name = name();
            if (name.isEmpty() || !Boolean.TRUE.equals(page.evaluate(NEW))) {
                return names;
            }
            names.add(name);
            atEach.run();
        }
        throw new AssertionError("Tab never leaves this page: " + names);
    }
}
