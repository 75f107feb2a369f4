package uk.daymark.firstday;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.firstday.Absentees.Absentee;
import uk.daymark.firstday.Families.Person;
import uk.daymark.people.EnrolmentId;

/** Who is rung in a round, and about which of its pupils that person may be spoken to. */
@Component
class Callees {

    private final Absentees absentees;

    Callees(Absentees absentees) {
        this.absentees = absentees;
    }

    /**
     * A call.
     *
     * @param person who is rung; empty where the school's entry has gone meanwhile
     * @param pupils whom the call is about: those of the round who wait for a reason and of whom this person may be told
     */
    record Call(Optional<Person> person, List<EnrolmentId> pupils) {}

    /** The call that waits to be made in a round. */
    Call of(Round round) {
        List<EnrolmentId> asked = round.askedAbout().isEmpty() ? round.pupils() : round.askedAbout();
        List<Absentee> absent = absentees.absentees(asked);
        Optional<Person> person =
                absentees
                        .families(asked)
                        .toRing(absent.stream().map(one -> one.pupil().id()).toList())
                        .stream()
                        .filter(one -> round.askedContact().filter(one::isOrHas).isPresent())
                        .findFirst();
        return new Call(
                person,
                person.map(one -> absent.stream()
                                .filter(pupil -> one.about(pupil.pupil().id()))
                                .map(Absentee::id)
                                .toList())
                        .orElse(asked));
    }
}
