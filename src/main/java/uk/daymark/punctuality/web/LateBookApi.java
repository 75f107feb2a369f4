package uk.daymark.punctuality.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
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
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.Half;
import uk.daymark.measure.RegisterDates;
import uk.daymark.measure.Session;
import uk.daymark.people.Scopes;
import uk.daymark.people.Urn;
import uk.daymark.punctuality.LateArrival;
import uk.daymark.punctuality.LateBook;
import uk.daymark.punctuality.LateGate;
import uk.daymark.register.By;
import uk.daymark.web.Fault;
import uk.daymark.web.InvalidInput;

/** The late book for programs. */
@RestController
class LateBookApi {

    private static final int LARGEST_PAGE = 200;
    private static final int LAST_PAGE = 1_000_000;

    private final Access access;
    private final Scopes scopes;
    private final LateBook book;
    private final Journal journal;
    private final Clock clock;

    LateBookApi(Access access, Scopes scopes, LateBook book, Journal journal, Clock clock) {
        this.access = access;
        this.scopes = scopes;
        this.book = book;
        this.journal = journal;
        this.clock = clock;
    }

    /** The school may be left out by somebody who works at one, the date by whoever means today. */
    record NewArrival(
            @Nullable String school,
            @Nullable String pupilRef,
            @Nullable LocalDate date,
            @Nullable LocalTime time,
            @Nullable String reason,
            @Nullable Boolean atLateGate) {}

    record NewGate(
            @Nullable String school,
            @Nullable LocalDate date,
            @Nullable Half session,
            @Nullable String stoodBy,
            @Nullable String note) {}

    record Why(@Nullable String reason) {}

    /** A line of the late book, with the code that follows from it; null where the school has not said when its register closes. */
    record Line(
            long id,
            String schoolUrn,
            String pupilRef,
            String pupilName,
            LocalDate date,
            Half session,
            LocalTime arrivedAt,
            @Nullable Integer minutesLate,
            @Nullable String code,
            String reason,
            boolean atLateGate,
            String enteredBy,
            Instant enteredAt,
            @Nullable String struckBy,
            @Nullable Instant struckAt,
            @Nullable String struckWhy) {

        static Line of(LateArrival line) {
            return new Line(
                    line.id(),
                    line.school().value(),
                    line.pupilRef(),
                    line.pupilName(),
                    line.session().date(),
                    line.session().half(),
                    line.arrivedAt(),
                    line.minutesLate().orElse(null),
                    line.code().map(AttendanceCode::token).orElse(null),
                    line.reason(),
                    line.atLateGate(),
                    line.by(),
                    line.at(),
                    line.struck().map(LateArrival.Struck::by).orElse(null),
                    line.struck().map(LateArrival.Struck::at).orElse(null),
                    line.struck().map(LateArrival.Struck::why).orElse(null));
        }
    }

    /** A line that was entered, and what becomes of the session's code, in words. */
    record Entered(Line arrival, String aboutTheCode) {}

    /** A late-gate check. */
    record Gate(long id, String schoolUrn, LocalDate date, Half session, String stoodBy, String note) {

        static Gate of(LateGate gate) {
            return new Gate(
                    gate.id(),
                    gate.school().value(),
                    gate.session().date(),
                    gate.session().half(),
                    gate.stoodBy(),
                    gate.note());
        }
    }

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

