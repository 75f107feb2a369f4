package uk.daymark.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule of models catches a model that breaks it: a good one with one thing changed. */
class ModelRulesTest {

    private static final Path ROOT = Path.of("src/test/resources/fixtures/covered");
    private static final int YEARS = 6;

    private final RuleCheck check = new RuleCheck(ROOT, Set.of("lookAround", "sayGoodbye"), YEARS);

    static Stream<Arguments> brokenProcesses() {
        return Stream.of(
                broken("is one process that can be executed", "isExecutable=\"true\"", "isExecutable=\"false\""),
                broken("is one process that can be executed", "<process id=\"small-talk\"", "<process id=\"big-talk\""),
                broken("has a version of three numbers", "versionTag=\"1.0.0\"", "versionTag=\"1.0\""),
                broken("says that records are kept", "TimeToLive=\"P6Y\"", "TimeToLive=\"P5Y\""),
                broken("says that records are kept", " camunda:historyTimeToLive=\"P6Y\"", ""),
                broken("calls steps that there are", "${lookAround}", "${lookAway}"),
                broken("calls steps that there are", "camunda:delegateExpression=\"${lookAround}\"", ""),
                broken("has a form for every task", "camunda:formRef=\"say-hello\"", "camunda:formRef=\"say-bye\""),
                broken("has a form for every task", "formRefBinding=\"deployment\"", "formRefBinding=\"latest\""),
                broken("has a form for every task", "id=\"say-hello\"", "id=\"say-hallo\""),
                broken("gives each task of a person to one role", "Groups=\"office\"", "Groups=\"office,lead\""),
                broken("gives each task of a person to one role", "Groups=\"office\"", "Groups=\"teacher\""),
                broken("asks tables and calls models", "decisionRef=\"mood\"", "decisionRef=\"temper\""),
                broken("asks tables and calls models", "calledElement=\"inner-talk\"", "calledElement=\"outer-talk\""),
                broken("asks tables and calls models", "<camunda:in businessKey=\"#{key}\" />", ""),
                broken(
                        "hides nothing and carries no code",
                        "<camunda:in variables=\"all\" />",
                        "<camunda:executionListener event=\"start\" expression=\"${a}\" />"),
                broken(
                        "hides nothing and carries no code",
                        "<camunda:in variables=\"all\" />",
                        "<camunda:connector><camunda:connectorId>http</camunda:connectorId></camunda:connector>"),
                broken(
                        "hides nothing and carries no code",
                        "delegateExpression=\"${sayGoodbye}\"",
                        "class=\"java.lang.Object\""),
                broken(
                        "hides nothing and carries no code",
                        "camunda:decisionRef=",
                        "camunda:resultVariable=\"x\" camunda:decisionRef="),
                broken(
                        "hides nothing and carries no code",
                        "<serviceTask id=\"look\" name=\"Look\"",
                        "<scriptTask id=\"peep\"><script>1</script></scriptTask><serviceTask id=\"look\" name=\"Look\""),
                broken("compares variables with words only", "${mood == 'good'}", "${mood == 'good' &amp;&amp; warm}"),
                broken("compares variables with words only", "${mood == 'good'}", "${unauthorised >= 10}"),
                broken("compares variables with words only", "${mood == 'good'}", "${bean.method()}"),
                broken("compares variables with words only", "${lateAt}", "${lateAt.next}"),
                broken("waits for dates that a step reckoned", "${lateAt}", "2025-01-01T00:00:00Z"),
                broken("has readable ids", "id=\"gave-up\"", "id=\"Flow_0x1abc\""),
                broken("has readable ids", "name=\"Talk?\"", ""),
                broken("has readable ids", "id=\"talk\" name=\"Yes\"", "id=\"talk\""),
                broken("always has a way out of a gateway", " default=\"not-now\"", ""),
                broken(
                        "always has a way out of a gateway",
                        "<conditionExpression xsi:type=\"tFormalExpression\">${mood == 'good'}</conditionExpression>",
                        ""),
                broken(
                        "is joined up",
                        "sourceRef=\"too-late\" targetRef=\"silent\"",
                        "sourceRef=\"look\" targetRef=\"silent\""),
                broken(
                        "is joined up",
                        "sourceRef=\"mood-decided\" targetRef=\"choice\"",
                        "sourceRef=\"mood-decided\" targetRef=\"silent\""));
    }

    static Stream<Arguments> brokenDrawings() {
        return Stream.of(
                broken("draws all that there is", "bpmnElement=\"say-hello\"", "bpmnElement=\"say-nothing\""),
                broken("draws all that there is", "bpmnElement=\"to-look\"", "bpmnElement=\"to-mood\""),
                broken("gives every name beside a sign or an arrow its place", "<bpmndi:BPMNLabel>", "<bpmndi:Label>"),
                broken("draws nothing over another", "MOVE", "say-hello"),
                broken("lets arrows begin and end where they belong", "MOVE", "say-hello"));
    }

