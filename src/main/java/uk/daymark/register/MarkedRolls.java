package uk.daymark.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.Session;
import uk.daymark.measure.StatisticalClass;
import uk.daymark.measure.Timetable;
import uk.daymark.people.Enrolment;
import uk.daymark.people.Pupils;
import uk.daymark.people.School;
import uk.daymark.people.Schools;

/** The rolls of the schools that one file of marks names: each read once, when its first row comes. */
final class MarkedRolls {

    private final Schools schools;
    private final Pupils pupils;
    private final ImportRun run;
    private final SchoolsInScope inScope;
    private final Map<String, Roll> rolls = new HashMap<>();
    private final List<OnRoll> named = new ArrayList<>();

    MarkedRolls(Schools schools, Pupils pupils, ImportRun run) {
        this.schools = schools;
        this.pupils = pupils;
        this.run = run;
        this.inScope = new SchoolsInScope(schools, run);
    }

    /** The pupil a row names, or empty where the row has been rejected. */
    Optional<OnRoll> find(long line, String urn, String ref) {
        Roll roll = rolls.get(urn);
        if (roll == null) {
            Optional<School> school = inScope.of(line, urn);
            if (school.isEmpty()) {
                return Optional.empty();
            }
            roll = roll(school.get());
            rolls.put(urn, roll);
        }
        OnRoll found = roll.byRef.get(ref);
        if (found == null) {
            run.reject(
                    line,
                    "pupil_ref",
                    ref,
                    "School " + urn
                            + " has no pupil with this reference. Import pupils.csv first, or check the reference.");
        }
        return Optional.ofNullable(found);
    }

    /** The pupil a row names where the row's school has been read already. */
    Optional<OnRoll> known(String urn, String ref) {
        return Optional.ofNullable(rolls.get(urn)).map(roll -> roll.byRef.get(ref));
    }

    /** Whether marks of this pupil were taken from the file. */
    boolean isNamed(OnRoll onRoll) {
        return onRoll.number >= 0;
    }

    /** The pupil's number among those whose marks were taken from this file, from 0. */
    int number(OnRoll onRoll) {
        if (onRoll.number < 0) {
            onRoll.number = named.size();
            named.add(onRoll);
        }
        return onRoll.number;
    }

    OnRoll named(int number) {
        return named.get(number);
    }

    int namedPupils() {
        return named.size();
    }

    private Roll roll(School school) {
        Timetable timetable = schools.timetable(school.urn());
        Map<String, OnRoll> byRef = new HashMap<>();
        for (Enrolment enrolment : pupils.enrolmentsAt(school.urn())) {
            byRef.put(enrolment.pupilRef(), new OnRoll(enrolment, timetable));
        }
        return new Roll(byRef);
    }

    private record Roll(Map<String, OnRoll> byRef) {}

    /** One pupil on one roll, while a file is read. */
    static final class OnRoll {

        final Enrolment enrolment;
        final Timetable timetable;
        private int number = -1;

        OnRoll(Enrolment enrolment, Timetable timetable) {
            this.enrolment = enrolment;
            this.timetable = timetable;
        }

        /** Why the code cannot stand on that day for this pupil; empty where it can. */
        Optional<String> whyNot(LocalDate day, AttendanceCode code) {
            // "Not yet on the admission register" and a closure of the whole school say nothing of this pupil.
            if (code.statisticalClass() == StatisticalClass.NOT_COLLECTED) {
                return Optional.empty();
            }
            if (enrolment.onRoll(day)) {
                return Optional.empty();
            }
            return Optional.of(enrolment
                            .lastDayBy(day)
                            .map(left -> "The pupil left on " + left + ", before this session on " + day)
                            .orElseGet(() -> "The pupil came on roll on "
                                    + enrolment.stays().get(0).from().orElseThrow() + ", after this session on " + day)
                    + ". Correct the mark, or the date in pupils.csv.");
        }

        boolean plans(Session session) {
            return timetable.plans(session);
        }
    }
}
