package uk.daymark.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import uk.daymark.people.Enrolment;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.Pupil;
import uk.daymark.people.PupilId;
import uk.daymark.people.Pupils;
import uk.daymark.people.Pupils.OnRoll;
import uk.daymark.people.School;
import uk.daymark.people.Schools;
import uk.daymark.people.Stay;
import uk.daymark.people.Urn;
import uk.daymark.register.reading.Row;

/**
 * Takes {@code pupils.csv}. A pupil is known by school and reference alone, never by name. A new reference with a known UPN and the
 * same date of birth is the same person at another school: a move.
 */
final class PupilsIntake implements Intake {

    private final ImportRun run;
    private final Pupils pupils;
    private final StayFaults faults;
    private final PupilMerge merge;
    private final ImportLimits.HeldPupils limits;
    private final SchoolsInScope inScope;
    private final FileRows<Key, Said> rows;

    private final Map<Urn, Map<String, OnRoll>> rolls = new HashMap<>();
    private final Map<Urn, Integer> leaving = new HashMap<>();
    /** By school and pupil: their times on that roll by reference, as this file leaves them. */
    private final Map<Urn, Map<PupilId, Map<String, Enrolment>>> here = new HashMap<>();

    private final Map<String, Owner> owners = new HashMap<>();
    private Map<PupilId, EnrolmentId> lastEnrolments = Map.of();
    private final PupilChanges changes;

    private int moves;

