package uk.daymark.register.reading;

/** Bounds beyond which a number in a file is a slip of the hand, not a fact. They decide no case. */
final class Limits {

    /** Ten hours: longer than any school day. */
    static final int MOST_MINUTES_LATE = 600;

    /** Nobody lists a hundred contacts of one pupil. */
    static final int LOWEST_PRIORITY = 99;

    /** How often one kind of warning is told of one column before it is only counted. */
    static final int WARNINGS_OF_A_KIND = 10;

    private Limits() {}
}
