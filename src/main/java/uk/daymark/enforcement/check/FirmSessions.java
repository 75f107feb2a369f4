package uk.daymark.enforcement.check;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import uk.daymark.enforcement.ReferralRoute;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.CountingRules;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.Half;
import uk.daymark.measure.MarkedSession;
import uk.daymark.measure.MeasuredRegister;
import uk.daymark.measure.Measuring;
import uk.daymark.measure.Session;

/** The sessions on which a sanction may rest as the register stands, by the same rule for a referral, a notice and a charge. */
public final class FirmSessions {

    private FirmSessions() {}

    /**
     * Those of the sessions that are planned, inside compulsory school age, confirmed, not used before, and marked with a code that
     * counts by this route and is firm. None where the date of birth is not known.
     *
     * @param used sessions that another standing notice relies on
     */
    public static List<MarkedSession> of(
            Collection<Session> sessions,
            ReferralRoute route,
            CountingRules rules,
            MeasuredRegister register,
            Set<Session> used) {
        Set<AttendanceCode> codes = codes(route, rules);
        Predicate<Session> inSchoolAge = session -> register.compulsorySchoolAge()
                .filter(age -> age.contains(session.date()))
                .isPresent();
        return sessions.stream()
                .filter(register.timetable()::plans)
                .filter(inSchoolAge)
                .filter(session -> !register.unconfirmed().contains(session))
                .filter(session -> !used.contains(session))
                .flatMap(session -> register.marks().at(session).stream()
                        .filter(codes::contains)
                        .filter(code -> !rules.threshold().notFirm().contains(code))
                        .map(code -> new MarkedSession(session, code)))
                .toList();
    }

    /**
     * How many of these sessions lie together in the policy's window of school weeks.
     *
     * @param offence the days in which they lie
     */
    public static long inWindow(
            List<MarkedSession> firm, DateRange offence, MeasuredRegister register, CountingRules rules) {
        Set<Session> counted = Measuring.measure(
                        new MeasuredRegister(
                                register.timetable(),
                                register.schools(),
                                register.marks(),
                                register.unconfirmed(),
                                offence.to(),
                                Optional.of(offence),
                                register.compulsorySchoolAge()),
                        rules)
                .window()
                .sessions()
                .stream()
                .map(MarkedSession::session)
                .collect(Collectors.toSet());
        return firm.stream()
                .map(MarkedSession::session)
                .filter(counted::contains)
                .count();
    }

    /** Every session planned in a period, in order. */
    public static List<Session> planned(MeasuredRegister register, DateRange period) {
        return period.from()
                .datesUntil(period.to().plusDays(1))
                .flatMap(day -> Arrays.stream(Half.values()).map(half -> new Session(day, half)))
                .filter(register.timetable()::plans)
                .toList();
    }

    /** The codes that count by a route. */
    public static Set<AttendanceCode> codes(ReferralRoute route, CountingRules rules) {
        return switch (route) {
            case IRREGULAR -> rules.threshold().codes();
            case LEAVE -> rules.leave().codes();
            case PUBLIC_PLACE -> Set.of(AttendanceCode.E);
        };
    }
}
