package uk.daymark.firstday;

import java.util.Map;
import java.util.NavigableMap;
import org.springframework.stereotype.Component;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.Session;
import uk.daymark.people.EnrolmentId;
import uk.daymark.workflow.Step;
import uk.daymark.workflow.StepContext;

/** Counts the school days of absence without contact, and enters in the attendance return who has been away so long. */
@Component
class LongAbsenceStep implements Step {

    private final Rounds rounds;
    private final Absentees absentees;
    private final LongAbsences longAbsences;

    LongAbsenceStep(Rounds rounds, Absentees absentees, LongAbsences longAbsences) {
        this.rounds = rounds;
        this.absentees = absentees;
        this.longAbsences = longAbsences;
    }

    @Override
    public String name() {
        return "seeLongAbsence";
    }

    @Override
    public Map<String, Object> run(StepContext context) {
        Round round = rounds.get(context.key());
        Timings timings = absentees.timings(round);
        Map<EnrolmentId, NavigableMap<Session, AttendanceCode>> standing = absentees.standing(round.pupils());
        Missing missing = absentees.missing(timings, round.pupils(), standing);
        if (!longAbsences.enter(round, timings, missing, standing).isEmpty()) {
            return Map.of("longAbsences", "now");
        }
        return missing.none()
                ? Map.of("longAbsences", "none")
                : Map.of("longAbsences", "later", "longAbsence", longAbsences.nextLook(timings, missing, standing));
    }
}
