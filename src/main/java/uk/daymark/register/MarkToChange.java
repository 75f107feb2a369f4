package uk.daymark.register;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.Half;
import uk.daymark.measure.Session;
import uk.daymark.people.Enrolment;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.Pupils;
import uk.daymark.people.School;
import uk.daymark.people.Schools;
import uk.daymark.time.Dates;

/** Says whether a person may give one session another code, and what stands there now. */
@Component
class MarkToChange {

    static final int LONGEST_REASON = 1000;

    private final Schools schools;
    private final Pupils pupils;
    private final MarkStore store;
    private final Clock clock;

    MarkToChange(Schools schools, Pupils pupils, MarkStore store, Clock clock) {
        this.schools = schools;
        this.pupils = pupils;
        this.store = store;
        this.clock = clock;
    }

    /** A session's mark as it stands, with the week it is stored in. */
    record Standing(Enrolment enrolment, AttendanceCode code, String week) {}

    /**
     * @param seen the code that the person saw there; empty where they did not say
     * @throws NotInRegisterException where there is no such pupil in scope, or no session or no mark then
     * @throws RegisterConflictException where the code cannot stand there, or another stands there now than the person saw
     */
    Standing check(
            EnrolmentId id, Session session, AttendanceCode code, Optional<AttendanceCode> seen, By by, String reason) {
        Enrolment enrolment = pupils.enrolment(id)
                .filter(found -> inScope(found, by))
                .orElseThrow(() -> new NotInRegisterException("There is no such pupil on the roll of your schools."));
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new RegisterConflictException(
                    "Say why the mark changes, in at most " + LONGEST_REASON + " characters.");
        }
        LocalDate day = session.date();
        if (day.isAfter(LocalDate.now(clock))) {
            throw new RegisterConflictException("The session on " + Dates.inWords(day) + " has not come yet.");
        }
        int slot = Weeks.slot(session);
        if (slot < 0 || !schools.timetable(enrolment.school()).plans(session)) {
            throw new NotInRegisterException("The school holds no session on " + session.inWords()
                    + ". Check the date, or the school's calendar.");
        }
        if (!enrolment.onRoll(day)) {
            throw new NotInRegisterException("The pupil was not on the school's roll on " + Dates.inWords(day) + ".");
        }
        String week = store.week(id, Weeks.number(day)).orElse(Weeks.NOTHING_TAKEN);
        AttendanceCode standing = Weeks.codeAt(week, slot)
                .orElseThrow(() -> new NotInRegisterException("No mark has been imported for the session on "
                        + session.inWords() + ". Import the register first."));
        if (!code.usableIn(session.half()) || !code.usableOn(day)) {
            throw new RegisterConflictException("Code " + code.token() + " cannot stand on " + session.inWords() + ". "
                    + (code.usableIn(session.half())
                            ? "It ended on " + code.lastDay().orElseThrow() + "."
                            : "It is for the " + (session.half() == Half.AM ? "afternoon" : "morning") + " only."));
        }
        if (seen.isPresent() && seen.get() != standing) {
            throw new RegisterConflictException(
                    "The code changed from " + seen.get().token() + " to " + standing.token()
                            + " meanwhile. Look at what happened, then send yours again if it is still right.");
        }
        return new Standing(enrolment, standing, week);
    }

    /** Whether the code could stand there, whatever the register has there now: in a session that is held and has come, of a pupil on roll. */
    boolean couldStand(EnrolmentId id, Session session, AttendanceCode code) {
        LocalDate day = session.date();
        return pupils.enrolment(id)
                .filter(enrolment -> !day.isAfter(LocalDate.now(clock)))
                .filter(enrolment -> Weeks.slot(session) >= 0
                        && schools.timetable(enrolment.school()).plans(session))
                .filter(enrolment -> enrolment.onRoll(day))
                .filter(enrolment -> code.usableIn(session.half()) && code.usableOn(day))
                .isPresent();
    }

    static RegisterConflictException standsAlready(AttendanceCode code) {
        return new RegisterConflictException("The register already has code " + code.token() + " there.");
    }

    private boolean inScope(Enrolment enrolment, By by) {
        Optional<School> school = schools.find(enrolment.school());
        return school.map(by.scope()::holds).orElse(false);
    }
}
