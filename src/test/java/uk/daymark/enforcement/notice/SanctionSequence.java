package uk.daymark.enforcement.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import uk.daymark.enforcement.NoticeAnswer;
import uk.daymark.enforcement.NoticeKind;
import uk.daymark.enforcement.PreviousNotice;
import uk.daymark.enforcement.PublicPlaceFacts;
import uk.daymark.enforcement.ReferralRoute;
import uk.daymark.enforcement.check.NoticeRules;
import uk.daymark.enforcement.ledger.Money;
import uk.daymark.enforcement.ledger.Notice;
import uk.daymark.enforcement.ledger.NoticeFile;
import uk.daymark.enforcement.ledger.NoticeMoney;
import uk.daymark.enforcement.ledger.NoticeMoney.Receipt;
import uk.daymark.enforcement.ledger.NoticeRef;
import uk.daymark.enforcement.ledger.PartyId;
import uk.daymark.enforcement.ledger.Payment;
import uk.daymark.enforcement.ledger.PaymentClock;
import uk.daymark.enforcement.ledger.UsedBy;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.BankHolidays;
import uk.daymark.measure.CompulsorySchoolAge;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.Half;
import uk.daymark.measure.MarkedSession;
import uk.daymark.measure.Marks;
import uk.daymark.measure.MeasuredRegister;
import uk.daymark.measure.SchoolCalendar;
import uk.daymark.measure.Session;
import uk.daymark.measure.Timetable;
import uk.daymark.people.ContactId;
import uk.daymark.people.PupilId;
import uk.daymark.policy.Policy;
import uk.daymark.policy.PolicyFiles;

/** One family's years, made up at random: the ledger kept in memory with the application's own rules, and looked at with plain ones. */
final class SanctionSequence {

    private static final LocalDate FIRST = LocalDate.of(2024, 9, 2);
    private static final LocalDate LAST = LocalDate.of(2029, 7, 20);
    private static final SchoolCalendar CALENDAR =
            new SchoolCalendar(List.of(new DateRange(FIRST, LAST)), List.of(), List.of());
    private static final Timetable TIMETABLE = Timetable.of(CALENDAR);
    private static final List<Policy> POLICIES =
            List.of(PolicyFiles.shipped("national"), PolicyFiles.shipped("hertfordshire"));
    private static final IssueRules RULES = new IssueRules(new NoticeRules(new BankHolidays(Set.of(), Set.of())));
    private static final AttendanceCode[] CODES = {
        AttendanceCode.O,
        AttendanceCode.O,
        AttendanceCode.G,
        AttendanceCode.U,
        AttendanceCode.O,
        AttendanceCode.N,
        AttendanceCode.I
    };
    private static final List<LocalDate> BIRTHDAYS = List.of(
            LocalDate.of(2013, 5, 1), LocalDate.of(2009, 9, 1), LocalDate.of(2010, 8, 31), LocalDate.of(2020, 9, 1));

    private final Random random;
    private final Policy policy;
    private final List<Child> children = new ArrayList<>();
    private final List<Issued> notices = new ArrayList<>();
    private final List<Payment> payments = new ArrayList<>();
    private final Map<NoticeRef, Money> refunds = new HashMap<>();
    private LocalDate today = FIRST.plusWeeks(11);
    private int refused;

    SanctionSequence(Random random) {
        this.random = random;
        this.policy = pick(POLICIES);
        for (int child = 0; child <= random.nextInt(2); child++) {
            children.add(new Child(new PupilId(child), pick(BIRTHDAYS)));
        }
    }

    int issued() {
        return notices.size();
    }

    int refused() {
        return refused;
    }

    private static final class Child {
        final PupilId id;
        final LocalDate born;
        final TreeMap<Session, AttendanceCode> marks = new TreeMap<>();
        final Set<Session> unconfirmed = new HashSet<>();

        Child(PupilId id, LocalDate born) {
            this.id = id;
            this.born = born;
        }
    }

