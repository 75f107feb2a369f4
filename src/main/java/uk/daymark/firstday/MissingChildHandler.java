package uk.daymark.firstday;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.web.InvalidInput;
import uk.daymark.worklist.Answer;
import uk.daymark.worklist.TaskAbout;
import uk.daymark.worklist.TaskHandler;

/** The search for a pupil whose parent thought the pupil was in school. It goes on until the pupil is found. */
@Component
class MissingChildHandler implements TaskHandler {

    private final Rounds rounds;
    private final RoundFacts facts;

    MissingChildHandler(Rounds rounds, RoundFacts facts) {
        this.rounds = rounds;
        this.facts = facts;
    }

    @Override
    public boolean handles(String model, String kind) {
        return model.equals(Round.MODEL) && kind.equals("missing-child");
    }

    @Override
    public List<Fact> facts(TaskAbout task) {
        Round round = rounds.get(task.key());
        List<Fact> all = new ArrayList<>();
        round.missingSince().ifPresent(since -> all.add(new Fact("Not known where since", Sentences.time(since))));
        all.addAll(facts.of(round));
        return all;
    }

    @Override
    public Map<String, Object> complete(TaskAbout task, Answer answer) {
        boolean found = answer.yes("found");
        if (found && answer.text("whereAndWhen").isBlank()) {
            throw new InvalidInput("/fields/whereAndWhen", "Enter where and when the pupil was found");
        }
        if (found) {
            rounds.missing(task.key(), Optional.empty());
        }
        return Map.of("found", found);
    }
}
