package uk.daymark.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.daymark.WebTest;
import uk.daymark.policy.Policies;
import uk.daymark.workflow.Step;

/** Every model that is shipped keeps the rules of models, and is deployed. */
@WebTest
class ModelTest {

    private static final Path SHIPPED = Path.of("");

    @Autowired
    List<Step> steps;

    @Autowired
    Policies policies;

    @Autowired
    RepositoryService repository;

    @Test
    void everyModelKeepsTheRules() {
        assertThat(check().faults()).isEmpty();
        assertThat(check().processes()).isNotEmpty();
        assertThat(check().tables()).isNotEmpty();
    }

    @Test
    void everyModelIsDeployed() {
        assertThat(repository.createProcessDefinitionQuery().latestVersion().unlimitedList())
                .extracting(ProcessDefinition::getKey)
                .containsAll(ids(check().processes()));
        assertThat(repository.createDecisionDefinitionQuery().latestVersion().unlimitedList())
                .extracting(DecisionDefinition::getKey)
                .containsAll(ids(check().tables()));
    }

    @Test
    void everyFolderOfFormsBelongsToAModel() {
        assertThat(ids(check().processes())).containsAll(check().formFolders());
    }

    @Test
    void everyStepStandsInAModel() {
        Set<String> named = new TreeSet<>();
        check().processes()
                .forEach(model -> model.all("serviceTask")
                        .forEach(task -> named.add(
                                ModelFile.engine(task, "delegateExpression").orElse(""))));
        assertThat(steps.stream()
                        .filter(step -> !step.getClass().getPackageName().startsWith("uk.daymark.fixtures"))
                        .map(step -> "${" + step.name() + "}"))
                .isSubsetOf(named);
    }

    @Test
    void theRecordsAreKeptForAsManyYearsAsThePolicySays() {
        assertThat(years()).isEqualTo(6);
    }

    private RuleCheck check() {
        return new RuleCheck(SHIPPED, steps.stream().map(Step::name).collect(Collectors.toSet()), years());
    }

    private int years() {
        return policies.named("national")
                .orElseThrow()
                .number("records.keep", LocalDate.of(2025, 9, 15))
                .orElseThrow();
    }

    private static Set<String> ids(List<ModelFile> models) {
        return models.stream().map(ModelFile::id).collect(Collectors.toCollection(TreeSet::new));
    }
}
