package uk.daymark.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.daymark.register.reading.Reject;

/** What a person should know of lines that were taken all the same: one entry for many of a kind, naming the first line. */
final class Warnings {

    private static final int SHOWN = 200;

    private final Map<String, Reject> first = new LinkedHashMap<>();
    private final Map<String, Integer> count = new LinkedHashMap<>();
    private long others;

    void add(Reject note) {
        String kind = note.column() + '\n' + note.message();
        if (!first.containsKey(kind) && first.size() == SHOWN) {
            others++;
            return;
        }
        first.putIfAbsent(kind, note);
        count.merge(kind, 1, Integer::sum);
    }

    List<Reject> all() {
        List<Reject> all = new ArrayList<>();
        first.forEach((kind, note) -> {
            int more = count.getOrDefault(kind, 1) - 1;
            all.add(
                    more == 0
                            ? note
                            : new Reject(
                                    note.line(),
                                    note.column(),
                                    note.value(),
                                    note.message() + " (" + more + " more like this)"));
        });
        if (others > 0) {
            all.add(new Reject(0, "", "", others + " more warnings of other kinds are not listed."));
        }
        return all;
    }
}
