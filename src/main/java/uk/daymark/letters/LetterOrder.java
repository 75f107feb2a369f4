package uk.daymark.letters;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.daymark.measure.Session;
import uk.daymark.people.ContactId;
import uk.daymark.people.EnrolmentId;

/**
 * A letter that is wanted, for every parent it concerns.
 *
 * @param template the letter's name: {@code soft-letter}
 * @param enrolment whose parents
 * @param key what the process that orders it is about
 * @param caseRef the case it belongs to, where there is one
 * @param details what only the feature that orders it knows, by the field's name as letters/README.md has it: text, a
 *     {@link java.time.LocalDate}, a list of text, or yes or no for a flag
 * @param sessions the only sessions that the letter lists where they were missed without leave; empty where it lists all of the school
 *     year
 * @param sender who writes it
 * @param onlyTo the one parent it goes to; empty where it goes to every parent the school may write to
 * @param postWithin within how many working days of its writing it has to be posted, because it speaks of days to come; empty where that
 *     does not matter
 */
public record LetterOrder(
        String template,
        EnrolmentId enrolment,
        String key,
        Optional<String> caseRef,
        Map<String, Object> details,
        Optional<Set<Session>> sessions,
        Sender sender,
        Optional<ContactId> onlyTo,
        Optional<Integer> postWithin) {

    /** Of the school, about all of the school year. */
    public LetterOrder(
            String template, EnrolmentId enrolment, String key, Optional<String> caseRef, Map<String, Object> details) {
        this(template, enrolment, key, caseRef, details, Optional.empty());
    }

    /** Of the school. */
    public LetterOrder(
            String template,
            EnrolmentId enrolment,
            String key,
            Optional<String> caseRef,
            Map<String, Object> details,
            Optional<Set<Session>> sessions) {
        this(template, enrolment, key, caseRef, details, sessions, Sender.SCHOOL, Optional.empty(), Optional.empty());
    }

    public LetterOrder {
        details = Map.copyOf(details);
        sessions = sessions.map(Set::copyOf);
    }

    /** The same letter, of the authority to this parent alone. */
    public LetterOrder fromTheAuthorityTo(ContactId parent) {
        return new LetterOrder(
                template,
                enrolment,
                key,
                caseRef,
                details,
                sessions,
                Sender.AUTHORITY,
                Optional.of(parent),
                postWithin);
    }

    /** The same letter, which has to be posted within so many working days of its writing. */
    public LetterOrder toBePostedWithin(int workingDays) {
        return new LetterOrder(
                template, enrolment, key, caseRef, details, sessions, sender, onlyTo, Optional.of(workingDays));
    }
}
