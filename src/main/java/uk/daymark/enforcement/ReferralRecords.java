package uk.daymark.enforcement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.daymark.measure.DateRange;
import uk.daymark.people.Scope;
import uk.daymark.people.Urn;

/** What was sent to an authority and what became of it, for counting. */
public interface ReferralRecords {

    /** What schools in scope sent in these days, the earliest first. */
    List<Sent> sent(Scope scope, DateRange days);

    /** What became of what was sent. */
    enum Answer {
        ACCEPTED("Accepted"),
        RETURNED("Returned"),
        REFUSED("Refused"),
        WAITING("Not answered yet"),
        /** The case was closed, or the school was asked for support instead. */
        ENDED("Ended otherwise");

        private final String title;

        Answer(String title) {
            this.title = title;
        }

        /** As people read it. */
        public String title() {
            return title;
        }
    }

    /**
     * A referral as it was sent one time; one that is sent again after a return is another.
     *
     * @param round 1 for the first time
     * @param policy the name of the case's policy
     * @param answeredOn when the authority answered, be it by asking for support instead; empty while it has not, or where the case was
     *     closed before
     * @param notMet for what it was returned: the codes of the checks that are not met, each once; none where it was not returned
     * @param sentBefore whether an earlier one of the case was returned just before
     * @param acceptedLater whether a later one of the case was accepted
     */
    record Sent(
            String caseRef,
            int round,
            Urn school,
            String pupilName,
            String policy,
            LocalDate on,
            Answer answer,
            Optional<LocalDate> answeredOn,
            List<String> notMet,
            boolean sentBefore,
            boolean acceptedLater) {

        public Sent {
            notMet = List.copyOf(notMet);
        }
    }
}
