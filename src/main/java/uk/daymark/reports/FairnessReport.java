package uk.daymark.reports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import uk.daymark.access.Action;
import uk.daymark.people.School;
import uk.daymark.people.Urn;
import uk.daymark.reports.CountTable.Group;
import uk.daymark.reports.CountTable.Measure;
import uk.daymark.reports.CountTable.Opened;
import uk.daymark.reports.FormalSteps.Kind;
import uk.daymark.reports.MetThreshold.Met;

/** How often each formal step was taken about pupils of each need, of those who met the threshold. */
@Component
class FairnessReport implements Report {

    private static final String FEW = "report.small_number";
    private static final int PLACE = 100;

    private final MetThreshold threshold;
    private final SchoolNames schools;
    private final ReportPolicy policy;
    private final AsOf asOf;

    FairnessReport(MetThreshold threshold, SchoolNames schools, ReportPolicy policy, AsOf asOf) {
        this.threshold = threshold;
        this.schools = schools;
        this.policy = policy;
        this.asOf = asOf;
    }

    @Override
    public String name() {
        return "fairness";
    }

    @Override
    public String title() {
        return "Formal steps by need";
    }

    @Override
    public String purpose() {
        return "See how often each step was taken about pupils with and without a need, of those who met the threshold";
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
        List<Met> met = threshold.of(asked);
        ReportTable table = counted(asked, met)
                .table(
                        this,
                        asked,
                        "Pupils who met the threshold in these days, and about how many of them each step was taken in these days",
                        "Pupils",
                        "Nobody met the threshold in these days, so there is nothing to compare. Choose other days above.");
        return new ReportResult(
                headline(met, policy.number(FEW, asked)),
                lines(asked),
                List.of(),
                table,
                Optional.empty(),
                notes(asked, met),
                List.of(
                        new Definition(
                                "Met the threshold",
                                "The count for considering a penalty notice was found to be reached on at least one of these"
                                        + " days. All others are left out: nobody could have been sanctioned for them."),
                        new Definition(
                                "Of these pupils",
                                "A pupil about whom a step was taken twice, or to two parents, counts once. Only steps that were"
                                        + " taken in these days count: about a pupil who met the threshold near their end there"
                                        + " was little time for one."),
                        new Definition(
                                "Letter about absence",
                                "The school's first letter or its letter of concern, once it was sent."),
                        new Definition(
                                "Social worker",
                                "A child in need, with a child protection plan, or looked after, as the school has it.")));
    }

    @Override
    public ReportResult rows(Asked asked) {
        Opened<Met> opened = counted(asked, threshold.of(asked)).opened(asked);
        Map<Urn, School> names = schools.of(asked);
        return ReportResult.list(
                opened.headline(),
                lines(asked),
                new ReportTable(
                        "Pupils who met the threshold",
                        List.of(
                                Column.words("Pupil"),
                                Column.words("School"),
                                Column.words("Year group"),
                                Column.words("Steps taken")),
                        opened.facts().stream().map(one -> row(one, names)).toList(),
                        "There is none."));
    }

    private static Row row(Met one, Map<Urn, School> names) {
        return new Row(
                PupilLinks.link(one.pupil(), one.here()),
                List.of(
                        Cell.of(
                                names.containsKey(one.here().school())
                                        ? names.get(one.here().school()).name()
                                        : ""),
                        Cell.of(one.here().details().yearGroup()),
                        Cell.of(String.join(
                                ", ",
                                one.taken().stream().sorted().map(Kind::title).toList()))));
    }

    private List<String> lines(Asked asked) {
        List<String> lines = new ArrayList<>(asOf.now("Cases and findings"));
        lines.add(asked.period().inWords());
        return lines;
    }