    private static final class Issued {
        final Notice notice;
        boolean withdrawn;
        Optional<NoticeFile.Result> result = Optional.empty();

        Issued(Notice notice) {
            this.notice = notice;
        }
    }

    void play() {
        int steps = 8 + random.nextInt(12);
        for (int step = 0; step < steps; step++) {
            switch (random.nextInt(9)) {
                case 0, 1, 2 -> absence();
                case 3, 4 -> propose();
                case 5 -> pay();
                case 6 -> withdrawOrProsecute();
                case 7 -> amend();
                default -> today = today.plusDays(1 + random.nextInt(random.nextInt(3) == 0 ? 400 : 40));
            }
            if (today.isAfter(LAST.minusWeeks(2))) {
                return;
            }
            lookAtTheLedger();
        }
        propose();
        lookAtTheLedger();
    }

    private void absence() {
        Child child = pick(children);
        today = today.plusDays(random.nextInt(20));
        LocalDate day = today.minusDays(1 + random.nextInt(30));
        AttendanceCode code = CODES[random.nextInt(CODES.length)];
        for (int half = 0; half < 6 + random.nextInt(12); half++) {
            Session session = new Session(day.plusDays(half / 2), half % 2 == 0 ? Half.AM : Half.PM);
            if (TIMETABLE.plans(session) && session.date().isBefore(today)) {
                child.marks.put(session, random.nextInt(60) == 0 ? AttendanceCode.N : code);
                if (random.nextInt(100) == 0) {
                    child.unconfirmed.add(session);
                }
            }
        }
    }

    private void amend() {
        Child child = pick(children);
        child.unconfirmed.clear();
        new ArrayList<>(child.marks.keySet()).forEach(session -> {
            if (child.marks.get(session) == AttendanceCode.N || random.nextInt(40) == 0) {
                child.marks.put(session, CODES[random.nextInt(CODES.length)]);
            }
        });
    }

    private void propose() {
        Child child = pick(children);
        long parent = random.nextInt(2);
        boolean careful = random.nextInt(4) > 0;
        Set<Session> used = usedSlowly(child, parent);
        List<Session> sessions = new ArrayList<>();
        LocalDate since = monday(today).minusWeeks(9L + random.nextInt(2));
        child.marks.forEach((session, code) -> {
            boolean good = unauthorised(code) && !used.contains(session) && !child.unconfirmed.contains(session);
            if (!session.date().isBefore(since)
                    && session.date().isBefore(today)
                    && (good || (!careful && random.nextInt(3) == 0))) {
                sessions.add(session);
            }
        });
        if (!careful && random.nextInt(3) == 0) {
            sessions.add(new Session(today.minusDays(3), Half.AM));
        }
        LocalDate postOn = today.plusDays(random.nextInt(3));
        DateRange period = sessions.isEmpty()
                ? new DateRange(since, today)
                : new DateRange(
                        sessions.stream()
                                .map(Session::date)
                                .min(LocalDate::compareTo)
                                .orElseThrow(),
                        sessions.stream()
                                .map(Session::date)
                                .max(LocalDate::compareTo)
                                .orElseThrow());
        String reason = random.nextInt(30) == 0 ? " " : "Support was offered and not taken up.";
        String decider = random.nextInt(30) == 0 ? "head" : "panel";
        Proposal proposal = new Proposal(
                child.id,
                new ContactId(parent),
                ReferralRoute.IRREGULAR,
                period,
                sessions,
                postOn,
                Optional.empty(),
                PublicPlaceFacts.unknown(),
                "Lives with the child",
                reason);
        IssueFacts facts = facts(child, parent, decider);
        IssueAnswer answer = RULES.check(proposal, facts);
        boolean lawful = lawful(child, parent, proposal, decider);
        assertThat(answer.allowed())
                .as("proposed on %s: %s; blocked %s", today, proposal, answer.blocked())
                .isEqualTo(lawful);
        answer.blocked().forEach(rule -> {
            assertThat(rule.source()).as(rule.code()).isNotBlank();
            assertThat(rule.whatWouldChangeThis()).as(rule.code()).isNotBlank();
        });
        if (answer.allowed()) {
            enter(child, parent, proposal, facts, answer.terms());
        } else {
            refused++;
        }
    }

