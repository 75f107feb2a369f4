package uk.daymark.register;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.Session;
import uk.daymark.people.EnrolmentId;

/**
 * Amends one mark of Daymark's copy by hand. The original entry, the new one, the reason, the time and who made it are kept, as an
 * amendment of a register has to (School Attendance (Pupil Registration) (England) Regulations 2024).
 */
@Component
public class AmendingAMark {

    private final MarkToChange marks;
    private final MarkStore store;
    private final Gate gate;
    private final List<ImportEffects> effects;
    private final Clock clock;

    AmendingAMark(MarkToChange marks, MarkStore store, Gate gate, List<ImportEffects> effects, Clock clock) {
        this.marks = marks;
        this.store = store;
        this.gate = gate;
        this.effects = effects;
        this.clock = clock;
    }

    /** {@link #amend(EnrolmentId, Session, AttendanceCode, Optional, By, String)} by somebody who saw no code there. */
    public List<String> amend(EnrolmentId enrolment, Session session, AttendanceCode code, By by, String reason) {
        return amend(enrolment, session, code, Optional.empty(), by, reason);
    }

    /**
     * Amends one mark.
     *
     * @param seen the code that the person saw there: where another stands there by now, nothing is changed
     * @return what that causes, in words
     * @throws NotInRegisterException where there is no such pupil in scope, or no session or no mark then
     * @throws RegisterConflictException where the code cannot stand there, stands there already, or no reason is given, or another
     *     stands there than the person saw
     */
    public List<String> amend(
            EnrolmentId enrolment,
            Session session,
            AttendanceCode code,
            Optional<AttendanceCode> seen,
            By by,
            String reason) {
        return gate.alone(() -> {
            MarkToChange.Standing standing = marks.check(enrolment, session, code, seen, by, reason);
            if (standing.code() == code) {
                throw MarkToChange.standsAlready(code);
            }
            int week = Weeks.number(session.date());
            Instant now = clock.instant();
            store.update(List.of(new MarkStore.Week(
                    enrolment.number(), week, Weeks.with(standing.week(), Weeks.slot(session), code))));
            store.amend(List.of(new MarkStore.Amendment(
                    enrolment, session, standing.code(), code, reason.strip(), now, by.userName(), Optional.empty())));
            MarkChange change = new MarkChange(
                    enrolment,
                    standing.enrolment().pupil(),
                    standing.enrolment().school(),
                    session,
                    Optional.of(standing.code()),
                    code);
            ImportEffects.Cause cause = new ImportEffects.Cause("", by, now, true);
            return effects.stream()
                    .map(effect -> effect.watch(cause))
                    .flatMap(watch -> {
                        watch.changed(List.of(change));
                        return watch.inWords().stream();
                    })
                    .toList();
        });
    }
}
