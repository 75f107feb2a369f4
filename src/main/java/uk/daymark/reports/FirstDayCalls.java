package uk.daymark.reports;

import java.time.Clock;
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
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    private static final String DUE = "Due";
    private static final String IN_TIME = "Made in time";
    private static final String NOT_NEEDED = "Not needed any more";
    private static final String NOT_DUE = "Not due yet";

    private final WorkFigures figures;
    private final TaskRows tasks;
    private final AsOf asOf;
    private final Clock clock;

    FirstDayCalls(WorkFigures figures, TaskRows tasks, AsOf asOf, Clock clock) {
        this.figures = figures;
        this.tasks = tasks;
        this.asOf = asOf;
        this.clock = clock;
    }

    /** What the columns count. Each call that was due was made in time, made later or not made; the last two columns count the others. */
    private Map<String, Predicate<WorkItem>> columns() {
        Instant now = clock.instant();
        Predicate<WorkItem> made = item -> item.state() == WorkItem.State.DONE;
        Predicate<WorkItem> missed =
                item -> item.isOpen() && !item.about().dueAt().isAfter(now);
        Map<String, Predicate<WorkItem>> columns = new LinkedHashMap<>();
        columns.put(DUE, made.or(missed));
        columns.put(IN_TIME, WorkFigures::inTime);
        columns.put("Made later", item -> made.test(item) && !WorkFigures.inTime(item));
        columns.put("Not made yet", missed);
        columns.put(NOT_NEEDED, item -> item.state() == WorkItem.State.WITHDRAWN);
        columns.put(NOT_DUE, item -> item.isOpen() && item.about().dueAt().isAfter(now));
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
        Map<String, Predicate<WorkItem>> columns = columns();
        Map<LocalDate, List<WorkItem>> byDay = calls.stream()
                .collect(Collectors.groupingBy(
                        FirstDayCalls::day, () -> new TreeMap<>(Comparator.reverseOrder()), Collectors.toList()));
        return new ReportResult(
                headline(calls, columns) + " " + asked.period().inWords() + ".",
                asOf.now("Calls"),
                List.of(),
                new ReportTable(
                        "Calls by the day on which they are due, the latest first",
                        heads(columns),
                        byDay.entrySet().stream()
                                .map(day -> row(asked, day.getKey(), day.getValue(), columns))
                                .toList(),
                        "No call was due on these days. A call becomes due when the register shows an absence without a reason."),
                Optional.empty(),
                List.of(),
                List.of(
                        new Definition(
                                DUE,
                                "A household that was to be rung that day, by the time that stands on the task: the policy's time for calls,"
                                        + " or later where the absence was known later. It was rung, or that time has gone by."),
                        new Definition(
                                NOT_NEEDED,
                                "A reason came in before anybody rang, so that the call was taken off the list. It is not counted"
                                        + " as due."),
                        new Definition(
                                NOT_DUE,
                                "Nobody has rung, and there is time until later. It is not counted as due before then.")));
    }

    /** "2 of 3 calls that were due (66.7%) made in time. Left out: 1 not needed any more, 1 not due yet." */
    private static String headline(List<WorkItem> calls, Map<String, Predicate<WorkItem>> columns) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        columns.forEach((column, holds) ->
                counts.put(column, (int) calls.stream().filter(holds).count()));
        String leftOut = Stream.of(NOT_NEEDED, NOT_DUE)
                .filter(column -> counts.getOrDefault(column, 0) > 0)
                .map(column -> counts.get(column) + " " + column.toLowerCase(Locale.UK))
                .collect(Collectors.joining(", "));
        return Shares.inWords(
                        counts.getOrDefault(IN_TIME, 0),
                        counts.getOrDefault(DUE, 0),
                        "call that was due",
                        "calls that were due")
                + " made in time." + (leftOut.isEmpty() ? "" : " Left out: " + leftOut + ".");
    }

    private static List<Column> heads(Map<String, Predicate<WorkItem>> columns) {
        List<Column> heads = new ArrayList<>(List.of(Column.words("Day")));
        columns.keySet().forEach(column -> heads.add(Column.numbers(column)));
        return heads;
    }

    private Row row(Asked asked, LocalDate day, List<WorkItem> calls, Map<String, Predicate<WorkItem>> columns) {
        List<Cell> cells = new ArrayList<>();
        columns.forEach((column, holds) -> cells.add(Cell.count(
                (int) calls.stream().filter(holds).count(), asked.rows(this, "of", column, "of-day", day.toString()))));
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
        Predicate<WorkItem> holds = Optional.ofNullable(columns().get(asked.filter("of")))
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
