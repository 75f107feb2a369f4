package uk.daymark.register.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import uk.daymark.access.Access;
import uk.daymark.access.Action;
import uk.daymark.access.SignedIn;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.Half;
import uk.daymark.measure.Session;
import uk.daymark.people.Acquaintance;
import uk.daymark.people.Urn;
import uk.daymark.register.AmendingAMark;
import uk.daymark.register.By;
import uk.daymark.register.DecidedCode;
import uk.daymark.register.DecidedCodes;
import uk.daymark.register.MarkHistory;
import uk.daymark.register.RegisterConflictException;
import uk.daymark.time.Dates;

/** One session of one pupil: its code, how it came to be, and the form that gives it another. */
@Controller
@RequestMapping("/pupils/{urn}/{ref}/marks/{date}/{half}")
class MarkPage extends Refusals {

    private static final String DECIDE = "decide";
    private static final String AMEND = "amend";

    private final Access access;
    private final Acquaintance acquaintance;
    private final Callers callers;
    private final MarkHistory history;
    private final AmendingAMark amending;
    private final DecidedCodes decidedCodes;
    private final LeaveIsTheHeads leave;
    private final Dates dates;

    MarkPage(
            Access access,
            Acquaintance acquaintance,
            Callers callers,
            MarkHistory history,
            AmendingAMark amending,
            DecidedCodes decidedCodes,
            LeaveIsTheHeads leave,
            Dates dates) {
        this.access = access;
        this.acquaintance = acquaintance;
        this.callers = callers;
        this.history = history;
        this.amending = amending;
        this.decidedCodes = decidedCodes;
        this.leave = leave;
        this.dates = dates;
    }

    /** What a person typed, with the code that stood there when they began. */
    record Typed(String code, String reason, String way, String seen) {}

    @GetMapping
    ModelAndView mark(
            @PathVariable String urn, @PathVariable String ref, @PathVariable String date, @PathVariable String half) {
        MarkHistory.Known known = find(urn, ref, date, half, callers.require(Action.SEE_ATTENDANCE));
        return page(known, new Typed("", "", "", codeIn(known)), Map.of());
    }

    /** One after another: of a form that is sent twice, the second sees what the first has done. */
    @PostMapping
    synchronized ModelAndView change(
            @PathVariable String urn,
            @PathVariable String ref,
            @PathVariable String date,
            @PathVariable String half,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String way,
            @RequestParam(defaultValue = "") String seen,
            RedirectAttributes after) {
        By by = callers.require(way.equals(AMEND) ? Action.AMEND_MARK : Action.DECIDE_CODE);
        MarkHistory.Known known = find(urn, ref, date, half, by);
        Typed typed = new Typed(code, reason, way, seen);
        Optional<AttendanceCode> chosen = understood(code, known.session().half());
        if (chosen.isPresent() && alreadyDone(known, chosen.get(), typed, by)) {
            return back(known);
        }
        Map<String, String> errors = faults(known, chosen, typed);
        if (chosen.isPresent() && errors.isEmpty()) {
            try {
                after.addFlashAttribute("said", done(known, chosen.get(), typed, by));
                return back(known);
            } catch (RegisterConflictException refusal) {
                errors.put("code", String.valueOf(refusal.getMessage()));
            }
        }
        ModelAndView page = page(known, new Typed(code, reason, way, codeIn(known)), errors);
        page.setStatus(HttpStatus.BAD_REQUEST);
        return page;
    }

    private MarkHistory.Known find(String urn, String ref, String date, String half, By by) {
        Half which = Stream.of(Half.values())
                .filter(one -> one.name().equalsIgnoreCase(half))
                .findFirst()
                .orElseThrow(Refusals::notThere);
        if (!urn.matches("[0-9]{6}")) {
            throw notThere();
        }
        try {
            return history.of(new Urn(urn), ref, new Session(LocalDate.parse(date), which), by.scope())
                    .filter(known -> acquaintance
                            .of(access.signedIn())
                            .test(known.enrolment().pupil()))
                    .orElseThrow(Refusals::notThere);
        } catch (DateTimeParseException noDate) {
            throw notThere();
        }
    }

    /** Small letters are taken for capitals, and "present" for the one of this half: a person means no other. */
    private static Optional<AttendanceCode> understood(String typed, Half half) {
        String token = typed.strip().toUpperCase(Locale.ROOT);
        return AttendanceCode.ofToken(token).map(code -> code.usableIn(half) ? code : AttendanceCode.presentIn(half));
    }

