package uk.daymark.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.daymark.figures.MeasuredFigures;
import uk.daymark.measure.AbsenceRun;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.CompulsorySchoolAge;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.Half;
import uk.daymark.measure.MarkedSession;
import uk.daymark.measure.MeasuredRegister;
import uk.daymark.measure.Measurement;
import uk.daymark.measure.Pattern;
import uk.daymark.measure.RegisterDates;
import uk.daymark.measure.Session;
import uk.daymark.measure.Summary;
import uk.daymark.measure.Timetable;
import uk.daymark.measure.WindowCount;
import uk.daymark.policy.Band;
import uk.daymark.policy.Policies;
import uk.daymark.policy.Policy;
import uk.daymark.register.StoredRegister.PupilRegister;
import uk.daymark.time.Dates;

/** Measures a pupil's register on a day and says what of it a rule of the policy speaks of. */
@Component
class Measures {

    private static final Set<AttendanceCode> LATE = Set.of(AttendanceCode.L, AttendanceCode.U);

    private final Policies policies;
    private final Dates dates;

    Measures(Policies policies, Dates dates) {
        this.policies = policies;
        this.dates = dates;
    }

    /** What was measured of one pupil, in the school year to date. */
    record Measured(Policy policy, MeasuredFigures figures, List<MarkedSession> taken, LocalDate asOf) {

        Held.Under under() {
            return new Held.Under(policy.name(), policy.version());
        }

        Measurement measurement() {
            return figures.measurement();
        }

        List<MarkedSession> absences() {
            return taken.stream()
                    .filter(marked -> marked.code().statisticalClass().absent())
                    .toList();
        }

        int number(String key) {
            return policy.number(key, asOf).orElseThrow();
        }

        /** Whether enough sessions were possible for a share of them to mean anything. */
        boolean enough() {
            return measurement().summary().possible() >= number("escalation.least_possible");
        }
    }

    /** Measures; empty where the school's policy is not there any more. */
    Optional<Measured> measure(PupilRegister stored, LocalDate asOf) {
        return policies.named(stored.policyName()).map(policy -> {
            DateRange year = new DateRange(RegisterDates.schoolYearOf(asOf).from(), asOf);
            MeasuredRegister register = new MeasuredRegister(
                    Timetable.of(stored.parts()),
                    stored.parts(),
                    stored.marks(),
                    stored.unconfirmed(),
                    asOf,
                    Optional.of(year),
                    stored.dateOfBirth().map(CompulsorySchoolAge::of));
            return new Measured(policy, MeasuredFigures.of(policy, register, List.of()), taken(register, year), asOf);
        });
    }

    private static List<MarkedSession> taken(MeasuredRegister register, DateRange days) {
        List<MarkedSession> taken = new ArrayList<>();
        for (LocalDate day = days.from(); !day.isAfter(days.to()); day = day.plusDays(1)) {
            for (Half half : Half.values()) {
                Session session = new Session(day, half);
                if (register.timetable().plans(session)) {
                    register.marks().at(session).ifPresent(code -> taken.add(new MarkedSession(session, code)));
                }
            }
        }
        return taken;
    }

    /** Everything that holds, one of each kind at most. */
    List<Held> held(Measured measured) {
        List<Held> held = new ArrayList<>();
        measured.figures()
                .figures()
                .findings()
                .forEach(finding -> held(FindingKind.valueOf(finding.kind()), finding.since(), measured)
                        .ifPresent(held::add));
        band(measured).ifPresent(held::add);
        firstLetter(measured).ifPresent(held::add);
        pattern(measured).ifPresent(held::add);
        lateness(measured).ifPresent(held::add);
        return held;
    }

