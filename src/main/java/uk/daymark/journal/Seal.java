package uk.daymark.journal;

import java.time.Instant;
import java.util.Optional;

/**
 * A seal over all chains, as they stood one night.
 *
 * @param number one more with each seal
 * @param at when it was made
 * @param chains how many chains had grown since the seal before
 * @param root the Merkle root over their heads and the root of the seal before: 64 hexadecimal digits
 * @param lodged where it was lodged outside of this database; empty while nobody has recorded that
 */
public record Seal(long number, Instant at, int chains, String root, Optional<Lodged> lodged) {

    /**
     * Where a seal is kept outside of this database.
     *
     * @param where with whom or in what, for people
     * @param at when that was recorded
     * @param by the user name of who recorded it
     */
    public record Lodged(String where, Instant at, String by) {}
}
