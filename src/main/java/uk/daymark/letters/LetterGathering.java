package uk.daymark.letters;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.daymark.letters.text.LetterTemplate;
import uk.daymark.measure.RegisterDates;
import uk.daymark.measure.SchoolDays;
import uk.daymark.measure.Session;
import uk.daymark.measure.Timetable;
import uk.daymark.people.Contacts;
import uk.daymark.people.Enrolment;
import uk.daymark.people.Pupil;
import uk.daymark.people.Pupils;
import uk.daymark.people.School;
import uk.daymark.people.Schools;
import uk.daymark.people.Urn;
import uk.daymark.policy.Policies;
import uk.daymark.policy.Policy;
import uk.daymark.register.StoredRegister;
import uk.daymark.register.StoredRegister.PupilRegister;

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
    private final AuthorityLetterheads authorities;
    private final Clock clock;

    LetterGathering(
            LetterBook book,
            Pupils pupils,
            Schools schools,
            Contacts contacts,
            StoredRegister registers,
            Policies policies,
            Letterheads letterheads,
            AuthorityLetterheads authorities,
            Clock clock) {
        this.book = book;
        this.pupils = pupils;
        this.schools = schools;
        this.contacts = contacts;
        this.registers = registers;
        this.policies = policies;
        this.letterheads = letterheads;
        this.authorities = authorities;
        this.clock = clock;
    }

    LetterAbout about(LetterOrder order) {
        LocalDate today = LocalDate.now(clock);
        Enrolment enrolment = pupils.enrolment(order.enrolment()).orElseThrow();
        Pupil pupil = pupils.find(enrolment.pupil()).orElseThrow();
        School school = schools.find(enrolment.school()).orElseThrow();
        boolean fromTheAuthority = order.sender() == Sender.AUTHORITY;
        Policy policy = (fromTheAuthority ? policies.named(school.authority()) : Optional.<Policy>empty())
                .or(() -> policies.named(school.policy()))
                .orElseThrow(() -> new IllegalStateException("There is no policy " + school.policy()));
        LetterTemplate template = book.of(order.template(), policy.lineage());
        Timetable timetable = schools.timetable(school.urn());
        AuthorityLetterhead authority = authorities.of(school.authority());
        Letterhead letterhead =
                fromTheAuthority ? letterheads.of(school.urn()).of(authority) : letterheads.of(school.urn());
        PupilRegister register = registers.of(pupil.id(), today).orElseThrow();
        LetterFigures figures = LetterFigures.of(register, enrolment, timetable, since(order, today), today);
        int replyDays = letterhead.replyDays().orElseGet(() -> needed(policy, "letter.reply_within", today));
        return new LetterAbout(
                order,
                template,
                pupil,
                enrolment,
                school,
                policy,
                fromTheAuthority ? authority.name() : school.name(),
                letterhead,
                figures,
                order.sessions()
                        .map(sessions -> LetterFigures.named(register, Timetable.of(register.parts()), sessions, today))
                        .orElse(figures),
                recipients(order, contacts.of(pupil.id()), school.urn()),
                new SchoolDays(timetable).add(today, replyDays).orElse(today.plusDays(replyDays)));
    }

    /** From the school year's first day, or from the first session that the letter is about where that lies before. */
    private static LocalDate since(LetterOrder order, LocalDate today) {
        LocalDate year = RegisterDates.schoolYearOf(today).from();
        return order.sessions().stream()
                .flatMap(Set::stream)
                .map(Session::date)
                .filter(day -> day.isBefore(year))
                .min(LocalDate::compareTo)
                .orElse(year);
    }

    private static List<Recipient> recipients(LetterOrder order, List<Contacts.OfPupil> contacts, Urn school) {
        return order.onlyTo()
                .map(one -> Recipient.only(one, contacts, school))
                .orElseGet(() -> Recipient.of(contacts, school));
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
