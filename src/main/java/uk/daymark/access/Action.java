package uk.daymark.access;

import static uk.daymark.access.Role.ADMIN;
import static uk.daymark.access.Role.AUDITOR;
import static uk.daymark.access.Role.HEAD;
import static uk.daymark.access.Role.LEAD;
import static uk.daymark.access.Role.OFFICE;
import static uk.daymark.access.Role.OFFICER;
import static uk.daymark.access.Role.PANEL;

import java.util.EnumSet;
import java.util.Set;

/** What can be done, and which roles may do it: the one table. Where they may do it is {@link Role#scope()}. */
public enum Action {
    /** Schools and their calendars. */
    IMPORT_SET_UP(ADMIN),
    /** When each school is open; changing it is {@link #IMPORT_SET_UP}. */
    SEE_CALENDAR(OFFICE, LEAD, HEAD, AUDITOR, ADMIN),
    /** Pupils and their contacts. */
    IMPORT_PUPILS(ADMIN),
    IMPORT_MARKS(OFFICE, LEAD, HEAD, ADMIN),
    /** Let through, or throw away, a file that was held because it looked wrong as a whole. */
    RELEASE_HELD_IMPORT(LEAD, HEAD, ADMIN),
    /** Pupils, their marks and figures. Not for the administrator, whose work needs none of them. */
    SEE_ATTENDANCE(OFFICE, LEAD, HEAD, OFFICER, PANEL, AUDITOR),
    AMEND_MARK(OFFICE, LEAD, HEAD),
    /** Decide a code that the school's own register has yet to take. */
    DECIDE_CODE(OFFICE, LEAD, HEAD),
    /** Decide a code of leave: regulation 11 leaves it to the headteacher alone. */
    DECIDE_LEAVE_CODE(HEAD),
    /** The late book and late-gate checks. */
    SEE_LATE_BOOK(OFFICE, LEAD, HEAD, AUDITOR),
    KEEP_LATE_BOOK(OFFICE, LEAD, HEAD),
    /** Requests for leave in term time. Who decides them is the task's group. */
    SEE_LEAVE(OFFICE, LEAD, HEAD, AUDITOR),
    ENTER_LEAVE(OFFICE, LEAD, HEAD),
    /** Who is absent today without a reason, and what was tried for each household. */
    SEE_UNACCOUNTED(OFFICE, LEAD, HEAD),
    /** Ring families of absent pupils one after another. */
    RING_FAMILIES(OFFICE, LEAD, HEAD),
    /** Take back a call to a household that was recorded by mistake. */
    UNDO_CALL(OFFICE, LEAD, HEAD),
    /** The work list and the tasks on it, each role those of its own. */
    SEE_TASKS(OFFICE, LEAD, HEAD, OFFICER, PANEL, AUDITOR),
    /** Take a task, do it, put it back, postpone it. Which tasks, the work list knows. */
    WORK_TASKS(OFFICE, LEAD, HEAD, OFFICER, PANEL),
    /** Give a task to a colleague. */
    ASSIGN_TASK(LEAD, HEAD),
    /** Keep lists of tasks under a name for oneself. */
    KEEP_VIEWS(OFFICE, LEAD, HEAD, OFFICER, PANEL),
    /** Share such a list with one's school, and change those that are shared with it. */
    SHARE_VIEWS(LEAD, HEAD),
    /** Letters to families as they were written. Whose, their reach says: an officer and the panel in cases that were referred. */
    SEE_LETTERS(OFFICE, LEAD, HEAD, OFFICER, PANEL, AUDITOR),
    /** Print letters, each side its own; saying that they were sent is a task. */
    PRINT_LETTERS(OFFICE, LEAD, HEAD, OFFICER),
    /** Send the school's letters. */
    SEND_LETTERS(OFFICE, LEAD, HEAD),
    /** Send the authority's letters. */
    SEND_AUTHORITY_LETTERS(OFFICER),
    /** Hold letters to a family: a bereavement, an enquiry. */
    HOLD_LETTERS(LEAD, HEAD),
    /** Set what stands at the head and the foot of a school's letters. */
    SET_LETTERHEAD(LEAD, HEAD, ADMIN),
    /** Set what stands at the head and the foot of an authority's letters. */
    SET_AUTHORITY_LETTERHEAD(OFFICER),
    /** Cases with their contents; an officer and the panel those that were referred. Not for the office or the administrator. */
    SEE_CASES(LEAD, HEAD, OFFICER, PANEL, AUDITOR),
    /** Inspect: who looked at what, search across cases, take copies away. Changes nothing. */
    AUDIT(AUDITOR),
    /** The nightly seals over the journal; nothing about pupils. */
    SEE_SEALS(AUDITOR, ADMIN),
    /** Record where a seal was lodged outside of the database. */
    LODGE_SEAL(ADMIN),
    /** Open and close a case, write in it, record support, add documents. */
    WORK_CASES(LEAD, HEAD),
    /** What schools have referred, the panel's sittings, and the files of prosecutions. */
    SEE_REFERRALS(OFFICER, PANEL, AUDITOR),
    /** Write the minutes of a sitting. */
    KEEP_MINUTES(OFFICER, PANEL),
    /** Suspensions of pupils, and where a suspended pupil was seen in public. */
    SEE_SUSPENSIONS(LEAD, HEAD, AUDITOR),
    /** Enter and correct them. */
    KEEP_SUSPENSIONS(LEAD, HEAD),
    /** Notices, payments, withdrawals, prosecutions, and the statements of families. */
    SEE_LEDGER(OFFICER, PANEL, AUDITOR),
    /** Enter what was paid, withdrawn and decided, earlier notices, and who is the same person. */
    KEEP_LEDGER(OFFICER),
    /** Decide whether a parent gets a notice. */
    DECIDE_NOTICE(OFFICER, PANEL),
    /** Ask that a notice is withdrawn, for oneself or for a parent. Whether it is, the task's group decides. */
    ASK_WITHDRAWAL(LEAD, HEAD, OFFICER),
    /** What became of the notices for a school's own pupils, without anybody's address or payments. */
    SEE_NOTICE_OUTCOMES(LEAD, HEAD, OFFICER, PANEL, AUDITOR),
    /** Reports. Which of them, what each needs beside says; of whom, the person's reach. */
    SEE_REPORTS(OFFICE, LEAD, HEAD, OFFICER, PANEL, AUDITOR),
    SEE_POLICY(Role.values()),
    /** Try the rules on made-up marks; nothing is stored. */
    CHECK(Role.values()),
    /** Move the practice clock. */
    MOVE_CLOCK(ADMIN),
    /** Operators' figures of the running application; nothing about pupils. */
    SEE_METRICS(ADMIN);

    private final Set<Role> roles;

    Action(Role... roles) {
        this.roles = EnumSet.noneOf(Role.class);
        this.roles.addAll(Set.of(roles));
    }

    /** Whether the role may do it. */
    public boolean openTo(Role role) {
        return roles.contains(role);
    }
}
