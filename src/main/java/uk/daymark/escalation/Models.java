package uk.daymark.escalation;

/** Names in the models that this feature drives. */
final class Models {

    static final String CASE = "attendance-escalation";
    static final String THRESHOLD = "threshold-decision";
    static final String REVIEW = "decision-review";
    static final String EARLY_HELP = "early-help";
    static final String MEETING = "parent-contract-meeting";
    static final String IMPROVE = "notice-to-improve";

    static final String OPENING_TABLE = "case-opening";
    static final String SUPPORT_TABLE = "support-first";

    static final String CASE_CLOSED = "case-closed";
    /** Sent whenever the count changes. Its name is older: cases that began before wait for it by that name. */
    static final String THRESHOLD_CHANGED = "threshold-firm";

    static final String THRESHOLD_LAPSED = "threshold-lapsed";

    /** The finding that asks for the headteacher's decision. */
    static final String THRESHOLD_FINDING = "PENALTY_NOTICE_THRESHOLD";

    private Models() {}
}
