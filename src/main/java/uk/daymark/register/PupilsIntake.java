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
import java.util.stream.IntStream;
import uk.daymark.measure.StatisticalClass;
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
    private final MarkStore store;
    private final Gate gate;
    private final FileColumns columns;
    private final ImportLimits.HeldPupils limits;
    private final SchoolsInScope inScope;
    private final FileRows<Key, Said> rows;

    private final Map<Urn, Map<String, OnRoll>> rolls = new HashMap<>();
    private final Map<Urn, Integer> leaving = new HashMap<>();
    /** By school and pupil: their times on that roll by reference, as this file leaves them. */
    private final Map<Urn, Map<PupilId, Map<String, Enrolment>>> here = new HashMap<>();

    private final Map<String, Owner> owners = new HashMap<>();
    private Map<PupilId, EnrolmentId> lastEnrolments = Map.of();
    private final Map<PupilId, Pupil> newPupils = new HashMap<>();
    private final Map<PupilId, Pupil> changedPupils = new HashMap<>();
    private final List<Enrolment> newEnrolments = new ArrayList<>();
    private final List<Enrolment> changedEnrolments = new ArrayList<>();
    /** Counts down from -1: stands for a number until one is given on writing. */
    private long placeholder;

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
        this.store = store;
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
        boolean comesBack = comesBack(said.enrolment, before.details());
        Enrolment.Details details =
                comesBack ? secondStay(said.enrolment, before.details()) : merged(said.enrolment, before.details());
        List<Stay> earlier = new ArrayList<>(before.earlier());
        if (comesBack) {
            earlier.add(before.details().stay());
        }
        if (leavesBeforeComing(line, details)
                || reachesIntoAnEarlierStay(line, details, earlier)
                || !comesBack && losesMarks(line, before, details)) {
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
            changedPupils.put(pupil.id(), pupil);
            merged.upn().ifPresent(upn -> owners.put(upn, new Owner(pupil, Optional.of(line))));
        }
        if (enrolmentChanges) {
            Enrolment enrolment =
                    new Enrolment(before.id(), before.pupil(), before.school(), before.pupilRef(), details, earlier);
            changedEnrolments.add(enrolment);
            hereOf(before.school(), before.pupil()).put(before.pupilRef(), enrolment);
        }
    }

    /** Whether a row says that a pupil who left is on roll again, from a day after leaving. */
    private static boolean comesBack(Enrolment.Details said, Enrolment.Details known) {
        return known.leavingDate().isPresent()
                && said.onRollFrom().isPresent()
                && said.onRollFrom().get().isAfter(known.leavingDate().get());
    }

    /** The earlier leaving date says nothing of a new stay: without one of its own it is open. */
    private Enrolment.Details secondStay(Enrolment.Details said, Enrolment.Details known) {
        Enrolment.Details merged = merged(said, known);
        return new Enrolment.Details(
                said.onRollFrom(), said.leavingDate(), merged.yearGroup(), merged.form(), merged.partTime());
    }

    private boolean reachesIntoAnEarlierStay(long line, Enrolment.Details details, List<Stay> earlier) {
        Optional<LocalDate> left = earlier.stream()
                .filter(stay -> stay.overlaps(details.stay()))
                .findFirst()
                .flatMap(Stay::to);
        left.ifPresent(day -> run.reject(
                line,
                "on_roll_from",
                details.onRollFrom().map(LocalDate::toString).orElse(""),
                "The pupil left on " + day
                        + " and came back later; both are kept here, and this line speaks of the time"
                        + " before. Export the file again, or give the day on which the pupil came back."));
        return left.isPresent();
    }

    /** Whether marks from before a later first day would drop out of every count. */
    private boolean losesMarks(long line, Enrolment before, Enrolment.Details after) {
        Optional<LocalDate> from = after.onRollFrom();
        if (from.isEmpty()
                || before.details()
                        .onRollFrom()
                        .map(known -> !from.get().isAfter(known))
                        .orElse(false)) {
            return false;
        }
        Optional<LocalDate> last = lastMark(before, from.get());
        last.ifPresent(day -> run.reject(
                line,
                "on_roll_from",
                from.get().toString(),
                "The pupil has marks from before this day, the last on " + day
                        + "; they would no longer count. If the pupil"
                        + " left and came back, first import the leaving_date of the earlier time. If the pupil was not on"
                        + " roll then, correct those marks to Z first. Else correct the date."));
        return last.isPresent();
    }

    /** The last day before another with a mark of the present stay that counts for something. */
    private Optional<LocalDate> lastMark(Enrolment enrolment, LocalDate before) {
        return store.weeks(enrolment.id()).stream()
                .flatMap(week -> IntStream.range(0, Weeks.SLOTS)
                        .filter(slot -> Weeks.codeAt(week.codes(), slot)
                                .filter(code -> code.statisticalClass() != StatisticalClass.NOT_COLLECTED)
                                .isPresent())
                        .mapToObj(slot -> Weeks.session(week.week(), slot).date()))
                .filter(day ->
                        day.isBefore(before) && enrolment.details().stay().contains(day))
                .max(LocalDate::compareTo);
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
                new Enrolment(new EnrolmentId(--placeholder), person, key.school, key.ref, said.enrolment, List.of());
        newEnrolments.add(enrolment);
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
                        enrolment.details(),
                        enrolment.earlier()))
                .toList());
        pupils.changeEnrolments(changedEnrolments);
    }

    private static PupilId real(PupilId id, long first) {
        return new PupilId(number(id.number(), first));
    }

    private static long number(long placeholderOrNumber, long first) {
        return placeholderOrNumber < 0 ? first - placeholderOrNumber - 1 : placeholderOrNumber;
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
