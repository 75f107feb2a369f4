package uk.daymark.enforcement.check;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import uk.daymark.enforcement.CheckedRule;
import uk.daymark.enforcement.ReferralRoute;
import uk.daymark.measure.CountingRules;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.Half;
import uk.daymark.measure.MarkedSession;
import uk.daymark.measure.MeasuredRegister;
import uk.daymark.measure.Session;
import uk.daymark.policy.Policy;
import uk.daymark.policy.PolicyEntry;

/** Whether the sessions on which a notice may rest are as many as the policy asks for. */
public final class EnoughSessions {

    private final ReferralRoute route;
    private final DateRange offence;
    private final Policy policy;
    private final CountingRules rules;
    private final MeasuredRegister register;

    /** @param offence the days of the notice; the policy's values on the last of them are used */
    public EnoughSessions(ReferralRoute route, DateRange offence, Policy policy, MeasuredRegister register) {
        this.route = route;
        this.offence = offence;
        this.policy = policy;
        this.rules = policy.countingRules(offence.to());
        this.register = register;
    }

    /** The rule that they are too few; empty where they are enough, or where the route asks for no number. */
    public Optional<CheckedRule> tooFew(List<MarkedSession> firm) {
        return switch (route) {
            case IRREGULAR -> threshold(firm);
            case LEAVE -> leave(firm);
            case PUBLIC_PLACE -> Optional.empty();
        };
    }

    private Optional<CheckedRule> threshold(List<MarkedSession> firm) {
        long reached = FirmSessions.inWindow(firm, offence, register, rules);
        int needed = rules.threshold().sessions();
        return reached >= needed
                ? Optional.empty()
                : Optional.of(new CheckedRule(
                        "THRESHOLD_NOT_MET",
                        reached + " of the sessions count in "
                                + rules.threshold().schoolWeeks() + " school weeks; " + needed + " are needed.",
                        Optional.empty(),
                        source("threshold.sessions"),
                        "More sessions in these weeks on which a notice may rest."));
    }

    private Optional<CheckedRule> leave(List<MarkedSession> firm) {
        int needed = rules.leave().consecutiveSessions();
        boolean consecutive = policy.yesNo("leave.consecutive", offence.to()).orElse(false);
        int reached = consecutive ? longestRun(firm) : mostInOneWindow(firm);
        return reached >= needed
                ? Optional.empty()
                : Optional.of(new CheckedRule(
                        "LEAVE_RUN_TOO_SHORT",
                        reached + " sessions of leave "
                                + (consecutive
                                        ? "follow one another; "
                                        : "count in " + rules.threshold().schoolWeeks() + " school weeks; ")
                                + needed + " are needed.",
                        Optional.empty(),
                        source("leave.run"),
                        "More sessions of the same leave on which a notice may rest."));
    }

    /** The longest run of planned sessions without another between them. */
    private int longestRun(List<MarkedSession> firm) {
        Set<Session> all = firm.stream().map(MarkedSession::session).collect(Collectors.toSet());
        int longest = 0;
        int run = 0;
        if (!firm.isEmpty()) {
            LocalDate last = firm.get(firm.size() - 1).session().date();
            for (LocalDate day = firm.get(0).session().date(); !day.isAfter(last); day = day.plusDays(1)) {
                for (Half half : Half.values()) {
                    Session session = new Session(day, half);
                    if (register.timetable().plans(session)) {
                        run = all.contains(session) ? run + 1 : 0;
                        longest = Math.max(longest, run);
                    }
                }
            }
        }
        return longest;
    }

    /** The most of them that lie together in as many school weeks as the threshold looks at. */
    private int mostInOneWindow(List<MarkedSession> firm) {
        Deque<Integer> weeks = new ArrayDeque<>();
        int most = 0;
        for (MarkedSession marked : firm) {
            int week = schoolWeek(firm.get(0).session().date(), marked.session().date());
            weeks.add(week);
            while (weeks.element() <= week - rules.threshold().schoolWeeks()) {
                weeks.remove();
            }
            most = Math.max(most, weeks.size());
        }
        return most;
    }

    /** The number of the school week of a day; that of the first day is 1. */
    private int schoolWeek(LocalDate first, LocalDate day) {
        return (int) first.datesUntil(day.plusDays(1))
                .filter(register.timetable()::isSchoolDay)
                .map(one -> one.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)))
                .distinct()
                .count();
    }

    private String source(String key) {
        return policy.entry(key, offence.to()).map(PolicyEntry::source).orElse("The policy " + policy.title());
    }
}
