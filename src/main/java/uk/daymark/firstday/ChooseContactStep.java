package uk.daymark.firstday;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.firstday.Families.Person;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.PupilId;
import uk.daymark.time.LondonTime;
import uk.daymark.workflow.Step;
import uk.daymark.workflow.StepContext;

/**
 * Finds whom to contact next: parents and carers in the school's order, then a message to them, then the other people the school may
 * ring in an emergency. Each is tried once a day; a number that was wrong is not tried again in the round.
 */
@Component
class ChooseContactStep implements Step {

    private final Rounds rounds;
    private final Absentees absentees;
    private final Attempts attempts;
    private final LookStep look;
    private final Clock clock;

    ChooseContactStep(Rounds rounds, Absentees absentees, Attempts attempts, LookStep look, Clock clock) {
        this.rounds = rounds;
        this.absentees = absentees;
        this.attempts = attempts;
        this.look = look;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "chooseContact";
    }

    @Override
    public Map<String, Object> run(StepContext context) {
        Round round = rounds.get(context.key());
        List<EnrolmentId> callees = look.callees(absentees.missing(round), absentees.timings(round));
        Families families = absentees.families(callees);
        List<PupilId> pupils = absentees.pupils(callees);
        List<Person> untried = families.toRing(pupils).stream()
                .filter(person -> !tried(round, person))
                .toList();
        Optional<Person> parent = untried.stream().filter(Person::parent).findFirst();
        boolean toWrite = !families.toWrite(pupils).isEmpty()
                && round.messageOn().filter(LocalDate.now(clock)::equals).isEmpty();
        Optional<Person> toRing = parent.isPresent() || !toWrite
                ? parent.or(() -> untried.stream().findFirst())
                : Optional.empty();
        String next = toRing.isPresent() ? "call" : toWrite ? "message" : "nobody";
        rounds.asks(
                round.ref(),
                next.equals("nobody") ? List.of() : callees,
                toRing.map(person -> person.contact().id()));
        return Map.of("next", next);
    }

    private boolean tried(Round round, Person person) {
        LocalDate today = LocalDate.now(clock);
        return attempts.of(round.ref()).stream()
                .filter(attempt -> !attempt.undone() && attempt.how() == Attempt.How.CALL)
                .filter(attempt -> attempt.contact().filter(person::isOrHas).isPresent())
                .anyMatch(attempt -> attempt.outcome() == Answered.WRONG_NUMBER
                        || attempt.at().atZone(LondonTime.ZONE).toLocalDate().equals(today));
    }
}
