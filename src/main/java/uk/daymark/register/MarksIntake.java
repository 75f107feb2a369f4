package uk.daymark.register;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.Session;
import uk.daymark.register.MarkedRolls.OnRoll;
import uk.daymark.register.reading.FileKind;
import uk.daymark.register.reading.Reject;
import uk.daymark.register.reading.Row;

/**
 * Takes marks, one a row or ten. Everything that can be said of a line by itself or beside earlier lines is decided while the file is
 * read; what is left is compared with the register by pupil and week, and written in the same pass where it is applied.
 */
final class MarksIntake implements Intake {

    private static final int WEEKS_AT_A_TIME = 1000;

    private static final String[] WEEK_COLUMNS = {
        "mon_am", "mon_pm", "tue_am", "tue_pm", "wed_am", "wed_pm", "thu_am", "thu_pm", "fri_am", "fri_pm"
    };

    private final ImportRun run;
    private final MarkedRolls rolls;
    private final MarkStore store;
    private final Function<Boolean, List<ImportEffects.Watch>> newWatches;
    private List<ImportEffects.Watch> watches = List.of();
    private final ImportLimits limits;
    private final Set<AttendanceCode> plannedAhead;
    private final MarkTable table;
    private final LocalDate today;

    /** The row being taken: its codes by slot, zero where it gives none, and whether it speaks of the slot at all. */
    private final byte[] cells = new byte[Weeks.SLOTS];

    private final boolean[] spokenOf = new boolean[Weeks.SLOTS];

    private boolean hasNotes;
    private long setBack;
    private long replacedN;

    /** @param newWatches begins to watch the marks; told whether they are being written */
    MarksIntake(
            ImportRun run,
            MarkedRolls rolls,
            MarkStore store,
            Function<Boolean, List<ImportEffects.Watch>> newWatches,
            ImportLimits limits) {
        this.run = run;
        this.rolls = rolls;
        this.store = store;
        this.newWatches = newWatches;
        this.limits = limits;
        this.plannedAhead = limits.codesPlannedAhead();
        this.table = new MarkTable(limits.file().pupilWeeks());
        this.today = run.today;
    }

    @Override
    public void take(Row row) {
        if (row instanceof Row.Mark mark) {
            takeSession(mark);
        } else if (row instanceof Row.MarkWeek week) {
            takeWeek(week);
        } else {
            throw new IllegalArgumentException("Not a mark: " + row);
        }
    }

    private void takeSession(Row.Mark mark) {
        int slot = Weeks.slot(mark.session());
        if (slot < 0) {
            run.reject(
                    mark.line(),
                    "date",
                    mark.session().date().toString(),
                    "This is a " + (mark.session().date().getDayOfWeek() == DayOfWeek.SUNDAY ? "Sunday" : "Saturday")
                            + ". No session is held at a weekend.");
            return;
        }
        Arrays.fill(cells, (byte) 0);
        Arrays.fill(spokenOf, false);
        spokenOf[slot] = true;
        mark.code().ifPresent(code -> cells[slot] = Weeks.index(code));
        hasNotes |= MarkNotes.worthKeeping(mark);
        take(
                mark.line(),
                mark.schoolUrn(),
                mark.pupilRef(),
                Weeks.number(mark.session().date()));
    }

    private void takeWeek(Row.MarkWeek week) {
        for (int slot = 0; slot < Weeks.SLOTS; slot++) {
            Optional<AttendanceCode> code = week.marks().get(slot);
            cells[slot] = code.isPresent() ? Weeks.index(code.get()) : 0;
            spokenOf[slot] = true;
        }
        take(week.line(), week.schoolUrn(), week.pupilRef(), Weeks.number(week.monday()));
    }

    private void take(long line, String urn, String ref, int week) {
        Optional<OnRoll> found = rolls.find(line, urn, ref);
        if (found.isEmpty()) {
            return;
        }
        OnRoll pupil = found.get();
        List<Reject> faults = faults(line, pupil, week);
        if (!faults.isEmpty()) {
            run.rejects.add(faults);
            return;
        }
        int entry = table.entry(rolls.number(pupil), week);
        List<Reject> contradictions = contradictions(line, entry);
        if (!contradictions.isEmpty()) {
            run.rejects.add(contradictions);
            return;
        }
        put(line, entry, pupil, week);
    }

    private List<Reject> faults(long line, OnRoll pupil, int week) {
        List<Reject> faults = List.of();
        for (int slot = 0; slot < Weeks.SLOTS; slot++) {
            if (cells[slot] == 0) {
                continue;
            }
            AttendanceCode code = Weeks.code(cells[slot]);
            LocalDate day = Weeks.session(week, slot).date();
            Optional<String> fault = day.isAfter(today) && !plannedAhead.contains(code)
                    ? Optional.of("The session on " + day + " has not come yet (today is " + today + "), and code "
                            + code.token() + " cannot be known beforehand. Leave it empty until it is taken.")
                    : pupil.whyNot(day, code);
            if (fault.isPresent()) {
                faults = faults.isEmpty() ? new ArrayList<>() : faults;
                faults.add(new Reject(line, column(slot), code.token(), fault.get()));
            }
        }
        return faults;
    }

