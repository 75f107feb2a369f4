package uk.daymark.enforcement.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.concurrent.DelegatingSecurityContextCallable;
import uk.daymark.Http;
import uk.daymark.SignedInHere;
import uk.daymark.WebTest;
import uk.daymark.access.Role;
import uk.daymark.access.SignedIn;
import uk.daymark.enforcement.CheckedRule;
import uk.daymark.enforcement.PublicPlaceFacts;
import uk.daymark.enforcement.ReferralRoute;
import uk.daymark.enforcement.ledger.Keeper;
import uk.daymark.enforcement.ledger.Ledger;
import uk.daymark.enforcement.ledger.LedgerEntries;
import uk.daymark.enforcement.ledger.Money;
import uk.daymark.enforcement.ledger.NoticeFile;
import uk.daymark.enforcement.ledger.NoticeRef;
import uk.daymark.enforcement.ledger.Payment;
import uk.daymark.enforcement.ledger.Payments;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.Half;
import uk.daymark.measure.Session;
import uk.daymark.people.ContactId;
import uk.daymark.people.Contacts;
import uk.daymark.people.PupilId;
import uk.daymark.people.Pupils;
import uk.daymark.people.Scope;
import uk.daymark.people.Urn;
import uk.daymark.register.web.TwoSchools;

