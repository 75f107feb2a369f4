package uk.daymark.cases;

/** What can be found, and how an import says so. The names are those of the interface that other systems rely on. */
enum FindingKind {
    PENALTY_NOTICE_THRESHOLD("reached the threshold", "at the threshold"),
    PERSISTENT_ABSENCE("become persistently absent", "persistently absent"),
    SEVERE_ABSENCE("become severely absent", "severely absent"),
    LEAVE_RUN("reached the run of leave that the policy names", "at the run of leave that the policy names"),
    CONTINUOUS_ABSENCE("been absent for so long that it is reported", "absent for so long that it is reported"),
    SICKNESS("been ill for so long that it is reported", "ill for so long that it is reported"),
    ATTENDANCE_BELOW_BAND("fallen below a band of attendance", "below a band of attendance"),
    UNAUTHORISED_FOR_LETTER("reached the count for a first letter", "at the count for a first letter"),
    PATTERN("shown a pattern of absence", "showing a pattern of absence"),
    LATENESS("been late often enough for a letter", "late often enough for a letter");

    private final String reached;
    private final String standing;

    FindingKind(String reached, String standing) {
        this.reached = reached;
        this.standing = standing;
    }

    /** "finds 2 pupils who have reached the threshold". */
    String found(int pupils) {
        return "finds " + pupils + (pupils == 1 ? " pupil who has " : " pupils who have ") + reached;
    }

    /** "finds 2 pupils who are no longer persistently absent". */
    String lapsed(int pupils) {
        return "finds " + pupils + (pupils == 1 ? " pupil who is " : " pupils who are ") + "no longer " + standing;
    }
}
