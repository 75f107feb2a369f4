package uk.daymark.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import uk.daymark.audit.Drawn.Sort;
import uk.daymark.audit.Drawn.Step;
import uk.daymark.audit.PathRow.By;
import uk.daymark.journal.Recorded;
import uk.daymark.journal.Who;
import uk.daymark.workflow.PathTaken.Taken;

/** The path as rows of words, one for each line of the log and in its order. */
final class TextPath {

    private static final int TEENS_FROM = 11;
    private static final int TEENS_TO = 13;
    private static final int TEN = 10;
    private static final int HUNDRED = 100;

    private final Map<String, String> keys;
    private final Function<Taken, Optional<Drawn>> models;
    private final RulesInWords rules;
    private final Function<Taken, Optional<Recorded>> entries;
    private final Function<String, String> people;
    private final UnaryOperator<String> words;
    private final Map<String, Integer> times = new HashMap<>();

    /**
     * @param keys whom or what each key is about, for people
     * @param models the model in the version under which something was taken
     * @param entries the entry of the journal that something follows from, where the reader may know it
     * @param people who a user name is, for people
     * @param words what people wrote, as it is to be shown
     */
    TextPath(
            Map<String, String> keys,
            Function<Taken, Optional<Drawn>> models,
            RulesInWords rules,
            Function<Taken, Optional<Recorded>> entries,
            Function<String, String> people,
            UnaryOperator<String> words) {
        this.keys = keys;
        this.models = models;
        this.rules = rules;
        this.entries = entries;
        this.people = people;
        this.words = words;
    }

    /** A row for each line of the log. */
    List<PathRow> of(List<Taken> log) {
        List<PathRow> rows = new ArrayList<>();
        for (Taken taken : log) {
            rows.add(row(rows.size() + 1, taken));
        }
        return rows;
    }

    private PathRow row(int number, Taken taken) {
        Optional<Drawn> model = models.apply(taken);
        Optional<Step> from =
                model.flatMap(drawn -> Optional.ofNullable(drawn.steps().get(taken.from())));
        Optional<Step> to =
                model.flatMap(drawn -> Optional.ofNullable(drawn.steps().get(taken.to())));
        By by = by(taken, from, to);
        int time = time(taken, from);
        List<RuleFired> fired =
                by == By.RULE ? rules.at(taken.about(), taken.process(), taken.from(), time) : List.of();
        return new PathRow(
                number,
                taken,
                keys.getOrDefault(taken.about(), taken.about()),
                model.map(Drawn::name).orElse(taken.process()),
                step(taken, time),
                by,
                doneBy(taken, by),
                words.apply(why(taken, by, from, to, fired)),
                fired,
                taken.arrowName(),
                by == By.WITHDRAWAL ? "Nothing more: it ended here" : taken.toName());
    }

    private static String step(Taken taken, int time) {
        return time == 1 ? taken.fromName() : taken.fromName() + ", " + ordinal(time) + " time";
    }

    /** Which time it is left; where several arrows leave at once, which time by this arrow. */
    private int time(Taken taken, Optional<Step> from) {
        boolean several = from.map(Step::sort).filter(Sort.PARALLEL::equals).isPresent();
        String left = String.join(
                " ",
                taken.about(),
                taken.process(),
                taken.from(),
                several ? taken.arrow() : "",
                taken.arrow().isEmpty() ? taken.to() : "");
        return times.merge(left, 1, Integer::sum);
    }

    private static By by(Taken taken, Optional<Step> from, Optional<Step> to) {
        if (taken.to().isEmpty()) {
            return By.WITHDRAWAL;
        }
        if (taken.arrow().isEmpty()) {
            boolean event = to.filter(step -> step.edge() || step.begins()).isPresent();
            return event ? byEvent(to) : By.INTERVENTION;
        }
        Sort sort = from.map(Step::sort).orElse(Sort.WORK);
        return switch (sort) {
            case PERSON -> taken.by().equals(Who.DAYMARK) ? By.DAYMARK : By.PERSON;
            case RULE -> By.RULE;
            case TIMER -> By.TIMER;
            case MESSAGE -> By.MESSAGE;
            case WAIT -> byEvent(to);
            default -> By.DAYMARK;
        };
    }

    private static By byEvent(Optional<Step> event) {
        return switch (event.map(Step::sort).orElse(Sort.OTHER_EVENT)) {
            case TIMER -> By.TIMER;
            case MESSAGE -> By.MESSAGE;
            default -> By.DAYMARK;
        };
    }

    private String doneBy(Taken taken, By by) {
        String person = taken.by().equals(Who.DAYMARK) ? "" : people.apply(taken.by());
        String after = person.isEmpty() ? "" : ", after what " + person + " did";
        return switch (by) {
            case PERSON -> person;
            case RULE -> "A rule" + after;
            case TIMER -> "A timer";
            case MESSAGE -> "News" + (person.isEmpty() ? "" : ", from what " + person + " did");
            case DAYMARK -> "Daymark" + after;
            case WITHDRAWAL -> "Withdrawn" + after;
            case INTERVENTION -> "Put there by hand" + (person.isEmpty() ? "" : " by " + person);
        };
    }

    private String why(Taken taken, By by, Optional<Step> from, Optional<Step> to, List<RuleFired> fired) {
        return switch (by) {
            case PERSON -> entries.apply(taken).map(TextPath::reason).orElse("");
            case RULE -> fired.stream().map(RuleFired::sentence).collect(Collectors.joining(" "));
            case TIMER ->
                taken.arrow().isEmpty()
                                || from.map(Step::sort)
                                        .filter(Sort.WAIT::equals)
                                        .isPresent()
                        ? "The time set for it came: " + to.map(Step::name).orElse(taken.toName()) + "."
                        : "The time set for it came.";
            case MESSAGE, WITHDRAWAL -> taken.because();
            case DAYMARK ->
                from.filter(step ->
                                step.sort() == Sort.CHOICE && !taken.arrowName().isEmpty())
                        .map(choice -> "Answer: " + taken.arrowName() + ".")
                        .orElse("");
            case INTERVENTION -> taken.because().isEmpty() ? "No reason was recorded with it." : taken.because();
        };
    }

    private static String reason(Recorded entry) {
        return entry.entry().why().isBlank()
                ? entry.entry().after()
                : entry.entry().why();
    }

    /** "2nd". */
    static String ordinal(int number) {
        int lastTwo = number % HUNDRED;
        if (lastTwo >= TEENS_FROM && lastTwo <= TEENS_TO) {
            return number + "th";
        }
        return number
                + switch (number % TEN) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
    }
}