    private Map<String, String> faults(MarkHistory.Known known, Optional<AttendanceCode> chosen, Typed typed) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (known.standing() != MarkHistory.Standing.CHANGEABLE) {
            errors.put("code", inWords(known));
            return errors;
        }
        codeFault(known, chosen, typed).ifPresent(fault -> errors.put("code", fault));
        if (!List.of(DECIDE, AMEND).contains(typed.way())) {
            errors.put("way", "Choose what the new code is for");
        }
        Reasons.fault(typed.reason(), "Say why the code changes").ifPresent(fault -> errors.put("reason", fault));
        return errors;
    }

    private Optional<String> codeFault(MarkHistory.Known known, Optional<AttendanceCode> chosen, Typed typed) {
        if (typed.code().isBlank()) {
            return Optional.of("Enter the new code");
        }
        if (chosen.isEmpty()) {
            return Optional.of("There is no register code "
                    + shortened(typed.code().strip()) + ". The list of codes is below the box");
        }
        AttendanceCode code = chosen.get();
        if (!code.usableOn(known.session().date())) {
            return Optional.of("Code " + code.token() + " ended on "
                    + dates.day(code.lastDay().orElseThrow()));
        }
        if (!typed.seen().isEmpty() && !typed.seen().equals(codeIn(known))) {
            return Optional.of("The code changed from " + typed.seen() + " to " + codeIn(known)
                    + " while this page was open. Look at what happened below, then save again if it is still right");
        }
        if (known.code().filter(code::equals).isPresent() && !takesBack(known, code, typed)) {
            return Optional.of("The register already has code " + code.token() + " here");
        }
        return typed.way().equals(DECIDE) ? leave.refusal(code, known.code()) : Optional.empty();
    }

    /** Whether the register's own code is decided so as to take back what was decided by mistake. */
    private static boolean takesBack(MarkHistory.Known known, AttendanceCode code, Typed typed) {
        return typed.way().equals(DECIDE)
                && known.open().filter(open -> open.decided() != code).isPresent();
    }

    /** Whether this very change was made already: the form was sent twice. */
    private static boolean alreadyDone(MarkHistory.Known known, AttendanceCode code, Typed typed, By by) {
        if (typed.way().equals(AMEND)) {
            return known.amendments().stream()
                    .findFirst()
                    .filter(last -> last.importId().isEmpty()
                            && last.after() == code
                            && last.by().equals(by.userName())
                            && last.reason().equals(typed.reason().strip()))
                    .isPresent();
        }
        return typed.way().equals(DECIDE)
                && known.decisions().stream()
                        .findFirst()
                        .filter(last -> decidedAlready(last, code, typed, by)
                                || takenBackAlready(last, typed, by)
                                        && known.code().filter(code::equals).isPresent())
                        .isPresent();
    }

    private static boolean decidedAlready(MarkHistory.Decision last, AttendanceCode code, Typed typed, By by) {
        return last.state().open()
                && last.decided() == code
                && last.by().equals(by.userName())
                && last.reason().equals(typed.reason().strip());
    }

    private static boolean takenBackAlready(MarkHistory.Decision last, Typed typed, By by) {
        return (last.state() == DecidedCode.State.TAKEN_BACK || last.state() == DecidedCode.State.DROPPED)
                && last.settledBy().filter(by.userName()::equals).isPresent()
                && last.settledWhy().filter(typed.reason().strip()::equals).isPresent();
    }

    private String done(MarkHistory.Known known, AttendanceCode code, Typed typed, By by) {
        String reason = typed.reason().strip();
        Optional<AttendanceCode> seen = AttendanceCode.ofToken(typed.seen());
        if (typed.way().equals(AMEND)) {
            List<String> effects = amending.amend(known.enrolment().id(), known.session(), code, seen, by, reason);
            return "Daymark's copy now has code " + code.token() + "."
                    + (effects.isEmpty() ? "" : " This " + String.join(" and ", effects) + ".")
                    + " Correct it in the school's own register too, or the next import brings the old code back.";
        }
        DecidedCode decision = decidedCodes.decide(known.enrolment().id(), known.session(), code, seen, by, reason);
        if (!decision.state().open()) {
            return "The decision for code " + decision.decided().token() + " was taken back. The register's code "
                    + code.token() + " stands.";
        }
        return "Code " + code.token()
                + " was decided. It is listed under Codes to enter until the school's register has it.";
    }

    private ModelAndView page(MarkHistory.Known known, Typed typed, Map<String, String> errors) {
        SignedIn person = access.signedIn();
        ModelAndView page = new ModelAndView("register/mark");
        page.addObject("known", known);
        page.addObject("half", CodeLine.inWords(known.session().half()));
        page.addObject("typed", typed);
        page.addObject("errors", errors);
        page.addObject(
                "mayChange",
                known.standing() == MarkHistory.Standing.CHANGEABLE
                        && (person.may(Action.AMEND_MARK) || person.may(Action.DECIDE_CODE)));
        page.addObject("whyNot", inWords(known));
        page.addObject("history", MarkEvent.of(known));
        page.addObject("codes", codesFor(known.session()));
        Map<String, String> ways = new LinkedHashMap<>();
        if (person.may(Action.DECIDE_CODE)) {
            ways.put(DECIDE, "The school's register still has to be changed: list it under Codes to enter");
        }
        if (person.may(Action.AMEND_MARK)) {
            ways.put(AMEND, "The school's register is right already: correct Daymark's copy");
        }
        page.addObject("ways", ways);
        return page;
    }

    /** Why the code cannot be changed here; empty text where it can. */
    private String inWords(MarkHistory.Known known) {
        String day = dates.day(known.session().date());
        return switch (known.standing()) {
            case CHANGEABLE -> "";
            case NO_SESSION -> "The school holds no session then. Check the date, or the school's calendar.";
            case NOT_ON_ROLL -> "The pupil was not on the school's roll on " + day + ".";
            case NOT_COME -> "The session on " + day + " has not come yet.";
            case NOT_TAKEN -> "No mark has been imported for this session yet. Import the register first.";
        };
    }

    private static List<AttendanceCode> codesFor(Session session) {
        return Stream.of(AttendanceCode.values())
                .filter(code -> code.usableIn(session.half()) && code.usableOn(session.date()))
                .toList();
    }

    private static String codeIn(MarkHistory.Known known) {
        return known.code().map(AttendanceCode::token).orElse("");
    }

    private static ModelAndView back(MarkHistory.Known known) {
        return ImportPages.to(UriComponentsBuilder.fromPath("/pupils")
                .pathSegment(
                        known.school().urn().value(),
                        known.enrolment().pupilRef(),
                        "marks",
                        known.session().date().toString(),
                        known.session().half().name())
                .encode()
                .toUriString());
    }

    private static String shortened(String text) {
        return text.length() <= 10 ? text : text.substring(0, 10) + "…";
    }
}
