package uk.daymark.enforcement.court;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import uk.daymark.enforcement.CheckedRule;
import uk.daymark.enforcement.check.FirmSessions;
import uk.daymark.enforcement.ledger.Notice;
import uk.daymark.enforcement.ledger.NoticeFile;
import uk.daymark.enforcement.ledger.PaymentClock;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.MarkedSession;
import uk.daymark.measure.ProsecutionLimit;
import uk.daymark.measure.Session;
import uk.daymark.policy.PolicyEntry;
import uk.daymark.time.Dates;

/**
 * Which sessions can be charged, and what stands against it. Pure: the same facts give the same answer.
 *
 * <p>Source: Education Act 1996, sections 444 to 444B; Magistrates' Courts Act 1980, section 127.
 */
final class CourtRules {

    private static final String PENALTY_NOTICE = "penalty notice";
    private static final String UNAUTHORISED_ONLY =
            "Education Act 1996, section 444: only absence without leave is an offence";
    private static final String DISCHARGED =
            "Education Act 1996, section 444A: no proceedings while a notice can be paid, and none once it is paid";
    private static final int MOST_SHOWN = 5;

    private CourtRules() {}

    /** The sessions between the days for which this parent can be charged as the register and the ledger stand. */
    static List<MarkedSession> chargeable(CourtFacts facts, DateRange charged) {
        Set<Session> settled = planned(facts, charged).stream()
                .filter(session -> facts.prosecuted().contains(session)
                        || !amongThose(facts, session)
                        || dischargedBy(facts, session).isPresent())
                .collect(Collectors.toSet());
        return FirmSessions.of(
                planned(facts, charged),
                facts.counting(),
                facts.policy().countingRules(charged.to()),
                facts.register(),
                settled);
    }

    /** Whether a session is among those of the notice for which it was decided; every session is where it was decided without one. */
    private static boolean amongThose(CourtFacts facts, Session session) {
        return facts.forNotice().isEmpty()
                || facts.notices().stream().anyMatch(file -> isFor(facts, file) && covers(file, session));
    }

    private static boolean isFor(CourtFacts facts, NoticeFile file) {
        return facts.forNotice().filter(file.notice().ref()::equals).isPresent();
    }

    /** Everything that stands against a charge for the sessions between these days. */
    static List<CheckedRule> against(CourtFacts facts, DateRange charged) {
        List<CheckedRule> against = new ArrayList<>();
        List<Session> planned = planned(facts, charged);
        List<Session> n = facts.publicPlace()
                ? List.of()
                : planned.stream()
                        .filter(session -> facts.register()
                                .marks()
                                .at(session)
                                .filter(AttendanceCode.N::equals)
                                .isPresent())
                        .toList();
        if (!n.isEmpty()) {
            against.add(rule(
                    "N_MARKS_IN_PERIOD",
                    "There is no reason yet for " + words(n) + ".",
                    UNAUTHORISED_ONLY,
                    "The school establishes the reasons and enters the codes."));
        }
        List<Session> unconfirmed = planned.stream()
                .filter(facts.register().unconfirmed()::contains)
                .toList();
        if (!unconfirmed.isEmpty()) {
            against.add(rule(
                    "CODE_NOT_CONFIRMED",
                    "A code was decided here and the school's register has not brought it yet: " + words(unconfirmed)
                            + ".",
                    UNAUTHORISED_ONLY,
                    "The school enters the code in its register."));
        }
        if (facts.register().compulsorySchoolAge().isEmpty()) {
            against.add(rule(
                    "DATE_OF_BIRTH_UNKNOWN",
                    "The child's date of birth is not known, so compulsory school age cannot be checked.",
                    "Education Act 1996, section 8",
                    "The school enters the date of birth."));
        }
        facts.notices().stream()
                .filter(file -> file.state().payable())
                .filter(file -> planned.stream().anyMatch(session -> covers(file, session)))
                .findFirst()
                .ifPresent(file -> against.add(canStillBePaid(file)));
        facts.notices().stream()
                .filter(file -> planned.stream().anyMatch(session -> covers(file, session)))
                .flatMap(file -> facts.undecided().getOrDefault(file.notice().ref(), List.of()).stream())
                .forEach(rule -> against.add(runningOn(facts, charged, rule)));
        facts.shut().forEach(rule -> against.add(runningOn(facts, charged, rule)));
        if (chargeable(facts, charged).isEmpty()) {
            against.add(rule(
                    "NOTHING_TO_CHARGE",
                    "There is no session between these days for which this parent can be charged."
                            + discharge(facts, planned),
                    DISCHARGED,
                    "Other days, or a register that says otherwise."));
        }
        return against;
    }

    /** What holds it back never stops the time limit: both are said. */
    private static CheckedRule runningOn(CourtFacts facts, DateRange charged, CheckedRule rule) {
        ProsecutionLimit limit = limit(facts, charged, chargeable(facts, charged));
        return new CheckedRule(
                rule.code(),
                rule.message(),
                rule.until(),
                rule.source(),
                rule.whatWouldChangeThis() + " The time limit runs on meanwhile: " + Dates.inWords(limit.safe())
                        + " counted from the first session, at the latest " + Dates.inWords(limit.outer()) + ".");
    }

