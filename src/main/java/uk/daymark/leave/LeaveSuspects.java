package uk.daymark.leave;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.SchoolDays;
import uk.daymark.measure.Session;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.Urn;
import uk.daymark.register.StandingCodes;
import uk.daymark.time.Dates;
import uk.daymark.workflow.Processes;

/** Finds in sessions coded as leave the absences that nobody gave leave for: one check for each absence of a pupil. */
@Component
class LeaveSuspects {

    private final LeaveStore requests;
    private final SuspicionStore suspicionStore;
    private final ObjectProvider<Suspicions> suspicions;
    private final LeavePolicy policy;
    private final StandingCodes codes;
    private final ObjectProvider<Processes> processes;
    private final Dates dates;

    LeaveSuspects(
            LeaveStore requests,
            SuspicionStore suspicionStore,
            ObjectProvider<Suspicions> suspicions,
            LeavePolicy policy,
            StandingCodes codes,
            ObjectProvider<Processes> processes,
            Dates dates) {
        this.requests = requests;
        this.suspicionStore = suspicionStore;
        this.suspicions = suspicions;
        this.policy = policy;
        this.codes = codes;
        this.processes = processes;
        this.dates = dates;
    }

    /**
     * Looks at sessions that came to be coded as leave.
     *
     * @param brought those sessions
     * @param applying false for a preview, which opens nothing
     * @return how many absences are looked at anew
     */
    int look(EnrolmentId enrolment, Urn school, Set<Session> brought, boolean applying) {
        List<LeaveRequest> asked = requests.of(enrolment);
        LocalDate earliest = lookBack(school);
        TreeSet<Session> open = new TreeSet<>();
        brought.stream()
                .filter(session -> !session.date().isBefore(earliest))
                .filter(session -> asked.stream().noneMatch(request -> speaksFor(request, session)))
                .forEach(open::add);
        int opened = 0;
        while (!open.isEmpty()) {
            opened += gather(enrolment, school, brought, open, applying) ? 1 : 0;
        }
        return opened;
    }

    /** Takes the sessions of one absence out, and joins it to one that is worked on or opens another. */
    private boolean gather(
            EnrolmentId enrolment, Urn school, Set<Session> brought, TreeSet<Session> open, boolean applying) {
        LocalDate from = open.first().date();
        LocalDate to = from;
        open.removeIf(session -> session.date().equals(from));
        while (!open.isEmpty()
                && sameAbsence(enrolment, school, brought, to, open.first().date())) {
            LocalDate next = open.first().date();
            to = next;
            open.removeIf(session -> session.date().equals(next));
        }
        for (SuspectedLeave leave : suspicionStore.lookedAt(enrolment)) {
            LeaveDays days = leave.days();
            boolean within =
                    !from.isBefore(days.from().date()) && !to.isAfter(days.to().date());
            if (within || (leave.ended().isEmpty() && touches(enrolment, school, brought, days, from, to))) {
                if (!within && applying) {
                    suspicionStore.stretch(
                            leave.ref(),
                            earlier(from, days.from().date()),
                            later(to, days.to().date()));
                }
                return false;
            }
        }
        if (applying) {
            suspicions
                    .getObject()
                    .open(
                            enrolment,
                            from,
                            to,
                            "Coded as holiday without leave from " + dates.day(from) + " to " + dates.day(to)
                                    + "; no leave was given.");
        }
        return true;
    }

    private boolean touches(
            EnrolmentId enrolment, Urn school, Set<Session> brought, LeaveDays days, LocalDate from, LocalDate to) {
        return from.isAfter(days.to().date())
                ? sameAbsence(enrolment, school, brought, days.to().date(), from)
                : !to.isBefore(days.from().date())
                        || sameAbsence(
                                enrolment, school, brought, to, days.from().date());
    }

    /** Whether no session between the two days is marked as anything but leave. */
    private boolean sameAbsence(
            EnrolmentId enrolment, Urn school, Set<Session> brought, LocalDate first, LocalDate second) {
        Set<AttendanceCode> leave = policy.codes(school);
        if (!second.isAfter(first.plusDays(1))) {
            return true;
        }
        NavigableMap<Session, AttendanceCode> between =
                codes.of(enrolment, new DateRange(first.plusDays(1), second.minusDays(1)));
        return between.entrySet().stream()
                .allMatch(mark -> leave.contains(mark.getValue()) || brought.contains(mark.getKey()));
    }

    private boolean speaksFor(LeaveRequest request, Session session) {
        if (request.state() == LeaveRequest.State.ASKED) {
            return request.days().contains(session);
        }
        return request.gives(session)
                || (request.refuses(session)
                        && processes.getObject().running(LeaveRequests.MODEL, request.ref())
                        && suspicionStore.find(request.ref()).isEmpty());
    }

    /** Absence from before that day is history when it comes in. */
    private LocalDate lookBack(Urn school) {
        int days = policy.needed(school, "leave.look_back");
        LocalDate today = policy.today();
        SchoolDays schoolDays = new SchoolDays(policy.timetable(school));
        LocalDate day = today;
        LocalDate earliest = today.minusYears(1);
        while (day.isAfter(earliest) && schoolDays.count(new DateRange(day, today)) <= days) {
            day = day.minusDays(1);
        }
        return day.plusDays(1);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
