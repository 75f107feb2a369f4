package uk.daymark.practice;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import uk.daymark.measure.Half;
import uk.daymark.measure.Session;
import uk.daymark.measure.Timetable;
import uk.daymark.people.School;
import uk.daymark.people.Schools;
import uk.daymark.people.Scope;

/** Finds the next morning on which the practice clock may be wanted. */
@Component
@Profile("practice")
public class SchoolMornings {

    /** When the registers of most schools have just closed. */
    private static final LocalTime REGISTERS_HAVE_CLOSED = LocalTime.of(9, 30);

    /** Longer than any holidays. */
    private static final int FAR = 100;

    private final PracticeClock clock;
    private final Schools schools;

    SchoolMornings(PracticeClock clock, Schools schools) {
        this.clock = clock;
        this.schools = schools;
    }

    /**
     * Half past nine on the next day after today on which any school is open; on the next weekday where no school has a calendar that
     * reaches so far. London time.
     */
    public LocalDateTime next() {
        List<Timetable> timetables = schools.in(Scope.everywhere()).stream()
                .map(School::urn)
                .map(schools::timetable)
                .toList();
        LocalDate tomorrow = clock.wallTime().toLocalDate().plusDays(1);
        return tomorrow.datesUntil(tomorrow.plusDays(FAR))
                .filter(day -> timetables.stream().anyMatch(timetable -> timetable.plans(new Session(day, Half.AM))))
                .findFirst()
                .orElseGet(() -> weekday(tomorrow))
                .atTime(REGISTERS_HAVE_CLOSED);
    }

    private static LocalDate weekday(LocalDate from) {
        LocalDate day = from;
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.plusDays(1);
        }
        return day;
    }
}
