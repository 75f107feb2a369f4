package uk.daymark.register;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.measure.Timetable;
import uk.daymark.people.CalendarEntry;
import uk.daymark.people.CalendarRemoval;
import uk.daymark.people.School;
import uk.daymark.people.Schools;
import uk.daymark.people.Scope;
import uk.daymark.people.Urn;

/** A school's calendar to look at, and to take a wrong entry out of. Entries come in with {@code calendar.csv} only. */
@Component
public class SchoolCalendars {

    private final Schools schools;
    private final Gate gate;
    private final Clock clock;

    SchoolCalendars(Schools schools, Gate gate, Clock clock) {
        this.schools = schools;
        this.gate = gate;
        this.clock = clock;
    }

    /**
     * A school's calendar as it stands.
     *
     * @param school whose
     * @param version grows with every change of it
     * @param entries terms, closures and half days, by first day
     * @param timetable the sessions that they plan
     * @param removals what was taken out by hand, the latest first
     */
    public record Standing(
            School school,
            long version,
            List<CalendarEntry> entries,
            Timetable timetable,
            List<CalendarRemoval> removals) {

        /** The entry of that kind that begins that day, where there is one. */
        public Optional<CalendarEntry> entry(CalendarEntry.Kind kind, LocalDate from) {
            return entries.stream()
                    .filter(entry -> entry.kind() == kind && entry.from().equals(from))
                    .findFirst();
        }
    }

    /** How taking an entry out went. */
    public enum Outcome {
        TAKEN_OUT,
        /** The calendar has no such entry any more: somebody, or the same button pressed before, took it out. */
        GONE_ALREADY,
        /** The calendar has changed since it was looked at. Nothing was done. */
        CHANGED_MEANWHILE
    }

    /** The schools in scope whose calendar can be looked at, by name. */
    public List<School> in(Scope scope) {
        return schools.in(scope);
    }

    /** The calendar of a school, empty where the school is unknown or out of scope. */
    public Optional<Standing> of(Urn urn, Scope scope) {
        return schools.find(urn)
                .filter(scope::holds)
                .map(school -> new Standing(
                        school,
                        // Read before the entries: at worst a form made from newer ones is refused and shown again.
                        schools.calendarVersion(urn),
                        schools.calendarEntries(urn),
                        schools.timetable(urn),
                        schools.removals(urn)));
    }

    /**
     * Takes an entry out. Figures are drawn from the calendar without it from then on; who took it out, when and why is kept for good.
     * Asked for twice, it has one effect.
     *
     * @param seen the version of the calendar that the person looked at
     * @throws NotInRegisterException where there is no such school in scope
     * @throws RegisterConflictException where no reason is given
     */
    public Outcome takeOut(Urn urn, CalendarEntry.Kind kind, LocalDate from, long seen, By by, String why) {
        if (why.isBlank() || why.strip().length() > MarkToChange.LONGEST_REASON) {
            throw new RegisterConflictException("Say why, in at most " + MarkToChange.LONGEST_REASON + " characters.");
        }
        return gate.alone(() -> {
            Standing standing = of(urn, by.scope())
                    .orElseThrow(() -> new NotInRegisterException("There is no such school of yours."));
            Optional<CalendarEntry> entry = standing.entry(kind, from);
            if (entry.isEmpty()) {
                return Outcome.GONE_ALREADY;
            }
            if (standing.version() != seen) {
                return Outcome.CHANGED_MEANWHILE;
            }
            schools.remove(new CalendarRemoval(entry.get(), by.userName(), clock.instant(), why.strip()));
            return Outcome.TAKEN_OUT;
        });
    }
}
