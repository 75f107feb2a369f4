package uk.daymark.reports;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import uk.daymark.Http;
import uk.daymark.WebTest;
import uk.daymark.access.Role;
import uk.daymark.access.SignedIn;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.Half;
import uk.daymark.measure.MeasuredRegister;
import uk.daymark.measure.Measurement;
import uk.daymark.measure.Measuring;
import uk.daymark.measure.RegisterDates;
import uk.daymark.measure.Session;
import uk.daymark.measure.Summary;
import uk.daymark.measure.Timetable;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.Pupils;
import uk.daymark.people.Scope;
import uk.daymark.people.Urn;
import uk.daymark.policy.Policies;
import uk.daymark.register.By;
import uk.daymark.register.DecidedCodes;
import uk.daymark.register.StoredRegister;
import uk.daymark.register.web.TwoSchools;
import uk.daymark.time.Dates;

/** The reports on attendance against a plain count of the same registers, pupil by pupil. */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportsOfASchoolTest {

    private static final String OURS = "961001";
    private static final String THEIRS = "961002";

    /** Of one pupil, whose marks no other test changes. */
    private static final String AGEING = "961003";

    private static final int PUPILS = 30;

    /** Mostly present, as children are. */
    private static final List<String> CODES = List.of(
            "/", "/", "/", "/", "/", "/", "/", "/", "/", "/", "/", "I", "O", "N", "N", "M", "Y1", "X", "L", "U");

    @LocalServerPort
    private int port;

    @Autowired
    private Reports reports;

    @Autowired
    private PersistentAbsence persistentAbsence;

    @Autowired
    private NearTheLine nearTheLine;

    @Autowired
    private UnexplainedAbsence unexplained;

    @Autowired
    private Standings standings;

    @Autowired
    private StoredRegister registers;

    @Autowired
    private Pupils pupils;

    @Autowired
    private DecidedCodes decidedCodes;

    @Autowired
    private Policies policies;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Clock clock;

    private final Random random = new Random(20250915);
    private LocalDate today = LocalDate.EPOCH;
    private int decided;

    @BeforeAll
    void twoSchoolsWithMarksOfTwoWeeks() {
        today = LocalDate.now(clock);
        if (today.getMonth() == Month.SEPTEMBER && today.getDayOfMonth() < 15) {
            Http.program(port, "admin")
                    .json("/api/practice/clock", "{\"to\": \"" + today.withDayOfMonth(15) + "T08:30\"}");
            today = LocalDate.now(clock);
        }
        send(
                "schools",
                "school_urn,name,phase,authority,policy\n" + OURS + ",Elm School,secondary,herefordshire,national\n"
                        + THEIRS + ",Fir School,secondary,herefordshire,national\n");
        send(
                "calendar",
                calendar(OURS) + calendar(THEIRS).lines().skip(1).findFirst().orElseThrow() + "\n");
        StringBuilder file = new StringBuilder(
                "school_urn,pupil_ref,legal_surname,legal_forename,date_of_birth,year_group,form,on_roll_from,sen,free_meals\n");
        for (int number = 0; number < PUPILS; number++) {
            String year = number == 0 ? "" : Integer.toString(7 + number % 4);
            file.append(OURS + ",e " + number + ",Elm" + number + ",Pupil,2013-05-01," + year + ",A," + firstMonday()
                    + "," + (number % 3 == 0 ? "K" : number == 1 ? "" : "N") + "," + (number % 5 == 0 ? "Y" : "N")
                    + "\n");
        }
        file.append(THEIRS + ",f 0,=Fir,Pupil,2013-05-01,7,A," + firstMonday() + ",E,Y\n");
        send("pupils", file.toString());
        StringBuilder marks = new StringBuilder();
        for (int number = 0; number < PUPILS; number++) {
            for (LocalDate day : days()) {
                marks.append(mark(OURS, "e " + number, day, "AM")).append(mark(OURS, "e " + number, day, "PM"));
            }
        }
        for (LocalDate day : days()) {
            marks.append(THEIRS + ",f 0," + day + ",AM,O\n");
        }
        send("marks", "school_urn,pupil_ref,date,session,code\n" + marks);
    }

    /** A school week, a week of holiday, then the week of today. */
    private String calendar(String urn) {
        LocalDate monday = Timetable.mondayOf(today);
        return "school_urn,kind,from,to,session,reason\n" + urn + ",TERM," + firstMonday() + ","
                + firstMonday().plusDays(4) + ",,\n" + urn + ",TERM," + monday + "," + monday.plusDays(25) + ",,\n";
    }

    private LocalDate firstMonday() {
        return Timetable.mondayOf(today).minusWeeks(2);
    }

    private List<LocalDate> days() {
        List<LocalDate> days = new ArrayList<>();
        firstMonday().datesUntil(firstMonday().plusDays(5)).forEach(days::add);
        Timetable.mondayOf(today)
                .datesUntil(today.plusDays(1))
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
                .forEach(days::add);
        return days;
    }

    private String mark(String urn, String ref, LocalDate day, String half) {
        String code = CODES.get(random.nextInt(CODES.size()));
        return urn + "," + ref + "," + day + "," + half + "," + (code.equals("/") && half.equals("PM") ? "\\" : code)
                + "\n";
    }

    private void send(String kind, String csv) {
        HttpResponse<String> answer =
                Http.program(port, "admin").post("/api/imports/" + kind + "?mode=apply", "text/csv", csv);
        assertThat(answer.statusCode()).as(kind + " " + answer.body()).isEqualTo(200);
    }

    private static SignedIn at(String urn, Role role) {
        return new SignedIn("somebody", "Somebody", role, Optional.of(urn));
    }

    private Asked asked(String... filters) {
        return asked(at(OURS, Role.LEAD), filters);
    }

    private Asked asked(SignedIn person, String... filters) {
        Map<String, String> address = new HashMap<>();
        for (int at = 0; at < filters.length; at += 2) {
            address.put(filters[at], filters[at + 1]);
        }
        return reports.asked(person, address, new HashMap<>());
    }

    /** What a plain count says of each pupil on roll at our school. */
    private Map<String, Measurement> recount(LocalDate day) {
        Map<String, Measurement> counted = new LinkedHashMap<>();
        for (Pupils.OnRoll one : pupils.ofSchool(new Urn(OURS))) {
            if (!one.enrolment().onRoll(today)) {
                continue;
            }
            StoredRegister.PupilRegister stored =
                    registers.of(one.pupil().id(), today).orElseThrow();
            LocalDate year = RegisterDates.schoolYearOf(today).from();
            counted.put(
                    one.enrolment().pupilRef(),
                    Measuring.measure(
                            new MeasuredRegister(
                                    Timetable.of(stored.parts()),
                                    stored.parts(),
                                    stored.marks(),
                                    stored.unconfirmed(),
                                    day,
                                    Optional.of(new DateRange(year, day)),
                                    Optional.empty()),
                            policies.named("national").orElseThrow().countingRules(day)));
        }
        return counted;
    }

    private long count(Predicate<Summary> which) {
        return recount(today).values().stream()
                .map(Measurement::summary)
                .filter(summary -> summary.possible() > 0)
                .filter(which)
                .count();
    }

    @Test
    void thoseWhoArePersistentlyAndSeverelyAbsentAreThoseOfAPlainCount() {
        ReportTable table = persistentAbsence.make(asked()).table();
        assertThat(cell(table, "All pupils", "Pupils with a possible session"))
                .isEqualTo(Long.toString(count(summary -> true)));
        assertThat(cell(table, "All pupils", "Persistently absent"))
                .isEqualTo(Long.toString(count(Summary::persistentlyAbsent)))
                .isNotEqualTo("0");
        assertThat(cell(table, "All pupils", "Severely absent"))
                .isEqualTo(Long.toString(count(Summary::severelyAbsent)));
    }

    @Test
    void whoCameInAndWentOutIsAPlainComparisonWithTheDayBeforeTheHalfTerm() {
        Map<String, Measurement> before = recount(firstMonday().plusDays(6));
        Map<String, Measurement> now = recount(today);
        long came = now.entrySet().stream()
                .filter(one -> one.getValue().summary().persistentlyAbsent())
                .filter(one -> !before.get(one.getKey()).summary().persistentlyAbsent())
                .count();
        long went = now.entrySet().stream()
                .filter(one -> !one.getValue().summary().persistentlyAbsent())
                .filter(one -> before.get(one.getKey()).summary().persistentlyAbsent())
                .count();
        ReportTable table = persistentAbsence.make(asked()).table();
        assertThat(cell(table, "All pupils", "Came in this half term")).isEqualTo(Long.toString(came));
        assertThat(cell(table, "All pupils", "Went out this half term")).isEqualTo(Long.toString(went));
        assertThat(came + went).isPositive();
    }

    @Test
    void everyFigureOpensAsManyRowsAsItSays() {
        for (Report report : List.of(persistentAbsence, unexplained)) {
            int opened = 0;
            for (Row row : report.make(asked()).table().rows()) {
                for (Cell cell : row.cells()) {
                    if (cell.address().isPresent()) {
                        assertThat(report.rows(behind(cell)).table().rows())
                                .as(report.name() + " " + row.head().text())
                                .hasSize(Integer.parseInt(cell.text()));
                        opened++;
                    }
                }
            }
            assertThat(opened).isGreaterThan(3);
        }
    }

    private Asked behind(Cell cell) {
        return behind(at(OURS, Role.LEAD), cell);
    }

    private Asked behind(SignedIn person, Cell cell) {
        Map<String, String> filters = new HashMap<>();
        UriComponentsBuilder.fromUriString(cell.address().orElseThrow())
                .build()
                .getQueryParams()
                .toSingleValueMap()
                .forEach((name, value) -> filters.put(name, UriUtils.decode(value, StandardCharsets.UTF_8)));
        return reports.asked(person, filters, new HashMap<>());
    }

    @Test
    void pupilsWhoseYearGroupIsNotKnownAreListedAsTheOthersAre() {
        ReportTable table = persistentAbsence.make(asked()).table();
        Cell counted = table.rows().stream()
                .filter(row -> row.head().text().equals("Year group not known"))
                .findFirst()
                .orElseThrow()
                .cells()
                .get(0);
        assertThat(heads(persistentAbsence.rows(behind(counted)).table()))
                .hasSize(Integer.parseInt(counted.text()))
                .anyMatch(name -> name.contains("Elm0"));
    }

    @Test
    void eachPupilStandsInOneRowOfEachKindOfGroup() {
        ReportTable table = persistentAbsence.make(asked()).table();
        assertThat(heads(table)).contains("Special educational need not known");
        Map<String, Integer> sums = table.rows().stream()
                .collect(groupingBy(
                        Row::block,
                        summingInt(row -> Integer.parseInt(row.cells().get(0).text()))));
        assertThat(sums)
                .containsOnlyKeys("all", "year", "sen", "meals")
                .allSatisfy((block, sum) -> assertThat(sum).as(block).isEqualTo(sums.get("all")));
    }

    @Test
    void groupsThatTheFilesSayNothingOfAreNamedAndNotShownAsNought() {
        ReportResult result = persistentAbsence.make(asked());
        assertThat(result.notes())
                .anyMatch(note -> note.contains("social workers") && !note.contains("free school meals"));
        assertThat(heads(result.table()))
                .contains("SEN support", "Free school meals", "Year 7", "Year 10")
                .doesNotContain("Has a social worker");
    }

    @Test
    void needsAreNotForTheOffice() {
        assertThat(heads(persistentAbsence.make(asked(at(OURS, Role.OFFICE))).table()))
                .contains("Year 7")
                .doesNotContain("SEN support", "Free school meals");
    }

    @Test
    void whileTheYearIsYoungTheReportSaysSo() {
        assertThat(persistentAbsence.make(asked()).notes())
                .anyMatch(note -> note.contains("of this school year have begun"));
    }

    @Test
    void whoIsNearTheLineIsWhoCrossesItInAPlainReckoning() {
        Map<String, Integer> expected = new HashMap<>();
        int least = policies.named("national")
                .orElseThrow()
                .number("escalation.least_possible", today)
                .orElseThrow();
        recount(today).forEach((ref, counted) -> {
            Summary summary = counted.summary();
            for (int days = 3; days >= 1; days--) {
                if (summary.possible() >= least
                        && !summary.persistentlyAbsent()
                        && 10 * (summary.absent() + 2 * days) >= summary.possible() + 2 * days) {
                    expected.put(ref, days);
                }
            }
        });
        ReportTable table = nearTheLine.make(asked()).table();
        Map<String, Integer> found = table.rows().stream()
                .collect(toMap(
                        row -> row.head()
                                .address()
                                .orElseThrow()
                                .replaceAll(".*/", "")
                                .replace("%20", " "),
                        row -> Integer.valueOf(row.cells()
                                .get(table.cellOf("Days that would do it"))
                                .text())));
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void everyNIsListedWithTheDayOnWhichItBecomesO() {
        Map<String, Measurement> counted = recount(today);
        long all = counted.values().stream()
                .mapToLong(one -> one.unexplained().size())
                .sum();
        assertThat(all).isPositive();
        ReportTable table = unexplained.make(asked()).table();
        assertThat(table.rows().stream()
                        .mapToLong(row -> Long.parseLong(row.cells().get(0).text()))
                        .sum())
                .isEqualTo(all);
        long overdue = counted.values().stream()
                .flatMap(one -> one.unexplained().stream())
                .filter(one ->
                        one.replaceBy().filter(day -> day.isBefore(today)).isPresent())
                .count();
        assertThat(table.rows().stream()
                        .mapToLong(row -> Long.parseLong(row.cells().get(1).text()))
                        .sum())
                .isEqualTo(overdue);
    }

    @Test
    void howLongAnNHasStoodIsSaidInSchoolDaysSoThatAHolidayMakesItNoOlder() {
        LocalDate friday = firstMonday().plusDays(4);
        send(
                "schools",
                "school_urn,name,phase,authority,policy\n" + AGEING + ",Oak School,secondary,herefordshire,national\n");
        send("calendar", calendar(AGEING));
        send(
                "pupils",
                "school_urn,pupil_ref,legal_surname,year_group,on_roll_from\n" + AGEING + ",g 0,Oak,7," + firstMonday()
                        + "\n");
        send(
                "marks",
                "school_urn,pupil_ref,date,session,code\n" + AGEING + ",g 0," + friday.minusDays(1) + ",PM,N\n" + AGEING
                        + ",g 0," + friday + ",AM,N\n" + AGEING + ",g 0," + friday + ",PM,N\n");
        long age = days().stream().filter(friday::isBefore).count();
        long weekdays = friday.datesUntil(today)
                .map(day -> day.plusDays(1))
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
                .count();
        assertThat(weekdays).as("a week of holiday is between").isEqualTo(age + 5);

        SignedIn lead = at(AGEING, Role.LEAD);
        ReportTable table = unexplained.make(asked(lead)).table();
        assertThat(heads(table)).containsExactly(schoolDays(age + 1), schoolDays(age));
        assertThat(cell(table, schoolDays(age + 1), "Sessions")).isEqualTo("1");
        assertThat(cell(table, schoolDays(age), "Sessions")).isEqualTo("2");

        // The fifth school day after the last one before the holiday is the Friday of this week.
        LocalDate last = Timetable.mondayOf(today).plusDays(4);
        assertThat(cell(table, schoolDays(age), "Reason overdue")).isEqualTo(today.isAfter(last) ? "2" : "0");
        Row row = table.rows().get(1);
        ReportResult behind = unexplained.rows(behind(lead, row.cells().get(0)));
        assertThat(behind.headline()).isEqualTo("2 sessions without a reason, " + schoolDays(age) + " old");
        assertThat(behind.table().rows())
                .hasSize(2)
                .allSatisfy(
                        one -> assertThat(one.cells()).extracting(Cell::text).contains(Dates.inWords(last)));
    }

    private static String schoolDays(long days) {
        return days == 1 ? "1 school day" : days + " school days";
    }

    @Test
    void pupilsOfAnotherSchoolAreAbsent() {
        for (Report report : List.of(persistentAbsence, nearTheLine, unexplained)) {
            assertThat(ReportFile.csv(report.make(asked()).table(), List.of("now")))
                    .doesNotContain("Fir");
        }
        assertThat(ReportFile.csv(
                        unexplained.rows(asked("of", "0", "of-state", "")).table(), List.of("now")))
                .doesNotContain("Fir");
        Asked elsewhere = asked("school", THEIRS);
        assertThat(elsewhere.scope()).isEqualTo(asked().scope());
    }

    @Test
    void anOfficerIsShownThoseAloneWhoWereReferred() {
        SignedIn officer = at(OURS, Role.OFFICER);
        ReportResult result = persistentAbsence.make(asked(officer));
        assertThat(standings.of(asked(officer)))
                .noneMatch(one -> one.who().school().urn().value().equals(OURS));
        assertThat(result.asOf()).anyMatch(line -> line.startsWith("Only pupils of whom a case was referred"));
        assertThat(persistentAbsence.make(asked(at(OURS, Role.AUDITOR))).table().rows())
                .isNotEmpty();
    }

    @Test
    void aSchoolWithoutMarksIsToldWhatToDo() {
        ReportResult result = persistentAbsence.make(asked(at("999999", Role.LEAD)));
        assertThat(result.table().rows()).isEmpty();
        assertThat(result.table().empty()).contains("Import the register");
        assertThat(result.asOf()).containsExactly("No register has come in yet");
    }

    @Test
    void whatIsKeptOfAPupilAlwaysSaysWhatTheMarksSay() {
        for (int step = 0; step < 25; step++) {
            String ref = "e " + random.nextInt(PUPILS);
            LocalDate day = days().get(random.nextInt(days().size()));
            switch (random.nextInt(6)) {
                case 0, 1 ->
                    send(
                            "marks",
                            "school_urn,pupil_ref,date,session,code\n"
                                    + mark(OURS, ref, day, random.nextBoolean() ? "AM" : "PM"));
                case 2 -> decide(ref, day);
                case 3 ->
                    send(
                            "calendar",
                            "school_urn,kind,from,to,session,reason\n" + OURS + ",CLOSURE," + day + "," + day
                                    + ",,INSET " + step + "\n");
                case 4 ->
                    send(
                            "pupils",
                            "school_urn,pupil_ref,legal_surname,on_roll_from,leaving_date\n" + OURS + "," + ref
                                    + ",Elm,"
                                    + firstMonday().minusDays(random.nextInt(4)) + ","
                                    + today.plusDays(30 + random.nextInt(4))
                                    + "\n");
                default ->
                    // A row that is lost is counted afresh and not taken for nought.
                    jdbc.update(
                            "delete from pupil_standing where pupil_id = ?",
                            pupils.find(new Urn(OURS), ref)
                                    .orElseThrow()
                                    .pupil()
                                    .id()
                                    .number());
            }
            Map<String, Measurement> recounted = recount(today);
            List<Standings.OnRoll> kept = standings.of(asked());
            assertThat(kept).hasSameSizeAs(recounted.keySet());
            for (Standings.OnRoll one : kept) {
                Summary summary = recounted.get(one.who().here().pupilRef()).summary();
                assertThat(one.standing().toDate())
                        .as("step " + step + ", " + one.who().here().pupilRef())
                        .isEqualTo(new Standing.Counts(summary.possible(), summary.absent()));
            }
        }
        assertThat(decided).isPositive();
        assertThat(jdbc.queryForObject(
                        "select count(*) from pupil_standing s join enrolment e on e.pupil_id = s.pupil_id"
                                + " where s.stale = false and e.school_urn = ?",
                        Integer.class,
                        OURS))
                .as("kept, not only counted anew each time")
                .isGreaterThan(PUPILS / 2);
    }

    private void decide(String ref, LocalDate day) {
        EnrolmentId enrolment =
                pupils.find(new Urn(OURS), ref).orElseThrow().enrolment().id();
        Session session = new Session(day, Half.AM);
        AttendanceCode code = random.nextBoolean() ? AttendanceCode.O : AttendanceCode.I;
        if (decidedCodes.couldBeDecided(enrolment, session, code)) {
            decidedCodes.decide(enrolment, session, code, new By("admin", Scope.everywhere()), "what was found out");
            decided++;
        }
    }

    @Test
    void pageDrawingAndFileSayTheSame() {
        TwoSchools.exist(port);
        send(
                "pupils",
                "school_urn,pupil_ref,legal_surname,year_group,on_roll_from\n" + TwoSchools.OURS
                        + ",RPA3,Hill,9,2025-09-03\n");
        TwoSchools.marked(
                port,
                TwoSchools.mark("RPA3", "2025-09-08", "AM", "I"),
                TwoSchools.mark("RPA3", "2025-09-08", "PM", "\\"));
        Http lead = Http.browser(port, "lead");
        String page = lead.get("/reports/persistent-absence").body();
        String file = lead.get("/reports/persistent-absence.csv").body();
        List<String> shown = cells(page);
        List<String> written = file.lines()
                .limit(file.lines().count() - 1)
                .flatMap(line -> Pattern.compile("\"([^\"]*)\"").matcher(line).results())
                .map(match -> match.group(1))
                .toList();
        ReportTable table =
                persistentAbsence.make(asked(at("999001", Role.LEAD))).table();
        assertThat(shown).isEqualTo(table.rows().isEmpty() ? List.of() : written);
        assertThat(file).contains("as of");
        Matcher bar = Pattern.compile("data-row=\"([^\"]*)\" data-series=\"([^\"]*)\" data-count=\"([0-9]+)\"")
                .matcher(page);
        TreeSet<String> drawn = new TreeSet<>();
        while (bar.find()) {
            assertThat(bar.group(3)).isEqualTo(cell(table, bar.group(1), bar.group(2)));
            drawn.add(bar.group(1));
        }
        assertThat(drawn).allMatch(head -> heads(table).contains(head));
        if (!table.rows().isEmpty()) {
            assertThat(drawn).isNotEmpty();
        }
    }

    private static List<String> cells(String page) {
        return Pattern.compile("<t[hd] [^>]*>(.*?)</t[hd]>", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(match -> match.group(1).replaceAll("<[^>]*>", "").strip().replaceAll("\\s+", " "))
                .toList();
    }

    private static List<String> heads(ReportTable table) {
        return table.rows().stream().map(row -> row.head().text()).toList();
    }

    private static String cell(ReportTable table, String head, String column) {
        return table.rows().stream()
                .filter(row -> row.head().text().equals(head))
                .findFirst()
                .orElseThrow()
                .cells()
                .get(table.cellOf(column))
                .text();
    }
}
