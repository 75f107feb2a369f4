package uk.daymark.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import uk.daymark.people.Enrolment;
import uk.daymark.register.reading.Reject;
import uk.daymark.register.reading.Row;
import uk.daymark.register.reading.RowSink;

/**
 * Keeps what a file says beside the codes: minutes late, remarks, who recorded the mark and when. Reads the file a second time, so
 * that a long file's remarks need not be held in memory; only notes of rows that were taken are kept, and only where they differ. Where
 * the mark stays the same, what the row leaves empty stays too; a new mark comes with its own note.
 */
final class MarkNotes implements RowSink {

    private static final int AT_A_TIME = 1000;

    private final JdbcTemplate jdbc;
    private final Function<Row.Mark, Optional<Taken>> takenFor;
    private final boolean write;
    private final Map<MarkStore.At, Said> waiting = new HashMap<>();
    private long changedAlone;

    /** @param write whether to write; else it is only found out what would change */
    MarkNotes(JdbcTemplate jdbc, Function<Row.Mark, Optional<Taken>> takenFor, boolean write) {
        this.jdbc = jdbc;
        this.takenFor = takenFor;
        this.write = write;
    }

    /**
     * A mark that was taken from a row.
     *
     * @param enrolment whose
     * @param differs whether it is new or another than the stored one
     */
    record Taken(Enrolment enrolment, boolean differs) {}

    /** How many rows change the note of a mark that stays the same. */
    long changedAlone() {
        return changedAlone;
    }

    static boolean worthKeeping(Row.Mark mark) {
        return mark.minutesLate().isPresent()
                || !mark.comment().isEmpty()
                || !mark.reason().isEmpty()
                || !mark.recordedAt().isEmpty()
                || !mark.recordedBy().isEmpty();
    }

    @Override
    public void row(Row row) {
        if (row instanceof Row.Mark mark && worthKeeping(mark)) {
            takenFor.apply(mark)
                    .ifPresent(taken -> waiting.put(
                            new MarkStore.At(taken.enrolment.id().number(), mark.session()),
                            new Said(
                                    new Note(
                                            mark.minutesLate(),
                                            shortened(mark.comment(), Texts.LONGEST),
                                            shortened(mark.reason(), Texts.LONGEST),
                                            shortened(mark.recordedAt(), 100),
                                            shortened(mark.recordedBy(), 200)),
                                    taken.differs)));
            if (waiting.size() >= AT_A_TIME) {
                flush();
            }
        }
    }

    @Override
    public void reject(List<Reject> faults) {
        // Already told when the file was read for its marks.
    }

    @Override
    public void warning(Reject note) {
        // Already told when the file was read for its marks.
    }

    /** Compares and writes what is waiting; to be called once more after the last row. */
    void flush() {
        if (waiting.isEmpty()) {
            return;
        }
        Map<MarkStore.At, Note> known = known();
        List<Object[]> come = new ArrayList<>();
        List<Object[]> change = new ArrayList<>();
        waiting.forEach((at, said) -> {
            Note before = known.get(at);
            Note note = before == null || said.markDiffers ? said.note : said.note.over(before);
            if (note.equals(before)) {
                return;
            }
            (before == null ? come : change).add(values(at, note));
            changedAlone += said.markDiffers ? 0 : 1;
        });
        if (write) {
            write(come, change);
        }
        waiting.clear();
    }

    private void write(List<Object[]> come, List<Object[]> change) {
        jdbc.batchUpdate(
                "insert into mark_note (minutes_late, remark, reason, recorded_at, recorded_by, enrolment_id, on_date, half)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                come);
        jdbc.batchUpdate(
                "update mark_note set minutes_late = ?, remark = ?, reason = ?, recorded_at = ?, recorded_by = ?"
                        + " where enrolment_id = ? and on_date = ? and half = ?",
                change);
    }

    private Map<MarkStore.At, Note> known() {
        Set<Long> enrolments = new LinkedHashSet<>();
        LocalDate first = LocalDate.MAX;
        LocalDate last = LocalDate.MIN;
        for (MarkStore.At at : waiting.keySet()) {
            enrolments.add(at.enrolment());
            first = at.session().date().isBefore(first) ? at.session().date() : first;
            last = at.session().date().isAfter(last) ? at.session().date() : last;
        }
        Map<MarkStore.At, Note> known = new HashMap<>();
        Object[] values = MarkStore.withDates(enrolments, first, last);
        jdbc.query(
                "select enrolment_id, on_date, half, minutes_late, remark, reason, recorded_at, recorded_by from mark_note"
                        + " where enrolment_id in " + MarkStore.places(values.length - 2)
                        + " and on_date between ? and ?",
                (RowCallbackHandler) row -> known.put(
                        new MarkStore.At(row.getLong("enrolment_id"), MarkStore.session(row)),
                        new Note(
                                Optional.ofNullable(row.getObject("minutes_late", Integer.class)),
                                row.getString("remark"),
                                row.getString("reason"),
                                row.getString("recorded_at"),
                                row.getString("recorded_by"))),
                values);
        return known;
    }

    private static @Nullable Object[] values(MarkStore.At at, Note note) {
        return new @Nullable Object[] {
            note.minutesLate.orElse(null),
            note.remark,
            note.reason,
            note.recordedAt,
            note.recordedBy,
            at.enrolment(),
            at.session().date(),
            at.session().half().name()
        };
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }

    private record Said(Note note, boolean markDiffers) {}

    private record Note(
            Optional<Integer> minutesLate, String remark, String reason, String recordedAt, String recordedBy) {

        /** This note, with what it leaves empty as it was before. */
        Note over(Note before) {
            return new Note(
                    minutesLate.or(before::minutesLate),
                    filled(remark, before.remark),
                    filled(reason, before.reason),
                    filled(recordedAt, before.recordedAt),
                    filled(recordedBy, before.recordedBy));
        }

        private static String filled(String said, String before) {
            return said.isEmpty() ? before : said;
        }
    }
}