    private static CheckedRule canStillBePaid(NoticeFile file) {
        Optional<LocalDate> last = file.notice().clock().map(PaymentClock::fullUntil);
        return new CheckedRule(
                "NOTICE_CAN_STILL_BE_PAID",
                "Notice " + file.notice().ref() + " is about these sessions and "
                        + last.map(day -> "can be paid until " + Dates.inWords(day))
                                .orElse("was not posted yet") + ".",
                last.map(day -> day.plusDays(1)),
                DISCHARGED,
                "Wait until its last day is over.");
    }

    private static String discharge(CourtFacts facts, List<Session> planned) {
        return planned.stream()
                .flatMap(session -> dischargedBy(facts, session).stream())
                .findFirst()
                .map(file -> file.state() == NoticeFile.State.UNPAID
                        ? " Notice " + file.notice().ref()
                                + " is about them and unpaid: whether it is prosecuted is decided for that notice."
                        : " Notice " + file.notice().ref() + " was "
                                + file.state().title().toLowerCase(Locale.UK) + ".")
                .orElse("");
    }

    /** The notice that bars a charge for a session: paid, withdrawn, prosecuted, or unpaid and to be decided by itself. */
    static Optional<NoticeFile> dischargedBy(CourtFacts facts, Session session) {
        List<NoticeFile> about =
                facts.notices().stream().filter(file -> covers(file, session)).toList();
        boolean unpaid = about.stream().anyMatch(file -> file.state() == NoticeFile.State.UNPAID);
        return about.stream()
                .filter(file -> switch (file.state()) {
                    case PAID, PROSECUTED -> true;
                    // A notice withdrawn for an error may have been issued again: then that one counts.
                    case WITHDRAWN -> !unpaid;
                    case UNPAID -> !isFor(facts, file);
                    case NOT_POSTED, ISSUED, PART_PAID -> false;
                })
                .findFirst();
    }

    private static boolean covers(NoticeFile file, Session session) {
        Notice notice = file.notice();
        return notice.sessions().isEmpty()
                ? notice.offence().contains(session.date())
                : notice.sessions().stream().anyMatch(marked -> marked.session().equals(session));
    }

    /** The time limit for these sessions; of the days themselves where there is none of them. */
    static ProsecutionLimit limit(CourtFacts facts, DateRange charged, List<MarkedSession> sessions) {
        DateRange offence = sessions.isEmpty()
                ? charged
                : new DateRange(
                        sessions.get(0).session().date(),
                        sessions.get(sessions.size() - 1).session().date());
        return ProsecutionLimit.of(
                offence, facts.policy().number(CourtFacts.LIMIT, charged.to()).orElseThrow());
    }

    /** Whether the last day to begin is over on a day. */
    static Optional<CheckedRule> outOfTime(CourtFacts facts, ProsecutionLimit limit, LocalDate day) {
        return day.isAfter(limit.outer())
                ? Optional.of(rule(
                        "OUT_OF_TIME",
                        "The last day to begin was " + Dates.inWords(limit.outer())
                                + ", counted from the last session charged.",
                        source(facts, CourtFacts.LIMIT, limit.outer()),
                        "Nothing. End it and say why."))
                : Optional.empty();
    }

    /** The steps that the policy has before this tier and that were not taken for this parent. Empty where it leaves the choice. */
    static List<String> leftOut(CourtFacts facts, Tier tier) {
        if (facts.publicPlace()) {
            // The ladder is that of irregular attendance.
            return List.of();
        }
        List<String> ladder = facts.policy().list("ladder", facts.today()).orElse(List.of());
        String here = tier == Tier.OPEN_COURT ? "444(1A)" : "444(1)";
        List<String> before = new ArrayList<>();
        for (String step : ladder) {
            if (step.contains(here)) {
                return facts.earlier().inOrder() ? before : List.of();
            }
            boolean taken = step.equals(PENALTY_NOTICE)
                    ? facts.earlier().convicted() || facts.earlier().noticed()
                    : facts.earlier().convicted();
            if (!taken) {
                before.add(step);
            }
        }
        return List.of();
    }

    private static List<Session> planned(CourtFacts facts, DateRange charged) {
        return FirmSessions.planned(facts.register(), charged);
    }

    static String source(CourtFacts facts, String key, LocalDate on) {
        return facts.policy()
                .entry(key, on)
                .map(PolicyEntry::source)
                .orElse("The policy " + facts.policy().title());
    }

    static CheckedRule rule(String code, String message, String source, String whatWouldChangeThis) {
        return new CheckedRule(code, message, Optional.empty(), source, whatWouldChangeThis);
    }

    private static String words(List<Session> sessions) {
        String first = sessions.stream().limit(MOST_SHOWN).map(Session::inWords).collect(Collectors.joining(", "));
        return sessions.size() <= MOST_SHOWN ? first : first + " and " + (sessions.size() - MOST_SHOWN) + " more";
    }
}
