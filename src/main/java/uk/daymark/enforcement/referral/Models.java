package uk.daymark.enforcement.referral;

/** Names in the models that this package drives. */
final class Models {

    static final String REFERRAL = "legal-referral";
    static final String PARENT = "parent-decision";

    static final String FACTS_CHANGED = "referral-facts-changed";
    static final String REFERRAL_STOPPED = "referral-stopped";
    static final String PARENT_STOPPED = "parent-stopped";

    static final String ROUTE = "route";
    static final String SITTING = "sittingOn";

    static final String PREPARE = "prepare-referral";
    static final String TRIAGE = "triage-referral";
    static final String INVESTIGATE = "investigate-case";

    static final String DECIDE_AT_PANEL = "decide-at-panel";
    static final String DECIDE_BY_OFFICER = "decide-by-officer";
    static final String CONSIDER_ORDER = "consider-order";
    static final String INVESTIGATE_PARENT = "investigate-parent";

    private Models() {}
}
