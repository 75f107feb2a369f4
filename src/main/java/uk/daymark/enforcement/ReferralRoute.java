package uk.daymark.enforcement;

import uk.daymark.policy.Matter;

/** By which route a school refers a parent to the authority. */
public enum ReferralRoute {
    /** Unauthorised absence of any other kind than leave. */
    IRREGULAR(Matter.IRREGULAR),
    /** Leave taken in term time without permission. */
    LEAVE(Matter.LEAVE),
    /** A suspended or excluded pupil seen in a public place. */
    PUBLIC_PLACE(Matter.EXCLUDED);

    private final Matter matter;

    ReferralRoute(Matter matter) {
        this.matter = matter;
    }

    /** What the policy calls it. */
    public Matter matter() {
        return matter;
    }
}
