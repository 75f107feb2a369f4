package uk.daymark.govuk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.core.convert.support.DefaultConversionService;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/** Each component, rendered from the options that are published for it, gives the markup that is published for them. */
class GovukFixturesTest {

    private static final ObjectMapper JSON = new ObjectMapper().addMixIn(Label.class, LabelOptions.class);
    private static final SpringTemplateEngine TEMPLATES = templates();
    private static final Map<String, Component> COMPONENTS = components();

    /** The published name of an option that is a word of the language here. */
    private interface LabelOptions {

        @JsonProperty("for")
        String forId();
    }

    private record Component(String fragment, Class<?> options) {}

    private record Fixture(String component, String name, JsonNode options, String html) {

        @Override
        public String toString() {
            return component + ": " + name;
        }
    }

    @TestFactory
    Stream<DynamicTest> givesThePublishedMarkup() {
        return fixtures()
                .filter(fixture -> missing(fixture) == null)
                .map(fixture -> DynamicTest.dynamicTest(
                        fixture.toString(),
                        () -> assertThat(plain(render(fixture))).isEqualTo(plain(fixture.html()))));
    }

    @Test
    void thoseLeftOutAreNamedWithTheOptionThatIsNotOffered() throws IOException {
        List<String> leftOut = fixtures()
                .filter(fixture -> missing(fixture) != null)
                .map(fixture -> fixture + " (" + missing(fixture) + ")")
                .toList();
        assertThat(leftOut).isEqualTo(read("not-supported.txt").lines().toList());
    }

    @Test
    void mostOfWhatIsPublishedIsCompared() {
        long compared = fixtures().filter(fixture -> missing(fixture) == null).count();
        assertThat(compared).isGreaterThan(fixtures().count() * 6 / 10);
    }

    private static String render(Fixture fixture) throws IOException {
        Component component = component(fixture);
        Context context = new Context();
        context.setVariable("part", JSON.treeToValue(fixture.options(), component.options()));
        StaticApplicationContext beans = new StaticApplicationContext();
        beans.getBeanFactory().registerSingleton("govukMarkup", new GovukMarkup());
        context.setVariable(
                ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME,
                new ThymeleafEvaluationContext(beans, new DefaultConversionService()));
        return TEMPLATES.process("<th:block th:replace=\"~{" + component.fragment() + "}\"></th:block>", context);
    }

    /** The first option of a fixture that its record does not have; null where it has all. */
    private static @Nullable String missing(Fixture fixture) {
        if (fixture.options().findValues("items").stream().anyMatch(GovukFixturesTest::hasGaps)) {
            return "nothing in the place of an item";
        }
        try {
            JSON.treeToValue(fixture.options(), component(fixture).options());
            return null;
        } catch (UnrecognizedPropertyException unknown) {
            return unknown.getPropertyName();
        } catch (IOException otherwise) {
            return "given in another shape";
        }
    }

    private static boolean hasGaps(JsonNode items) {
        for (JsonNode item : items) {
            if (!item.isObject()) {
                return true;
            }
        }
        return false;
    }

    private static Component component(Fixture fixture) {
        return Objects.requireNonNull(COMPONENTS.get(fixture.component()));
    }

    /** Markup as one line per element and text: attributes and classes in order, white space as a browser shows it. */
    private static String plain(String html) {
        List<String> lines = new ArrayList<>();
        Jsoup.parseBodyFragment(html).body().childNodes().forEach(node -> plain(node, "", lines));
        return String.join("\n", lines);
    }

    private static void plain(Node node, String indent, List<String> lines) {
        if (node instanceof TextNode text) {
            String words = text.text().strip();
            if (!words.isEmpty()) {
                lines.add(indent + "\"" + words + "\"");
            }
        } else if (node instanceof Element element) {
            lines.add(indent
                    + element.tagName()
                    + element.attributes().asList().stream()
                            .map(GovukFixturesTest::plain)
                            .sorted()
                            .collect(Collectors.joining()));
            element.childNodes().forEach(child -> plain(child, indent + "  ", lines));
        }
    }

