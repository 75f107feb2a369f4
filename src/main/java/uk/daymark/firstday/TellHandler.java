package uk.daymark.firstday;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.daymark.worklist.Answer;
import uk.daymark.worklist.TaskAbout;
import uk.daymark.worklist.TaskHandler;

/** Telling those outside of school who have to know: the social worker, and the authority after long absence. */
@Component
class TellHandler implements TaskHandler {

    private static final String AUTHORITY = "tell-authority";

    private final Rounds rounds;
    private final Absentees absentees;
    private final LongAbsences longAbsences;
    private final RoundFacts facts;

    TellHandler(Rounds rounds, Absentees absentees, LongAbsences longAbsences, RoundFacts facts) {
        this.rounds = rounds;
        this.absentees = absentees;
        this.longAbsences = longAbsences;
        this.facts = facts;
    }

    @Override
    public boolean handles(String model, String kind) {
        return model.equals(Round.MODEL)
                && Set.of(AUTHORITY, "tell-social-worker").contains(kind);
    }

    @Override
    public List<Fact> facts(TaskAbout task) {
        List<Fact> all = new ArrayList<>();
        if (task.kind().equals(AUTHORITY)) {
            all.add(new Fact(
                    "For the attendance return",
                    longAbsences.open(task.key()).stream()
                            .map(entry -> absentees.absentee(entry.enrolment()).name() + ": absent since "
                                    + Sentences.day(entry.absentFrom()) + ", long enough on "
                                    + Sentences.day(entry.reachedOn()))
                            .collect(Collectors.joining("\n"))));
        }
        all.addAll(facts.of(rounds.get(task.key())));
        return all;
    }

    @Override
    public Map<String, Object> complete(TaskAbout task, Answer answer) {
        if (task.kind().equals(AUTHORITY)) {
            longAbsences
                    .open(task.key())
                    .forEach(entry -> longAbsences.done(
                            entry, answer.by().userName(), answer.text("toldWhom") + ". " + answer.text("reason")));
        }
        return Map.of();
    }
}
