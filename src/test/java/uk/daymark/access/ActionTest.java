package uk.daymark.access;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ActionTest {

    @Test
    void whatEachRoleMayDoIsAsAgreed() {
        Map<Role, String> may = Stream.of(Role.values())
                .collect(toMap(
                        role -> role,
                        role -> Stream.of(Action.values())
                                .filter(action -> action.openTo(role))
                                .map(Action::name)
                                .collect(Collectors.joining(" "))));
        assertThat(may)
                .containsEntry(
                        Role.OFFICE,
                        "SEE_CALENDAR IMPORT_MARKS SEE_ATTENDANCE AMEND_MARK DECIDE_CODE SEE_LATE_BOOK KEEP_LATE_BOOK SEE_LEAVE ENTER_LEAVE SEE_UNACCOUNTED UNDO_CALL SEE_TASKS WORK_TASKS SEE_LETTERS PRINT_LETTERS SEND_LETTERS SEE_REPORTS SEE_POLICY CHECK")
                .containsEntry(
                        Role.LEAD,
                        "SEE_CALENDAR IMPORT_MARKS RELEASE_HELD_IMPORT SEE_ATTENDANCE AMEND_MARK DECIDE_CODE SEE_LATE_BOOK KEEP_LATE_BOOK SEE_LEAVE ENTER_LEAVE SEE_UNACCOUNTED UNDO_CALL SEE_TASKS WORK_TASKS ASSIGN_TASK SEE_LETTERS PRINT_LETTERS SEND_LETTERS HOLD_LETTERS SET_LETTERHEAD SEE_CASES WORK_CASES SEE_SUSPENSIONS KEEP_SUSPENSIONS ASK_WITHDRAWAL SEE_NOTICE_OUTCOMES SEE_REPORTS SEE_POLICY CHECK")
                .containsEntry(
                        Role.HEAD,
                        "SEE_CALENDAR IMPORT_MARKS RELEASE_HELD_IMPORT SEE_ATTENDANCE AMEND_MARK DECIDE_CODE DECIDE_LEAVE_CODE SEE_LATE_BOOK KEEP_LATE_BOOK SEE_LEAVE ENTER_LEAVE SEE_UNACCOUNTED UNDO_CALL SEE_TASKS WORK_TASKS ASSIGN_TASK SEE_LETTERS PRINT_LETTERS SEND_LETTERS HOLD_LETTERS SET_LETTERHEAD SEE_CASES WORK_CASES SEE_SUSPENSIONS KEEP_SUSPENSIONS ASK_WITHDRAWAL SEE_NOTICE_OUTCOMES SEE_REPORTS SEE_POLICY CHECK")
                .containsEntry(
                        Role.OFFICER,
                        "SEE_ATTENDANCE SEE_TASKS WORK_TASKS SEE_LETTERS PRINT_LETTERS SEND_AUTHORITY_LETTERS SET_AUTHORITY_LETTERHEAD SEE_CASES SEE_REFERRALS KEEP_MINUTES SEE_LEDGER KEEP_LEDGER DECIDE_NOTICE ASK_WITHDRAWAL SEE_NOTICE_OUTCOMES SEE_REPORTS SEE_POLICY CHECK")
                .containsEntry(
                        Role.PANEL,
                        "SEE_ATTENDANCE SEE_TASKS WORK_TASKS SEE_LETTERS SEE_CASES SEE_REFERRALS KEEP_MINUTES SEE_LEDGER DECIDE_NOTICE SEE_NOTICE_OUTCOMES SEE_REPORTS SEE_POLICY CHECK")
                .containsEntry(
                        Role.AUDITOR,
                        "SEE_CALENDAR SEE_ATTENDANCE SEE_LATE_BOOK SEE_LEAVE SEE_TASKS SEE_LETTERS SEE_CASES AUDIT SEE_SEALS SEE_REFERRALS SEE_SUSPENSIONS SEE_LEDGER SEE_NOTICE_OUTCOMES SEE_REPORTS SEE_POLICY CHECK")
                .containsEntry(
                        Role.ADMIN,
                        "IMPORT_SET_UP SEE_CALENDAR IMPORT_PUPILS IMPORT_MARKS RELEASE_HELD_IMPORT SET_LETTERHEAD SEE_SEALS LODGE_SEAL SEE_POLICY CHECK MOVE_CLOCK SEE_METRICS");
    }
}
