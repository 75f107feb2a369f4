package uk.daymark.enforcement.court;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.access.SignedIn;
import uk.daymark.enforcement.CheckedRule;
import uk.daymark.enforcement.ledger.Keeper;
import uk.daymark.enforcement.ledger.LedgerEntries;
import uk.daymark.enforcement.ledger.NoticeFile;
import uk.daymark.enforcement.referral.SchoolHears;
import uk.daymark.people.Scopes;
import uk.daymark.time.LondonTime;
import uk.daymark.web.InvalidInput;
import uk.daymark.workflow.Processes;
import uk.daymark.worklist.Answer;
import uk.daymark.worklist.Conditions;
import uk.daymark.worklist.TaskAbout;
import uk.daymark.worklist.TaskHandler;

/** An officer enters that the charge was issued or the information laid: from then on the time limit is kept. */
@Component
class BeginTask implements TaskHandler {

    private static final String KIND = "begin-proceedings";
    private static final String ANEW = "certify-anew";
    private static final String BEGUN = "begun";
    private static final String ON = "begunOn";
    private static final String REFERENCE = "courtReference";

    private final CourtDesk desk;
    private final Prosecutions prosecutions;
    private final LedgerEntries entries;
    private final Scopes scopes;
    private final Processes processes;
    private final SchoolHears school;
    private final CourtWords words;

    BeginTask(
            CourtDesk desk,
            Prosecutions prosecutions,
            LedgerEntries entries,
            Scopes scopes,
            Processes processes,
            SchoolHears school,
            CourtWords words) {
        this.desk = desk;
        this.prosecutions = prosecutions;
        this.entries = entries;
        this.scopes = scopes;
        this.processes = processes;
        this.school = school;
        this.words = words;
    }

    @Override
    public boolean handles(String model, String kind) {
        return model.equals(CourtDesk.MODEL) && kind.equals(KIND);
    }

    @Override
    public List<Fact> facts(TaskAbout task) {
        return desk.look(task.key())
                .map(opened -> {
                    List<Fact> facts = new ArrayList<>(desk.facts(opened));
                    facts.add(new Fact(
                            "Sessions certified", desk.sessions(opened.file().sessions())));
                    opened.file()
                            .authorised()
                            .ifPresent(authority -> facts.add(new Fact(
                                    "Authorised", "By " + authority.act().by() + ": " + authority.why())));
                    List<CheckedRule> against = AgainstBeginning.of(opened).all();
                    if (!against.isEmpty()) {
                        facts.add(new Fact("What stands against it today", CourtDesk.inWords(against)));
                    }
                    return facts;
                })
                .orElseGet(List::of);
    }

    @Override
    public List<Fact> consequences(TaskAbout task, Answer answer) {
        List<Fact> facts = new ArrayList<>(desk.follows(task.key(), KIND, answer.text("decision")));
        if (answer.text("decision").equals(BEGUN)) {
            desk.look(task.key())
                    .map(opened -> AgainstBeginning.of(opened).all())
                    .filter(against -> !against.isEmpty())
                    .ifPresent(against -> facts.add(new Fact(words.say("then.against"), CourtDesk.inWords(against))));
        }
        return facts;
    }

    @Override
    public Map<String, Object> complete(TaskAbout task, Answer answer) {
        CourtDesk.Opened opened = desk.hold(task.key());
        String decision = answer.text("decision");
        String why = answer.text("reason");
        if (decision.equals(CourtDesk.STOP)) {
            return desk.stop(opened, CourtDesk.NOT_BEGUN, why);
        }
        if (decision.equals(ANEW)) {
            desk.write(opened, "A new certificate is needed before anything is begun.", why);
            return Map.of(CourtDesk.STEP, ANEW);
        }
        LocalDate authorisedOn = opened.file()
                .authorised()
                .map(authority -> authority.act().at().atZone(LondonTime.ZONE).toLocalDate())
                .orElseThrow();
        new Conditions(answer)
                .day(ON, "Enter the day")
                .day(ON, day -> !day.isAfter(desk.today()), "The day must be today or earlier")
                .day(
                        ON,
                        day -> !day.isBefore(authorisedOn),
                        "The prosecution was authorised on " + desk.day(authorisedOn) + ". It begins that day or later")
                .check();
        LocalDate on = answer.date(ON).orElseThrow();
        CourtRules.outOfTime(opened.facts(), opened.file().limit(), on)
                .ifPresent(rule -> CourtDesk.refuse(ON, List.of(rule)));
        AgainstBeginning against = AgainstBeginning.of(opened);
        CourtDesk.refuse("decision", on.equals(desk.today()) ? against.all() : against.charge());
        if (!against.other().isEmpty()) {
            begunInSpite(opened, on, against.other(), answer);
        }
        begin(opened, on, answer, why);
        return Map.of(CourtDesk.STEP, BEGUN, Processes.BECAUSE, "");
    }

    /** It has happened: leaving it out would have the file say that nothing was begun in time. */
    private void begunInSpite(CourtDesk.Opened opened, LocalDate on, List<CheckedRule> against, Answer answer) {
        String reference = answer.text(REFERENCE);
        if (reference.isBlank()) {
            throw new InvalidInput("/fields/" + REFERENCE, words.say("reference-missing", CourtDesk.inWords(against)));
        }
        desk.write(
                opened,
                words.say("begun-in-spite", desk.day(on), reference, CourtDesk.inWords(against)),
                answer.text("reason"));
    }

    private void begin(CourtDesk.Opened opened, LocalDate on, Answer answer, String why) {
        Prosecution file = opened.file();
        desk.noticeToFollow(file)
                .ifPresent(notice -> entries.prosecuted(
                        notice.notice().ref(),
                        notice.notice().version(),
                        new NoticeFile.Prosecution(
                                file.tier().route(notice.notice().kind()),
                                on,
                                NoticeFile.Result.OPEN,
                                Optional.empty(),
                                why,
                                answer.by().userName()),
                        keeper(answer.by())));
        prosecutions.begun(file, on, answer.text(REFERENCE));
        desk.write(
                opened,
                "Proceedings against " + opened.parent().parent().name() + " were begun on " + desk.day(on) + ": "
                        + file.tier().title() + "."
                        + (on.isAfter(file.limit().safe())
                                ? " That is after " + desk.day(file.limit().safe())
                                        + ", the last day counted from the first session charged."
                                : ""),
                why);
        school.tell(
                file.key(),
                words.say(
                        "told-begun",
                        opened.parent().parent().name(),
                        desk.day(on),
                        file.tier().title()));
        processes.signal(
                "court-begun",
                file.key().toString(),
                Map.of(Processes.BECAUSE, "Proceedings were begun on " + desk.day(on)));
    }

    private Keeper keeper(SignedIn person) {
        return new Keeper(person.userName(), scopes.of(person));
    }
}
