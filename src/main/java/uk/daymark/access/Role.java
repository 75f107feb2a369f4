package uk.daymark.access;

/** What somebody is to the school or the authority. */
public enum Role {
    OFFICE("School office", Scope.SCHOOL),
    LEAD("Attendance lead", Scope.SCHOOL),
    HEAD("Headteacher", Scope.SCHOOL),
    OFFICER("Local authority attendance officer", Scope.AUTHORITY),
    PANEL("Local authority legal panel", Scope.AUTHORITY),
    AUDITOR("Auditor", Scope.AUTHORITY),
    ADMIN("Administrator", Scope.EVERYTHING);

    /** How far a role reaches. */
    public enum Scope {
        /** The person's own school. */
        SCHOOL,
        /** The authority of the person's home school. */
        AUTHORITY,
        /** Every school. */
        EVERYTHING
    }

    private final String title;
    private final Scope scope;

    Role(String title, Scope scope) {
        this.title = title;
        this.scope = scope;
    }

    /** As it is shown: "Attendance lead". */
    public String title() {
        return title;
    }

    /** How far the role reaches. What it may do there is {@link Action}'s table. */
    public Scope scope() {
        return scope;
    }
}
