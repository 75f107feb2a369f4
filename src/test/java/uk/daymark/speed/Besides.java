package uk.daymark.speed;

import org.springframework.jdbc.core.JdbcTemplate;

/** What pages show and the sample has none of. */
final class Besides {

    private final JdbcTemplate jdbc;

    Besides(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds payments, documents and support in one case; requests for leave and late arrivals of
     * the copies of the referred family, and for each second of them the question for a panel.
     */
    void add(String referred, String wide, int from, int to) {
        for (int n = from; n <= to; n++) {
            jdbc.update(
                    "insert into case_document (case_ref, about, file_name, file_kind, bytes, hash, note, added_by, added_at)"
                            + " values (?, 'OTHER', ?, 'PDF', 10, ?, '', 'lead', current_timestamp)",
                    wide,
                    "file-" + n + ".pdf",
                    "0".repeat(64));
            jdbc.update(
                    "insert into case_support (case_ref, kind, offered_on, offered_how, response, with_whom, note, source, why,"
                            + " recorded_by, recorded_at) values (?, 'EARLY_HELP', date '2025-10-01', 'Meeting', 'ACCEPTED', '',"
                            + " '', 'School', '', 'lead', current_timestamp)",
                    wide);
            jdbc.update(
                    "insert into payment (entry_id, kept_by, received_on, pence, method, payer_reference, payer, recorded_by,"
                            + " recorded_at) values (?, 'hertfordshire', date '2025-11-25', 100, 'CARD', 'N-2025', 'Moyo', 'officer',"
                            + " current_timestamp)",
                    "entry-" + n);
            if (n % 2 == 0) {
                jdbc.update(
                        "insert into payment_share (payment_id, notice_ref, pence, why, shared_by, shared_at)"
                                + " select max(id), (select min(ref) from penalty_notice where case_ref = ?), 100, 'Paid', 'officer',"
                                + " current_timestamp from payment",
                        wide);
            }
            String copy = Copies.Shift.family(n).ref(referred);
            jdbc.update(
                    "insert into leave_request (ref, enrolment_id, asked_on, from_date, from_half, to_date, to_half, sessions,"
                            + " ground, details, evidence, entered_by, entered_at, state) select ?, enrolment_id,"
                            + " date '2025-11-20', date '2025-12-01', 'AM', date '2025-12-02', 'PM', 4, 'exceptional', 'A wedding',"
                            + " '', 'office', current_timestamp, 'ASKED' from attendance_case where ref = ?",
                    "V-2025-" + (1000 + n),
                    copy);
            jdbc.update(
                    "insert into late_arrival (enrolment_id, on_date, half, arrived_at, minutes_late, after_close, reason,"
                            + " entered_by, entered_at) select enrolment_id, date '2025-11-25', 'AM', time '09:10:00', 20,"
                            + " false, 'Bus', 'office', current_timestamp from attendance_case where ref = ?",
                    copy);
            if (n % 2 == 0) {
                jdbc.update(
                        "update referral set standing = 'ACCEPTED', answer = 'accept', answered_by = 'officer',"
                                + " answered_at = submitted_at where case_ref = ?",
                        copy);
                jdbc.update(
                        "update liable_parent set standing = 'TO_DECIDE', round_number = 1, sitting_on = date '2025-11-27'"
                                + " where case_ref = ?",
                        copy);
            }
        }
    }
}
