package uk.daymark.register.web;

import java.util.ArrayList;
import java.util.List;
import uk.daymark.web.Fault;
import uk.daymark.web.InvalidInput;

/**
 * One page of a list.
 *
 * @param total how many there are on all pages
 * @param page which page, from 1
 * @param size so many a page
 * @param items what is on this page
 */
record Listed<T>(long total, int page, int size, List<T> items) {

    private static final int LAST_PAGE = 1_000_000;
    private static final int LARGEST_PAGE = 200;

    /** That page of all there are. */
    static <T> Listed<T> of(List<T> all, int page, int size) {
        int from = (int) Math.min(all.size(), (page - 1L) * size);
        return new Listed<>(all.size(), page, size, all.subList(from, Math.min(all.size(), from + size)));
    }

    /**
     * Refuses what is no page.
     *
     * @throws InvalidInput naming each parameter that cannot be used
     */
    static void check(int page, int size) {
        List<Fault> faults = new ArrayList<>();
        if (page < 1 || page > LAST_PAGE) {
            faults.add(new Fault("?page", "Pages are counted from 1."));
        }
        if (size < 1 || size > LARGEST_PAGE) {
            faults.add(new Fault("?size", "Ask for 1 to " + LARGEST_PAGE + "."));
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }
}