    private Optional<Held> held(FindingKind kind, LocalDate since, Measured measured) {
        Measurement counted = measured.measurement();
        return switch (kind) {
            case PENALTY_NOTICE_THRESHOLD -> Optional.of(threshold(measured, since));
            case PERSISTENT_ABSENCE -> share(kind, since, measured, "persistently absent");
            case SEVERE_ABSENCE -> share(kind, since, measured, "severely absent");
            case LEAVE_RUN ->
                Optional.of(Held.of(
                        kind.name(),
                        since,
                        counted.leaveRun().longest(),
                        counted.leaveRun().longest() + " sessions of leave without permission in a row",
                        run(
                                measured,
                                counted.leaveRun().first(),
                                counted.leaveRun().longest())));
            case CONTINUOUS_ABSENCE -> counted.continuousAbsence().map(run -> continuous(run, since, measured));
            case SICKNESS ->
                Optional.of(Held.of(
                        kind.name(),
                        since,
                        counted.sickness().schoolDays(),
                        counted.sickness().schoolDays() + " school days with illness this school year",
                        measured.taken().stream()
                                .filter(marked -> marked.code() == AttendanceCode.I)
                                .toList()));
            default -> Optional.empty();
        };
    }

    private static Held threshold(Measured measured, LocalDate since) {
        WindowCount window = measured.measurement().window();
        String sentence = Sentences.sessions(window.count()) + " without leave in "
                + measured.number("threshold.window")
                + " school weeks (threshold " + window.required() + ")"
                + (window.provisional() == 0 ? "" : ", " + window.provisional() + " of them with no reason known yet")
                + (window.unconfirmed() == 0
                        ? ""
                        : ", " + window.unconfirmed()
                                + " of them with a code that the school's register has not taken yet");
        return new Held(
                FindingKind.PENALTY_NOTICE_THRESHOLD.name(),
                since,
                window.count(),
                window.firm(),
                window.provisional(),
                sentence,
                window.sessions(),
                window.weeksPassedOver());
    }

    private static Optional<Held> share(FindingKind kind, LocalDate since, Measured measured, String what) {
        if (!measured.enough()) {
            return Optional.empty();
        }
        Summary summary = measured.measurement().summary();
        return Optional.of(Held.of(
                kind.name(), since, summary.absent(), Sentences.missed(summary) + ": " + what, measured.absences()));
    }

    private Held continuous(AbsenceRun run, LocalDate since, Measured measured) {
        return Held.of(
                FindingKind.CONTINUOUS_ABSENCE.name(),
                since,
                run.schoolDays(),
                run.schoolDays() + " school days of unbroken absence since " + dates.day(run.from()),
                measured.taken().stream()
                        .filter(marked -> new DateRange(run.from(), run.to())
                                .contains(marked.session().date()))
                        .toList());
    }

    private static List<MarkedSession> run(Measured measured, Optional<Session> first, int length) {
        return measured.taken().stream()
                .filter(marked -> first.filter(from -> marked.session().compareTo(from) >= 0)
                        .isPresent())
                .limit(length)
                .toList();
    }

    /** The lowest of the policy's bands that the pupil has fallen into. */
    private Optional<Held> band(Measured measured) {
        if (!measured.enough()) {
            return Optional.empty();
        }
        Summary summary = measured.measurement().summary();
        return lowestBand(measured.policy(), measured.asOf(), summary.absent(), summary.possible())
                .map(band -> Held.of(
                        FindingKind.ATTENDANCE_BELOW_BAND.name(),
                        since(band.below().orElseThrow(), measured),
                        summary.absent(),
                        Sentences.missed(summary) + ": below " + band.below().orElseThrow() + "%, " + band.name(),
                        measured.absences()));
    }

    /** The lowest band of attendance that is not the highest, with so many sessions missed; empty where none is reached. */
    static Optional<Band> lowestBand(Policy policy, LocalDate on, int absent, int possible) {
        return policy.bands("tier.bands", on).orElse(List.of()).stream()
                .filter(band -> band.below()
                        .filter(percent -> isBelow(percent, absent, possible))
                        .isPresent())
                .min(Comparator.comparing(band -> band.below().orElseThrow()));
    }

