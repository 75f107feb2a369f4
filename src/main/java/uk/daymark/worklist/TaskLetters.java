package uk.daymark.worklist;

import java.util.List;
import uk.daymark.access.SignedIn;

/** The letters that tasks are about, for printing them together. Letters stand above the work list and tell it of them. */
public interface TaskLetters {

    /** The references of the letters of that task that this person may print now; none where the task is about no letter. */
    List<String> printable(TaskAbout task, SignedIn person);

    /** The address at which letters of these references are printed. */
    String address(List<String> refs);
}
