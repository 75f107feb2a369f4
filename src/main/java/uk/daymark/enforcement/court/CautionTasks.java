package uk.daymark.enforcement.court;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.enforcement.court.Prosecution.Caution;
import uk.daymark.letters.Letter;
import uk.daymark.letters.Letters;
import uk.daymark.worklist.Answer;
import uk.daymark.worklist.Conditions;
import uk.daymark.worklist.TaskAbout;
import uk.daymark.worklist.TaskHandler;

/**
 * Caution before questions, and what shows that the parent knew and did not act.
 *
 * <p>Source: Police and Criminal Evidence Act 1984, section 67(9), codes C and E: whoever investigates an offence cautions before
 * questions, tells of legal advice, and records the answers.
 */
@Component
class CautionTasks implements TaskHandler {

    /** The letter with the caution. */
    static final String LETTER = "caution-letter";

    private static final String CHOOSE = "choose-caution";
    private static final String RECORD = "caution-and-question";
    private static final String BY = "cautionBy";
    private static final String INTERVIEW = "interview";
    private static final String ON = "interviewOn";
    private static final String CAUTIONED = "cautionedOn";
    private static final String TOLD = "adviceTold";
    private static final String ANSWERED = "answered";
    private static final String ANSWERS = "answers";
    private static final String KNOWLEDGE = "knowledge";

    private final CourtDesk desk;
    private final Prosecutions prosecutions;
    private final Letters letters;

    CautionTasks(CourtDesk desk, Prosecutions prosecutions, Letters letters) {
        this.desk = desk;
        this.prosecutions = prosecutions;
        this.letters = letters;
    }

    @Override
    public boolean handles(String model, String kind) {
        return model.equals(CourtDesk.MODEL) && (kind.equals(CHOOSE) || kind.equals(RECORD));
    }

    @Override
    public List<Fact> facts(TaskAbout task) {
        return desk.look(task.key())
                .map(opened -> {
                    List<Fact> facts = new ArrayList<>(desk.facts(opened));
                    facts.add(new Fact(
                            "Before any question",
                            "The parent is cautioned, and told that they may take legal advice and need not answer. What is said"
                                    + " without a caution is no evidence."));
                    opened.file()
                            .caution()
                            .filter(caution -> task.kind().equals(RECORD))
                            .ifPresent(caution -> {
                                facts.add(new Fact(
                                        "Chosen",
                                        caution.by().equals(INTERVIEW)
                                                ? "An interview on "
                                                        + caution.interviewOn()
                                                                .map(desk::day)
                                                                .orElse("a day not recorded")
                                                : letter(task.key())));
                            });
                    return facts;
                })
                .orElseGet(List::of);
    }

    private String letter(String key) {
        return sent(key)
                .map(letter -> "The letter " + letter.ref() + " was posted on "
                        + letter.fate().sentOn().map(desk::day).orElse("a day not recorded"))
                .orElse("A letter was chosen, and none was posted.");
    }

    private Optional<Letter> sent(String key) {
        return letters.ofKey(key).stream()
                .filter(letter ->
                        letter.template().equals(LETTER) && letter.state().sent())
                .reduce((earlier, later) -> later);
    }

    @Override
    public Map<String, Object> values(TaskAbout task) {
        return task.kind().equals(RECORD)
                ? sent(task.key())
                        .flatMap(letter -> letter.fate().sentOn())
                        .<Map<String, Object>>map(day -> Map.of(CAUTIONED, day.toString()))
                        .orElseGet(Map::of)
                : Map.of();
    }

    @Override
    public Map<String, Object> complete(TaskAbout task, Answer answer) {
        CourtDesk.Opened opened = desk.hold(task.key());
        return task.kind().equals(CHOOSE) ? choose(opened, answer) : questioned(opened, answer);
    }

    private Map<String, Object> choose(CourtDesk.Opened opened, Answer answer) {
        String by = answer.text(BY);
        new Conditions(answer)
                .holds(!by.equals(INTERVIEW) || answer.date(ON).isPresent(), ON, "Enter the day of the interview")
                .day(ON, day -> !day.isBefore(desk.today()), "The day of the interview must be today or later")
                .check();
        prosecutions.cautions(opened.file(), by, answer.date(ON));
        desk.write(
                opened,
                by.equals(INTERVIEW)
                        ? "The parent is asked to an interview under caution on "
                                + desk.day(answer.date(ON).orElseThrow()) + "."
                        : "The parent is cautioned and asked by letter.",
                answer.text("reason"));
        return Map.of(BY, by);
    }

    private Map<String, Object> questioned(CourtDesk.Opened opened, Answer answer) {
        String decision = answer.text("decision");
        boolean cautioned = answer.date(CAUTIONED).isPresent();
        boolean answered = answer.yes(ANSWERED);
        boolean aggravated = decision.equals("aggravated");
        new Conditions(answer)
                .day(CAUTIONED, day -> !day.isAfter(desk.today()), "The day of the caution must be today or earlier")
                .holds(
                        !cautioned || answer.yes(TOLD),
                        TOLD,
                        "A parent who is cautioned must be told that they may take legal advice. Do that first")
                .holds(
                        !answered || cautioned,
                        CAUTIONED,
                        "Enter the day of the caution: answers without one are no evidence")
                .holds(!answered || !answer.text(ANSWERS).isBlank(), ANSWERS, "Enter what the parent said")
                .holds(
                        !aggravated || cautioned,
                        CAUTIONED,
                        "Under section 444(1A) the parent is cautioned and may answer first. Enter the day of the caution")
                .holds(
                        !aggravated || !answer.text(KNOWLEDGE).isBlank(),
                        KNOWLEDGE,
                        "Enter what shows that the parent knew and did nothing, or choose section 444(1)")
                .check();
        Tier tier = aggravated ? Tier.OPEN_COURT : Tier.SINGLE_JUSTICE;
        prosecutions.questioned(
                opened.file(),
                decision.equals(CourtDesk.STOP) ? opened.file().tier() : tier,
                new Caution(
                        "",
                        Optional.empty(),
                        answer.date(CAUTIONED),
                        answer.yes(TOLD),
                        answered,
                        answer.text(ANSWERS),
                        answer.text(KNOWLEDGE),
                        Optional.empty()));
        String why = answer.text("reason");
        if (decision.equals(CourtDesk.STOP)) {
            return desk.stop(opened, CourtDesk.NOT_BEGUN, why);
        }
        desk.write(
                opened,
                answer.date(CAUTIONED)
                                .map(day -> "The parent was cautioned on " + desk.day(day)
                                        + (answered ? " and answered." : " and did not answer."))
                                .orElse("The parent was not cautioned.")
                        + " It goes on: " + tier.title() + ".",
                why);
        return Map.of(CourtDesk.STEP, "go-on", "tier", tier.word());
    }
}
