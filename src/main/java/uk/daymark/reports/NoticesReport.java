package uk.daymark.reports;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.daymark.access.Action;
import uk.daymark.access.SignedIn;
import uk.daymark.enforcement.NoticeRecords;
import uk.daymark.enforcement.NoticeRecords.Fate;
import uk.daymark.enforcement.NoticeRecords.Issued;
import uk.daymark.people.School;
import uk.daymark.people.Scope;
import uk.daymark.people.Scopes;
import uk.daymark.people.Urn;
import uk.daymark.reports.CountTable.Group;
import uk.daymark.reports.CountTable.Measure;
import uk.daymark.reports.CountTable.Opened;
import uk.daymark.time.Dates;

/** What became of penalty notices. Whoever may not see the ledger sees whether one was paid, and nothing of the money. */
@Component
class NoticesReport implements Report {

    private static final String BY = "by";
    private static final String BY_GROUND = "ground";
    private static final String BY_COURT = "court";
    private static final String ELSEWHERE = "elsewhere";
    private static final int PLACE = 60;

    private final NoticeRecords records;
    private final Scopes scopes;
    private final SchoolNames schools;
    private final Dates dates;
    private final Clock clock;

    NoticesReport(NoticeRecords records, Scopes scopes, SchoolNames schools, Dates dates, Clock clock) {
        this.records = records;
        this.scopes = scopes;
        this.schools = schools;
        this.dates = dates;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "notices";
    }

    @Override
    public String title() {
        return "Penalty notices and what became of them";
    }

    @Override
    public String purpose() {
        return "See how many notices were issued, paid, withdrawn and on what ground, and prosecuted";
    }

    @Override
    public Action neededAction() {
        return Action.SEE_NOTICE_OUTCOMES;
    }

    @Override
    public int place() {
        return PLACE;
    }

    @Override
    public boolean asksForPeriod() {
        return true;
    }

    /** Those in the person's reach, of the school that was chosen: choosing a school shows no notice that another authority keeps. */
    private List<Issued> issued(Asked asked) {
        Scope reach = scopes.of(asked.person());
        return records.issued(reach, asked.period().days()).stream()
                .filter(notice -> asked.scope().equals(reach)
                        || notice.school().isPresent()
                                && notice.school().equals(asked.scope().homeSchool()))
                .toList();
    }

    @Override
    public ReportResult make(Asked asked) {
        List<Issued> issued = issued(asked);
        String by = by(asked);
        ReportTable table = counted(asked, issued).table(this, asked, caption(by), head(by), empty(by));
        return new ReportResult(
                headline(issued),
                List.of("Ledger as of " + dates.moment(clock.instant()) + ", issued in: "
                        + asked.period().inWords()),
                List.of(new FilterBox(BY, "Show by", by, choices())),
                table,
                by.isEmpty() ? chart(table, asked.person()) : Optional.empty(),
                NoticeFigures.notes(issued, asked.person(), by.isEmpty()),
                NoticeFigures.definitions(asked.person()));
    }

    @Override
    public ReportResult rows(Asked asked) {
        List<Issued> issued = issued(asked);
        Opened<Issued> opened = counted(asked, issued).opened(asked);
        boolean money = asked.person().may(Action.SEE_LEDGER);
        List<Column> columns = new ArrayList<>(List.of(
                Column.words("Notice"),
                Column.words("Pupil"),
                Column.words("School"),
                Column.words("Issued"),
                Column.words("What became of it"),
                Column.words("Ground of withdrawal"),
                Column.words("Court")));
        if (money) {
            columns.add(Column.numbers("Refund owed"));
        }
        return ReportResult.list(
                opened.headline(),
                List.of("Ledger as of " + dates.moment(clock.instant())),
                new ReportTable(
                        "Notices",
                        columns,
                        opened.facts().stream().map(one -> row(one, money)).toList(),
                        "There is none."));
    }

    private Row row(Issued one, boolean money) {
        List<Cell> cells = new ArrayList<>(List.of(
                Cell.of(one.pupilName()),
                Cell.of(one.schoolName()),
                Cell.of(dates.day(one.on())),
                Cell.of(
                        money
                                ? one.fate().title() + (one.partPaid() ? ", paid in part" : "")
                                : NoticeFigures.paid(one) ? "Paid" : one.fate().title()),
                Cell.of(one.ground().orElse("")),
                Cell.of(one.courtResult().orElse(""))));
        if (money) {
            cells.add(Cell.of(one.refundOwed() == 0 ? "" : NoticeFigures.pounds(one.refundOwed())));
        }
        return new Row(
                Cell.of(one.ref(), money ? "/notices/" + one.ref() : "/notices/" + one.ref() + "/withdrawal-requests"),
                cells);
    }

