package uk.daymark.cases;

/** Kinds of support, and circumstances that a decision has to weigh. */
public enum SupportKind {
    EARLY_HELP("Early help assessment"),
    TARGETED_SUPPORT("Targeted support"),
    SPECIALIST_TEACHING("Specialist teaching or educational psychology"),
    SEND("Special educational needs support"),
    EHCP("Education, health and care plan"),
    IAEP("Individual education plan with reviews"),
    MITIGATING("Circumstances to weigh: bereavement, illness, a need that is not met"),
    MEETING("Meeting with the family"),
    FIRST_LETTER("First letter about attendance"),
    LETTER("Letter of concern about attendance"),
    EVIDENCE("Evidence of illness asked for"),
    ADVICE("Advice asked of the authority"),
    CONDONED("Absence that the parents condone"),
    OTHER("Other support");

    private final String title;

    SupportKind(String title) {
        this.title = title;
    }

    /** As people read it. */
    public String title() {
        return title;
    }
}
