package uk.daymark.leave;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.MarkedSession;
import uk.daymark.measure.SchoolDays;
import uk.daymark.measure.Session;
import uk.daymark.measure.Timetable;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.PupilId;
import uk.daymark.people.Pupils;
import uk.daymark.register.StandingCodes;
import uk.daymark.register.StoredRegister;

/** Counts leave without permission from the register as it stands. */
@Component
class LeaveCount {

    private final StandingCodes codes;
    private final StoredRegister registers;
    private final LeavePolicy policy;
    private final Pupils pupils;

    LeaveCount(StandingCodes codes, StoredRegister registers, LeavePolicy policy, Pupils pupils) {
        this.codes = codes;
        this.registers = registers;
        this.policy = policy;
        this.pupils = pupils;
    }

    /**
     * Leave counted under the policy.
     *
     * @param sessions those that count: coded as leave, by a code that the register has confirmed
     * @param unconfirmed so many more carry a code decided here that the register has yet to bring
     * @param counted how many count: of one run where the policy asks for consecutive sessions, else all in the window
     * @param needed how many the policy asks for
     * @param consecutive whether they have to follow one another
     * @param schoolDays how many school days the absence touches
     * @param veryLongFrom school days from which prosecution may be considered; empty where the policy says nothing
     */
    record Counted(
            List<Session> sessions,
            int unconfirmed,
            int counted,
            int needed,
            boolean consecutive,
            int schoolDays,
            Optional<Integer> veryLongFrom) {

        boolean reached() {
            return counted >= needed;
        }

        boolean veryLong() {
            return veryLongFrom.filter(from -> schoolDays >= from).isPresent();
        }
    }

    /** The sessions of these days with one of these codes, as they stand. */
    List<MarkedSession> marked(EnrolmentId enrolment, LeaveDays days, Set<AttendanceCode> which) {
        return codes.of(enrolment, new DateRange(days.from().date(), days.to().date())).entrySet().stream()
                .filter(mark -> days.contains(mark.getKey()) && which.contains(mark.getValue()))
                .map(mark -> new MarkedSession(mark.getKey(), mark.getValue()))
                .toList();
    }

    /** Counts the leave of these days. */
    Counted count(SuspectedLeave leave) {
        PupilId pupil = pupils.enrolment(leave.enrolment()).orElseThrow().pupil();
        StoredRegister.PupilRegister register =
                registers.of(pupil, leave.days().to().date()).orElseThrow();
        Set<AttendanceCode> which = policy.codes(leave.school());
        Timetable timetable = policy.timetable(leave.school());
        boolean consecutive = policy.of(leave.school())
                .yesNo("leave.consecutive", policy.today())
                .orElse(false);
        List<Session> sure = new ArrayList<>();
        int unconfirmed = 0;
        for (Session session : leave.days().planned(timetable)) {
            if (register.marks().at(session).filter(which::contains).isPresent()) {
                if (register.unconfirmed().contains(session)) {
                    unconfirmed++;
                } else {
                    sure.add(session);
                }
            }
        }
        int counted = consecutive
                ? longestRun(leave.days().planned(timetable), sure)
                : inWindow(leave, register, which, timetable);
        return new Counted(
                sure,
                unconfirmed,
                counted,
                policy.needed(leave.school(), "leave.run"),
                consecutive,
                (int) sure.stream().map(Session::date).distinct().count(),
                policy.number(leave.school(), "leave.prosecute_from"));
    }

    /** Leave in the window of school weeks that ends with the last week of the absence. */
    private int inWindow(
            SuspectedLeave leave,
            StoredRegister.PupilRegister register,
            Set<AttendanceCode> which,
            Timetable timetable) {
        LocalDate last = leave.days().to().date();
        LeaveDays window = LeaveDays.whole(windowStart(leave, timetable), last);
        return (int) window.planned(timetable).stream()
                .filter(session ->
                        register.marks().at(session).filter(which::contains).isPresent())
                .filter(session -> !register.unconfirmed().contains(session))
                .count();
    }

    private LocalDate windowStart(SuspectedLeave leave, Timetable timetable) {
        int weeks = policy.needed(leave.school(), "threshold.window");
        LocalDate last = leave.days().to().date();
        LocalDate monday = Timetable.mondayOf(last);
        SchoolDays days = new SchoolDays(timetable);
        // As far back as there are school weeks: a year of school weeks is the longest window a policy may set.
        LocalDate earliest = monday.minusYears(2);
        while (monday.isAfter(earliest) && days.countWeeks(new DateRange(monday, last)) < weeks) {
            monday = monday.minusWeeks(1);
        }
        return monday;
    }

    private static int longestRun(List<Session> planned, List<Session> leave) {
        int longest = 0;
        int run = 0;
        for (Session session : planned) {
            run = leave.contains(session) ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
