package uk.daymark.journal;

import java.time.Instant;
import java.util.List;
import uk.daymark.workflow.KeysSql;

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

    /** The chain of a subject, with what the database says of its length and its end. */
    Chain chain(String subject);

    /** The subjects of which anything was written between two moments, the second excluded. */
    KeysSql subjectsBetween(Instant from, Instant to);

    /** Who looked at what of a subject, the latest first. */
    List<Look> looks(String subject);

    /** Records that the person who is signed in looked at something of a pupil: what, and under which address. */
    void looked(String subject, String what);

    /**
     * Whether a chain holds.
     *
     * @param linked every entry names the one before it, and the last is the one that was written last
     * @param contentEqual every entry still has the content that was written
     * @param sealed whether it fits a seal that was lodged outside of this database
     * @param entries how many entries there are
     */
    record Verdict(boolean linked, boolean contentEqual, boolean sealed, long entries) {}
}
