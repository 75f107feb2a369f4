package uk.daymark.cases;

import java.util.Optional;

/**
 * Which cases to list.
 *
 * @param words words that the pupil's name or reference, or the case's reference hold; blank for all
 * @param pupilRef a school's reference for a pupil
 * @param school a school's URN
 */
public record CaseFilter(
        String words,
        Optional<String> pupilRef,
        Optional<CaseFile.Status> status,
        Optional<String> stage,
        Optional<String> school) {

    /** All cases. */
    public static final CaseFilter ALL =
            new CaseFilter("", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
