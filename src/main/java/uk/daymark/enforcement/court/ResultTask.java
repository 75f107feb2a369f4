package uk.daymark.enforcement.court;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.enforcement.court.Prosecution.Result;
import uk.daymark.enforcement.ledger.Keeper;
import uk.daymark.enforcement.ledger.LedgerEntries;
import uk.daymark.enforcement.ledger.Money;
import uk.daymark.enforcement.ledger.NoticeFile;
import uk.daymark.enforcement.notice.SchoolTold;
import uk.daymark.people.Scopes;
import uk.daymark.worklist.Answer;
import uk.daymark.worklist.Conditions;
import uk.daymark.worklist.TaskAbout;
import uk.daymark.worklist.TaskHandler;

/** An officer enters what the court did. */
@Component
class ResultTask implements TaskHandler {

    private static final String KIND = "record-result";
    private static final String ON = "resultOn";
    private static final String CUSTODY = "custodyWeeks";
    private static final String ORDER = "orderMonths";
    private static final String FINE = "fine";
    private static final int DAYS_OF_A_WEEK = 7;

    private final CourtDesk desk;
    private final Prosecutions prosecutions;
    private final LedgerEntries entries;
    private final Scopes scopes;
    private final SchoolTold school;

    ResultTask(CourtDesk desk, Prosecutions prosecutions, LedgerEntries entries, Scopes scopes, SchoolTold school) {
        this.desk = desk;
        this.prosecutions = prosecutions;
        this.entries = entries;
        this.scopes = scopes;
        this.school = school;
    }

    @Override
    public boolean handles(String model, String kind) {
        return model.equals(CourtDesk.MODEL) && kind.equals(KIND);
    }

    @Override
    public List<Fact> facts(TaskAbout task) {
        return desk.look(task.key())
                .map(opened -> {
                    List<Fact> facts = new ArrayList<>(desk.facts(opened));
                    opened.file().begun().ifPresent(begun -> facts.add(new Fact("Begun", desk.day(begun.on()))));
                    opened.file()
                            .hearing()
                            .ifPresent(hearing ->
                                    facts.add(new Fact("Hearing", desk.day(hearing.on()) + ", " + hearing.court())));
                    desk.notice(opened.file())
                            .filter(notice -> CourtDesk.SETTLED.contains(notice.state()))
                            .ifPresent(notice -> facts.add(new Fact(
                                    "The notice was " + notice.state().title().toLowerCase(Locale.UK),
                                    "Nothing may go on before the court for what it was about. Ask the court to end it, and enter"
                                            + " here that the authority withdrew.")));
                    facts.add(new Fact(
                            "Largest fine",
                            "£" + most(opened, opened.file().tier().fineKey()) + " ("
                                    + CourtRules.source(
                                            opened.facts(), opened.file().tier().fineKey(), desk.today())
                                    + ")"));
                    return facts;
                })
                .orElseGet(List::of);
    }

    private int most(CourtDesk.Opened opened, String key) {
        return opened.parent().policy().number(key, desk.today()).orElseThrow();
    }

    @Override
    public List<Fact> consequences(TaskAbout task, Answer answer) {
        return desk.follows(task.key(), KIND, answer.text("result"));
    }

    @Override
    public Map<String, Object> complete(TaskAbout task, Answer answer) {
        CourtDesk.Opened opened = desk.hold(task.key());
        String why = answer.text("reason");
        LocalDate begunOn = opened.file().begun().map(Prosecution.Begun::on).orElseThrow();
        Conditions conditions = new Conditions(answer)
                .day(ON, day -> !day.isAfter(desk.today()), "The day must be today or earlier")
                .day(
                        ON,
                        day -> !day.isBefore(begunOn),
                        "The proceedings were begun on " + desk.day(begunOn) + ". The day must be that day or later");
        if (answer.text("result").equals("adjourned")) {
            conditions.check();
            desk.write(opened, "The court adjourned, or sent it to a hearing in open court.", why);
            return Map.of(CourtDesk.STEP, "another-hearing");
        }
        Optional<Money> fine = amount(conditions, answer, FINE);
        Optional<Money> costs = amount(conditions, answer, "costs");
        Optional<Money> surcharge = amount(conditions, answer, "surcharge");
        Optional<Integer> days = whole(answer, CUSTODY).map(weeks -> weeks * DAYS_OF_A_WEEK);
        Optional<Integer> months = whole(answer, ORDER);
        within(opened, conditions, answer, fine, days, months);
        conditions.check();
        Verdict verdict = Verdict.ofWord(answer.text("result"));
        Result result = new Result(
                verdict,
                answer.date(ON).orElseThrow(),
                fine,
                costs,
                surcharge,
                days,
                months,
                answer.text("otherSentence"),
                answer.by().userName());
        prosecutions.result(opened.file(), result);
        ledger(opened, result, answer, why);
        desk.write(opened, words(opened, result), why);
        school.tell(
                opened.file().key(),
                "The court has decided about "
                        + opened.parent().parent().name() + ", "
                        + opened.file().tier().title() + ": "
                        + verdict.title() + ".");
        return Map.of(CourtDesk.STEP, "final", CourtDesk.OUTCOME, verdict.outcome());
    }

