package uk.daymark.register.reading;

import java.util.LinkedHashMap;
import java.util.Map;

/** Passes warnings on, of each kind and column the first few; the rest is counted and told at the end. */
final class Warnings {

    private record Key(Column column, Reading.Note note) {}

    private static final class Count {
        private long seen;
        private long lastLine;
    }

    private final RowSink sink;
    private final Map<Key, Count> counts = new LinkedHashMap<>();

    Warnings(RowSink sink) {
        this.sink = sink;
    }

    void pass(Cells cells) {
        for (Cells.Warned warned : cells.warnings()) {
            Count count = counts.computeIfAbsent(new Key(warned.column(), warned.note()), any -> new Count());
            count.seen++;
            count.lastLine = cells.number();
            if (count.seen <= Limits.WARNINGS_OF_A_KIND) {
                sink.warning(new Reject(cells.number(), warned.column().title(), warned.value(), warned.message()));
            }
        }
    }

    void finish() {
        counts.forEach((key, count) -> {
            long more = count.seen - Limits.WARNINGS_OF_A_KIND;
            if (more > 0) {
                sink.warning(new Reject(
                        count.lastLine,
                        key.column().title(),
                        "",
                        "The same in " + more + " more " + (more == 1 ? "cell" : "cells")
                                + ", the last of them in this line."));
            }
        });
    }
}
