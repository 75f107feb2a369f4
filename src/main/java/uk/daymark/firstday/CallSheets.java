package uk.daymark.firstday;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import uk.daymark.firstday.Absentees.Absentee;
import uk.daymark.firstday.Families.Person;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.PupilId;
import uk.daymark.time.LondonTime;
import uk.daymark.worklist.WorkItem;

/** What lies before somebody who rings a family. */
@Service
public class CallSheets {

    private final Rounds rounds;
    private final RoundFacts facts;
    private final Absentees absentees;
    private final Attempts attempts;

    CallSheets(Rounds rounds, RoundFacts facts, Absentees absentees, Attempts attempts) {
        this.rounds = rounds;
        this.facts = facts;
        this.absentees = absentees;
        this.attempts = attempts;
    }

    /**
     * A call.
     *
     * @param round the reference of the contact round
     * @param pupils the names of whom the call is about
     * @param absences for each pupil the sessions without a reason, in words
     * @param early why the call comes before others, for each pupil of whom there is something to say
     * @param ask what to say first
     * @param people whom to ring, in order
     * @param never who must not be rung
     * @param undone calls of today that were taken back, in words
     */
    public record CallSheet(
            String round,
            String pupils,
            List<String> absences,
            List<String> early,
            String ask,
            List<Callee> people,
            List<String> never,
            List<String> undone) {

        public CallSheet {
            absences = List.copyOf(absences);
            early = List.copyOf(early);
            people = List.copyOf(people);
            never = List.copyOf(never);
            undone = List.copyOf(undone);
        }
    }

    /**
     * A person who can be rung.
     *
     * @param number the place in the order, from 1
     * @param role "mother, lives with the pupil"; empty text where nothing is known
     * @param now whether this is who to ring now
     * @param tries what was tried, in words
     */
    public record Callee(int number, String name, String role, List<Phone> phones, boolean now, List<String> tries) {

        public Callee {
            phones = List.copyOf(phones);
            tries = List.copyOf(tries);
        }
    }

    /** A telephone number, as the school has it and as it is dialled. */
    public record Phone(String shown, String dialled) {}

    /** The sheet of a call that waits to be made. */
    public CallSheet of(WorkItem call) {
        Round round = rounds.get(call.key());
        Callees.Call next = facts.next(round);
        List<EnrolmentId> asked = next.pupils();
        List<Attempt> tried = attempts.of(round.ref());
        List<PupilId> pupils = absentees.pupils(asked);
        Families families = absentees.families(asked);
        List<Person> people = families.toRing(pupils);
        return new CallSheet(
                round.ref(),
                absentees.names(asked),
                facts.absences(absentees.missing(round).of(asked)).lines().toList(),
                absentees.absentees(asked).stream()
                        .filter(Absentee::hasSocialWorker)
                        .map(pupil -> RoundFacts.protection(pupil) + " (" + pupil.name() + ")")
                        .toList(),
                facts.ask(round, asked.get(0)),
                IntStream.range(0, people.size())
                        .mapToObj(place -> callee(place + 1, people.get(place), round, tried))
                        .toList(),
                families.notToRing(pupils),
                tried.stream().filter(Attempt::undone).map(RoundFacts::line).toList());
    }

    private static Callee callee(int number, Person person, Round round, List<Attempt> tried) {
        return new Callee(
                number,
                person.name(),
                person.role(),
                person.numbers().stream()
                        .map(phone -> new Phone(phone, "tel:" + phone.replaceAll("[^0-9+]", "")))
                        .toList(),
                round.askedContact().filter(person::isOrHas).isPresent(),
                tried.stream()
                        .filter(attempt -> !attempt.undone())
                        .filter(attempt ->
                                attempt.contact().filter(person::isOrHas).isPresent())
                        .map(attempt -> attempt.how().words() + " " + Sentences.day(day(attempt)) + " at "
                                + Sentences.time(attempt.at()) + ", "
                                + attempt.outcome().words())
                        .toList());
    }

    private static LocalDate day(Attempt attempt) {
        return attempt.at().atZone(LondonTime.ZONE).toLocalDate();
    }
}
