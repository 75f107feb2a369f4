package uk.daymark.enforcement.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.daymark.enforcement.CheckedRule;
import uk.daymark.enforcement.NoticeAnswer;
import uk.daymark.enforcement.NoticeCheck;
import uk.daymark.enforcement.NoticeQuestion;
import uk.daymark.enforcement.ReferralRoute;
import uk.daymark.enforcement.check.EnoughSessions;
import uk.daymark.enforcement.check.FirmSessions;
import uk.daymark.enforcement.check.ParentGates;
import uk.daymark.enforcement.ledger.NoticeRef;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.MarkedSession;
import uk.daymark.measure.MeasuredRegister;
import uk.daymark.measure.Session;

/**
 * Every rule that stands between a proposal and a notice, looked at in one go: all that fail are told, not only the first. Pure: the
 * same facts give the same answer, in the application and in a test's memory.
 *
 * <p>Source: domain rules of section 444A of the Education Act 1996 and the codes of conduct made under it; each answer names its own.
 */
public final class IssueRules {

    private static final String NEVER_ON_N =
            "Education Act 1996, section 444; the register's regulations: a reason that is not"
                    + " established is no offence yet";
    private static final String PER_PARENT = ParentGates.PER_PARENT;
    private static final int MOST_SHOWN = 5;

    private final NoticeCheck check;

    /** @param check the rules of number, age and time */
    public IssueRules(NoticeCheck check) {
        this.check = check;
    }

    /** Looks at every rule. */
    public IssueAnswer check(Proposal proposal, IssueFacts facts) {
        NoticeAnswer terms = check.check(new NoticeQuestion(
                facts.policy(),
                proposal.kind(),
                facts.today(),
                proposal.postOn(),
                proposal.offence(),
                facts.dateOfBirth(),
                facts.previous()));
        List<CheckedRule> blocked = new ArrayList<>(terms.blocked());
        sessions(proposal, facts, blocked);
        person(facts.parent(), proposal, blocked);
        decider(facts.decider(), proposal, blocked);
        if (facts.dateOfBirth().isEmpty()) {
            blocked.add(rule(
                    "DATE_OF_BIRTH_UNKNOWN",
                    "The child's date of birth is not known, so compulsory school age cannot be checked.",
                    "Education Act 1996, section 8",
                    "The school enters the date of birth."));
        }
        if (proposal.postOn().isBefore(facts.today()) || proposal.offence().to().isAfter(facts.today())) {
            blocked.add(rule(
                    "DATES_DO_NOT_FIT",
                    "A notice is posted on the day of issue or later, for an offence that has ended.",
                    "Education (Penalty Notices) (England) Regulations 2007",
                    "Another day of posting, or sessions up to today."));
        }
        blocked.addAll(facts.holds());
        return new IssueAnswer(terms, blocked, terms.warnings());
    }

    /** The sessions of a proposal that a notice may rest on as the register stands: what is measured again at the moment of issue. */
    public static List<MarkedSession> firm(Proposal proposal, IssueFacts facts) {
        return FirmSessions.of(
                proposal.sessions(),
                proposal.route(),
                facts.policy().countingRules(proposal.offence().to()),
                facts.register(),
                facts.used().keySet());
    }

