package uk.daymark.reports;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.daymark.Http;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.CaseRef;
import uk.daymark.cases.Cases;
import uk.daymark.enforcement.ledger.LedgerForTests;
import uk.daymark.people.Enrolment;
import uk.daymark.people.Pupils;
import uk.daymark.people.Urn;
import uk.daymark.register.web.TwoSchools;

/** Pupils that only tests of reports use, at a school of the practice users' authority and at one of another; and what was done about them. */
public final class ReportFamilies {

    /** Of the practice users' authority. */
    public static final String OURS = "971041";

    /** Of another. */
    public static final String THEIRS = "971042";

    private static final Map<String, String> TEMPLATES =
            Map.of("First letter", "soft-letter", "Letter of concern", "commonswood-attendance-concern");

    private final ApplicationContext context;
    private final JdbcTemplate jdbc;

    public ReportFamilies(ApplicationContext context) {
        this.context = context;
        this.jdbc = context.getBean(JdbcTemplate.class);
    }

    /** Puts them there, if they are not there already. */
    public static void exist(int port) {
        TwoSchools.exist(port);
        send(
                port,
                "schools",
                "school_urn,name,phase,authority,policy,register_opens,register_closes_am,register_closes_pm\n" + OURS
                        + ",Reportwell School,secondary,hertfordshire,hertfordshire,08:50,09:20,13:15\n" + THEIRS
                        + ",Farwell School,secondary,herefordshire,herefordshire,08:50,09:20,13:15\n");
        StringBuilder calendar = new StringBuilder("school_urn,kind,from,to,session,reason\n");
        StringBuilder pupils = new StringBuilder(
                "school_urn,pupil_ref,legal_surname,legal_forename,date_of_birth,year_group,on_roll_from,sen,free_meals\n");
        StringBuilder contacts = new StringBuilder(
                "school_urn,pupil_ref,contact_ref,priority,title,forename,surname,relationship,parental_responsibility,"
                        + "lives_with,court_order,do_not_contact,correspondence,address_withheld,address_1,town,postcode\n");
        for (String urn : new String[] {OURS, THEIRS}) {
            calendar.append(urn)
                    .append(",TERM,2025-01-06,2025-07-18,,\n")
                    .append(urn)
                    .append(",TERM,2025-09-03,2025-10-24,,\n");
            for (int child = 1; child <= 40; child++) {
                pupils.append(urn)
                        .append(",RW")
                        .append(child)
                        .append(",Reportwell,Ruby")
                        .append(child)
                        .append(",2013-05-01,")
                        .append(child % 2 == 0 ? "7" : "8")
                        .append(",2024-09-03,")
                        .append(child % 3 == 0 ? "K" : "N")
                        .append(',')
                        .append(child % 4 == 0 ? "Y" : "N")
                        .append('\n');
                contacts.append(urn)
                        .append(",RW")
                        .append(child)
                        .append(",RM")
                        .append(child)
                        .append(",1,Ms,Nadia,Reportwell,Mother,Y,Y,N,N,Y,N,1 Mothers Lane,Hatfield,AL10 9AA\n");
            }
        }
        send(port, "calendar", calendar.toString());
        send(port, "pupils", pupils.toString());
        send(port, "contacts", contacts.toString());
    }

    static void send(int port, String kind, String csv) {
        HttpResponse<String> answer =
                Http.program(port, "admin").post("/api/imports/" + kind + "?mode=apply", "text/csv", csv);
        if (answer.statusCode() != 200) {
            throw new AssertionError(kind + ": " + answer.body());
        }
    }

    Enrolment enrolment(String urn, String ref) {
        return context.getBean(Pupils.class)
                .find(new Urn(urn), ref)
                .orElseThrow()
                .enrolment();
    }

    /** The pupil's case, which was referred; opened now where there was none. */
    public CaseRef referredCase(String urn, String ref) {
        CaseRef found = openCase(urn, ref);
        if (!context.getBean(Cases.class).wasReferred(found)) {
            context.getBean(Cases.class).refer(found, "The threshold is met.");
        }
        return found;
    }

    /** The pupil's case; opened now where there was none. */
    public CaseRef openCase(String urn, String ref) {
        Cases cases = context.getBean(Cases.class);
        Enrolment enrolment = enrolment(urn, ref);
        return cases.openOf(enrolment.id())
                .map(CaseFile::ref)
                .orElseGet(
                        () -> cases.open(enrolment.id(), "A parent asked.", "").ref());
    }

    /**
     * A referral as it was sent and answered.
     *
     * @param answeredOn empty text where nobody has answered
     */
    public void sent(
            CaseRef ref, int round, String on, String standing, String answer, String answeredOn, String... notMet) {
        jdbc.update(
                "insert into referral (case_ref, round_number, route, period_from, period_to, statement, standing, begun_at,"
                        + " submitted_by, submitted_at, submitted_why, answer, answered_at, answered_why, to_put_right,"
                        + " findings, version) values (?, ?, 'IRREGULAR', ?, ?, '', ?, ?, 'lead', ?, '', ?, ?, '', '', '', 1)",
                ref.value(),
                round,
                LocalDate.parse("2025-05-01"),
                LocalDate.parse("2025-05-30"),
                standing,
                at(on),
                at(on),
                answer,
                answeredOn.isEmpty() ? null : at(answeredOn));
        Long id = jdbc.queryForObject(
                "select id from referral where case_ref = ? and round_number = ?", Long.class, ref.value(), round);
        int position = 0;
        for (String code : Arrays.asList(notMet)) {
            jdbc.update(
                    "insert into referral_check (referral_id, position_of, code, parent_number, result, found, source, as_of,"
                            + " cure, weight, officer_view, officer_words) values (?, ?, ?, 0, 'NOT_MET', '', '', ?, '',"
                            + " 'stops', 'NOT_MET', '')",
                    id,
                    position++,
                    code,
                    at(on));
        }
    }

