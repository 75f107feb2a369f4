package uk.daymark.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import uk.daymark.figures.MeasuredFigures;
import uk.daymark.figures.Note;
import uk.daymark.policy.Policy;
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
        JsonFields fields = JsonFields.of(body);
        List<Note> notes = new ArrayList<>();
        Optional<Policy> policy = PolicyFields.read(fields, policies, notes);
        RegisterFields.Given given = new RegisterFields(fields, notes).read();
        fields.finish();
        return MeasuredFigures.of(policy.orElseThrow(), given.register(), notes);
    }
}
