package uk.daymark.letters;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import uk.daymark.letters.text.LetterTemplate;
import uk.daymark.measure.SchoolDays;
import uk.daymark.measure.Timetable;
import uk.daymark.people.Contacts;
import uk.daymark.people.Enrolment;
import uk.daymark.people.Pupil;
import uk.daymark.people.Pupils;
import uk.daymark.people.School;
import uk.daymark.people.Schools;
import uk.daymark.policy.Policies;
import uk.daymark.policy.Policy;
import uk.daymark.register.StoredRegister;

/** Gathers from the records, each time anew, what a letter is written from. */
@Component
class LetterGathering {

    private final LetterBook book;
    private final Pupils pupils;
    private final Schools schools;
    private final Contacts contacts;
    private final StoredRegister registers;
    private final Policies policies;
    private final Letterheads letterheads;
    private final Clock clock;

    LetterGathering(
            LetterBook book,
            Pupils pupils,
            Schools schools,
            Contacts contacts,
            StoredRegister registers,
            Policies policies,
            Letterheads letterheads,
            Clock clock) {
        this.book = book;
        this.pupils = pupils;
        this.schools = schools;
        this.contacts = contacts;
        this.registers = registers;
        this.policies = policies;
        this.letterheads = letterheads;
        this.clock = clock;
    }

    LetterAbout about(LetterOrder order) {
        LocalDate today = LocalDate.now(clock);
        Enrolment enrolment = pupils.enrolment(order.enrolment()).orElseThrow();
        Pupil pupil = pupils.find(enrolment.pupil()).orElseThrow();
        School school = schools.find(enrolment.school()).orElseThrow();
        Policy policy = policies.named(school.policy())
                .orElseThrow(() -> new IllegalStateException("There is no policy " + school.policy()));
        LetterTemplate template = book.of(order.template(), policy.lineage());
        Timetable timetable = schools.timetable(school.urn());
        Letterhead letterhead = letterheads.of(school.urn());
        int replyDays = letterhead.replyDays().orElseGet(() -> needed(policy, "letter.reply_within", today));
        return new LetterAbout(
                order,
                template,
                pupil,
                enrolment,
                school,
                policy,
                letterhead,
                LetterFigures.of(registers.of(pupil.id(), today).orElseThrow(), enrolment, timetable, today),
                Recipient.of(contacts.of(pupil.id()), school.urn()),
                new SchoolDays(timetable).add(today, replyDays).orElse(today.plusDays(replyDays)));
    }

    /** Whether the parent's address must not be shown to any other person of the family. */
    boolean addressWithheld(Letter letter) {
        Enrolment enrolment = pupils.enrolment(letter.enrolment()).orElseThrow();
        return contacts.of(enrolment.pupil()).stream()
                .filter(person -> person.contact().id().equals(letter.contact()))
                .anyMatch(person -> person.contact().details().addressWithheld());
    }

    static int needed(Policy policy, String key, LocalDate on) {
        return policy.number(key, on)
                .orElseThrow(() -> new IllegalStateException("The policy " + policy.name() + " has no " + key));
    }
}
