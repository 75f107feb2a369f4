package uk.daymark.enforcement.referral;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import uk.daymark.cases.CaseFile;
import uk.daymark.policy.Policy;
import uk.daymark.time.LondonTime;
import uk.daymark.worklist.Description;

/**
 * A parent with the case they are named in.
 *
 * @param parent the parent
 * @param file the case
 * @param policy the policy of the child's authority, which sanctions go by
 */
public record ParentCase(LiableParent parent, CaseFile file, Policy policy) {

    private static final LocalTime END_OF_DAY = LocalTime.of(16, 0);

    /**
     * A task about this parent, for whoever of the group takes it.
     *
     * @param title what to do and for whom
     * @param why one clause that says why now
     * @param whatWouldChangeThis which fact would withdraw or change it; empty text where none would
     * @param due the last day for it
     * @param urgent as {@link Description} has it
     */
    public Description task(String title, String why, String whatWouldChangeThis, LocalDate due, int urgent) {
        return new Description(
                file.school(),
                file.enrolment(),
                file.pupilRef(),
                file.pupilName(),
                Optional.of(file.ref().value()),
                title,
                why,
                whatWouldChangeThis,
                due.atTime(END_OF_DAY).atZone(LondonTime.ZONE).toInstant(),
                urgent,
                Optional.empty());
    }
}
