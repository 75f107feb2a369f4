package uk.daymark.policy;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows faults of policies as a list when the application cannot start, instead of a stack trace. */
class PolicyFaultsAnalyzer extends AbstractFailureAnalyzer<PolicyFaultsException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, PolicyFaultsException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Mend the files of policies/ at the lines named. policies/policy.schema.json says what each key means.",
                cause);
    }
}
