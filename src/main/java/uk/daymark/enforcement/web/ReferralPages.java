package uk.daymark.enforcement.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.daymark.access.Access;
import uk.daymark.access.Action;
import uk.daymark.access.SignedIn;
import uk.daymark.cases.CaseFile;
import uk.daymark.enforcement.CheckWords;
import uk.daymark.enforcement.referral.Referral;
import uk.daymark.enforcement.referral.Referrals;
import uk.daymark.enforcement.referral.ReferredSessions;
import uk.daymark.enforcement.referral.Route;
import uk.daymark.journal.Journal;
import uk.daymark.people.Urn;
import uk.daymark.time.Dates;
import uk.daymark.worklist.WorkItem;

/** The queue of referrals at the authority, and one referral. Decisions are tasks; these pages lead to them. */
@Controller
class ReferralPages {

    private static final int PAGE_SIZE = 50;

    private final Access access;
    private final ReferralDesk desk;
    private final Referrals referrals;
    private final ReferredSessions sessions;
    private final ReferredParents parents;
    private final Persons persons;
    private final LedgerDesk ledger;
    private final RoundViews roundViews;
    private final CheckWords checkWords;
    private final Journal journal;
    private final Dates dates;

    ReferralPages(
            Access access,
            ReferralDesk desk,
            Referrals referrals,
            ReferredSessions sessions,
            ReferredParents parents,
            Persons persons,
            LedgerDesk ledger,
            RoundViews roundViews,
            CheckWords checkWords,
            Journal journal,
            Dates dates) {
        this.access = access;
        this.desk = desk;
        this.referrals = referrals;
        this.sessions = sessions;
        this.parents = parents;
        this.persons = persons;
        this.ledger = ledger;
        this.roundViews = roundViews;
        this.checkWords = checkWords;
        this.journal = journal;
        this.dates = dates;
    }

    /** A referral in the queue. */
    record Line(
            String caseRef,
            String pupil,
            String school,
            String kind,
            String standing,
            String evidence,
            String waited,
            boolean late,
            ReferralDesk.ActBy actBy,
            String officer) {}

    @GetMapping("/referrals")
    ModelAndView queue(@RequestParam Map<String, String> asked) {
        SignedIn person = access.require(Action.SEE_REFERRALS);
        QueueFilter filter = QueueFilter.of(asked);
        List<Referrals.Waiting> all = desk.queue(filter, person);
        int last = Math.max(1, (all.size() + PAGE_SIZE - 1) / PAGE_SIZE);
        int shown = Math.min(filter.page(), last);
        journal.looked("REFERRALS", "A list of referrals, page " + shown);
        ModelAndView view = new ModelAndView("referrals/queue");
        view.addObject("filter", filter);
        view.addObject("query", filter.onPage(shown).query());
        view.addObject("total", all.size());
        view.addObject("late", all.stream().filter(Referrals.Waiting::late).count());
        view.addObject("page", shown);
        view.addObject("last", last);
        String others = filter.onPage(1).query();
        view.addObject("pages", "/referrals" + others + (others.isEmpty() ? "?page=" : "&page="));
        view.addObject(
                "lines", lines(all.subList((shown - 1) * PAGE_SIZE, Math.min(shown * PAGE_SIZE, all.size())), person));
        view.addObject("kinds", kinds());
        Map<String, String> standings = new LinkedHashMap<>();
        standings.put("", "All that wait");
        standings.put("submitted", "To be looked at");
        standings.put("accepted", "Accepted, to be decided");
        view.addObject("standings", standings);
        view.addObject(
                "standing",
                filter.standing()
                        .map(one -> one.name().toLowerCase(Locale.ROOT))
                        .orElse(""));
        view.addObject("kind", filter.kind().map(Route::word).orElse(""));
        view.addObject("byActBy", filter.order() == QueueFilter.Order.ACT_BY);
        view.addObject(
                "sortByActBy",
                "/referrals" + filter.sorted(QueueFilter.Order.ACT_BY).query());
        view.addObject(
                "sortByWaiting",
                "/referrals" + filter.sorted(QueueFilter.Order.WAITING).query());
        return view;
    }

