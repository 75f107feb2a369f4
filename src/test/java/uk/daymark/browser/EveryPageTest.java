package uk.daymark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import uk.daymark.browser.Browsers.View;

/**
 * Every page there is, in each of its states: with scripts on a wide and on a narrow screen, without scripts on a narrow one; with
 * {@code -Ddaymark.test.matrix=full} without scripts on a wide one too, with text twice as large, with more space in the text, with the
 * colours that a person forces, and with less motion. A template that no visit names fails: it gets a line in one of the lists.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    /** To look at some templates only, while one works on them: {@code -Ddaymark.test.pages=cases/.*}. */
    private static final String ONLY = System.getProperty("daymark.test.pages", ".*");

    private static final boolean FULL = "full".equals(System.getProperty("daymark.test.matrix"));

    /** The form of this one asks only where two notices may be about one person, which no family here has. */
    private static final Set<String> SEEN_WITHOUT_ERRORS = Set.of("ledger/pupil");

    private static final int WIDE = 1280;
    private static final int NARROW = 320;
    private static final int TALL = 800;

    private final Map<String, Page> open = new HashMap<>();
    private final Map<String, String> titles = new TreeMap<>();
    private Town town;
    private List<Visit> visits = List.of();

    @BeforeAll
    void somethingToSee() {
        town = new Town();
        CountyHall.opens(town);
        visits = Stream.of(VisitsOfTheSchool.in(town), VisitsOfCases.in(town), VisitsOfTheAuthority.in(town))
                .flatMap(List::stream)
                .toList();
    }

    @AfterAll
    void close() {
        open.values().forEach(page -> page.context().close());
        town.close();
    }

    @Test
    void everyTemplateIsVisitedAndWhereItTakesAnswersWithErrorsToo() throws IOException {
        Set<String> pages = new TreeSet<>();
        Set<String> withErrors = new TreeSet<>();
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".html")).toList()) {
                String text = Files.readString(file);
                String name = TEMPLATES
                        .relativize(file)
                        .toString()
                        .replace(".html", "")
                        .replace('\\', '/');
                if (text.contains("fragments/layout :: page(~{") && !name.startsWith("fragments/")) {
                    pages.add(name);
                    if (text.contains("'Error: '")) {
                        withErrors.add(name);
                    }
                }
            }
        }
        Set<String> visited = visits.stream().map(Visit::template).collect(Collectors.toSet());
        Set<String> elsewhere = lookedAtElsewhere();
        pages.removeAll(elsewhere);
        withErrors.removeAll(elsewhere);
        withErrors.removeAll(SEEN_WITHOUT_ERRORS);
        assertThat(visited).as("templates that are visited").containsAll(pages);
        assertThat(visits.stream().filter(Visit::ofErrors).map(Visit::template).collect(Collectors.toSet()))
                .as("templates that are seen with errors")
                .containsAll(withErrors);
    }

    /** Pages that only a journey comes to: a line names the template and the class of this package that checks it on its way. */
    private static Set<String> lookedAtElsewhere() throws IOException {
        Set<String> elsewhere = new TreeSet<>();
        for (String line : Files.readAllLines(Path.of("src/test/resources/browser/looked-at-elsewhere.txt"))) {
            if (!line.startsWith("#")) {
                String[] parts = line.split(" ");
                Path journey = Path.of("src/test/java/uk/daymark/browser", parts[1] + ".java");
                if (Files.exists(journey) && Files.readString(journey).contains("PageChecks.check(")) {
                    elsewhere.add(parts[0]);
                }
            }
        }
        return elsewhere;
    }

    @TestFactory
    Stream<DynamicTest> withScripts() {
        return asked().map(visit -> DynamicTest.dynamicTest(visit.toString(), () -> {
            Page page = arrive(visit, View.DESK);
            List<String> faults = new ArrayList<>(PageChecks.focusFaults(page, visit.ofErrors()));
            faults.addAll(PageChecks.faults(page, true, true));
            picture(page, visit, "wide");
            titleIsItsOwn(page, visit, faults);
            page.setViewportSize(NARROW, TALL);
            PageChecks.faults(page, false, false).forEach(fault -> faults.add("narrow: " + fault));
            picture(page, visit, "narrow");
            if (FULL) {
                page.setViewportSize(WIDE, TALL);
                faults.addAll(Strained.faults(page));
            }
            page.setViewportSize(WIDE, TALL);
            assertThat(faults).as("what is wrong with %s", visit).isEmpty();
        }));
    }

    @TestFactory
    Stream<DynamicTest> withoutScripts() {
        return asked().map(visit -> DynamicTest.dynamicTest(visit.toString(), () -> {
            Page page = arrive(visit, View.NARROW_WITHOUT_SCRIPTS);
            List<String> faults = new ArrayList<>(PageChecks.faults(page, false, true));
            if (FULL) {
                page.setViewportSize(WIDE, TALL);
                PageChecks.faults(page, true, false).forEach(fault -> faults.add("wide: " + fault));
                page.setViewportSize(NARROW, TALL);
            }
            assertThat(faults).as("what is wrong with %s", visit).isEmpty();
        }));
    }

    /** What is printed to be taken along, filed or sent. */
    @TestFactory
    Stream<DynamicTest> onPaper() {
        Map<String, String> about = Map.of(
                "cases/overview", "Case A-2025-",
                "cases/timeline", "Case A-2025-",
                "audit/path", "Case A-2025-",
                "audit/rules", "Case A-2025-",
                "firstday/unaccounted", "Daymark",
                "ledger/family", "Daymark",
                "ledger/statement", "Daymark",
                "panel/sitting", "Daymark",
                "reports/report", "Daymark",
                "letters/print", "");
        return asked().filter(visit ->
                        about.containsKey(visit.template()) && visit.state().equals("full"))
                .map(visit -> DynamicTest.dynamicTest(visit.toString(), () -> {
                    Page page = arrive(visit, View.DESK);
                    assertThat(Printed.faults(page, "page-" + visit, about.get(visit.template())))
                            .as("what is wrong with %s on paper", visit)
                            .isEmpty();
                }));
    }

    private Stream<Visit> asked() {
        return visits.stream().filter(visit -> visit.template().matches(ONLY));
    }

    private Page arrive(Visit visit, View view) {
        Page page = open.computeIfAbsent(
                visit.user() + view,
                who -> visit.user().isEmpty()
                        ? Browsers.open(town.port(), view)
                        : Browsers.signedIn(town.port(), view, visit.user()));
        Watched.of(page).faults();
        visit.make(page);
        assertThat(Watched.of(page).template())
                .as("the template of " + page.url())
                .isEqualTo(visit.template());
        assertThat(page.title().startsWith("Error: "))
                .as("that " + page.title() + " tells errors")
                .isEqualTo(visit.ofErrors());
        return page;
    }

    /** Two pages that are made differently are not called the same. */
    private void titleIsItsOwn(Page page, Visit visit, List<String> faults) {
        if (!visit.template().equals("problem")) {
            String title = page.title().replaceFirst("^Error: ", "");
            String other = titles.putIfAbsent(title, visit.template());
            if (other != null && !other.equals(visit.template())) {
                faults.add("TI1: " + other + " has the title " + title + " too");
            }
        }
    }

    private static void picture(Page page, Visit visit, String width) {
        if (FULL || PageChecks.PICTURES) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target/screenshots/page-" + visit + "-" + width + ".png")));
        }
    }
}
