package uk.daymark.enforcement.court;

/** What belongs into the file of a prosecution, apart from the headteacher's certificate. Source: prosecution packs of authorities. */
public enum Item {
    STATEMENT("statement", "Section 9 statement by one author"),
    EXHIBITS("exhibits", "Exhibits: letters, meeting notes, contract, warnings"),
    CHRONOLOGY("chronology", "Chronology of calls, visits, letters, meetings and offers"),
    SUPPORT("support", "Support offered and what came of it"),
    POSTING("posting", "Proof of posting of every letter with a legal warning"),
    PARENTS("parents", "Full name, address and relationship of the parent"),
    REGISTER("register", "Register of the year with reasons, for information"),
    LEAVE_REQUEST("leaveRequest", "Leave request and its refusal, or what told the parents beforehand"),
    CAUTION_RECORD("cautionRecord", "Record of caution, questions and answers");

    private final String field;
    private final String title;

    Item(String field, String title) {
        this.field = field;
        this.title = title;
    }

    /** The form's field. */
    String field() {
        return field;
    }

    /** For people. */
    public String title() {
        return title;
    }
}
