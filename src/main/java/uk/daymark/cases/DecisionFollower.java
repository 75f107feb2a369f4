package uk.daymark.cases;

import java.util.List;
import uk.daymark.register.By;
import uk.daymark.register.MarkChange;

/** Is told, in the import's own transaction, that marks which a decision rested on have changed. */
public interface DecisionFollower {

    /** Whether decisions such as this are this follower's alone: then no other is told of them. */
    default boolean owns(DecisionMade decision) {
        return false;
    }

    /**
     * Marks that the decision rested on were amended.
     *
     * @param changes the marks, each of which stood with another code when it was decided
     * @param by who brought the changes
     */
    void shaken(DecisionMade decision, List<MarkChange> changes, By by);
}
