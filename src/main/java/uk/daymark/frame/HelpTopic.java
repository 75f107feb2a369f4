package uk.daymark.frame;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What help is given about. The words stand in templates/help, one file for each topic, named like it. */
enum HelpTopic {
    TASKS("The task list", Section.TASKS),
    CALLS("First-day calls", Section.UNACCOUNTED),
    CASES("Cases", Section.CASES),
    PUPILS("A pupil's attendance, and how sessions are counted", Section.PUPILS),
    LETTERS("Letters", Section.LETTERS),
    LEAVE_AND_LATENESS("Leave in term time, and lateness", Section.LEAVE, Section.LATE_BOOK),
    REFERRALS("Referrals and the panel", Section.REFERRALS, Section.PANEL),
    NOTICES("Notices, payments and the ledger", Section.LEDGER),
    HISTORY("The history of a case, for auditors", Section.CASE_HISTORIES, Section.SEALS),
    REPORTS("Reports", Section.REPORTS),
    REGISTERS("Registers: imports, calendars and codes", Section.IMPORT, Section.CALENDAR, Section.CODES_TO_ENTER),
    POLICIES("Policies, and trying the rules", Section.POLICIES, Section.TRY_THE_RULES),
    PRACTICE("Practice", Section.PRACTICE),
    KEYBOARD("Working with the keyboard alone"),
    WORDS("What the words mean");

    private static final String CALLING = "/calls";

    private final String title;
    private final List<Section> sections;

    HelpTopic(String title, Section... sections) {
        this.title = title;
        this.sections = List.of(sections);
    }

    /** The topic of this name in an address, for example {@code leave-and-lateness}. */
    static Optional<HelpTopic> of(String name) {
        return Arrays.stream(values())
                .filter(topic -> topic.file().equals(name))
                .findFirst();
    }

    /** The topic about the pages of a section. */
    static Optional<HelpTopic> about(Section section) {
        return Arrays.stream(values())
                .filter(topic -> topic.sections.contains(section))
                .findFirst();
    }

    /** The topic about the page at this path. */
    static Optional<HelpTopic> on(String path) {
        return path.startsWith(CALLING)
                ? Optional.of(CALLS)
                : Arrays.stream(Section.values())
                        .filter(section -> path.startsWith(section.path()))
                        .flatMap(section -> about(section).stream())
                        .findFirst();
    }

    /** As the templates call it. */
    public String title() {
        return title;
    }

    /** Its name in addresses and in templates/help. */
    public String file() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
