package uk.daymark.reports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.daymark.access.Action;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.CaseFilter;
import uk.daymark.cases.CaseRef;
import uk.daymark.cases.Cases;
import uk.daymark.measure.Summary;
import uk.daymark.people.Enrolment;
import uk.daymark.people.EnrolmentId;

/** Which pupils become persistently absent with one, two or three more days missed: a list to act on while there is time. */
@Component
class NearTheLine implements Report {

    private static final String DAYS = "days";

    private final PupilMeasures measures;
    private final Cases cases;

    NearTheLine(PupilMeasures measures, Cases cases) {
        this.measures = measures;
        this.cases = cases;
    }

    @Override
    public String name() {
        return "near-the-line";
    }

    @Override
    public String title() {
        return "Near the line";
    }

    @Override
    public String purpose() {
        return "Who becomes persistently absent with one, two or three more days missed, while there is still time to help.";
    }

    @Override
    public Action neededAction() {
        return Action.SEE_ATTENDANCE;
    }

    @Override
    public int place() {
        return 20;
    }

    @Override
    public boolean mayBeShared() {
        return false;
    }

    /** A pupil who is not over the line yet, and the fewest days missed that would bring the pupil there. */
    private record Near(Measured pupil, int days) {}

    @Override
    public ReportResult make(Asked asked) {
        List<Measured> all = measures.of(asked);
        List<Near> near = near(all);
        String chosen = asked.filter(DAYS);
        List<Near> shown = near.stream()
                .filter(one -> chosen.isEmpty() || chosen.equals(Integer.toString(one.days())))
                .toList();
        return new ReportResult(
                headline(near),
                measures.asOf(asked),
                List.of(new FilterBox(DAYS, "Days missed that would do it", chosen, choices())),
                table(asked, shown, !chosen.isEmpty() && !near.isEmpty()),
                Optional.empty(),
                notes(asked, all),
                definitions(all));
    }

    private static List<Near> near(List<Measured> all) {
        List<Near> near = new ArrayList<>();
        all.stream()
                .filter(pupil -> pupil.counts().possible() >= pupil.bands().leastPossible())
                .forEach(pupil -> pupil.daysToPersistent().ifPresent(days -> near.add(new Near(pupil, days))));
        near.sort(Comparator.comparing(Near::days));
        return near;
    }

    private ReportTable table(Asked asked, List<Near> shown, boolean filtered) {
        boolean mayOpen = asked.person().may(Action.WORK_CASES);
        Map<EnrolmentId, CaseRef> open = mayOpen ? open(asked) : Map.of();
        PupilColumns pupils = measures.columns(asked);
        List<Column> more =
                new ArrayList<>(List.of(Column.numbers("Sessions missed"), Column.numbers("Days that would do it")));
        if (mayOpen) {
            more.add(Column.words("Case"));
        }
        return new ReportTable(
                "Pupils who are not persistently absent yet, the nearest first",
                pupils.and(more.toArray(Column[]::new)),
                shown.stream().map(one -> row(pupils, one, mayOpen, open)).toList(),
                filtered
                        ? "Nobody is so near. Choose another number of days."
                        : "Nobody is so near the line. The list fills as sessions are missed.");
    }

    private Map<EnrolmentId, CaseRef> open(Asked asked) {
        CaseFilter open = new CaseFilter(
                "", Optional.empty(), Optional.of(CaseFile.Status.OPEN), Optional.empty(), Optional.empty());
        return cases.page(open, asked.person(), 1, Integer.MAX_VALUE).items().stream()
                .collect(Collectors.toMap(CaseFile::enrolment, CaseFile::ref, (latest, earlier) -> latest));
    }

    private static Row row(PupilColumns pupils, Near near, boolean mayOpen, Map<EnrolmentId, CaseRef> open) {
        Measured pupil = near.pupil();
        List<Cell> cells = new ArrayList<>(List.of(Cell.of(pupil.missed()), Cell.number(near.days())));
        if (mayOpen) {
            cells.add(caseOf(
                    pupil, Optional.ofNullable(open.get(pupil.who().here().id()))));
        }
        return pupils.row(pupil.who(), cells.toArray(Cell[]::new));
    }

    private static Cell caseOf(Measured pupil, Optional<CaseRef> open) {
        Enrolment here = pupil.who().here();
        return open.map(ref -> Cell.of(ref.value(), "/cases/" + ref.value()))
                .orElseGet(() -> Cell.of(
                        "Open a case for " + pupil.name(),
                        "/cases/new?pupil=" + Addresses.value(here.pupilRef()) + "&school="
                                + here.school().value()));
    }

    private static String headline(List<Near> near) {
        return count(near, 1) + " would become persistently absent with one more day missed, " + count(near, 2)
                + " with two and " + count(near, Summary.NEAR_DAYS) + " with three.";
    }

    private static String count(List<Near> near, int days) {
        long count = near.stream().filter(one -> one.days() == days).count();
        return days > 1 ? Long.toString(count) : count + (count == 1 ? " pupil" : " pupils");
    }

    private static Map<String, String> choices() {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put("", "One to three");
        choices.put("1", "One day");
        choices.put("2", "Two days");
        choices.put("3", "Three days");
        return choices;
    }

    private List<String> notes(Asked asked, List<Measured> all) {
        List<String> notes = new ArrayList<>(measures.tooEarly(asked).stream().toList());
        long few = all.stream()
                .filter(pupil -> pupil.counts().possible() < pupil.bands().leastPossible())
                .count();
        if (few > 0) {
            notes.add(
                    few + (few == 1 ? " pupil has" : " pupils have")
                            + " had too few possible sessions this school year for a share to mean anything, and cannot be listed.");
        }
        return notes;
    }

    private static List<Definition> definitions(List<Measured> all) {
        List<Definition> definitions = new ArrayList<>();
        all.stream()
                .map(Measured::bands)
                .distinct()
                .forEach(bands -> definitions.add(new Definition(
                        "The line",
                        bands.persistent()
                                + "% of possible sessions missed since the school year began, for whatever reason.")));
        definitions.add(new Definition(
                "What is reckoned",
                "A day is two sessions, both of them possible and both missed, and they come next: nothing is supposed of the days after."
                        + " A pupil on a part-time timetable, or with a half day next, may be further from the line."));
        return definitions;
    }
}
