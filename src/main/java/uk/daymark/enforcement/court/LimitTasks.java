package uk.daymark.enforcement.court;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.daymark.web.Conflict;
import uk.daymark.workflow.Processes;
import uk.daymark.worklist.Answer;
import uk.daymark.worklist.TaskAbout;
import uk.daymark.worklist.TaskHandler;

/** What an officer does when little time is left to begin, and when none is. */
@Component
class LimitTasks implements TaskHandler {

    private static final String OVER = "end-out-of-time";

    private final CourtDesk desk;

    LimitTasks(CourtDesk desk) {
        this.desk = desk;
    }

    @Override
    public boolean handles(String model, String kind) {
        return model.equals(CourtDesk.LIMIT_MODEL);
    }

    @Override
    public List<Fact> facts(TaskAbout task) {
        return desk.look(task.key()).map(desk::facts).orElseGet(List::of);
    }

    @Override
    public Map<String, Object> complete(TaskAbout task, Answer answer) {
        CourtDesk.Opened opened = desk.hold(task.key());
        String why = answer.text("reason");
        if (!task.kind().equals(OVER)) {
            desk.write(
                    opened,
                    answer.text("decision").equals("in-hand")
                            ? "Little time is left, and the proceedings are to be begun in time."
                            : "Little time is left, and it is let run out.",
                    why);
            return Map.of();
        }
        if (!opened.facts().today().isAfter(opened.file().limit().outer())) {
            throw new Conflict(
                    "There is time until " + desk.day(opened.file().limit().outer())
                            + ": the sessions charged have changed. Go on with the prosecution, or end it there.");
        }
        desk.stop(opened, CourtDesk.NOT_BEGUN, why);
        return Map.of(
                "outOfTime",
                true,
                Processes.BECAUSE,
                "The last day to begin, " + desk.day(opened.file().limit().outer()) + ", is over: " + why);
    }
}
