package uk.daymark.enforcement.court;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.daymark.access.People;
import uk.daymark.access.Role;
import uk.daymark.access.SignedIn;
import uk.daymark.people.Schools;
import uk.daymark.people.Scopes;
import uk.daymark.worklist.Answer;
import uk.daymark.worklist.Conditions;
import uk.daymark.worklist.TaskAbout;
import uk.daymark.worklist.TaskHandler;

/** The hearing, and a named officer who confirms that they attend it. */
@Component
class HearingTasks implements TaskHandler {

    private static final String SET = "set-hearing";
    private static final String CONFIRM = "confirm-hearing";
    private static final String ON = "hearingOn";
    private static final String ATTENDER = "attender";

    private final CourtDesk desk;
    private final Prosecutions prosecutions;
    private final People people;
    private final Scopes scopes;
    private final Schools schools;

    HearingTasks(CourtDesk desk, Prosecutions prosecutions, People people, Scopes scopes, Schools schools) {
        this.desk = desk;
        this.prosecutions = prosecutions;
        this.people = people;
        this.scopes = scopes;
        this.schools = schools;
    }

    @Override
    public boolean handles(String model, String kind) {
        return model.equals(CourtDesk.MODEL) && (kind.equals(SET) || kind.equals(CONFIRM));
    }

    @Override
    public List<Fact> facts(TaskAbout task) {
        return desk.look(task.key())
                .map(opened -> {
                    List<Fact> facts = new ArrayList<>(desk.facts(opened));
                    opened.file()
                            .begun()
                            .ifPresent(begun -> facts.add(new Fact(
                                    "Begun",
                                    desk.day(begun.on())
                                            + (begun.courtReference().isBlank()
                                                    ? ""
                                                    : ", " + begun.courtReference()))));
                    opened.file()
                            .hearings()
                            .forEach(hearing -> facts.add(new Fact(
                                    "Hearing",
                                    desk.day(hearing.on()) + ", " + hearing.court() + ", attended by "
                                            + people.displayName(hearing.attender())
                                            + (hearing.confirmedAt().isPresent()
                                                    ? ", confirmed"
                                                    : ", not confirmed"))));
                    return facts;
                })
                .orElseGet(List::of);
    }

    @Override
    public Map<String, List<Choice>> options(TaskAbout task) {
        if (!task.kind().equals(SET)) {
            return Map.of();
        }
        return Map.of(
                ATTENDER,
                people.all().stream()
                        .filter(person -> person.role() == Role.OFFICER && reaches(person, task))
                        .map(person -> new Choice(person.userName(), person.displayName()))
                        .toList());
    }

    private boolean reaches(SignedIn person, TaskAbout task) {
        return schools.find(task.school()).filter(scopes.of(person)::holds).isPresent();
    }

    @Override
    public Map<String, Object> complete(TaskAbout task, Answer answer) {
        CourtDesk.Opened opened = desk.hold(task.key());
        String why = answer.text("reason");
        if (task.kind().equals(SET)) {
            new Conditions(answer)
                    .day(ON, day -> !day.isBefore(desk.today()), "The day of the hearing must be today or later")
                    .check();
            prosecutions.hearing(
                    opened.file(), answer.date(ON).orElseThrow(), answer.text("court"), answer.text(ATTENDER));
            desk.write(
                    opened,
                    "A hearing is set for " + desk.day(answer.date(ON).orElseThrow()) + " at " + answer.text("court")
                            + ". " + people.displayName(answer.text(ATTENDER)) + " is asked to attend.",
                    why);
            return Map.of();
        }
        Prosecution.Hearing hearing = opened.file().hearing().orElseThrow();
        boolean attends = answer.text("decision").equals("attend");
        new Conditions(answer)
                .holds(
                        !attends || answer.by().userName().equals(hearing.attender()),
                        "decision",
                        "Only " + people.displayName(hearing.attender())
                                + " can confirm it. Say that somebody else has to attend")
                .check();
        if (attends) {
            prosecutions.confirmed(opened.file(), hearing);
        }
        desk.write(
                opened,
                people.displayName(answer.by().userName())
                        + (attends
                                ? " attends the hearing on "
                                : " says that somebody else has to attend the hearing on ")
                        + desk.day(hearing.on()) + ".",
                why);
        return Map.of(CourtDesk.STEP, attends ? "attends" : "cannot");
    }
}
