package uk.daymark.enforcement.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.daymark.cases.CaseRef;
import uk.daymark.cases.Cases;
import uk.daymark.enforcement.ledger.LedgerFamilies;
import uk.daymark.enforcement.referral.LiableParents;
import uk.daymark.enforcement.referral.ParentKey;
import uk.daymark.people.Contacts;
import uk.daymark.people.Pupils;
import uk.daymark.register.web.TwoSchools;
import uk.daymark.workflow.Processes;
import uk.daymark.workflow.engine.FixtureModels;
import uk.daymark.worklist.web.FixtureWork;

/** Puts referrals there as they stand at the authority, without the way that leads there: for tests of the pages. */
public final class ReferralsForTests {

    private final ApplicationContext context;
    private final JdbcTemplate jdbc;

    public ReferralsForTests(ApplicationContext context) {
        this.context = context;
        this.jdbc = context.getBean(JdbcTemplate.class);
    }

    /** A referral with its two parents. */
    public record Made(CaseRef ref, long id, ParentKey mother, ParentKey father) {}

    /** A referral that was submitted so many days ago, with one check of each result; both parents are named. */
    public Made submitted(int port, String pupilRef, int daysAgo) {
        PageFamilies.exist(port);
        TwoSchools.marked(
                port, mark(pupilRef, "2025-09-08"), mark(pupilRef, "2025-09-09"), mark(pupilRef, "2025-09-10"));
        Pupils pupils = context.getBean(Pupils.class);
        Contacts contacts = context.getBean(Contacts.class);
        LiableParents parents = context.getBean(LiableParents.class);
        CaseRef ref = PageFamilies.referred(context.getBean(Cases.class), pupils, pupilRef);
        String number = pupilRef.substring(2);
        ParentKey mother = PageFamilies.named(parents, contacts, pupils, ref, pupilRef, "PM" + number);
        ParentKey father = PageFamilies.named(parents, contacts, pupils, ref, pupilRef, "PF" + number);
        long id = row(ref, daysAgo, mother, father);
        check(id, 0, "N_MARKS_IN_PERIOD", 0, "MET", "0 of 6 sessions", "");
        check(id, 1, "EARLY_HELP_NOT_OFFERED", 0, "NEEDS_VIEW", "2 offers, both refused", "");
        check(id, 2, "PERIOD_TOO_SHORT", 0, "NOT_MET", "2 school weeks; 6 are asked for", "Wait.");
        check(id, 3, "DATE_OF_BIRTH_UNKNOWN", 0, "COULD_NOT_BE_CHECKED", "No date of birth is known", "Enter it.");
        check(id, 4, "NO_ADDRESS_FOR_POST", mother.number(), "MET", "1 Mothers Lane, Hatfield", "");
        check(id, 5, "NOT_WARNED_BY_POST", father.number(), "NEEDS_VIEW", "No letter is on record", "");
        return new Made(ref, id, mother, father);
    }

    /** A referral of a pupil of {@link LedgerFamilies#THEIRS}, which is another authority's. */
    public CaseRef elsewhere(int port) {
        LedgerFamilies.exist(port);
        Pupils pupils = context.getBean(Pupils.class);
        CaseRef ref = PageFamilies.referred(context.getBean(Cases.class), pupils, LedgerFamilies.THEIRS, "LV1");
        row(
                ref,
                1,
                PageFamilies.named(
                        context.getBean(LiableParents.class),
                        context.getBean(Contacts.class),
                        pupils,
                        ref,
                        LedgerFamilies.THEIRS,
                        "LV1",
                        "LVB"));
        return ref;
    }

    private long row(CaseRef ref, int daysAgo, ParentKey... parents) {
        OffsetDateTime at = now().minusDays(daysAgo);
        jdbc.update("delete from referral where case_ref = ?", ref.value());
        jdbc.update(
                "insert into referral (case_ref, round_number, route, period_from, period_to, statement, standing, begun_at,"
                        + " submitted_by, submitted_at, submitted_why, answer, answered_why, to_put_right, findings, version)"
                        + " values (?, 1, 'IRREGULAR', ?, ?, ?, 'SUBMITTED', ?, 'lead', ?, ?, '', '', '', '', 1)",
                ref.value(),
                LocalDate.parse("2025-09-03"),
                LocalDate.parse("2025-09-12"),
                "Early help was offered twice and refused.",
                at,
                at,
                "Support was tried and has not worked.");
        long id = jdbc.queryForObject("select id from referral where case_ref = ?", Long.class, ref.value());
        for (ParentKey parent : parents) {
            jdbc.update("insert into referral_parent (referral_id, parent_number) values (?, ?)", id, parent.number());
        }
        return id;
    }

