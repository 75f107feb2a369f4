package uk.daymark.speed;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes a row of each table that changes every day, as it stands. The database answers a question again that it has just answered,
 * without looking, until something changes; in a county hall something always does. Schools do not come and go, and stay as they are:
 * while one is written, every question that asks for an authority's schools asks for them again with each row.
 */
final class Changes {

    private static final List<String> STATEMENTS = List.of(
            "update work_item set title = title where id = (select min(id) from work_item)",
            "update enrolment set form_name = form_name where id = (select min(id) from enrolment)",
            "update pupil set legal_surname = legal_surname where id = (select min(id) from pupil)",
            "update contact set town = town where id = (select min(id) from contact)",
            "update attendance_case set status = status where ref = (select min(ref) from attendance_case)",
            "update referral set standing = standing where id = (select min(id) from referral)",
            "update penalty_notice set case_ref = case_ref where ref = (select min(ref) from penalty_notice)",
            "update letter set ref = ref where ref = (select min(ref) from letter)",
            "update pupil_standing set stale = stale where pupil_id = (select min(pupil_id) from pupil_standing)");

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    Changes(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** One after another, whoever asks. */
    synchronized void happen() {
        transaction.executeWithoutResult(status -> STATEMENTS.forEach(jdbc::update));
    }
}
