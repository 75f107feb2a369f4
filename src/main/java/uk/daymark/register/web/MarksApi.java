package uk.daymark.register.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.daymark.access.Action;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.Half;
import uk.daymark.measure.Session;
import uk.daymark.people.Enrolment;
import uk.daymark.people.PupilId;
import uk.daymark.people.Pupils;
import uk.daymark.people.Urn;
import uk.daymark.register.AmendingAMark;
import uk.daymark.register.By;
import uk.daymark.register.DecidedCode;
import uk.daymark.register.DecidedCodes;
import uk.daymark.register.MarkHistory;
import uk.daymark.register.NotInRegisterException;
import uk.daymark.web.Fault;
import uk.daymark.web.InvalidInput;

/** Single marks: codes decided here, and amendments by hand. */
@RestController
class MarksApi extends RegisterCalls {

    private final DecidedCodes decidedCodes;
    private final AmendingAMark amending;
    private final Pupils pupils;
    private final MarkHistory history;
    private final LeaveIsTheHeads leave;
    private final Callers callers;

    MarksApi(
            DecidedCodes decidedCodes,
            AmendingAMark amending,
            Pupils pupils,
            MarkHistory history,
            LeaveIsTheHeads leave,
            Callers callers) {
        this.decidedCodes = decidedCodes;
        this.amending = amending;
        this.pupils = pupils;
        this.history = history;
        this.leave = leave;
        this.callers = callers;
    }

    /**
     * A session that gets another code. The school may be left out by somebody who works at one.
     *
     * @param seen the code that the caller saw in the register; where another stands there by now, nothing is changed
     */
    record NewCode(
            @Nullable String school,
            @Nullable String pupilRef,
            @Nullable LocalDate date,
            @Nullable Half session,
            @Nullable String code,
            @Nullable String seen,
            @Nullable String reason) {}

    /** The same page of each list. */
    record DecidedCodesListed(Listed<DecidedCode> toBeEntered, Listed<DecidedCode> questions) {}

    @GetMapping("/api/decided-codes")
    DecidedCodesListed decided(
            @RequestParam(defaultValue = "1") int page, @RequestParam(defaultValue = "50") int size) {
        By by = callers.require(Action.SEE_ATTENDANCE);
        Predicate<PupilId> known = callers.known(Action.SEE_ATTENDANCE);
        Listed.check(page, size);
        return new DecidedCodesListed(
                Listed.of(of(known, decidedCodes.toBeEntered(by.scope())), page, size),
                Listed.of(of(known, decidedCodes.questions(by.scope())), page, size));
    }

    private static List<DecidedCode> of(Predicate<PupilId> known, List<DecidedCode> codes) {
        return codes.stream().filter(code -> known.test(code.pupil())).toList();
    }

    @GetMapping("/api/decided-codes/to-be-entered.csv")
    ResponseEntity<byte[]> toBeEntered() {
        By by = callers.require(Action.SEE_ATTENDANCE);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"to-be-entered-in-the-register.csv\"")
                .body(decidedCodes
                        .toBeEnteredCsv(by.scope(), callers.known(Action.SEE_ATTENDANCE))
                        .getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/api/decided-codes")
    DecidedCode decide(@RequestBody NewCode asked) {
        By by = callers.require(Action.DECIDE_CODE);
        Understood understood = understand(asked, by);
        Enrolment enrolment = understood.enrolment;
        history.of(enrolment.school(), enrolment.pupilRef(), understood.session, by.scope())
                .flatMap(known -> leave.refusal(understood.code, known.code()))
                .ifPresent(why -> {
                    throw new InvalidInput("/code", why + ".");
                });
        return decidedCodes.decide(
                understood.enrolment.id(), understood.session, understood.code, understood.seen, by, understood.reason);
    }

    @PostMapping("/api/decided-codes/{id}/keep")
    ResponseEntity<Object> keep(@PathVariable long id, @RequestBody Why why) {
        decidedCodes.keepDecision(id, callers.require(Action.DECIDE_CODE), why.given());
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/api/decided-codes/{id}/follow-register")
    ResponseEntity<Object> followRegister(@PathVariable long id, @RequestBody Why why) {
        decidedCodes.followRegister(id, callers.require(Action.DECIDE_CODE), why.given());
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/api/amendments")
    Map<String, List<String>> amend(@RequestBody NewCode asked) {
        By by = callers.require(Action.AMEND_MARK);
        Understood understood = understand(asked, by);
        return Map.of(
                "effects",
                amending.amend(
                        understood.enrolment.id(),
                        understood.session,
                        understood.code,
                        understood.seen,
                        by,
                        understood.reason));
    }

    private record Understood(
            Enrolment enrolment, Session session, AttendanceCode code, Optional<AttendanceCode> seen, String reason) {}

    private Understood understand(NewCode asked, By by) {
        List<Fault> faults = new ArrayList<>();
        Optional<Urn> school = Optional.ofNullable(asked.school)
                .filter(urn -> urn.matches("[0-9]{6}"))
                .map(Urn::new)
                .or(() -> asked.school == null ? by.scope().homeSchool() : Optional.empty());
        if (school.isEmpty()) {
            faults.add(new Fault("/school", "Give the school's URN: six digits."));
        }
        if (asked.pupilRef == null || asked.pupilRef.indexOf('\0') >= 0) {
            faults.add(new Fault("/pupilRef", "Give the school's reference for the pupil."));
        }
        if (asked.date == null) {
            faults.add(new Fault("/date", "Give the date of the session, as in 2025-09-08."));
        }
        if (asked.session == null) {
            faults.add(new Fault("/session", "Say AM or PM."));
        }
        Optional<AttendanceCode> code = Optional.ofNullable(asked.code).flatMap(AttendanceCode::ofToken);
        if (code.isEmpty()) {
            faults.add(new Fault("/code", "Give a code of the register, as in O."));
        }
        Optional<AttendanceCode> seen = Optional.ofNullable(asked.seen).flatMap(AttendanceCode::ofToken);
        if (asked.seen != null && seen.isEmpty()) {
            faults.add(new Fault("/seen", "Give the code that stood in the register, as in N, or leave this out."));
        }
        if (!faults.isEmpty()
                || school.isEmpty()
                || asked.pupilRef == null
                || asked.pupilRef.indexOf('\0') >= 0
                || asked.date == null
                || asked.session == null
                || code.isEmpty()) {
            throw new InvalidInput(faults);
        }
        Enrolment enrolment = pupils.find(school.get(), asked.pupilRef)
                .map(Pupils.OnRoll::enrolment)
                .orElseThrow(() -> new NotInRegisterException("There is no such pupil on the roll of your schools."));
        return new Understood(
                enrolment, new Session(asked.date, asked.session), code.get(), seen, new Why(asked.reason).given());
    }
}
