package uk.daymark.reports;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import uk.daymark.access.Role;
import uk.daymark.time.Dates;
import uk.daymark.worklist.WorkItem;

/** Tasks as rows of a list, each with its page. Who has a task is said, how fast anybody is, never. */
@Component
class TaskRows {

    private final Dates dates;

    TaskRows(Dates dates) {
        this.dates = dates;
    }

    /** The tasks in their order. */
    ReportTable table(List<WorkItem> items) {
        return new ReportTable(
                "Tasks, the first due first",
                List.of(
                        Column.words("Task"),
                        Column.words("Pupil"),
                        Column.words("Due by"),
                        Column.words("Waits for"),
                        Column.words("Now")),
                items.stream().map(this::row).toList(),
                "No task is on this list any more. It may have been done since the report was made.");
    }

    private Row row(WorkItem item) {
        return new Row(
                Cell.of(item.about().title(), "/tasks/" + Addresses.part(item.id())),
                List.of(
                        Cell.of(item.about().pupilName()),
                        Cell.of(dates.moment(item.about().dueAt())),
                        Cell.of(role(item.group())),
                        Cell.of(state(item))));
    }

    private String state(WorkItem item) {
        if (item.isOpen()) {
            return item.assignee().isPresent() ? "somebody has it" : "nobody has it";
        }
        String when = item.ended().map(ended -> " " + dates.moment(ended.at())).orElse("");
        return item.state() == WorkItem.State.DONE ? "done" + when : "not needed any more, since" + when;
    }

    /** The role of a group, as people call it. */
    static String role(String group) {
        return Role.valueOf(group.toUpperCase(Locale.ROOT)).title();
    }
}
