package uk.daymark.reports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import uk.daymark.access.Action;
import uk.daymark.reports.Groups.Group;
import uk.daymark.time.Dates;
import uk.daymark.web.NotFound;

/** How many pupils are persistently and severely absent, in which groups, and who came in or went out since the half term began. */
@Component
class PersistentAbsence implements Report {

    private static final String COUNTED = "Pupils with a possible session";
    private static final String PERSISTENT = "Persistently absent";
    private static final String SEVERE = "Severely absent";
    private static final String CAME = "Came in this half term";
    private static final String WENT = "Went out this half term";

    private final PupilMeasures measures;
    private final Periods periods;

    PersistentAbsence(PupilMeasures measures, Periods periods) {
        this.measures = measures;
        this.periods = periods;
    }

    @Override
    public String name() {
        return "persistent-absence";
    }

    @Override
    public String title() {
        return "Persistent and severe absence";
    }

    @Override
    public String purpose() {
        return "How many pupils have missed so much this school year, in which groups, and who came in or went out this half term.";
    }

    @Override
    public Action neededAction() {
        return Action.SEE_ATTENDANCE;
    }

    @Override
    public int place() {
        return 10;
    }

    /** What the columns count. */
    private Map<String, Predicate<Measured>> columns(Asked asked) {
        LocalDate halfTerm = periods.startOfHalfTerm(asked.scope(), asked.asOf());
        Predicate<Measured> before = pupil -> pupil.persistent(pupil.standing().beforeWeekOf(halfTerm));
        Map<String, Predicate<Measured>> columns = new LinkedHashMap<>();
        columns.put(COUNTED, pupil -> true);
        columns.put(PERSISTENT, Measured::persistent);
        columns.put(SEVERE, Measured::severe);
        columns.put(CAME, before.negate().and(Measured::persistent));
        columns.put(WENT, before.and(pupil -> !pupil.persistent()));
        return columns;
    }

    @Override
    public ReportResult make(Asked asked) {
        List<Measured> all = measures.of(asked);
        List<Measured> counted = all.stream().filter(Measured::counted).toList();
        List<Group> groups = Groups.of(asked, counted);
        Map<String, Predicate<Measured>> columns = columns(asked);
        ReportTable table = new ReportTable(
                "Pupils on roll today, by the share of sessions they have missed this school year",
                List.of(
                        Column.words("Group"),
                        Column.numbers(COUNTED),
                        Column.numbers(PERSISTENT),
                        Column.numbers(SEVERE),
                        Column.numbers("Share persistently absent"),
                        Column.numbers("Share severely absent"),
                        Column.numbers(CAME),
                        Column.numbers(WENT)),
                counted.isEmpty()
                        ? List.of()
                        : groups.stream()
                                .map(group -> row(group, counted, columns, asked))
                                .toList(),
                "No session of this school year has been imported for a pupil on roll. Import the register, and the figures appear here.");
        return new ReportResult(
                headline(counted),
                measures.asOf(asked),
                List.of(),
                table,
                chart(table, groups),
                notes(asked, all, counted),
                definitions(asked, counted));
    }

    private Row row(Group group, List<Measured> counted, Map<String, Predicate<Measured>> columns, Asked asked) {
        List<Measured> inGroup = counted.stream().filter(group.holds()).toList();
        Map<String, Integer> counts = new LinkedHashMap<>();
        columns.forEach((column, holds) ->
                counts.put(column, (int) inGroup.stream().filter(holds).count()));
        return new Row(
                Cell.of(group.title()),
                List.of(
                        cell(asked, group, COUNTED, counts),
                        cell(asked, group, PERSISTENT, counts),
                        cell(asked, group, SEVERE, counts),
                        Cell.share(count(counts, PERSISTENT), inGroup.size()),
                        Cell.share(count(counts, SEVERE), inGroup.size()),
                        cell(asked, group, CAME, counts),
                        cell(asked, group, WENT, counts)),
                group.block());
    }

    private Cell cell(Asked asked, Group group, String column, Map<String, Integer> counts) {
        return Cell.count(count(counts, column), asked.rows(this, "of", column, "of-group", group.key()));
    }

    private static int count(Map<String, Integer> counts, String column) {
        return counts.getOrDefault(column, 0);
    }

