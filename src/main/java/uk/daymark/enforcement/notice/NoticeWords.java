package uk.daymark.enforcement.notice;

import org.springframework.stereotype.Component;
import uk.daymark.worklist.WordBook;

/** The words of {@code messages/notice-tasks.properties}. */
@Component
class NoticeWords extends WordBook {

    NoticeWords() {
        super("messages.notice-tasks");
    }
}
