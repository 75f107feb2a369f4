package uk.daymark.workflow.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys the models and forms on the class path, before any job runs. Names are paths on the class path ({@code
 * processes/penalty-notice.bpmn}): the same from an archive and from a folder, so that a restart makes no new version.
 *
 * <p>A process is deployed with the forms in {@code forms/<its file's name>/}, a decision table alone: a change of one leaves the
 * versions of the others. How long history is kept may be given in years.
 */
@Component
class ModelDeployment extends AbstractProcessEnginePlugin {

    private static final Pattern KEPT_YEARS = Pattern.compile("(historyTimeToLive=\")P(\\d+)Y\"");
    private static final int DAYS_IN_YEAR = 365;

    private final String root;

    ModelDeployment() {
        this("");
    }

    /** @param root the folder on the class path that holds {@code processes/} and {@code forms/}: empty, or ending in a slash */
    ModelDeployment(String root) {
        this.root = root;
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        Map<String, Resource> models = found("processes/", List.of("bpmn", "dmn"));
        Map<String, Resource> forms = found("forms/", List.of("form"));
        models.forEach((name, model) -> deploy(engine.getRepositoryService(), name, model, forms));
    }

    private static void deploy(RepositoryService repository, String name, Resource model, Map<String, Resource> forms) {
        String baseName = name.substring(name.lastIndexOf('/') + 1, name.lastIndexOf('.'));
        // All or nothing of a deployment counts as changed: a process whose form alone was left as it was would not
        // find it.
        DeploymentBuilder deployment = repository.createDeployment().name(name).enableDuplicateFiltering(false);
        add(deployment, name, model);
        if (name.endsWith(".bpmn")) {
            forms.forEach((formName, form) -> {
                if (formName.startsWith("forms/" + baseName + "/")) {
                    add(deployment, formName, form);
                }
            });
        }
        deployment.deploy();
    }

    private static void add(DeploymentBuilder deployment, String name, Resource resource) {
        try {
            deployment.addString(name, inDays(resource.getContentAsString(StandardCharsets.UTF_8)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Records are kept for years, and so the models say; the engine counts days. No year is cut short by a leap day. */
    static String inDays(String model) {
        return KEPT_YEARS.matcher(model).replaceAll(kept -> {
            int years = Integer.parseInt(kept.group(2));
            return kept.group(1) + "P" + (years * DAYS_IN_YEAR + (years + 3) / 4) + "D\"";
        });
    }

    private Map<String, Resource> found(String folder, List<String> endings) {
        Map<String, Resource> byName = new TreeMap<>();
        try {
            for (String ending : endings) {
                String pattern = "classpath*:" + root + folder + "**/*." + ending;
                for (Resource resource : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                    String address = resource.getURL().toString();
                    byName.put(address.substring(address.lastIndexOf("/" + folder) + 1), resource);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return byName;
    }
}