    private static String headline(List<Measured> counted) {
        long persistent = counted.stream().filter(Measured::persistent).count();
        long severe = counted.stream().filter(Measured::severe).count();
        return Shares.inWords((int) persistent, counted.size(), "pupil", "pupils")
                + (persistent == 1 ? " is" : " are") + " persistently absent; "
                + (severe == 0 ? "none" : Long.toString(severe)) + " of them severely.";
    }

    private static Optional<Chart> chart(ReportTable table, List<Group> groups) {
        List<Row> years = new ArrayList<>();
        for (int at = 0; at < table.rows().size(); at++) {
            if (groups.get(at).isYear()) {
                years.add(table.rows().get(at));
            }
        }
        return years.isEmpty()
                ? Optional.empty()
                : Optional.of(Chart.of(
                        new ReportTable(table.caption(), table.columns(), years, table.empty()),
                        "Persistent and severe absence by year group",
                        "For each year group two bars: how many pupils are persistently absent, and how many of them severely."
                                + " The table above has the same numbers.",
                        PERSISTENT,
                        SEVERE));
    }

    private List<String> notes(Asked asked, List<Measured> all, List<Measured> counted) {
        List<String> notes = new ArrayList<>(measures.tooEarly(asked).stream().toList());
        int without = all.size() - counted.size();
        if (without > 0) {
            notes.add(without + (without == 1 ? " pupil" : " pupils")
                    + " on roll had no possible session this school year and cannot be counted.");
        }
        notes.addAll(Groups.unknown(asked, counted));
        notes.add(
                "The Department for Education's own figures may differ: they rest on what your school's system sent them,"
                        + " count to another day, and leave some pupils out.");
        return notes;
    }

    private List<Definition> definitions(Asked asked, List<Measured> counted) {
        LocalDate halfTerm = periods.startOfHalfTerm(asked.scope(), asked.asOf());
        List<Definition> definitions = new ArrayList<>();
        counted.stream().map(Measured::bands).distinct().forEach(bands -> {
            definitions.add(new Definition(
                    "Persistently absent",
                    "A pupil who has missed " + bands.persistent()
                            + "% or more of the sessions possible since the school year began, for whatever reason. Counted in whole"
                            + " sessions, never from a rounded share."));
            definitions.add(new Definition(
                    "Severely absent",
                    "A pupil who has missed " + bands.severe()
                            + "% or more of them. A severely absent pupil is persistently absent too."));
        });
        definitions.add(
                new Definition(
                        "Possible session",
                        "A morning or an afternoon on which the pupil could have been in school, at this school or the one before."));
        definitions.add(new Definition(
                "Came in, went out",
                "Compared with how the pupil stood when the half term began, on " + Dates.inWords(halfTerm)
                        + ". In the first half term of a year everybody starts outside."));
        definitions.add(
                new Definition(
                        "Social worker",
                        "A pupil who is looked after, has a child protection plan or is a child in need, as the pupils' file says."));
        return definitions;
    }

    @Override
    public ReportResult rows(Asked asked) {
        List<Measured> counted =
                measures.of(asked).stream().filter(Measured::counted).toList();
        Predicate<Measured> column = Optional.ofNullable(columns(asked).get(asked.filter("of")))
                .orElseThrow(() -> new NotFound("There is no such list."));
        Group group = Groups.of(asked, counted).stream()
                .filter(one -> one.key().equals(asked.filter("of-group")))
                .findFirst()
                .orElseThrow(() -> new NotFound("There is no such list."));
        List<Measured> found =
                counted.stream().filter(group.holds()).filter(column).toList();
        PupilColumns pupils = measures.columns(asked);
        return ReportResult.list(
                asked.filter("of") + ", " + group.title() + ": " + found.size()
                        + (found.size() == 1 ? " pupil" : " pupils"),
                measures.asOf(asked),
                new ReportTable(
                        "Pupils by surname",
                        pupils.and(Column.numbers("Sessions missed"), Column.words("Now")),
                        found.stream()
                                .map(pupil -> pupils.row(pupil.who(), Cell.of(pupil.missed()), Cell.of(band(pupil))))
                                .toList(),
                        "Nobody is on this list any more. The register may have changed since the report was made."));
    }

    private static String band(Measured pupil) {
        return pupil.severe() ? "severely absent" : pupil.persistent() ? "persistently absent" : "neither";
    }
}
