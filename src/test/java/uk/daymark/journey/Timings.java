package uk.daymark.journey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** How long calls of a journey took, and how many statements each cost. One caller at a time. */
final class Timings {

    private final Statements statements = new Statements();
    private final Map<String, List<Long>> micros = new TreeMap<>();
    private final Map<String, Map<String, Long>> texts = new TreeMap<>();
    private final Map<String, List<Long>> asked = new TreeMap<>();

    /** What counts the statements, for the application to be started with. */
    Statements statements() {
        return statements;
    }

    <T> T of(String what, Supplier<T> call) {
        Map<String, Long> statementsBefore = statements.each();
        long before = System.nanoTime();
        T answer = call.get();
        micros.computeIfAbsent(what, key -> new ArrayList<>()).add((System.nanoTime() - before) / 1000);
        Map<String, Long> statementsOfThis = Statements.since(statementsBefore, statements.each());
        asked.computeIfAbsent(what, key -> new ArrayList<>())
                .add(statementsOfThis.values().stream()
                        .mapToLong(times -> times)
                        .sum());
        Map<String, Long> sum = texts.computeIfAbsent(what, key -> new HashMap<>());
        statementsOfThis.forEach((text, times) -> sum.merge(text, times, Long::sum));
        return answer;
    }

    /** The statements asked most often in all calls of that name, the most frequent first. */
    List<String> most(String what, int howMany) {
        return texts.getOrDefault(what, Map.of()).entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(howMany)
                .map(one -> one.getValue() + " x " + one.getKey().replaceAll("\\s+", " "))
                .toList();
    }

    /** A line each: how often, median and 95th percentile of milliseconds and of statements. */
    List<String> lines() {
        return micros.entrySet().stream()
                .map(one ->
                        "%s: %d times, p50 %.1f ms, p95 %.1f ms, longest %.0f ms, all %.1f s; statements p50 %d, p95 %d, most %d"
                                .formatted(
                                        one.getKey(),
                                        one.getValue().size(),
                                        part(one.getValue(), 50) / 1000.0,
                                        part(one.getValue(), 95) / 1000.0,
                                        part(one.getValue(), 100) / 1000.0,
                                        one.getValue().stream()
                                                        .mapToLong(took -> took)
                                                        .sum()
                                                / 1e6,
                                        part(asked.get(one.getKey()), 50),
                                        part(asked.get(one.getKey()), 95),
                                        part(asked.get(one.getKey()), 100)))
                .toList();
    }

    private static long part(List<Long> values, int percent) {
        List<Long> sorted = values.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }
}
