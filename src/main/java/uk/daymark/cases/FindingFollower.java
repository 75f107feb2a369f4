package uk.daymark.cases;

/**
 * Is told, in the transaction that found it, of what a measurement found. Called after all marks of an import are stored, and each
 * school day as time moves on.
 */
public interface FindingFollower {

    /** Found for the first time, or again after it had lapsed. */
    void found(Finding finding);

    /** Still holds, with other sessions or another count. */
    void changed(Finding before, Finding now);

    /**
     * Holds no longer.
     *
     * @param because why, for people: "4 November morning is now I, illness"
     */
    void lapsed(Finding finding, String because);

    /**
     * What {@link #lapsed} would cause, in words for a preview: "withdraws 1 letter". Empty text where nothing.
     */
    default String wouldLapse(Finding finding) {
        return "";
    }
}
