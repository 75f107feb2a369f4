package uk.daymark.enforcement.publicplace;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.CaseRef;
import uk.daymark.cases.Cases;
import uk.daymark.cases.DecisionsMade;
import uk.daymark.enforcement.CheckedRule;
import uk.daymark.journal.Entry;
import uk.daymark.journal.Journal;
import uk.daymark.time.Dates;
import uk.daymark.web.InvalidInput;
import uk.daymark.worklist.Answer;
import uk.daymark.worklist.Conditions;
import uk.daymark.worklist.TaskAbout;
import uk.daymark.worklist.TaskHandler;

/** What the attendance lead does about a suspended pupil seen in public: complete the file, record what the parents say, decide. */
@Component
class PublicPlaceTasks implements TaskHandler {

    private static final String COMPLETE = "complete-sighting";
    private static final String EXPLAIN = "record-explanation";
    private static final String DECIDE = "decide-public-place";
    private static final String STEP = "sightingStep";
    private static final String WORDS = "explanationWords";

    private final Cases cases;
    private final SightingStore store;
    private final PublicPlaceChecks checks;
    private final PublicPlaces places;
    private final DecisionsMade decisions;
    private final Journal journal;
    private final Dates dates;

    PublicPlaceTasks(
            Cases cases,
            SightingStore store,
            PublicPlaceChecks checks,
            PublicPlaces places,
            DecisionsMade decisions,
            Journal journal,
            Dates dates) {
        this.cases = cases;
        this.store = store;
        this.checks = checks;
        this.places = places;
        this.decisions = decisions;
        this.journal = journal;
        this.dates = dates;
    }

    @Override
    public boolean handles(String model, String kind) {
        return model.equals(PublicPlaces.MODEL);
    }

    /** The case with its sighting, and the suspension as it stands now. */
    private record Opened(CaseFile file, Sighting sighting, Suspension suspension) {}

    private Opened open(TaskAbout task) {
        CaseFile file = cases.find(new CaseRef(task.key())).orElseThrow();
        Sighting sighting = store.last(file.ref()).orElseThrow();
        return new Opened(file, sighting, store.standing(sighting.suspension()));
    }

    private List<CheckedRule> against(Opened opened) {
        List<CheckedRule> against = new ArrayList<>(checks.against(
                opened.file().school(), opened.suspension(), opened.sighting().on()));
        checks.noStatement(
                        opened.file().school(),
                        opened.file().ref(),
                        opened.sighting().on())
                .ifPresent(against::add);
        return against;
    }

    @Override
    public List<Fact> facts(TaskAbout task) {
        Opened opened = open(task);
        Sighting sighting = opened.sighting();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                "Seen",
                dates.weekday(sighting.on()) + " at " + sighting.at() + ", " + sighting.place() + "\nby "
                        + sighting.seenBy()));
        facts.add(new Fact("Suspension", places.words(opened.suspension())));
        List<CheckedRule> against = against(opened);
        facts.add(new Fact(
                "What the authority asks for", against.isEmpty() ? "Everything is there today" : inWords(against)));
        checks.lastDay(opened.file().school(), sighting.on())
                .ifPresent(day -> facts.add(new Fact("Last day to refer", dates.weekday(day))));
        if (task.kind().equals(DECIDE)) {
            facts.add(new Fact("What the parents said", said(sighting)));
        }
        return facts;
    }

    private static String said(Sighting sighting) {
        return switch (sighting.explanation()) {
            case "justified" -> "A reason that may justify it: " + sighting.explanationWords();
            case "not-justified" -> "A reason that does not justify it: " + sighting.explanationWords();
            default -> "No answer is on record";
        };
    }

    private static String inWords(List<CheckedRule> rules) {
        return rules.stream()
                .map(rule -> rule.message() + " (" + rule.source() + ".) " + rule.whatWouldChangeThis())
                .collect(Collectors.joining("\n"));
    }

    @Override
    public Map<String, Object> complete(TaskAbout task, Answer answer) {
        Opened opened = open(task);
        String why = answer.text("reason");
        String decision = answer.text("decision");
        String ref = opened.file().ref().value();
        return switch (task.kind()) {
            case COMPLETE -> {
                boolean stop = decision.equals("stop");
                journal.write(Entry.of(
                        ref,
                        "SIGHTING",
                        stop ? "The sighting is not pursued." : "What was missing is said to be on file.",
                        why));
                yield Map.of(STEP, decision);
            }
            case EXPLAIN -> {
                String explanation = answer.text("explanation");
                new Conditions(answer)
                        .holds(
                                explanation.equals("no-answer")
                                        || !answer.text(WORDS).isBlank(),
                                WORDS,
                                "Enter what they said")
                        .check();
                store.explained(opened.sighting(), explanation, answer.text(WORDS));
                journal.write(
                        Entry.of(ref, "SIGHTING", "What the parents said was recorded: " + explanation + ".", why));
                yield Map.of("explanation", explanation);
            }
            default -> decide(opened, decision, why);
        };
    }

    private Map<String, Object> decide(Opened opened, String decision, String why) {
        boolean refer = decision.equals("refer");
        List<CheckedRule> against = refer ? against(opened) : List.of();
        if (!against.isEmpty()) {
            throw new InvalidInput("/fields/decision", inWords(against));
        }
        LocalDate seen = opened.sighting().on();
        decisions.record(
                opened.file().ref(),
                DECIDE,
                (refer ? "Refer to the authority" : "Do not refer") + ": seen in a public place on " + dates.day(seen),
                why,
                List.of());
        return Map.of(STEP, decision, "sightingWhy", why);
    }
}
