package uk.daymark.enforcement.referral;

/**
 * What a feature has under way for a parent ends with what is decided for them. Models that the decision called are ended with it and do
 * nothing more; so each feature ends here what it keeps.
 */
public interface ParentFollower {

    /**
     * Nothing more is decided for the parent, in the transaction that stops it. Never called where the parent is before a court.
     *
     * @param because why, as a sentence
     */
    void stopped(ParentKey key, String because);
}
