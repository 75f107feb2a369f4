package uk.daymark.leave;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.daymark.journal.Entry;
import uk.daymark.journal.Journal;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.Half;
import uk.daymark.measure.MarkedSession;
import uk.daymark.measure.Session;
import uk.daymark.people.Scope;
import uk.daymark.register.By;
import uk.daymark.register.DecidedCodes;
import uk.daymark.web.InvalidInput;
import uk.daymark.worklist.Answer;
import uk.daymark.worklist.TaskAbout;
import uk.daymark.worklist.TaskHandler;

/** The tasks about leave, save handing it over. */
@Component
class LeaveTasks implements TaskHandler {

    static final String DECIDE = "decide-leave-request";
    static final String CHECK = "check-suspected-leave";
    static final String WEIGH = "weigh-reply";
    private static final String AUTHORISE = "decide-whether-leave";

    private final LeaveStore requests;
    private final SuspicionStore suspicions;
    private final LeaveFacts facts;
    private final LeavePolicy policy;
    private final LeaveCount count;
    private final LeaveMarks marks;
    private final DecidedCodes decidedCodes;
    private final Journal journal;

    LeaveTasks(
            LeaveStore requests,
            SuspicionStore suspicions,
            LeaveFacts facts,
            LeavePolicy policy,
            LeaveCount count,
            LeaveMarks marks,
            DecidedCodes decidedCodes,
            Journal journal) {
        this.requests = requests;
        this.suspicions = suspicions;
        this.facts = facts;
        this.policy = policy;
        this.count = count;
        this.marks = marks;
        this.decidedCodes = decidedCodes;
        this.journal = journal;
    }

    @Override
    public boolean handles(String model, String kind) {
        return model.equals(LeaveRequests.MODEL)
                && Set.of(DECIDE, CHECK, AUTHORISE, WEIGH).contains(kind);
    }

    @Override
    public List<Fact> facts(TaskAbout task) {
        return task.kind().equals(DECIDE)
                ? requests.find(task.key()).map(facts::of).orElse(List.of())
                : suspicions.find(task.key()).map(facts::of).orElse(List.of());
    }

    @Override
    public Map<String, Object> values(TaskAbout task) {
        return task.kind().equals(DECIDE)
                ? requests.find(task.key())
                        .<Map<String, Object>>map(request -> Map.of(
                                "code", request.ground().code().token(),
                                "givenFrom", request.days().from().date().toString(),
                                "givenFromHalf", request.days().from().half().name(),
                                "givenTo", request.days().to().date().toString(),
                                "givenToHalf", request.days().to().half().name()))
                        .orElse(Map.of())
                : Map.of();
    }

    @Override
    public Map<String, Object> complete(TaskAbout task, Answer answer) {
        return switch (task.kind()) {
            case DECIDE -> decide(task, answer);
            case CHECK -> check(task, answer);
            case AUTHORISE -> authorise(task, answer);
            default -> weigh(task, answer);
        };
    }

    private Map<String, Object> decide(TaskAbout task, Answer answer) {
        LeaveRequest request = requests.find(task.key()).orElseThrow();
        String decision = answer.text("decision");
        String why = answer.text("reason");
        if (decision.equals("refuse")) {
            requests.decide(
                    request.ref(),
                    LeaveRequest.State.REFUSED,
                    Optional.empty(),
                    Optional.empty(),
                    answer.by().userName(),
                    why);
            record(request, LeaveRequest.State.REFUSED, why, Optional.empty());
            return Map.of("given", false, "givenInFull", false);
        }
        AttendanceCode code = AttendanceCode.ofToken(answer.text("code"))
                .orElseThrow(() -> new InvalidInput("/fields/code", "Choose the code for the sessions given"));
        boolean all = decision.equals("all");
        LeaveDays given = all ? request.days() : part(request, answer);
        boolean inFull = given.equals(request.days());
        LeaveRequest.State state = inFull ? LeaveRequest.State.GRANTED : LeaveRequest.State.PART;
        requests.decide(
                request.ref(),
                state,
                Optional.of(given),
                Optional.of(code),
                answer.by().userName(),
                why);
        record(request, state, why, Optional.of(given));
        marks.settle(requests.find(request.ref()).orElseThrow(), by(request, answer));
        return Map.of("given", true, "givenInFull", inFull);
    }

