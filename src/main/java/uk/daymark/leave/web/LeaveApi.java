package uk.daymark.leave.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import uk.daymark.access.Access;
import uk.daymark.access.Action;
import uk.daymark.access.SignedIn;
import uk.daymark.journal.Journal;
import uk.daymark.leave.LeaveDays;
import uk.daymark.leave.LeaveGround;
import uk.daymark.leave.LeaveRequest;
import uk.daymark.leave.LeaveRequests;
import uk.daymark.leave.Suspicions;
import uk.daymark.measure.Half;
import uk.daymark.measure.RegisterDates;
import uk.daymark.measure.Session;
import uk.daymark.people.ContactId;
import uk.daymark.people.Scopes;
import uk.daymark.people.Urn;
import uk.daymark.register.By;
import uk.daymark.web.Fault;
import uk.daymark.web.InvalidInput;

/** Leave in term time for programs. */
@RestController
class LeaveApi {

    private static final int LARGEST_PAGE = 200;
    private static final int LAST_PAGE = 1_000_000;

    private final Access access;
    private final Scopes scopes;
    private final LeaveRequests requests;
    private final Suspicions suspicions;
    private final Journal journal;
    private final Clock clock;

    LeaveApi(
            Access access, Scopes scopes, LeaveRequests requests, Suspicions suspicions, Journal journal, Clock clock) {
        this.access = access;
        this.scopes = scopes;
        this.requests = requests;
        this.suspicions = suspicions;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * A request for leave. The school may be left out by somebody who works at one; the day of asking by whoever means today; the
     * halves where whole days are meant.
     */
    record NewRequest(
            @Nullable String school,
            @Nullable String pupilRef,
            @Nullable Long askedBy,
            @Nullable LocalDate askedOn,
            @Nullable LocalDate from,
            @Nullable Half fromSession,
            @Nullable LocalDate to,
            @Nullable Half toSession,
            @Nullable String ground,
            @Nullable String details,
            @Nullable String evidence) {}

    record Why(@Nullable String reason) {}

    record Reply(@Nullable String reply, @Nullable LocalDate repliedOn) {}

    record Listed<T>(long total, int page, int size, List<T> items) {

        static <T> Listed<T> of(List<T> all, int page, int size) {
            if (page < 1 || page > LAST_PAGE) {
                throw new InvalidInput("?page", "Pages are counted from 1.");
            }
            if (size < 1 || size > LARGEST_PAGE) {
                throw new InvalidInput("?size", "Ask for 1 to " + LARGEST_PAGE + ".");
            }
            int first = (int) Math.min(all.size(), (page - 1L) * size);
            return new Listed<>(all.size(), page, size, all.subList(first, Math.min(all.size(), first + size)));
        }
    }

    @GetMapping("/api/leave-requests")
    Listed<RequestLine> list(
            @RequestParam Optional<LeaveRequest.State> state,
            @RequestParam Optional<String> pupil,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "50") int size) {
        SignedIn person = access.require(Action.SEE_LEAVE);
        Listed<RequestLine> listed = Listed.of(
                requests.in(scopes.of(person)).stream()
                        .filter(request -> state.isEmpty() || request.state() == state.get())
                        .filter(request -> pupil.isEmpty() || request.pupilRef().equals(pupil.get()))
                        .map(RequestLine::of)
                        .toList(),
                page,
                size);
        journal.looked("LEAVE", "/api/leave-requests, " + listed.items().size() + " requests");
        return listed;
    }

    @GetMapping("/api/leave-requests/{ref}")
    RequestLine one(@PathVariable String ref) {
        RequestLine line = RequestLine.of(requests.find(ref, scopes.of(access.require(Action.SEE_LEAVE))));
        journal.looked(line.ref(), "/api/leave-requests/" + line.ref());
        return line;
    }