    private CountTable<Issued> counted(Asked asked, List<Issued> issued) {
        return switch (by(asked)) {
            case BY_GROUND -> {
                List<Issued> withdrawn =
                        issued.stream().filter(one -> one.ground().isPresent()).toList();
                yield new CountTable<>(
                        NoticeFigures.valued(withdrawn, Issued::ground),
                        NoticeFigures.grounds(asked.person(), issued.size()),
                        withdrawn);
            }
            case BY_COURT -> {
                List<Issued> inCourt = issued.stream()
                        .filter(one -> one.courtResult().isPresent())
                        .toList();
                yield new CountTable<>(
                        NoticeFigures.valued(inCourt, Issued::courtResult),
                        List.of(Measure.count("court", "Prosecutions", one -> true)),
                        inCourt);
            }
            default -> new CountTable<>(bySchool(asked, issued), NoticeFigures.measures(asked.person()), issued);
        };
    }

    /** By the school at the time; a notice may stand in the ledger whose school is not in scope any more. */
    private List<Group<Issued>> bySchool(Asked asked, List<Issued> issued) {
        Map<Urn, School> known = schools.of(asked);
        List<Group<Issued>> rows = new ArrayList<>();
        known.values().stream()
                .sorted(Comparator.comparing(School::name)
                        .thenComparing(school -> school.urn().value()))
                .filter(school -> issued.stream().anyMatch(at(school)))
                .forEach(school -> rows.add(new Group<>(school.urn().value(), school.name(), at(school))));
        Predicate<Issued> elsewhere = one -> one.school().map(known::get).isEmpty();
        if (issued.stream().anyMatch(elsewhere)) {
            rows.add(new Group<>(ELSEWHERE, "Another school", elsewhere));
        }
        return SchoolNames.withAll(rows);
    }

    private static Predicate<Issued> at(School school) {
        return one -> one.school().filter(school.urn()::equals).isPresent();
    }

    private static Optional<Chart> chart(ReportTable table, SignedIn person) {
        Stream<String> paid = person.may(Action.SEE_LEDGER)
                ? Stream.of("Paid at the lower rate", "Paid at the full rate")
                : Stream.of("Paid");
        return CountTable.drawn(
                table,
                "What became of penalty notices, by school",
                "For each school how many notices were paid, not paid in time and withdrawn, as in the table.",
                Stream.concat(paid, Stream.of("Not paid in time", "Withdrawn")).toArray(String[]::new));
    }

    private static String headline(List<Issued> issued) {
        if (issued.isEmpty()) {
            return "No penalty notice was issued in these days.";
        }
        int withdrawn = (int)
                issued.stream().filter(one -> one.fate() == Fate.WITHDRAWN).count();
        String all =
                issued.size() == 1 ? "1 penalty notice was issued" : issued.size() + " penalty notices were issued";
        if (withdrawn == 0) {
            return all + "; none was withdrawn.";
        }
        String share = withdrawn + " of " + issued.size();
        return all + "; "
                + (2 * withdrawn > issued.size()
                        ? share + (withdrawn == 1 ? " was withdrawn." : " were withdrawn.")
                        : (issued.size() % withdrawn == 0 ? "" : "about ") + "one in "
                                + Math.round((double) issued.size() / withdrawn) + " was withdrawn (" + share + ").");
    }

    private static String by(Asked asked) {
        String by = asked.filter(BY);
        return choices().containsKey(by) ? by : "";
    }

    private static Map<String, String> choices() {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put("", "School");
        choices.put(BY_GROUND, "Ground of withdrawal");
        choices.put(BY_COURT, "Result in court");
        return choices;
    }

    private static String caption(String by) {
        return switch (by) {
            case BY_GROUND -> "Notices withdrawn, by ground";
            case BY_COURT -> "Prosecutions after a notice, by result";
            default -> "Notices issued, by school";
        };
    }

    private static String head(String by) {
        return choices().getOrDefault(by, "");
    }

    private static String empty(String by) {
        return switch (by) {
            case BY_GROUND -> "No notice that was issued in these days was withdrawn. Choose other days above.";
            case BY_COURT -> "Nobody was prosecuted after a notice of these days. Choose other days above.";
            default -> "No notice was issued in these days. Choose other days above.";
        };
    }
}
