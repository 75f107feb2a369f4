package uk.daymark.enforcement.web;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.daymark.access.Access;
import uk.daymark.access.Action;
import uk.daymark.access.People;
import uk.daymark.access.SignedIn;
import uk.daymark.enforcement.ledger.Keeper;
import uk.daymark.enforcement.ledger.Ledger;
import uk.daymark.enforcement.ledger.Notice;
import uk.daymark.enforcement.ledger.NoticeFile;
import uk.daymark.enforcement.ledger.NoticeMoney;
import uk.daymark.enforcement.ledger.NoticeRef;
import uk.daymark.enforcement.ledger.NoticeTerms;
import uk.daymark.enforcement.ledger.PaymentMatches;
import uk.daymark.enforcement.notice.Withdrawals;
import uk.daymark.journal.Journal;
import uk.daymark.measure.NoticeLookback.Outcome;
import uk.daymark.people.Scope;
import uk.daymark.time.Dates;
import uk.daymark.web.Conflict;
import uk.daymark.web.InvalidInput;
import uk.daymark.web.NotFound;

/** One notice: its clock, its money, what became of it, and what happened. */
@Controller
class NoticePages {

    private final Access access;
    private final LedgerDesk desk;
    private final LedgerWrites writes;
    private final Ledger ledger;
    private final NoticeTerms terms;
    private final PaymentMatches matches;
    private final Withdrawals withdrawals;
    private final Journal journal;
    private final People people;
    private final NoticeTasks tasks;
    private final Dates dates;

    NoticePages(
            Access access,
            LedgerDesk desk,
            LedgerWrites writes,
            Ledger ledger,
            NoticeTerms terms,
            PaymentMatches matches,
            Withdrawals withdrawals,
            Journal journal,
            People people,
            NoticeTasks tasks,
            Dates dates) {
        this.access = access;
        this.desk = desk;
        this.writes = writes;
        this.ledger = ledger;
        this.terms = terms;
        this.matches = matches;
        this.withdrawals = withdrawals;
        this.journal = journal;
        this.people = people;
        this.tasks = tasks;
        this.dates = dates;
    }

    /** Something that happened, as a line. */
    record Happened(String when, String by, String what, String why) {}

    /** Something that can be entered of a notice. */
    enum Step {
        WITHDRAWAL("withdrawal", "Enter a withdrawal", "The withdrawal is entered."),
        PROSECUTION("prosecution", "Enter what is known of a prosecution", "It is entered."),
        REFUND("refund", "Enter money paid back", "It is entered that the money was paid back."),
        OUTCOME("outcome", "Enter what became of it", "It is entered what became of the notice.");

        private final String word;
        private final String title;
        private final String done;

        Step(String word, String title, String done) {
            this.word = word;
            this.title = title;
            this.done = done;
        }

        public String word() {
            return word;
        }

        public String title() {
            return title;
        }
    }

    @GetMapping("/notices/{ref}")
    ModelAndView notice(@PathVariable String ref) {
        SignedIn person = access.require(Action.SEE_LEDGER);
        NoticeFile file = ledger.find(LedgerDesk.ref(ref), desk.keeper(person).scope());
        ModelAndView view = new ModelAndView("ledger/notice");
        view.addObject("line", NoticeLine.of(file, desk, dates));
        view.addObject(
                "facts",
                NoticeLine.facts(
                        file, desk, dates, people.displayName(file.notice().decidedBy())));
        view.addObject("clock", NoticeLine.clock(file, dates));
        view.addObject(
                "received",
                file.receipts().stream()
                        .map(one -> new Happened(
                                dates.day(one.receivedOn()),
                                String.valueOf(one.payment()),
                                one.amount().toString(),
                                ""))
                        .toList());
        view.addObject("ended", ended(file));
        view.addObject("sessions", file.notice().sessions());
        view.addObject("stoppedBy", matches.thatStop(file.notice()));
        view.addObject(
                "pupil",
                desk.pupil(file.notice().pupil(), desk.keeper(person).scope()).orElse(null));
        view.addObject(
                "happened",
                journal.of(file.notice().ref().value()).stream()
                        .map(one -> new Happened(
                                dates.moment(one.at()),
                                people.displayName(one.by()),
                                one.entry().what(),
                                one.entry().why()))
                        .toList());
        view.addObject("asked", withdrawals.mustBeAskedFor(file.notice().ref()));
        view.addObject("openRequest", withdrawals.open(file.notice().ref()).isPresent());
        view.addObject("steps", person.may(Action.KEEP_LEDGER) ? steps(file, desk.keeper(person)) : List.of());
        NoticeTasks.Way way = tasks.of(file.notice().ref(), person);
        view.addObject("todo", way.todo());
        view.addObject("referred", way.referral());
        view.addObject("prosecution", way.prosecution());
        journal.looked(file.notice().ref().value(), "/notices/" + file.notice().ref());
        return view;
    }

    private List<Step> steps(NoticeFile file, Keeper keeper) {
        if (!keeper.scope().equals(Scope.authority(file.notice().keptBy()))) {
            return List.of();
        }
        if (file.notice().origin() == Notice.Origin.EARLIER) {
            return List.of(Step.OUTCOME);
        }
        return Stream.of(Step.values())
                .filter(step -> switch (step) {
                    case WITHDRAWAL ->
                        file.withdrawal().isEmpty()
                                && file.outcome() != Outcome.UNPAID_CONVICTED
                                && !withdrawals.mustBeAskedFor(file.notice().ref());
                    case PROSECUTION ->
                        (file.state() == NoticeFile.State.UNPAID || file.state() == NoticeFile.State.PROSECUTED)
                                && !withdrawals.mustBeAskedFor(file.notice().ref());
                    case REFUND ->
                        file.money()
                                .filter(money -> money.mayBePaidBack().any())
                                .isPresent();
                    case OUTCOME -> false;
                })
                .toList();
    }

