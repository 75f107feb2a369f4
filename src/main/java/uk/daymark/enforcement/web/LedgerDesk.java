package uk.daymark.enforcement.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.access.SignedIn;
import uk.daymark.enforcement.ledger.Keeper;
import uk.daymark.enforcement.ledger.Notice;
import uk.daymark.enforcement.ledger.NoticeRef;
import uk.daymark.people.Enrolment;
import uk.daymark.people.Pupil;
import uk.daymark.people.PupilId;
import uk.daymark.people.Pupils;
import uk.daymark.people.School;
import uk.daymark.people.Schools;
import uk.daymark.people.Scope;
import uk.daymark.people.Scopes;
import uk.daymark.people.Urn;
import uk.daymark.web.Conflict;
import uk.daymark.web.InvalidInput;
import uk.daymark.web.NotFound;

/** What the calls and the pages of the ledger ask in the same way. */
@Component
class LedgerDesk {

    private static final String NO_PUPIL = "There is no pupil of this reference at your authority's schools.";

    private final Scopes scopes;
    private final Pupils pupils;
    private final Schools schools;
    private final Clock clock;

    LedgerDesk(Scopes scopes, Pupils pupils, Schools schools, Clock clock) {
        this.scopes = scopes;
        this.pupils = pupils;
        this.schools = schools;
        this.clock = clock;
    }

    /** A pupil as somebody at the ledger names them: with the school that has or had them. */
    record PupilAt(PupilId id, String name, String ref, School school) {}

    Keeper keeper(SignedIn person) {
        return new Keeper(person.userName(), scopes.of(person));
    }

    /** The pupil with that reference at a school in scope. */
    PupilAt pupil(String urn, String ref, Scope scope) {
        return Optional.of(urn).filter(text -> text.matches("[0-9]{6}")).map(Urn::new).stream()
                .flatMap(known -> schools.find(known).stream())
                .filter(scope::holds)
                .flatMap(school -> pupils.find(school.urn(), ref).stream()
                        .map(found -> new PupilAt(
                                found.pupil().id(), found.pupil().details().name(), ref, school)))
                .findFirst()
                .orElseThrow(() -> new NotFound(NO_PUPIL));
    }

    /**
     * The same, where the pupil is at a school in scope now and not only was: what is written about a child is for the authority that
     * has the child.
     *
     * @throws Conflict where the pupil has moved on
     */
    PupilAt pupilToWriteOf(String urn, String ref, Scope scope) {
        PupilAt found = pupil(urn, ref, scope);
        if (pupil(found.id(), scope).isEmpty()) {
            throw new Conflict("The pupil is at a school of another authority now. Ask that authority to enter it.");
        }
        return found;
    }

    /** Whether the records of a school are in scope. */
    boolean holds(Scope scope, Urn school) {
        return schools.find(school).filter(scope::holds).isPresent();
    }

    /**
     * The pupil of a notice in a list.
     *
     * @param ref the reference of the school at the time where there is one; empty text where the pupil is on no roll
     */
    record Child(String name, String ref) {}

    /** The pupils of these notices. */
    Map<NoticeRef, Child> children(List<Notice> notices) {
        List<PupilId> ids = notices.stream().map(Notice::pupil).distinct().toList();
        Map<PupilId, Pupil> known = pupils.find(ids);
        Map<PupilId, List<Enrolment>> rolls = pupils.enrolments(ids);
        Map<NoticeRef, Child> children = new HashMap<>();
        notices.forEach(notice -> children.put(
                notice.ref(),
                new Child(
                        Optional.ofNullable(known.get(notice.pupil()))
                                .map(pupil -> pupil.details().name())
                                .orElse(""),
                        roll(notice, rolls.getOrDefault(notice.pupil(), List.of()))
                                .map(Enrolment::pupilRef)
                                .orElse(""))));
        return children;
    }

    private static Optional<Enrolment> roll(Notice notice, List<Enrolment> rolls) {
        return rolls.stream()
                .filter(one -> notice.school().filter(one.school()::equals).isPresent())
                .findFirst()
                .or(() -> rolls.stream().reduce((earlier, later) -> later));
    }

    /** The pupil of a notice, by the school at the time where there is one. */
    Optional<PupilAt> pupil(Notice notice) {
        return roll(notice, pupils.enrolments(notice.pupil()))
                .flatMap(one -> schools.find(one.school())
                        .map(school -> new PupilAt(notice.pupil(), name(notice.pupil()), one.pupilRef(), school)));
    }

    /** The last roll that a child has come to, where it lies in scope. */
    Optional<PupilAt> pupil(PupilId child, Scope scope) {
        LocalDate today = LocalDate.now(clock);
        return pupils.enrolments(child).stream()
                .filter(roll ->
                        roll.details().onRollFrom().filter(today::isBefore).isEmpty())
                .reduce((earlier, later) -> later)
                .flatMap(roll -> schools.find(roll.school())
                        .filter(scope::holds)
                        .map(school -> new PupilAt(child, name(child), roll.pupilRef(), school)));
    }

    String name(PupilId pupil) {
        return pupils.find(pupil).map(Pupil::details).map(Pupil.Details::name).orElse("");
    }

    /** A reference in an address. */
    static NoticeRef ref(String typed) {
        return NoticeRef.typed(typed)
                .orElseThrow(() -> new NotFound("There is no notice of this reference in your authority's ledger."));
    }

    /** A page of a list. */
    record Listed<T>(long total, int page, int size, List<T> items) {

        private static final int LARGEST = 200;
        private static final int LAST = 1_000_000;

        static <T> Listed<T> of(List<T> all, int page, int size) {
            if (page < 1 || page > LAST) {
                throw new InvalidInput("?page", "Pages are counted from 1.");
            }
            if (size < 1 || size > LARGEST) {
                throw new InvalidInput("?size", "Ask for 1 to " + LARGEST + ".");
            }
            int first = (int) Math.min(all.size(), (page - 1L) * size);
            return new Listed<>(all.size(), page, size, all.subList(first, Math.min(all.size(), first + size)));
        }
    }
}
