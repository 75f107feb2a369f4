package uk.daymark.worklist;

import java.util.Optional;
import uk.daymark.access.SignedIn;

/** Some tasks are worked on a page of their own, not on the one that shows every task's form. The module that has such a page says so. */
public interface OwnPage {

    /** The page on which that person works this open task, from the application's root; empty where it is the usual one. */
    Optional<String> addressOf(WorkItem item, SignedIn person);
}
