package uk.daymark.register;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.Session;
import uk.daymark.people.Enrolment;
import uk.daymark.people.EnrolmentId;
import uk.daymark.register.MarkedRolls.OnRoll;

/** Some pupil-weeks of the file beside what is stored of them. */
final class MarkChunk {

    /** What a line does to the register; a line of ten marks counts by the greatest of theirs. */
    private static final int UNCHANGED = 0;

    private static final int NEW = 1;
    private static final int CHANGED = 2;

    private static final String DEFAULT_REASON = "Changed in the school's register";

    private final ImportRun run;
    private final MarkedRolls rolls;
    private final MarkStore store;
    private final MarkTable table;
    private final List<ImportEffects.Watch> watches;

    private final long[] keys;
    private final int from;
    private final int to;
    private final HeldMarks held;
    private final List<MarkChange> changes = new ArrayList<>();
    private final List<MarkChange> repeats = new ArrayList<>();
    private final List<MarkStore.Week> newWeeks = new ArrayList<>();
    private final List<MarkStore.Week> changedWeeks = new ArrayList<>();
    private final int[] linesSeen = new int[Weeks.SLOTS];
    private final int[] whatTheyDo = new int[Weeks.SLOTS];
    private long replacedN;
    private long setBack;

    MarkChunk(
            ImportRun run,
            MarkedRolls rolls,
            MarkStore store,
            MarkTable table,
            List<ImportEffects.Watch> watches,
            HeldMarks held,
            long[] keys,
            int from,
            int to) {
        this.run = run;
        this.rolls = rolls;
        this.store = store;
        this.table = table;
        this.watches = watches;
        this.keys = keys;
        this.from = from;
        this.to = to;
        this.held = held;
    }

    /** How many of its changes replace an N. */
    long replacedN() {
        return replacedN;
    }

    /** How many of its changes set a mark back to what stood there before its last amendment. */
    long setBack() {
        return setBack;
    }

    void compare(boolean write) {
        Map<Long, String> stored = stored();
        for (int at = from; at < to; at++) {
            OnRoll pupil = rolls.named(MarkTable.pupilOf(keys[at]));
            int week = MarkTable.weekOf(keys[at]);
            compareWeek(
                    pupil,
                    week,
                    table.entryOf(keys[at]),
                    Optional.ofNullable(
                            stored.get(MarkStore.key(pupil.enrolment.id().number(), week))));
        }
        countSetBack();
        if (write) {
            write();
        }
        if (!changes.isEmpty()) {
            watches.forEach(watch -> watch.changed(changes));
        }
        if (!repeats.isEmpty()) {
            watches.forEach(watch -> watch.repeated(repeats));
        }
    }

    private Map<Long, String> stored() {
        Set<Long> enrolments = new LinkedHashSet<>();
        int first = Integer.MAX_VALUE;
        int last = Integer.MIN_VALUE;
        for (int at = from; at < to; at++) {
            enrolments.add(
                    rolls.named(MarkTable.pupilOf(keys[at])).enrolment.id().number());
            first = Math.min(first, MarkTable.weekOf(keys[at]));
            last = Math.max(last, MarkTable.weekOf(keys[at]));
        }
        return store.weeks(enrolments, first, last);
    }

    private void compareWeek(OnRoll pupil, int week, int entry, Optional<String> stored) {
        String known = stored.orElse(Weeks.NOTHING_TAKEN);
        StringBuilder codes = new StringBuilder(known);
        int lines = 0;
        int blanksOverMarks = 0;
        int changesBefore = changes.size();
        int saidOfDay = 0;
        Set<Session> awaited = awaited(pupil.enrolment.id());
        for (int slot = 0; slot < Weeks.SLOTS; slot++) {
            byte index = table.code(entry, slot);
            if (index == 0) {
                blanksOverMarks += table.isBlank(entry, slot) && known.charAt(slot) != Weeks.NOT_TAKEN ? 1 : 0;
            } else {
                AttendanceCode after = Weeks.code(index);
                Optional<AttendanceCode> before = Weeks.codeAt(known, slot);
                saidOfDay |= HeldMarks.said(before, after);
                int does = before.isEmpty() ? NEW : before.get() == after ? UNCHANGED : CHANGED;
                if (does != UNCHANGED) {
                    codes.setCharAt(slot, after.symbol());
                    changes.add(change(pupil, week, slot, before, after));
                    table.putWrite(entry, slot);
                } else if (!awaited.isEmpty() && awaited.contains(Weeks.session(week, slot))) {
                    repeats.add(change(pupil, week, slot, before, after));
                }
                lines = note(table.line(entry, slot), does, lines);
            }
            if (slot % 2 == 1) {
                held.day(
                        MarkTable.pupilOf(keyOf(pupil, week)),
                        pupil.enrolment.school().value(),
                        Weeks.session(week, slot).date().toEpochDay(),
                        saidOfDay);
                saidOfDay = 0;
            }
        }
        count(lines);
        warnOfBlanks(entry, blanksOverMarks);
        if (changes.size() > changesBefore) {
            MarkStore.Week row = new MarkStore.Week(pupil.enrolment.id().number(), week, codes.toString());
            (stored.isPresent() ? changedWeeks : newWeeks).add(row);
        }
    }