    private static String plain(Attribute attribute) {
        String value = attribute.getValue();
        if (attribute.getKey().equals("class")) {
            value = Arrays.stream(value.strip().split("\\s+")).sorted().collect(Collectors.joining(" "));
        }
        // A mark that is set by standing there may be written with its own name as its value.
        return " " + attribute.getKey() + (Attribute.isBooleanAttribute(attribute.getKey()) ? "" : "=" + value);
    }

    private static Stream<Fixture> fixtures() {
        return COMPONENTS.keySet().stream().flatMap(component -> {
            try {
                List<Fixture> fixtures = new ArrayList<>();
                for (JsonNode fixture : JSON.readTree(read(component + ".json")).get("fixtures")) {
                    fixtures.add(new Fixture(
                            component,
                            fixture.get("name").asText(),
                            fixture.get("options"),
                            fixture.get("html").asText()));
                }
                return fixtures.stream();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
    }

    private static String read(String file) throws IOException {
        try (InputStream in = GovukFixturesTest.class.getResourceAsStream("/govuk-fixtures/" + file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), UTF_8);
        }
    }

    private static Map<String, Component> components() {
        Map<String, Component> components = new LinkedHashMap<>();
        components.put("label", new Component("govuk/fields :: label-of(${part}, ${part.forId()})", Label.class));
        components.put("hint", new Component("govuk/fields :: hint-of(${part}, ${part.id()})", Hint.class));
        components.put(
                "error-message", new Component("govuk/fields :: error-of(${part}, ${part.id()})", ErrorMessage.class));
        components.put("fieldset", new Component("govuk/fields :: group-of(${part})", Fieldset.class));
        components.put("input", new Component("govuk/fields :: input-field(${part})", Input.class));
        components.put("textarea", new Component("govuk/fields :: textarea-field(${part})", Textarea.class));
        components.put("select", new Component("govuk/fields :: select-field(${part})", Select.class));
        components.put("radios", new Component("govuk/fields :: radios-field(${part})", Radios.class));
        components.put("checkboxes", new Component("govuk/fields :: checkboxes-field(${part})", Checkboxes.class));
        components.put("date-input", new Component("govuk/fields :: date-field(${part})", DateInput.class));
        components.put("file-upload", new Component("govuk/fields :: file-field(${part})", FileUpload.class));
        components.put("button", new Component("govuk/parts :: push-button(${part})", Button.class));
        components.put("tag", new Component("govuk/parts :: state-tag(${part})", Tag.class));
        components.put("warning-text", new Component("govuk/parts :: warning(${part})", WarningText.class));
        components.put("skip-link", new Component("govuk/parts :: skip-link(${part})", SkipLink.class));
        components.put("phase-banner", new Component("govuk/parts :: phase-banner(${part})", PhaseBanner.class));
        components.put("error-summary", new Component("govuk/parts :: error-summary(${part})", ErrorSummary.class));
        components.put("pagination", new Component("govuk/parts :: pages(${part})", Pagination.class));
        components.put("summary-list", new Component("govuk/parts :: facts(${part})", SummaryList.class));
        components.put(
                "service-navigation", new Component("govuk/parts :: sections(${part})", ServiceNavigation.class));
        return components;
    }

    private static SpringTemplateEngine templates() {
        ClassLoaderTemplateResolver files = new ClassLoaderTemplateResolver();
        files.setPrefix("templates/");
        files.setSuffix(".html");
        files.setTemplateMode(TemplateMode.HTML);
        files.setResolvablePatterns(Set.of("govuk/*"));
        files.setOrder(1);
        StringTemplateResolver given = new StringTemplateResolver();
        given.setTemplateMode(TemplateMode.HTML);
        given.setOrder(2);
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolvers(Set.of(files, given));
        return engine;
    }
}
