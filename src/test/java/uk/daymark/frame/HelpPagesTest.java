package uk.daymark.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.daymark.Http;
import uk.daymark.WebTest;

/** What is said to people who do not know their way. */
@WebTest
class HelpPagesTest {

    private static final Path WORDS = Path.of("src/main/resources/templates/help");

    @LocalServerPort
    int port;

    private Document page(String address) {
        return Jsoup.parse(Http.nobody(port).get(address).body());
    }

    @ParameterizedTest
    @EnumSource
    void eachTopicHasWordsOfItsOwnAndStandsInTheList(HelpTopic topic) {
        assertThat(page("/help").select("main a").eachAttr("href")).contains("/help/" + topic.file());
        Document help = page("/help/" + topic.file());
        assertThat(help.title()).isEqualTo("Help: " + topic.title() + " - Daymark");
        assertThat(help.select("main").text()).hasSizeGreaterThan(200);
    }

    @Test
    void noFileOfWordsIsWithoutATopic() throws IOException {
        try (Stream<Path> files = Files.list(WORDS)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".html", "")))
                    .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                    Arrays.stream(HelpTopic.values()).map(HelpTopic::file), Stream.of("topic", "tour"))
                            .toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void theLinkToHelpOnASectionsPageLeadsToItsTopic(Section section) {
        assertThat(HelpTopic.about(section)).as("a topic for %s", section).isPresent();
    }

    @Test
    void theLinkToHelpStandsInTheSamePlaceAndLeadsToThePageOneIsOn() {
        Http lead = Http.browser(port, "lead");
        for (List<String> pageAndHelp : List.of(
                List.of("/tasks", "/help/tasks"),
                List.of("/letters", "/help/letters"),
                List.of("/calls", "/help/calls"),
                List.of("/nothing", "/help"))) {
            assertThat(Jsoup.parse(lead.get(pageAndHelp.get(0)).body())
                            .select("footer li:first-child a")
                            .attr("href"))
                    .isEqualTo(pageAndHelp.get(1));
        }
    }

    @Test
    void helpThatIsNotThereIsNotFound() {
        assertThat(Http.nobody(port).get("/help/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void theStatementHoldsWhatTheRegulationsAskFor(TestReporter reporter) {
        String words = page("/accessibility-statement").select("main").text();
        assertThat(words)
                .contains(
                        "This statement covers",
                        "What is not accessible, and why",
                        "partially compliant with WCAG 2.2 AA",
                        "within 10 working days",
                        "Equality and Human Rights Commission",
                        "Equality Advisory and Support Service",
                        "How it was tested",
                        "Prepared on");
        LocalDate reviewed = LocalDate.parse(
                words.replaceAll(".*Last reviewed on ([0-9]+ [A-Z][a-z]+ [0-9]{4}).*", "$1"),
                DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK));
        if (reviewed.isBefore(LocalDate.now().minusMonths(12))) {
            reporter.publishEntry("warning", "The accessibility statement was last reviewed on " + reviewed + ".");
        }
    }
}
