package uk.daymark.firstday;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.daymark.firstday.Families.Person;
import uk.daymark.people.PupilId;
import uk.daymark.worklist.Answer;
import uk.daymark.worklist.TaskAbout;
import uk.daymark.worklist.TaskHandler;

/** A message to parents and carers who did not answer, sent from the school's own system and recorded here. */
@Component
class MessageHandler implements TaskHandler {

    private final Rounds rounds;
    private final Absentees absentees;
    private final RoundFacts facts;
    private final Recording recording;

    MessageHandler(Rounds rounds, Absentees absentees, RoundFacts facts, Recording recording) {
        this.rounds = rounds;
        this.absentees = absentees;
        this.facts = facts;
        this.recording = recording;
    }

    @Override
    public boolean handles(String model, String kind) {
        return model.equals(Round.MODEL) && kind.equals("send-message");
    }

    @Override
    public List<Fact> facts(TaskAbout task) {
        Round round = rounds.get(task.key());
        List<Fact> all = new ArrayList<>();
        all.add(new Fact(
                "Send to",
                people(round).stream()
                        .map(person -> person.name() + ": "
                                + List.of(
                                                person.contact().details().mobile(),
                                                person.contact().details().email())
                                        .stream()
                                        .filter(text -> !text.isBlank())
                                        .collect(Collectors.joining(", ")))
                        .collect(Collectors.joining("\n"))));
        all.addAll(facts.of(round));
        return all;
    }

    private List<Person> people(Round round) {
        List<PupilId> pupils = absentees.pupils(facts.next(round).pupils());
        return absentees.families(facts.next(round).pupils()).toWrite(pupils);
    }

    @Override
    public Map<String, Object> complete(TaskAbout task, Answer answer) {
        Round round = rounds.get(task.key());
        String names = Sentences.and(people(round).stream().map(Person::name).toList());
        recording.keep(
                new Recording.Try(
                        round,
                        Optional.empty(),
                        names.isEmpty() ? "the household" : names,
                        answer.text("channel").equals("email") ? Attempt.How.EMAIL : Attempt.How.TEXT,
                        Answered.SENT,
                        answer.text("sent")),
                facts.next(round).pupils(),
                answer.by(),
                List.of());
        rounds.messageSent(round.ref());
        return Map.of();
    }
}
