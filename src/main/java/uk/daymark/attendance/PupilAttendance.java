package uk.daymark.attendance;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.daymark.figures.MeasuredFigures;
import uk.daymark.figures.Note;
import uk.daymark.measure.CompulsorySchoolAge;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.Marks;
import uk.daymark.measure.MeasuredRegister;
import uk.daymark.measure.RegisterDates;
import uk.daymark.measure.Timetable;
import uk.daymark.people.Enrolment;
import uk.daymark.people.PupilId;
import uk.daymark.people.Schools;
import uk.daymark.people.Scope;
import uk.daymark.people.Urn;
import uk.daymark.policy.Policies;
import uk.daymark.register.StoredRegister;
import uk.daymark.register.StoredRegister.Match;
import uk.daymark.register.StoredRegister.PupilRegister;
import uk.daymark.web.Conflict;
import uk.daymark.web.NotFound;

/** Measures a pupil's stored register exactly as a register that is sent along is measured. */
@Service
public class PupilAttendance {

    private final StoredRegister registers;
    private final Schools schools;
    private final Policies policies;
    private final Clock clock;

    PupilAttendance(StoredRegister registers, Schools schools, Policies policies, Clock clock) {
        this.registers = registers;
        this.schools = schools;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * A pupil's figures.
     *
     * @param match the pupil as found by the school's reference
     * @param stored what is stored of the pupil
     * @param measured the figures, and what was measured
     */
    public record Found(Match match, PupilRegister stored, MeasuredFigures measured) {}

    /**
     * The figures of the pupil with that reference.
     *
     * @param school where it is known which school's reference it is
     * @param scope the schools that the asker may see; a pupil elsewhere is as one who does not exist
     * @param known of which pupils the asker may know; any other is as one who does not exist
     * @param asOf the day to speak of; today where empty
     * @throws NotFound where there is no such pupil in scope
     * @throws Conflict where the reference is another pupil's too, at another school in scope
     */
    @Transactional(readOnly = true)
    public Found of(
            String pupilRef, Optional<Urn> school, Scope scope, Predicate<PupilId> known, Optional<LocalDate> asOf) {
        Match match = school.map(urn -> registers.lookUp(urn, pupilRef, scope))
                .orElseGet(() -> onlyOne(registers.lookUp(pupilRef, scope).stream()
                        .filter(found -> known.test(found.pupil()))
                        .toList()))
                .filter(found -> known.test(found.pupil()))
                .orElseThrow(() -> new NotFound("There is no pupil with this reference at your schools."));
        LocalDate day = asOf.orElseGet(() -> LocalDate.now(clock));
        PupilRegister stored = registers.of(match.pupil(), day).orElseThrow();
        return new Found(match, stored, measure(match, stored, scope, day));
    }

    private static Optional<Match> onlyOne(List<Match> matches) {
        if (matches.stream().map(Match::pupil).distinct().count() > 1) {
            throw new Conflict("Several schools use this reference: "
                    + matches.stream()
                            .map(match ->
                                    match.school().urn() + " " + match.school().name())
                            .collect(Collectors.joining(", "))
                    + ". Name the school, as in ?school="
                    + matches.get(0).school().urn() + ".");
        }
        return matches.stream().findFirst();
    }

    private MeasuredFigures measure(Match match, PupilRegister stored, Scope scope, LocalDate day) {
        List<Note> notes = new ArrayList<>();
        Timetable timetable = Timetable.of(stored.parts());
        Marks marks = stored.marks();
        LocalDate asOf = day;
        Optional<LocalDate> left = leftForASchoolOutOf(scope, stored);
        if (left.isPresent()) {
            // Whatever day is asked for: what another school marked is not this asker's to see.
            timetable = timetable.within(new DateRange(RegisterDates.EARLIEST, left.get()));
            marks = marks.upTo(left.get());
        }
        if (left.filter(day::isAfter).isPresent()) {
            asOf = left.get();
            notes.add(new Note(
                    "LEFT",
                    "",
                    "The pupil has left for a school that is not yours. These are the figures on "
                            + "the last day on your roll."));
        }
        if (timetable.isEmpty()) {
            notes.add(new Note(
                    "NO_CALENDAR",
                    "",
                    "No calendar is loaded for the days on which the pupil was on roll, so nothing can be counted. "
                            + "Ask your administrator to import the school's calendar."));
        }
        String policyName = left.isPresent() ? match.school().policy() : stored.policyName();
        return MeasuredFigures.of(
                policies.named(policyName)
                        .orElseThrow(
                                () -> new Conflict(
                                        "The school works under the policy " + policyName
                                                + ", which is not there any more. Ask your administrator to import schools.csv with a policy that is.")),
                new MeasuredRegister(
                        timetable,
                        stored.parts(),
                        marks,
                        stored.unconfirmed(),
                        asOf,
                        Optional.empty(),
                        stored.dateOfBirth().map(CompulsorySchoolAge::of)),
                notes);
    }

    /** The last day on a roll in scope, where the pupil has since gone on to a school that the asker may not see. */
    private Optional<LocalDate> leftForASchoolOutOf(Scope scope, PupilRegister stored) {
        Optional<LocalDate> left = Optional.empty();
        boolean goneOn = false;
        for (Enrolment enrolment : stored.enrolments()) {
            boolean inScope =
                    schools.find(enrolment.school()).filter(scope::holds).isPresent();
            if (inScope) {
                left = enrolment.details().leavingDate();
            }
            goneOn = !inScope && left.isPresent();
        }
        return goneOn ? left : Optional.empty();
    }
}
