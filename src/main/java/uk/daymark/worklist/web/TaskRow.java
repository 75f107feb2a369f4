package uk.daymark.worklist.web;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import uk.daymark.access.SignedIn;
import uk.daymark.time.Dates;
import uk.daymark.time.LondonTime;
import uk.daymark.worklist.Sayings;
import uk.daymark.worklist.WorkItem;
import uk.daymark.worklist.WorkOrder;

/**
 * A line of the list, in words.
 *
 * @param pick names the task as it stands, for ticking it
 * @param who who has it
 * @param late whether its time has passed
 */
record TaskRow(
        String pick,
        String address,
        String pupil,
        String title,
        String why,
        String due,
        boolean late,
        String who,
        String school) {

    /** Lines under one heading. */
    record Group(String title, String id, List<TaskRow> rows) {}

    /** More urgent than any time. */
    private static final int BEFORE_ALL = 9;

    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE", Locale.UK);

    /** The items in their order, under headings that say how soon. */
    static List<Group> groups(
            List<WorkItem> items, Place place, SignedIn reader, Sayings sayings, Dates dates, Instant now) {
        List<Group> groups = new ArrayList<>();
        for (WorkItem item : items) {
            String title = heading(item, dates, now);
            if (groups.isEmpty() || !groups.get(groups.size() - 1).title().equals(title)) {
                groups.add(new Group(title, "group-" + (groups.size() + 1), new ArrayList<>()));
            }
            groups.get(groups.size() - 1).rows().add(row(item, place, reader, sayings, dates, now));
        }
        return groups;
    }

    /** The items under one heading, in their order. */
    static List<Group> together(
            String title,
            String id,
            List<WorkItem> items,
            Place place,
            SignedIn reader,
            Sayings sayings,
            Dates dates,
            Instant now) {
        return items.isEmpty()
                ? List.of()
                : List.of(new Group(
                        title,
                        id,
                        items.stream()
                                .map(item -> row(item, place, reader, sayings, dates, now))
                                .toList()));
    }

    private static String heading(WorkItem item, Dates dates, Instant now) {
        LocalDateTime due = london(item.about().dueAt());
        LocalDate today = london(now).toLocalDate();
        if (item.isPostponed(now)) {
            return "Postponed";
        }
        if (item.about().urgent() >= BEFORE_ALL) {
            return "Before everything else";
        }
        if (item.about().dueAt().isBefore(now)) {
            return "Overdue";
        }
        if (due.toLocalDate().equals(today)) {
            return due.toLocalTime().isBefore(WorkOrder.MORNING_ENDS)
                    ? "Do before " + dates.time(due.toLocalTime())
                    : "Due today";
        }
        return due.toLocalDate().isAfter(today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)))
                ? "Later"
                : "Due this week";
    }

    private static TaskRow row(WorkItem item, Place place, SignedIn reader, Sayings sayings, Dates dates, Instant now) {
        return new TaskRow(
                Pick.of(item),
                "/tasks/" + item.id() + place.query(),
                item.about().pupilName(),
                item.about().title(),
                item.isPostponed(now) ? sayings.postponed(item) : item.about().why(),
                due(item.about().dueAt(), dates, now),
                item.about().dueAt().isBefore(now),
                item.assignee().map(user -> sayings.name(user, reader)).orElse("Nobody yet"),
                item.school().value());
    }

    /** "10am" today, "Thursday at 10am" within the week to come, the whole date else. */
    static String due(Instant moment, Dates dates, Instant now) {
        LocalDateTime due = london(moment);
        LocalDate today = london(now).toLocalDate();
        String time = dates.time(due.toLocalTime());
        if (due.toLocalDate().equals(today)) {
            return "Today at " + time;
        }
        boolean soon = due.toLocalDate().isAfter(today) && due.toLocalDate().isBefore(today.plusDays(7));
        return (soon ? WEEKDAY.format(due) : dates.weekday(due.toLocalDate())) + " at " + time;
    }

    private static LocalDateTime london(Instant moment) {
        return LocalDateTime.ofInstant(moment, LondonTime.ZONE);
    }
}
