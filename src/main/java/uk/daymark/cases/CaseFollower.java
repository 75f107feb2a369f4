package uk.daymark.cases;

/** Is told, in the same transaction, when a case is opened or closed, by a rule or by hand. */
public interface CaseFollower {

    /** A case was opened. Not called where one was open already. */
    void opened(CaseFile file);

    /**
     * A case was closed.
     *
     * @param why the reason, for people
     */
    void closed(CaseFile file, String why);
}
