package uk.daymark.start;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;

/**
 * Refuses a start that could not end well, before anything is opened: a mode that is not built, a data folder that cannot be
 * written. Names the database file inside the data folder where no other database is given.
 */
class StartChecks implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

    private static final String DATABASE = "spring.datasource.url";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        refuseModesThatAreNotBuilt(environment);
        Path folder = DataFolder.prepared(environment.getProperty("daymark.data", "./data"));
        if (!environment.containsProperty(DATABASE)) {
            environment
                    .getPropertySources()
                    .addLast(new MapPropertySource(
                            "database in the data folder",
                            Map.of(
                                    DATABASE,
                                    DataFolder.databaseUrl(folder),
                                    "spring.datasource.username",
                                    "sa",
                                    "spring.datasource.password",
                                    "")));
        }
    }

    /** After the profiles and options are known. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    private static void refuseModesThatAreNotBuilt(ConfigurableEnvironment environment) {
        if (environment.acceptsProfiles(Profiles.of("live"))) {
            throw new CannotStartException(
                    "Daymark cannot start in live mode yet: sign-in by an identity provider (OpenID Connect) is not built.",
                    "Start it without --spring.profiles.active=live to use practice mode, with made-up pupils only.");
        }
        if (!environment.acceptsProfiles(Profiles.of("practice"))) {
            throw new CannotStartException(
                    "Daymark knows the modes practice and live, and neither was chosen.",
                    "Leave out --spring.profiles.active, or add practice to it.");
        }
    }
}