    private Map<String, String> ended(NoticeFile file) {
        Map<String, String> ended = new LinkedHashMap<>();
        file.money().flatMap(NoticeMoney::clearedOn).ifPresent(day -> ended.put("Paid", dates.day(day)));
        file.refunds()
                .forEach(refund -> ended.merge(
                        "Paid back",
                        refund.amount() + " on " + dates.day(refund.paidOn()),
                        (one, other) -> one + "; " + other));
        file.withdrawal().ifPresent(withdrawal -> {
            ended.put("Withdrawn", dates.day(withdrawal.withdrawnOn()) + ", granted by " + withdrawal.decidedBy());
            ended.put("Ground", withdrawal.ground());
            ended.put("Why", withdrawal.why());
        });
        if (file.prosecution().isPresent()
                && file.withdrawal().isEmpty()
                && file.money().flatMap(NoticeMoney::clearedOn).isPresent()) {
            ended.put(
                    "Paid in time, and prosecuted",
                    "Payment in time ends all liability for these absences. The prosecution has to be looked at.");
        }
        file.prosecution().ifPresent(prosecution -> {
            ended.put("Prosecution", prosecution.route().title() + ", begun on " + dates.day(prosecution.begunOn()));
            if (prosecution.begunOn().isAfter(file.notice().prosecuteSafe())) {
                ended.put(
                        "Check the time limit",
                        "It was begun after " + dates.day(file.notice().prosecuteSafe())
                                + ", the last day counted from the first session of the offence.");
            }
            ended.put(
                    "Result",
                    prosecution.result().title()
                            + prosecution
                                    .resultOn()
                                    .map(day -> ", " + dates.day(day))
                                    .orElse(""));
        });
        file.told().ifPresent(told -> {
            ended.put(
                    "What became of it",
                    LedgerPages.outcomes().getOrDefault(told.outcome().name(), ""));
            ended.put("What the absence was", told.absence().title());
            ended.put("Said by", told.toldBy() + " (" + told.source() + ")");
        });
        return ended;
    }

    @GetMapping("/notices/{ref}/enter/{step}")
    ModelAndView form(@PathVariable String ref, @PathVariable String step) {
        SignedIn person = access.require(Action.KEEP_LEDGER);
        NoticeFile file = ledger.find(LedgerDesk.ref(ref), desk.keeper(person).scope());
        Map<String, String> filled =
                new HashMap<>(Map.of("version", String.valueOf(file.notice().version())));
        file.told().ifPresent(told -> filled.put("absence", told.absence().name()));
        return form(file, step(step), filled, Map.of());
    }

    @PostMapping("/notices/{ref}/enter/{step}")
    ModelAndView enter(
            @PathVariable String ref,
            @PathVariable String step,
            @RequestParam Map<String, String> typed,
            RedirectAttributes after) {
        SignedIn person = access.require(Action.KEEP_LEDGER);
        Keeper keeper = desk.keeper(person);
        NoticeFile file = ledger.find(LedgerDesk.ref(ref), keeper.scope());
        NoticeRef which = file.notice().ref();
        Step what = step(step);
        try {
            Sent sent = Sent.form(typed);
            switch (what) {
                case WITHDRAWAL -> writes.withdrawal(which, sent, keeper);
                case PROSECUTION -> writes.prosecution(which, sent, keeper);
                case REFUND -> writes.refund(which, sent, keeper);
                case OUTCOME -> writes.told(which, sent, keeper);
            }
        } catch (InvalidInput invalid) {
            return form(file, what, typed, LedgerPages.errors(invalid));
        } catch (Conflict conflict) {
            ModelAndView view = form(file, what, typed, LedgerPages.error("why", conflict));
            view.setStatus(HttpStatus.CONFLICT);
            return view;
        }
        after.addFlashAttribute("said", what.done);
        return new ModelAndView("redirect:/notices/" + which);
    }

    private ModelAndView form(NoticeFile file, Step step, Map<String, String> typed, Map<String, String> errors) {
        ModelAndView view = new ModelAndView("ledger/enter");
        view.addObject("line", NoticeLine.of(file, desk, dates));
        view.addObject("step", step);
        view.addObject("typed", typed);
        Map<String, String> grounds = new LinkedHashMap<>();
        terms.grounds(file.notice())
                .forEach(ground -> grounds.put(ground, Character.toUpperCase(ground.charAt(0)) + ground.substring(1)));
        view.addObject("grounds", grounds);
        Map<String, String> routes = new LinkedHashMap<>();
        for (NoticeFile.Route route : NoticeFile.Route.values()) {
            routes.put(route.name(), route.title());
        }
        view.addObject("routes", routes);
        Map<String, String> results = new LinkedHashMap<>();
        for (NoticeFile.Result result : NoticeFile.Result.values()) {
            results.put(result.name(), result.title());
        }
        view.addObject("results", results);
        view.addObject("outcomes", LedgerPages.outcomes());
        view.addObject("absences", LedgerPages.absences());
        return LedgerPages.withErrors(view, errors);
    }

    private static Step step(String word) {
        return Stream.of(Step.values())
                .filter(step -> step.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new NotFound("There is nothing of this address in the ledger."));
    }
}
