package uk.daymark.cases;

/** What can be found, and how an import says so. The names are those of the interface that other systems rely on. */
enum FindingKind {
    PENALTY_NOTICE_THRESHOLD("reached the threshold"),
    PERSISTENT_ABSENCE("become persistently absent"),
    SEVERE_ABSENCE("become severely absent"),
    LEAVE_RUN("reached the run of leave that the policy names"),
    CONTINUOUS_ABSENCE("been absent for so long that it is reported"),
    SICKNESS("been ill for so long that it is reported"),
    ATTENDANCE_BELOW_BAND("fallen below a band of attendance"),
    UNAUTHORISED_FOR_LETTER("reached the count for a first letter"),
    PATTERN("shown a pattern of absence"),
    LATENESS("been late often enough for a letter");

    private final String reached;

    FindingKind(String reached) {
        this.reached = reached;
    }

    /** "finds 2 pupils who have reached the threshold". */
    String found(int pupils) {
        return "finds " + pupils + (pupils == 1 ? " pupil who has " : " pupils who have ") + reached;
    }

    /** "finds 2 pupils who have no longer reached the threshold". */
    String lapsed(int pupils) {
        return "finds " + pupils + (pupils == 1 ? " pupil who has " : " pupils who have ") + "no longer " + reached;
    }
}
