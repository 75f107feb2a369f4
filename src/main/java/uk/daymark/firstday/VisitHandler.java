package uk.daymark.firstday;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.people.EnrolmentId;
import uk.daymark.worklist.Answer;
import uk.daymark.worklist.TaskAbout;
import uk.daymark.worklist.TaskHandler;

/** Whether somebody visits the home, and what they found. */
@Component
class VisitHandler implements TaskHandler {

    private static final String DECISION = "decide-home-visit";

    private final Rounds rounds;
    private final Absentees absentees;
    private final RoundFacts facts;
    private final Recording recording;

    VisitHandler(Rounds rounds, Absentees absentees, RoundFacts facts, Recording recording) {
        this.rounds = rounds;
        this.absentees = absentees;
        this.facts = facts;
        this.recording = recording;
    }

    @Override
    public boolean handles(String model, String kind) {
        return model.equals(Round.MODEL) && Set.of(DECISION, "home-visit").contains(kind);
    }

    @Override
    public List<Fact> facts(TaskAbout task) {
        return facts.of(rounds.get(task.key()));
    }

    @Override
    public Map<String, Object> complete(TaskAbout task, Answer answer) {
        Round round = rounds.get(task.key());
        if (task.kind().equals(DECISION)) {
            rounds.visitDecided(round.ref());
            return Map.of("visit", answer.yes("visit"));
        }
        Missing missing = absentees.missing(round);
        Answered outcome = Answered.ofWord(answer.text("outcome")).orElse(Answered.NOBODY_THERE);
        List<EnrolmentId> pupils = missing.none() ? round.pupils() : missing.pupils();
        List<Attempts.Coded> decided = AttendanceCode.ofToken(answer.text("registerCode"))
                .filter(code -> outcome.reached())
                .map(code -> recording.decide(
                        missing, code, answer.by(), "Home visit: " + answer.text("reason"), "/fields/registerCode"))
                .orElse(List.of());
        recording.keep(
                new Recording.Try(round, Optional.empty(), "Home", Attempt.How.VISIT, outcome, answer.text("reason")),
                pupils,
                answer.by(),
                decided);
        return Map.of();
    }
}