    @PostMapping("/api/leave-requests")
    @ResponseStatus(HttpStatus.CREATED)
    RequestLine enter(@RequestBody NewRequest asked) {
        By by = by(access.require(Action.ENTER_LEAVE));
        List<Fault> faults = new ArrayList<>();
        Optional<Urn> school = asked.school == null
                ? by.scope().homeSchool()
                : Optional.of(asked.school)
                        .filter(urn -> urn.matches("[0-9]{6}"))
                        .map(Urn::new);
        if (school.isEmpty()) {
            faults.add(new Fault("/school", "Give the school's URN: six digits."));
        }
        Optional<LeaveGround> ground = Optional.ofNullable(asked.ground).flatMap(LeaveGround::ofWord);
        if (ground.isEmpty()) {
            faults.add(new Fault(
                    "/ground",
                    "Give one of exceptional, visit, exam, performance, interview, exam-study, religious, other."));
        }
        if (asked.pupilRef == null) {
            faults.add(new Fault("/pupilRef", "Give the school's reference for the pupil."));
        }
        if (asked.askedOn != null && !RegisterDates.plausible(asked.askedOn)) {
            faults.add(new Fault("/askedOn", "Give the day on which it was asked, as in 2025-10-06."));
        }
        Optional<LeaveDays> days = days(asked, faults);
        String details = text(asked.details, "/details", faults);
        String evidence = text(asked.evidence, "/evidence", faults);
        String ref = text(asked.pupilRef, "/pupilRef", faults);
        if (!faults.isEmpty() || school.isEmpty() || ground.isEmpty() || days.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return RequestLine.of(requests.enter(
                new LeaveRequests.Asked(
                        school.get(),
                        ref,
                        Optional.ofNullable(asked.askedBy).map(ContactId::new),
                        Optional.ofNullable(asked.askedOn).orElseGet(() -> LocalDate.now(clock)),
                        days.get(),
                        ground.get(),
                        details,
                        evidence),
                by));
    }

    private static Optional<LeaveDays> days(NewRequest asked, List<Fault> faults) {
        if (asked.from == null || !RegisterDates.plausible(asked.from)) {
            faults.add(new Fault("/from", "Give the first day, as in 2025-10-06."));
        }
        if (asked.to == null || !RegisterDates.plausible(asked.to)) {
            faults.add(new Fault("/to", "Give the last day, as in 2025-10-10."));
        }
        if (asked.from == null || asked.to == null || !faults.isEmpty()) {
            return Optional.empty();
        }
        Session from = new Session(asked.from, asked.fromSession == null ? Half.AM : asked.fromSession);
        Session to = new Session(asked.to, asked.toSession == null ? Half.PM : asked.toSession);
        if (to.compareTo(from) < 0) {
            faults.add(new Fault("/to", "The last session comes before the first."));
            return Optional.empty();
        }
        return Optional.of(new LeaveDays(from, to));
    }

    @PostMapping("/api/leave-requests/{ref}/take-back")
    RequestLine takeBack(@PathVariable String ref, @RequestBody Why why) {
        By by = by(access.require(Action.ENTER_LEAVE));
        List<Fault> faults = new ArrayList<>();
        String reason = text(why.reason, "/reason", faults);
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return RequestLine.of(requests.takeBack(ref, reason, by));
    }

    @GetMapping("/api/suspected-leave")
    Listed<SuspectedLine> suspected(
            @RequestParam Optional<String> pupil,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "50") int size) {
        SignedIn person = access.require(Action.SEE_LEAVE);
        Listed<SuspectedLine> listed = Listed.of(
                suspicions.in(scopes.of(person)).stream()
                        .filter(leave -> pupil.isEmpty() || leave.pupilRef().equals(pupil.get()))
                        .map(SuspectedLine::of)
                        .toList(),
                page,
                size);
        journal.looked("LEAVE", "/api/suspected-leave, " + listed.items().size() + " absences");
        return listed;
    }

    @PostMapping("/api/suspected-leave/{ref}/reply")
    SuspectedLine reply(@PathVariable String ref, @RequestBody Reply reply) {
        By by = by(access.require(Action.ENTER_LEAVE));
        List<Fault> faults = new ArrayList<>();
        String text = text(reply.reply, "/reply", faults);
        if (reply.repliedOn != null && !RegisterDates.plausible(reply.repliedOn)) {
            faults.add(new Fault("/repliedOn", "Give the day of the reply, as in 2025-10-06."));
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return SuspectedLine.of(suspicions.replied(
                ref, text, Optional.ofNullable(reply.repliedOn).orElseGet(() -> LocalDate.now(clock)), by));
    }

    private By by(SignedIn person) {
        return new By(person.userName(), scopes.of(person));
    }

    /** Not every database can store the NUL character. */
    private static String text(@Nullable String given, String pointer, List<Fault> faults) {
        if (given != null && given.indexOf('\0') >= 0) {
            faults.add(new Fault(pointer, "This holds a NUL character. Take it out."));
            return "";
        }
        return given == null ? "" : given;
    }
}