    private LeaveDays part(LeaveRequest request, Answer answer) {
        LocalDate from = answer.date("givenFrom")
                .orElseThrow(() -> new InvalidInput("/fields/givenFrom", "Enter the first day given"));
        LocalDate to = answer.date("givenTo")
                .orElseThrow(() -> new InvalidInput("/fields/givenTo", "Enter the last day given"));
        Session first = new Session(from, answer.text("givenFromHalf").equals("PM") ? Half.PM : Half.AM);
        Session last = new Session(to, answer.text("givenToHalf").equals("AM") ? Half.AM : Half.PM);
        if (last.compareTo(first) < 0) {
            throw new InvalidInput("/fields/givenTo", "The last day given must not be before the first");
        }
        LeaveDays given = new LeaveDays(first, last);
        if (!request.days().contains(given)) {
            throw new InvalidInput("/fields/givenFrom", "The days given must lie within the days asked for");
        }
        if (given.planned(policy.timetable(request.school())).isEmpty()) {
            throw new InvalidInput("/fields/givenFrom", "The school holds no session on these days");
        }
        return given;
    }

    private void record(LeaveRequest request, LeaveRequest.State state, String why, Optional<LeaveDays> given) {
        journal.write(Entry.of(
                        request.ref(),
                        "DECISION",
                        "The request for leave was decided: " + state.title()
                                + given.map(days -> ", " + days.from().inWords() + " to "
                                                + days.to().inWords())
                                        .orElse("")
                                + ".",
                        why)
                .changing(request.state().title(), state.title()));
    }

    private Map<String, Object> check(TaskAbout task, Answer answer) {
        if (answer.text("finding").equals("reason-known")) {
            codeOtherwise(task, answer, "Another reason is known: " + answer.text("reason"));
        }
        return Map.of("finding", answer.text("finding"));
    }

    /** The headteacher looks at an absence that the attendance lead thinks may be leave. */
    private Map<String, Object> authorise(TaskAbout task, Answer answer) {
        if (answer.text("verdict").equals("authorise")) {
            codeOtherwise(task, answer, "Leave was authorised by the headteacher: " + answer.text("reason"));
        }
        return Map.of("verdict", answer.text("verdict"));
    }

    private Map<String, Object> weigh(TaskAbout task, Answer answer) {
        SuspectedLeave leave = suspicions.find(task.key()).orElseThrow();
        if (answer.text("verdict").equals("other")) {
            codeOtherwise(task, answer, "Not leave: " + answer.text("reason"));
        } else {
            decideCode(leave, Set.of(AttendanceCode.O), AttendanceCode.G, answer);
        }
        return Map.of("verdict", answer.text("verdict"));
    }

    /** Ends it first: what is decided now must not look like a mark that came in and explained it. */
    private void codeOtherwise(TaskAbout task, Answer answer, String why) {
        SuspectedLeave leave = suspicions.find(task.key()).orElseThrow();
        AttendanceCode code = AttendanceCode.ofToken(answer.text("code"))
                .orElseThrow(() -> new InvalidInput("/fields/code", "Choose the code that is right"));
        suspicions.end(leave.ref(), why);
        Set<AttendanceCode> which = EnumSet.copyOf(policy.codes(leave.school()));
        if (requests.find(leave.ref()).isPresent()) {
            which.add(AttendanceCode.O);
        }
        which.remove(code);
        decideCode(leave, which, code, answer);
    }

    private void decideCode(SuspectedLeave leave, Set<AttendanceCode> which, AttendanceCode code, Answer answer) {
        By by = new By(answer.by().userName(), Scope.school(leave.school()));
        List<Session> planned = leave.days().planned(policy.timetable(leave.school()));
        List<Session> counting = count.marked(leave.enrolment(), leave.days(), which).stream()
                .map(MarkedSession::session)
                .filter(planned::contains)
                .toList();
        List<Session> passedOver = new ArrayList<>();
        for (Session session : counting) {
            if (decidedCodes.couldBeDecided(leave.enrolment(), session, code)) {
                decidedCodes.decide(leave.enrolment(), session, code, by, shortened(answer.text("reason")));
            } else {
                passedOver.add(session);
            }
        }
        if (!passedOver.isEmpty()) {
            String names = passedOver.stream().map(Session::inWords).collect(Collectors.joining(", "));
            if (passedOver.size() == counting.size()) {
                throw new InvalidInput(
                        "/fields/code",
                        "Code " + code.token() + " cannot stand in any of these sessions: " + names
                                + ". Choose another code, or have the dates on roll corrected");
            }
            journal.write(Entry.of(
                    leave.ref(),
                    "NOTE",
                    "Code " + code.token() + " cannot stand in these sessions, which keep theirs: " + names + ".",
                    ""));
        }
    }

    private static By by(LeaveRequest request, Answer answer) {
        return new By(answer.by().userName(), Scope.school(request.school()));
    }

    private static String shortened(String reason) {
        return reason.length() > 1000 ? reason.substring(0, 999) + "…" : reason;
    }
}
