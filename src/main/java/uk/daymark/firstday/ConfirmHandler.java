package uk.daymark.firstday;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.web.Conflict;
import uk.daymark.web.InvalidInput;
import uk.daymark.worklist.Answer;
import uk.daymark.worklist.TaskAbout;
import uk.daymark.worklist.TaskHandler;

/**
 * The end of the time for a reason: a person confirms that N becomes O, or gives the reason after all. The regulations give five school
 * days (School Attendance (Pupil Registration) (England) Regulations 2024, regulation 10).
 */
@Component
class ConfirmHandler implements TaskHandler {

    private final Rounds rounds;
    private final Absentees absentees;
    private final RoundFacts facts;
    private final Recording recording;
    private final Clock clock;

    ConfirmHandler(Rounds rounds, Absentees absentees, RoundFacts facts, Recording recording, Clock clock) {
        this.rounds = rounds;
        this.absentees = absentees;
        this.facts = facts;
        this.recording = recording;
        this.clock = clock;
    }

    @Override
    public boolean handles(String model, String kind) {
        return model.equals(Round.MODEL) && kind.equals("confirm-absence-code");
    }

    @Override
    public List<Fact> facts(TaskAbout task) {
        Round round = rounds.get(task.key());
        List<Fact> all = new ArrayList<>();
        all.add(new Fact("Sessions to confirm", facts.absences(due(round))));
        all.addAll(facts.of(round));
        return all;
    }

    @Override
    public Map<String, Object> complete(TaskAbout task, Answer answer) {
        Round round = rounds.get(task.key());
        Missing due = due(round);
        if (due.none()) {
            throw new Conflict("Every one of these sessions has a reason by now. There is nothing to confirm.");
        }
        boolean found = answer.text("finding").equals("reason-found");
        if (found && answer.text("registerCode").isBlank()) {
            throw new InvalidInput("/fields/registerCode", "Choose the code of the reason");
        }
        AttendanceCode code =
                found ? AttendanceCode.ofToken(answer.text("registerCode")).orElseThrow() : AttendanceCode.O;
        recording.decide(
                due, code, answer.by(), answer.text("reason"), found ? "/fields/registerCode" : "/fields/finding");
        return Map.of();
    }

    private Missing due(Round round) {
        return absentees.missing(round).due(absentees.timings(round), LocalDate.now(clock));
    }
}
