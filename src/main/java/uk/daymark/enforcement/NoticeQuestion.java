package uk.daymark.enforcement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.daymark.measure.DateRange;
import uk.daymark.policy.Policy;

/**
 * May a penalty notice be issued to one parent for one child?
 *
 * @param policy the policy of the child's authority; its values on the day proposed are used
 * @param kind what the notice is about
 * @param proposedOn the day on which it is proposed: the last day of the time looked back over
 * @param postedOn the day it is or would be posted
 * @param offence the first and the last day of the offence
 * @param dateOfBirth the child's; where it is empty the age is not checked, and a warning says so
 * @param previous every earlier notice known to that parent for that child; what counts is for the rules to say
 */
public record NoticeQuestion(
        Policy policy,
        NoticeKind kind,
        LocalDate proposedOn,
        LocalDate postedOn,
        DateRange offence,
        Optional<LocalDate> dateOfBirth,
        List<PreviousNotice> previous) {

    public NoticeQuestion {
        previous = List.copyOf(previous);
    }
}
