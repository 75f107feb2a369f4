package uk.daymark.worklist.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.daymark.time.LondonTime;
import uk.daymark.worklist.WorkItem;

/**
 * A task as programs read it. Times are London's, to the minute.
 *
 * @param process the model's key
 * @param kind the id of the user task in the model
 */
record TaskLine(
        String id,
        String process,
        String kind,
        String title,
        String why,
        String whatWouldChangeThis,
        String pupilRef,
        String pupilName,
        @Nullable String caseRef,
        String schoolUrn,
        String group,
        @Nullable String assignee,
        @Nullable String assignedAt,
        String dueAt,
        int urgent,
        @Nullable String postponedUntil,
        @Nullable String postponedWhy,
        String openedAt,
        long version) {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT);

    static TaskLine of(WorkItem item) {
        return new TaskLine(
                item.id(),
                item.model(),
                item.kind(),
                item.about().title(),
                item.about().why(),
                item.about().whatWouldChangeThis(),
                item.about().pupilRef(),
                item.about().pupilName(),
                item.about().caseRef().orElse(null),
                item.school().value(),
                item.group(),
                item.assignee().orElse(null),
                item.assignedAt().map(TaskLine::minute).orElse(null),
                minute(item.about().dueAt()),
                item.about().urgent(),
                item.postponed().map(put -> minute(put.until())).orElse(null),
                item.postponed().map(WorkItem.Postponed::why).orElse(null),
                minute(item.openedAt()),
                item.version());
    }

    private static String minute(Instant moment) {
        return MINUTE.format(LocalDateTime.ofInstant(moment, LondonTime.ZONE));
    }
}