    /** The officer accepted it for a sitting of that day. */
    public void accepted(Made referral, LocalDate sitting) {
        jdbc.update(
                "update referral set standing = 'ACCEPTED', answer = 'accept', answered_by = 'officer', answered_at = ?,"
                        + " answered_why = 'The evidence is complete.', sitting_on = ? where id = ?",
                now(),
                sitting,
                referral.id());
        LiableParents parents = context.getBean(LiableParents.class);
        for (ParentKey key : List.of(referral.mother(), referral.father())) {
            jdbc.update(
                    "update liable_parent set standing = 'TO_DECIDE', round_number = 1, sitting_on = ?"
                            + " where case_ref = ? and parent_number = ?",
                    sitting,
                    key.caseRef().value(),
                    key.number());
        }
    }

    /** So far it has come for that parent. */
    public void stands(ParentKey parent, String standing) {
        jdbc.update(
                "update liable_parent set standing = ? where case_ref = ? and parent_number = ?",
                standing,
                parent.caseRef().value(),
                parent.number());
    }

    /** A prosecution of the mother that was authorised and begun, with a hearing to come; the father's is only opened. */
    public void prosecuted(Made referral) {
        prosecution(referral.father(), "");
        prosecution(
                referral.mother(),
                ", standing = 'BEGUN', order_considered = 'Would not help here.', order_decision = 'prosecute', order_by ="
                        + " 'officer', order_at = opened_at, signed_as = 'Hana Head, headteacher', signed_by = 'head',"
                        + " signed_at = opened_at, gathered_by = 'officer', gathered_at = opened_at, authorised_by ="
                        + " 'panel', authorised_at = opened_at, authorised_why = 'It is in the public interest.',"
                        + " begun_on = limit_safe, court_reference = 'SJP 12', begun_by = 'officer'");
        long id = jdbc.queryForObject(
                "select id from prosecution where case_ref = ? and parent_number = ?",
                Long.class,
                referral.ref().value(),
                referral.mother().number());
        for (String line : List.of("STATEMENT THERE", "EXHIBITS MISSING", "CAUTION_RECORD NOT_NEEDED")) {
            jdbc.update(
                    "insert into prosecution_evidence (prosecution_id, item, found, note) values (?, ?, ?, 'Folder 2')",
                    id,
                    line.split(" ")[0],
                    line.split(" ")[1]);
        }
        jdbc.update(
                "insert into prosecution_session (prosecution_id, on_date, half, code) values (?, ?, 'AM', 'O')",
                id,
                LocalDate.parse("2025-09-08"));
        jdbc.update(
                "insert into prosecution_hearing (prosecution_id, hearing_on, court, attender, entered_by, entered_at)"
                        + " values (?, ?, 'Hatfield', 'officer', 'officer', ?)",
                id,
                now().toLocalDate().plusDays(40),
                now());
    }

    private void prosecution(ParentKey parent, String more) {
        LocalDate today = now().toLocalDate();
        jdbc.update(
                "insert into prosecution (case_ref, parent_number, round, tier, standing, charged_from, charged_to,"
                        + " limit_safe, limit_outer, policy_name, policy_version, ladder_reason, outcome, ended_why,"
                        + " opened_at, version) values (?, ?, 1, 'SINGLE_JUSTICE', 'PREPARING', ?, ?, ?, ?, 'hertfordshire',"
                        + " '0', '', '', '', ?, 1)",
                parent.caseRef().value(),
                parent.number(),
                today.minusMonths(6).minusDays(5),
                today.minusMonths(6).plusDays(1),
                today.minusDays(5),
                today.plusDays(1),
                now());
        if (!more.isEmpty()) {
            jdbc.update(
                    "update prosecution set version = 2" + more + " where case_ref = ? and parent_number = ?",
                    parent.caseRef().value(),
                    parent.number());
        }
    }

    /** A task of that group about the case or one of its parents, done by the fixture's model. */
    public void task(Made referral, String key, String pupilRef, String group, String title) {
        new FixtureWork(context.getBean(Processes.class), context.getBean(FixtureModels.class));
        context.getBean(Processes.class)
                .start(
                        "fixture-work",
                        key,
                        java.util.Map.of(
                                "title",
                                title,
                                "group",
                                group,
                                "school",
                                PageFamilies.OURS,
                                "pupilRef",
                                pupilRef,
                                "caseRef",
                                referral.ref().value()));
    }

    private void check(long referral, int position, String code, int parent, String result, String found, String cure) {
        jdbc.update(
                "insert into referral_check (referral_id, position_of, code, parent_number, result, found, source, as_of,"
                        + " cure, weight, officer_view, officer_words) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'NONE', '')",
                referral,
                position,
                code,
                parent,
                result,
                found,
                "The authority's policy",
                now(),
                cure,
                result.equals("NOT_MET") ? "stops" : "weigh");
    }

    private OffsetDateTime now() {
        return context.getBean(Clock.class).instant().atOffset(ZoneOffset.UTC);
    }

    private static String mark(String pupilRef, String day) {
        return PageFamilies.OURS + "," + pupilRef + "," + day + ",AM,O,\n" + PageFamilies.OURS + "," + pupilRef + ","
                + day + ",PM,O,\n";
    }
}
