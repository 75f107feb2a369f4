package uk.daymark.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import uk.daymark.enforcement.NoticeCheck;
import uk.daymark.enforcement.NoticeQuestion;
import uk.daymark.figures.Note;
import uk.daymark.web.JsonFields;

/** Answers whether a penalty notice may be issued, from what is sent along. Nothing is stored and the clock is not read. */
@Service
public class NoticeChecks {

    private final PolicyChoice policies;
    private final NoticeCheck rules;

    NoticeChecks(PolicyChoice policies, NoticeCheck rules) {
        this.policies = policies;
        this.rules = rules;
    }

    /**
     * Whether the notice in the body may be issued.
     *
     * @throws uk.daymark.web.InvalidInput with every fault of the body
     */
    public NoticeFigures check(JsonNode body) {
        List<Note> notes = new ArrayList<>();
        NoticeQuestion question = new NoticeFields(JsonFields.of(body), policies, notes).question();
        return NoticeFigures.of(question.policy(), rules.check(question), notes);
    }
}
