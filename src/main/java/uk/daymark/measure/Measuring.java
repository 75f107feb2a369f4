package uk.daymark.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import uk.daymark.measure.CountingRules.Anchor;
import uk.daymark.measure.CountingRules.Threshold;

/** Measures one pupil's register under a policy's rules of counting, with the proof of every figure. */
public final class Measuring {

    private final CountingRules rules;
    private final MeasuredRegister asked;
    private final AlignedRegister register;
    private final LocalDate asOf;
    /** Just after the last session on or before the day asked for. */
    private final int asOfEnd;
    /** Sessions of compulsory school age lie from here ... */
    private final int ageFrom;
    /** ... to just before here. */
    private final int ageEnd;

    private Measuring(MeasuredRegister asked, CountingRules rules) {
        this.rules = rules;
        this.asked = asked;
        this.register = AlignedRegister.of(asked.timetable(), asked.marks());
        this.asOf = asked.asOf();
        this.asOfEnd = register.endPositionOn(asOf);
        this.ageFrom = asked.compulsorySchoolAge()
                .map(age -> register.firstPositionOn(age.from()))
                .orElse(0);
        this.ageEnd = asked.compulsorySchoolAge()
                .map(age -> register.endPositionOn(age.to()))
                .orElse(register.end());
    }

    /** Counts everything there is to count. Never fails: a register without sessions gives figures of nothing. */
    public static Measurement measure(MeasuredRegister asked, CountingRules rules) {
        return new Measuring(asked, rules).measurement();
    }

    private Measurement measurement() {
        DateRange period = asked.summaryOver().orElseGet(this::fromTheFirstMark);
        Summary summary = summary(period);
        Threshold threshold = rules.threshold();
        RegisterWalk walk = new RegisterWalk(rules);
        walkOn(walk, 0, asOfEnd);
        Optional<Session> metSince = walk.met() ? sessionAt(walk.metSince()) : Optional.empty();
        walkOn(walk, asOfEnd, register.end());
        WindowCount byWeek = byWeek(threshold.anchored(Anchor.WEEK), sessionAt(walk.metAt()), metSince);
        WindowCount byDay = byDay(threshold.anchored(Anchor.DAY));
        boolean weekly = threshold.anchor() == Anchor.WEEK;
        // The returns to the authority speak of pupils of compulsory school age; deletion from the roll does not ask
        // for age.
        AbsenceRuns runsInSchoolAge = new AbsenceRuns(register, ageFrom, Math.min(asOfEnd, ageEnd));
        AbsenceRuns runs = new AbsenceRuns(register, 0, asOfEnd);
        return new Measurement(
                asOf,
                summary,
                summary.persistentlyAbsent()
                        ? bandSince(period, rules.absence().persistentPercent())
                        : Optional.empty(),
                summary.severelyAbsent() ? bandSince(period, rules.absence().severePercent()) : Optional.empty(),
                weekly ? byWeek : byDay,
                weekly ? byDay : byWeek,
                new LeaveRun(walk.longestRun(), sessionAt(walk.longestRunStart()), sessionAt(walk.runReached())),
                unexplained(),
                runsInSchoolAge.telling(
                        rules.returns().continuousCodes(), rules.returns().continuousDays()),
                runs.telling(rules.returns().deletionCodes(), rules.returns().deletionDays()),
                runsInSchoolAge.sickness(rules.returns().sicknessDays(), asOf),
                Patterns.in(register, asOfEnd, asOf, rules.pattern()));
    }

    private DateRange fromTheFirstMark() {
        LocalDate first = register.firstTaken().map(Session::date).orElse(asOf);
        return new DateRange(first.isAfter(asOf) ? asOf : first, asOf);
    }

    private Summary summary(DateRange period) {
        RegisterWalk walk = new RegisterWalk(rules);
        walk.walk(
                register.timetable(),
                register.codes(),
                register.firstPositionOn(period.from()),
                register.endPositionOn(period.to()));
        return Summary.of(
                period,
                walk.total(Tally.PRESENT),
                walk.total(Tally.APPROVED),
                walk.total(Tally.AUTHORISED),
                walk.total(Tally.UNAUTHORISED),
                walk.total(Tally.NOT_POSSIBLE),
                rules.absence());
    }

    /** The first session of the latest unbroken stretch, up to the end of the period, in which the band was reached. */
    private Optional<Session> bandSince(DateRange period, int percent) {
        int absent = 0;
        int possible = 0;
        Optional<Session> since = Optional.empty();
        int end = register.endPositionOn(period.to());
        for (int position = register.firstPositionOn(period.from()); position < end; position++) {
            Optional<StatisticalClass> taken = register.code(position).map(AttendanceCode::statisticalClass);
            if (taken.isEmpty()) {
                continue;
            }
            absent += taken.get().absent() ? 1 : 0;
            possible += taken.get().possible() ? 1 : 0;
            if (!Summary.reaches(percent, absent, possible)) {
                since = Optional.empty();
            } else if (since.isEmpty()) {
                since = Optional.of(register.session(position));
            }
        }
        return since;
    }

    /** Sessions outside compulsory school age leave the window and the run; the school weeks stay school weeks. */
    private void walkOn(RegisterWalk walk, int from, int to) {
        int start = Math.max(from, ageFrom);
        int end = Math.min(to, ageEnd);
        if (start < end) {
            walk.walk(register.timetable(), register.codes(), start, end);
        }
        walk.walk(register.timetable(), register.codes(), to, to);
    }

