package uk.daymark.register.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
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
import uk.daymark.access.Access;
import uk.daymark.access.Action;
import uk.daymark.measure.BankHolidays;
import uk.daymark.people.CalendarEntry;
import uk.daymark.people.CalendarRemoval;
import uk.daymark.people.School;
import uk.daymark.people.Urn;
import uk.daymark.policy.BankHolidayChanges;
import uk.daymark.register.By;
import uk.daymark.register.SchoolCalendars;
import uk.daymark.register.SchoolCalendars.Standing;
import uk.daymark.time.Dates;

/** The calendars of the schools within reach, and taking a wrong entry out of one. */
@Controller
@RequestMapping("/schools")
class CalendarPages extends Refusals {

    private final Access access;
    private final Callers callers;
    private final SchoolCalendars calendars;
    private final BankHolidays bankHolidays;
    private final Dates dates;

    CalendarPages(Access access, Callers callers, SchoolCalendars calendars, BankHolidayChanges changes, Dates dates) {
        this.access = access;
        this.callers = callers;
        this.calendars = calendars;
        this.bankHolidays = new BankHolidays(changes.extra(), changes.removed());
        this.dates = dates;
    }

    /** An entry that was taken out, as the page shows it: when in London. */
    record Removed(String kind, CalendarRemoval removal, LocalDateTime at) {}

    @GetMapping
    ModelAndView schools() {
        By by = callers.require(Action.SEE_CALENDAR);
        List<School> schools = calendars.in(by.scope());
        if (schools.size() == 1 && by.scope().homeSchool().isPresent()) {
            return ImportPages.to(address(schools.get(0).urn()));
        }
        ModelAndView page = new ModelAndView("register/calendars");
        page.addObject("schools", schools);
        page.addObject("mayImport", access.signedIn().may(Action.IMPORT_SET_UP));
        return page;
    }

    @GetMapping("/{urn}/calendar")
    ModelAndView calendar(@PathVariable String urn) {
        Standing standing = find(urn, callers.require(Action.SEE_CALENDAR));
        ModelAndView page = new ModelAndView("register/calendar");
        page.addObject("school", standing.school());
        page.addObject("years", CalendarYear.of(standing.entries(), standing.timetable(), bankHolidays));
        page.addObject(
                "removed",
                standing.removals().stream()
                        .map(removal -> new Removed(
                                CalendarYear.title(removal.entry()), removal, ImportLine.inLondon(removal.at())))
                        .toList());
        page.addObject("mayChange", access.signedIn().may(Action.IMPORT_SET_UP));
        return page;
    }

    @GetMapping("/{urn}/calendar/{kind}/{from}/take-out")
    ModelAndView ask(@PathVariable String urn, @PathVariable String kind, @PathVariable String from) {
        Standing standing = find(urn, callers.require(Action.IMPORT_SET_UP));
        CalendarEntry entry = kind(kind)
                .flatMap(known -> day(from).flatMap(day -> standing.entry(known, day)))
                .orElseThrow(Refusals::notThere);
        return ask(standing, entry, "", Map.of());
    }

    @PostMapping("/{urn}/calendar/{kind}/{from}/take-out")
    ModelAndView takeOut(
            @PathVariable String urn,
            @PathVariable String kind,
            @PathVariable String from,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes after) {
        By by = callers.require(Action.IMPORT_SET_UP);
        Standing standing = find(urn, by);
        CalendarEntry.Kind known = kind(kind).orElseThrow(Refusals::notThere);
        LocalDate day = day(from).orElseThrow(Refusals::notThere);
        Optional<CalendarEntry> entry = standing.entry(known, day);
        Optional<String> fault = Reasons.fault(reason, "Say why this entry is wrong");
        if (fault.isPresent() && entry.isPresent()) {
            return refused(standing, entry.get(), reason, fault.get(), HttpStatus.BAD_REQUEST);
        }
        SchoolCalendars.Outcome outcome = fault.isPresent()
                ? SchoolCalendars.Outcome.GONE_ALREADY
                : calendars.takeOut(standing.school().urn(), known, day, version(version), by, reason);
        if (outcome == SchoolCalendars.Outcome.CHANGED_MEANWHILE) {
            Standing now = find(urn, by);
            return now.entry(known, day)
                    .map(stands -> refused(
                            now,
                            stands,
                            reason,
                            "The calendar was changed while you were looking. Check the entry, and send again if it is still wrong",
                            HttpStatus.CONFLICT))
                    .orElseGet(() -> ImportPages.to(address(now.school().urn())));
        }
        after.addFlashAttribute(
                "said",
                outcome == SchoolCalendars.Outcome.TAKEN_OUT
                        ? "The entry that begins on " + dates.day(day) + " was taken out. Figures no longer use it."
                        : "The calendar has no such entry any more. Nothing else was changed.");
        return ImportPages.to(address(standing.school().urn()));
    }

    private ModelAndView refused(
            Standing standing, CalendarEntry entry, String reason, String fault, HttpStatus status) {
        ModelAndView page = ask(standing, entry, reason, Map.of("reason", fault));
        page.setStatus(status);
        return page;
    }

    private static ModelAndView ask(Standing standing, CalendarEntry entry, String reason, Map<String, String> errors) {
        ModelAndView page = new ModelAndView("register/calendar-take-out");
        page.addObject("school", standing.school());
        page.addObject("version", standing.version());
        page.addObject("entry", entry);
        page.addObject("kind", CalendarYear.title(entry));
        page.addObject("reason", reason);
        page.addObject("errors", errors);
        return page;
    }

    private Standing find(String urn, By by) {
        if (!urn.matches("[0-9]{6}")) {
            throw notThere();
        }
        return calendars.of(new Urn(urn), by.scope()).orElseThrow(Refusals::notThere);
    }

    private static String address(Urn urn) {
        return "/schools/" + urn + "/calendar";
    }

    private static Optional<CalendarEntry.Kind> kind(String name) {
        return Stream.of(CalendarEntry.Kind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst();
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    /** What the form was made from; a number that no calendar has where the form was tampered with. */
    private static long version(String text) {
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
    }
}