    private Set<Session> awaited(EnrolmentId enrolment) {
        Set<Session> all = Set.of();
        for (ImportEffects.Watch watch : watches) {
            Set<Session> some = watch.awaited(enrolment);
            if (!some.isEmpty()) {
                all = all.isEmpty() ? new HashSet<>() : all;
                all.addAll(some);
            }
        }
        return all;
    }

    private long keyOf(OnRoll pupil, int week) {
        return MarkTable.key(rolls.number(pupil), week);
    }

    private MarkChange change(OnRoll pupil, int week, int slot, Optional<AttendanceCode> before, AttendanceCode after) {
        Enrolment enrolment = pupil.enrolment;
        return new MarkChange(
                enrolment.id(), enrolment.pupil(), enrolment.school(), Weeks.session(week, slot), before, after);
    }

    /** A line of ten marks counts once: as changed where one of its marks changes, else as new where one is new. */
    private int note(int line, int does, int lines) {
        for (int seen = 0; seen < lines; seen++) {
            if (linesSeen[seen] == line) {
                whatTheyDo[seen] = Math.max(whatTheyDo[seen], does);
                return lines;
            }
        }
        linesSeen[lines] = line;
        whatTheyDo[lines] = does;
        return lines + 1;
    }

    private void count(int lines) {
        for (int seen = 0; seen < lines; seen++) {
            switch (whatTheyDo[seen]) {
                case NEW -> run.added++;
                case CHANGED -> run.changed++;
                default -> run.unchanged++;
            }
        }
    }

    private void warnOfBlanks(int entry, int blanks) {
        if (blanks > 0) {
            run.warn(
                    table.blankLine(entry),
                    "",
                    "",
                    "The file leaves a session empty that already has a mark here. The mark stays.");
        }
    }

    private void countSetBack() {
        Set<Long> enrolments = new LinkedHashSet<>();
        int first = Integer.MAX_VALUE;
        int last = Integer.MIN_VALUE;
        for (MarkChange change : changes) {
            if (change.before().isPresent()) {
                replacedN += change.before().get() == AttendanceCode.N ? 1 : 0;
                enrolments.add(change.enrolment().number());
                first = Math.min(first, Weeks.number(change.session().date()));
                last = Math.max(last, Weeks.number(change.session().date()));
            }
        }
        if (enrolments.isEmpty()) {
            return;
        }
        Map<MarkStore.At, AttendanceCode> earlier = store.codesBeforeLastAmendment(enrolments, first, last);
        for (MarkChange change : changes) {
            if (change.before().isPresent()
                    && earlier.get(new MarkStore.At(change.enrolment().number(), change.session())) == change.after()) {
                setBack++;
            }
        }
    }

    private void write() {
        store.insert(newWeeks);
        store.update(changedWeeks);
        List<MarkStore.Amendment> amendments = new ArrayList<>();
        for (MarkChange change : changes) {
            change.before()
                    .ifPresent(before -> amendments.add(new MarkStore.Amendment(
                            change.enrolment(),
                            change.session(),
                            before,
                            change.after(),
                            run.reason.isBlank() ? DEFAULT_REASON : run.reason,
                            run.at,
                            run.by.userName(),
                            Optional.of(run.id))));
        }
        store.amend(amendments);
    }
}
