package uk.daymark.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import uk.daymark.people.Enrolment;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.Pupil;
import uk.daymark.people.PupilId;
import uk.daymark.people.Pupils;
import uk.daymark.people.Pupils.OnRoll;
import uk.daymark.people.School;
import uk.daymark.people.Schools;
import uk.daymark.people.Urn;
import uk.daymark.register.reading.Row;

/**
 * Takes {@code pupils.csv}. A pupil is known by school and reference alone, never by name. A new reference with a known UPN and the
 * same date of birth is the same person at another school: a move.
 */
final class PupilsIntake implements Intake {

    private final ImportRun run;
    private final Pupils pupils;
    private final Gate gate;
    private final FileColumns columns;
    private final ImportLimits.HeldPupils limits;
    private final SchoolsInScope inScope;
    private final FileRows<Key, Said> rows;

    private final Map<Urn, Map<String, OnRoll>> rolls = new HashMap<>();
    private final Map<Urn, Integer> leaving = new HashMap<>();
    private final Map<String, Owner> owners = new HashMap<>();
    private Map<PupilId, EnrolmentId> lastEnrolments = Map.of();
    private final Map<PupilId, Pupil> newPupils = new HashMap<>();
    private final Map<PupilId, Pupil> changedPupils = new HashMap<>();
    private final List<Enrolment> newEnrolments = new ArrayList<>();
    private final List<Enrolment> changedEnrolments = new ArrayList<>();
    /** Counts down from -1: stands for a number until one is given on writing. */
    private long placeholder;

    private int moves;

    PupilsIntake(ImportRun run, Schools schools, Pupils pupils, Gate gate, FileColumns columns, ImportLimits limits) {
        this.run = run;
        this.pupils = pupils;
        this.gate = gate;
        this.columns = columns;
        this.limits = limits.held().pupils();
        this.inScope = new SchoolsInScope(schools, run);
        this.rows = new FileRows<>(run, limits.file().peopleRows(), "pupil_ref", "this pupil");
    }

    @Override
    public void take(Row row) {
        if (!(row instanceof Row.Pupil pupil)) {
            throw new IllegalArgumentException("Not a pupil: " + row);
        }
        Optional<School> school = inScope.of(pupil.line(), pupil.schoolUrn());
        if (school.isEmpty() || !fits(pupil)) {
            return;
        }
        rows.take(
                pupil.line(),
                new Key(school.get().urn(), pupil.pupilRef()),
                new Said(
                        new Pupil.Details(
                                pupil.upn(),
                                pupil.legalSurname(),
                                pupil.legalForename(),
                                pupil.preferredSurname(),
                                pupil.preferredForename(),
                                pupil.dateOfBirth(),
                                pupil.sex(),
                                pupil.language(),
                                pupil.sen(),
                                pupil.lookedAfter(),
                                pupil.childProtection(),
                                pupil.childInNeed(),
                                pupil.freeMeals()),
                        new Enrolment.Details(
                                pupil.onRollFrom(),
                                pupil.leavingDate(),
                                pupil.yearGroup(),
                                pupil.form(),
                                pupil.partTime())));
    }

    @Override
    public void compare(boolean apply) {
        readKnown();
        rows.each((line, key, said) -> {
            Optional<OnRoll> known = known(key);
            if (known.isPresent()) {
                changeKnown(line, known.get(), said);
            } else {
                addNew(line, key, said);
            }
        });
        holdWhereTooManyLeave();
        sayEffects();
        if (apply && run.mayWrite()) {
            write();
        }
    }

    private void readKnown() {
        Map<String, Key> upns = new HashMap<>();
        Collection<PupilId> people = new ArrayList<>();
        rows.each((line, key, said) -> {
            said.person.upn().ifPresent(upn -> upns.put(upn, key));
            known(key).ifPresent(known -> people.add(known.pupil().id()));
        });
        pupils.withUpns(upns.keySet()).forEach((upn, pupil) -> owners.put(upn, new Owner(pupil, Optional.empty())));
        owners.values().forEach(owner -> people.add(owner.pupil.id()));
        lastEnrolments = new HashMap<>(pupils.lastEnrolments(Set.copyOf(people)));
    }

