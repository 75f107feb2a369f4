package uk.daymark.reports;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import uk.daymark.access.Action;
import uk.daymark.enforcement.CheckWords;
import uk.daymark.enforcement.ReferralRecords;
import uk.daymark.enforcement.ReferralRecords.Answer;
import uk.daymark.enforcement.ReferralRecords.Sent;
import uk.daymark.people.School;
import uk.daymark.people.Urn;
import uk.daymark.reports.CountTable.Group;
import uk.daymark.reports.CountTable.Measure;
import uk.daymark.reports.CountTable.Opened;
import uk.daymark.time.Dates;

/** What schools sent to their authority, what came back and for which checks, and how long an answer took. */
@Component
class ReferralsReport implements Report {

    private static final String BY = "by";
    private static final String BY_CHECK = "check";
    private static final int PLACE = 50;

    private final ReferralRecords records;
    private final TurnRound turnRound;
    private final SchoolNames schools;
    private final CheckWords checks;
    private final Dates dates;
    private final Clock clock;

    ReferralsReport(
            ReferralRecords records,
            TurnRound turnRound,
            SchoolNames schools,
            CheckWords checks,
            Dates dates,
            Clock clock) {
        this.records = records;
        this.turnRound = turnRound;
        this.schools = schools;
        this.checks = checks;
        this.dates = dates;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "referrals";
    }

    @Override
    public String title() {
        return "Referrals and returns";
    }

    @Override
    public String purpose() {
        return "See what was sent to the authority, what came back and for which check, and how long an answer took";
    }

    @Override
    public Action neededAction() {
        return Action.SEE_CASES;
    }

    @Override
    public int place() {
        return PLACE;
    }

    @Override
    public boolean asksForPeriod() {
        return true;
    }

    @Override
    public ReportResult make(Asked asked) {
        List<Sent> sent = records.sent(asked.scope(), asked.period().days());
        boolean byCheck = asked.filter(BY).equals(BY_CHECK);
        ReportTable table = counted(asked, sent)
                .table(
                        this,
                        asked,
                        byCheck ? "Referrals returned, by the check that was not met" : "Referrals sent, by school",
                        byCheck ? "Check" : "School",
                        byCheck
                                ? "No referral that was sent in these days was returned. Choose other days above."
                                : "No referral was sent in these days. Choose other days above; schools send one from its task.");
        return new ReportResult(
                headline(sent),
                List.of("Referrals as of " + dates.moment(clock.instant()) + ", sent in: "
                        + asked.period().inWords()),
                List.of(new FilterBox(BY, "Show by", byCheck ? BY_CHECK : "", choices())),
                table,
                byCheck ? Optional.empty() : chart(table),
                notes(asked, sent, byCheck),
                List.of(
                        new Definition(
                                "Sent",
                                "Each time a school sent a referral. One that came back and was sent again counts twice."),
                        new Definition(
                                "Sent again after a return",
                                "The one before it, of the same case, had been returned: it is the same work mended."),
                        new Definition(
                                "Accepted after a return",
                                "What had stood against it was put right, and the authority accepted it."),
                        new Definition(
                                "Middle value",
                                "Half of the answers took no longer. Working days: not weekends, not bank holidays.")));
    }

    @Override
    public ReportResult rows(Asked asked) {
        List<Sent> sent = records.sent(asked.scope(), asked.period().days());
        Opened<Sent> opened = counted(asked, sent).opened(asked);
        Map<Urn, School> names = schools.of(asked);
        return ReportResult.list(
                opened.headline(),
                List.of("Referrals as of " + dates.moment(clock.instant())),
                new ReportTable(
                        "Referrals",
                        List.of(
                                Column.words("Case"),
                                Column.words("Pupil"),
                                Column.words("School"),
                                Column.words("Sent"),
                                Column.words("Answer"),
                                Column.words("Answered"),
                                Column.words("Checks not met")),
                        opened.facts().stream().map(one -> row(one, names)).toList(),
                        "There is none."));
    }

