package uk.daymark.register;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.daymark.people.Contacts;
import uk.daymark.people.Pupils;
import uk.daymark.people.Schools;
import uk.daymark.people.Urn;
import uk.daymark.policy.Policies;
import uk.daymark.register.ImportProgress.Stage;
import uk.daymark.register.ImportResult.Outcome;
import uk.daymark.register.reading.OriginalLines;
import uk.daymark.register.reading.RegisterFile;
import uk.daymark.register.reading.Reject;
import uk.daymark.register.reading.Row;
import uk.daymark.register.reading.RowSink;
import uk.daymark.register.reading.UnreadableFileException;

/** One file on its way through reading and comparing. */
final class FileWork {

    private final Desk desk;
    private final ImportOrder order;
    private final ImportProgress.Tracker tracker;
    private final ImportRun run;
    private long rows;

    FileWork(Desk desk, String importId, ImportOrder order, ImportProgress.Tracker tracker) {
        this.desk = desk;
        this.order = order;
        this.tracker = tracker;
        this.run = new ImportRun(
                importId,
                order.kind(),
                order.by(),
                order.reason().strip(),
                desk.clock.instant(),
                LocalDate.now(desk.clock),
                new RejectLog(desk.folder, desk.limits.file().rejectedRows()),
                order.skipRejects());
    }

    ImportRun run() {
        return run;
    }

    /**
     * @param apply whether to write
     * @param released whether a person has said that the file may be applied although it would be held
     */
    ImportResult through(boolean apply, boolean released) {
        try (RejectLog rejects = run.rejects) {
            Intake intake = intake();
            tracker.stage(Stage.READING);
            String layout = read(new Sink(intake)).layout();
            tracker.stage(Stage.COMPARING);
            intake.compare(apply);
            if (intake instanceof MarksIntake marks && marks.hasNotes()) {
                MarkNotes notes = new MarkNotes(desk.jdbc, marks::takenFor, apply && run.mayWrite());
                read(notes);
                notes.flush();
                marks.noteChanged(notes.changedAlone());
            }
            if (!run.changesSomething()) {
                run.holdBecause = Optional.empty();
            }
            keepRejects(rejects);
            return result(layout, apply, released, rejects);
        } catch (RuntimeException e) {
            desk.folder.dropRejects(run.id);
            throw e;
        }
    }

