package uk.daymark.punctuality;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.daymark.cases.Cases;
import uk.daymark.measure.Half;
import uk.daymark.measure.MarkedSession;
import uk.daymark.time.Dates;
import uk.daymark.web.InvalidInput;
import uk.daymark.worklist.Answer;
import uk.daymark.worklist.TaskAbout;
import uk.daymark.worklist.TaskHandler;

/** The tasks about lateness. */
@Component
class LatenessTasks implements TaskHandler {

    private static final String MEETING = "punctuality-meeting";
    private static final String WHAT_FOLLOWS = "pass-to-attendance";

    private final LatenessConcerns concerns;
    private final LateCount count;
    private final LateBook book;
    private final Cases cases;
    private final Dates dates;
    private final Clock clock;

    LatenessTasks(LatenessConcerns concerns, LateCount count, LateBook book, Cases cases, Dates dates, Clock clock) {
        this.concerns = concerns;
        this.count = count;
        this.book = book;
        this.cases = cases;
        this.dates = dates;
        this.clock = clock;
    }

    @Override
    public boolean handles(String model, String kind) {
        return model.equals(Lateness.MODEL) && Set.of(MEETING, WHAT_FOLLOWS).contains(kind);
    }

    @Override
    public List<Fact> facts(TaskAbout task) {
        return concerns.latest(task.key())
                .map(concern -> {
                    List<MarkedSession> late = count.since(concern.enrolment(), concern.watchedFrom())
                            .late();
                    return List.of(
                            new Fact("What was found", concern.sentence()),
                            new Fact(
                                    "Late since " + dates.day(concern.watchedFrom()),
                                    late.isEmpty()
                                            ? "Never"
                                            : late.stream().map(this::inWords).collect(Collectors.joining("\n"))),
                            new Fact("Reasons in the late book", reasons(concern)));
                })
                .orElse(List.of());
    }

    private String inWords(MarkedSession late) {
        return dates.weekday(late.session().date())
                + (late.session().half() == Half.AM ? ", morning: " : ", afternoon: ")
                + late.code().token() + ", " + late.code().meaning();
    }

    private String reasons(LatenessConcern concern) {
        List<String> given = book.of(concern.enrolment(), concern.watchedFrom()).stream()
                .filter(line -> !line.reason().isBlank())
                .map(line ->
                        dates.day(line.session().date()) + ", " + dates.time(line.arrivedAt()) + ": " + line.reason())
                .toList();
        return given.isEmpty() ? "None" : String.join("\n", given);
    }

    @Override
    public Map<String, Object> complete(TaskAbout task, Answer answer) {
        if (task.kind().equals(MEETING)) {
            answer.date("heldOn")
                    .filter(day -> day.isAfter(LocalDate.now(clock)))
                    .ifPresent(day -> {
                        throw new InvalidInput("/fields/heldOn", "The day of the meeting must be today or in the past");
                    });
            return Map.of("meeting", answer.text("meeting"));
        }
        String follows = answer.text("follows");
        LatenessConcern concern = concerns.running(task.key()).orElseThrow();
        if (follows.equals("case")) {
            concerns.end(concern.id(), "Worked on as an attendance case: " + answer.text("reason"));
            cases.open(
                    concern.enrolment(),
                    "Often late, still after a letter and a meeting: " + answer.text("reason"),
                    "");
        } else if (!follows.equals("watch")) {
            concerns.end(concern.id(), "Left at that: " + answer.text("reason"));
        }
        return Map.of("follows", follows);
    }
}
