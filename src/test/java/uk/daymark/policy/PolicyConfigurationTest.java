package uk.daymark.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

/** What the application takes from the class path when it starts. */
class PolicyConfigurationTest {

    private static final FailureHandler OTHERS_NEED_A_CONTEXT = FailureHandler.handleMessage((message, failure) -> {});

    @Test
    void readsPoliciesAndBankHolidays() {
        try (var context = new AnnotationConfigApplicationContext(PolicyConfiguration.class)) {
            assertThat(context.getBean(Policies.class).named("national")).isPresent();
            assertThat(context.getBean(Policies.class).named("bank-holidays")).isEmpty();
            assertThat(context.getBean(BankHolidayChanges.class).extra()).isNotEmpty();
        }
    }

    @Test
    void showsTheFaultsAsAListInsteadOfAStackTrace() {
        PolicyFaultsException faults =
                new PolicyFaultsException(List.of(new PolicyFault("county.yaml", 7, "There is no policy 'nation'")));
        FailureAnalyzer analyzer =
                SpringFactoriesLoader.forDefaultResourceLocation()
                        .load(FailureAnalyzer.class, OTHERS_NEED_A_CONTEXT)
                        .stream()
                        .filter(PolicyFaultsAnalyzer.class::isInstance)
                        .findFirst()
                        .orElseThrow();
        var analysis = analyzer.analyze(new BeanCreationException("policies", "could not be made", faults));
        assertThat(analysis).isNotNull();
        assertThat(analysis.getDescription()).contains("county.yaml, line 7: There is no policy 'nation'");
        assertThat(analysis.getAction()).contains("policies/policy.schema.json");
    }
}
