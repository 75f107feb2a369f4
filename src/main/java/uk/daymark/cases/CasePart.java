package uk.daymark.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What another feature has to say of a case. Every bean of this type is asked when a case is shown. */
public interface CasePart {

    /** The keys of processes, beside the case's own reference, whose steps and rules belong to the case. */
    default List<Key> keys(CaseFile file) {
        return List.of();
    }

    /** Lines for the case's pages, in order. */
    default List<Line> lines(CaseFile file) {
        return List.of();
    }

    /** Steps that cannot be taken yet. */
    default List<NotOpen> notOpen(CaseFile file) {
        return List.of();
    }

    /** What holds the next step back. */
    default List<Hold> holds(CaseFile file) {
        return List.of();
    }

    /** Why the case must not be closed by hand, as a sentence; empty where nothing stands against it. A head may close it all the same. */
    default Optional<String> whyNotToClose(CaseFile file) {
        return Optional.empty();
    }

    /** What the case waits for without anybody having to do something. */
    default List<Waiting> waiting(CaseFile file) {
        return List.of();
    }

    /**
     * The key of a process.
     *
     * @param key as processes know it
     * @param about whom or what it is about, for people: "Nadia Khan"
     * @param ofAuthority whether what happens under it is the local authority's, which a school does not see step by step
     */
    record Key(String key, String about, boolean ofAuthority) {}

    /**
     * A line.
     *
     * @param section the heading it stands under: "Letters", "Meetings"
     * @param text what it says, for people
     * @param link where it leads
     * @param at when it happened, where it did
     */
    record Line(String section, String text, Optional<String> link, Optional<Instant> at) {}

    /**
     * A step that cannot be taken.
     *
     * @param step which, for people: "Refer to the authority"
     * @param because why not, as a sentence
     */
    record NotOpen(String step, String because) {}

    /**
     * Something that comes by itself.
     *
     * @param what what it is and when: "Monitoring until 13 October 2025: then attendance is measured again"
     * @param why what led to it, as a sentence
     * @param whatWouldChangeThis what comes of it, for people
     */
    record Waiting(String what, String why, String whatWouldChangeThis) {}

    /**
     * Something that holds the next step back.
     *
     * @param what what it is: "Support open for less than 12 weeks"
     * @param because what it rests on, as a sentence
     * @param until when it ends; empty where no day is known
     */
    record Hold(String what, String because, Optional<LocalDate> until) {}
}
