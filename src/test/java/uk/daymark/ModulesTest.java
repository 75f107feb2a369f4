package uk.daymark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {

    private final ApplicationModules modules = ApplicationModules.of(DaymarkApplication.class);

    @Test
    void featuresTalkOnlyThroughEachOthersRootPackagesAndWithoutCycles() {
        modules.verify();
    }

    @Test
    void theModulesAreSeen() {
        assertThat(modules.getModuleByName("measure")).isPresent();
        assertThat(modules.getModuleByName("access")).isPresent();
    }
}