    /** By whole numbers, never by a rounded percentage. */
    private static boolean isBelow(int percent, int absent, int possible) {
        return possible > 0 && 100L * (possible - absent) < (long) percent * possible;
    }

    private static LocalDate since(int percent, Measured measured) {
        int least = measured.number("escalation.least_possible");
        int possible = 0;
        int absent = 0;
        Optional<LocalDate> since = Optional.empty();
        for (MarkedSession marked : measured.taken()) {
            possible += marked.code().statisticalClass().possible() ? 1 : 0;
            absent += marked.code().statisticalClass().absent() ? 1 : 0;
            boolean below = possible >= least && isBelow(percent, absent, possible);
            since = below ? since.or(() -> Optional.of(marked.session().date())) : Optional.empty();
        }
        return since.orElse(measured.asOf());
    }

    private static Optional<Held> firstLetter(Measured measured) {
        WindowCount window = measured.measurement().window();
        return measured.policy()
                .number("letter.first_at", measured.asOf())
                .filter(first -> window.count() >= first)
                .map(first -> new Held(
                        FindingKind.UNAUTHORISED_FOR_LETTER.name(),
                        window.sessions().get(first - 1).session().date(),
                        window.count(),
                        window.firm(),
                        window.provisional(),
                        Sentences.sessions(window.count()) + " without leave in " + measured.number("threshold.window")
                                + " school weeks (first letter at " + first + ")",
                        window.sessions(),
                        window.weeksPassedOver()));
    }

    private static Optional<Held> pattern(Measured measured) {
        return measured.measurement().patterns().stream()
                .max(Comparator.comparing(pattern -> pattern.sessions().size()))
                .filter(pattern -> !pattern.sessions().isEmpty())
                .map(pattern -> {
                    List<MarkedSession> sessions = pattern.sessions();
                    return Held.of(
                            FindingKind.PATTERN.name(),
                            sessions.get(sessions.size() - 1).session().date(),
                            sessions.size(),
                            sessions.size() + " of " + pattern.absences() + " absences " + where(pattern.kind()),
                            sessions);
                });
    }

    private static String where(Pattern.Kind kind) {
        return switch (kind) {
            case MONDAYS -> "on Mondays";
            case TUESDAYS -> "on Tuesdays";
            case WEDNESDAYS -> "on Wednesdays";
            case THURSDAYS -> "on Thursdays";
            case FRIDAYS -> "on Fridays";
            case EVERY_OTHER_WEEK -> "in every other school week";
            case EDGE_OF_CLOSURE -> "next to a weekend, a closure or a holiday";
        };
    }

    private static Optional<Held> lateness(Measured measured) {
        int weeks = measured.number("lateness.window");
        int least = measured.number("lateness.sessions");
        Optional<LocalDate> from = firstOfWeeks(measured, weeks);
        List<MarkedSession> late = measured.taken().stream()
                .filter(marked -> LATE.contains(marked.code()))
                .filter(marked -> from.filter(first -> !marked.session().date().isBefore(first))
                        .isPresent())
                .toList();
        return late.size() < least
                ? Optional.empty()
                : Optional.of(Held.of(
                        FindingKind.LATENESS.name(),
                        late.get(least - 1).session().date(),
                        late.size(),
                        "Late " + late.size() + " times in " + weeks + " school weeks (letter from " + least + ")",
                        late));
    }

    /** The Monday of the first of so many school weeks up to the day, in its school year. */
    private static Optional<LocalDate> firstOfWeeks(Measured measured, int weeks) {
        Timetable timetable = measured.figures().register().timetable();
        LocalDate earliest = RegisterDates.schoolYearOf(measured.asOf()).from();
        return Stream.iterate(
                        Timetable.mondayOf(measured.asOf()),
                        monday -> !monday.plusDays(6).isBefore(earliest),
                        monday -> monday.minusWeeks(1))
                .filter(timetable::isSchoolWeek)
                .limit(weeks)
                .min(Comparator.naturalOrder());
    }
}
