package uk.daymark.enforcement.referral;

import org.springframework.stereotype.Component;
import uk.daymark.worklist.WordBook;

/** The words of {@code messages/referral-tasks.properties}. */
@Component
class TaskSayings extends WordBook {

    TaskSayings() {
        super("messages.referral-tasks");
    }
}
