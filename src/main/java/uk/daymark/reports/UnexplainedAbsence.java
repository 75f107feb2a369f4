package uk.daymark.reports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.daymark.access.Action;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.Half;
import uk.daymark.measure.MeasuredRegister;
import uk.daymark.measure.Measuring;
import uk.daymark.measure.RegisterDates;
import uk.daymark.measure.SchoolDays;
import uk.daymark.measure.Timetable;
import uk.daymark.measure.Unexplained;
import uk.daymark.people.PupilId;
import uk.daymark.people.Rolls;
import uk.daymark.people.Schools;
import uk.daymark.people.Urn;
import uk.daymark.policy.Policy;
import uk.daymark.register.StoredRegister;
import uk.daymark.register.StoredRegister.PupilRegister;
import uk.daymark.time.Dates;
import uk.daymark.web.NotFound;

/** Sessions without a reason (N), by how many school days they have been so, with the day on which each is to be made O. */
@Component
class UnexplainedAbsence implements Report {

    private static final String OVERDUE = "Reason overdue";
    private static final String LAST_DAY = "Last day today";
    private static final String IN_TIME = "Still time";

    private final Standings standings;
    private final PupilMeasures measures;
    private final StoredRegister registers;
    private final Schools schools;

    UnexplainedAbsence(Standings standings, PupilMeasures measures, StoredRegister registers, Schools schools) {
        this.standings = standings;
        this.measures = measures;
        this.registers = registers;
        this.schools = schools;
    }

    @Override
    public String name() {
        return "absence-without-a-reason";
    }

    @Override
    public String title() {
        return "Absence without a reason (N)";
    }

    @Override
    public String purpose() {
        return "How long each N has stood, in school days, and by when it needs a reason or becomes O.";
    }

    @Override
    public Action neededAction() {
        return Action.SEE_ATTENDANCE;
    }

    @Override
    public int place() {
        return 30;
    }

    /**
     * An N.
     *
     * @param age school days since the day of the session, at the school of the roll
     */
    private record Open(Rolls.OnRoll who, Unexplained session, int age) {

        LocalDate day() {
            return session.session().date();
        }

        /** Where it belongs, by the day on which the N may be replaced last. */
        String state(LocalDate today) {
            Optional<LocalDate> last = session.replaceBy();
            return last.filter(day -> day.isBefore(today)).isPresent()
                    ? OVERDUE
                    : last.filter(today::equals).isPresent() ? LAST_DAY : IN_TIME;
        }
    }

    private List<Open> open(Asked asked) {
        List<Standings.OnRoll> with = standings.of(asked).stream()
                .filter(one -> one.standing().unexplained() > 0)
                .toList();
        Map<PupilId, PupilRegister> stored =
                registers.of(with.stream().map(one -> one.who().pupil().id()).toList(), asked.asOf());
        Map<Urn, Timetable> timetables = schools.timetables(
                with.stream().map(one -> one.who().here().school()).collect(Collectors.toSet()));
        Map<Urn, SchoolDays> schoolDays = new HashMap<>();
        List<Open> open = new ArrayList<>();
        with.forEach(one -> open.addAll(of(
                one.who(),
                Objects.requireNonNull(stored.get(one.who().pupil().id())),
                schoolDays.computeIfAbsent(
                        one.who().here().school(),
                        school -> new SchoolDays(Objects.requireNonNull(timetables.get(school)))),
                asked.asOf())));
        open.sort(Comparator.comparing(Open::day).reversed());
        return open;
    }

    private List<Open> of(Rolls.OnRoll who, PupilRegister stored, SchoolDays schoolDays, LocalDate today) {
        DateRange year = new DateRange(RegisterDates.schoolYearOf(today).from(), today);
        Policy policy = measures.policy(who.school().policy());
        MeasuredRegister register = new MeasuredRegister(
                Timetable.of(stored.parts()),
                stored.parts(),
                stored.marks(),
                stored.unconfirmed(),
                today,
                Optional.of(year),
                Optional.empty());
        return Measuring.measure(register, policy.countingRules(today)).unexplained().stream()
                .filter(one -> year.contains(one.session().date()))
                .map(one -> new Open(who, one, age(schoolDays, one.session().date(), today)))
                .toList();
    }

    private static int age(SchoolDays schoolDays, LocalDate day, LocalDate today) {
        return day.isBefore(today) ? schoolDays.count(new DateRange(day.plusDays(1), today)) : 0;
    }