    private List<Reject> contradictions(long line, int entry) {
        List<Reject> faults = List.of();
        for (int slot = 0; slot < Weeks.SLOTS; slot++) {
            byte first = table.code(entry, slot);
            if (cells[slot] != 0 && first != 0 && first != cells[slot]) {
                faults = faults.isEmpty() ? new ArrayList<>() : faults;
                faults.add(new Reject(
                        line,
                        column(slot),
                        Weeks.code(cells[slot]).token(),
                        "Line " + table.line(entry, slot) + " already gives code "
                                + Weeks.code(first).token()
                                + " for this pupil and session. Keep the line that is right and take the other out."));
            }
        }
        return faults;
    }

    private void put(long line, int entry, OnRoll pupil, int week) {
        boolean saysSomethingNew = false;
        boolean repeats = false;
        for (int slot = 0; slot < Weeks.SLOTS; slot++) {
            if (!spokenOf[slot]) {
                continue;
            }
            if (cells[slot] == 0) {
                table.putBlank(entry, slot, line);
            } else if (table.code(entry, slot) == 0) {
                table.put(entry, slot, cells[slot], line);
                saysSomethingNew = true;
                warnWhereNotPlanned(line, pupil, week, slot);
            } else {
                repeats = true;
            }
        }
        if (!saysSomethingNew) {
            run.unchanged++;
            if (repeats) {
                run.warn(line, "", "", "An earlier line already says the same of this pupil.");
            }
        }
    }

    private void warnWhereNotPlanned(long line, OnRoll pupil, int week, int slot) {
        Session session = Weeks.session(week, slot);
        if (pupil.plans(session)) {
            return;
        }
        if (pupil.timetable.isEmpty()) {
            run.warn(
                    line,
                    "date",
                    "",
                    "School " + pupil.enrolment.school()
                            + " has no calendar here yet. Marks are kept, but nothing is counted until calendar.csv is imported.");
        } else if (Weeks.code(cells[slot]) != AttendanceCode.CLOSED) {
            run.warn(
                    line,
                    "date",
                    session.toString(),
                    "The calendar of school " + pupil.enrolment.school() + " plans no session on " + session
                            + ". The mark is kept, but not counted.");
        }
    }

    @Override
    public void compare(boolean apply) {
        boolean write = apply && run.mayWrite();
        // Only now is it known whether a rejected row stops the whole file.
        watches = newWatches.apply(write);
        HeldMarks held = new HeldMarks(limits.held().marks(), rolls.namedPupils());
        long[] keys = table.sortedKeys();
        for (int from = 0; from < keys.length; from += WEEKS_AT_A_TIME) {
            MarkChunk chunk = new MarkChunk(
                    run, rolls, store, table, watches, held, keys, from, Math.min(keys.length, from + WEEKS_AT_A_TIME));
            chunk.compare(write);
            replacedN += chunk.replacedN();
            setBack += chunk.setBack();
        }
        run.holdBecause = held.because();
        sayEffects();
    }

    /** Whether the file says anything beside codes, so that {@link MarkNotes} has to read it once more, after it was compared. */
    boolean hasNotes() {
        return hasNotes;
    }

    /** Whose mark the line gave, and whether it differs from the stored one; empty where the line was rejected. */
    Optional<MarkNotes.Taken> takenFor(Row.Mark mark) {
        Optional<OnRoll> pupil =
                mark.code().isEmpty() ? Optional.empty() : rolls.known(mark.schoolUrn(), mark.pupilRef());
        if (pupil.isEmpty() || !rolls.isNamed(pupil.get()) || Weeks.slot(mark.session()) < 0) {
            return Optional.empty();
        }
        int slot = Weeks.slot(mark.session());
        int entry = table.entryOf(MarkTable.key(
                rolls.number(pupil.get()), Weeks.number(mark.session().date())));
        return entry >= 0 && table.line(entry, slot) == mark.line()
                ? Optional.of(new MarkNotes.Taken(pupil.get().enrolment, table.isWrite(entry, slot)))
                : Optional.empty();
    }

    /** A line whose mark stands as it stood and that says something else beside it, such as the minutes late, changes something too. */
    void noteChanged(long lines) {
        run.unchanged -= lines;
        run.changed += lines;
    }

    private void sayEffects() {
        if (replacedN > 0) {
            run.effects.add("replaces " + Words.count(replacedN, "N mark"));
        }
        watches.forEach(watch -> run.effects.addAll(watch.inWords()));
        if (setBack > 0) {
            run.warn(
                    0,
                    "",
                    "",
                    "This file sets " + Words.count(setBack, "mark")
                            + " back to what stood there before a later change. It may be an older file than the one imported"
                            + " last.");
        }
    }

    private String column(int slot) {
        return run.kind == FileKind.MARKS ? "code" : WEEK_COLUMNS[slot];
    }
}