    PupilsIntake(
            ImportRun run,
            Schools schools,
            Pupils pupils,
            MarkStore store,
            Gate gate,
            FileColumns columns,
            ImportLimits limits) {
        this.run = run;
        this.pupils = pupils;
        this.faults = new StayFaults(run, store);
        this.changes = new PupilChanges(pupils, gate);
        this.merge = new PupilMerge(columns);
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
        // Who leaves first, so that whoever comes back under a new reference is found to have left, wherever the lines
        // stand.
        rows.each((line, key, said) -> known(key).ifPresent(known -> changeKnown(line, known, said)));
        rows.each((line, key, said) -> {
            if (known(key).isEmpty()) {
                addNew(line, key, said);
            }
        });
        holdWhereTooManyLeave();
        sayEffects();
        if (apply && run.mayWrite()) {
            changes.write();
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
        if (isAnotherChild(said.person, known.pupil().details())) {
            run.reject(
                    line,
                    "date_of_birth",
                    said.person.dateOfBirth().map(LocalDate::toString).orElse(""),
                    "Here " + known.enrolment().pupilRef()
                            + " is a pupil with another date of birth, and no UPN says that"
                            + " it is the same child. A new pupil needs a reference that no other pupil ever had. To"
                            + " correct a date of birth, first import the pupil's UPN with the old date, then both.");
            return;
        }
        Pupil.Details merged = merge.merged(said.person, known.pupil().details());
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
        boolean comesBack = merge.comesBack(said.enrolment, before.details());
        Enrolment.Details details = comesBack
                ? merge.secondStay(said.enrolment, before.details())
                : merge.merged(said.enrolment, before.details());
        List<Stay> earlier = new ArrayList<>(before.earlier());
        if (comesBack) {
            earlier.add(before.details().stay());
        }
        if (faults.leavesBeforeComing(line, details)
                || faults.reachesIntoAnEarlierStay(line, details, earlier)
                || !comesBack && faults.losesMarks(line, before, details)) {
            return;
        }
        if (before.onRoll(run.today) && endsSooner(before.details(), details)) {
            leaving.merge(before.school(), 1, Integer::sum);
        }
        // The school that has the pupil now speaks for the person; a school they left speaks for its own roll only.
        boolean speaksForPerson =
                comesBack || before.id().equals(lastEnrolments.get(known.pupil().id()));
        boolean personChanges = speaksForPerson && !merged.equals(known.pupil().details());
        boolean enrolmentChanges = !details.equals(before.details());
        if (!personChanges && !enrolmentChanges) {
            run.unchanged++;
            return;
        }
        run.changed++;
        if (personChanges) {
            Pupil pupil = new Pupil(known.pupil().id(), merged);
            changes.put(pupil);
            merged.upn().ifPresent(upn -> owners.put(upn, new Owner(pupil, Optional.of(line))));
        }
        if (enrolmentChanges) {
            Enrolment enrolment =
                    new Enrolment(before.id(), before.pupil(), before.school(), before.pupilRef(), details, earlier);
            changes.put(enrolment);
            hereOf(before.school(), before.pupil()).put(before.pupilRef(), enrolment);
        }
    }

    /**
     * Whether a row speaks of another child than the one its reference stands for: the dates of birth differ and no UPN agrees.
     * Systems that give a leaver's number to a newcomer, and files sent for the wrong school, look like that.
     */
    private static boolean isAnotherChild(Pupil.Details said, Pupil.Details known) {
        boolean bornAnotherDay = said.dateOfBirth().isPresent()
                && known.dateOfBirth().isPresent()
                && !said.dateOfBirth().equals(known.dateOfBirth());
        boolean sameUpn = said.upn().isPresent() && said.upn().equals(known.upn());
        return bornAnotherDay && !sameUpn;
    }

    private void addNew(long line, Key key, Said said) {
        if (faults.leavesBeforeComing(line, said.enrolment)) {
            return;
        }
        Optional<Owner> owner = said.person.upn().map(owners::get);
        PupilId person;
        if (owner.isEmpty()) {
            person = changes.newPupil();
            Pupil pupil = new Pupil(person, said.person);
            changes.put(pupil);
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
            Optional<Enrolment> same = sameTimeHere(key.school, person, said.enrolment);
            if (same.isPresent()) {
                run.reject(line, "pupil_ref", key.ref, alreadyHere(same.get()));
                return;
            }
            takePersonFrom(said, owner.get());
            moves++;
        }
        run.added++;
        Enrolment enrolment =
                new Enrolment(changes.newEnrolment(), person, key.school, key.ref, said.enrolment, List.of());
        changes.put(enrolment);
        hereOf(key.school, person).put(key.ref, enrolment);
    }

    /** The pupil's time on the same school's roll under another reference, where it shares a day with this one. */
    private Optional<Enrolment> sameTimeHere(Urn school, PupilId person, Enrolment.Details details) {
        return hereOf(school, person).values().stream()
                .filter(other -> other.stays().stream().anyMatch(stay -> stay.overlaps(details.stay())))
                .findFirst();
    }

    private static String alreadyHere(Enrolment other) {
        return "This pupil is already on the roll of school " + other.school() + " as " + other.pupilRef()
                + other.details()
                        .leavingDate()
                        .map(leaving -> " until " + leaving)
                        .orElse("")
                + ". Send that reference, and check which column of your system was exported as the pupil's reference. If the"
                + " pupil left and came back, give a leaving_date to " + other.pupilRef()
                + " and a later on_roll_from to this one.";
    }

    /** A pupil's times on one school's roll, by reference, as this file leaves them so far. */
    private Map<String, Enrolment> hereOf(Urn school, PupilId person) {
        return here.computeIfAbsent(school, urn -> {
                    Map<PupilId, Map<String, Enrolment>> ofSchool = new HashMap<>();
                    roll(urn)
                            .forEach((ref, known) -> ofSchool.computeIfAbsent(
                                            known.pupil().id(), pupil -> new TreeMap<>())
                                    .put(ref, known.enrolment()));
                    return ofSchool;
                })
                .computeIfAbsent(person, pupil -> new TreeMap<>());
    }

    /** A pupil who comes to a school is from then on described by it, as far as its file says. */
    private void takePersonFrom(Said said, Owner owner) {
        PupilId person = owner.pupil.id();
        Pupil pupil = new Pupil(person, merge.merged(said.person, owner.pupil.details()));
        said.person.upn().ifPresent(upn -> owners.put(upn, new Owner(pupil, owner.line)));
        changes.put(pupil);
    }

    /** Whether a pupil's time on roll is given an end, or an earlier one, or is put off to a day to come. */
    private boolean endsSooner(Enrolment.Details before, Enrolment.Details after) {
        boolean leavesSooner = after.leavingDate()
                .map(leaving -> before.leavingDate().map(leaving::isBefore).orElse(true))
                .orElse(false);
        boolean putOff = after.onRollFrom().map(from -> from.isAfter(run.today)).orElse(false);
        return leavesSooner || putOff;
    }

    private void holdWhereTooManyLeave() {
        leaving.forEach((urn, leavers) -> {
            long onRoll = roll(urn).values().stream()
                    .filter(known -> known.enrolment().onRoll(run.today))
                    .count();
            if (leavers * 100L >= onRoll * limits.leavingPercent()) {
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

    private record Key(Urn school, String ref) {}

    private record Said(Pupil.Details person, Enrolment.Details enrolment) {}

    /** Who has a UPN, and the line of this file that says so; no line where it is stored. */
    private record Owner(Pupil pupil, Optional<Long> line) {

        String where() {
            return line.map(number -> " on line " + number).orElse("");
        }
    }
}
