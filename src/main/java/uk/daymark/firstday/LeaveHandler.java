package uk.daymark.firstday;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.people.EnrolmentId;
import uk.daymark.web.InvalidInput;
import uk.daymark.worklist.Answer;
import uk.daymark.worklist.TaskAbout;
import uk.daymark.worklist.TaskHandler;

/** The headteacher's decision on leave that a parent asked for in a call. Nobody else may authorise it. */
@Component
class LeaveHandler implements TaskHandler {

    private final Rounds rounds;
    private final Absentees absentees;
    private final Attempts attempts;
    private final RoundFacts facts;
    private final Recording recording;

    LeaveHandler(Rounds rounds, Absentees absentees, Attempts attempts, RoundFacts facts, Recording recording) {
        this.rounds = rounds;
        this.absentees = absentees;
        this.attempts = attempts;
        this.facts = facts;
        this.recording = recording;
    }

    @Override
    public boolean handles(String model, String kind) {
        return model.equals(Round.MODEL) && kind.equals("decide-leave");
    }

    @Override
    public List<Fact> facts(TaskAbout task) {
        return facts.of(rounds.get(task.key()));
    }

    @Override
    public Map<String, Object> complete(TaskAbout task, Answer answer) {
        Round round = rounds.get(task.key());
        AttendanceCode code = AttendanceCode.ofToken(answer.text("code"))
                .orElseThrow(() -> new InvalidInput("/fields/code", "Choose a code"));
        recording.decide(
                absentees.missing(round).of(asked(round)), code, answer.by(), answer.text("reason"), "/fields/code");
        return Map.of();
    }

    /** Those for whom leave was asked in the last call that asked for it. */
    private List<EnrolmentId> asked(Round round) {
        return attempts.of(round.ref()).stream()
                .filter(attempt -> !attempt.undone() && attempt.outcome() == Answered.LEAVE)
                .reduce((earlier, later) -> later)
                .map(Attempt::pupils)
                .orElse(round.pupils());
    }
}
