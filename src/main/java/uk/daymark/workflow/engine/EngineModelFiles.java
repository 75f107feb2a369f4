package uk.daymark.workflow.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinitionQuery;
import org.camunda.bpm.engine.repository.ProcessDefinitionQuery;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.daymark.workflow.ModelFiles;

/** The files that the engine keeps of every version it was given. */
@Component
@Transactional(readOnly = true)
class EngineModelFiles implements ModelFiles {

    private final RepositoryService repository;

    EngineModelFiles(RepositoryService repository) {
        this.repository = repository;
    }

    @Override
    public Optional<ModelFile> process(String model, String version, int number) {
        ProcessDefinitionQuery query = repository.createProcessDefinitionQuery().processDefinitionKey(model);
        ProcessDefinitionQuery narrowed =
                number > 0 ? query.processDefinitionVersion(number) : query.versionTag(version);
        return narrowed.orderByProcessDefinitionVersion().desc().listPage(0, 1).stream()
                .findFirst()
                .map(found -> file(found, found.getVersionTag(), repository.getProcessModel(found.getId())));
    }

    @Override
    public Optional<ModelFile> table(String table, String version, int number) {
        DecisionDefinitionQuery query =
                repository.createDecisionDefinitionQuery().decisionDefinitionKey(table);
        DecisionDefinitionQuery narrowed =
                number > 0 ? query.decisionDefinitionVersion(number) : query.versionTag(version);
        return narrowed.orderByDecisionDefinitionVersion().desc().listPage(0, 1).stream()
                .findFirst()
                .map(found -> file(found, found.getVersionTag(), repository.getDecisionModel(found.getId())));
    }

    private static ModelFile file(ResourceDefinition found, @Nullable String tag, InputStream text) {
        try (InputStream open = text) {
            String name = found.getResourceName();
            return new ModelFile(
                    found.getKey(),
                    tag == null ? "" : tag,
                    found.getVersion(),
                    name.substring(name.lastIndexOf('/') + 1),
                    new String(open.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