    private static void sessions(Proposal proposal, IssueFacts facts, List<CheckedRule> blocked) {
        MeasuredRegister register = facts.register();
        if (proposal.sessions().isEmpty()) {
            blocked.add(rule(
                    "NO_SESSIONS",
                    "No session was named.",
                    PER_PARENT,
                    "Name the sessions that the notice relies on."));
            return;
        }
        List<Session> n = notEstablished(proposal, register);
        if (!n.isEmpty()) {
            blocked.add(rule(
                    "N_MARKS_IN_PERIOD",
                    "There is no reason yet for " + words(n) + ".",
                    NEVER_ON_N,
                    "The school establishes the reasons and enters the codes."));
        }
        List<Session> unconfirmed = proposal.sessions().stream()
                .filter(register.unconfirmed()::contains)
                .toList();
        if (!unconfirmed.isEmpty()) {
            blocked.add(rule(
                    "CODE_NOT_CONFIRMED",
                    "A code was decided here and the school's register has not brought it yet: " + words(unconfirmed)
                            + ".",
                    NEVER_ON_N,
                    "The school enters the code in its register."));
        }
        List<Session> used =
                proposal.sessions().stream().filter(facts.used()::containsKey).toList();
        used.stream()
                .flatMap(session -> Optional.ofNullable(facts.used().get(session)).stream())
                .findFirst()
                .ifPresent(
                        by -> blocked.add(
                                rule(
                                        "SESSION_USED_BEFORE",
                                        by.title() + " relies on " + words(used) + " already.",
                                        "Education Act 1996, section 444A: payment discharges liability for the same offence",
                                        "Leave these sessions out. Only a notice that was withdrawn for material errors lets its sessions serve again.")));
        List<MarkedSession> firm = firm(proposal, facts);
        List<Session> others = proposal.sessions().stream()
                .filter(session -> !unconfirmed.contains(session) && !used.contains(session))
                .filter(session ->
                        firm.stream().noneMatch(marked -> marked.session().equals(session)))
                .toList();
        if (!others.isEmpty()) {
            blocked.add(rule(
                    "SESSION_IS_NO_OFFENCE",
                    "As the register stands, no notice can rest on " + words(others) + ".",
                    NEVER_ON_N,
                    "Leave these sessions out, or the school corrects its register."));
        }
        new EnoughSessions(proposal.route(), proposal.offence(), facts.policy(), register)
                .tooFew(firm)
                .ifPresent(blocked::add);
    }

    /** In the days that the referral speaks of and in those of the offence, which may reach beyond them. */
    private static List<Session> notEstablished(Proposal proposal, MeasuredRegister register) {
        if (proposal.route() == ReferralRoute.PUBLIC_PLACE) {
            return List.of();
        }
        return Stream.of(proposal.period(), proposal.offence())
                .flatMap(days -> FirmSessions.planned(register, days).stream())
                .filter(session -> register.marks()
                        .at(session)
                        .filter(AttendanceCode.N::equals)
                        .isPresent())
                .distinct()
                .sorted()
                .toList();
    }

    private static void person(IssueFacts.Parent parent, Proposal proposal, List<CheckedRule> blocked) {
        blocked.addAll(ParentGates.failed(new ParentGates.Facts(
                parent.ofThisChild(),
                parent.mayBeContacted(),
                parent.notPostable(),
                parent.maybeTheSame().stream().map(NoticeRef::value).toList(),
                proposal.liability())));
    }

    private static void decider(IssueFacts.Decider decider, Proposal proposal, List<CheckedRule> blocked) {
        if (!decider.mayDecide()) {
            blocked.add(rule(
                    "NOT_AUTHORISED_TO_DECIDE",
                    "Only an officer or the panel of the child's authority may decide this.",
                    "Education Act 1996, section 444B: authorised officers",
                    "An officer or the panel of that authority decides."));
        }
        if (decider.referrers().contains(decider.userName())) {
            blocked.add(rule(
                    "DECIDER_REFERRED_IT",
                    "Whoever referred the case does not decide about it.",
                    "Fairness: nobody decides on their own referral",
                    "Somebody else decides."));
        }
        if (proposal.reason().isBlank() || decider.userName().isBlank()) {
            blocked.add(rule(
                    "NO_REASON",
                    "A named person decides, with a reason.",
                    "Codes of conduct: each case on its merits",
                    "Give the reason."));
        }
    }

    static CheckedRule rule(String code, String message, String source, String whatWouldChangeThis) {
        return new CheckedRule(code, message, Optional.empty(), source, whatWouldChangeThis);
    }

    private static String words(List<Session> sessions) {
        String first = sessions.stream().limit(MOST_SHOWN).map(Session::inWords).collect(Collectors.joining(", "));
        return sessions.size() <= MOST_SHOWN ? first : first + " and " + (sessions.size() - MOST_SHOWN) + " more";
    }
}
