package uk.daymark.enforcement.publicplace;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import uk.daymark.people.EnrolmentId;

/**
 * A suspension or exclusion of a pupil.
 *
 * @param firstDay the first day: one that begins during a morning makes that day the first
 * @param schoolDays how many school days it lasts
 * @param noticeOn when the notice to the parents under section 104 of the Education and Inspections Act 2006 was given; empty where none
 *     is on file
 * @param corrects which entry it stands in the place of
 */
public record Suspension(
        long id,
        EnrolmentId enrolment,
        Kind kind,
        LocalDate firstDay,
        int schoolDays,
        Optional<LocalDate> noticeOn,
        String why,
        String by,
        Instant at,
        Optional<Long> corrects) {

    /** Whether the notice to the parents that is on file was given by that day: before it they had no duty. */
    public boolean noticeGivenBy(LocalDate day) {
        return noticeOn.filter(given -> !given.isAfter(day)).isPresent();
    }

    /** What it is. */
    public enum Kind {
        SUSPENSION("Suspension"),
        EXCLUSION("Permanent exclusion");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** As people read it. */
        public String title() {
            return title;
        }
    }

    /** What somebody enters. */
    public record Entered(Kind kind, LocalDate firstDay, int schoolDays, Optional<LocalDate> noticeOn, String why) {}
}
