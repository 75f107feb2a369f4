package uk.daymark.journal;

import java.util.List;

/** What happened, written once and never changed. Each entry is written in the transaction of what it records. */
public interface Journal {

    /**
     * Writes an entry at the end of its subject's chain. Who did it and when it is recorded are taken from the request and the clock.
     *
     * @return its place in the chain, from 1
     */
    long write(Entry entry);

    /** The entries of a subject, oldest first. */
    List<Recorded> of(String subject);

    /** Checks the chain of a subject against what stands there now. */
    Verdict verify(String subject);

    /** Records that the person who is signed in looked at something of a pupil: what, and under which address. */
    void looked(String subject, String what);

    /**
     * Whether a chain holds.
     *
     * @param linked every entry names the one before it, and the last is the one that was written last
     * @param contentEqual every entry still has the content that was written
     * @param sealed whether the chain's head was lodged outside of this database
     * @param entries how many entries there are
     */
    record Verdict(boolean linked, boolean contentEqual, boolean sealed, long entries) {}
}
