package uk.daymark.reports;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import uk.daymark.access.Action;
import uk.daymark.letters.HoldWords;
import uk.daymark.letters.Letter.State;
import uk.daymark.letters.LetterNews.What;
import uk.daymark.letters.LetterReach;
import uk.daymark.letters.LetterRecords;
import uk.daymark.letters.LetterRecords.Written;
import uk.daymark.reports.CountTable.Group;
import uk.daymark.reports.CountTable.Measure;
import uk.daymark.reports.CountTable.Opened;
import uk.daymark.time.Dates;

/** Letters to families: what was written, sent and held; and for those who may see cases, why it was held. */
@Component
class LettersReport implements Report {

    private static final String BY = "by";
    private static final String BY_HOLD = "hold";
    private static final int PLACE = 70;

    private final LetterRecords records;
    private final HoldWords holds;
    private final Dates dates;
    private final Clock clock;

    LettersReport(LetterRecords records, HoldWords holds, Dates dates, Clock clock) {
        this.records = records;
        this.holds = holds;
        this.dates = dates;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "letters";
    }

    @Override
    public String title() {
        return "Letters to families";
    }

    @Override
    public String purpose() {
        return "See what was written to families, what was sent and what was held";
    }

    @Override
    public Action neededAction() {
        return Action.SEE_LETTERS;
    }

    @Override
    public int place() {
        return PLACE;
    }

    @Override
    public boolean asksForPeriod() {
        return true;
    }

    @Override
    public ReportResult make(Asked asked) {
        List<Written> written = written(asked);
        boolean byHold = asksByHold(asked);
        ReportTable table = counted(asked, written)
                .table(
                        this,
                        asked,
                        byHold ? "Letters that something spoke against, by what it was" : "Letters written, by letter",
                        byHold ? "What spoke against it" : "Letter",
                        byHold
                                ? "Nothing spoke against sending a letter in these days. Choose other days above."
                                : "No letter was written in these days. Choose other days above; letters are written by the"
                                        + " steps of cases.");
        return new ReportResult(
                headline(written),
                List.of("Letters as of " + dates.moment(clock.instant()) + ", written in: "
                        + asked.period().inWords()),
                mayKnowHolds(asked)
                        ? List.of(new FilterBox(BY, "Show by", byHold ? BY_HOLD : "", choices()))
                        : List.of(),
                table,
                byHold ? Optional.empty() : chart(table),
                List.of(
                        "Sent does not mean delivered, and delivered does not mean read. A sent letter proves that it was"
                                + " posted or e-mailed, and no more.",
                        "Came back and answered: as somebody entered it on the letter's page. What families said to an offer stands"
                                + " under Offers of support."),
                List.of(
                        new Definition("Written", "Each parent gets a letter of their own, and each is counted."),
                        new Definition(
                                "What spoke against it",
                                "A letter that two things spoke against stands in two rows, and once under All."),
                        new Definition("To be sent", "Written, and nobody has posted or e-mailed it yet."),
                        new Definition("Held", "Something speaks against it, and a person has to decide."),
                        new Definition(
                                "Not sent", "It was withdrawn: written anew, not needed any more, or kept back.")));
    }

    @Override
    public ReportResult rows(Asked asked) {
        Opened<Written> opened = counted(asked, written(asked)).opened(asked);
        boolean withHolds = mayKnowHolds(asked);
        List<String> heads = new ArrayList<>(
                List.of("Reference", "Letter", "Pupil", "Written", "State", "Sent", "What became of it"));
        if (withHolds) {
            heads.add("What spoke against it");
        }
        return ReportResult.list(
                opened.headline(),
                List.of("Letters as of " + dates.moment(clock.instant())),
                new ReportTable(
                        "Letters",
                        heads.stream().map(Column::words).toList(),
                        opened.facts().stream().map(one -> row(one, withHolds)).toList(),
                        "There is none."));
    }

