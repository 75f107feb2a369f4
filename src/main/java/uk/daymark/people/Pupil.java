package uk.daymark.people;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A pupil.
 *
 * @param id which
 * @param details what is known of the person, whatever the school
 */
public record Pupil(PupilId id, Details details) {

    /** What is known of the person. Text that is not known is empty text. */
    public record Details(
            Optional<String> upn,
            String legalSurname,
            String legalForename,
            String preferredSurname,
            String preferredForename,
            Optional<LocalDate> dateOfBirth,
            String sex,
            String language,
            String sen,
            boolean lookedAfter,
            boolean childProtection,
            boolean childInNeed,
            boolean freeMeals) {

        /** The name the pupil goes by: preferred where there is one, forename first. */
        public String name() {
            String forename = preferredForename.isBlank() ? legalForename : preferredForename;
            String surname = preferredSurname.isBlank() ? legalSurname : preferredSurname;
            return (forename + " " + surname).strip();
        }
    }
}
