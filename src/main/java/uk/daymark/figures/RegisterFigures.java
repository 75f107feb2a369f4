package uk.daymark.figures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.daymark.measure.AbsenceRun;
import uk.daymark.measure.MarkedSession;
import uk.daymark.measure.Measurement;
import uk.daymark.measure.Pattern;
import uk.daymark.measure.Session;
import uk.daymark.measure.WindowCount;
import uk.daymark.policy.Policy;

/**
 * The figures of a register as they are written to JSON. What there is none of is null, never left out. Field names are a contract.
 *
 * @param policy the policy they were computed under
 * @param asOf the day they speak of
 * @param summary attendance in a period
 * @param window the rolling window with its sessions
 * @param leaveRun the longest run of leave without permission
 * @param unexplained sessions whose reason is not yet established
 * @param continuousAbsence the unbroken absence that bears on the return to the authority: the latest to be reported, else the longest
 * @param deletionRun the same for deletion from the roll
 * @param sickness days touched by illness in the school year
 * @param patterns prompts for a conversation; never a test for a sanction
 * @param findings what the policy says must be looked at
 * @param warnings what the reader should know
 */
public record RegisterFigures(
        PolicyUsed policy,
        LocalDate asOf,
        SummaryFigures summary,
        WindowFigures window,
        LeaveRunFigures leaveRun,
        List<UnexplainedSession> unexplained,
        @Nullable RunFigures continuousAbsence,
        @Nullable RunFigures deletionRun,
        SicknessFigures sickness,
        List<PatternFigures> patterns,
        List<Finding> findings,
        List<Note> warnings) {

    /** @param version content hash of the policy, its inheritance and any overrides */
    public record PolicyUsed(String name, String title, String version) {}

    /** @param attendancePercent for showing: two places, rounded half up; null where nothing was possible */
    public record SummaryFigures(
            LocalDate from,
            LocalDate to,
            int present,
            int approved,
            int authorised,
            int unauthorised,
            int notPossible,
            int possible,
            int absent,
            @Nullable String attendancePercent,
            boolean persistentlyAbsent,
            boolean severelyAbsent) {}

    /** @param unconfirmed counted sessions whose code the school's register has yet to confirm; not firm */
    public record WindowFigures(
            LocalDate asOf,
            @Nullable LocalDate from,
            int schoolWeeks,
            String anchor,
            int required,
            int count,
            int firm,
            int provisional,
            int unconfirmed,
            boolean met,
            @Nullable SessionAt metAt,
            @Nullable LocalDate fallsAwayOn,
            List<CountedSession> sessions,
            List<LocalDate> weeksPassedOver,
            OtherReading otherReading) {}

    /** A session: {@code session} is AM or PM. */
    public record SessionAt(LocalDate date, String session) {

        static SessionAt of(Session session) {
            return new SessionAt(session.date(), session.half().name());
        }
    }

    /** A session that is counted. */
    public record CountedSession(LocalDate date, String session, String code) {}

    /** The window laid the other way. */
    public record OtherReading(String anchor, @Nullable LocalDate from, int count, boolean met) {}

    /** @param required length from which the policy looks at a run */
    public record LeaveRunFigures(
            List<String> codes,
            int longest,
            int required,
            @Nullable SessionAt from,
            @Nullable SessionAt reachedAt) {}

    /** @param replaceBy the last day on which the N may be replaced; null where the calendar ends before */
    public record UnexplainedSession(
            LocalDate date, String session, @Nullable LocalDate replaceBy) {}

    /**
     * @param reachedOn the day on which it grew long enough to be looked at; null where it did not
     * @param goingOn whether no later school day has ended it
     */
    public record RunFigures(
            LocalDate from,
            LocalDate to,
            int schoolDays,
            @Nullable LocalDate reachedOn,
            boolean goingOn) {}

    /** @param reachedOn the day on which there were enough days to be looked at; null where there were not */
    public record SicknessFigures(int schoolDays, @Nullable LocalDate reachedOn) {}

    /** @param absences absences in the weeks looked at */
    public record PatternFigures(String kind, int absences, List<CountedSession> sessions) {}

    /**
     * Something the policy says must be looked at.
     *
     * @param since the day since which it has held without a break
     * @param source where the policy's rule is written
     */
    public record Finding(String kind, LocalDate since, String source) {}

    /** The figures of a measurement under a policy. */
    public static RegisterFigures of(Policy policy, Measurement measured, List<Note> warnings) {
        return new RegisterFigures(
                new PolicyUsed(policy.name(), policy.title(), policy.version()),
                measured.asOf(),
                summary(measured),
                window(measured),
                leaveRun(policy, measured),
                measured.unexplained().stream()
                        .map(open -> new UnexplainedSession(
                                open.session().date(),
                                open.session().half().name(),
                                open.replaceBy().orElse(null)))
                        .toList(),
                run(measured.continuousAbsence()),
                run(measured.deletionRun()),
                new SicknessFigures(
                        measured.sickness().schoolDays(),
                        measured.sickness().reachedOn().orElse(null)),
                measured.patterns().stream().map(RegisterFigures::pattern).toList(),
                findings(policy, measured),
                List.copyOf(warnings));
    }

    private static SummaryFigures summary(Measurement measured) {
        var summary = measured.summary();
        return new SummaryFigures(
                summary.period().from(),
                summary.period().to(),
                summary.present(),
                summary.approved(),
                summary.authorised(),
                summary.unauthorised(),
                summary.notPossible(),
                summary.possible(),
                summary.absent(),
                summary.attendancePercent().map(BigDecimal::toPlainString).orElse(null),
                summary.persistentlyAbsent(),
                summary.severelyAbsent());
    }

    private static WindowFigures window(Measurement measured) {
        WindowCount window = measured.window();
        WindowCount other = measured.otherReading();
        return new WindowFigures(
                window.asOf(),
                window.from().orElse(null),
                window.schoolWeeks(),
                window.anchor().name(),
                window.required(),
                window.count(),
                window.firm(),
                window.provisional(),
                window.unconfirmed(),
                window.met(),
                window.metAt().map(SessionAt::of).orElse(null),
                window.fallsAwayOn().orElse(null),
                window.sessions().stream().map(RegisterFigures::counted).toList(),
                window.weeksPassedOver(),
                new OtherReading(other.anchor().name(), other.from().orElse(null), other.count(), other.met()));
    }

    private static LeaveRunFigures leaveRun(Policy policy, Measurement measured) {
        var leave = policy.countingRules(measured.asOf()).leave();
        return new LeaveRunFigures(
                leave.codes().stream().map(code -> code.token()).sorted().toList(),
                measured.leaveRun().longest(),
                leave.consecutiveSessions(),
                measured.leaveRun().first().map(SessionAt::of).orElse(null),
                measured.leaveRun().reachedAt().map(SessionAt::of).orElse(null));
    }

    private static @Nullable RunFigures run(Optional<AbsenceRun> run) {
        return run.map(found -> new RunFigures(
                        found.from(),
                        found.to(),
                        found.schoolDays(),
                        found.reachedOn().orElse(null),
                        found.goingOn()))
                .orElse(null);
    }

    private static PatternFigures pattern(Pattern pattern) {
        return new PatternFigures(
                pattern.kind().name(),
                pattern.absences(),
                pattern.sessions().stream().map(RegisterFigures::counted).toList());
    }

    private static CountedSession counted(MarkedSession marked) {
        return new CountedSession(
                marked.session().date(),
                marked.session().half().name(),
                marked.code().token());
    }

    private static List<Finding> findings(Policy policy, Measurement measured) {
        List<Finding> found = new ArrayList<>();
        Findings rules = new Findings(policy, measured.asOf(), found);
        rules.add("PENALTY_NOTICE_THRESHOLD", measured.window().metSince().map(Session::date), "threshold.sessions");
        rules.add("PERSISTENT_ABSENCE", measured.persistentSince().map(Session::date), "tier.persistent");
        rules.add("SEVERE_ABSENCE", measured.severeSince().map(Session::date), "tier.severe");
        // Where the policy's rule for leave is not about consecutive sessions, a run is shown but finds nothing.
        boolean consecutive = policy.yesNo("leave.consecutive", measured.asOf()).orElse(false);
        if (consecutive) {
            rules.add(
                    "LEAVE_RUN",
                    measured.leaveRun().reachedAt().map(Session::date).filter(day -> !day.isAfter(measured.asOf())),
                    "leave.run");
        }
        rules.add(
                "CONTINUOUS_ABSENCE",
                measured.continuousAbsence().filter(AbsenceRun::goingOn).flatMap(AbsenceRun::reachedOn),
                "return.10day.days");
        rules.add("SICKNESS", measured.sickness().reachedOn(), "return.15day.days");
        return List.copyOf(found);
    }

    /** Findings being gathered, each with the source of the policy value it rests on. */
    private record Findings(Policy policy, LocalDate asOf, List<Finding> found) {

        void add(String kind, Optional<LocalDate> since, String key) {
            since.ifPresent(day -> found.add(
                    new Finding(kind, day, policy.entry(key, asOf).orElseThrow().source())));
        }
    }
}
