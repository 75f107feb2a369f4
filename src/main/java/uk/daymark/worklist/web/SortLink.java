package uk.daymark.worklist.web;

import java.util.List;
import uk.daymark.worklist.WorkOrder;
import uk.daymark.worklist.WorkOrder.By;

/**
 * The head of a column by which the whole list can be sorted.
 *
 * @param title what the column holds; empty address where it cannot be sorted by
 * @param says what pressing does, for people who do not see the arrow
 * @param sorted "ascending" or "descending" where the list is sorted by it; empty text else
 */
record SortLink(String title, String address, String says, String sorted) {

    /** The columns of a list, from left to right. */
    static List<SortLink> of(Place place) {
        return List.of(
                by(place, By.PUPIL, "Pupil", "from A to Z", "from Z to A"),
                by(place, By.WHAT, "What to do", "from A to Z", "from Z to A"),
                new SortLink("Why now", "", "", ""),
                by(place, By.DUE, "Due", "soonest first", "latest first"),
                by(place, By.HOLDER, "Who has it", "by user name from A to Z", "by user name from Z to A"));
    }

    private static SortLink by(Place place, By by, String title, String ascending, String descending) {
        WorkOrder now = place.order();
        boolean active = now.by() == by;
        boolean next = active && !now.descending();
        return new SortLink(
                title,
                "/tasks" + place.sorted(new WorkOrder(by, next)).query(),
                ": sort the whole list " + (next ? descending : ascending),
                !active ? "" : now.descending() ? "descending" : "ascending");
    }
}
