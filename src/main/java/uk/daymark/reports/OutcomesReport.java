package uk.daymark.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.daymark.access.Action;
import uk.daymark.people.PupilId;
import uk.daymark.reports.CountTable.Chosen;
import uk.daymark.reports.CountTable.Group;
import uk.daymark.reports.CountTable.Measure;
import uk.daymark.reports.CountTable.Opened;
import uk.daymark.reports.FormalSteps.Kind;
import uk.daymark.reports.StepComparison.Outcome;
import uk.daymark.reports.StepComparison.Sessions;
import uk.daymark.time.Dates;

/** Absence before and after each kind of step, beside that of similar pupils without it. It claims nothing about causes. */
@Component
class OutcomesReport implements Report {

    private static final int PLACE = 90;

    private final StepOutcomes outcomes;
    private final PupilLinks links;
    private final ReportPolicy policy;
    private final AsOf asOf;
    private final Dates dates;

    OutcomesReport(StepOutcomes outcomes, PupilLinks links, ReportPolicy policy, AsOf asOf, Dates dates) {
        this.outcomes = outcomes;
        this.links = links;
        this.policy = policy;
        this.asOf = asOf;
        this.dates = dates;
    }

    @Override
    public String name() {
        return "outcomes";
    }

    @Override
    public String title() {
        return "Absence before and after each step";
    }

    @Override
    public String purpose() {
        return "See how absence went before and after a letter, a meeting or a notice, beside similar pupils without it";
    }

    @Override
    public Action neededAction() {
        return Action.SEE_NOTICE_OUTCOMES;
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
        List<Outcome> found = outcomes.of(asked);
        ReportTable table = counted(asked, found)
                .table(
                        this,
                        asked,
                        "Sessions missed before and after a step, and by similar pupils without it in the same weeks",
                        "Step",
                        "No step was taken in these days. Choose other days above.");
        return new ReportResult(
                headline(found),
                lines(asked),
                List.of(),
                table,
                Optional.empty(),
                notes(asked),
                List.of(
                        new Definition(
                                "Before and after",
                                "The " + outcomes.weeks(asked) + " school weeks before the week of the step, and the "
                                        + outcomes.weeks(asked)
                                        + " after it. The week of the step counts neither way. All of them have to lie in this"
                                        + " school year and be over."),
                        new Definition(
                                "What the figures cannot say",
                                "Each pair of figures is of the same number of pupils in the same weeks. Pupils who got a step"
                                        + " differ from others in more than their absence, and somebody chose them."),
                        new Definition(
                                "Not reckoned",
                                "The weeks are not over yet or reach into last school year, or the pupil has left, or had the same"
                                        + " kind of step in the weeks before already: these are weeks after a step, too.")));
    }

    @Override
    public ReportResult rows(Asked asked) {
        Opened<Outcome> opened = counted(asked, outcomes.of(asked)).opened(asked);
        Map<PupilId, Cell> names = links.of(
                asked,
                opened.facts().stream()
                        .flatMap(one -> Stream.concat(Stream.of(one.pupil()), one.other().stream()))
                        .distinct()
                        .toList());
        return ReportResult.list(
                opened.headline(),
                asOf.register(asked),
                new ReportTable(
                        "Pupils with the step, and with whom each is compared",
                        List.of(
                                Column.words("Pupil"),
                                Column.words("Step taken"),
                                Column.numbers("Missed before"),
                                Column.numbers("Missed after"),
                                Column.words("Similar pupil"),
                                Column.numbers("That pupil before"),
                                Column.numbers("That pupil after")),
                        opened.facts().stream().map(one -> row(one, names)).toList(),
                        "There is none."));
    }

    private Row row(Outcome one, Map<PupilId, Cell> names) {
        boolean compared = one.other().isPresent();
        return new Row(
                names.getOrDefault(one.pupil(), Cell.of("A pupil")),
                List.of(
                        Cell.of(dates.day(one.on())),
                        Cell.of(one.reckoned() ? missed(one.before()) : "Not reckoned"),
                        Cell.of(one.reckoned() ? missed(one.after()) : "Not reckoned"),
                        one.other()
                                .map(other -> names.getOrDefault(other, Cell.of("A pupil")))
                                .orElse(Cell.of("Nobody")),
                        Cell.of(compared ? missed(one.otherBefore()) : ""),
                        Cell.of(compared ? missed(one.otherAfter()) : "")));
    }

