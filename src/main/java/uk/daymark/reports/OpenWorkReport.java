package uk.daymark.reports;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.access.Action;
import uk.daymark.time.LondonTime;
import uk.daymark.web.NotFound;
import uk.daymark.worklist.WorkFigures;
import uk.daymark.worklist.WorkFigures.Load;
import uk.daymark.worklist.WorkFigures.Which;
import uk.daymark.worklist.WorkItem;

/** What is open and overdue by step, how long, for whom it waits and whether anybody has it. */
@Component
class OpenWorkReport implements Report {

    private final WorkFigures figures;
    private final TaskRows tasks;
    private final AsOf asOf;
    private final Clock clock;

    OpenWorkReport(WorkFigures figures, TaskRows tasks, AsOf asOf, Clock clock) {
        this.figures = figures;
        this.tasks = tasks;
        this.asOf = asOf;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "work";
    }

    @Override
    public String title() {
        return "Open and overdue work";
    }

    @Override
    public String purpose() {
        return "How much waits at each step, for whom, what is overdue and how long, and what nobody has taken.";
    }

    @Override
    public Action neededAction() {
        return Action.SEE_TASKS;
    }

    @Override
    public int place() {
        return 40;
    }

    @Override
    public ReportResult make(Asked asked) {
        List<Load> loads = figures.load(asked.person(), asked.scope()).stream()
                .sorted(Comparator.comparing(Load::overdue)
                        .thenComparing(Load::open)
                        .reversed()
                        .thenComparing(Load::kindName))
                .toList();
        int open = loads.stream().mapToInt(Load::open).sum();
        int overdue = loads.stream().mapToInt(Load::overdue).sum();
        int nobodys = loads.stream().mapToInt(Load::nobodys).sum();
        ReportTable table = new ReportTable(
                "Tasks by step, the most overdue first",
                List.of(
                        Column.words("Step"),
                        Column.words("Waits for"),
                        Column.numbers("Open"),
                        Column.numbers("Overdue"),
                        Column.numbers("Overdue and nobody has it"),
                        Column.numbers("Longest overdue, in days"),
                        Column.numbers("Put off")),
                loads.stream().map(load -> row(asked, load)).toList(),
                "There is no open task at these schools that your role may see. Tasks appear when marks are imported and as days go by.");
        return new ReportResult(
                open
                        + (open == 1 ? " task is open" : " tasks are open")
                        + (overdue == 0
                                ? "; none is overdue."
                                : "; " + overdue + (overdue == 1 ? " is" : " are") + " overdue, " + nobodys
                                        + " of those with nobody on it."),
                asOf.now("Tasks"),
                List.of(),
                table,
                Optional.empty(),
                List.of("Read how much there is before how late it is: where much waits, more is late."),
                List.of(
                        new Definition("Open", "To be done, and not put off to a later day."),
                        new Definition(
                                "Overdue",
                                "The time by which the task was to be done, which stands on the task, has passed."),
                        new Definition("Days", "Days of the calendar, weekends and holidays counted.")));
    }

    private Row row(Asked asked, Load load) {
        return new Row(
                Cell.of(load.kindName()),
                List.of(
                        Cell.of(TaskRows.role(load.group())),
                        cell(asked, load, load.open(), Which.OPEN),
                        cell(asked, load, load.overdue(), Which.OVERDUE),
                        cell(asked, load, load.nobodys(), Which.NOBODYS),
                        Cell.of(load.oldestDue()
                                .map(due -> Long.toString(ChronoUnit.DAYS.between(
                                        LocalDate.ofInstant(due, LondonTime.ZONE), LocalDate.now(clock))))
                                .orElse("none")),
                        cell(asked, load, load.putOff(), Which.PUT_OFF)));
    }

    private Cell cell(Asked asked, Load load, int count, Which which) {
        return Cell.count(
                count, asked.rows(this, "of", load.kind(), "of-role", load.group(), "of-which", which.name()));
    }

    @Override
    public ReportResult rows(Asked asked) {
        Which which = List.of(Which.values()).stream()
                .filter(one -> one.name().equals(asked.filter("of-which")))
                .findFirst()
                .orElseThrow(() -> new NotFound("There is no such list."));
        List<WorkItem> items =
                figures.behind(asked.person(), asked.scope(), asked.filter("of"), asked.filter("of-role"), which);
        String what = switch (which) {
            case OPEN -> "open";
            case OVERDUE -> "overdue";
            case NOBODYS -> "overdue, nobody has it";
            case PUT_OFF -> "put off";
        };
        String step = items.stream().findFirst().map(WorkItem::kindName).orElse("Tasks");
        return ReportResult.list(
                step + ", " + what + ": " + items.size() + (items.size() == 1 ? " task" : " tasks"),
                asOf.now("Tasks"),
                tasks.table(items));
    }
}
