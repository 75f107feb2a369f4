package uk.daymark.enforcement.notice;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.daymark.enforcement.CheckedRule;
import uk.daymark.enforcement.PreviousNotice;
import uk.daymark.enforcement.ledger.NoticeRef;
import uk.daymark.enforcement.ledger.UsedBy;
import uk.daymark.measure.MeasuredRegister;
import uk.daymark.measure.Session;
import uk.daymark.policy.Policy;

/**
 * Everything that the rules of issue look at, as it stands at one moment.
 *
 * @param policy the policy of the child's authority
 * @param today the day of issue
 * @param register the child's register, with its codes that are not confirmed
 * @param dateOfBirth the child's
 * @param previous every notice to this person for this child, whoever issued it
 * @param used the sessions that standing notices to this person for this child, or a prosecution, rely on
 * @param parent what is known of the parent
 * @param decider who decides
 * @param holds what holds a sanction up, and what the authority's gates say
 */
public record IssueFacts(
        Policy policy,
        LocalDate today,
        MeasuredRegister register,
        Optional<LocalDate> dateOfBirth,
        List<PreviousNotice> previous,
        Map<Session, UsedBy> used,
        Parent parent,
        Decider decider,
        List<CheckedRule> holds) {

    public IssueFacts {
        previous = List.copyOf(previous);
        used = Map.copyOf(used);
        holds = List.copyOf(holds);
    }

    /**
     * A parent.
     *
     * @param ofThisChild whether the child's school gave them as having parental responsibility for the child, or living with the child
     * @param mayBeContacted whether nothing forbids to write to them about the child
     * @param notPostable why no notice can be posted to them; empty where one can
     * @param maybeTheSame the notices about the child to people of whom nobody has said whether they are this parent
     */
    public record Parent(
            boolean ofThisChild, boolean mayBeContacted, Optional<String> notPostable, List<NoticeRef> maybeTheSame) {

        public Parent {
            maybeTheSame = List.copyOf(maybeTheSame);
        }
    }

    /**
     * Somebody who decides.
     *
     * @param mayDecide whether their role may decide notices
     * @param referrers who referred the case or proposed the notice
     */
    public record Decider(String userName, boolean mayDecide, Set<String> referrers) {

        public Decider {
            referrers = Set.copyOf(referrers);
        }
    }
}
