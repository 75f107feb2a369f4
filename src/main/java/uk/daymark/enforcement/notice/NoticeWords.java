package uk.daymark.enforcement.notice;

import org.springframework.stereotype.Component;
import uk.daymark.enforcement.ledger.Notice;
import uk.daymark.worklist.WordBook;

/** The words of {@code messages/notice-tasks.properties}. */
@Component
class NoticeWords extends WordBook {

    NoticeWords() {
        super("messages.notice-tasks");
    }

    /** What the school is told of a notice that was posted on a day. */
    String issued(Notice notice, String day) {
        return say("told-issued", notice.ref(), notice.parentName(), day);
    }
}
