package uk.daymark.register.reading;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.Session;

/** A line of a file that could be read: every field has the right form. Whether pupil and school exist is for others to say. */
public sealed interface Row {

    /** The line in the file, counted from 1; the header is a line. */
    long line();

    /** A school, from {@code schools.csv}. */
    record School(
            long line,
            String urn,
            String name,
            String phase,
            String authority,
            String policy,
            Optional<LocalTime> registerOpens,
            Optional<LocalTime> registerClosesAm,
            Optional<LocalTime> registerClosesPm)
            implements Row {}

    /** An entry of a school's calendar; {@code held} is given for a half day only. */
    record CalendarEntry(
            long line,
            String schoolUrn,
            Kind kind,
            LocalDate from,
            LocalDate to,
            Optional<uk.daymark.measure.Half> held,
            String reason)
            implements Row {

        /** What a calendar entry says of its days. */
        public enum Kind {
            TERM,
            CLOSURE,
            HALF_DAY
        }
    }

    /** A pupil on (or formerly on) a school's roll. Text that the file leaves out is empty text. */
    record Pupil(
            long line,
            String schoolUrn,
            String pupilRef,
            Optional<String> upn,
            String legalSurname,
            String legalForename,
            String preferredSurname,
            String preferredForename,
            Optional<LocalDate> dateOfBirth,
            String sex,
            String yearGroup,
            String form,
            Optional<LocalDate> onRollFrom,
            Optional<LocalDate> leavingDate,
            boolean partTime,
            String language,
            String sen,
            boolean lookedAfter,
            boolean childProtection,
            boolean childInNeed,
            boolean freeMeals)
            implements Row {}

    /** A parent, carer or other contact of one pupil. The same person stands once per pupil, under the same {@code contactRef}. */
    record Contact(
            long line,
            String schoolUrn,
            String pupilRef,
            String contactRef,
            Optional<Integer> priority,
            String title,
            String forename,
            String surname,
            String relationship,
            boolean parentalResponsibility,
            boolean livesWith,
            boolean courtOrder,
            boolean doNotContact,
            boolean addressWithheld,
            String mobile,
            String homePhone,
            String workPhone,
            String email,
            String preferredChannel,
            String language,
            String address1,
            String address2,
            String town,
            String postcode,
            boolean correspondence)
            implements Row {}

    /** One mark; an empty code means "not taken yet". */
    record Mark(
            long line,
            String schoolUrn,
            String pupilRef,
            Session session,
            Optional<AttendanceCode> code,
            Optional<Integer> minutesLate,
            String comment,
            String reason,
            String recordedAt,
            String recordedBy)
            implements Row {}

    /** A week of marks, Monday morning to Friday afternoon; empty where not taken yet. Always ten. */
    record MarkWeek(
            long line, String schoolUrn, String pupilRef, LocalDate monday, List<Optional<AttendanceCode>> marks)
            implements Row {}
}
