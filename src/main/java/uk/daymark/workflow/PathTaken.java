package uk.daymark.workflow;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Which arrows the processes of a key took. Written as they are taken: it cannot be found out later. */
public interface PathTaken {

    /** Every arrow, in the order in which they were taken. */
    default List<Taken> of(String key) {
        return of(List.of(key));
    }

    /** The arrows of the processes of several keys, in the order in which they were taken. */
    List<Taken> of(Collection<String> keys);

    /** The keys of the processes that went through a model between two moments, the second excluded. */
    KeysSql keysThrough(String model, Instant from, Instant to);

    /**
     * One arrow.
     *
     * @param at when
     * @param about the process's key
     * @param process the model's id
     * @param version the model's version tag
     * @param from the id of the element it leaves; for the start of an event the element itself
     * @param fromName its name in the model, or its id
     * @param arrow the arrow's id; empty where an element was entered without one
     * @param arrowName what stands on it; empty where nothing does
     * @param to the id of the element it leads to; empty where the process was withdrawn at the element it was at
     * @param toName its name in the model, or its id; empty where the process was withdrawn
     * @param by the user name of who caused it; "daymark" where time or a rule did
     * @param number which of the model's files it was, for {@link ModelFiles}; 0 where only the version tag is known
     * @param because what was said, for people, where an element was entered without an arrow; empty where nothing was
     * @param entrySubject whose chain of the journal holds the entry of what a person did that led to it; empty where none is known
     * @param entry the entry's place in that chain; 0 where none is known
     */
    record Taken(
            Instant at,
            String about,
            String process,
            String version,
            String from,
            String fromName,
            String arrow,
            String arrowName,
            String to,
            String toName,
            String by,
            int number,
            String because,
            String entrySubject,
            long entry) {}
}
