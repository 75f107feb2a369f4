package uk.daymark.checks;

import com.fasterxml.jackson.databind.JsonNode;
import org.springframework.stereotype.Service;
import uk.daymark.figures.MeasuredFigures;
import uk.daymark.web.JsonFields;

/** Measures a register that is sent along, under a policy. Nothing is stored and the clock is not read. */
@Service
public class RegisterChecks {

    private final PolicyChoice policies;

    RegisterChecks(PolicyChoice policies) {
        this.policies = policies;
    }

    /**
     * The figures of the register in the body.
     *
     * @throws uk.daymark.web.InvalidInput with every fault of the body
     */
    public MeasuredFigures check(JsonNode body) {
        RegisterQuestion question = new RegisterFields(JsonFields.of(body), policies).question();
        return MeasuredFigures.of(question.policy(), question.register(), question.notes());
    }
}
