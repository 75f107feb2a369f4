package uk.daymark.punctuality;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.MarkedSession;
import uk.daymark.measure.SchoolDays;
import uk.daymark.measure.Session;
import uk.daymark.people.Enrolment;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.Pupils;
import uk.daymark.people.School;
import uk.daymark.people.Schools;
import uk.daymark.policy.Policies;
import uk.daymark.policy.Policy;
import uk.daymark.register.StandingCodes;
import uk.daymark.time.LondonTime;

/** Counts a pupil's late arrivals, and school days, under the school's policy of today. */
@Component
class LateCount {

    /** The marks of somebody who came late. */
    private static final Set<AttendanceCode> LATE = EnumSet.of(AttendanceCode.L, AttendanceCode.U);

    private final StandingCodes codes;
    private final Pupils pupils;
    private final Schools schools;
    private final Policies policies;
    private final Clock clock;

    LateCount(StandingCodes codes, Pupils pupils, Schools schools, Policies policies, Clock clock) {
        this.codes = codes;
        this.pupils = pupils;
        this.schools = schools;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * Marks in some days.
     *
     * @param taken how many sessions have a mark
     * @param late those that say the pupil came late, oldest first
     */
    record Counted(int taken, List<MarkedSession> late) {}

    /** The marks from that day until today. */
    Counted since(EnrolmentId enrolment, LocalDate from) {
        LocalDate today = LocalDate.now(clock);
        if (from.isAfter(today)) {
            return new Counted(0, List.of());
        }
        NavigableMap<Session, AttendanceCode> marks = codes.of(enrolment, new DateRange(from, today));
        return new Counted(
                marks.size(),
                marks.entrySet().stream()
                        .filter(mark -> LATE.contains(mark.getValue()))
                        .map(mark -> new MarkedSession(mark.getKey(), mark.getValue()))
                        .toList());
    }

    /** Whether so few of these are late that the policy calls it better. Where no mark was taken nothing is known. */
    boolean better(EnrolmentId enrolment, LocalDate from) {
        Counted counted = since(enrolment, from);
        return counted.taken() > 0 && counted.late().size() <= number(enrolment, "lateness.better_at_most");
    }

    /** The day so many school days after today, by the policy's key; weekdays are counted where the calendar ends before it. */
    LocalDate after(EnrolmentId enrolment, String key) {
        LocalDate today = LocalDate.now(clock);
        int days = number(enrolment, key);
        return new SchoolDays(schools.timetable(school(enrolment).urn()))
                .add(today, days)
                .orElseGet(() -> weekdaysAfter(today, days));
    }

    /** The last minute of a day. */
    static ZonedDateTime endOf(LocalDate day) {
        return day.atTime(LocalTime.of(23, 59)).atZone(LondonTime.ZONE);
    }

    School school(EnrolmentId enrolment) {
        return schools.find(on(enrolment).school()).orElseThrow();
    }

    Enrolment on(EnrolmentId enrolment) {
        return pupils.enrolment(enrolment).orElseThrow();
    }

    private int number(EnrolmentId enrolment, String key) {
        Optional<Policy> policy = policies.named(school(enrolment).policy());
        return policy.flatMap(found -> found.number(key, LocalDate.now(clock)))
                .orElseThrow(() -> new IllegalStateException("No policy says " + key));
    }

    private static LocalDate weekdaysAfter(LocalDate from, int days) {
        LocalDate day = from;
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            left -= day.getDayOfWeek().getValue() < 6 ? 1 : 0;
        }
        return day;
    }
}