    private static Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("", "All");
        for (Route route : Route.values()) {
            kinds.put(route.word(), route.title());
        }
        return kinds;
    }

    private List<Line> lines(List<Referrals.Waiting> shown, SignedIn person) {
        Map<Urn, String> names = desk.schoolNames(person);
        Map<String, List<WorkItem>> tasks =
                desk.tasks(shown.stream().map(one -> one.file().ref().value()).toList(), person);
        return shown.stream()
                .map(one -> line(
                        one,
                        names.getOrDefault(one.file().school(), ""),
                        tasks.getOrDefault(one.file().ref().value(), List.of())))
                .toList();
    }

    private Line line(Referrals.Waiting waiting, String school, List<WorkItem> tasks) {
        CaseFile file = waiting.file();
        return new Line(
                file.ref().value(),
                file.pupilName() + " (" + file.pupilRef() + ")",
                school,
                waiting.referral().route().title(),
                waiting.sittingOn()
                        .map(day -> "Panel on " + dates.day(day))
                        .orElse(
                                waiting.referral().standing() == Referral.Standing.SUBMITTED
                                        ? "To be looked at"
                                        : "To be decided"),
                ReferralDesk.evidence(waiting.referral()),
                ReferralDesk.waited(waiting),
                waiting.late(),
                desk.actBy(waiting.actBy()),
                desk.officerNames(tasks));
    }

    @GetMapping("/referrals/{ref}")
    ModelAndView one(@PathVariable String ref, @RequestParam Map<String, String> asked) {
        ReferralDesk.Asked found = desk.look(ref, "The referral");
        CaseFile file = found.file();
        SignedIn person = found.person();
        List<Referral> rounds = referrals.rounds(file.ref());
        Optional<Referral> shown = RoundViews.shown(rounds, asked.getOrDefault("round", ""));
        Optional<Referrals.Waiting> waiting = shown.flatMap(referrals::waiting);
        List<ReferredParents.Parent> named = parents.of(file, shown, person, "/referrals/" + file.ref());
        ModelAndView view = new ModelAndView("referrals/referral");
        view.addObject("back", "/referrals" + QueueFilter.of(asked).query());
        view.addObject("file", file);
        view.addObject("schoolName", desk.school(file.school()));
        view.addObject("referral", shown.orElse(null));
        view.addObject("facts", shown.map(one -> roundViews.facts(one, waiting)).orElse(Map.of()));
        view.addObject("statement", shown.map(Referral::statement).orElse(""));
        view.addObject("findings", shown.map(Referral::findings).orElse(""));
        Predicate<WorkItem> mayDo = desk.mayDo(person);
        view.addObject(
                "todo",
                desk.tasks(file.ref().value(), person).stream()
                        .filter(item ->
                                named.stream().noneMatch(parent -> parent.key().equals(item.key())))
                        .map(item -> desk.todo(item, mayDo, "/referrals/" + file.ref()))
                        .toList());
        view.addObject(
                "checks",
                shown.stream()
                        .flatMap(one -> one.checks().stream())
                        .filter(check -> check.parent().isEmpty())
                        .map(check -> CheckLine.of(check, checkWords, dates))
                        .toList());
        view.addObject(
                "sessions",
                shown.map(one -> sessions.of(file, one.route(), one.period())).orElse(List.of()));
        view.addObject("parents", named);
        view.addObject("evidence", shown.map(ReferralDesk::evidence).orElse(""));
        view.addObject("notices", NoticeLine.of(persons.notices(file.pupil(), desk.scope(person)), ledger, dates));
        view.addObject(
                "rounds",
                rounds.stream()
                        .filter(one -> shown.filter(referral -> one.round() < referral.round())
                                .isPresent())
                        .map(roundViews::round)
                        .toList());
        view.addObject("earlier", roundViews.beside(rounds, shown, -1));
        view.addObject("next", roundViews.beside(rounds, shown, 1));
        return view;
    }
}