    private Row row(Written one, boolean withHolds) {
        List<Cell> cells = new ArrayList<>(List.of(
                Cell.of(one.title()),
                Cell.of(one.pupilName()),
                Cell.of(dates.day(one.on())),
                Cell.of(words(one.state())),
                Cell.of(one.sentOn().map(dates::day).orElse("")),
                Cell.of(one.news().map(What::title).orElse(""))));
        if (withHolds) {
            cells.add(Cell.of(
                    String.join("; ", one.holds().stream().map(holds::name).toList())));
        }
        return new Row(Cell.of(one.ref(), "/letters/" + one.ref()), cells);
    }

    private static String words(State state) {
        String title = state.title();
        return title.substring(0, 1).toUpperCase(Locale.UK) + title.substring(1);
    }

    private List<Written> written(Asked asked) {
        return records.written(
                LetterReach.of(asked.person(), asked.scope()), asked.period().days());
    }

    private CountTable<Written> counted(Asked asked, List<Written> written) {
        return asksByHold(asked) ? byHold(written) : byTitle(written);
    }

    /** What speaks against a letter is about the family: a court order, a secret address. */
    private static boolean mayKnowHolds(Asked asked) {
        return asked.person().may(Action.SEE_CASES);
    }

    private static boolean asksByHold(Asked asked) {
        return mayKnowHolds(asked) && asked.filter(BY).equals(BY_HOLD);
    }

    private CountTable<Written> byHold(List<Written> written) {
        List<Written> spokenAgainst =
                written.stream().filter(one -> !one.holds().isEmpty()).toList();
        Map<String, String> rules = new TreeMap<>();
        spokenAgainst.forEach(one -> one.holds().forEach(rule -> rules.put(holds.name(rule), rule)));
        return new CountTable<>(
                SchoolNames.withAll(rules.entrySet().stream()
                        .map(rule -> new Group<Written>(
                                rule.getValue(),
                                rule.getKey(),
                                one -> one.holds().contains(rule.getValue())))
                        .toList()),
                measures("Letters", "Sent all the same"),
                spokenAgainst);
    }

    private static CountTable<Written> byTitle(List<Written> written) {
        List<Group<Written>> rows = new TreeSet<>(
                        written.stream().map(Written::title).toList())
                .stream()
                        .map(title -> new Group<Written>(
                                title, title, one -> one.title().equals(title)))
                        .toList();
        return new CountTable<>(SchoolNames.withAll(rows), measures("Written", "Sent"), written);
    }

    private static List<Measure<Written>> measures(String all, String sent) {
        return List.of(
                Measure.count("written", all, one -> true),
                Measure.count("sent", sent, one -> one.state().sent()),
                is("to-send", "To be sent", State.PROPOSED),
                is("held", "Held", State.HELD),
                is("not-sent", "Not sent", State.WITHDRAWN),
                news("came-back", "Came back", What.CAME_BACK),
                news("answered", "Answered", What.ANSWERED));
    }

    private static Measure<Written> news(String word, String title, What what) {
        return Measure.count(word, title, one -> one.news().filter(what::equals).isPresent());
    }

    private static Measure<Written> is(String word, String title, State state) {
        return Measure.count(word, title, one -> one.state() == state);
    }

    private static Optional<Chart> chart(ReportTable table) {
        return CountTable.drawn(
                table,
                "Letters and how far they came",
                "For each letter how many were sent, are to be sent, are held or were not sent, as in the table.",
                "Sent",
                "To be sent",
                "Held",
                "Not sent");
    }

    private static String headline(List<Written> written) {
        if (written.isEmpty()) {
            return "No letter was written in these days.";
        }
        List<String> states = new ArrayList<>();
        states.add(written.stream().filter(one -> one.state().sent()).count() + " sent");
        for (State state : List.of(State.PROPOSED, State.HELD, State.WITHDRAWN)) {
            long there = written.stream().filter(one -> one.state() == state).count();
            if (there > 0) {
                states.add(there + " " + (state == State.WITHDRAWN ? "not sent" : state.title()));
            }
        }
        return (written.size() == 1 ? "1 letter was written: " : written.size() + " letters were written: ")
                + String.join(", ", states) + ".";
    }

    private static Map<String, String> choices() {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put("", "Letter");
        choices.put(BY_HOLD, "What spoke against it");
        return choices;
    }
}
