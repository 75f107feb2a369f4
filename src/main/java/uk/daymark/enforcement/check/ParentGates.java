package uk.daymark.enforcement.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.daymark.enforcement.CheckedRule;

/** The gates that speak of one parent: whether the parent has the duty and can be reached. The same for a referral and a notice. */
public final class ParentGates {

    /** Where it is written that each parent is looked at separately. */
    public static final String PER_PARENT = "Education Act 1996, sections 444A and 576: each parent separately";

    private ParentGates() {}

    /**
     * A parent.
     *
     * @param ofThisChild whether the child's school gave them as having parental responsibility, or living with the child
     * @param mayBeContacted whether nothing forbids to write to them about the child
     * @param notPostable why nothing can be posted to them; empty where it can
     * @param maybeTheSame the notices about the child to people of whom nobody has said whether they are this parent
     * @param liability why this parent is liable
     */
    public record Facts(
            boolean ofThisChild,
            boolean mayBeContacted,
            Optional<String> notPostable,
            List<String> maybeTheSame,
            String liability) {

        public Facts {
            maybeTheSame = List.copyOf(maybeTheSame);
        }
    }

    /** Every rule that is not kept, in a fixed order. */
    public static List<CheckedRule> failed(Facts parent) {
        List<CheckedRule> failed = new ArrayList<>();
        if (!parent.ofThisChild()) {
            failed.add(rule(
                    "NOT_A_PARENT_OF_THIS_CHILD",
                    "The child's school does not name this person as having parental responsibility for the child, or as living"
                            + " with the child.",
                    "Education Act 1996, section 576",
                    "The school enters what the person is to the child."));
        }
        if (parent.liability().isBlank()) {
            failed.add(rule(
                    "NO_REASON_FOR_LIABILITY",
                    "It was not said why this parent is liable.",
                    PER_PARENT,
                    "Say why this parent is liable for these absences."));
        }
        if (!parent.mayBeContacted()) {
            failed.add(rule(
                    "NOT_TO_BE_CONTACTED",
                    "This person must not be contacted about the child.",
                    "The school's record of the contact",
                    "The school settles with those concerned whether that still holds."));
        }
        parent.notPostable()
                .ifPresent(why -> failed.add(rule(
                        "NO_ADDRESS_FOR_POST",
                        "No notice can be posted to this parent: " + why + ".",
                        "Cambridgeshire letter guidance: what carries a legal warning goes by post",
                        "The school enters the parent's own address.")));
        if (!parent.maybeTheSame().isEmpty()) {
            failed.add(rule(
                    "IS_THIS_THE_SAME_PERSON",
                    "Nobody has said whether this parent is the person of " + String.join(", ", parent.maybeTheSame())
                            + ".",
                    PER_PARENT,
                    "Answer it in the ledger, on the pupil's page."));
        }
        return failed;
    }

    private static CheckedRule rule(String code, String message, String source, String cure) {
        return new CheckedRule(code, message, Optional.empty(), source, cure);
    }
}
