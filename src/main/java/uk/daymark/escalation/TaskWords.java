package uk.daymark.escalation;

import org.springframework.stereotype.Component;
import uk.daymark.worklist.WordBook;

/** The words of {@code messages/case-tasks.properties}. */
@Component
class TaskWords extends WordBook {

    TaskWords() {
        super("messages.case-tasks");
    }
}
