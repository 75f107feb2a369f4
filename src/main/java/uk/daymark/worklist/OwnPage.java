package uk.daymark.worklist;

import java.util.Optional;
import uk.daymark.access.SignedIn;

/**
 * Some tasks are worked on a page of their own: the one that shows every task tells about them and leads there, and has no form for
 * them. The module that has such a page says so.
 */
public interface OwnPage {

    /**
     * The way there.
     *
     * @param words what the button says
     * @param address to which the button posts, from the application's root
     */
    record Way(String words, String address) {}

    /** How that person begins this open task; empty where it is worked on the usual page. */
    Optional<Way> wayTo(WorkItem item, SignedIn person);
}
