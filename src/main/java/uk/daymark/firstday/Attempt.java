package uk.daymark.firstday;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uk.daymark.people.ContactId;
import uk.daymark.people.EnrolmentId;

/**
 * One try to find out the reason.
 *
 * @param id which; nought before it is stored
 * @param contact who was tried; empty where nobody in particular
 * @param person the name of who was tried
 * @param reached whether somebody was spoken to
 * @param note what else was said; empty text where nothing
 * @param by the user name of who tried
 * @param undone whether it was taken back
 * @param pupils whom it was about
 */
record Attempt(
        long id,
        String round,
        Optional<ContactId> contact,
        String person,
        How how,
        Answered outcome,
        boolean reached,
        String note,
        Instant at,
        String by,
        boolean undone,
        List<EnrolmentId> pupils) {

    Attempt {
        pupils = List.copyOf(pupils);
    }

    /** By which way. */
    enum How {
        CALL("rung"),
        TEXT("sent a text message"),
        EMAIL("sent an e-mail"),
        VISIT("visited");

        private final String words;

        How(String words) {
            this.words = words;
        }

        /** "rung". */
        String words() {
            return words;
        }
    }
}
