package uk.daymark.speed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** The sample's families again, as often as asked: with their registers, cases, letters, referrals and notices. */
final class SampleFamilies {

    private static final String PUPIL = "(select pupil_id from attendance_case where ref = ?)";
    private static final String ROLL = "(select enrolment_id from attendance_case where ref = ?)";
    private static final String NOTICE = "(select ref from penalty_notice where case_ref = ?)";
    private static final String REFERRAL = "(select id from referral where case_ref = ?)";
    private static final String SUBJECT =
            "subject in (select ? union select case_ref || '/' || parent_number from liable_parent where case_ref = ?"
                    + " union select ref from penalty_notice where case_ref = ?)";

    /** Each table of a family with which rows of it, in the order in which one needs the other. */
    private static final Map<String, String> OF_A_FAMILY = tables(
            "pupil",
            "id in " + PUPIL,
            "enrolment",
            "id in " + ROLL,
            "contact",
            "id in (select contact_id from pupil_contact where pupil_id in " + PUPIL + ")",
            "pupil_contact",
            "pupil_id in " + PUPIL,
            "register_week",
            "enrolment_id in " + ROLL,
            "mark_note",
            "enrolment_id in " + ROLL,
            "attendance_case",
            "ref = ?",
            "finding",
            "pupil_id in " + PUPIL,
            "decision_made",
            "case_ref = ?",
            "decision_session",
            "decision_id in (select id from decision_made where case_ref = ?)",
            "escalation_step",
            "case_ref = ?",
            "letter",
            "case_ref = ?",
            "ledger_party",
            "id in (select party_id from penalty_notice where case_ref = ?)",
            "party_contact",
            "party_id in (select party_id from penalty_notice where case_ref = ?)",
            "penalty_notice",
            "case_ref = ?",
            "notice_session",
            "notice_ref in " + NOTICE,
            "liable_parent",
            "case_ref = ?",
            "notice_of_parent",
            "case_ref = ?",
            "parent_decision",
            "case_ref = ?",
            "referral",
            "case_ref = ?",
            "referral_parent",
            "referral_id in " + REFERRAL,
            "referral_check",
            "referral_id in " + REFERRAL,
            "work_item",
            "case_ref = ?",
            "letter_task",
            "task_id in (select id from work_item where case_ref = ?)",
            "journal_chain",
            SUBJECT,
            "journal_entry",
            SUBJECT,
            "path_taken",
            SUBJECT,
            "rule_fired",
            SUBJECT);

    /** Each table with what belongs to schools, in the order in which one needs the other. */
    private static final List<String> SCHOOL_BY_SCHOOL = Stream.of(
                    Stream.of("school", "school_calendar_entry"),
                    OF_A_FAMILY.keySet().stream(),
                    Stream.of(
                            "suspected_leave",
                            "punctuality_concern",
                            "contact_round",
                            "contact_round_pupil",
                            "pupil_standing"))
            .flatMap(Function.identity())
            .toList();

    /** What goes with the parents of a child, of whom there are never many. */
    private static final Set<String> PEOPLE = Set.of(
            "pupil_contact",
            "penalty_notice",
            "notice_session",
            "liable_parent",
            "notice_of_parent",
            "parent_decision",
            "referral_parent");

    private static final int MOST_PEOPLE = 3;

    /** Each table of which a case holds several rows, with the columns that stay as they are. */
    private static final Map<String, Set<String>> OF_A_CASE = new LinkedHashMap<>();

    static {
        Set<String> ofTheCase =
                Set.of("enrolment_id", "pupil_id", "pupil_ref", "case_ref", "process_key", "subject", "referral_id");
        for (String table : List.of(
                "pupil_contact",
                "finding",
                "decision_made",
                "decision_session",
                "escalation_step",
                "penalty_notice",
                "notice_session",
                "liable_parent",
                "notice_of_parent",
                "parent_decision",
                "referral_parent",
                "work_item",
                "journal_entry",
                "path_taken",
                "rule_fired")) {
            OF_A_CASE.put(table, ofTheCase);
        }
        OF_A_CASE.put("letter", Set.of("enrolment_id", "contact_id", "case_ref", "process_key"));
    }

    private final JdbcTemplate jdbc;
    private final Copies copies;

    SampleFamilies(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.copies = new Copies(jdbc);
    }

    /** Copies the family of a case with these numbers, one time each. */
    void family(String caseRef, int from, int to) {
        List<Copies.Shift> shifts =
                IntStream.rangeClosed(from, to).mapToObj(Copies.Shift::family).toList();
        OF_A_FAMILY.forEach((table, where) -> copies.copy(table, where, shifts, places(table, caseRef)));
    }

    /** What belongs to the sample's schools, to be copied with {@link #school}. */
    List<Copies.Rows> schools() {
        return SCHOOL_BY_SCHOOL.stream()
                .map(table -> copies.rows(table, "1 = 1"))
                .toList();
    }

    /** Adds the n-th copy of schools. */
    void school(List<Copies.Rows> schools, int n) {
        schools.forEach(rows -> copies.add(rows, Copies.Shift.schools(n)));
    }

    /** Copies open tasks until there are so many. */
    void tasks(int wanted) {
        for (int n = 1; count() < wanted; n++) {
            copies.copy(
                    "work_item",
                    "status = 'OPEN' and length(id) < 45 limit " + (wanted - count()),
                    List.of(Copies.Shift.tasks(n)));
        }
    }

    private int count() {
        Integer count = jdbc.queryForObject("select count(*) from work_item where status = 'OPEN'", Integer.class);
        return count == null ? 0 : count;
    }

    /** Puts more of everything into a case of which there are as many later copies: people, letters, tasks, notices, what happened. */
    void within(String caseRef, int from, int to) {
        OF_A_CASE.forEach((table, kept) -> copies.copy(
                table,
                OF_A_FAMILY.get(table),
                IntStream.rangeClosed(from, PEOPLE.contains(table) ? Math.min(to, MOST_PEOPLE) : to)
                        .mapToObj(n -> Copies.Shift.within(n, kept))
                        .toList(),
                places(table, caseRef)));
    }

    private static Object[] places(String table, String caseRef) {
        return OF_A_FAMILY
                .get(table)
                .chars()
                .filter(each -> each == '?')
                .mapToObj(each -> (Object) caseRef)
                .toArray();
    }

    /** Brings the totals of open work up to what is there. */
    void countOpenWork() {
        jdbc.update("delete from open_work");
        jdbc.update("insert into open_work (school_urn, role_group, kind, kind_name, taken, number_of)"
                + " select school_urn, role_group, kind, kind_name, assignee is not null, count(*) from work_item"
                + " where status = 'OPEN' group by school_urn, role_group, kind, kind_name, assignee is not null");
    }

    private static Map<String, String> tables(String... tablesAndRows) {
        Map<String, String> tables = new LinkedHashMap<>();
        for (int at = 0; at < tablesAndRows.length; at += 2) {
            tables.put(tablesAndRows[at], tablesAndRows[at + 1]);
        }
        return tables;
    }
}
