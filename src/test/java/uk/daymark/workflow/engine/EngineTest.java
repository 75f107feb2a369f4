package uk.daymark.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.daymark.WebTest;
import uk.daymark.time.ClockFollower;

@WebTest
class EngineTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    HistoryService history;

    @Autowired
    IdentityService identity;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    EntityManagerFactory entities;

    @Autowired
    JdbcClient database;

    @Autowired
    DataSource source;

    @Autowired
    Clock clock;

    @Autowired
    List<ClockFollower> followers;

    @AfterEach
    void takeBackWhatThisTestDeployed() {
        for (Deployment deployment : repository.createDeploymentQuery().unlimitedList()) {
            if (deployment.getName().contains("two-steps")
                    || deployment.getName().startsWith("test:")) {
                repository.deleteDeployment(deployment.getId(), true);
            }
        }
    }

    @Test
    void sharesTheTransactionManagerOfTheApplication() {
        assertThat(transactions).isInstanceOf(JpaTransactionManager.class);
        assertThat(((JpaTransactionManager) transactions).getEntityManagerFactory())
                .isSameAs(entities);
        assertThat(configuration().getTransactionManager()).isSameAs(transactions);
    }

    @Test
    void whatItDidIsUndoneTogetherWithOurOwnRows() {
        deployFixtures();
        assertThatThrownBy(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    runtime.startProcessInstanceByKey("two-steps");
                    assertThat(tasks.createTaskQuery()
                                    .processDefinitionKey("two-steps")
                                    .count())
                            .isOne();
                    throw new IllegalStateException("changed our mind");
                }))
                .hasMessage("changed our mind");
        assertThat(tasks.createTaskQuery().processDefinitionKey("two-steps").count())
                .isZero();
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processDefinitionKey("two-steps")
                        .count())
                .isZero();
    }

    @Test
    void keepsTheFullHistoryAndLeavesRetentionToUs() {
        assertThat(configuration().getHistoryLevel()).isEqualTo(HistoryLevel.HISTORY_LEVEL_FULL);
        assertThat(configuration().getHistoryRemovalTimeStrategy()).isEqualTo("start");
        assertThat(configuration().isHistoryCleanupEnabled()).isFalse();
        assertThat(configuration().isEnforceHistoryTimeToLive()).isTrue();
    }

    @Test
    void refusesAModelThatDoesNotSayHowLongItsHistoryIsKept() {
        assertThatThrownBy(() -> repository
                        .createDeployment()
                        .name("test:no time to live")
                        .addString("p.bpmn", """
                                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:daymark:test">
                                  <process id="p" isExecutable="true"><startEvent id="begin"/></process>
                                </definitions>""")
                        .deploy())
                .hasMessageContaining("TTL");
    }

    @Test
    void isClosedWhereWeDoNotUseIt() {
        assertThat(configuration().isCmmnEnabled()).isFalse();
        assertThat(configuration().isStandaloneTasksEnabled()).isFalse();
        assertThat(configuration().isAuthorizationEnabled()).isFalse();
        assertThat(configuration().isMetricsEnabled()).isFalse();
        assertThat(configuration().isDeserializationTypeValidationEnabled()).isTrue();
        assertThat(configuration().isJavaSerializationFormatEnabled()).isFalse();
        assertThat(configuration().getQueryMaxResultsLimit()).isLessThan(Integer.MAX_VALUE);
        assertThat(configuration().getDatabaseSchemaUpdate()).isEqualTo("false");
        assertThat(configuration().getIdGenerator().getNextId()).matches("[0-9a-f]{8}-.*");
        assertThat(configuration().getJobExecutor().isActive()).isFalse();
    }

    @Test
    void runsNoScriptInAnyLanguage() {
        for (String language : List.of("javascript", "ecmascript", "groovy", "python", "juel", "feel")) {
            assertThat(configuration().getScriptEngineResolver().getScriptEngine(language, true))
                    .as(language)
                    .isNull();
        }
        repository
                .createDeployment()
                .name("test:script")
                .addModelInstance(
                        "s.bpmn",
                        Bpmn.createExecutableProcess("with-script")
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .scriptTask()
                                .scriptFormat("javascript")
                                .scriptText("1")
                                .endEvent()
                                .done())
                .deploy();
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("with-script"))
                .hasMessageContaining("scripting engine");
    }

    @Test
    void takesNoExpressionInAQuery() {
        assertThatThrownBy(() ->
                        tasks.createTaskQuery().taskAssigneeExpression("${1}").unlimitedList())
                .hasMessageContaining("Expressions are forbidden");
    }

    @Test
    void hasNoUsersAndNoGroupsOfItsOwn() {
        assertThat(identity.createUserQuery().count()).isZero();
        assertThat(identity.createGroupQuery().count()).isZero();
        assertThat(database.sql("select count(*) from ACT_ID_MEMBERSHIP")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void hasTheIndexesThatItsOwnScriptsLack() throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = source.getConnection()) {
            DatabaseMetaData about = connection.getMetaData();
            String table = about.storesLowerCaseIdentifiers() ? "act_ru_task" : "ACT_RU_TASK";
            ResultSet indexes = about.getIndexInfo(null, connection.getSchema(), table, false, true);
            while (indexes.next()) {
                names.add(indexes.getString("INDEX_NAME").toUpperCase(Locale.ROOT));
            }
        }
        assertThat(names).contains("DM_IDX_TASK_PARENT", "DM_IDX_TASK_DUE");
    }

    @Test
    void deploysAModelWithItsFormsUnderNamesThatDoNotDependOnThePlace() {
        deployFixtures();
        Deployment deployment = repository
                .createDeploymentQuery()
                .deploymentNameLike("%two-steps%")
                .singleResult();
        assertThat(repository.getDeploymentResourceNames(deployment.getId()))
                .containsExactlyInAnyOrder("processes/two-steps.bpmn", "forms/two-steps/look.form");
    }

    @Test
    void makesNoNewVersionAtTheNextStart() {
        deployFixtures();
        deployFixtures();
        assertThat(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("two-steps")
                        .unlimitedList())
                .singleElement()
                .satisfies(definition -> assertThat(definition.getVersion()).isOne());
    }

    @Test
    void itsClockStandsWhereThePracticeClockStandsAndMovesAlong() {
        assertThat(ClockUtil.getCurrentTime().toInstant()).isEqualTo(clock.instant());
        ClockFollower follower = followers.stream()
                .filter(EngineClock.class::isInstance)
                .findFirst()
                .orElseThrow();
        Instant later = clock.instant().plusSeconds(60);
        follower.clockMoved(clock.instant(), later);
        assertThat(ClockUtil.getCurrentTime().toInstant()).isEqualTo(later);
        follower.clockMoved(clock.instant(), clock.instant());
    }

    private void deployFixtures() {
        new ModelDeployment("fixtures/models/").postProcessEngineBuild(engine);
    }

    private SpringProcessEngineConfiguration configuration() {
        return (SpringProcessEngineConfiguration) engine.getProcessEngineConfiguration();
    }
}
