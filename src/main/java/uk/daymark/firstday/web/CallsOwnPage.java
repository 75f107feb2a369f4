package uk.daymark.firstday.web;

import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.access.Action;
import uk.daymark.access.SignedIn;
import uk.daymark.firstday.CallQueue;
import uk.daymark.worklist.OwnPage;
import uk.daymark.worklist.WorkItem;

/** Whoever rings families does so where a call is held while it is made, so that no two of them ring one family. */
@Component
class CallsOwnPage implements OwnPage {

    private final CallQueue queue;

    CallsOwnPage(CallQueue queue) {
        this.queue = queue;
    }

    @Override
    public Optional<Way> wayTo(WorkItem item, SignedIn person) {
        return person.may(Action.RING_FAMILIES) && queue.isCall(item)
                ? Optional.of(new Way("Ring this family now", "/calls/" + item.id() + "/start"))
                : Optional.empty();
    }
}
