package uk.daymark.firstday;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.daymark.firstday.Absentees.Absentee;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.people.EnrolmentId;
import uk.daymark.web.InvalidInput;
import uk.daymark.worklist.Answer;
import uk.daymark.worklist.TaskAbout;
import uk.daymark.worklist.TaskHandler;

/** A call: who is to be rung, what was said, and for which of the pupils. */
@Component
class CallHandler implements TaskHandler {

    private static final String OUTCOME = "/fields/outcome";

    private final Rounds rounds;
    private final Absentees absentees;
    private final RoundFacts facts;
    private final Recording recording;
    private final Clock clock;

    CallHandler(Rounds rounds, Absentees absentees, RoundFacts facts, Recording recording, Clock clock) {
        this.rounds = rounds;
        this.absentees = absentees;
        this.facts = facts;
        this.recording = recording;
        this.clock = clock;
    }

    @Override
    public boolean handles(String model, String kind) {
        return model.equals(Round.MODEL) && kind.equals(RoundTasks.CALL);
    }

    @Override
    public List<Fact> facts(TaskAbout task) {
        Round round = rounds.get(task.key());
        Callees.Call call = facts.next(round);
        List<Fact> all = new ArrayList<>();
        all.add(new Fact("Ask", facts.ask(round, call.pupils().get(0))));
        all.addAll(facts.of(round));
        return all;
    }

    @Override
    public Map<String, List<Choice>> options(TaskAbout task) {
        return Map.of(
                "pupils",
                absentees.absentees(facts.next(rounds.get(task.key())).pupils()).stream()
                        .map(pupil -> new Choice(pupil.enrolment().pupilRef(), pupil.name()))
                        .toList());
    }

    @Override
    public Map<String, Object> values(TaskAbout task) {
        return Map.of(
                "pupils",
                absentees.absentees(facts.next(rounds.get(task.key())).pupils()).stream()
                        .map(pupil -> pupil.enrolment().pupilRef())
                        .toList());
    }

    @Override
    public Map<String, Object> complete(TaskAbout task, Answer answer) {
        Round round = rounds.get(task.key());
        Callees.Call call = facts.next(round);
        Answered outcome = outcome(answer);
        List<EnrolmentId> pupils = outcome.reached() ? ticked(answer, call.pupils()) : call.pupils();
        Missing asked = absentees.missing(round).of(pupils);
        Optional<AttendanceCode> code = code(outcome, answer, absentees.timings(round));
        if (outcome == Answered.OTHER && answer.text("note").isBlank()) {
            throw new InvalidInput("/fields/note", "Write down the reason that was given");
        }
        String name = call.person().map(Families.Person::name).orElse("the household");
        List<Attempts.Coded> decided = code.map(known -> recording.decide(
                        asked, known, answer.by(), name + " in a call: " + said(outcome, answer), OUTCOME))
                .orElse(List.of());
        recording.keep(
                new Recording.Try(round, call.person(), name, Attempt.How.CALL, outcome, answer.text("note")),
                pupils,
                answer.by(),
                decided);
        if (outcome == Answered.THOUGHT_IN_SCHOOL) {
            rounds.missing(round.ref(), Optional.of(clock.instant()));
        }
        return Map.of("outcome", outcome.word());
    }

    private static String said(Answered outcome, Answer answer) {
        return answer.text("note").isBlank() ? outcome.words() : outcome.words() + " (" + answer.text("note") + ")";
    }

    private static Answered outcome(Answer answer) {
        String typed = answer.text("outcomeCode");
        Optional<Answered> byCode = typed.isBlank() ? Optional.empty() : Answered.ofCode(typed);
        Optional<Answered> chosen = Answered.ofWord(answer.text("outcome"));
        if (!typed.isBlank() && byCode.isEmpty()) {
            throw new InvalidInput("/fields/outcomeCode", "Enter one of the codes listed, or choose an outcome");
        }
        if (byCode.isPresent() && chosen.isPresent() && !byCode.equals(chosen)) {
            throw new InvalidInput("/fields/outcomeCode", "The code and the outcome you chose say different things");
        }
        return byCode.or(() -> chosen)
                .orElseThrow(() -> new InvalidInput(OUTCOME, "Enter an outcome code or choose what came of the call"));
    }

    /** The register code that an answer leads to; empty where nobody at the office may decide one. */
    private Optional<AttendanceCode> code(Answered outcome, Answer answer, Timings timings) {
        Optional<AttendanceCode> code = switch (outcome) {
            case ILL -> Optional.of(AttendanceCode.I);
            case MEDICAL -> Optional.of(AttendanceCode.M);
            case OTHER -> AttendanceCode.ofToken(answer.text("registerCode"));
            default -> Optional.empty();
        };
        if (code.isPresent()
                && timings.policy()
                        .codes("contact.reason_codes", LocalDate.now(clock))
                        .filter(codes -> codes.contains(code.get()))
                        .isEmpty()) {
            throw new InvalidInput(
                    outcome == Answered.OTHER ? "/fields/registerCode" : OUTCOME,
                    "Your school's policy does not let the office record code "
                            + code.get().token() + ". Choose another reason and write it down");
        }
        return code;
    }

    private List<EnrolmentId> ticked(Answer answer, List<EnrolmentId> asked) {
        List<String> refs = answer.list("pupils");
        if (refs.isEmpty()) {
            return asked;
        }
        Map<String, EnrolmentId> known = absentees.absentees(asked).stream()
                .collect(Collectors.toMap(pupil -> pupil.enrolment().pupilRef(), Absentee::id));
        if (!known.keySet().containsAll(refs)) {
            throw new InvalidInput("/fields/pupils", "Tick only pupils whom the call was about");
        }
        return refs.stream().distinct().map(known::get).toList();
    }
}
