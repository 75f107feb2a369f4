package uk.daymark.firstday;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.access.Action;
import uk.daymark.access.SignedIn;
import uk.daymark.measure.Half;
import uk.daymark.measure.Session;
import uk.daymark.people.Scopes;
import uk.daymark.people.Urn;
import uk.daymark.register.RegistersTaken;
import uk.daymark.time.Dates;
import uk.daymark.time.LondonTime;
import uk.daymark.worklist.HeadOfList;
import uk.daymark.worklist.WorkFilter;
import uk.daymark.worklist.WorkFilter.View;
import uk.daymark.worklist.WorkList;

/** How the morning stands at a school: the minutes and the calls that are left, and the registers that have not arrived. */
@Component
class MorningHead implements HeadOfList {

    private final Scopes scopes;
    private final Absentees absentees;
    private final RegistersTaken registers;
    private final WorkList list;
    private final Dates dates;
    private final Clock clock;

    MorningHead(Scopes scopes, Absentees absentees, RegistersTaken registers, WorkList list, Dates dates, Clock clock) {
        this.scopes = scopes;
        this.absentees = absentees;
        this.registers = registers;
        this.list = list;
        this.dates = dates;
        this.clock = clock;
    }

    @Override
    public Optional<Head> head(SignedIn person) {
        return person.may(Action.SEE_UNACCOUNTED)
                ? scopes.of(person).homeSchool().flatMap(absentees::timings).map(timings -> head(timings, person))
                : Optional.empty();
    }

    private Head head(Timings timings, SignedIn person) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.now(clock);
        long calls = list.count(WorkFilter.of(View.STANDING).only(RoundTasks.CALL), person);
        List<String> sentences = new ArrayList<>();
        sentences.add(time(timings, today, now) + left(calls));
        return new Head(
                asOf(timings.school().urn(), today),
                sentences,
                timings.timetable().isSchoolDay(today) ? missing(timings, today, now) : List.of(),
                calls == 0 ? Optional.empty() : Optional.of(new Way("Start calls", "/calls/next")),
                Optional.of(new Way("See who has no reason yet", "/unaccounted")));
    }

    private static String left(long calls) {
        return calls == 0 ? "No first-day calls left." : Sentences.count(calls, "first-day call") + " left.";
    }

    /** "34 minutes until 10am, at 9:26am. "; nothing runs by itself, so it says when it was true. */
    private String time(Timings timings, LocalDate today, Instant now) {
        if (!timings.timetable().isSchoolDay(today)) {
            return "No school today. ";
        }
        Instant by = timings.callBy(new Session(today, Half.AM), now);
        long minutes = Duration.between(now, by).toMinutes();
        return by.isAfter(now)
                ? Sentences.count(minutes, "minute") + " until " + clock(by) + ", at " + clock(now) + ". "
                : "It is past " + clock(by) + ", at " + clock(now) + ": the second round. ";
    }

    private String clock(Instant moment) {
        return dates.time(moment.atZone(LondonTime.ZONE).toLocalTime());
    }

    private List<String> missing(Timings timings, LocalDate today, Instant now) {
        List<String> missing = new ArrayList<>();
        for (Half half : Half.values()) {
            Session session = new Session(today, half);
            if (timings.timetable().plans(session) && timings.closed(session).isBefore(now)) {
                RegistersTaken.YearGroups years = registers.of(timings.school().urn(), session);
                String which = half == Half.AM ? "this morning\u2019s" : "this afternoon\u2019s";
                if (years.there().isEmpty() && !years.missing().isEmpty()) {
                    missing.add(Sentences.capital(which) + " registers have not arrived.");
                } else if (!years.missing().isEmpty()) {
                    missing.add(Sentences.capital(which) + " register of "
                            + Sentences.and(years.missing().stream()
                                    .map(MorningHead::yearGroup)
                                    .toList())
                            + " has not arrived.");
                }
            }
        }
        return missing;
    }

    private static String yearGroup(String year) {
        return year.isBlank() ? "the pupils without a year group" : "Year " + year;
    }

    private String asOf(Urn school, LocalDate today) {
        return registers
                .lastImport(school)
                .map(at -> {
                    LocalDate day = at.atZone(LondonTime.ZONE).toLocalDate();
                    return "Register as of " + clock(at)
                            + (day.equals(today) ? " today." : " on " + Sentences.day(day) + ".");
                })
                .orElse("No register has been imported yet.");
    }
}
