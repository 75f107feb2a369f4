package uk.daymark.enforcement.improve;

import java.util.List;
import org.springframework.stereotype.Component;
import uk.daymark.worklist.TaskHandler.Fact;
import uk.daymark.worklist.WordBook;

/** The words of {@code messages/improvement-tasks.properties}. */
@Component
class ImprovementWords extends WordBook {

    ImprovementWords() {
        super("messages.improvement-tasks");
    }

    /**
     * What will follow, and to whom, from an answer that is about to be confirmed.
     *
     * @param chosen what was chosen, as the form writes it
     */
    List<Fact> follows(ImprovementCase about, String kind, String chosen) {
        return List.of(
                new Fact(
                        say("then.to-whom"),
                        say("then.about", about.whom(), about.file().pupilName())),
                new Fact(say("then.next"), say("then." + kind + "." + chosen, about.whom())));
    }
}
