package uk.daymark.journal;

import java.util.ArrayList;
import java.util.List;

/**
 * The chain of a subject as it stands, with what the database says of it beside.
 *
 * @param links the entries, by number
 * @param entries how many there ought to be
 * @param head the hash that the last ought to have; empty text where there ought to be none
 */
public record Chain(List<Link> links, long entries, String head) {

    public Chain {
        links = List.copyOf(links);
    }

    /** What is wrong with an entry. */
    public enum Wrong {
        /** It is not as it was written: its hash does not fit its content. */
        CHANGED,
        /** It does not name the entry before it. */
        NOT_LINKED,
        /** It is not there. */
        MISSING,
        /** It is there, but the chain ought to have ended before it. */
        TOO_MANY,
        /** It is the last, but not the one that was written last. */
        NOT_THE_LAST
    }

    /**
     * Something that is wrong.
     *
     * @param number the entry's number
     */
    public record Fault(long number, Wrong wrong) {}

    /** Everything that is wrong, by number; nothing where the chain holds. */
    public List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        String previous = "";
        long number = 1;
        for (Link link : links) {
            for (; number < link.recorded().number(); number++) {
                faults.add(new Fault(number, Wrong.MISSING));
            }
            long here = link.recorded().number();
            if (!link.fitsItsContent()) {
                faults.add(new Fault(here, Wrong.CHANGED));
            }
            if (!link.previous().equals(previous)) {
                faults.add(new Fault(here, Wrong.NOT_LINKED));
            }
            if (here > entries) {
                faults.add(new Fault(here, Wrong.TOO_MANY));
            }
            previous = link.hash();
            number = here + 1;
        }
        for (; number <= entries; number++) {
            faults.add(new Fault(number, Wrong.MISSING));
        }
        if (!links.isEmpty() && links.size() == entries && !previous.equals(head)) {
            faults.add(new Fault(entries, Wrong.NOT_THE_LAST));
        }
        return faults;
    }
}
