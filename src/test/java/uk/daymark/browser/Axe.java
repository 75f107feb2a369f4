package uk.daymark.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ViewportSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * Axe with every rule of WCAG 2.2 at A and AA and of good practice; none is switched off. What it could not decide is kept in {@code
 * target/axe-incomplete.txt} and fails, unless somebody looked and wrote the reason into {@code browser/axe-looked-at.txt}.
 */
final class Axe {

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private static final List<String> LOOKED_AT = lookedAt();
    private static final Path UNDECIDED = Path.of("target/axe-incomplete.txt");

    private static final int WIDER_THAN_ANY_TABLE = 2400;

    private static final String RUN = "rules => axe.run(document, { runOnly: { type: 'tag', values: rules }, "
            + "resultTypes: ['violations', 'incomplete'] }).then(found => ({ "
            + "violations: found.violations.flatMap(rule => rule.nodes.map(node => rule.id + ' at ' + node.html)), "
            + "incomplete: found.incomplete.flatMap(rule => rule.nodes.map(node => rule.id + ' at ' + node.html)) }))";

    private static final Set<String> SEEN = new ConcurrentSkipListSet<>();

    private Axe() {}

    /** What axe found wrong, and what it could not decide and nobody has looked at. */
    static List<String> faults(Page page) {
        if (!Boolean.TRUE.equals(page.evaluate("'axe' in window"))) {
            page.evaluate(AxeBuilder.getAxeScript());
        }
        Map<?, ?> found = (Map<?, ?>) page.evaluate(RUN, RULES);
        Set<String> faults = new TreeSet<>();
        for (Object violation : (List<?>) found.get("violations")) {
            faults.add("AX1: " + violation);
        }
        for (Object undecided : stillUndecided(page, (List<?>) found.get("incomplete"))) {
            String one = undecided.toString().replaceAll("\\s+", " ");
            keep(one);
            if (LOOKED_AT.stream().noneMatch(one::startsWith)) {
                faults.add("AX3: not decided, and nobody looked: " + one);
            }
        }
        return List.copyOf(faults);
    }

    /**
     * Axe cannot tell the contrast of what is scrolled out of sight in the frame of a wide table. It is asked once more on a screen on which
     * nothing is: the colours are the same there.
     */
    private static List<?> stillUndecided(Page page, List<?> undecided) {
        if (undecided.isEmpty() || page.locator(".daymark-scroll").count() == 0) {
            return undecided;
        }
        ViewportSize size = page.viewportSize();
        page.setViewportSize(WIDER_THAN_ANY_TABLE, size.height);
        Map<?, ?> again = (Map<?, ?>) page.evaluate(RUN, RULES);
        page.setViewportSize(size.width, size.height);
        return undecided.stream()
                .filter(((List<?>) again.get("incomplete"))::contains)
                .toList();
    }

    private static void keep(String undecided) {
        if (SEEN.add(undecided)) {
            try {
                Files.createDirectories(UNDECIDED.getParent());
                Files.write(UNDECIDED, SEEN);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    /** Each line: the rule and the beginning of the markup, two colons, the reason why it is right. */
    private static List<String> lookedAt() {
        try {
            return Files.readAllLines(Path.of("src/test/resources/browser/axe-looked-at.txt")).stream()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" :: ", 2))
                    .filter(parts -> parts.length == 2 && !parts[1].isBlank())
                    .map(parts -> parts[0])
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
