package uk.daymark.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import uk.daymark.access.Action;
import uk.daymark.time.Dates;
import uk.daymark.time.LondonTime;
import uk.daymark.web.NotFound;
import uk.daymark.worklist.WorkFigures;
import uk.daymark.worklist.WorkItem;

/** The calls to households each day: how many were due, and how many were made by when they were due. */
@Component
class FirstDayCalls implements Report {

    /** The task of ringing a household, by its id in the model of first-day contact. */
    private static final String CALL = "call-household";

    private static final Map<String, Predicate<WorkItem>> COLUMNS = columns();

    private final WorkFigures figures;
    private final TaskRows tasks;
    private final AsOf asOf;

    FirstDayCalls(WorkFigures figures, TaskRows tasks, AsOf asOf) {
        this.figures = figures;
        this.tasks = tasks;
        this.asOf = asOf;
    }

    private static Map<String, Predicate<WorkItem>> columns() {
        Map<String, Predicate<WorkItem>> columns = new LinkedHashMap<>();
        columns.put("Due", item -> true);
        columns.put("Made in time", WorkFigures::inTime);
        columns.put("Made later", item -> item.state() == WorkItem.State.DONE && !WorkFigures.inTime(item));
        columns.put("Not needed any more", item -> item.state() == WorkItem.State.WITHDRAWN);
        columns.put("Not made yet", WorkItem::isOpen);
        return columns;
    }

    @Override
    public String name() {
        return "first-day-calls";
    }

    @Override
    public String title() {
        return "Calls on the first day of absence";
    }

    @Override
    public String purpose() {
        return "How many calls to families were due each day, and how many were made by the time they were due.";
    }

    @Override
    public Action neededAction() {
        return Action.SEE_TASKS;
    }

    @Override
    public int place() {
        return 50;
    }

    @Override
    public boolean asksForPeriod() {
        return true;
    }

    @Override
    public ReportResult make(Asked asked) {
        List<WorkItem> calls =
                calls(asked, asked.period().from(), asked.period().to());
        List<Row> rows = calls.stream()
                .map(FirstDayCalls::day)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .map(day -> row(asked, day, calls))
                .toList();
        long inTime = calls.stream().filter(WorkFigures::inTime).count();
        return new ReportResult(
                Shares.inWords((int) inTime, calls.size(), "call that was due", "calls that were due")
                        + " made in time. "
                        + asked.period().inWords() + ".",
                asOf.now("Calls"),
                List.of(),
                new ReportTable(
                        "Calls by the day on which they were due, the latest first",
                        heads(),
                        rows,
                        "No call was due on these days. A call becomes due when the register shows an absence without a reason."),
                Optional.empty(),
                List.of(),
                List.of(
                        new Definition(
                                "Due",
                                "A household that was to be rung that day, by the time that stands on the task: the policy's time for calls,"
                                        + " or later where the absence was known later."),
                        new Definition(
                                "Not needed any more",
                                "A reason came in before anybody rang, so that the call was taken off the list.")));
    }

    private static List<Column> heads() {
        List<Column> heads = new ArrayList<>(List.of(Column.words("Day")));
        COLUMNS.keySet().forEach(column -> heads.add(Column.numbers(column)));
        return heads;
    }

    private Row row(Asked asked, LocalDate day, List<WorkItem> calls) {
        List<Cell> cells = new ArrayList<>();
        COLUMNS.forEach((column, holds) -> cells.add(Cell.count(
                (int) calls.stream()
                        .filter(call -> day(call).equals(day))
                        .filter(holds)
                        .count(),
                asked.rows(this, "of", column, "of-day", day.toString()))));
        return new Row(Cell.of(Dates.inWords(day)), cells);
    }

    private List<WorkItem> calls(Asked asked, LocalDate from, LocalDate to) {
        return figures.due(asked.person(), asked.scope(), CALL, start(from), start(to.plusDays(1)));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(LondonTime.ZONE).toInstant();
    }

    private static LocalDate day(WorkItem call) {
        return LocalDate.ofInstant(call.about().dueAt(), LondonTime.ZONE);
    }

    @Override
    public ReportResult rows(Asked asked) {
        Predicate<WorkItem> holds = Optional.ofNullable(COLUMNS.get(asked.filter("of")))
                .filter(known -> asked.filter("of-day").matches("[0-9]{4}-[0-9]{2}-[0-9]{2}"))
                .orElseThrow(() -> new NotFound("There is no such list."));
        LocalDate day = dayOf(asked.filter("of-day"));
        List<WorkItem> found = calls(asked, day, day).stream().filter(holds).toList();
        return ReportResult.list(
                "Calls, " + Dates.inWords(day) + ", " + asked.filter("of").toLowerCase(Locale.UK) + ": " + found.size(),
                asOf.now("Calls"),
                tasks.table(found));
    }

    private static LocalDate dayOf(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException none) {
            throw new NotFound("There is no such list.");
        }
    }
}
