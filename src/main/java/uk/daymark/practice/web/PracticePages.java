package uk.daymark.practice.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;
import uk.daymark.access.Access;
import uk.daymark.access.Action;
import uk.daymark.practice.ClockMoves;
import uk.daymark.practice.PracticeClock;
import uk.daymark.practice.SampleRegisters;
import uk.daymark.practice.SchoolMornings;
import uk.daymark.time.Dates;
import uk.daymark.time.DueWorkers;
import uk.daymark.time.TypedDay;
import uk.daymark.web.Conflict;
import uk.daymark.web.InvalidInput;
import uk.daymark.web.Unfinished;

/** Moving the practice clock and bringing in the sample schools' registers, for the administrator. */
@Controller
@Profile("practice")
@RequestMapping("/practice")
class PracticePages {

    private final Access access;
    private final PracticeClock clock;
    private final ClockMoves moves;
    private final SchoolMornings mornings;
    private final SampleRegisters registers;
    private final DueWorkers workers;
    private final Dates dates;

    PracticePages(
            Access access,
            PracticeClock clock,
            ClockMoves moves,
            SchoolMornings mornings,
            SampleRegisters registers,
            DueWorkers workers,
            Dates dates) {
        this.access = access;
        this.clock = clock;
        this.moves = moves;
        this.mornings = mornings;
        this.registers = registers;
        this.workers = workers;
        this.dates = dates;
    }

    @GetMapping
    ModelAndView practice() {
        access.require(Action.MOVE_CLOCK);
        return page(
                clock.wallTime().toLocalDate().toString(),
                clock.wallTime().toLocalTime().toString(),
                Map.of());
    }

    @PostMapping("/clock")
    ModelAndView move(
            @RequestParam(defaultValue = "") String date,
            @RequestParam(defaultValue = "") String time,
            RedirectAttributes after) {
        access.require(Action.MOVE_CLOCK);
        Map<String, String> errors = new LinkedHashMap<>();
        Optional<LocalDate> day = TypedDay.read(date);
        if (day.isEmpty()) {
            errors.put("date", "Enter a date, " + TypedDay.LIKE);
        }
        Optional<LocalTime> hour = read(time, LocalTime::parse);
        if (hour.isEmpty()) {
            errors.put("time", "Enter a time, such as 09:30");
        }
        if (day.isPresent() && hour.isPresent()) {
            try {
                return moved(day.get().atTime(hour.get()), after);
            } catch (InvalidInput wrong) {
                errors.put("date", wrong.faults().get(0).message());
            } catch (Conflict past) {
                errors.put("date", String.valueOf(past.getMessage()));
            }
        }
        ModelAndView refused = page(date, time, errors);
        refused.setStatus(HttpStatus.BAD_REQUEST);
        return refused;
    }

    @PostMapping("/next-school-morning")
    ModelAndView nextSchoolMorning(RedirectAttributes after) {
        access.require(Action.MOVE_CLOCK);
        return moved(mornings.next(), after);
    }

    @PostMapping("/registers")
    ModelAndView bringIn(RedirectAttributes after) {
        access.require(Action.MOVE_CLOCK);
        SampleRegisters.Brought brought = registers.bringIn();
        after.addFlashAttribute(
                "said",
                brought.marks() == 0
                        ? "No register has closed since the last time: nothing was brought in."
                        : counted(brought.marks(), "mark") + " came from the schools' systems"
                                + (brought.rejected() > 0 ? ", " + brought.rejected() + " were not taken" : "") + ".");
        after.addFlashAttribute("effects", brought.effects());
        return back();
    }

    private ModelAndView moved(LocalDateTime to, RedirectAttributes after) {
        try {
            ClockMoves.Move move = moves.moveTo(to);
            after.addFlashAttribute("said", "The clock stands at " + dates.moment(move.now()) + ". " + onTheWay(move));
        } catch (Unfinished partly) {
            after.addFlashAttribute("failed", partly.getMessage());
        }
        return back();
    }

    private static String onTheWay(ClockMoves.Move move) {
        if (move.tasksOpened() == 0 && move.tasksWithdrawn() == 0) {
            return "No task came up on the way.";
        }
        return "On the way " + counted(move.tasksOpened(), "task") + " came up and " + move.tasksWithdrawn() + " "
                + (move.tasksWithdrawn() == 1 ? "was" : "were") + " withdrawn.";
    }

    private ModelAndView page(String date, String time, Map<String, String> errors) {
        ModelAndView page = new ModelAndView("practice/practice");
        page.addObject(
                "now",
                dates.weekday(clock.wallTime().toLocalDate()) + " at "
                        + dates.time(clock.wallTime().toLocalTime()));
        page.addObject("stopped", workers.stopped());
        page.addObject("date", date);
        page.addObject("time", time);
        page.addObject("errors", errors);
        LocalDateTime morning = mornings.next();
        page.addObject("morning", dates.weekday(morning.toLocalDate()) + " at " + dates.time(morning.toLocalTime()));
        page.addObject("hasSample", registers.broughtInTo().isPresent());
        page.addObject("broughtInTo", registers.broughtInTo().map(dates::moment).orElse(""));
        page.addObject("registersUntil", registers.until().map(dates::day).orElse(""));
        return page;
    }

    private static ModelAndView back() {
        return new ModelAndView(new RedirectView("/practice", true));
    }

    private static String counted(long number, String thing) {
        return String.format(Locale.UK, "%,d %s", number, thing) + (number == 1 ? "" : "s");
    }

    private static <T> Optional<T> read(String text, Function<String, T> reading) {
        try {
            return Optional.of(reading.apply(text.strip()));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }
}
