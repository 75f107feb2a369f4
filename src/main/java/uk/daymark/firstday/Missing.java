package uk.daymark.firstday;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.daymark.measure.Session;
import uk.daymark.people.EnrolmentId;

/**
 * The sessions of this school year whose absence has no reason.
 *
 * @param sessions by pupil; a pupil without any is not there
 */
record Missing(Map<EnrolmentId, NavigableSet<Session>> sessions) {

    boolean none() {
        return sessions.isEmpty();
    }

    NavigableSet<Session> of(EnrolmentId pupil) {
        return sessions.getOrDefault(pupil, new TreeSet<>());
    }

    List<EnrolmentId> pupils() {
        return List.copyOf(sessions.keySet());
    }

    /** The same for these pupils only. */
    Missing of(Collection<EnrolmentId> pupils) {
        Map<EnrolmentId, NavigableSet<Session>> some = new LinkedHashMap<>(sessions);
        some.keySet().retainAll(pupils);
        return new Missing(some);
    }

    Stream<Session> all() {
        return sessions.values().stream().flatMap(NavigableSet::stream);
    }

    Optional<Session> first() {
        return all().sorted().findFirst();
    }

    Optional<Session> last() {
        return all().reduce((one, other) -> one.compareTo(other) > 0 ? one : other);
    }

    /** On how many days. */
    int days() {
        return (int) all().map(Session::date).distinct().count();
    }

    /** The sessions whose deadline has come. */
    Missing due(Timings timings, LocalDate today) {
        Map<EnrolmentId, NavigableSet<Session>> due = new LinkedHashMap<>();
        sessions.forEach((pupil, own) -> own.stream()
                .filter(session -> timings.deadlineReached(session.date(), today))
                .forEach(session ->
                        due.computeIfAbsent(pupil, p -> new TreeSet<>()).add(session)));
        return new Missing(due);
    }

    /** Each pupil and session in one text, to compare with. */
    String named() {
        return sessions.entrySet().stream()
                .map(entry -> entry.getKey().number() + " "
                        + entry.getValue().stream().map(Session::toString).collect(Collectors.joining(" ")))
                .sorted()
                .collect(Collectors.joining("; "));
    }
}
