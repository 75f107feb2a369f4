package uk.daymark.cases.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import uk.daymark.access.Access;
import uk.daymark.access.Action;
import uk.daymark.access.SignedIn;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.CaseLog;
import uk.daymark.cases.Support;
import uk.daymark.cases.SupportKind;
import uk.daymark.cases.SupportRecord;
import uk.daymark.measure.RegisterDates;
import uk.daymark.web.JsonFields;

/** Cases for programs: what people write in them. */
@RestController
@RequestMapping("/api/cases")
@Tag(name = "Cases")
class CaseWritesApi {

    static final int LONGEST_TEXT = 2000;
    static final int LONGEST_NAME = 200;
    private static final int MOST_EARLIER_STEPS = 20;

    private final Access access;
    private final CaseDesk desk;
    private final OpeningByHand opening;
    private final CasesApi reading;
    private final CaseLog log;
    private final Support support;
    private final Clock clock;

    CaseWritesApi(
            Access access,
            CaseDesk desk,
            OpeningByHand opening,
            CasesApi reading,
            CaseLog log,
            Support support,
            Clock clock) {
        this.access = access;
        this.desk = desk;
        this.opening = opening;
        this.reading = reading;
        this.log = log;
        this.support = support;
        this.clock = clock;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Opens a case by hand; answers with the one that is open already, if there is one")
    CasesApi.Whole open(@RequestBody JsonNode body) {
        SignedIn person = access.require(Action.WORK_CASES);
        JsonFields read = JsonFields.of(body);
        Optional<String> pupil = text(read, "pupilRef", LONGEST_NAME, true);
        Optional<String> school = text(read, "school", LONGEST_NAME, false);
        Optional<String> why = text(read, "why", LONGEST_TEXT, true);
        List<Optional<CaseLog.Earlier>> steps = read.objects("earlierSteps", MOST_EARLIER_STEPS).stream()
                .map(this::step)
                .toList();
        read.finish();
        CaseFile opened = opening.open(
                person,
                pupil.orElseThrow(),
                school,
                why.orElseThrow(),
                steps.stream().flatMap(Optional::stream).toList());
        return reading.whole(new CaseDesk.Asked(person, opened));
    }

    @PostMapping("/{ref}/notes")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Adds a note")
    CasesApi.Whole note(@PathVariable String ref, @RequestBody JsonNode body) {
        return write(desk.find(Action.WORK_CASES, ref), CaseLog.Kind.NOTE, body);
    }

    @PostMapping("/{ref}/calls")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Logs a call")
    CasesApi.Whole call(@PathVariable String ref, @RequestBody JsonNode body) {
        return write(desk.find(Action.WORK_CASES, ref), CaseLog.Kind.CALL, body);
    }

    private CasesApi.Whole write(CaseDesk.Asked asked, CaseLog.Kind kind, JsonNode body) {
        JsonFields read = JsonFields.of(body);
        Optional<String> text = text(read, "text", LONGEST_TEXT, true);
        Optional<String> with = text(read, "with", LONGEST_NAME, false);
        Optional<LocalDate> on = past(read, "on");
        read.finish();
        log.write(asked.file().ref(), kind, on.orElse(today()), with.orElse(""), text.orElseThrow());
        return now(asked);
    }

    @PostMapping("/{ref}/meetings")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Records a meeting that was held with the family")
    CasesApi.Whole meeting(@PathVariable String ref, @RequestBody JsonNode body) {
        CaseDesk.Asked asked = desk.find(Action.WORK_CASES, ref);
        JsonFields read = JsonFields.of(body);
        Optional<String> with = text(read, "with", LONGEST_NAME, true);
        Optional<String> outcome = text(read, "outcome", LONGEST_TEXT, true);
        Optional<LocalDate> on = past(read, "on");
        read.finish();
        log.meeting(asked.file().ref(), on.orElse(today()), with.orElseThrow(), outcome.orElseThrow());
        return now(asked);
    }

    @PostMapping("/{ref}/support")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Records support that was offered or given")
    CasesApi.Whole support(@PathVariable String ref, @RequestBody JsonNode body) {
        CaseDesk.Asked asked = desk.find(Action.WORK_CASES, ref);
        JsonFields read = JsonFields.of(body);
        SupportSent sent = SupportSent.read(read, today());
        read.finish();
        support.add(asked.file().ref(), sent.details(), "");
        return now(asked);
    }

    @PostMapping("/{ref}/support/{id}/correct")
    @Operation(summary = "Puts another record of support in this one's place; the one corrected is kept")
    CasesApi.Whole correct(@PathVariable String ref, @PathVariable long id, @RequestBody JsonNode body) {
        CaseDesk.Asked asked = desk.find(Action.WORK_CASES, ref);
        SupportRecord wrong = desk.support(asked, id);
        JsonFields read = JsonFields.of(body);
        SupportSent sent = SupportSent.read(read, today());
        Optional<String> reason = text(read, "reason", LONGEST_TEXT, true);
        read.finish();
        support.correct(wrong, sent.details(), reason.orElseThrow());
        return now(asked);
    }

    @PostMapping("/{ref}/earlier-steps")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Records a step that was taken before Daymark; it counts as taken")
    CasesApi.Whole earlier(@PathVariable String ref, @RequestBody JsonNode body) {
        CaseDesk.Asked asked = desk.find(Action.WORK_CASES, ref);
        JsonFields read = JsonFields.of(body);
        Optional<CaseLog.Earlier> step = step(read);
        read.finish();
        log.earlier(asked.file().ref(), step.orElseThrow());
        return now(asked);
    }

    /** A step taken before Daymark; empty where a field is missing or wrong, which is then a fault. */
    private Optional<CaseLog.Earlier> step(JsonFields read) {
        read.need("kind");
        read.need("on");
        Optional<SupportKind> kind = read.choice("kind", SupportKind.class);
        Optional<LocalDate> on = past(read, "on");
        Optional<LocalDate> openedOn = past(read, "openedOn");
        Optional<String> what = text(read, "what", LONGEST_TEXT, true);
        Optional<String> source = text(read, "source", LONGEST_NAME, true);
        return kind.isPresent() && on.isPresent() && what.isPresent() && source.isPresent()
                ? Optional.of(new CaseLog.Earlier(kind.get(), on.get(), openedOn, what.get(), source.get()))
                : Optional.empty();
    }

    private CasesApi.Whole now(CaseDesk.Asked asked) {
        return reading.whole(desk.find(Action.WORK_CASES, asked.file().ref().value()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Optional<LocalDate> past(JsonFields read, String name) {
        return past(read, name, today());
    }

    static Optional<LocalDate> past(JsonFields read, String name, LocalDate today) {
        Optional<LocalDate> day = read.date(name);
        if (day.filter(given -> given.isAfter(today) || !RegisterDates.plausible(given))
                .isPresent()) {
            read.fault(name, "Give a day that has come.");
        }
        return day;
    }

    static Optional<String> text(JsonFields read, String name, int longest, boolean needed) {
        if (needed) {
            read.need(name);
        }
        Optional<String> text = read.text(name).map(String::strip);
        if (text.isPresent()) {
            if (needed && text.get().isEmpty()) {
                read.fault(name, "This is missing.");
            } else if (text.get().length() > longest) {
                read.fault(name, "Keep this to " + longest + " characters.");
            } else if (text.get().indexOf('\0') >= 0) {
                read.fault(name, "This holds a NUL character. Take it out.");
            }
        }
        return text;
    }
}
