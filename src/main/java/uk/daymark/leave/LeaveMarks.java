package uk.daymark.leave;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.Half;
import uk.daymark.measure.Session;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.Scope;
import uk.daymark.people.Urn;
import uk.daymark.register.By;
import uk.daymark.register.DecidedCodes;
import uk.daymark.register.DecisionEffects;
import uk.daymark.register.ImportEffects;
import uk.daymark.register.MarkChange;
import uk.daymark.register.StandingCodes;
import uk.daymark.time.Dates;

/**
 * Sees in the marks that come in what has to do with leave: sessions of leave that was given but is coded otherwise, absence coded as
 * leave that nobody gave, and such absence explained.
 */
@Component
class LeaveMarks implements ImportEffects, DecisionEffects {

    /** What gives way to the code of leave that was given; any other code says more than "not there". */
    private static final Set<AttendanceCode> GIVES_WAY =
            EnumSet.of(AttendanceCode.N, AttendanceCode.O, AttendanceCode.G);

    private final LeaveStore requests;
    private final SuspicionStore suspicionStore;
    private final ObjectProvider<Suspicions> suspicions;
    private final LeavePolicy policy;
    private final StandingCodes codes;
    private final ObjectProvider<DecidedCodes> decidedCodes;
    private final LeaveSuspects suspects;
    private final Dates dates;

    LeaveMarks(
            LeaveStore requests,
            SuspicionStore suspicionStore,
            ObjectProvider<Suspicions> suspicions,
            LeavePolicy policy,
            StandingCodes codes,
            ObjectProvider<DecidedCodes> decidedCodes,
            LeaveSuspects suspects,
            Dates dates) {
        this.requests = requests;
        this.suspicionStore = suspicionStore;
        this.suspicions = suspicions;
        this.policy = policy;
        this.codes = codes;
        this.decidedCodes = decidedCodes;
        this.suspects = suspects;
        this.dates = dates;
    }

    /**
     * Decides the code of leave that was given where the register has the session as absence without leave or reason. A session that
     * the school does not hold, or of a pupil who was not on roll, is passed over.
     */
    int settle(LeaveRequest request, By by) {
        int decided = 0;
        if (request.given().isEmpty() || request.code().isEmpty()) {
            return decided;
        }
        LeaveDays given = request.given().get();
        for (Map.Entry<Session, AttendanceCode> mark : codes.of(
                        request.enrolment(),
                        new DateRange(given.from().date(), given.to().date()))
                .entrySet()) {
            if (given.contains(mark.getKey())
                    && GIVES_WAY.contains(mark.getValue())
                    && couldBeDecided(request, mark.getKey())) {
                decide(request, mark.getKey(), by);
                decided++;
            }
        }
        return decided;
    }

    private boolean couldBeDecided(LeaveRequest request, Session session) {
        return decidedCodes
                .getObject()
                .couldBeDecided(request.enrolment(), session, request.code().orElseThrow());
    }

    private void decide(LeaveRequest request, Session session, By by) {
        decidedCodes
                .getObject()
                .decide(
                        request.enrolment(),
                        session,
                        request.code().orElseThrow(),
                        by,
                        "Leave given by "
                                + request.decided()
                                        .map(LeaveRequest.Decided::by)
                                        .orElse("the headteacher") + ", request " + request.ref());
    }

    @Override
    public void decided(EnrolmentId enrolment, Session session) {
        for (SuspectedLeave leave : suspicionStore.running(enrolment)) {
            if (leave.days().contains(session)) {
                NavigableMap<Session, AttendanceCode> marks = standing(leave);
                Optional.ofNullable(marks.get(session)).ifPresent(now -> {
                    if (noneLeft(leave, marks)) {
                        suspicions.getObject().explained(leave, inWords(session, now));
                    }
                });
            }
        }
    }

    private NavigableMap<Session, AttendanceCode> standing(SuspectedLeave leave) {
        return codes.of(
                leave.enrolment(),
                new DateRange(leave.days().from().date(), leave.days().to().date()));
    }

    /** Nothing of it is coded as leave; after a refusal plain unauthorised absence counts too. */
    private boolean noneLeft(SuspectedLeave leave, NavigableMap<Session, AttendanceCode> marks) {
        Set<AttendanceCode> which = EnumSet.copyOf(policy.codes(leave.school()));
        if (requests.find(leave.ref()).isPresent()) {
            which.add(AttendanceCode.O);
        }
        return marks.values().stream().noneMatch(which::contains);
    }

    private String inWords(Session session, AttendanceCode now) {
        return dates.day(session.date()) + (session.half() == Half.AM ? " morning" : " afternoon") + " is now "
                + now.token() + ", " + now.meaning();
    }

