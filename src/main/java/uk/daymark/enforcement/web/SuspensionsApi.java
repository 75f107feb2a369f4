package uk.daymark.enforcement.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import uk.daymark.access.Access;
import uk.daymark.access.Action;
import uk.daymark.enforcement.publicplace.PublicPlaces;
import uk.daymark.enforcement.publicplace.Sighting;
import uk.daymark.enforcement.publicplace.Suspension;
import uk.daymark.journal.Journal;
import uk.daymark.measure.RegisterDates;
import uk.daymark.people.Pupils;
import uk.daymark.web.JsonFields;

/** Suspensions, and suspended pupils seen in a public place, for programs. */
@RestController
@RequestMapping("/api/pupils/{ref}")
@Tag(name = "Suspensions")
class SuspensionsApi {

    static final int MOST_DAYS = 100;
    static final int LONGEST_TEXT = 2000;
    static final int LONGEST_NAME = 200;
    static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]";

    private final Access access;
    private final SuspendedPupils pupils;
    private final PublicPlaces places;
    private final Journal journal;

    SuspensionsApi(Access access, SuspendedPupils pupils, PublicPlaces places, Journal journal) {
        this.access = access;
        this.pupils = pupils;
        this.places = places;
        this.journal = journal;
    }

    @GetMapping("/suspensions")
    @Operation(summary = "The suspensions of a pupil that stand, and where the pupil was seen in public")
    SuspensionLine.Whole list(@PathVariable String ref, @RequestParam Optional<String> school) {
        Pupils.OnRoll pupil = pupils.one(ref, school, access.require(Action.SEE_SUSPENSIONS));
        journal.looked("SUSPENSIONS", "/api/pupils/" + pupil.enrolment().pupilRef() + "/suspensions");
        return whole(pupil);
    }

    @PostMapping("/suspensions")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Enters a suspension or exclusion")
    SuspensionLine enter(@PathVariable String ref, @RequestParam Optional<String> school, @RequestBody JsonNode body) {
        Pupils.OnRoll pupil = pupils.one(ref, school, access.require(Action.KEEP_SUSPENSIONS));
        return SuspensionLine.of(places.enter(pupil.enrolment().id(), entered(body)));
    }

    @PostMapping("/suspensions/{id}/correct")
    @Operation(summary = "Puts another entry in the place of one; the one corrected is kept")
    SuspensionLine correct(
            @PathVariable String ref,
            @PathVariable long id,
            @RequestParam Optional<String> school,
            @RequestBody JsonNode body) {
        Pupils.OnRoll pupil = pupils.one(ref, school, access.require(Action.KEEP_SUSPENSIONS));
        return SuspensionLine.of(places.correct(pupil.enrolment().id(), id, entered(body)));
    }

    @PostMapping("/sightings")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Enters that a suspended pupil was seen in a public place; answers with the case")
    Map<String, String> seen(
            @PathVariable String ref, @RequestParam Optional<String> school, @RequestBody JsonNode body) {
        Pupils.OnRoll pupil = pupils.one(ref, school, access.require(Action.KEEP_SUSPENSIONS));
        JsonFields read = JsonFields.of(body);
        Optional<LocalDate> on = day(read, "seenOn", true);
        Optional<String> at = text(read, "seenAt", LONGEST_NAME);
        at.filter(time -> !time.matches(TIME)).ifPresent(time -> read.fault("seenAt", "Give a time, as in 11:20."));
        read.need("duringSchoolHours");
        Optional<Boolean> inHours = read.flag("duringSchoolHours");
        Optional<String> place = text(read, "place", LONGEST_NAME);
        Optional<String> by = text(read, "seenBy", LONGEST_NAME);
        read.finish();
        return Map.of(
                "caseRef",
                places.seen(
                                pupil.enrolment().id(),
                                new Sighting.Seen(
                                        on.orElseThrow(),
                                        at.orElseThrow(),
                                        inHours.orElseThrow(),
                                        place.orElseThrow(),
                                        by.orElseThrow()))
                        .value());
    }

    private static Suspension.Entered entered(JsonNode body) {
        JsonFields read = JsonFields.of(body);
        read.need("kind");
        Optional<Suspension.Kind> kind = read.choice("kind", Suspension.Kind.class);
        Optional<LocalDate> firstDay = day(read, "firstDay", true);
        read.need("schoolDays");
        Optional<Integer> days = read.whole("schoolDays");
        days.filter(number -> number < 1 || number > MOST_DAYS)
                .ifPresent(number -> read.fault("schoolDays", "Give 1 to " + MOST_DAYS + "."));
        Optional<LocalDate> noticeOn = day(read, "noticeOn", false);
        Optional<String> reason = text(read, "reason", LONGEST_TEXT);
        read.finish();
        return new Suspension.Entered(
                kind.orElseThrow(), firstDay.orElseThrow(), days.orElseThrow(), noticeOn, reason.orElseThrow());
    }

    private static Optional<LocalDate> day(JsonFields read, String name, boolean needed) {
        if (needed) {
            read.need(name);
        }
        Optional<LocalDate> day = read.date(name);
        day.filter(given -> !RegisterDates.plausible(given))
                .ifPresent(given -> read.fault(name, "Give a day of the register, as in 2025-10-06."));
        return day;
    }

    private static Optional<String> text(JsonFields read, String name, int longest) {
        read.need(name);
        Optional<String> text = read.text(name).map(String::strip);
        text.filter(given -> given.isEmpty() || given.length() > longest || given.indexOf('\0') >= 0)
                .ifPresent(given -> read.fault(name, "Give 1 to " + longest + " characters."));
        return text;
    }

    private SuspensionLine.Whole whole(Pupils.OnRoll pupil) {
        return SuspensionLine.Whole.of(
                pupil.enrolment().school().value(),
                pupil.enrolment().pupilRef(),
                pupil.enrolment().id(),
                places);
    }
}