    @Override
    public ReportResult make(Asked asked) {
        List<Open> open = open(asked);
        List<Row> rows = open.stream()
                .map(Open::age)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .map(age -> row(asked, age, open))
                .toList();
        long overdue = open.stream()
                .filter(one -> one.state(asked.asOf()).equals(OVERDUE))
                .count();
        return new ReportResult(
                open.size() + (open.size() == 1 ? " session has" : " sessions have") + " no reason yet; " + overdue
                        + " of them should have had one by now.",
                measures.asOf(asked),
                List.of(),
                new ReportTable(
                        "Sessions marked N this school year, of pupils on roll, the oldest first",
                        List.of(
                                Column.words("Age"),
                                Column.numbers("Sessions"),
                                Column.numbers(OVERDUE),
                                Column.numbers(LAST_DAY),
                                Column.numbers(IN_TIME)),
                        rows,
                        "Every absence of this school year has a reason. A session without one appears here when the register marks it N."),
                Optional.empty(),
                List.of(),
                definitions(asked));
    }

    private Row row(Asked asked, int age, List<Open> open) {
        List<Open> ofAge = open.stream().filter(one -> one.age() == age).toList();
        List<Cell> cells = new ArrayList<>();
        cells.add(cell(asked, age, "", ofAge.size()));
        for (String state : List.of(OVERDUE, LAST_DAY, IN_TIME)) {
            cells.add(cell(asked, age, state, (int) ofAge.stream()
                    .filter(one -> one.state(asked.asOf()).equals(state))
                    .count()));
        }
        return new Row(Cell.of(age == 0 ? "Today" : age + (age == 1 ? " school day" : " school days")), cells);
    }

    private Cell cell(Asked asked, int age, String state, int count) {
        return Cell.count(count, asked.rows(this, "of", Integer.toString(age), "of-state", state));
    }

    private List<Definition> definitions(Asked asked) {
        List<Definition> definitions = new ArrayList<>();
        schools.in(asked.scope()).stream()
                .map(school -> measures.policy(school.policy())
                        .number("n.replace_within", asked.asOf())
                        .orElseThrow())
                .distinct()
                .forEach(days -> definitions.add(new Definition(
                        "Reason overdue",
                        "An N has to be replaced within " + days
                                + " school days of its session, the day of the session not counted: by the code of the reason or, where none"
                                + " was found, by O (unauthorised).")));
        definitions.add(
                new Definition(
                        "Age",
                        "School days since the day of the session, by the school's calendar: no weekend, holiday or closure is counted."));
        return definitions;
    }

    @Override
    public ReportResult rows(Asked asked) {
        String age = asked.filter("of");
        String state = asked.filter("of-state");
        if (!age.matches("[0-9]{1,3}")
                || !List.of("", OVERDUE, LAST_DAY, IN_TIME).contains(state)) {
            throw new NotFound("There is no such list.");
        }
        List<Open> found = open(asked).stream()
                .filter(one -> Integer.toString(one.age()).equals(age))
                .filter(one -> state.isEmpty() || one.state(asked.asOf()).equals(state))
                .toList();
        PupilColumns pupils = measures.columns(asked);
        return ReportResult.list(
                found.size() + (found.size() == 1 ? " session" : " sessions") + " without a reason"
                        + (age.equals("0")
                                ? " today"
                                : ", " + age + (age.equals("1") ? " school day old" : " school days old"))
                        + (state.isEmpty()
                                ? ""
                                : ": " + state.substring(0, 1).toLowerCase(Locale.UK) + state.substring(1)),
                measures.asOf(asked),
                new ReportTable(
                        "Sessions marked N",
                        pupils.and(Column.words("Session"), Column.words("Needs a reason by"), Column.words("Now")),
                        found.stream()
                                .map(one -> row(pupils, one, asked.asOf()))
                                .toList(),
                        "No N is on this list any more. The register may have changed since the report was made."));
    }

    private static Row row(PupilColumns pupils, Open one, LocalDate today) {
        return pupils.row(
                one.who(),
                Cell.of(Dates.inWords(one.day())
                        + (one.session().session().half() == Half.AM ? ", morning" : ", afternoon")),
                Cell.of(one.session()
                        .replaceBy()
                        .map(Dates::inWords)
                        .orElse("not known: the school's calendar ends before")),
                Cell.of(
                        switch (one.state(today)) {
                            case OVERDUE -> "overdue: enter the reason, or O";
                            case LAST_DAY -> "last day today";
                            default -> "still time";
                        }));
    }
}
