package uk.daymark.escalation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.cases.CaseFile;
import uk.daymark.measure.SchoolDays;
import uk.daymark.people.Schools;
import uk.daymark.people.Urn;
import uk.daymark.policy.Policies;
import uk.daymark.policy.Policy;
import uk.daymark.time.LondonTime;
import uk.daymark.web.Conflict;

/** What a case's policy says today, and dates by its school's calendar. */
@Component
class CasePolicy {

    private static final LocalTime MORNING = LocalTime.of(6, 0);
    private static final LocalTime END_OF_DAY = LocalTime.of(16, 0);
    private static final int SATURDAY = 6;

    private final Policies policies;
    private final Schools schools;
    private final Clock clock;

    CasePolicy(Policies policies, Schools schools, Clock clock) {
        this.policies = policies;
        this.schools = schools;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    Policy of(CaseFile file) {
        return named(file.policy());
    }

    Policy ofSchool(Urn school) {
        return named(schools.find(school).orElseThrow().policy());
    }

    private Policy named(String name) {
        return policies.named(name)
                .orElseThrow(
                        () -> new Conflict("The policy " + name + " is not there any more. Ask your administrator."));
    }

    /** A number that every policy has. */
    int number(CaseFile file, String key) {
        return of(file).number(key, today()).orElseThrow(() -> new IllegalStateException("No policy settles " + key));
    }

    Optional<Integer> maybe(CaseFile file, String key) {
        return of(file).number(key, today());
    }

    List<String> list(Policy policy, String key) {
        return policy.list(key, today()).orElse(List.of());
    }

    String text(Policy policy, String key) {
        return policy.text(key, today()).orElse("");
    }

    /**
     * The day that many school days after today. Where the school's calendar ends before, weekdays are counted: the day is then a
     * day on which somebody looks, and nothing is decided by it.
     */
    LocalDate schoolDaysFromToday(Urn school, int days) {
        return days == 0 ? today() : schoolDaysAfter(school, today(), days);
    }

    /** As {@link #schoolDaysFromToday}, after another day. */
    LocalDate schoolDaysAfter(Urn school, LocalDate from, int days) {
        return new SchoolDays(schools.timetable(school)).add(from, days).orElseGet(() -> weekdaysAfter(from, days));
    }

    boolean isSchoolDay(Urn school, LocalDate day) {
        return schools.timetable(school).isSchoolDay(day);
    }

    /** Whether the calendar of the school reaches that day. */
    boolean calendarKnown(Urn school) {
        return !schools.timetable(school).isEmpty();
    }

    /** The morning of a day, before the school opens; now where that has gone by. */
    Instant morningOf(LocalDate day) {
        Instant morning = day.atTime(MORNING).atZone(LondonTime.ZONE).toInstant();
        return morning.isBefore(clock.instant()) ? clock.instant() : morning;
    }

    /** The end of a school's day. */
    static Instant endOf(LocalDate day) {
        return day.atTime(END_OF_DAY).atZone(LondonTime.ZONE).toInstant();
    }

    private static LocalDate weekdaysAfter(LocalDate from, int days) {
        LocalDate day = from;
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            left -= day.getDayOfWeek().getValue() < SATURDAY ? 1 : 0;
        }
        return day;
    }
}
