package uk.daymark.register;

/** Text that has to fit its place in the database. */
final class Texts {

    static final int LONGEST = 500;

    static final int LONGEST_REFERENCE = 100;

    private Texts() {}

    /**
     * Whether all these texts fit; where one does not, the row is rejected.
     *
     * @param columnsAndTexts column, text, column, text, ...
     */
    static boolean fit(ImportRun run, long line, int longest, String... columnsAndTexts) {
        for (int at = 0; at < columnsAndTexts.length; at += 2) {
            String text = columnsAndTexts[at + 1];
            if (text.length() > longest) {
                run.reject(
                        line,
                        columnsAndTexts[at],
                        text.substring(0, 40) + "…",
                        "This is longer than " + longest + " characters. Shorten it.");
                return false;
            }
        }
        return true;
    }
}
