package uk.daymark.worklist;

import java.util.Map;
import uk.daymark.access.SignedIn;

/** The stages of cases, for lists that show the tasks of one stage. Cases stand above the work list and tell it of them. */
public interface CaseStages {

    /** The stages of the cases that this person sees, with what they are called. */
    Map<String, String> stages(SignedIn person);

    /** SQL with one place, for a stage, that selects the references of the cases in it. */
    String selectRefs();
}
