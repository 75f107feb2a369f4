package uk.daymark.firstday;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.daymark.people.ContactId;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.Urn;

/**
 * What is asked of one household until every absence has a reason: the pupils of one school who live together and may be spoken of to
 * the same people.
 *
 * @param ref its reference, {@code R-2025-00012}; the key of its process and the subject of its journal
 * @param openedOn the day on which it was opened
 * @param askedAbout whom the call that waits to be made is about; empty while nobody is to be rung
 * @param askedContact who is to be rung; empty while nobody is
 * @param confirming the sessions whose code the lead is asked to confirm, as {@link Missing#named}; empty text while nothing is asked
 * @param missingSince since when nobody knows where a pupil is whose parent thought the pupil was in school
 * @param messageOn the last day on which a message was sent
 * @param visitOn the last day on which a home visit was decided on
 * @param pupils whose absences, in the order in which they came
 * @param open whether a reason is still missing
 */
record Round(
        String ref,
        Urn school,
        LocalDate openedOn,
        List<EnrolmentId> askedAbout,
        Optional<ContactId> askedContact,
        String confirming,
        Optional<Instant> missingSince,
        Optional<LocalDate> messageOn,
        Optional<LocalDate> visitOn,
        List<EnrolmentId> pupils,
        boolean open) {

    /** The model of which each round is one process. */
    static final String MODEL = "first-day-contact";

    Round {
        askedAbout = List.copyOf(askedAbout);
        pupils = List.copyOf(pupils);
    }
}