    /** What the law lets a court give for this offence, by the policy's numbers. */
    private void within(
            CourtDesk.Opened opened,
            Conditions conditions,
            Answer answer,
            Optional<Money> fine,
            Optional<Integer> days,
            Optional<Integer> months) {
        Tier tier = opened.file().tier();
        int mostFine = most(opened, tier.fineKey());
        conditions
                .holds(
                        fine.filter(given -> given.compareTo(Money.pounds(mostFine)) > 0)
                                .isEmpty(),
                        FINE,
                        "The largest fine for this offence is £" + mostFine)
                .holds(days.isEmpty() || tier == Tier.OPEN_COURT, CUSTODY, "There is no custody for this offence")
                .holds(
                        days.isEmpty()
                                || answer.date(ON)
                                        .filter(on -> !on.plusDays(days.get())
                                                .isAfter(on.plusMonths(most(opened, "prosecution.custody"))))
                                        .isPresent(),
                        CUSTODY,
                        "The longest custody is " + most(opened, "prosecution.custody") + " months")
                .holds(
                        months.filter(given -> given > most(opened, "prosecution.parenting_order"))
                                .isEmpty(),
                        ORDER,
                        "The longest parenting order is " + most(opened, "prosecution.parenting_order") + " months");
    }

    private static Optional<Money> amount(Conditions conditions, Answer answer, String field) {
        String typed = answer.text(field);
        Optional<Money> amount = Money.typed(typed);
        conditions.holds(
                typed.isBlank() || amount.isPresent(), field, "Enter an amount in pounds, such as 250 or 85.50");
        return amount;
    }

    private static Optional<Integer> whole(Answer answer, String field) {
        return Optional.ofNullable(answer.fields().get(field)).map(number -> Integer.valueOf(String.valueOf(number)));
    }

    private void ledger(CourtDesk.Opened opened, Result result, Answer answer, String why) {
        // What the court decided after the notice was paid or withdrawn stands in the file alone.
        desk.noticeToFollow(opened.file())
                .ifPresent(notice -> entries.prosecuted(
                        notice.notice().ref(),
                        notice.notice().version(),
                        new NoticeFile.Prosecution(
                                route(opened, notice),
                                opened.file().begun().map(Prosecution.Begun::on).orElseThrow(),
                                result.verdict().inLedger(),
                                Optional.of(result.on()),
                                why,
                                answer.by().userName()),
                        new Keeper(answer.by().userName(), scopes.of(answer.by()))));
    }

    private static NoticeFile.Route route(CourtDesk.Opened opened, NoticeFile notice) {
        NoticeFile.Route route = opened.file().tier().route(notice.notice().kind());
        return route == NoticeFile.Route.S444_1 && opened.file().hearing().isPresent()
                ? NoticeFile.Route.S444_1_OPEN_COURT
                : route;
    }

    private String words(CourtDesk.Opened opened, Result result) {
        List<String> parts = new ArrayList<>();
        result.fine().ifPresent(amount -> parts.add("fine " + amount));
        result.costs().ifPresent(amount -> parts.add("costs " + amount));
        result.surcharge().ifPresent(amount -> parts.add("victim surcharge " + amount));
        result.custodyDays().ifPresent(days -> parts.add("custody of " + days + " days"));
        result.orderMonths().ifPresent(months -> parts.add("parenting order of " + months + " months"));
        if (!result.otherSentence().isBlank()) {
            parts.add(result.otherSentence());
        }
        return opened.parent().parent().name() + ", " + opened.file().tier().title() + ": "
                + result.verdict().title() + " on " + desk.day(result.on())
                + (parts.isEmpty() ? "" : ", " + String.join(", ", parts)) + ".";
    }
}