    private IssueFacts facts(Child child, long parent, String decider) {
        Marks.Builder marks = new Marks.Builder();
        child.marks.forEach(marks::put);
        Map<Session, UsedBy> used = new HashMap<>();
        of(child, parent)
                .filter(one -> !one.withdrawn)
                .forEach(one -> one.notice
                        .sessions()
                        .forEach(marked -> used.put(marked.session(), new UsedBy(Optional.of(one.notice.ref())))));
        return new IssueFacts(
                policy,
                today,
                new MeasuredRegister(
                        TIMETABLE,
                        List.of(),
                        marks.build(),
                        child.unconfirmed,
                        today,
                        Optional.empty(),
                        Optional.of(CompulsorySchoolAge.of(child.born))),
                Optional.of(child.born),
                of(child, parent)
                        .map(one -> new PreviousNotice(
                                NoticeKind.ATTENDANCE,
                                one.notice.issuedOn(),
                                Optional.of(one.notice.offence().to()),
                                file(one).outcome()))
                        .toList(),
                used,
                new IssueFacts.Parent(true, true, Optional.empty(), List.of()),
                new IssueFacts.Decider(decider, true, Set.of("head")),
                List.of());
    }

    private void enter(Child child, long parent, Proposal proposal, IssueFacts facts, NoticeAnswer terms) {
        NoticeRef ref = new NoticeRef(String.format("N-2024-%04d", notices.size() + 1));
        notices.add(new Issued(new Notice(
                ref,
                child.id,
                new PartyId(parent),
                Optional.of(new ContactId(parent)),
                Notice.Kind.ATTENDANCE,
                Notice.Origin.ISSUED,
                "Parent " + parent,
                policy.name(),
                policy.name(),
                Optional.empty(),
                "",
                Optional.empty(),
                proposal.offence(),
                terms.rate().orElseThrow().name(),
                terms.discounted().map(Money::pounds),
                terms.full().map(Money::pounds),
                today,
                facts.decider().userName(),
                Instant.EPOCH,
                proposal.reason(),
                Optional.of(new PaymentClock(
                        proposal.postOn(), terms.deemedReceivedOn(), terms.discountedUntil(), terms.fullUntil())),
                terms.prosecuteBy().safe(),
                terms.prosecuteBy().outer(),
                policy.name(),
                policy.version(),
                "",
                "",
                IssueRules.firm(proposal, facts),
                1)));
    }

    private void pay() {
        int amount = List.of(40, 80, 80, 80, 160, 240).get(random.nextInt(6));
        List<Payment.Share> shares = new ArrayList<>();
        int left = amount;
        for (Issued one : notices) {
            if (left > 0 && random.nextInt(2) == 0) {
                int part = Math.min(left, 40 * (1 + random.nextInt(4)));
                shares.add(new Payment.Share(one.notice.ref(), Money.pounds(part)));
                left -= part;
            }
        }
        payments.add(new Payment(
                payments.size(),
                "e" + payments.size(),
                policy.name(),
                today,
                Money.pounds(amount),
                Payment.Method.BANK,
                "",
                "",
                "officer",
                shares,
                Money.NONE,
                Optional.empty()));
    }

