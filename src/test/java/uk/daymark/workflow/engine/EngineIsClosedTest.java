package uk.daymark.workflow.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.daymark.Http;
import uk.daymark.WebTest;
import uk.daymark.workflow.Processes;

/** What is known to be open in this engine, and what a model could be misused for, does not work here. */
@WebTest
class EngineIsClosedTest {

    private static final String HOLE = "daymark.hole";

    /** Sets a system property where an expression reaches the Java machine. */
    private static final String ATTACK =
            "${''.getClass().forName('java.lang.System').getMethods()[0].getDeclaringClass().setProperty('" + HOLE
                    + "','open')}";

    private static final JavaClasses DAYMARK = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("uk.daymark");

    @Autowired
    ProcessEngine engine;

    @Autowired
    Processes processes;

    @Autowired
    JdbcClient database;

    @LocalServerPort
    int port;

    private final List<String> deployments = new ArrayList<>();

    @AfterEach
    void takeBack() {
        deployments.forEach(id -> engine.getRepositoryService().deleteDeployment(id, true));
        System.clearProperty(HOLE);
    }

    @Test
    void anExpressionInAQueryIsRefused() {
        assertThatThrownBy(() -> engine.getTaskService()
                        .createTaskQuery()
                        .dueAfterExpression(ATTACK)
                        .unlimitedList())
                .hasMessageContaining("Expressions are forbidden");
        assertThat(configuration().isEnableExpressionsInAdhocQueries()).isFalse();
        assertThat(configuration().isEnableExpressionsInStoredQueries()).isFalse();
    }

    /** The engine checks the outer query only (CVE-2026-109432); what it then evaluates reaches nothing. */
    @Test
    void anExpressionInAnInnerQueryReachesNothing() {
        assertThatThrownBy(() -> engine.getTaskService()
                        .createTaskQuery()
                        .or()
                        .dueAfterExpression(ATTACK)
                        .taskAssigneeExpression(ATTACK)
                        .endOr()
                        .unlimitedList())
                .isInstanceOf(RuntimeException.class);
        assertThat(System.getProperty(HOLE)).isNull();
    }