    private void changeKnown(long line, OnRoll known, Said said) {
        Pupil.Details merged = merged(said.person, known.pupil().details());
        Optional<Owner> owner = merged.upn().map(owners::get);
        if (owner.isPresent() && !owner.get().pupil.id().equals(known.pupil().id())) {
            run.reject(
                    line,
                    "upn",
                    merged.upn().orElse(""),
                    "This UPN belongs to another pupil" + owner.get().where()
                            + ". Check both pupils' UPNs in the school's system.");
            return;
        }
        Enrolment before = known.enrolment();
        Enrolment.Details details = merged(said.enrolment, before.details());
        if (leavesBeforeComing(line, details)) {
            return;
        }
        if (before.details().leavingDate().isEmpty() && details.leavingDate().isPresent()) {
            leaving.merge(before.school(), 1, Integer::sum);
        }
        // The school that has the pupil now speaks for the person; a school they left speaks for its own roll only.
        boolean speaksForPerson =
                before.id().equals(lastEnrolments.get(known.pupil().id()));
        boolean personChanges = speaksForPerson && !merged.equals(known.pupil().details());
        boolean enrolmentChanges = !details.equals(before.details());
        if (!personChanges && !enrolmentChanges) {
            run.unchanged++;
            return;
        }
        run.changed++;
        if (personChanges) {
            Pupil pupil = new Pupil(known.pupil().id(), merged);
            changedPupils.put(pupil.id(), pupil);
            merged.upn().ifPresent(upn -> owners.put(upn, new Owner(pupil, Optional.of(line))));
        }
        if (enrolmentChanges) {
            changedEnrolments.add(
                    new Enrolment(before.id(), before.pupil(), before.school(), before.pupilRef(), details));
        }
    }

    private void addNew(long line, Key key, Said said) {
        if (leavesBeforeComing(line, said.enrolment)) {
            return;
        }
        Optional<Owner> owner = said.person.upn().map(owners::get);
        PupilId person;
        if (owner.isEmpty()) {
            person = new PupilId(--placeholder);
            Pupil pupil = new Pupil(person, said.person);
            newPupils.put(person, pupil);
            said.person.upn().ifPresent(upn -> owners.put(upn, new Owner(pupil, Optional.of(line))));
        } else {
            Optional<LocalDate> birth = owner.get().pupil.details().dateOfBirth();
            if (birth.isEmpty() || !birth.equals(said.person.dateOfBirth())) {
                run.reject(
                        line,
                        "upn",
                        said.person.upn().orElse(""),
                        "This UPN belongs to a pupil" + owner.get().where()
                                + " whose date of birth is another or missing. If it is the same child, make the dates of"
                                + " birth agree; if not, one of the UPNs is wrong.");
                return;
            }
            person = owner.get().pupil.id();
            takePersonFrom(said, owner.get());
            moves++;
        }
        run.added++;
        newEnrolments.add(new Enrolment(new EnrolmentId(--placeholder), person, key.school, key.ref, said.enrolment));
    }

    /** A pupil who comes to a school is from then on described by it, as far as its file says. */
    private void takePersonFrom(Said said, Owner owner) {
        PupilId person = owner.pupil.id();
        Pupil pupil = new Pupil(person, merged(said.person, owner.pupil.details()));
        said.person.upn().ifPresent(upn -> owners.put(upn, new Owner(pupil, owner.line)));
        if (person.number() < 0) {
            newPupils.put(person, pupil);
        } else {
            changedPupils.put(person, pupil);
        }
    }

    private void write() {
        long first = gate.numbers((int) -placeholder);
        pupils.add(newPupils.values().stream()
                .map(pupil -> new Pupil(real(pupil.id(), first), pupil.details()))
                .toList());
        pupils.change(changedPupils.values());
        pupils.enrol(newEnrolments.stream()
                .map(enrolment -> new Enrolment(
                        new EnrolmentId(number(enrolment.id().number(), first)),
                        real(enrolment.pupil(), first),
                        enrolment.school(),
                        enrolment.pupilRef(),
                        enrolment.details()))
                .toList());
        pupils.changeEnrolments(changedEnrolments);
    }

    private static PupilId real(PupilId id, long first) {
        return new PupilId(number(id.number(), first));
    }

    private static long number(long placeholderOrNumber, long first) {
        return placeholderOrNumber < 0 ? first - placeholderOrNumber - 1 : placeholderOrNumber;
    }

