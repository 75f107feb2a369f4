package uk.daymark.workflow.engine;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.daymark.workflow.Step;
import uk.daymark.workflow.TaskFollower;

/** The engine of the application, joined to the application's steps and followers. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    @Bean
    EngineWiring engineWiring(
            ObjectProvider<Step> steps,
            ObjectProvider<TaskFollower> followers,
            PathWriter path,
            RuleWriter rules,
            Actor actor) {
        return new EngineWiring(
                () -> steps.orderedStream().toList(),
                () -> followers.orderedStream().toList(),
                path,
                rules,
                actor);
    }
}
