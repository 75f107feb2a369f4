package uk.daymark.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import uk.daymark.enforcement.ReferralCheck;
import uk.daymark.enforcement.ReferralQuestion;
import uk.daymark.figures.Note;
import uk.daymark.web.JsonFields;

/** Answers whether a referral would be accepted, from what is sent along. Nothing is stored and the clock is not read. */
@Service
public class ReferralChecks {

    private final PolicyChoice policies;
    private final ReferralCheck rules;

    ReferralChecks(PolicyChoice policies, ReferralCheck rules) {
        this.policies = policies;
        this.rules = rules;
    }

    /**
     * Whether the referral in the body would be accepted.
     *
     * @throws uk.daymark.web.InvalidInput with every fault of the body
     */
    public ReferralVerdict check(JsonNode body) {
        List<Note> notes = new ArrayList<>();
        ReferralQuestion question = new ReferralFields(JsonFields.of(body), policies, rules, notes).question();
        return ReferralVerdict.of(question.policy(), rules.check(question), notes);
    }
}