/** Issuing against the stored register and the stored ledger. Each test has children of its own; their marks are taken out again. */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IssuingTest {

    private static final String SCHOOL = "971003";
    private static final int SEQUENCES = 500;
    private static final int WEEKS = 4;
    private static final SignedIn OFFICER = someone("officer", Role.OFFICER);
    private static final SignedIn PANEL = someone("panel", Role.PANEL);

    @RegisterExtension
    final SignedInHere officer = SignedInHere.as(Role.OFFICER);

    @LocalServerPort
    int port;

    @Autowired
    Issuing issuing;

    @Autowired
    Ledger ledger;

    @Autowired
    LedgerEntries entries;

    @Autowired
    Payments payments;

    @Autowired
    Pupils pupils;

    @Autowired
    Contacts contacts;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Clock clock;

    private LocalDate today;
    private LocalDate firstMonday;

    @BeforeAll
    void school() {
        TwoSchools.exist(port);
        today = LocalDate.now(clock);
        firstMonday =
                today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(WEEKS);
        send(
                "schools",
                "school_urn,name,phase,authority,policy,register_opens,register_closes_am,register_closes_pm\n" + SCHOOL
                        + ",Issue School,secondary,hertfordshire,hertfordshire,08:50,09:20,13:15\n");
        send(
                "calendar",
                "school_urn,kind,from,to,session,reason\n" + SCHOOL + ",TERM," + today.minusDays(200) + ","
                        + today.plusDays(20) + ",,\n");
        StringBuilder children =
                new StringBuilder("school_urn,pupil_ref,legal_surname,legal_forename,date_of_birth,on_roll_from\n");
        StringBuilder parents = new StringBuilder(
                "school_urn,pupil_ref,contact_ref,priority,title,forename,surname,relationship,parental_responsibility,"
                        + "lives_with,court_order,do_not_contact,correspondence,address_withheld,address_1,town,postcode\n");
        for (int child = 1; child <= SEQUENCES + 20; child++) {
            children.append(
                    SCHOOL + ",IS" + child + ",Issuewell,Child" + child + ",2013-05-01," + today.minusDays(200) + "\n");
            parents.append(SCHOOL + ",IS" + child + ",ISC" + child
                    + ",1,Ms,Ida,Issuewell,Mother,Y,Y,N,N,Y,N,1 Issue Road,Ware,SG12 9AA\n");
        }
        send("pupils", children.toString());
        send("contacts", parents.toString());
    }

    @AfterAll
    void takeTheMarksOut() {
        jdbc.update(
                "delete from register_week where enrolment_id in (select id from enrolment where school_urn = ?)",
                SCHOOL);
    }

    @Test
    void aNoticeIsIssuedByANamedPersonWithItsSessionsAndAmounts() {
        Child child = child(SEQUENCES + 1, "OOOOOOOOOO", "----------", "----------", "----------");
        Issuing.Outcome outcome = issuing.issue(proposal(child, week(0)), PANEL);
        assertThat(outcome.blocked()).isEmpty();
        NoticeFile file = ledger.find(outcome.notice().orElseThrow(), Scope.everywhere());
        assertThat(file.notice().decidedBy()).isEqualTo("panel");
        assertThat(file.notice().decidedWhy())
                .isEqualTo("Support was offered and not taken up. Liable because: Lives with the child.");
        assertThat(file.notice().sessions()).hasSize(10);
        assertThat(file.notice().discounted()).hasValue(Money.pounds(80));
        assertThat(file.notice().full()).hasValue(Money.pounds(160));
        assertThat(file.state()).isEqualTo(NoticeFile.State.NOT_POSTED);
        Keeper keeper = new Keeper("officer", Scope.authority("hertfordshire"));
        NoticeFile posted = entries.posted(file.notice().ref(), today, keeper);
        assertThat(posted.notice().clock()).isPresent();
        assertThat(posted.state()).isEqualTo(NoticeFile.State.ISSUED);
    }

    @Test
    void allThatFailsIsToldWithItsSourceAndWhatWouldChangeIt() {
        Child child = child(SEQUENCES + 2, "OOOOOOO/OO", "N---------", "----------", "----------");
        Proposal proposal = new Proposal(
                child.pupil,
                child.contact,
                ReferralRoute.IRREGULAR,
                new DateRange(firstMonday, firstMonday.plusDays(11)),
                week(0),
                today,
                Optional.empty(),
                PublicPlaceFacts.unknown(),
                "",
                "");
        List<CheckedRule> blocked =
                issuing.issue(proposal, someone("head", Role.OFFICER)).blocked();
        assertThat(blocked)
                .extracting(CheckedRule::code)
                .contains(
                        "N_MARKS_IN_PERIOD",
                        "SESSION_IS_NO_OFFENCE",
                        "THRESHOLD_NOT_MET",
                        "NO_REASON_FOR_LIABILITY",
                        "NO_REASON");
        assertThat(blocked).allSatisfy(rule -> {
            assertThat(rule.message()).isNotBlank();
            assertThat(rule.source()).isNotBlank();
            assertThat(rule.whatWouldChangeThis()).isNotBlank();
        });
        assertThat(ledger.about(List.of(child.pupil))).isEmpty();
    }

    @Test
    void theSecondIsAtTheSecondRateAndTheThirdIsRefused() {
        Child child = child(SEQUENCES + 3, "OOOOOOOOOO", "GGGGGGGGGG", "UUUUUUUUUU", "----------");
        issuing.issue(proposal(child, week(0)), PANEL).notice().orElseThrow();
        NoticeRef second =
                issuing.issue(proposal(child, week(1)), PANEL).notice().orElseThrow();
        assertThat(ledger.find(second, Scope.everywhere()).notice().rate()).isEqualTo("SECOND");
        assertThat(codes(issuing.issue(proposal(child, week(2)), PANEL))).containsExactly("TWO_NOTICES_IN_LOOKBACK");
        withdraw(second);
        assertThat(issuing.issue(proposal(child, week(1)), PANEL).blocked())
                .as("its sessions serve again")
                .isEmpty();
    }

    @Test
    void aSessionServesOnceAndAMarkAmendedMeanwhileIsSeenAtTheMomentOfIssue() {
        Child child = child(SEQUENCES + 4, "OOOOOOOOOO", "OOOOOOOOOO", "----------", "----------");
        assertThat(issuing.check(proposal(child, week(1)), PANEL).allowed()).isTrue();
        marks(child, 1, "IOOOOOOOOO");
        assertThat(codes(issuing.issue(proposal(child, week(1)), PANEL)))
                .contains("SESSION_IS_NO_OFFENCE", "THRESHOLD_NOT_MET");
        issuing.issue(proposal(child, week(0)), PANEL).notice().orElseThrow();
        assertThat(codes(issuing.issue(proposal(child, week(0)), PANEL))).contains("SESSION_USED_BEFORE");
    }

    @Test
    void onlyAnOfficerOrThePanelDecides() {
        Child child = child(SEQUENCES + 5, "OOOOOOOOOO", "----------", "----------", "----------");
        assertThat(codes(issuing.issue(proposal(child, week(0)), someone("auditor", Role.AUDITOR))))
                .containsExactly("NOT_AUTHORISED_TO_DECIDE");
    }

    @Test
    void ofTwoWhoIssueAtOnceOneWinsAndTheOtherIsToldWhy() throws Exception {
        for (int round = 0; round < 5; round++) {
            Child child = child(SEQUENCES + 10 + round, "OOOOOOOOOO", "OOOOOOOOOO", "OOOOOOOOOO", "----------");
            List<Issuing.Outcome> same = atOnce(
                    () -> issuing.issue(proposal(child, week(0)), PANEL),
                    () -> issuing.issue(proposal(child, week(0)), OFFICER));
            assertThat(same).filteredOn(outcome -> outcome.notice().isPresent()).hasSize(1);
            assertThat(same.stream()
                            .filter(outcome -> outcome.notice().isEmpty())
                            .flatMap(outcome -> codes(outcome).stream()))
                    .isNotEmpty()
                    .allMatch(List.of("SESSION_USED_BEFORE", "THRESHOLD_NOT_MET", "ISSUED_MEANWHILE")::contains);
            List<Issuing.Outcome> last = atOnce(
                    () -> issuing.issue(proposal(child, week(1)), PANEL),
                    () -> issuing.issue(proposal(child, week(2)), OFFICER));
            assertThat(last).filteredOn(outcome -> outcome.notice().isPresent()).hasSize(1);
            assertThat(ledger.about(List.of(child.pupil))).hasSize(2);
        }
    }

    @Test
    void randomFamiliesKeepTheInvariantsInTheDatabase() {
        Random random = new Random(20_260_302);
        int issued = 0;
        for (int sequence = 1; sequence <= SEQUENCES; sequence++) {
            Child child = child(sequence, week(random), week(random), week(random), week(random));
            for (int step = 0; step < 4; step++) {
                switch (random.nextInt(4)) {
                    case 0 -> marks(child, random.nextInt(WEEKS), week(random));
                    case 1 -> payOrWithdraw(child, random);
                    default -> issued += issueSomething(child, random);
                }
            }
        }
        assertThat(issued).isGreaterThan(SEQUENCES / 10);
        String ours = " in (select pupil_id from enrolment where school_urn = '" + SCHOOL + "')";
        assertThat(number("select count(*) from (select 1 from notice_session where stands and pupil_id" + ours
                        + " group by pupil_id, party_id, on_date, half having count(*) > 1) twice"))
                .isZero();
        assertThat(number("select count(*) from (select 1 from penalty_notice n where n.pupil_id" + ours
                        + " and not exists (select 1 from notice_withdrawal w where w.notice_ref = n.ref)"
                        + " group by n.pupil_id, n.party_id having count(*) > 2) thrice"))
                .isZero();
        assertThat(number("select count(*) from notice_session where code not in ('G', 'O', 'U') and pupil_id" + ours))
                .isZero();
        assertThat(number("select count(*) from penalty_notice n where n.pupil_id" + ours
                        + " and (select count(*) from notice_session s where s.notice_ref = n.ref) < 10"))
                .isZero();
        assertThat(number("select count(*) from payment p where p.payer = 'Issuewell' and p.pence <>"
                        + " coalesce((select sum(s.pence) from payment_share s where s.payment_id = p.id and s.stands), 0)"
                        + " + coalesce((select sum(r.pence) from refund r where r.payment_id = p.id), 0)"))
                .isZero();
    }

    private int issueSomething(Child child, Random random) {
        List<Session> sessions = new ArrayList<>();
        int first = random.nextInt(WEEKS);
        for (int week = first; week < Math.min(WEEKS, first + 1 + random.nextInt(2)); week++) {
            for (Session session : week(week)) {
                char code = code(child, session);
                if ("GOU".indexOf(code) >= 0 || random.nextInt(20) == 0) {
                    sessions.add(session);
                }
            }
        }
        Issuing.Outcome outcome = issuing.issue(proposal(child, sessions), random.nextBoolean() ? PANEL : OFFICER);
        outcome.notice().ifPresent(ref -> {
            NoticeFile file = ledger.find(ref, Scope.everywhere());
            assertThat(file.notice().sessions()).allSatisfy(marked -> {
                assertThat("GOU").contains(marked.code().token());
                assertThat(code(child, marked.session()))
                        .isEqualTo(marked.code().symbol());
            });
            assertThat(file.notice().decidedBy()).isIn("panel", "officer");
        });
        assertThat(outcome.notice().isPresent()).isEqualTo(outcome.blocked().isEmpty());
        return outcome.notice().isPresent() ? 1 : 0;
    }

    private void payOrWithdraw(Child child, Random random) {
        List<NoticeFile> standing = ledger.about(List.of(child.pupil)).stream()
                .filter(file -> file.withdrawal().isEmpty())
                .toList();
        if (standing.isEmpty()) {
            return;
        }
        NoticeRef ref = standing.get(random.nextInt(standing.size())).notice().ref();
        if (random.nextBoolean()) {
            withdraw(ref);
        } else {
            Money amount = Money.pounds(40 * (1 + random.nextInt(5)));
            payments.enter(
                    new Payments.Came(
                            UUID.randomUUID().toString(),
                            today,
                            amount,
                            Payment.Method.CARD,
                            "",
                            "Issuewell",
                            List.of(new Payment.Share(ref, amount))),
                    new Keeper("officer", Scope.authority("hertfordshire")));
        }
    }

    private void withdraw(NoticeRef ref) {
        NoticeFile file = ledger.find(ref, Scope.everywhere());
        entries.withdraw(
                ref,
                file.notice().version(),
                today,
                "material errors",
                "The dates were wrong",
                "The legal panel",
                new Keeper("officer", Scope.authority("hertfordshire")));
    }

    private List<Issuing.Outcome> atOnce(Callable<Issuing.Outcome> one, Callable<Issuing.Outcome> other)
            throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Future<Issuing.Outcome>> both = Stream.of(one, other)
                    .map(call -> two.submit(new DelegatingSecurityContextCallable<>(() -> {
                        start.await();
                        return call.call();
                    })))
                    .toList();
            return List.of(both.get(0).get(), both.get(1).get());
        } finally {
            two.shutdownNow();
        }
    }

    private record Child(PupilId pupil, ContactId contact, long enrolment) {}

    private Child child(int number, String... weeks) {
        Pupils.OnRoll found = pupils.find(new Urn(SCHOOL), "IS" + number).orElseThrow();
        Child child = new Child(
                found.pupil().id(),
                contacts.of(found.pupil().id()).get(0).contact().id(),
                found.enrolment().id().number());
        for (int week = 0; week < WEEKS; week++) {
            marks(child, week, weeks[week]);
        }
        return child;
    }

    private void marks(Child child, int week, String codes) {
        LocalDate monday = firstMonday.plusWeeks(week);
        jdbc.update("delete from register_week where enrolment_id = ? and week_beginning = ?", child.enrolment, monday);
        jdbc.update(
                "insert into register_week (enrolment_id, week_beginning, codes) values (?, ?, ?)",
                child.enrolment,
                monday,
                codes);
    }

    private char code(Child child, Session session) {
        LocalDate monday = session.date().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        String codes = jdbc.queryForObject(
                "select codes from register_week where enrolment_id = ? and week_beginning = ?",
                String.class,
                child.enrolment,
                monday);
        return String.valueOf(codes)
                .charAt((int) (session.date().toEpochDay() - monday.toEpochDay()) * 2
                        + session.half().ordinal());
    }

    private List<Session> week(int week) {
        return firstMonday
                .plusWeeks(week)
                .datesUntil(firstMonday.plusWeeks(week).plusDays(5))
                .flatMap(day -> Stream.of(Half.values()).map(half -> new Session(day, half)))
                .toList();
    }

    private static String week(Random random) {
        char code = "OOGU".charAt(random.nextInt(4));
        StringBuilder week = new StringBuilder();
        for (int slot = 0; slot < 10; slot++) {
            week.append(random.nextInt(25) == 0 ? "NI/".charAt(random.nextInt(3)) : code);
        }
        return week.toString();
    }

    private Proposal proposal(Child child, List<Session> sessions) {
        return new Proposal(
                child.pupil,
                child.contact,
                ReferralRoute.IRREGULAR,
                new DateRange(
                        firstMonday.minusWeeks(8), firstMonday.plusWeeks(WEEKS).minusDays(3)),
                sessions,
                today,
                Optional.empty(),
                PublicPlaceFacts.unknown(),
                "Lives with the child",
                "Support was offered and not taken up");
    }

    private static List<String> codes(Issuing.Outcome outcome) {
        return outcome.blocked().stream().map(CheckedRule::code).toList();
    }

    private long number(String query) {
        Long number = jdbc.queryForObject(query, Long.class);
        return number == null ? -1 : number;
    }

    private static SignedIn someone(String name, Role role) {
        return new SignedIn(name, name, role, Optional.of(TwoSchools.OURS));
    }

    private void send(String kind, String csv) {
        assertThat(Http.program(port, "admin")
                        .post("/api/imports/" + kind + "?mode=apply", "text/csv", csv)
                        .statusCode())
                .as(kind)
                .isEqualTo(200);
    }
}
