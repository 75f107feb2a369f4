package uk.daymark.practice.sample;

import java.util.List;
import java.util.Map;

/**
 * {@code referrals.yaml}: the file says what its parts mean.
 *
 * @param pupils in the order in which their steps are done
 */
public record ReferralsFile(List<Referred> pupils) {

    /** Reads it. */
    public static ReferralsFile load() {
        return SampleFiles.referrals();
    }

    /**
     * What was done about one pupil of the first school.
     *
     * @param pupil the school's reference
     */
    public record Referred(String pupil, List<Step> steps) {}

    /**
     * A task that somebody did.
     *
     * @param by the user's name
     * @param task its name in the model
     * @param answers by the form's fields
     */
    public record Step(String by, String task, Map<String, String> answers) {}
}