    @Test
    void weBuildNoQueryFromAnExpression() {
        ArchRule rule = noClasses().should().callMethodWhere(namedLikeAnExpressionOfAQuery());
        rule.check(DAYMARK);
        assertThat(rule.evaluate(new ClassFileImporter().importClasses(EngineIsClosedTest.class))
                        .getFailureReport()
                        .getDetails())
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass()}",
                "${''['class']}",
                "${''.class.forName('java.lang.Runtime')}",
                "${execution.processEngineServices}",
                "${execution}",
                "${task}",
                "${dataSource}",
                "${runtimeService}",
                "${stepRun.length()}",
                "${authenticatedUserId}",
            })
    void anExpressionInAModelReachesNoObjectNoMethodAndNoBean(String expression) {
        deploy("closed.bpmn", """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="urn:daymark:test">
                  <process id="closed" isExecutable="true" camunda:historyTimeToLive="P1D">
                    <startEvent id="begin"/><sequenceFlow id="a" sourceRef="begin" targetRef="reach"/>
                    <serviceTask id="reach" camunda:expression="%s" camunda:resultVariable="reached"/>
                    <sequenceFlow id="b" sourceRef="reach" targetRef="end"/><endEvent id="end"/>
                  </process>
                </definitions>""".formatted(expression));
        assertThatThrownBy(() -> processes.start("closed", "X-1", Map.of("stepRun", "text")))
                .isInstanceOf(RuntimeException.class);
        assertThat(System.getProperty(HOLE)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"${now()}", "${currentUser()}", "${dateTime()}"})
    void anExpressionInAModelCallsNoFunctionOfTheEngine(String expression) {
        assertThatThrownBy(() -> deploy("closed.bpmn", """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="urn:daymark:test">
                  <process id="closed" isExecutable="true" camunda:historyTimeToLive="P1D">
                    <startEvent id="begin"/><sequenceFlow id="a" sourceRef="begin" targetRef="reach"/>
                    <serviceTask id="reach" camunda:expression="%s"/>
                  </process>
                </definitions>""".formatted(expression)))
                .hasMessageContaining("Could not resolve function");
    }

    @Test
    void anExpressionInADecisionTableReachesNothingInEitherLanguage() {
        for (String language : List.of("juel", "feel")) {
            String attack = language.equals("juel")
                    ? ATTACK
                    : "{reach: function(a, b) external {java: {class: \"java.lang.System\", method signature: \"setProperty("
                            + "java.lang.String,java.lang.String)\"}}, out: reach(\"" + HOLE + "\", \"open\")}.out";
            deploy("closed-" + language + ".dmn", """
                    <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="closed" name="Closed" namespace="urn:daymark:test">
                      <decision id="closed-%s" name="Closed" camunda:historyTimeToLive="P1D">
                        <decisionTable id="closed-table"><output id="o" name="o"/>
                          <rule id="r"><outputEntry id="e" expressionLanguage="%s"><text><![CDATA[%s]]></text></outputEntry></rule>
                        </decisionTable>
                      </decision>
                    </definitions>""".formatted(language, language, attack));
            // Whether it is refused or comes to nothing is the language's choice; that it reaches nothing is ours.
            catchThrowable(() -> engine.getDecisionService()
                    .evaluateDecisionByKey("closed-" + language)
                    .evaluate());
            assertThat(System.getProperty(HOLE)).as(language).isNull();
        }
    }

    @Test
    void aModelThatDrawsInAnotherFileIsRefused() {
        assertThatThrownBy(() -> deploy("entity.bpmn", """
                <!DOCTYPE definitions [<!ENTITY secret SYSTEM "file:///etc/hostname">]>
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:daymark:test">
                  <process id="entity" name="&secret;" isExecutable="true"><startEvent id="begin"/></process>
                </definitions>""")).hasMessageContaining("DOCTYPE");
    }

    @Test
    void modelsComeFromTheClassPathOnly() {
        ArchRule rule = noClasses()
                .that()
                .doNotHaveFullyQualifiedName(ModelDeployment.class.getName())
                .should()
                .callMethod(RepositoryService.class, "createDeployment");
        rule.check(DAYMARK);
        assertThat(rule.evaluate(new ClassFileImporter().importClasses(EngineIsClosedTest.class))
                        .getFailureReport()
                        .getDetails())
                .isNotEmpty();
        assertThat(configuration().getDeploymentResources()).isEmpty();
    }

    @Test
    void noObjectGetsIntoAProcess() {
        deploy("waits.bpmn", """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="urn:daymark:test">
                  <message id="m" name="never"/>
                  <process id="waits" isExecutable="true" camunda:historyTimeToLive="P1D">
                    <startEvent id="begin"/><sequenceFlow id="a" sourceRef="begin" targetRef="wait"/>
                    <receiveTask id="wait" messageRef="m"/>
                  </process>
                </definitions>""");
        assertThatThrownBy(() -> processes.start("waits", "X-2", Map.of("list", new ArrayList<>(List.of("a")))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> engine.getRuntimeService()
                        .startProcessInstanceByKey("waits", Map.of("list", new ArrayList<>(List.of("a")))))
                .hasMessageContaining("serializ");
        assertThatThrownBy(() -> engine.getRuntimeService()
                        .startProcessInstanceByKey(
                                "waits",
                                Variables.putValue(
                                        "list",
                                        Variables.serializedObjectValue("rO0ABXNyABNqYXZhLnV0aWwuQXJyYXlMaXN0")
                                                .serializationDataFormat("application/x-java-serialized-object")
                                                .objectTypeName("java.util.ArrayList")
                                                .create())))
                .isInstanceOf(RuntimeException.class);
        assertThat(database.sql("select count(*) from ACT_RU_VARIABLE where BYTEARRAY_ID_ is not null")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.camunda.bpm.engine.rest.impl.CamundaRestResources",
                "org.camunda.bpm.webapp.impl.engine.EngineRestApplication",
                "org.camunda.bpm.admin.Admin",
                "org.camunda.connect.Connectors",
                "org.camunda.spin.Spin",
                "groovy.lang.GroovyShell",
                "org.graalvm.polyglot.Context",
                "org.openjdk.nashorn.api.scripting.NashornScriptEngine",
                "org.python.util.PythonInterpreter",
                "org.jruby.Ruby",
            })
    void noneOfWhatWeDoNotShipIsThere(String type) {
        assertThatThrownBy(() -> Class.forName(type)).isInstanceOf(ClassNotFoundException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/app/admin/default/setup/",
                "/camunda/api/admin/setup/default/user/create",
                "/app/admin/",
                "/engine-rest/engine/default/task",
                "/rest/engine",
            })
    void thereIsNoPathToTheEngine(String path) {
        assertThat(Http.browser(port, "head").get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void nobodyIsKnownToTheEngineSoNobodyCanBeItsAdministrator() {
        for (String table : List.of("ACT_ID_USER", "ACT_ID_GROUP", "ACT_ID_MEMBERSHIP", "ACT_RU_AUTHORIZATION")) {
            assertThat(database.sql("select count(*) from " + table)
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        }
    }

    private void deploy(String name, String model) {
        deployments.add(engine.getRepositoryService()
                .createDeployment()
                .name("test:" + name)
                .addString(name, model)
                .deploy()
                .getId());
    }

    private SpringProcessEngineConfiguration configuration() {
        return (SpringProcessEngineConfiguration) engine.getProcessEngineConfiguration();
    }

    private static DescribedPredicate<JavaCall<?>> namedLikeAnExpressionOfAQuery() {
        return DescribedPredicate.describe(
                "takes an expression in a query",
                call -> call.getTargetOwner().getSimpleName().endsWith("Query")
                        && call.getName().endsWith("Expression"));
    }
}