    private Row row(Sent one, Map<Urn, School> names) {
        return new Row(
                Cell.of(one.caseRef(), "/cases/" + one.caseRef()),
                List.of(
                        Cell.of(one.pupilName()),
                        Cell.of(
                                names.containsKey(one.school())
                                        ? names.get(one.school()).name()
                                        : ""),
                        Cell.of(dates.day(one.on()) + (one.round() == 1 ? "" : ", time " + one.round())),
                        Cell.of(one.answer().title()),
                        Cell.of(one.answeredOn().map(dates::day).orElse("")),
                        Cell.of(String.join(
                                "; ", one.notMet().stream().map(checks::name).toList()))));
    }

    private CountTable<Sent> counted(Asked asked, List<Sent> sent) {
        if (!asked.filter(BY).equals(BY_CHECK)) {
            return new CountTable<>(schools.rows(asked, sent, Sent::school), measures(asked), sent);
        }
        List<Sent> returned =
                sent.stream().filter(one -> one.answer() == Answer.RETURNED).toList();
        Map<String, String> codes = new TreeMap<>();
        returned.forEach(one -> one.notMet().forEach(code -> codes.put(checks.name(code), code)));
        List<Group<Sent>> rows = new ArrayList<>();
        codes.forEach((title, code) ->
                rows.add(new Group<>(code, title, one -> one.notMet().contains(code))));
        return new CountTable<>(
                SchoolNames.withAll(rows),
                List.of(
                        Measure.count("returned", "Returned", one -> true),
                        Measure.count("accepted-later", "Put right and accepted", Sent::acceptedLater),
                        Measure.count("not-accepted", "Not accepted since", one -> !one.acceptedLater())),
                returned);
    }

    private List<Measure<Sent>> measures(Asked asked) {
        LocalDate today = asked.asOf();
        return List.of(
                Measure.count("sent", "Sent", one -> true),
                Measure.count("again", "Sent again after a return", Sent::sentBefore),
                is("waiting", "Not answered yet", Answer.WAITING),
                is("returned", "Returned", Answer.RETURNED),
                is("accepted", "Accepted", Answer.ACCEPTED),
                Measure.count(
                        "cured", "Accepted after a return", one -> one.answer() == Answer.ACCEPTED && one.sentBefore()),
                is("refused", "Refused", Answer.REFUSED),
                is("ended", "Ended otherwise", Answer.ENDED),
                Measure.count("in-time", "Answered in time", turnRound::inTime),
                Measure.count("late", "Late", one -> turnRound.late(one, today)),
                new Measure<>(
                        "took",
                        "Working days to an answer, middle value",
                        TurnRound::answered,
                        chosen -> turnRound.middle(chosen.counted())));
    }

    private static Measure<Sent> is(String word, String title, Answer answer) {
        return Measure.count(word, title, one -> one.answer() == answer);
    }

    private static Optional<Chart> chart(ReportTable table) {
        return CountTable.drawn(
                table,
                "Referrals sent and what was answered, by school",
                "For each school how many referrals were sent, accepted, returned and refused, as in the table.",
                "Sent",
                "Accepted",
                "Returned",
                "Refused");
    }

    private static String headline(List<Sent> sent) {
        if (sent.isEmpty()) {
            return "No referral was sent in these days.";
        }
        List<String> answers = new ArrayList<>();
        for (Answer answer : Answer.values()) {
            long with = sent.stream().filter(one -> one.answer() == answer).count();
            if (with > 0) {
                answers.add(with + " " + answer.title().toLowerCase(Locale.UK));
            }
        }
        return (sent.size() == 1 ? "1 referral was sent: " : sent.size() + " referrals were sent: ")
                + String.join(", ", answers) + ".";
    }

    private List<String> notes(Asked asked, List<Sent> sent, boolean byCheck) {
        List<String> notes = new ArrayList<>();
        if (byCheck) {
            notes.add("A referral that was returned for two checks stands in two rows, and once under All.");
        } else {
            notes.addAll(turnRound.promises(sent, asked.asOf()));
            notes.add("Late: answered after the promised day, or not answered and the promised day has gone by.");
        }
        return notes;
    }

    private static Map<String, String> choices() {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put("", "School");
        choices.put(BY_CHECK, "Check that was not met");
        return choices;
    }
}
