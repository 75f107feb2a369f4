package uk.daymark.firstday;

import java.util.Map;
import org.springframework.stereotype.Component;
import uk.daymark.journal.Entry;
import uk.daymark.journal.Journal;
import uk.daymark.workflow.Processes;
import uk.daymark.workflow.Step;
import uk.daymark.workflow.StepContext;

/** Closes a round: every absence has a reason. */
@Component
class CloseStep implements Step {

    private final Rounds rounds;
    private final Journal journal;

    CloseStep(Rounds rounds, Journal journal) {
        this.rounds = rounds;
        this.journal = journal;
    }

    @Override
    public String name() {
        return "closeContactRound";
    }

    @Override
    public Map<String, Object> run(StepContext context) {
        String because = context.element().equals("close-explained-round")
                ? context.text(Processes.BECAUSE).orElse("")
                : "every absence has a reason";
        rounds.close(context.key(), because);
        journal.write(Entry.of(context.key(), "CALL", "Nobody needs to be rung any more", because));
        return Map.of();
    }
}