    /** A notice that was issued and posted on a day. */
    public String notice(String pupilRef, String on) {
        return new LedgerForTests(context)
                .issued(
                        OURS,
                        pupilRef,
                        "RM" + pupilRef.substring(2),
                        LocalDate.parse(on).minusDays(10).toString(),
                        on,
                        1)
                .value();
    }

    /** Money that came for a notice. */
    void paid(String notice, String on, int pounds) {
        jdbc.update(
                "insert into payment (entry_id, kept_by, received_on, pence, method, payer_reference, payer, recorded_by,"
                        + " recorded_at) values (?, 'hertfordshire', ?, ?, 'BANK', '', '', 'officer', ?)",
                notice + on + pounds,
                LocalDate.parse(on),
                pounds * 100,
                at(on));
        jdbc.update(
                "insert into payment_share (payment_id, notice_ref, pence, why, shared_by, shared_at)"
                        + " select max(id), ?, ?, 'Its reference', 'officer', ? from payment where entry_id = ?",
                notice,
                pounds * 100,
                at(on),
                notice + on + pounds);
    }

    /** The notice was withdrawn on that ground. */
    public void withdrawn(String notice, String on, String ground) {
        jdbc.update(
                "insert into notice_withdrawal (notice_ref, withdrawn_on, ground, why, decided_by, recorded_by, recorded_at)"
                        + " values (?, ?, ?, 'It was wrong.', 'officer', 'officer', ?)",
                notice,
                LocalDate.parse(on),
                ground,
                at(on));
    }

    void prosecuted(String notice, String on, String result) {
        jdbc.update(
                "insert into notice_prosecution (notice_ref, route, begun_on, result, why, recorded_by, recorded_at)"
                        + " values (?, 'S444_1', ?, ?, 'Nothing else helped.', 'officer', ?)",
                notice,
                LocalDate.parse(on),
                result,
                at(on));
    }

    /** A letter about the pupil of our school. */
    public void letter(
            String pupilRef, String title, String on, String state, String sender, String holds, String caseRef) {
        Long number = jdbc.queryForObject("select count(*) from letter where ref like 'L-2024-9%'", Long.class);
        jdbc.update(
                "insert into letter (ref, template, title, template_version, legal_warning, school_urn, enrolment_id,"
                        + " process_key, case_ref, contact_id, recipient, address, email, html, plain_text, sha256,"
                        + " fingerprint, figures, holds, proposed_at, state, sent_on, sent_how, why, sender)"
                        + " select ?, ?, ?, 'made-for-tests', false, ?, ?, ?, ?, c.contact_id, '', '', '', '', '', '', '', '',"
                        + " ?, ?, ?, ?, '', '', ? from pupil_contact c where c.pupil_id = ?",
                "L-2024-9" + String.format("%04d", number),
                TEMPLATES.getOrDefault(title, "penalty-notice"),
                title,
                OURS,
                enrolment(OURS, pupilRef).id().number(),
                caseRef.isEmpty() ? "X" : caseRef,
                caseRef.isEmpty() ? null : caseRef,
                holds,
                at(on),
                state,
                state.equals("POSTED") ? LocalDate.parse(on) : null,
                sender,
                enrolment(OURS, pupilRef).pupil().number());
    }

    static OffsetDateTime at(String day) {
        return LocalDate.parse(day).atTime(LocalTime.of(10, 0)).atOffset(ZoneOffset.UTC);
    }

    /** It was found that the pupil met the threshold from one day on, and on another that not any more. */
    public void metThreshold(String pupilRef, String since, String lapsed) {
        Enrolment enrolment = enrolment(OURS, pupilRef);
        jdbc.update(
                "insert into finding (enrolment_id, pupil_id, kind, since, found_at, lapsed_on, lapsed_because, count_all,"
                        + " firm, provisional, sentence, policy_name, policy_version, fingerprint, proof, passed_over)"
                        + " values (?, ?, 'PENALTY_NOTICE_THRESHOLD', ?, ?, ?, 'Marks', 10, 10, 0, '', '', '', '', '', '')",
                enrolment.id().number(),
                enrolment.pupil().number(),
                LocalDate.parse(since),
                at(since),
                LocalDate.parse(lapsed));
    }

    void metWithParents(CaseRef ref, String on, String outcome) {
        jdbc.update(
                "insert into case_meeting (case_ref, arranged_on, meeting_on, meeting_at, meeting_place, outcome, held_with,"
                        + " discussed, targets) values (?, ?, ?, '', '', ?, '', '', '')",
                ref.value(),
                LocalDate.parse(on),
                LocalDate.parse(on),
                outcome);
    }

    void noticeToImprove(CaseRef ref, String postedOn) {
        jdbc.update(
                "insert into improvement_notice (process_key, case_ref, issuer, weeks, allowed, enough, early_ground,"
                        + " help_so_far, help_offered, given_by, given_at, why, posted_on, outcome)"
                        + " values (?, ?, 'SCHOOL', 6, 2, '', 'NONE', '', '', 'head', ?, 'It helps.', ?, 'MET')",
                ref.value() + "/past",
                ref.value(),
                at(postedOn),
                LocalDate.parse(postedOn));
    }
}
