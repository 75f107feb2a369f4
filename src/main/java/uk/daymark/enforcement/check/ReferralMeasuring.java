package uk.daymark.enforcement.check;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import uk.daymark.enforcement.ReferralFigures;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.CountingRules;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.Half;
import uk.daymark.measure.MeasuredRegister;
import uk.daymark.measure.SchoolDays;
import uk.daymark.measure.Session;
import uk.daymark.measure.StatisticalClass;
import uk.daymark.policy.Policy;

/** Walks a period of a register once, session by session, and counts what the rules of a referral ask for. */
final class ReferralMeasuring {

    private final CountingRules rules;
    private final boolean consecutive;
    private final MeasuredRegister register;
    private final DateRange period;

    private int weeks;
    private int planned;
    private int taken;
    private int possible;
    private int absent;
    private int unauthorised;
    private int nMarks;
    private int run;
    private int longestRun;
    /** Of each session of leave in the window that is walked, the number of its school week. */
    private final Deque<Integer> leaveWeeks = new ArrayDeque<>();

    private int mostInOneWindow;
    private Optional<LocalDate> lastLeave = Optional.empty();

    private ReferralMeasuring(Policy policy, MeasuredRegister register, DateRange period) {
        this.rules = policy.countingRules(period.to());
        this.consecutive = policy.yesNo("leave.consecutive", period.to()).orElse(false);
        this.register = register;
        this.period = period;
    }

    static ReferralFigures of(Policy policy, MeasuredRegister register, DateRange period) {
        ReferralMeasuring counting = new ReferralMeasuring(policy, register, period);
        counting.walk();
        return counting.figures();
    }

    private void walk() {
        LocalDate week = LocalDate.MIN;
        for (LocalDate day = period.from(); !day.isAfter(period.to()); day = day.plusDays(1)) {
            if (!register.timetable().isSchoolDay(day)) {
                continue;
            }
            LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            weeks += monday.equals(week) ? 0 : 1;
            week = monday;
            for (Half half : Half.values()) {
                Session session = new Session(day, half);
                if (register.timetable().plans(session)) {
                    planned++;
                    count(session);
                }
            }
        }
    }

    private void count(Session session) {
        Optional<AttendanceCode> mark = register.marks().at(session);
        boolean inSchoolAge = register.compulsorySchoolAge()
                .map(age -> age.contains(session.date()))
                .orElse(true);
        boolean leave =
                inSchoolAge && mark.filter(rules.leave().codes()::contains).isPresent();
        run = leave ? run + 1 : 0;
        longestRun = Math.max(longestRun, run);
        if (leave) {
            leaveWeeks.add(weeks);
            while (leaveWeeks.element() <= weeks - rules.threshold().schoolWeeks()) {
                leaveWeeks.remove();
            }
            mostInOneWindow = Math.max(mostInOneWindow, leaveWeeks.size());
            lastLeave = Optional.of(session.date());
        }
        mark.ifPresent(code -> count(code, inSchoolAge));
    }

    private void count(AttendanceCode code, boolean inSchoolAge) {
        StatisticalClass kind = code.statisticalClass();
        taken++;
        possible += kind.possible() ? 1 : 0;
        nMarks += code == AttendanceCode.N ? 1 : 0;
        if (inSchoolAge) {
            absent += kind.absent() ? 1 : 0;
            unauthorised += kind == StatisticalClass.UNAUTHORISED
                            && !rules.threshold().notFirm().contains(code)
                    ? 1
                    : 0;
        }
    }

    private ReferralFigures figures() {
        boolean hasCalendar = !register.timetable().isEmpty();
        return new ReferralFigures(
                known(hasCalendar, weeks),
                known(hasCalendar, planned),
                known(taken > 0, possible),
                known(taken > 0, absent),
                known(taken > 0, unauthorised),
                known(taken > 0, nMarks),
                known(taken > 0, consecutive ? longestRun : mostInOneWindow),
                lastLeave.flatMap(day -> new SchoolDays(register.timetable()).add(day, 1)));
    }

    private static Optional<Integer> known(boolean known, int number) {
        return known ? Optional.of(number) : Optional.empty();
    }
}
