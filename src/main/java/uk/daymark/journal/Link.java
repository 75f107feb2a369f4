package uk.daymark.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import uk.daymark.journal.Entry.Readers;
import uk.daymark.journal.Journal.Verdict;

/**
 * An entry in its chain.
 *
 * @param recorded the entry
 * @param previous the hash of the entry before; empty text for the first
 * @param hash the hash of this entry, the hash before included
 */
public record Link(Recorded recorded, String previous, String hash) {

    /** Hashes an entry onto the end of a chain. */
    static Link onto(String previous, Recorded recorded) {
        return new Link(recorded, previous, hashOf(previous, recorded));
    }

    /**
     * Checks a chain.
     *
     * @param links as they stand, by number
     * @param entries how many there ought to be
     * @param head the hash that the last of them ought to have
     */
    static Verdict check(List<Link> links, long entries, String head) {
        boolean linked = links.size() == entries;
        boolean contentEqual = true;
        String previous = "";
        long number = 1;
        for (Link link : links) {
            linked &= link.recorded.number() == number && link.previous.equals(previous);
            contentEqual &= link.fitsItsContent();
            previous = link.hash;
            number++;
        }
        return new Verdict(linked && previous.equals(head), contentEqual, false, links.size());
    }

    /** Whether its content is still that from which its hash was made. */
    public boolean fitsItsContent() {
        return hash.equals(hashOf(previous, recorded));
    }

    /** Every part is preceded by its length, so that no two different entries read the same. */
    private static String hashOf(String previous, Recorded recorded) {
        Entry entry = recorded.entry();
        MessageDigest digest = sha256();
        // An entry of which nobody said who reads it is hashed as those were that were written before anybody could
        // say.
        List<String> readers = entry.readers() == Readers.UNSAID
                ? List.of("daymark-journal-1")
                : List.of("daymark-journal-2", entry.readers().name());
        List<String> written = List.of(
                previous,
                entry.subject(),
                Long.toString(recorded.number()),
                micros(recorded.at()),
                micros(recorded.recordedAt()),
                recorded.by(),
                entry.kind(),
                entry.what(),
                entry.why(),
                entry.rule(),
                entry.before(),
                entry.after(),
                entry.source());
        for (String part : Stream.concat(readers.stream(), written.stream()).toList()) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** A moment as it is hashed, as fine as the database keeps it: seconds since 1970, a full stop, and microseconds. */
    public static String micros(Instant moment) {
        return moment.getEpochSecond() + "." + moment.getNano() / 1000;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
