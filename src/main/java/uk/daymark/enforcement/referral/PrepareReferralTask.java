package uk.daymark.enforcement.referral;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.cases.CaseFile;
import uk.daymark.enforcement.referral.Referral.Check;
import uk.daymark.enforcement.referral.Referral.Standing;
import uk.daymark.enforcement.referral.ReferredCase.Named;
import uk.daymark.journal.Entry;
import uk.daymark.journal.Journal;
import uk.daymark.measure.DateRange;
import uk.daymark.people.Contacts;
import uk.daymark.time.Dates;
import uk.daymark.time.LondonTime;
import uk.daymark.web.Fault;
import uk.daymark.web.InvalidInput;
import uk.daymark.worklist.Answer;
import uk.daymark.worklist.Conditions;
import uk.daymark.worklist.TaskAbout;
import uk.daymark.worklist.TaskHandler;

/**
 * The school prepares a referral. Everything the authority asks is looked at again as it is submitted, in the transaction that submits
 * it; what stops it is told with its source and what would change it, and then nothing is submitted.
 */
@Component
class PrepareReferralTask implements TaskHandler {

    private static final LocalTime MORNING = LocalTime.of(6, 0);

    private final ReferralCases cases;
    private final ReferralRounds rounds;
    private final ReferralStore store;
    private final CheckStore checks;
    private final Preflight preflight;
    private final LiableParents parents;
    private final ReferralFacts facts;
    private final NameableParents nameable;
    private final Journal journal;
    private final Clock clock;

    PrepareReferralTask(
            ReferralCases cases,
            ReferralRounds rounds,
            ReferralStore store,
            CheckStore checks,
            Preflight preflight,
            LiableParents parents,
            ReferralFacts facts,
            NameableParents nameable,
            Journal journal,
            Clock clock) {
        this.cases = cases;
        this.rounds = rounds;
        this.store = store;
        this.checks = checks;
        this.preflight = preflight;
        this.parents = parents;
        this.facts = facts;
        this.nameable = nameable;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public boolean handles(String model, String kind) {
        return model.equals(Models.REFERRAL) && kind.equals(Models.PREPARE);
    }

    @Override
    public List<Fact> facts(TaskAbout task) {
        CaseFile file = cases.of(task.key());
        Referral referral = rounds.open(file);
        List<Fact> all = new ArrayList<>(facts.returned(file));
        all.addAll(facts.checks(
                preflight.preview(file, referral.route(), referral.period(), rounds.named(file, referral))));
        all.addAll(nameable.facts(file, referral.route()));
        all.addAll(facts.whoDecides(file));
        return all;
    }

    @Override
    public Map<String, Object> values(TaskAbout task) {
        CaseFile file = cases.of(task.key());
        Referral referral = rounds.open(file);
        Map<String, Object> values = new HashMap<>();
        values.put("route", referral.route().word());
        values.put("periodFrom", referral.period().from().toString());
        values.put("periodTo", referral.period().to().toString());
        if (!referral.statement().isBlank()) {
            values.put("statement", referral.statement());
        }
        values.putAll(nameable.values(file, referral.route(), rounds.named(file, referral), store.drafts(referral)));
        return values;
    }

    @Override
    public Map<String, List<Choice>> options(TaskAbout task) {
        CaseFile file = cases.of(task.key());
        Map<String, List<Choice>> options = new LinkedHashMap<>();
        options.put(
                "route",
                cases.routes(file, rounds.open(file).route()).stream()
                        .map(route -> new Choice(route.word(), route.title()))
                        .toList());
        options.putAll(nameable.options(file));
        return options;
    }

    @Override
    public Map<String, Object> complete(TaskAbout task, Answer answer) {
        CaseFile file = cases.of(task.key());
        store.hold(file.ref());
        Referral referral = rounds.open(file);
        Route route = Route.ofWord(answer.text("route"));
        return switch (answer.text("next")) {
            case "submit" -> {
                submit(file, referral, route, answer);
                yield Map.of("next", "submit", Models.ROUTE, route.word());
            }
            case "wait" -> {
                new Conditions(answer)
                        .day("lookAgainOn", "Enter the day on which to look again")
                        .day("lookAgainOn", day -> day.isAfter(today()), "The day to look again must be to come")
                        .check();
                store.asks(referral, route, period(file, answer), answer.text("statement"));
                store.drafts(referral, nameable.drafts(file, answer));
                yield Map.of(
                        "next",
                        "wait",
                        "lookAgainOn",
                        answer.date("lookAgainOn")
                                .orElseThrow()
                                .atTime(MORNING)
                                .atZone(LondonTime.ZONE)
                                .toInstant());
            }
            default -> {
                store.answer(referral, Standing.NOT_MADE, "not-refer", answer.text("reason"), "");
                yield Map.of("next", "not-refer");
            }
        };
    }

    private void submit(CaseFile file, Referral before, Route route, Answer answer) {
        new Conditions(answer).text("statement", "Say what was done").check();
        DateRange period = period(file, answer);
        store.asks(before, route, period, answer.text("statement"));
        List<ParentKey> keys = new ArrayList<>();
        List<Named> named = new ArrayList<>();
        Map<Integer, String> fields = new HashMap<>();
        nameable.chosen(file, answer).forEach((field, chosen) -> {
            Contacts.OfPupil contact = chosen.contact();
            ParentKey key = parents.name(
                    file.ref(),
                    new LiableParents.Named(
                            contact.contact().id(),
                            NameableParents.name(contact),
                            NameableParents.address(contact),
                            contact.link().relationship().isBlank()
                                    ? "parent or carer"
                                    : contact.link().relationship(),
                            chosen.because()));
            keys.add(key);
            named.add(new Named(key.number(), contact.contact().id(), chosen.because()));
            fields.put(key.number(), field);
        });
        Referral referral = rounds.open(file);
        List<Check> found = preflight.look(file, route, period, named);
        refuse(found, fields);
        checks.keep(referral, found);
        store.submit(referral, keys, answer.text("reason"));
        cases.goesToAuthority(file, answer.text("reason"));
        journal.write(Entry.of(
                        file.ref().value(),
                        "REFERRAL",
                        "The referral was submitted, round " + referral.round() + ": " + route.title() + ", "
                                + Dates.inWords(period.from()) + " to " + Dates.inWords(period.to()) + ".",
                        answer.text("reason"))
                .changing(Standing.BEING_PREPARED.title(), Standing.SUBMITTED.title()));
    }

    /** @throws InvalidInput with every check that stops it, at the parent it is about, else at what was chosen */
    private void refuse(List<Check> found, Map<Integer, String> fields) {
        List<Fault> faults = found.stream()
                .filter(Check::stops)
                .map(check -> new Fault(
                        "/fields/"
                                + check.parent()
                                        .map(number -> fields.getOrDefault(number, "next"))
                                        .orElse("next"),
                        facts.refusal(check)))
                .toList();
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }

    private DateRange period(CaseFile file, Answer answer) {
        int months = cases.lookBack(file);
        Optional<LocalDate> from = answer.date("periodFrom");
        Optional<LocalDate> to = answer.date("periodTo");
        new Conditions(answer)
                .day(
                        "periodTo",
                        day -> !day.isAfter(today()),
                        "The last day of the period must be today or in the past")
                .day(
                        "periodTo",
                        day -> from.filter(day::isBefore).isEmpty(),
                        "The last day of the period must not be before the first")
                .day(
                        "periodFrom",
                        day -> day.isAfter(today().minusMonths(months)),
                        "The first day of the period must lie in the last " + months + " months")
                .check();
        return new DateRange(from.orElseThrow(), to.orElseThrow());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
