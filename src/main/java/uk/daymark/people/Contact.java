package uk.daymark.people;

import java.util.Optional;

/**
 * A parent, carer or other person to reach about pupils of one school.
 *
 * @param id which
 * @param school the school that gave the particulars
 * @param contactRef the school's own reference for the person, unique within the school
 * @param details who and how to reach them
 */
public record Contact(ContactId id, Urn school, String contactRef, Details details) {

    /**
     * Who the person is and how to reach them. Text that is not known is empty text; phone numbers stand as written.
     *
     * @param addressWithheld the address must not be shown to any other person of the family
     */
    public record Details(
            String title,
            String forename,
            String surname,
            String mobile,
            String homePhone,
            String workPhone,
            String email,
            String preferredChannel,
            String address1,
            String address2,
            String town,
            String postcode,
            boolean addressWithheld) {}

    /**
     * What the person is to one pupil.
     *
     * @param priority in which order to ring, 1 first; empty where the school has not said
     * @param courtOrder an order of a court limits or governs contact
     * @param doNotContact must not be rung or written to about this pupil
     * @param correspondence receives the school's letters about this pupil
     * @param language the language to write and speak to this person in
     */
    public record Link(
            Optional<Integer> priority,
            String relationship,
            boolean parentalResponsibility,
            boolean livesWith,
            boolean courtOrder,
            boolean doNotContact,
            boolean correspondence,
            String language) {

        /**
         * Whether the person must not be rung about the pupil without looking closer: marked so, or a court's order stands and the
         * pupil does not live there. Their numbers are shown nowhere beside the pupil.
         */
        public boolean notToBeRung() {
            return doNotContact || (courtOrder && !livesWith);
        }
    }
}