    @GetMapping("/api/late-arrivals")
    Listed<Line> list(
            @RequestParam Optional<LocalDate> from,
            @RequestParam Optional<LocalDate> to,
            @RequestParam Optional<String> pupil,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "50") int size) {
        SignedIn person = access.require(Action.SEE_LATE_BOOK);
        plausible(from, "?from");
        plausible(to, "?to");
        LocalDate today = LocalDate.now(clock);
        Listed<Line> listed = Listed.of(
                book.between(from.orElse(to.orElse(today)), to.orElse(today), scopes.of(person)).stream()
                        .filter(line -> pupil.isEmpty() || line.pupilRef().equals(pupil.get()))
                        .map(Line::of)
                        .toList(),
                page,
                size);
        journal.looked("LATE-BOOK", "/api/late-arrivals, " + listed.items().size() + " lines");
        return listed;
    }

    private static void plausible(Optional<LocalDate> day, String pointer) {
        if (day.filter(given -> !RegisterDates.plausible(given)).isPresent()) {
            throw new InvalidInput(pointer, "Give a day as in 2025-09-15.");
        }
    }

    @PostMapping("/api/late-arrivals")
    @ResponseStatus(HttpStatus.CREATED)
    Entered enter(@RequestBody NewArrival asked) {
        By by = by(access.require(Action.KEEP_LATE_BOOK));
        List<Fault> faults = new ArrayList<>();
        Optional<Urn> school = school(asked.school, by, faults);
        String pupilRef = text(asked.pupilRef, "/pupilRef", faults);
        if (pupilRef.isBlank()) {
            faults.add(new Fault("/pupilRef", "Give the school's reference for the pupil."));
        }
        String reason = text(asked.reason, "/reason", faults);
        if (asked.time == null) {
            faults.add(new Fault("/time", "Give the time of arrival, as in 09:25."));
        }
        if (!faults.isEmpty() || school.isEmpty() || asked.time == null) {
            throw new InvalidInput(faults);
        }
        plausible(Optional.ofNullable(asked.date), "/date");
        LateBook.Entered entered = book.enter(
                new LateBook.Arrival(
                        school.get(),
                        pupilRef,
                        Optional.ofNullable(asked.date).orElseGet(() -> LocalDate.now(clock)),
                        asked.time,
                        reason,
                        Boolean.TRUE.equals(asked.atLateGate)),
                by);
        return new Entered(Line.of(entered.arrival()), entered.aboutTheCode());
    }

    @PostMapping("/api/late-arrivals/{id}/strike-out")
    Line strikeOut(@PathVariable long id, @RequestBody Why why) {
        By by = by(access.require(Action.KEEP_LATE_BOOK));
        List<Fault> faults = new ArrayList<>();
        String reason = text(why.reason, "/reason", faults);
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return Line.of(book.strikeOut(id, reason, by));
    }

    @GetMapping("/api/late-gates")
    Listed<Gate> gates(
            @RequestParam Optional<LocalDate> date,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "50") int size) {
        SignedIn person = access.require(Action.SEE_LATE_BOOK);
        plausible(date, "?date");
        return Listed.of(
                book.gates(date.orElseGet(() -> LocalDate.now(clock)), scopes.of(person)).stream()
                        .map(Gate::of)
                        .toList(),
                page,
                size);
    }

    @PostMapping("/api/late-gates")
    @ResponseStatus(HttpStatus.CREATED)
    Gate enterGate(@RequestBody NewGate asked) {
        By by = by(access.require(Action.KEEP_LATE_BOOK));
        List<Fault> faults = new ArrayList<>();
        Optional<Urn> school = school(asked.school, by, faults);
        String stoodBy = text(asked.stoodBy, "/stoodBy", faults);
        String note = text(asked.note, "/note", faults);
        if (asked.session == null) {
            faults.add(new Fault("/session", "Say AM or PM."));
        }
        if (!faults.isEmpty() || school.isEmpty() || asked.session == null) {
            throw new InvalidInput(faults);
        }
        plausible(Optional.ofNullable(asked.date), "/date");
        return Gate.of(book.enterGate(
                school.get(),
                new Session(Optional.ofNullable(asked.date).orElseGet(() -> LocalDate.now(clock)), asked.session),
                stoodBy,
                note,
                by));
    }

    private By by(SignedIn person) {
        return new By(person.userName(), scopes.of(person));
    }

    private static Optional<Urn> school(@Nullable String asked, By by, List<Fault> faults) {
        Optional<Urn> school = asked == null
                ? by.scope().homeSchool()
                : Optional.of(asked).filter(urn -> urn.matches("[0-9]{6}")).map(Urn::new);
        if (school.isEmpty()) {
            faults.add(new Fault("/school", "Give the school's URN: six digits."));
        }
        return school;
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
