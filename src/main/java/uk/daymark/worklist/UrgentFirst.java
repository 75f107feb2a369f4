package uk.daymark.worklist;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import uk.daymark.time.LondonTime;

/**
 * The order in which people work a list: what comes before everything; then what this morning still has time for, such as calls before
 * ten; then what is overdue, and the rest as it falls due. A deadline that can be kept comes before one that is missed already.
 */
final class UrgentFirst {

    private final WorkItems items;

    UrgentFirst(WorkItems items) {
        this.items = items;
    }

    /**
     * Each part is read in the order of an index: a first page costs the same however long the list is.
     *
     * @param listed what is on the list, made anew at each call
     */
    List<WorkItem> page(Supplier<Condition> listed, Instant now, int size, long from) {
        Instant noon = noon(now);
        long morning = now.isBefore(noon) ? items.counted(listed.get().dueWithin(now, noon)) : 0;
        if (morning == 0) {
            return items.list(listed.get(), size, from);
        }
        long first = items.counted(listed.get().beforeAll());
        List<WorkItem> page = new ArrayList<>();
        add(page, listed.get().beforeAll(), first, size, from);
        add(page, listed.get().dueWithin(now, noon), morning, size, from - first);
        add(page, listed.get().notDueWithin(now, noon), Long.MAX_VALUE, size, from - first - morning);
        return page;
    }

    /** As many of a part as the page has room for, from the place in the part at which the page begins. */
    private void add(List<WorkItem> page, Condition part, long inPart, int size, long from) {
        long start = Math.max(0, from);
        if (page.size() < size && start < inPart) {
            page.addAll(items.list(part, size - page.size(), start));
        }
    }

    private static Instant noon(Instant now) {
        return ZonedDateTime.ofInstant(now, LondonTime.ZONE)
                .with(WorkOrder.MORNING_ENDS)
                .toInstant();
    }
}
