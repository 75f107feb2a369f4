package uk.daymark.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.daymark.people.CalendarEntry;
import uk.daymark.people.CalendarRemoval;
import uk.daymark.people.Schools;
import uk.daymark.people.Urn;
import uk.daymark.register.reading.Row;

/**
 * Takes {@code calendar.csv}. An entry is known by school, kind and first day; a file adds entries and corrects them, and never
 * takes one away by leaving it out.
 */
final class CalendarIntake implements Intake {

    private final ImportRun run;
    private final Schools schools;
    private final FileColumns columns;
    private final SchoolsInScope inScope;
    private final FileRows<Key, CalendarEntry> rows;

    CalendarIntake(ImportRun run, Schools schools, FileColumns columns, int mostRows) {
        this.run = run;
        this.schools = schools;
        this.columns = columns;
        this.inScope = new SchoolsInScope(schools, run);
        this.rows = new FileRows<>(run, mostRows, "from", "this entry of the calendar");
    }

    @Override
    public void take(Row row) {
        if (!(row instanceof Row.CalendarEntry entry)) {
            throw new IllegalArgumentException("Not an entry of a calendar: " + row);
        }
        if (inScope.of(entry.line(), entry.schoolUrn()).isEmpty()
                || !Texts.fit(run, entry.line(), Texts.LONGEST, "reason", entry.reason())) {
            return;
        }
        CalendarEntry said = new CalendarEntry(
                new Urn(entry.schoolUrn()),
                CalendarEntry.Kind.valueOf(entry.kind().name()),
                entry.from(),
                entry.to(),
                entry.held(),
                entry.reason());
        if (said.kind() == CalendarEntry.Kind.HALF_DAY && said.held().isEmpty()) {
            run.reject(entry.line(), "session", "", "A half day needs the session that is held: AM or PM.");
            return;
        }
        rows.take(entry.line(), Key.of(said), said);
    }

    @Override
    public void compare(boolean apply) {
        Map<Urn, Map<Key, CalendarEntry>> known = new HashMap<>();
        Map<Urn, List<CalendarRemoval>> removals = new HashMap<>();
        Map<Urn, Change> changes = new HashMap<>();
        rows.each((line, key, given) -> {
            Map<Key, CalendarEntry> entries = known.computeIfAbsent(key.school, this::entries);
            CalendarEntry before = entries.get(key);
            CalendarEntry said = before == null ? given : merged(given, before);
            if (before == null) {
                run.added++;
                warnOfOverlap(line, said, entries);
                warnOfRemoval(line, said, removals.computeIfAbsent(key.school, schools::removals));
                changes.computeIfAbsent(key.school, urn -> new Change()).come.add(said);
            } else if (before.equals(said)) {
                run.unchanged++;
            } else {
                run.changed++;
                Change change = changes.computeIfAbsent(key.school, urn -> new Change());
                change.gone.add(before);
                change.come.add(said);
            }
        });
        if (apply && run.mayWrite()) {
            changes.forEach((urn, change) -> schools.changeCalendar(urn, change.gone, change.come));
        }
    }

    private CalendarEntry merged(CalendarEntry said, CalendarEntry known) {
        return new CalendarEntry(
                said.school(),
                said.kind(),
                said.from(),
                said.to(),
                said.held(),
                columns.of("reason", said.reason(), known.reason()));
    }

    /** Else a school's old file would quietly bring back what a person has taken out of the calendar. */
    private void warnOfRemoval(long line, CalendarEntry said, List<CalendarRemoval> removals) {
        removals.stream()
                .filter(removal -> Key.of(removal.entry()).equals(Key.of(said)))
                .findFirst()
                .ifPresent(removal -> run.warn(
                        line,
                        "from",
                        said.from().toString(),
                        "This entry was taken out of the calendar by " + removal.by() + " (" + removal.why()
                                + "). The file brings it back. If it is still wrong, take it out of the file too."));
    }

    private void warnOfOverlap(long line, CalendarEntry said, Map<Key, CalendarEntry> entries) {
        if (said.kind() != CalendarEntry.Kind.TERM) {
            return;
        }
        for (CalendarEntry other : entries.values()) {
            if (other.kind() == CalendarEntry.Kind.TERM
                    && !rows.contains(Key.of(other))
                    && !said.from().isAfter(other.to())
                    && !other.from().isAfter(said.to())) {
                run.warn(
                        line,
                        "from",
                        said.from().toString(),
                        "School " + said.school() + " already has a term from " + other.from() + " to " + other.to()
                                + ", which this one overlaps. Both count.");
            }
        }
    }

    private Map<Key, CalendarEntry> entries(Urn urn) {
        Map<Key, CalendarEntry> entries = new HashMap<>();
        schools.calendarEntries(urn).forEach(entry -> entries.put(Key.of(entry), entry));
        return entries;
    }

    private record Key(Urn school, CalendarEntry.Kind kind, LocalDate from) {

        static Key of(CalendarEntry entry) {
            return new Key(entry.school(), entry.kind(), entry.from());
        }
    }

    private static final class Change {
        final List<CalendarEntry> gone = new ArrayList<>();
        final List<CalendarEntry> come = new ArrayList<>();
    }
}