    private void holdWhereTooManyLeave() {
        leaving.forEach((urn, leavers) -> {
            long onRoll = roll(urn).values().stream()
                    .filter(known -> known.enrolment().onRoll(run.today))
                    .count();
            if (onRoll >= limits.schoolSize() && leavers * 100L >= onRoll * limits.leavingPercent()) {
                run.holdBecause = Optional.of("The file takes " + leavers + " of " + onRoll + " pupils of school " + urn
                        + " off roll. A person has to look at it first.");
            }
        });
    }

    private void sayEffects() {
        int leavers = leaving.values().stream().mapToInt(Integer::intValue).sum();
        if (leavers > 0) {
            run.effects.add("takes " + Words.count(leavers, "pupil") + " off roll");
        }
        if (moves > 0) {
            run.effects.add("puts " + Words.count(moves, "known pupil") + " on another roll");
        }
    }

    private Optional<OnRoll> known(Key key) {
        return Optional.ofNullable(roll(key.school).get(key.ref));
    }

    private Map<String, OnRoll> roll(Urn urn) {
        return rolls.computeIfAbsent(
                urn,
                school -> pupils.ofSchool(school).stream()
                        .collect(Collectors.toMap(known -> known.enrolment().pupilRef(), known -> known)));
    }

    private boolean leavesBeforeComing(long line, Enrolment.Details details) {
        if (details.onRollFrom().isEmpty()
                || details.leavingDate().isEmpty()
                || !details.leavingDate().get().isBefore(details.onRollFrom().get())) {
            return false;
        }
        run.reject(
                line,
                "leaving_date",
                details.leavingDate().get().toString(),
                "The pupil would leave before coming on roll on "
                        + details.onRollFrom().get() + ". Correct one of the dates.");
        return true;
    }

    private boolean fits(Row.Pupil pupil) {
        return Texts.fit(run, pupil.line(), Texts.LONGEST_REFERENCE, "pupil_ref", pupil.pupilRef())
                && Texts.fit(
                        run,
                        pupil.line(),
                        Texts.LONGEST,
                        "legal_surname",
                        pupil.legalSurname(),
                        "legal_forename",
                        pupil.legalForename(),
                        "preferred_surname",
                        pupil.preferredSurname(),
                        "preferred_forename",
                        pupil.preferredForename(),
                        "sex",
                        pupil.sex(),
                        "language",
                        pupil.language(),
                        "sen",
                        pupil.sen(),
                        "year_group",
                        pupil.yearGroup(),
                        "form",
                        pupil.form());
    }

    /** A UPN and a date of birth are never forgotten: they tell pupils apart. */
    private Pupil.Details merged(Pupil.Details said, Pupil.Details known) {
        return new Pupil.Details(
                FileColumns.kept(said.upn(), known.upn()),
                said.legalSurname(),
                columns.of("legal_forename", said.legalForename(), known.legalForename()),
                columns.of("preferred_surname", said.preferredSurname(), known.preferredSurname()),
                columns.of("preferred_forename", said.preferredForename(), known.preferredForename()),
                FileColumns.kept(said.dateOfBirth(), known.dateOfBirth()),
                columns.of("sex", said.sex(), known.sex()),
                columns.of("language", said.language(), known.language()),
                columns.of("sen", said.sen(), known.sen()),
                columns.of("looked_after", said.lookedAfter(), known.lookedAfter()),
                columns.of("child_protection", said.childProtection(), known.childProtection()),
                columns.of("child_in_need", said.childInNeed(), known.childInNeed()),
                columns.of("free_meals", said.freeMeals(), known.freeMeals()));
    }

    /** The first day on roll is never forgotten either: without it, sessions before it would be the pupil's. */
    private Enrolment.Details merged(Enrolment.Details said, Enrolment.Details known) {
        return new Enrolment.Details(
                FileColumns.kept(said.onRollFrom(), known.onRollFrom()),
                columns.of("leaving_date", said.leavingDate(), known.leavingDate()),
                columns.of("year_group", said.yearGroup(), known.yearGroup()),
                columns.of("form", said.form(), known.form()),
                columns.of("part_time", said.partTime(), known.partTime()));
    }

    private record Key(Urn school, String ref) {}

    private record Said(Pupil.Details person, Enrolment.Details enrolment) {}

    /** Who has a UPN, and the line of this file that says so; no line where it is stored. */
    private record Owner(Pupil pupil, Optional<Long> line) {

        String where() {
            return line.map(number -> " on line " + number).orElse("");
        }
    }
}