    private void withdrawOrProsecute() {
        if (notices.isEmpty()) {
            return;
        }
        Issued one = pick(notices);
        NoticeFile before = file(one);
        if (before.state() == NoticeFile.State.UNPAID && random.nextBoolean()) {
            one.result =
                    Optional.of(random.nextInt(3) == 0 ? NoticeFile.Result.ACQUITTED : NoticeFile.Result.CONVICTED);
        } else if (before.state() != NoticeFile.State.WITHDRAWN && random.nextInt(3) == 0) {
            one.withdrawn = true;
        }
        file(one)
                .money()
                .map(NoticeMoney::mayBePaidBack)
                .filter(Money::any)
                .ifPresent(owed -> refunds.merge(one.notice.ref(), owed, Money::plus));
    }

    private NoticeFile file(Issued one) {
        List<Receipt> receipts = payments.stream()
                .flatMap(payment -> payment.shares().stream()
                        .filter(share -> share.notice().equals(one.notice.ref()))
                        .map(share -> new Receipt(payment.id(), payment.receivedOn(), share.amount())))
                .toList();
        return new NoticeFile(
                one.notice,
                one.notice
                        .full()
                        .map(full -> NoticeMoney.of(
                                one.notice.discounted(),
                                full,
                                one.notice.clock(),
                                receipts,
                                refunds.getOrDefault(one.notice.ref(), Money.NONE),
                                one.withdrawn,
                                today)),
                receipts,
                List.of(),
                one.withdrawn
                        ? Optional.of(new NoticeFile.Withdrawal(today, "", "", "", "", Instant.EPOCH))
                        : Optional.empty(),
                one.result.map(result ->
                        new NoticeFile.Prosecution(NoticeFile.Route.S444_1, today, result, Optional.of(today), "", "")),
                Optional.empty());
    }

    // The plain oracle: nothing of the application's rules from here on.

    private boolean lawful(Child child, long parent, Proposal proposal, String decider) {
        if (proposal.sessions().isEmpty() || proposal.reason().isBlank() || decider.equals("head")) {
            return false;
        }
        for (LocalDate day = proposal.period().from();
                !day.isAfter(proposal.period().to());
                day = day.plusDays(1)) {
            for (Half half : Half.values()) {
                if (child.marks.get(new Session(day, half)) == AttendanceCode.N) {
                    return false;
                }
            }
        }
        Set<Session> used = usedSlowly(child, parent);
        LocalDate first = proposal.sessions().get(0).date();
        LocalDate last = proposal.sessions().get(proposal.sessions().size() - 1).date();
        int inWindow = 0;
        for (Session session : proposal.sessions()) {
            AttendanceCode code = child.marks.get(session);
            if (code == null
                    || !unauthorised(code)
                    || used.contains(session)
                    || child.unconfirmed.contains(session)
                    || !inSchoolAge(child.born, session.date())) {
                return false;
            }
            inWindow += session.date().isBefore(monday(last).minusWeeks(9)) ? 0 : 1;
        }
        LocalDate received = proposal.postOn();
        for (int working = 0; working < 2; working += works(received) ? 1 : 0) {
            received = received.plusDays(1);
        }
        boolean time = received.plusDays(27).isBefore(first.plusMonths(6));
        return inWindow >= 10 && time && countedSlowly(child, parent, today) < 2;
    }

    private void lookAtTheLedger() {
        for (Issued one : notices) {
            Child child = children.get((int) one.notice.pupil().number());
            long parent = one.notice.party().number();
            assertThat(countedSlowly(child, parent, one.notice.issuedOn()))
                    .as("notices that count in the three years up to %s", one.notice.issuedOn())
                    .isLessThanOrEqualTo(2);
            assertThat(one.notice.decidedBy()).isNotBlank();
            assertThat(one.notice.decidedWhy()).isNotBlank();
            assertThat(one.notice.sessions())
                    .allMatch(marked -> marked.code() != AttendanceCode.N
                            && inSchoolAge(child.born, marked.session().date()));
        }
        for (Child child : children) {
            for (long parent = 0; parent < 2; parent++) {
                Set<Session> seen = new HashSet<>();
                of(child, parent)
                        .filter(one -> !one.withdrawn)
                        .flatMap(one -> one.notice.sessions().stream())
                        .map(MarkedSession::session)
                        .forEach(session -> assertThat(seen.add(session))
                                .as("%s in two notices", session)
                                .isTrue());
            }
        }
        money();
    }

