package uk.daymark.frame;

import uk.daymark.access.Action;

/** The parts of Daymark that have a place in the menu, in its order. One that is not built yet is left out. */
enum Section {
    TASKS("Tasks", "/tasks", Action.SEE_TASKS, "See what is to be done, soonest first, and do it"),
    CASES(
            "Cases",
            "/cases",
            Action.SEE_CASES,
            "See each case: what to do next and why, what was counted, what happened"),
    REFERRALS(
            "Referrals",
            "/referrals",
            Action.SEE_REFERRALS,
            "See what schools have referred: the evidence, how long it waits, and by when to act"),
    PANEL("Panel", "/panel", Action.SEE_REFERRALS, "See what each sitting decides, and its minutes"),
    IMPORT("Import", "/imports", Action.IMPORT_MARKS, "Bring in schools, pupils, contacts and marks from files"),
    CALENDAR(
            "Calendar", "/schools", Action.SEE_CALENDAR, "See when a school is open, and how many sessions that makes"),
    CODES_TO_ENTER(
            "Codes to enter",
            "/codes-to-enter",
            Action.DECIDE_CODE,
            "Enter in the school's register what was decided here"),
    UNACCOUNTED(
            "Unaccounted for",
            "/unaccounted",
            Action.SEE_UNACCOUNTED,
            "See who is absent today without a reason, and who was rung"),
    LATE_BOOK(
            "Late book", "/late-book", Action.SEE_LATE_BOOK, "Write down who came late, and see the late-gate checks"),
    LEAVE("Leave", "/leave", Action.SEE_LEAVE, "Enter a request for leave in term time, and see what became of it"),
    LETTERS(
            "Letters",
            "/letters",
            Action.SEE_LETTERS,
            "Read and print letters to families, and see what became of them"),
    LEDGER(
            "Ledger",
            "/ledger",
            Action.SEE_LEDGER,
            "See each penalty notice, what was paid, and what became of it; enter payments and earlier notices"),
    PUPILS("Pupils", "/pupils", Action.SEE_ATTENDANCE, "See a pupil's attendance and the sessions behind each figure"),
    REPORTS(
            "Reports",
            "/reports",
            Action.SEE_REPORTS,
            "See absence, work and what became of it in figures, each with the rows behind it"),
    CASE_HISTORIES(
            "History",
            "/history",
            Action.AUDIT,
            "Find cases by what happened in them, and see what happened, why, and who looked"),
    SEALS("Seals", "/seals", Action.SEE_SEALS, "See each night's seal over everything that was recorded, and lodge it"),
    TRY_THE_RULES(
            "Try the rules",
            "/try-the-rules",
            Action.CHECK,
            "Type in marks and see what is counted; nothing is stored"),
    POLICIES("Policies", "/policies", Action.SEE_POLICY, "Read what is counted under which policy, with the sources"),
    PRACTICE(
            "Practice",
            "/practice",
            Action.MOVE_CLOCK,
            "Move the practice clock and bring in the sample schools' registers");

    private final String title;
    private final String path;
    private final Action action;
    private final String purpose;

    Section(String title, String path, Action action, String purpose) {
        this.title = title;
        this.path = path;
        this.action = action;
        this.purpose = purpose;
    }

    String title() {
        return title;
    }

    String path() {
        return path;
    }

    Action action() {
        return action;
    }

    String purpose() {
        return purpose;
    }
}