    private void keepRejects(RejectLog rejects) {
        if (rejects.lines() == 0) {
            // A held file that is applied now may have had some when it came.
            desk.folder.dropRejects(run.id);
            return;
        }
        try (OriginalLines lines = OriginalLines.of(order.file().path(), order.kind(), schoolOfRowsThatNameNone())) {
            rejects.write(desk.folder.rejects(run.id), lines);
        } catch (UnreadableFileException e) {
            throw new Unreadable(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ImportResult result(String layout, boolean apply, boolean released, RejectLog rejects) {
        boolean refused = !run.mayWrite();
        boolean held = !refused && !released && run.holdBecause.isPresent();
        Outcome outcome =
                !apply ? Outcome.PREVIEWED : refused ? Outcome.REFUSED : held ? Outcome.HELD : Outcome.APPLIED;
        ImportAnswer.Rows counted = new ImportAnswer.Rows(rows, run.added, run.changed, run.unchanged, rejects.lines());
        if (counted.added() + counted.changed() + counted.unchanged() + counted.rejected() != rows) {
            throw new IllegalStateException("Rows were lost: " + counted);
        }
        List<Reject> warnings = new ArrayList<>(run.warnings.all());
        if (rejects.lines() > RejectLog.SHOWN) {
            warnings.add(new Reject(
                    0, "", "", "Only the first rejected rows are listed here. The list for download has them all."));
        }
        return new ImportResult(
                outcome,
                new ImportAnswer(
                        run.id,
                        outcome == Outcome.APPLIED,
                        outcome == Outcome.HELD,
                        released ? Optional.empty() : run.holdBecause,
                        apply ? Optional.empty() : Optional.of(newToken()),
                        counted,
                        rejects.shown(),
                        List.copyOf(run.effects),
                        layout,
                        warnings));
    }

    private Intake intake() {
        int mostRows = desk.limits.file().peopleRows();
        return switch (order.kind()) {
            case SCHOOLS ->
                new SchoolsIntake(
                        run, desk.schools, name -> desk.policies.named(name).isPresent(), columns(), mostRows);
            case CALENDAR -> new CalendarIntake(run, desk.schools, columns(), mostRows);
            case PUPILS ->
                new PupilsIntake(run, desk.schools, desk.pupils, desk.store, desk.gate, columns(), desk.limits);
            case CONTACTS ->
                new ContactsIntake(run, desk.schools, desk.pupils, desk.contacts, desk.gate, columns(), mostRows);
            case MARKS, MARKS_WEEK ->
                new MarksIntake(
                        run, new MarkedRolls(desk.schools, desk.pupils, run), desk.store, this::watches, desk.limits);
        };
    }

    private List<ImportEffects.Watch> watches(boolean writing) {
        ImportEffects.Cause cause = new ImportEffects.Cause(run.id, run.by, run.at, writing);
        return desk.effects.stream().map(effect -> effect.watch(cause)).toList();
    }

    private FileColumns columns() {
        try {
            return new FileColumns(RegisterFile.columns(order.file().path(), order.kind(), schoolOfRowsThatNameNone()));
        } catch (UnreadableFileException e) {
            throw new Unreadable(e);
        }
    }

    private Optional<String> schoolOfRowsThatNameNone() {
        return order.schoolOfRowsThatNameNone().map(Urn::value);
    }

    private RegisterFile.FileSummary read(RowSink sink) {
        try {
            return desk.reader.read(order.file().path(), order.kind(), schoolOfRowsThatNameNone(), sink);
        } catch (UnreadableFileException e) {
            throw new Unreadable(e);
        }
    }

    private String newToken() {
        return UUID.randomUUID().toString();
    }

    private final class Sink implements RowSink {

        private final Intake intake;

        Sink(Intake intake) {
            this.intake = intake;
        }

        @Override
        public void row(Row row) {
            tick();
            intake.take(row);
        }

        @Override
        public void reject(List<Reject> faults) {
            tick();
            run.rejects.add(faults);
        }

        @Override
        public void warning(Reject note) {
            run.warnings.add(note);
        }

        private void tick() {
            rows++;
            if (rows % 1000 == 0) {
                tracker.rowsRead(rows);
            }
        }
    }

    /** Carries a file's unreadability out of a transaction, which it undoes. */
    static final class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient UnreadableFileException file;

        Unreadable(UnreadableFileException cause) {
            super(cause);
            this.file = cause;
        }

        /** Why the file cannot be read. */
        UnreadableFileException cause() {
            return file;
        }
    }

    /** All that files are read and compared with. */
    @Component
    static class Desk {

        private final RegisterReader reader;
        private final Schools schools;
        private final Pupils pupils;
        private final Contacts contacts;
        private final Policies policies;
        private final MarkStore store;
        private final JdbcTemplate jdbc;
        private final List<ImportEffects> effects;
        private final ImportLimits limits;
        private final SpoolFolder folder;
        private final Gate gate;
        private final Clock clock;

        Desk(
                RegisterReader reader,
                Schools schools,
                Pupils pupils,
                Contacts contacts,
                Policies policies,
                MarkStore store,
                JdbcTemplate jdbc,
                List<ImportEffects> effects,
                ImportLimits limits,
                SpoolFolder folder,
                Gate gate,
                Clock clock) {
            this.reader = reader;
            this.schools = schools;
            this.pupils = pupils;
            this.contacts = contacts;
            this.policies = policies;
            this.store = store;
            this.jdbc = jdbc;
            this.effects = effects;
            this.limits = limits;
            this.folder = folder;
            this.gate = gate;
            this.clock = clock;
        }

        FileWork begin(String importId, ImportOrder order, ImportProgress.Tracker tracker) {
            return new FileWork(this, importId, order, tracker);
        }
    }
}
