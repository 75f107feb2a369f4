package uk.daymark.workflow.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.stereotype.Component;

/** Puts models that only tests start beside those of the application. */
@Component
public class FixtureModels {

    private final ProcessEngine engine;

    FixtureModels(ProcessEngine engine) {
        this.engine = engine;
    }

    /** @param root a folder on the class path that holds {@code processes/} and {@code forms/}, ending in a slash */
    public void deploy(String root) {
        new ModelDeployment(root).postProcessEngineBuild(engine);
    }
}
