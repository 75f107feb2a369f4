package uk.daymark.leave;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.SchoolDays;
import uk.daymark.measure.Timetable;
import uk.daymark.people.School;
import uk.daymark.people.Schools;
import uk.daymark.people.Urn;
import uk.daymark.policy.Policies;
import uk.daymark.policy.Policy;
import uk.daymark.time.LondonTime;

/** What the policy of a school says of leave today, and school days by the school's calendar. */
@Component
class LeavePolicy {

    private final Schools schools;
    private final Policies policies;
    private final Clock clock;

    LeavePolicy(Schools schools, Policies policies, Clock clock) {
        this.schools = schools;
        this.policies = policies;
        this.clock = clock;
    }

    Policy of(Urn school) {
        String name = schools.find(school).map(School::policy).orElseThrow();
        return policies.named(name)
                .orElseThrow(() -> new IllegalStateException("There is no policy of the name " + name));
    }

    Optional<Integer> number(Urn school, String key) {
        return of(school).number(key, today());
    }

    int needed(Urn school, String key) {
        return number(school, key).orElseThrow(() -> new IllegalStateException("No policy says " + key));
    }

    Optional<List<String>> list(Urn school, String key) {
        return of(school).list(key, today());
    }

    /** The codes of leave without permission. */
    Set<AttendanceCode> codes(Urn school) {
        return of(school).codes("leave.codes", today()).orElseThrow();
    }

    Timetable timetable(Urn school) {
        return schools.timetable(school);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The day so many school days after today, by the policy's key; weekdays are counted where the calendar ends before it. */
    LocalDate after(Urn school, String key) {
        int days = needed(school, key);
        return new SchoolDays(timetable(school)).add(today(), days).orElseGet(() -> weekdaysAfter(today(), days));
    }

    /** The last minute of a day. */
    static ZonedDateTime endOf(LocalDate day) {
        return day.atTime(LocalTime.of(23, 59)).atZone(LondonTime.ZONE);
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