    private CountTable<Met> counted(Asked asked, List<Met> met) {
        int few = policy.number(FEW, asked);
        List<Measure<Met>> measures = new ArrayList<>(List.of(Measure.count("met", "Met the threshold", one -> true)));
        for (Kind kind : Kind.values()) {
            measures.add(new Measure<>(
                    kind.name(),
                    kind.title(),
                    one -> one.taken().contains(kind),
                    chosen -> rate(chosen.counted().size(), chosen.ofRow().size(), few),
                    CountTable.Chosen::partAndRest));
        }
        return new CountTable<>(groups(met), measures, met);
    }

    /** "3 of 40 (7.5%)"; of few pupils no percentage, which would say more than is known. */
    private static String rate(int part, int whole, int few) {
        return whole < few ? part + " of " + whole + ", few: do not compare" : Shares.inWords(part, whole);
    }

    private static List<Group<Met>> groups(List<Met> met) {
        List<Group<Met>> groups = new ArrayList<>();
        groups.add(new Group<>(Row.ALL, "All who met the threshold", one -> true));
        values(met, one -> one.details().sen().strip())
                .forEach(sen -> groups.add(new Group<>(
                        "sen-" + sen,
                        NeedWords.sen(sen),
                        one -> one.details().sen().strip().equals(sen))));
        twoOf(
                groups,
                met,
                "meals",
                "Free school meals",
                "No free school meals",
                one -> one.details().freeMeals());
        twoOf(groups, met, "social", "Has a social worker", "Has no social worker", Met::socialWorker);
        values(met, one -> one.here().details().yearGroup().strip())
                .forEach(year -> groups.add(new Group<>(
                        "year-" + year,
                        NeedWords.year(year),
                        one -> one.here().details().yearGroup().strip().equals(year))));
        return groups;
    }

    /** What the records say of any of them, and last that they do not say it; none where they say it of nobody. */
    private static List<String> values(List<Met> met, Function<Met, String> value) {
        List<String> values = met.stream()
                .map(value)
                .distinct()
                .sorted(Comparator.comparing(NeedWords::order).thenComparing(Comparator.naturalOrder()))
                .toList();
        return values.equals(List.of("")) ? List.of() : values;
    }

    private static void twoOf(
            List<Group<Met>> groups, List<Met> met, String word, String yes, String no, Predicate<Met> has) {
        if (met.stream().anyMatch(has)) {
            groups.add(new Group<>(word + "-yes", yes, has));
            groups.add(new Group<>(word + "-no", no, has.negate()));
        }
    }

    private static String headline(List<Met> met, int few) {
        long sanctioned = met.stream()
                .filter(one -> one.taken().contains(Kind.PENALTY_NOTICE))
                .count();
        String share =
                met.size() < few ? sanctioned + " of " + met.size() : Shares.inWords((int) sanctioned, met.size());
        return met.isEmpty()
                ? "Nobody met the threshold in these days."
                : (met.size() == 1 ? "1 pupil" : met.size() + " pupils")
                        + " met the threshold; a penalty notice was issued about " + share + ".";
    }

    private List<String> notes(Asked asked, List<Met> met) {
        List<String> notes = new ArrayList<>();
        notes.add(
                "A difference between two groups is a question to ask and not yet an answer: the cases behind the figures"
                        + " say why. Rows with few pupils are marked; do not compare them.");
        List<String> unknown = new ArrayList<>(List.of("ethnicity"));
        if (met.stream().allMatch(one -> one.details().sen().isBlank())) {
            unknown.add("special educational needs");
        }
        if (met.stream().noneMatch(one -> one.details().freeMeals())) {
            unknown.add("free school meals");
        }
        if (met.stream().noneMatch(Met::socialWorker)) {
            unknown.add("social worker");
        }
        notes.add("Not shown, because the records hold nothing of it for these pupils: " + String.join(", ", unknown)
                + ". Daymark takes no ethnicity in from schools.");
        if (asked.only().isPresent()) {
            notes.add(
                    "Counted are pupils of whom a case was referred to the authority: the others are not known to it.");
        }
        return notes;
    }
}
