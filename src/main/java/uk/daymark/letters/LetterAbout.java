package uk.daymark.letters;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import uk.daymark.letters.text.LetterTemplate;
import uk.daymark.people.Enrolment;
import uk.daymark.people.Pupil;
import uk.daymark.people.School;
import uk.daymark.policy.Policy;

/**
 * All that a letter is written from, as it stands at one moment.
 *
 * @param from who writes, as it stands at the head of the letter and below its signature
 * @param listed what it lists as missed without an accepted reason is taken from these: the same, or the only sessions that it is about
 * @param recipients who is written to
 * @param replyBy the day by which to answer
 */
record LetterAbout(
        LetterOrder order,
        LetterTemplate template,
        Pupil pupil,
        Enrolment enrolment,
        School school,
        Policy policy,
        String from,
        Letterhead letterhead,
        LetterFigures figures,
        LetterFigures listed,
        List<Recipient> recipients,
        LocalDate replyBy) {

    /** Whether the authority writes it. */
    boolean fromTheAuthority() {
        return order.sender() == Sender.AUTHORITY;
    }

    /** Who writes and from where, a line each: a letter begins with it. */
    List<String> sender() {
        return Stream.concat(Stream.of(from), letterhead.address().stream()).toList();
    }
}