    @Override
    public Watch watch(Cause cause) {
        return new Watching(cause);
    }

    /** Sees what one import does. */
    private final class Watching implements Watch {

        private final Cause cause;
        private final Map<Urn, Set<AttendanceCode>> codesOf = new HashMap<>();
        private final Map<EnrolmentId, TreeMap<Session, MarkChange>> come = new HashMap<>();
        private final Map<EnrolmentId, TreeMap<Session, MarkChange>> gone = new HashMap<>();
        private int given;
        private int passedOver;

        Watching(Cause cause) {
            this.cause = cause;
        }

        @Override
        public void changed(List<MarkChange> changes) {
            Map<EnrolmentId, List<MarkChange>> absent = new HashMap<>();
            for (MarkChange change : changes) {
                Set<AttendanceCode> leave = codesOf.computeIfAbsent(change.school(), policy::codes);
                if (leave.contains(change.after())) {
                    come.computeIfAbsent(change.enrolment(), e -> new TreeMap<>())
                            .put(change.session(), change);
                }
                if (change.before().isPresent() && change.before().get() != change.after()) {
                    gone.computeIfAbsent(change.enrolment(), e -> new TreeMap<>())
                            .put(change.session(), change);
                }
                if (GIVES_WAY.contains(change.after()) && !cause.importId().isEmpty()) {
                    absent.computeIfAbsent(change.enrolment(), e -> new ArrayList<>())
                            .add(change);
                }
            }
            if (!absent.isEmpty()) {
                requests.withRequests(absent.keySet())
                        .forEach(enrolment -> giveCodes(enrolment, absent.getOrDefault(enrolment, List.of())));
            }
        }

        private void giveCodes(EnrolmentId enrolment, Collection<MarkChange> marks) {
            List<LeaveRequest> all = requests.of(enrolment);
            for (MarkChange mark : marks) {
                all.stream()
                        .filter(request -> request.gives(mark.session()))
                        .findFirst()
                        .ifPresent(request -> giveCode(request, mark));
            }
        }

        private void giveCode(LeaveRequest request, MarkChange mark) {
            if (!couldBeDecided(request, mark.session())) {
                passedOver++;
                return;
            }
            given++;
            if (cause.applying()) {
                String by = request.decided()
                        .map(LeaveRequest.Decided::by)
                        .orElse(cause.by().userName());
                decide(request, mark.session(), new By(by, Scope.school(mark.school())));
            }
        }

        @Override
        public List<String> inWords() {
            List<String> words = new ArrayList<>();
            if (given > 0) {
                words.add("lists " + count(given, "code") + " of leave that was given to be entered in the register");
            }
            if (passedOver > 0) {
                words.add(
                        "lists no code for " + count(passedOver, "session")
                                + " of leave that was given: the school's calendar plans no session then, or the pupil was not on roll");
            }
            Set<EnrolmentId> running = gone.isEmpty() ? Set.of() : suspicionStore.withRunning();
            int explained = gone.entrySet().stream()
                    .filter(entry -> running.contains(entry.getKey()))
                    .mapToInt(entry -> explain(entry.getKey(), entry.getValue()))
                    .sum();
            if (explained > 0) {
                words.add("withdraws " + count(explained, "check") + " of suspected leave");
            }
            int opened = come.entrySet().stream()
                    .mapToInt(entry -> suspects.look(
                            entry.getKey(),
                            entry.getValue().firstEntry().getValue().school(),
                            entry.getValue().keySet(),
                            cause.applying()))
                    .sum();
            if (opened > 0) {
                words.add("starts " + count(opened, "check") + " of suspected leave");
            }
            return words;
        }

        private int explain(EnrolmentId enrolment, NavigableMap<Session, MarkChange> changes) {
            int explained = 0;
            for (SuspectedLeave leave : suspicionStore.running(enrolment)) {
                Optional<MarkChange> one = changes.values().stream()
                        .filter(change -> leave.days().contains(change.session()))
                        .findFirst();
                if (one.isPresent()) {
                    NavigableMap<Session, AttendanceCode> marks = standing(leave);
                    changes.forEach((session, change) -> {
                        if (leave.days().contains(session)) {
                            marks.put(session, change.after());
                        }
                    });
                    if (noneLeft(leave, marks)) {
                        explained++;
                        if (cause.applying()) {
                            suspicions
                                    .getObject()
                                    .explained(
                                            leave,
                                            LeaveMarks.this.inWords(
                                                    one.get().session(),
                                                    one.get().after()));
                        }
                    }
                }
            }
            return explained;
        }
    }

    private static String count(int howMany, String what) {
        return howMany + " " + what + (howMany == 1 ? "" : "s");
    }
}
