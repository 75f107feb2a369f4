package uk.daymark.enforcement.court;

import org.springframework.stereotype.Component;
import uk.daymark.worklist.WordBook;

/** The words of {@code messages/court-tasks.properties}. */
@Component
class CourtWords extends WordBook {

    CourtWords() {
        super("messages.court-tasks");
    }
}
