package uk.daymark.register;

/** Sentences about how many. */
final class Words {

    private Words() {}

    /** "1 pupil", "2 pupils". */
    static String count(long howMany, String what) {
        return howMany + " " + what + (howMany == 1 ? "" : "s");
    }
}
