package uk.daymark.letters;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.daymark.access.Action;
import uk.daymark.access.SignedIn;
import uk.daymark.worklist.TaskAbout;
import uk.daymark.worklist.TaskLetters;

/** Tells the work list which letters a task is about. */
@Component
class LettersOfTasks implements TaskLetters {

    private final LetterStore store;

    LettersOfTasks(LetterStore store) {
        this.store = store;
    }

    @Override
    public List<String> printable(TaskAbout task, SignedIn person) {
        return store.templateOfTask(task.id()).stream()
                .flatMap(template -> store.open(task.key(), template).stream())
                .filter(letter -> letter.state() == Letter.State.PROPOSED)
                .filter(letter -> person.may(
                        letter.sender() == Sender.SCHOOL ? Action.SEND_LETTERS : Action.SEND_AUTHORITY_LETTERS))
                .map(Letter::ref)
                .toList();
    }

    @Override
    public String address(List<String> refs) {
        return refs.stream().map(ref -> "ref=" + ref).collect(Collectors.joining("&", "/letters/print?", ""));
    }
}
