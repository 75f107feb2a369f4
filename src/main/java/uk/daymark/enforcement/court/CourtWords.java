package uk.daymark.enforcement.court;

import java.util.List;
import org.springframework.stereotype.Component;
import uk.daymark.enforcement.referral.ParentCase;
import uk.daymark.worklist.TaskHandler.Fact;
import uk.daymark.worklist.WordBook;

/** The words of {@code messages/court-tasks.properties}. */
@Component
class CourtWords extends WordBook {

    CourtWords() {
        super("messages.court-tasks");
    }

    /** What will follow, and to whom, from an answer to a task that is about to be confirmed. */
    List<Fact> follows(ParentCase parent, String name, String chosen) {
        return List.of(
                new Fact(
                        say("then.to-whom"),
                        say(
                                "then.parent-of",
                                parent.parent().name(),
                                parent.parent().relation(),
                                parent.file().pupilName())),
                new Fact(
                        say("then.next"),
                        say("then." + name + "." + chosen, parent.parent().name())));
    }
}