    private void money() {
        long received =
                payments.stream().mapToLong(payment -> payment.amount().pence()).sum();
        long unmatched = payments.stream()
                .mapToLong(payment -> payment.unmatched().pence())
                .sum();
        long paid = 0;
        long back = 0;
        for (Issued one : notices) {
            NoticeMoney money = file(one).money().orElseThrow();
            assertThat(money.paidBack()).isLessThanOrEqualTo(money.received());
            long cleared = money.clearedFor().map(Money::pence).orElse(0L);
            long kept = one.withdrawn
                    ? 0
                    : money.clearedOn().isPresent() || money.overOn()
                            ? cleared
                            : money.received().pence();
            assertThat(kept
                            + money.owedBack().pence()
                            + money.inHand().pence()
                            + money.paidBack().pence())
                    .as("the money of %s", one.notice.ref())
                    .isEqualTo(money.received().pence());
            paid += money.received().pence() - money.paidBack().pence();
            back += money.paidBack().pence();
        }
        assertThat(paid + back + unmatched).isEqualTo(received);
    }

    private int countedSlowly(Child child, long parent, LocalDate on) {
        int counted = 0;
        for (Issued one : notices) {
            LocalDate issuedOn = one.notice.issuedOn();
            boolean theirs =
                    one.notice.pupil().equals(child.id) && one.notice.party().number() == parent;
            boolean within = issuedOn.plusYears(3).isAfter(on) && !issuedOn.isAfter(on);
            boolean acquitted =
                    one.result.filter(NoticeFile.Result.ACQUITTED::equals).isPresent();
            counted += theirs && within && !one.withdrawn && !acquitted ? 1 : 0;
        }
        return counted;
    }

    private Set<Session> usedSlowly(Child child, long parent) {
        Set<Session> used = new HashSet<>();
        of(child, parent)
                .filter(one -> !one.withdrawn)
                .forEach(one -> one.notice.sessions().forEach(marked -> used.add(marked.session())));
        return used;
    }

    private Stream<Issued> of(Child child, long parent) {
        return notices.stream()
                .filter(one -> one.notice.pupil().equals(child.id)
                        && one.notice.party().number() == parent);
    }

    private static boolean inSchoolAge(LocalDate born, LocalDate day) {
        LocalDate start = born.plusYears(5);
        while (!(start.getMonthValue() == 3 && start.getDayOfMonth() == 31)
                && !(start.getMonthValue() == 8 && start.getDayOfMonth() == 31)
                && !(start.getMonthValue() == 12 && start.getDayOfMonth() == 31)) {
            start = start.plusDays(1);
        }
        LocalDate sixteen = born.plusYears(16);
        int year = sixteen.getMonthValue() >= 9 ? sixteen.getYear() + 1 : sixteen.getYear();
        LocalDate end = LocalDate.of(year, 6, 30);
        while (end.getDayOfWeek() != DayOfWeek.FRIDAY) {
            end = end.minusDays(1);
        }
        return !day.isBefore(start) && !day.isAfter(end);
    }

    private static boolean works(LocalDate day) {
        return TIMETABLE_HOLIDAYS.stream().noneMatch(day::equals)
                && day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    private static final Set<LocalDate> TIMETABLE_HOLIDAYS = holidays();

    private static Set<LocalDate> holidays() {
        Set<LocalDate> all = new HashSet<>();
        for (int year = FIRST.getYear(); year <= LAST.getYear(); year++) {
            all.addAll(new BankHolidays(Set.of(), Set.of()).in(year));
        }
        return all;
    }

    private static boolean unauthorised(AttendanceCode code) {
        return code == AttendanceCode.O || code == AttendanceCode.G || code == AttendanceCode.U;
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