    private WindowCount byWeek(Threshold threshold, Optional<Session> metAt, Optional<Session> metSince) {
        WindowBounds bounds = WindowBounds.on(asOf, register.timetable(), threshold);
        return window(bounds, threshold, counted(bounds, threshold), metAt, metSince);
    }

    private WindowCount byDay(Threshold threshold) {
        WindowBounds bounds = WindowBounds.on(asOf, register.timetable(), threshold);
        List<MarkedSession> sessions = counted(bounds, threshold);
        Optional<Session> metAt = Optional.empty();
        Optional<Session> metSince = Optional.empty();
        int[] upTo = countedUpTo(threshold);
        for (int position = 0; position < register.end(); position++) {
            if (!register.planned(position)) {
                continue;
            }
            Session session = register.session(position);
            boolean met =
                    upTo[position + 1] - upTo[firstInDayWindow(session.date(), threshold)] >= threshold.sessions();
            if (met && metAt.isEmpty()) {
                metAt = Optional.of(session);
            }
            if (position < asOfEnd) {
                metSince = !met ? Optional.empty() : metSince.isPresent() ? metSince : Optional.of(session);
            }
        }
        boolean metNow = sessions.size() >= threshold.sessions();
        return window(bounds, threshold, sessions, metAt, metNow ? metSince : Optional.empty());
    }

    private int firstInDayWindow(LocalDate day, Threshold threshold) {
        return WindowBounds.from(day, register.timetable(), threshold)
                .map(register::firstPositionOn)
                .orElse(0);
    }

    private int[] countedUpTo(Threshold threshold) {
        int[] upTo = new int[register.end() + 1];
        for (int position = 0; position < register.end(); position++) {
            upTo[position + 1] = upTo[position] + (counts(position, threshold) ? 1 : 0);
        }
        return upTo;
    }

    private boolean counts(int position, Threshold threshold) {
        return position >= ageFrom
                && position < ageEnd
                && register.code(position).filter(threshold.codes()::contains).isPresent();
    }

    private List<MarkedSession> counted(WindowBounds bounds, Threshold threshold) {
        List<MarkedSession> sessions = new ArrayList<>();
        int from = bounds.from().map(register::firstPositionOn).orElse(asOfEnd);
        for (int position = from; position < asOfEnd; position++) {
            if (counts(position, threshold)) {
                sessions.add(marked(position));
            }
        }
        return sessions;
    }

    private MarkedSession marked(int position) {
        return new MarkedSession(
                register.session(position), register.code(position).orElseThrow());
    }

    private WindowCount window(
            WindowBounds bounds,
            Threshold threshold,
            List<MarkedSession> sessions,
            Optional<Session> metAt,
            Optional<Session> metSince) {
        int provisional = 0;
        int unconfirmed = 0;
        int firm = 0;
        for (MarkedSession counted : sessions) {
            boolean notFirm = threshold.notFirm().contains(counted.code());
            boolean waiting = asked.unconfirmed().contains(counted.session());
            provisional += counted.code() == AttendanceCode.N ? 1 : 0;
            unconfirmed += waiting ? 1 : 0;
            firm += notFirm || waiting ? 0 : 1;
        }
        boolean met = sessions.size() >= threshold.sessions();
        return new WindowCount(
                asOf,
                bounds.from(),
                bounds.schoolWeeks(),
                threshold.anchor(),
                threshold.sessions(),
                sessions,
                firm,
                provisional,
                unconfirmed,
                metAt,
                metSince,
                met ? fallsAwayOn(sessions, threshold) : Optional.empty(),
                bounds.weeksPassedOver());
    }

    /** The first school day (for whole weeks: Monday of the first school week) on which too few of these sessions are left. */
    private Optional<LocalDate> fallsAwayOn(List<MarkedSession> sessions, Threshold threshold) {
        Timetable timetable = register.timetable();
        // The session whose leaving makes the count too small.
        LocalDate last =
                sessions.get(sessions.size() - threshold.sessions()).session().date();
        for (LocalDate day = asOf.plusDays(1); !day.isAfter(timetable.lastDay()); day = day.plusDays(1)) {
            boolean worthLooking = threshold.anchor() == Anchor.DAY
                    ? timetable.isSchoolDay(day)
                    : day.equals(Timetable.mondayOf(day)) && timetable.isSchoolWeek(day);
            if (worthLooking
                    && WindowBounds.from(day, timetable, threshold)
                            .filter(from -> from.isAfter(last))
                            .isPresent()) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    private Optional<Session> sessionAt(int position) {
        return position == RegisterWalk.NEVER ? Optional.empty() : Optional.of(register.session(position));
    }

    private List<Unexplained> unexplained() {
        IntPredicate notYetEstablished = position -> register.code(position).equals(Optional.of(AttendanceCode.N));
        List<Unexplained> found = new ArrayList<>();
        for (int position = 0; position < asOfEnd; position++) {
            if (notYetEstablished.test(position)) {
                Session session = register.session(position);
                found.add(new Unexplained(
                        session,
                        new SchoolDays(asked.timetableOfTheSchoolOn(session.date()))
                                .add(session.date(), rules.unexplainedSchoolDays())));
            }
        }
        return found;
    }
}