    static Stream<Arguments> brokenTables() {
        return Stream.of(
                broken("is one table, named as its file", "<decision id=\"mood\"", "<decision id=\"temper\""),
                broken("has a version of three numbers", "versionTag=\"1.0.0\"", "versionTag=\"one\""),
                broken("says that records are kept", "TimeToLive=\"P6Y\"", "TimeToLive=\"P1D\""),
                broken("says with each rule what it means", "<text>\"It rains.\"</text>", "<text></text>"),
                broken("says with each rule what it means", "<text>\"It rains.\"</text>", "<text>\"\"</text>"),
                broken("says with each rule what it means", "name=\"source\"", "name=\"origin\""),
                broken("has readable ids", "<rule id=\"rain-falls\"", "<rule id=\"DecisionRule_1abc\""),
                broken(
                        "has readable ids",
                        "<outputEntry id=\"rain-mood\"",
                        "<outputEntry id=\"LiteralExpression_1abc\""),
                broken("reads variables by name", "<text>weather</text>", "<text>weather.sky</text>"),
                broken("reads variables by name", "<inputExpression ", "<inputExpression expressionLanguage=\"juel\" "),
                broken("is drawn", "dmnElementRef=\"mood\"", "dmnElementRef=\"temper\""));
    }

    private static Arguments broken(String rule, String from, String to) {
        return Arguments.of(rule, from, to);
    }

    @Test
    void theGoodModelsBreakNoRule() {
        assertThat(check.faults()).isEmpty();
        assertThat(check.processes()).hasSize(2);
        assertThat(check.tables()).hasSize(1);
    }

    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @MethodSource("brokenProcesses")
    void aProcessThatBreaksARuleIsCaught(String rule, String from, String to) {
        assertThat(faults("small-talk.bpmn", from, to, ProcessRules.all()).keySet())
                .anyMatch(broken -> broken.contains(rule));
    }

    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @MethodSource("brokenDrawings")
    void aDrawingThatBreaksARuleIsCaught(String rule, String from, String to) {
        String good = ModelFile.text(ROOT.resolve("processes/small-talk.bpmn"));
        String bad = from.equals("MOVE")
                ? good.replaceFirst(
                        "(bpmnElement=\"" + to + "\">\\s*<dc:Bounds) x=\"[^\"]+\" y=\"[^\"]+\"",
                        "$1 x=\"" + x(good, "at-home") + "\" y=\"" + y(good, "at-home") + "\"")
                : good.replace(from, to)
                        .replace("</bpmndi:BPMNLabel>", to.startsWith("<") ? "</bpmndi:Label>" : "</bpmndi:BPMNLabel>");
        assertThat(bad).isNotEqualTo(good);
        assertThat(check.faults(ModelFile.of("small-talk.bpmn", bad), DrawingRules.all())
                        .keySet())
                .anyMatch(broken -> broken.contains(rule));
    }

    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @MethodSource("brokenTables")
    void aTableThatBreaksARuleIsCaught(String rule, String from, String to) {
        assertThat(faults("mood.dmn", from, to, TableRules.all()).keySet()).anyMatch(broken -> broken.contains(rule));
    }

    @Test
    void everyRuleHasAModelThatItCatches() {
        Map<String, Stream<Arguments>> bad = new LinkedHashMap<>();
        bad.put("process", brokenProcesses());
        bad.put("drawing", brokenDrawings());
        bad.put("table", brokenTables());
        Map<String, Set<String>> rules = Map.of(
                "process", ProcessRules.all().keySet(),
                "drawing", DrawingRules.all().keySet(),
                "table", TableRules.all().keySet());
        bad.forEach((kind, all) -> {
            Set<String> caught =
                    all.map(one -> String.valueOf(one.get()[0])).collect(java.util.stream.Collectors.toSet());
            assertThat(rules.get(kind)).allSatisfy(rule -> assertThat(caught).anyMatch(rule::contains));
        });
    }

    @Test
    void aFormThatIsForNoTaskIsCaught() {
        ModelFile model = ModelFile.of(
                "small-talk.bpmn",
                ModelFile.text(ROOT.resolve("processes/small-talk.bpmn")).replace("userTask", "receiveTask"));
        assertThat(check.faults(model, ProcessRules.all()).toString()).contains("the form say-hello is for no task");
    }

    private Map<String, java.util.List<String>> faults(
            String file,
            String from,
            String to,
            Map<String, java.util.function.BiFunction<ModelFile, Known, java.util.List<String>>> rules) {
        String good = ModelFile.text(ROOT.resolve("processes").resolve(file));
        String bad = good.replace(from, to);
        assertThat(bad).isNotEqualTo(good);
        return check.faults(ModelFile.of(file, bad), rules);
    }

    private static String x(String model, String element) {
        return model.replaceFirst("(?s).*bpmnElement=\"" + element + "\"[^>]*>\\s*<dc:Bounds x=\"([^\"]+)\".*", "$1");
    }

    private static String y(String model, String element) {
        return model.replaceFirst(
                "(?s).*bpmnElement=\"" + element + "\"[^>]*>\\s*<dc:Bounds x=\"[^\"]+\" y=\"([^\"]+)\".*", "$1");
    }
}
