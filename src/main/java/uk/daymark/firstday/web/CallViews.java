package uk.daymark.firstday.web;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import uk.daymark.access.SignedIn;
import uk.daymark.firstday.CallQueue;
import uk.daymark.firstday.CallSheets;
import uk.daymark.firstday.ContactRounds;
import uk.daymark.forms.FormPage;
import uk.daymark.journal.Journal;
import uk.daymark.people.Scope;
import uk.daymark.time.Dates;
import uk.daymark.time.LondonTime;
import uk.daymark.web.Fault;
import uk.daymark.worklist.Sayings;
import uk.daymark.worklist.TaskDesk;
import uk.daymark.worklist.WorkItem;

/** The pages of ringing families. */
@Component
class CallViews {

    /** The box in which a clerk types what came of the call. */
    private static final String CODE = "field-outcomeCode";

    private static final String FIELDS = "/fields/";
    private static final String BOX = "field-";

    private final CallQueue queue;
    private final CallSheets sheets;
    private final ContactRounds rounds;
    private final Sayings sayings;
    private final Journal journal;
    private final Dates dates;
    private final Clock clock;

    CallViews(
            CallQueue queue,
            CallSheets sheets,
            ContactRounds rounds,
            Sayings sayings,
            Journal journal,
            Dates dates,
            Clock clock) {
        this.queue = queue;
        this.sheets = sheets;
        this.rounds = rounds;
        this.sayings = sayings;
        this.journal = journal;
        this.dates = dates;
        this.clock = clock;
    }

    /** Something that was typed and not saved. */
    record Typed(String name, String text) {}

    /** Where calls begin, and where they end. */
    ModelAndView start(SignedIn person, Scope scope) {
        ModelAndView page = new ModelAndView("firstday/calls");
        List<ContactRounds.Unaccounted> unaccounted = rounds.unaccounted(scope);
        journal.looked("UNACCOUNTED", "/calls, " + unaccounted.size() + " pupils");
        page.addObject("progress", queue.progress(person));
        page.addObject("pupils", unaccounted.size());
        page.addObject(
                "households",
                unaccounted.stream()
                        .map(ContactRounds.Unaccounted::round)
                        .distinct()
                        .count());
        page.addObject("asOf", dates.time(LocalDateTime.now(clock).toLocalTime()));
        return page;
    }

    /** A call that this person has opened. */
    ModelAndView call(
            TaskDesk.Opened opened,
            SignedIn person,
            List<String> passed,
            Map<String, ?> values,
            Map<String, String> errors,
            String conflict) {
        WorkItem item = opened.item();
        List<FormPage.Line> lines = FormPage.lines(opened.form(), values);
        ModelAndView page = new ModelAndView("firstday/call");
        CallQueue.Progress progress = queue.progress(person);
        page.addObject("item", item);
        page.addObject("sheet", sheets.of(item));
        page.addObject("number", progress.made() + 1);
        page.addObject("all", progress.made() + progress.left());
        page.addObject("version", item.version());
        page.addObject(
                "code",
                lines.stream()
                        .filter(line -> line.id().equals(CODE))
                        .findFirst()
                        .orElseThrow());
        page.addObject(
                "lines", lines.stream().filter(line -> !line.id().equals(CODE)).toList());
        page.addObject("errors", errors);
        page.addObject("conflict", conflict);
        page.addObject("passed", String.join(".", passed));
        page.addObject("asOf", dates.time(LocalDateTime.now(clock).toLocalTime()));
        if (!errors.isEmpty() || !conflict.isEmpty()) {
            page.setStatus(errors.isEmpty() ? HttpStatus.CONFLICT : HttpStatus.BAD_REQUEST);
        }
        return page;
    }

    /** A call that is over, that somebody else makes, or that nobody has opened. */
    ModelAndView notOpen(WorkItem item, SignedIn person, List<String> passed, Map<String, List<String>> sent) {
        ModelAndView page = new ModelAndView("firstday/call-elsewhere");
        List<Typed> typed = sent.entrySet().stream()
                .filter(field -> field.getKey().startsWith(BOX))
                .map(field -> new Typed(
                        words(field.getKey().substring(BOX.length())),
                        String.join(", ", field.getValue()).strip()))
                .filter(field -> !field.text().isEmpty())
                .toList();
        page.addObject("item", item);
        page.addObject("free", item.isOpen() && item.assignee().isEmpty());
        page.addObject("why", why(item, person));
        page.addObject("postponed", item.isPostponed(clock.instant()) ? sayings.postponed(item) : "");
        page.addObject("typed", typed);
        page.addObject("passed", String.join(".", passed));
        if (!typed.isEmpty()) {
            page.setStatus(HttpStatus.CONFLICT);
        }
        return page;
    }

    private String why(WorkItem item, SignedIn person) {
        if (!item.isOpen()) {
            return sayings.ended(item, person);
        }
        if (item.assignee().isEmpty()) {
            return "Nobody rings this family just now.";
        }
        return queue.isBeingRung(item, person)
                ? "Being rung by " + sayings.name(item.assignee().get(), person)
                        + item.assignedAt()
                                .map(at -> " since "
                                        + dates.time(LocalDateTime.ofInstant(at, LondonTime.ZONE)
                                                .toLocalTime()))
                                .orElse("")
                        + "."
                : sayings.held(item, person);
    }

    /** Errors by the box they belong to. */
    static Map<String, String> errors(List<Fault> faults) {
        Map<String, String> errors = new LinkedHashMap<>();
        faults.forEach(fault -> errors.put(
                fault.pointer().startsWith(FIELDS) ? fault.pointer().substring(FIELDS.length()) : fault.pointer(),
                fault.message()));
        return FormPage.errors(errors);
    }

    /** "outcomeCode" as "Outcome code". */
    private static String words(String key) {
        String words = key.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
