package uk.daymark.enforcement;

/** What a penalty notice is about. */
public enum NoticeKind {
    /** Failing to secure regular attendance: section 444A of the Education Act 1996. */
    ATTENDANCE,
    /** An excluded pupil in a public place: section 105 of the Education and Inspections Act 2006, with amounts of its own. */
    PUBLIC_PLACE
}
