package uk.daymark.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.daymark.Http;
import uk.daymark.WebTest;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.CaseLog;
import uk.daymark.cases.CaseRef;
import uk.daymark.cases.Cases;
import uk.daymark.journal.Entry;
import uk.daymark.journal.Journal;
import uk.daymark.journal.Seal;
import uk.daymark.journal.Seals;
import uk.daymark.journal.SealsForTests;
import uk.daymark.letters.Letters;
import uk.daymark.people.Pupils;
import uk.daymark.people.Urn;
import uk.daymark.register.web.TwoSchools;
import uk.daymark.time.Dates;

/** Whether a record is whole: what Daymark says, and what an outsider finds who has nothing but a copy of it. */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CheckingTheRecordTest {

    @Autowired
    private Clock wall;

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    Pupils pupils;

    @Autowired
    CaseLog log;

    @Autowired
    Seals seals;

    @Autowired
    Journal journal;

    @Autowired
    Letters letters;

    @Autowired
    JdbcTemplate jdbc;

    @TempDir
    Path folder;

    private CaseRef ref = new CaseRef("A-2025-0000");

    @BeforeAll
    void aCase() {
        TwoSchools.exist(port);
        CaseFile file = cases.open(
                pupils.find(new Urn(TwoSchools.OURS), "PG39")
                        .orElseThrow()
                        .enrolment()
                        .id(),
                "A parent asked.",
                "");
        ref = file.ref();
        String name = file.pupilName();
        log.write(ref, CaseLog.Kind.NOTE, LocalDate.parse("2025-09-10"), "", name + " seems tired, says Lena Lead.");
        log.write(ref, CaseLog.Kind.CALL, LocalDate.parse("2025-09-11"), "", "Nobody answered.");
        log.correct(ref, numberOf("Nobody answered."), "Seems well.", "=1+1 was wrong");
    }

    /** Another class may have opened the case before, so that entries of its own come first. */
    private long numberOf(String said) {
        return journal.of(ref.value()).stream()
                .filter(entry -> entry.entry().what().contains(said))
                .findFirst()
                .orElseThrow()
                .number();
    }

    private String page(String tail) {
        HttpResponse<String> page = Http.browser(port, "auditor").get("/cases/" + ref + "/history" + tail);
        assertThat(page.statusCode()).isEqualTo(200);
        return page.body().replaceAll("\\s+", " ");
    }

    private String verify() {
        return Http.program(port, "auditor")
                .get("/api/cases/" + ref + "/verify")
                .body();
    }

    @Test
    void aByteThatIsChangedInOneEntryIsNoticedAndTheEntryNamed() {
        assertThat(page("/integrity"))
                .contains("<strong>Yes.</strong> Each entry names")
                .doesNotContain("not as it was written.");
        String what = jdbc.queryForObject(
                "select what from journal_entry where subject = ? and entry_no = 2", String.class, ref.value());
        jdbc.update("update journal_entry set what = ? where subject = ? and entry_no = 2", what + ".", ref.value());
        try {
            assertThat(page("/integrity"))
                    .contains(
                            "This record is not as it was written.",
                            "Entry 2 is not as it was written: its content was changed afterwards.",
                            "<strong>No.</strong> Each entry was hashed again");
            assertThat(page("")).contains("This record is not as it was written.");
        } finally {
            jdbc.update("update journal_entry set what = ? where subject = ? and entry_no = 2", what, ref.value());
        }
        assertThat(page("/integrity")).doesNotContain("This record is not as it was written.");
    }

    @Test
    void anEntryThatIsCutOffAtTheEndIsFoundByTheLength() {
        long last = jdbc.queryForObject("select entries from journal_chain where subject = ?", Long.class, ref.value());
        jdbc.update(
                "update journal_entry set subject = 'Z-away' where subject = ? and entry_no = ?", ref.value(), last);
        try {
            assertThat(page("/integrity"))
                    .contains(
                            "There are " + (last - 1) + " entries, and there ought to be " + last + ".",
                            "Entry " + last + " is not there, and ought to be.");
        } finally {
            jdbc.update("update journal_entry set subject = ? where subject = 'Z-away'", ref.value());
        }
    }

    @Test
    void aSealThatWasLodgedHoldsAlsoAgainstWhoRewritesTheWholeChain() {
        Seal seal = SealsForTests.make(seals);
        String root = seal.root();
        assertThat(Http.browser(port, "auditor")
                        .get("/seals/" + seal.number() + "/seal.txt")
                        .body())
                .contains(root);
        HttpResponse<String> lodged = Http.browser(port, "admin")
                .submit(
                        "/seals/" + seal.number() + "/lodge",
                        "/seals/" + seal.number() + "/lodge",
                        "where=" + URLEncoder.encode("the data protection officer", StandardCharsets.UTF_8));
        assertThat(lodged.statusCode()).isEqualTo(302);
        assertThat(verify()).contains("\"sealed\":true");
        assertThat(page("/integrity")).contains("lodged with: the data protection officer", root);
        log.write(ref, CaseLog.Kind.NOTE, LocalDate.parse("2025-09-12"), "", "One more.");
        SealsForTests.make(seals);
        assertThat(verify()).as("what comes later does not break it").contains("\"sealed\":true");
        String why = journal.of(ref.value()).get(0).entry().why();
        SealsForTests.rewrite(jdbc, journal, ref.value(), 1, "No parent ever asked.");
        try {
            assertThat(verify()).contains("\"linked\":true", "\"contentEqual\":true", "\"sealed\":false");
            assertThat(page("/integrity"))
                    .contains("This record is not as it was written.", "the record does not fit seal");
        } finally {
            SealsForTests.rewrite(jdbc, journal, ref.value(), 1, why);
        }
        assertThat(verify()).contains("\"sealed\":true");
        assertThat(Http.browser(port, "admin")
                        .submit("/seals", "/seals/" + seal.number() + "/lodge", "where=elsewhere")
                        .statusCode())
                .as("where it was lodged is not changed later")
                .isEqualTo(409);
    }

    private Path unpacked(String names) throws Exception {
        Http auditor = Http.browser(port, "auditor");
        String token = auditor.get("/cases/" + ref + "/history/export")
                .body()
                .replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        byte[] zip = auditor.bytes(auditor.request("/cases/" + ref + "/history/export")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "as=zip&names=" + names + "&_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8))));
        Path out = Files.createTempDirectory(folder, "pack");
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (Optional<ZipEntry> entry = Optional.ofNullable(in.getNextEntry());
                    entry.isPresent();
                    entry = Optional.ofNullable(in.getNextEntry())) {
                Path file = out.resolve(entry.get().getName());
                Files.createDirectories(file.getParent());
                Files.write(file, in.readAllBytes());
            }
        }
        return out;
    }

    private HttpResponse<String> taken(String as, String names) {
        return Http.browser(port, "auditor")
                .submit(
                        "/cases/" + ref + "/history/export",
                        "/cases/" + ref + "/history/export",
                        "as=" + as + "&names=" + names);
    }

    @Test
    void theEntriesAloneAreTheSameAsCsvAndAsJsonLinesAsInTheZip() throws Exception {
        for (String names : List.of("shown", "hidden")) {
            Path pack = unpacked(names);
            String suffix = names.equals("hidden") ? "-names-hidden" : "";
            HttpResponse<String> csv = taken("csv", names);
            assertThat(csv.statusCode()).isEqualTo(200);
            assertThat(csv.headers().firstValue("content-type").orElse("")).startsWith("text/csv");
            assertThat(csv.headers().firstValue("content-disposition"))
                    .hasValue("attachment; filename=\"history-" + ref + suffix + ".csv\"");
            assertThat(csv.body())
                    .startsWith("\"record\",\"entry\",\"happened\",")
                    .contains("Nobody answered.", "\"'=1+1 was wrong\"")
                    .isEqualTo(Files.readString(pack.resolve("entries.csv")));
            HttpResponse<String> lines = taken("jsonl", names);
            assertThat(lines.statusCode()).isEqualTo(200);
            assertThat(lines.headers().firstValue("content-type").orElse("")).startsWith("application/x-ndjson");
            assertThat(lines.headers().firstValue("content-disposition"))
                    .hasValue("attachment; filename=\"history-" + ref + suffix + ".jsonl\"");
            assertThat(lines.body())
                    .contains("\"what\":\"Call: Nobody answered.\"", "\"hash\":\"")
                    .isEqualTo(Files.readString(pack.resolve("entries.jsonl")));
        }
        assertThat(page("/who-looked"))
                .contains("A copy was taken away (csv)", "A copy was taken away (jsonl, names hidden)");
    }

    @Test
    void aKindOfCopyThatThereIsNotIsRefusedAndNotWrittenDownAsTaken() {
        HttpResponse<String> refused = taken("pdf", "shown");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("content-disposition")).isEmpty();
        assertThat(refused.body()).contains("Choose a zip, CSV or JSON lines.");
        assertThat(page("/who-looked")).doesNotContain("(pdf)");
    }

    private static String run(Path in, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(in.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    /** As the printed page says: the program is taken from the page itself. */
    private static String checked(Path pack) throws Exception {
        String page = Files.readString(pack.resolve("READ-ME.txt"));
        String program = page.substring(
                page.indexOf("---- check.py begins ----") + "---- check.py begins ----\n".length(),
                page.indexOf("---- check.py ends ----"));
        assertThat(program).isEqualTo(Files.readString(pack.resolve("check.py")));
        return run(pack, "python3", "-c", program);
    }

    @Test
    void anOutsiderWithThePrintedInstructionsComesToTheSameVerdict() throws Exception {
        SealsForTests.make(seals);
        Path pack = unpacked("shown");
        assertThat(run(pack, "sha256sum", "-c", "manifest.sha256"))
                .contains("entries.jsonl: OK", "rules.jsonl: OK")
                .doesNotContain("FAILED");
        assertThat(pack.resolve("models"))
                .isDirectoryContaining(file -> file.toString().endsWith("attendance-escalation.bpmn"));
        assertThat(pack.resolve("tables"))
                .isDirectoryContaining(file -> file.toString().endsWith("next-rung.dmn"));
        assertThat(checked(pack))
                .contains(
                        "WHOLE: ",
                        "are under seal",
                        seals.last().orElseThrow().root().substring(0, 1));
        Path entries = pack.resolve("entries.jsonl");
        String whole = Files.readString(entries);
        Files.writeString(entries, whole.replace("seems tired", "seems well"));
        assertThat(run(pack, "sha256sum", "-c", "manifest.sha256")).contains("entries.jsonl: FAILED");
        assertThat(checked(pack))
                .contains(ref + " entry " + numberOf("seems tired") + " is not as it was written")
                .doesNotContain("WHOLE");
        Files.writeString(entries, whole.substring(0, whole.lastIndexOf('\n', whole.length() - 2) + 1));
        assertThat(checked(pack)).contains("ought to have").doesNotContain("WHOLE");
        assertThat(Files.readString(pack.resolve("entries.csv"))).contains("\"'=1+1 was wrong\"");
        assertThat(page("/who-looked")).contains("A copy was taken away (zip)");
    }

    @Test
    void namesThatAreHiddenStandInNoPageAndNoFile() throws Exception {
        String name = cases.find(ref).orElseThrow().pupilName();
        Path pack = unpacked("hidden");
        try (var files = Files.walk(pack)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file))
                        .as(String.valueOf(file))
                        .doesNotContain(name)
                        .doesNotContain("Lena Lead");
            }
        }
        assertThat(Files.readString(pack.resolve("entries.csv")))
                .contains("the pupil seems tired, says Attendance lead 1.");
        assertThat(run(pack, "sha256sum", "-c", "manifest.sha256")).doesNotContain("FAILED");
        for (String tail : List.of("", "/rules", "/changes", "/on-a-day", "/who-looked", "/integrity", "/export")) {
            assertThat(page(tail + "?names=hidden"))
                    .as(tail)
                    .doesNotContain(name)
                    .doesNotContain("Lena Lead");
        }
        assertThat(page("/changes?names=hidden")).contains("the pupil seems tired, says Attendance lead 1.");
        assertThat(page("/changes")).contains(name + " seems tired");
    }

    @Test
    void casesAreFoundByWhatHappenedInThemWithinReachOnly() {
        Http auditor = Http.browser(port, "auditor");
        CaseFile elsewhere = cases.open(
                pupils.find(new Urn(TwoSchools.OTHER), "PH0")
                        .orElseThrow()
                        .enrolment()
                        .id(),
                "A parent asked.",
                "");
        for (String query : List.of(
                "?rule=next-rung", "?model=attendance-escalation", "?q=" + ref, "?from=2025-09-01&to=2028-09-01")) {
            assertThat(auditor.get("/history" + query).body())
                    .as(query)
                    .contains("/cases/" + ref + "/history")
                    .doesNotContain(elsewhere.ref().value());
        }
        assertThat(auditor.get("/history?rule=no-such-rule").body()).contains("0 cases");
        assertThat(auditor.get("/history?rule=next-rung&to=2020-01-01").body()).contains("0 cases");
        assertThat(auditor.get("/history?rule=next-rung&q=" + ref).body()).contains("1 case<");
        assertThat(auditor.get("/history?q=" + elsewhere.ref()).body()).contains("0 cases");
    }

    @Test
    void aDayThatIsOverIsShownAsItStood() {
        assertThat(page("/on-a-day?date=2025-09-01"))
                .contains("The case had not been opened on that day.", "No step had been taken.");
        assertThat(page("/on-a-day")).contains("entries had been written", "led to:");
        TwoSchools.marked(port, TwoSchools.mark("PG39", "2025-09-09", "AM", "N"));
        HttpResponse<String> amended = Http.program(port, "lead")
                .json(
                        "/api/amendments",
                        "{\"school\": \"" + TwoSchools.OURS + "\", \"pupilRef\": \"PG39\", \"date\": \"2025-09-09\","
                                + " \"session\": \"AM\", \"code\": \"I\", \"reason\": \"A letter came.\"}");
        assertThat(amended.statusCode()).as(amended.body()).isBetween(200, 204);
        assertThat(page("/changes")).contains("A letter came.", ">N</td>", ">I</td>");
        assertThat(page("/on-a-day?date=2025-09-09")).contains(">N</td>").doesNotContain(">I</td>");
        // Other classes of the same run may have moved the shared clock on, past the weeks that the page shows.
        if (LocalDate.now(wall).isBefore(LocalDate.of(2025, 11, 1))) {
            assertThat(page("/on-a-day")).contains(">I</td>").doesNotContain(">N</td>");
        }
    }

    private String dayOf(CaseRef one, String day) {
        HttpResponse<String> page =
                Http.browser(port, "auditor").get("/cases/" + one + "/history/on-a-day?date=" + day.replace(' ', '+'));
        assertThat(page.statusCode()).isEqualTo(200);
        return page.body().replaceAll("\\s+", " ");
    }

    /** The words under a heading of the page, up to the next heading. */
    private static String under(String heading, String page) {
        int from = page.indexOf(">" + heading + "</h3>");
        assertThat(from).as(heading).isPositive();
        int to = page.indexOf("<h3", from);
        return page.substring(from, to);
    }

    @Test
    void aDayShowsWhatWasFoundAndWhatWasToDoByItsEndAndNothingLater() {
        HttpResponse<String> pupil = Http.program(port, "admin")
                .post(
                        "/api/imports/pupils?mode=apply",
                        "text/csv",
                        "school_urn,pupil_ref,legal_surname,legal_forename,date_of_birth,year_group,form,on_roll_from\n"
                                + TwoSchools.OURS + ",CR1,Khan,Amira,2014-03-02,7,7A,2025-09-03\n");
        assertThat(pupil.statusCode()).as(pupil.body()).isEqualTo(200);
        LocalDate first = LocalDate.now(wall);
        LocalDate second = first.plusDays(1);
        CaseRef one = cases.open(
                        pupils.find(new Urn(TwoSchools.OURS), "CR1")
                                .orElseThrow()
                                .enrolment()
                                .id(),
                        "A parent asked.",
                        "")
                .ref();
        HttpResponse<String> moved =
                Http.program(port, "admin").json("/api/practice/clock", "{\"to\": \"" + second + "T08:30\"}");
        assertThat(moved.statusCode()).as(moved.body()).isEqualTo(200);
        letters.withdraw(one.value(), "the family moved");
        journal.write(Entry.of(one.value(), "FINDING", "Often late now.", "Ten times."));

        String before = dayOf(one, Dates.inWords(first.minusDays(1)));
        assertThat(under("Tasks that were open", before)).contains("None.");
        assertThat(under("What was counted", before)).contains("Nothing had been found by then.");
        String opened = dayOf(one, Dates.inWords(first));
        assertThat(under("Tasks that were open", opened))
                .contains("Decide about a letter that is held, Amira Khan. Open since " + Dates.inWords(first));
        assertThat(under("What was counted", opened)).contains("Nothing had been found by then.");
        String later = dayOf(one, Dates.inWords(second));
        assertThat(under("Tasks that were open", later)).contains("None.").doesNotContain("Open since ");
        assertThat(under("What was counted", later)).contains("Often late now. Ten times.");
    }

    @Test
    void thePageOfADayLeadsToThePolicyOfThatDayAndShowsTheDayAsPeopleWriteIt() {
        for (String typed : List.of("2025-09-09", "9 September 2025", "9/9/2025")) {
            String page = dayOf(ref, typed);
            assertThat(page).contains("value=\"9 September 2025\"", "The case on 9 September 2025");
            Matcher link = Pattern.compile("href=\"(/policies/[^\"]+)\">The values in force on that day")
                    .matcher(page);
            assertThat(link.find()).isTrue();
            assertThat(link.group(1)).endsWith("?on=2025-09-09");
            HttpResponse<String> policy = Http.browser(port, "auditor").get(link.group(1));
            assertThat(policy.statusCode()).isEqualTo(200);
            assertThat(policy.body()).contains("9 September 2025");
        }
        assertThat(page("/on-a-day")).contains("value=\"" + Dates.inWords(LocalDate.now(wall)) + "\"");
        assertThat(dayOf(ref, "1 January 2199"))
                .contains("The day must have come already", "value=\"1 January 2199\"")
                .doesNotContain("The case on 1 January 2199");
        assertThat(dayOf(ref, "31 February 2025"))
                .contains("Enter a day that exists", "value=\"31 February 2025\"")
                .doesNotContain("Marks as they stood");
    }
}