    private static String missed(Sessions sessions) {
        return sessions.absent() + " of " + sessions.possible();
    }

    private CountTable<Outcome> counted(Asked asked, List<Outcome> outcomes) {
        int few = policy.number("report.small_number", asked);
        List<Group<Outcome>> groups = Stream.of(Kind.values())
                .filter(kind -> outcomes.stream().anyMatch(one -> one.kind() == kind))
                .map(kind -> new Group<Outcome>(kind.name(), kind.title(), one -> one.kind() == kind))
                .toList();
        return new CountTable<>(
                groups,
                List.of(
                        Measure.count("pupils", "Pupils with the step", one -> true),
                        Measure.count("compared", "Compared", OutcomesReport::compared),
                        share("before", "Missed before", Outcome::before, few),
                        share("after", "Missed after", Outcome::after, few),
                        share("others-before", "Similar pupils, before", Outcome::otherBefore, few),
                        share("others-after", "Similar pupils, after", Outcome::otherAfter, few),
                        Measure.count(
                                "nobody",
                                "Nobody similar",
                                one -> one.reckoned() && one.other().isEmpty()),
                        Measure.count("not-reckoned", "Not reckoned", one -> !one.reckoned())),
                outcomes);
    }

    private static boolean compared(Outcome one) {
        return one.other().isPresent();
    }

    private static Measure<Outcome> share(String word, String title, Function<Outcome, Sessions> which, int few) {
        return new Measure<>(
                word,
                title,
                OutcomesReport::compared,
                chosen -> {
                    Sessions sum = sum(chosen, which);
                    String sessions = sum.absent() + " of " + sum.possible() + " sessions";
                    return chosen.counted().isEmpty()
                            ? "none"
                            : chosen.counted().size() < few
                                    ? sessions + ", few pupils"
                                    : sessions + " (" + Shares.percent(sum.absent(), sum.possible()) + ")";
                },
                chosen -> {
                    Sessions sum = sum(chosen, which);
                    return List.of(chosen.counted().size(), sum.absent(), sum.possible() - sum.absent());
                });
    }

    private static Sessions sum(Chosen<Outcome> chosen, Function<Outcome, Sessions> which) {
        return chosen.counted().stream().map(which).reduce(Sessions.NONE, Sessions::plus);
    }

    private List<String> lines(Asked asked) {
        return Stream.concat(
                        asOf.register(asked).stream(),
                        Stream.of("Steps taken in: " + asked.period().inWords()))
                .toList();
    }

    private static String headline(List<Outcome> outcomes) {
        long compared = pupils(outcomes.stream().filter(OutcomesReport::compared));
        long pupils = pupils(outcomes.stream());
        return outcomes.isEmpty()
                ? "No step was taken in these days."
                : "Steps were taken about " + (pupils == 1 ? "1 pupil." : pupils + " pupils.")
                        + " Compared with a similar pupil: " + (compared == 0 ? "none" : compared) + ".";
    }

    private static long pupils(Stream<Outcome> outcomes) {
        return outcomes.map(Outcome::pupil).distinct().count();
    }

    private List<String> notes(Asked asked) {
        List<String> notes = new ArrayList<>(List.of(
                "Pupils are picked when they are at their worst; many get better anyway. This is called regression to the mean. What"
                        + " fell after a step would often have fallen without it: look at the similar pupils beside. Nothing here"
                        + " shows that a step helped, or that it did not.",
                "Similar pupils: for each pupil with the step one other of the same school, whose share of sessions missed in the same "
                        + outcomes.weeks(asked) + " school weeks before lies nearest and no more than "
                        + outcomes.points(asked)
                        + " percentage points away, and to whom no such step was given in these"
                        + " weeks. Nobody serves twice for the same kind of step."));
        if (asked.only().isPresent()) {
            notes.add(
                    "Compared are pupils of whom a case was referred to the authority: the others are not known to it.");
        }
        return notes;
    }
}
