package uk.daymark.enforcement;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A suspended or excluded pupil seen in a public place.
 *
 * @param seenOn the day
 * @param suspendedFrom the first day of the suspension
 * @param days how many school days it lasts
 * @param noticeOnFile whether a notice to the parents under section 104 is on file that was given by the day on which the pupil was seen
 */
public record PublicPlaceFacts(
        Optional<LocalDate> seenOn,
        Optional<LocalDate> suspendedFrom,
        Optional<Integer> days,
        Optional<Boolean> noticeOnFile) {

    /** Nothing is known. */
    public static PublicPlaceFacts unknown() {
        return new PublicPlaceFacts(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
