package uk.daymark.practice.sample;

import java.time.LocalDate;
import java.util.List;

/**
 * The children of one family at one school, and everybody whom the school has on its list for them.
 *
 * @param number which, within the school
 */
record Household(int number, List<Child> children, List<Adult> adults) {

    /** @param kind how the child attends */
    record Child(
            String ref,
            String upn,
            String surname,
            String forename,
            LocalDate born,
            String sex,
            String year,
            String form,
            String language,
            String sen,
            boolean lookedAfter,
            boolean childProtection,
            boolean childInNeed,
            boolean freeMeals,
            AttendanceFile.Kind kind) {}

    record Adult(
            String ref,
            int priority,
            String title,
            String forename,
            String surname,
            String relationship,
            boolean responsible,
            boolean livesWith,
            boolean courtOrder,
            boolean doNotContact,
            boolean addressWithheld,
            boolean letters,
            String mobile,
            String email,
            String language,
            Home home) {}

    /** Where somebody lives; empty texts where the school does not know. */
    record Home(String street, String town, String postcode) {

        static final Home UNKNOWN = new Home("", "", "");
    }
}
