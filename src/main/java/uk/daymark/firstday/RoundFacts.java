package uk.daymark.firstday;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.daymark.firstday.Absentees.Absentee;
import uk.daymark.firstday.Families.Person;
import uk.daymark.measure.Session;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.PupilId;
import uk.daymark.time.LondonTime;
import uk.daymark.worklist.TaskHandler.Fact;

/** What is shown with a task of a round. */
@Component
class RoundFacts {

    private final Absentees absentees;
    private final Attempts attempts;
    private final Callees callees;
    private final Clock clock;

    RoundFacts(Absentees absentees, Attempts attempts, Callees callees, Clock clock) {
        this.absentees = absentees;
        this.attempts = attempts;
        this.callees = callees;
        this.clock = clock;
    }

    /** The call that waits to be made. */
    Callees.Call next(Round round) {
        return callees.of(round);
    }

    /** The pupils and their absences, whom to ring, whom not, and who was tried. */
    List<Fact> of(Round round) {
        List<EnrolmentId> asked = asked(round);
        Missing missing = absentees.missing(round);
        Families families = absentees.families(asked);
        List<PupilId> pupils = absentees.pupils(asked);
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Absent without a reason", absences(missing)));
        if (absentees.timings(round).timetable().isEmpty()) {
            facts.add(new Fact(
                    "Calendar",
                    "The school's calendar has no school day any more, so no deadline can be told. Import it again."));
        }
        List<Person> people = families.toRing(pupils);
        facts.add(new Fact(
                "People to ring",
                people.isEmpty()
                        ? "No number is known. Ask the school office for the pupil's contacts."
                        : lines(people.stream()
                                .map(person -> (people.indexOf(person) + 1) + ". " + person.name()
                                        + (person.role().isBlank() ? "" : ", " + person.role()) + ": "
                                        + String.join(", ", person.numbers()))
                                .toList())));
        List<String> never = families.notToRing(pupils);
        if (!never.isEmpty()) {
            facts.add(new Fact("Do not ring", lines(never) + "\nA contact restriction is recorded."));
        }
        List<String> tried =
                attempts.of(round.ref()).stream().map(RoundFacts::line).toList();
        if (!tried.isEmpty()) {
            facts.add(new Fact("So far", lines(tried)));
        }
        List<String> early = absentees.absentees(asked).stream()
                .filter(Absentee::hasSocialWorker)
                .map(pupil -> pupil.name() + ": " + protection(pupil))
                .toList();
        if (!early.isEmpty()) {
            facts.add(new Fact("Why this is early", lines(early)));
        }
        return facts;
    }

    /** What to say first in a call about a pupil: of today's absence where there is one, of those of earlier days else. */
    String ask(Round round, EnrolmentId pupil) {
        String name = absentees.absentee(pupil).name().split(" ")[0];
        List<LocalDate> days = absentees.missing(round).of(pupil).stream()
                .map(Session::date)
                .distinct()
                .toList();
        String absent = days.isEmpty() || days.contains(LocalDate.now(clock))
                ? " isn\u2019t in school today"
                : " wasn\u2019t in school on "
                        + Sentences.and(days.stream().map(Sentences::weekday).toList());
        return "\u201cCan you tell me why " + name + absent
                + "?\u201d Check that you speak to the right person first. Ask openly and do"
                + " not suggest a reason. If you are worried about the child, tell the safeguarding lead at once.";
    }

    /** "Amira Khan: Monday 15 September, morning". */
    String absences(Missing missing) {
        return missing.none()
                ? "Every absence has a reason by now."
                : lines(missing.pupils().stream()
                        .map(pupil -> absentees.absentee(pupil).name() + ": " + Sentences.sessions(missing.of(pupil)))
                        .toList());
    }

    /** "child protection plan, looked after". */
    static String protection(Absentee pupil) {
        List<String> known = new ArrayList<>();
        if (pupil.pupil().details().childProtection()) {
            known.add("child protection plan");
        }
        if (pupil.pupil().details().lookedAfter()) {
            known.add("looked after");
        }
        if (pupil.pupil().details().childInNeed()) {
            known.add("child in need");
        }
        return String.join(", ", known);
    }

    /** "15 September, 9:04am: Nadia Khan rung, no answer, by office". */
    static String line(Attempt attempt) {
        return Sentences.day(attempt.at().atZone(LondonTime.ZONE).toLocalDate()) + ", "
                + Sentences.time(attempt.at()) + ": " + attempt.person() + " "
                + attempt.how().words() + ", "
                + attempt.outcome().words() + ", by " + attempt.by()
                + (attempt.note().isBlank() ? "" : ". " + attempt.note())
                + (attempt.undone() ? " (undone)" : "");
    }

    private static List<EnrolmentId> asked(Round round) {
        return round.askedAbout().isEmpty() ? round.pupils() : round.askedAbout();
    }

    private static String lines(Collection<String> lines) {
        return lines.stream().collect(Collectors.joining("\n"));
    }
}
