package uk.daymark.reports;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.daymark.access.Action;
import uk.daymark.cases.SupportKind;
import uk.daymark.cases.SupportRecord.Response;
import uk.daymark.cases.SupportRecords;
import uk.daymark.cases.SupportRecords.Offered;
import uk.daymark.people.School;
import uk.daymark.people.Urn;
import uk.daymark.reports.CountTable.Group;
import uk.daymark.reports.CountTable.Measure;
import uk.daymark.reports.CountTable.Opened;
import uk.daymark.time.Dates;

/** The support that families were offered, and what they said to it. */
@Component
class OffersReport implements Report {

    private static final String BY = "by";
    private static final String BY_SCHOOL = "school-name";
    private static final int PLACE = 80;

    private final SupportRecords records;
    private final SchoolNames schools;
    private final Dates dates;
    private final Clock clock;

    OffersReport(SupportRecords records, SchoolNames schools, Dates dates, Clock clock) {
        this.records = records;
        this.schools = schools;
        this.dates = dates;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "offers";
    }

    @Override
    public String title() {
        return "Offers of support";
    }

    @Override
    public String purpose() {
        return "See what support families were offered, and whether they took it";
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
        List<Offered> offered = offered(asked);
        boolean bySchool = asked.filter(BY).equals(BY_SCHOOL);
        ReportTable table = counted(asked, offered)
                .table(
                        this,
                        asked,
                        bySchool ? "Offers of support, by school" : "Offers of support, by kind",
                        bySchool ? "School" : "Kind of support",
                        "No offer was recorded in these days. Choose other days above, or record an offer in its case.");
        return new ReportResult(
                headline(offered),
                List.of("Cases as of " + dates.moment(clock.instant()) + ", offered in: "
                        + asked.period().inWords()),
                List.of(new FilterBox(BY, "Show by", bySchool ? BY_SCHOOL : "", choices())),
                table,
                chart(table),
                asked.only().isPresent()
                        ? List.of("Counted are the cases that were referred to the authority.")
                        : List.of("An offer that was made and not recorded in its case is not counted."),
                List.of(
                        new Definition("No answer", "The family was asked and did not answer."),
                        new Definition("Waiting", "Nobody has recorded yet what the family said.")));
    }

    @Override
    public ReportResult rows(Asked asked) {
        Opened<Offered> opened = counted(asked, offered(asked)).opened(asked);
        Map<Urn, School> names = schools.of(asked);
        return ReportResult.list(
                opened.headline(),
                List.of("Cases as of " + dates.moment(clock.instant())),
                new ReportTable(
                        "Offers",
                        List.of(
                                Column.words("Case"),
                                Column.words("Pupil"),
                                Column.words("School"),
                                Column.words("Kind of support"),
                                Column.words("Offered"),
                                Column.words("How"),
                                Column.words("What the family said")),
                        opened.facts().stream()
                                .map(one -> new Row(
                                        Cell.of(one.caseRef(), "/cases/" + one.caseRef()),
                                        List.of(
                                                Cell.of(one.pupilName()),
                                                Cell.of(
                                                        names.containsKey(one.school())
                                                                ? names.get(one.school())
                                                                        .name()
                                                                : ""),
                                                Cell.of(one.kind().title()),
                                                Cell.of(dates.day(one.on())),
                                                Cell.of(one.how()),
                                                Cell.of(one.response().title()))))
                                .toList(),
                        "There is none."));
    }

    private List<Offered> offered(Asked asked) {
        return records.offered(
                asked.scope(), asked.only().isPresent(), asked.period().days());
    }

    private CountTable<Offered> counted(Asked asked, List<Offered> offered) {
        List<Group<Offered>> rows = asked.filter(BY).equals(BY_SCHOOL)
                ? schools.rows(asked, offered, Offered::school)
                : SchoolNames.withAll(Stream.of(SupportKind.values())
                        .filter(kind -> offered.stream().anyMatch(one -> one.kind() == kind))
                        .map(kind -> new Group<Offered>(kind.name(), kind.title(), one -> one.kind() == kind))
                        .toList());
        return new CountTable<>(
                rows,
                List.of(
                        Measure.count("offered", "Offered", one -> true),
                        is("taken", "Taken", Response.ACCEPTED),
                        is("refused", "Refused", Response.DECLINED),
                        is("no-answer", "No answer", Response.NO_ANSWER),
                        is("waiting", "Waiting", Response.NOT_YET)),
                offered);
    }

    private static Measure<Offered> is(String word, String title, Response response) {
        return Measure.count(word, title, one -> one.response() == response);
    }

    private static Optional<Chart> chart(ReportTable table) {
        return CountTable.drawn(
                table,
                "Offers of support and what families said",
                "For each row how many offers were taken, refused, not answered, or wait, as in the table.",
                "Taken",
                "Refused",
                "No answer",
                "Waiting");
    }

    private static String headline(List<Offered> offered) {
        if (offered.isEmpty()) {
            return "No offer of support was recorded in these days.";
        }
        long taken = offered.stream()
                .filter(one -> one.response() == Response.ACCEPTED)
                .count();
        return (offered.size() == 1 ? "1 offer of support was made" : offered.size() + " offers of support were made")
                + "; " + taken + " of them " + (taken == 1 ? "was" : "were") + " taken.";
    }

    private static Map<String, String> choices() {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put("", "Kind of support");
        choices.put(BY_SCHOOL, "School");
        return choices;
    }
}
