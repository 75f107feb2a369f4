package uk.daymark.leave;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.CaseRef;
import uk.daymark.cases.Cases;
import uk.daymark.letters.LetterOrder;
import uk.daymark.letters.LetterSubject;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.MarkedSession;
import uk.daymark.measure.Session;
import uk.daymark.measure.StatisticalClass;
import uk.daymark.people.EnrolmentId;

/** Says whom a letter about leave concerns, of which days it speaks and what was decided. */
@Component
class LeaveLetters implements LetterSubject {

    private static final Set<AttendanceCode> UNAUTHORISED = Stream.of(AttendanceCode.values())
            .filter(code -> code.statisticalClass() == StatisticalClass.UNAUTHORISED)
            .collect(Collectors.toUnmodifiableSet());

    private final LeaveStore requests;
    private final SuspicionStore suspicions;
    private final LeaveCount count;
    private final LeavePolicy policy;
    private final Cases cases;

    LeaveLetters(LeaveStore requests, SuspicionStore suspicions, LeaveCount count, LeavePolicy policy, Cases cases) {
        this.count = count;
        this.policy = policy;
        this.requests = requests;
        this.suspicions = suspicions;
        this.cases = cases;
    }

    @Override
    public boolean knows(String template, String key) {
        return key.startsWith(LeaveStore.LETTER + "-");
    }

    @Override
    public LetterOrder order(String template, String key) {
        return suspicions.find(key).map(leave -> suspected(template, leave)).orElseGet(() -> {
            LeaveRequest request = requests.find(key).orElseThrow();
            LeaveDays days = request.given().orElse(request.days());
            return order(
                    template,
                    key,
                    request.enrolment(),
                    Map.of(
                            "leave_from",
                            days.from().date(),
                            "leave_to",
                            days.to().date(),
                            "decision_reason",
                            request.decided().map(LeaveRequest.Decided::why).orElse("")),
                    Optional.empty());
        });
    }

    /** Speaks of the sessions that were missed and not given, and of what was asked and refused for those. */
    private LetterOrder suspected(String template, SuspectedLeave leave) {
        List<LeaveRequest> asked = requests.of(leave.enrolment()).stream()
                .filter(request -> request.state() != LeaveRequest.State.TAKEN_BACK)
                .toList();
        List<Session> planned = leave.days().planned(policy.timetable(leave.school()));
        Set<Session> given = planned.stream()
                .filter(session -> asked.stream().anyMatch(request -> request.gives(session)))
                .collect(Collectors.toSet());
        List<Session> taken = count.marked(leave.enrolment(), leave.days(), UNAUTHORISED).stream()
                .map(MarkedSession::session)
                .filter(session -> planned.contains(session) && !given.contains(session))
                .sorted()
                .toList();
        LocalDate from =
                taken.isEmpty() ? leave.days().from().date() : taken.get(0).date();
        LocalDate to = taken.isEmpty()
                ? leave.days().to().date()
                : taken.get(taken.size() - 1).date();
        long refused = taken.stream()
                .filter(session -> asked.stream().anyMatch(request -> request.refuses(session)))
                .count();
        return order(
                template,
                leave.ref(),
                leave.enrolment(),
                Map.of(
                        "leave_from",
                        from,
                        "leave_to",
                        to,
                        "leave_refused",
                        refused > 0 && refused == taken.size(),
                        "leave_partly_refused",
                        refused > 0 && refused < taken.size(),
                        "leave_partly_given",
                        given.stream().anyMatch(LeaveDays.whole(from, to)::contains),
                        "leave_not_asked",
                        taken.stream()
                                .noneMatch(session -> asked.stream()
                                        .anyMatch(request -> request.days().contains(session)))),
                Optional.of(Set.copyOf(taken)));
    }

    private LetterOrder order(
            String template,
            String key,
            EnrolmentId enrolment,
            Map<String, Object> details,
            Optional<Set<Session>> sessions) {
        return new LetterOrder(
                template,
                enrolment,
                key,
                cases.openOf(enrolment).map(CaseFile::ref).map(CaseRef::value),
                details,
                sessions);
    }
}
