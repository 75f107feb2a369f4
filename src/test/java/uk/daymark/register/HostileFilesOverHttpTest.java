package uk.daymark.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.daymark.Http;
import uk.daymark.WebTest;

/**
 * Files as no school should send them and some will, through the whole application. Each is previewed and imported with
 * {@code rejects=skip}, between two good rows: the outcome is decided, told in words, and harms no other row. The numbers are those of
 * docs/hostile-input.md.
 */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileFilesOverHttpTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int OK = 200;
    private static final int HELD = 202;
    private static final int REFUSED = 422;

    /** Schools 970001 to 970045: one for each file, so that none leans on another. */
    private static final int SCHOOLS = 45;

    private static final String HELD_SCHOOL = "970090";
    private static final String LONG_SCHOOL = "970091";
    private static final int PUPILS_OF_THE_LONG_SCHOOL = 160;

    private static final String MARKS = "school_urn,pupil_ref,date,session,code\n";
    private static final String PUPILS = "school_urn,pupil_ref,upn,legal_surname,legal_forename,date_of_birth\n";
    private static final String WEEKS = "school_urn,pupil_ref,week_beginning,mon_am,mon_pm,tue_am,tue_pm,wed_am,wed_pm,"
            + "thu_am,thu_pm,fri_am,fri_pm\n";

    /** Nothing of this may stand in an answer. */
    private static final List<String> INNER_WORDS =
            List.of("Exception", "uk.daymark.", "org.springframework", "java.", "jdbc", "\tat ", "select ", "insert ");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    private Http admin;
    private int next;

    /**
     * A file and what has to come of it.
     *
     * @param number in the corpus
     * @param urn the school it is about
     * @param kind what it is sent as
     * @param status of preview and import
     * @param good rows that are taken: of marks, those of the pupils first and last
     * @param rejected rows that are counted as rejected
     * @param words what the answer says, all of them
     */
    private record Hostile(
            String number,
            String title,
            String urn,
            String kind,
            byte[] file,
            int status,
            int good,
            int rejected,
            List<String> words) {
        @Override
        public String toString() {
            return number + " " + title;
        }
    }

    @BeforeAll
    void schoolsOfThreePupils() {
        admin = Http.program(port, "admin");
        List<String> urns = Stream.concat(
                        IntStream.rangeClosed(1, SCHOOLS).mapToObj(HostileFilesOverHttpTest::urn),
                        Stream.of(HELD_SCHOOL, LONG_SCHOOL))
                .toList();
        taken(
                "schools",
                "school_urn,name,authority,policy\n",
                urns,
                urn -> urn + ",School " + urn + ",national,national\n");
        taken(
                "calendar",
                "school_urn,kind,from,to,session,reason\n",
                urns,
                urn -> urn + ",TERM,2025-09-01,2025-10-24,,\n" + urn + ",CLOSURE,2025-09-12,2025-09-12,,INSET\n");
        taken(
                "pupils",
                "school_urn,pupil_ref,legal_surname,legal_forename,date_of_birth,on_roll_from,leaving_date\n",
                urns,
                urn -> Stream.of("first", "last", "witness")
                                .map(ref -> urn + "," + ref + ",Khan," + ref + ",2014-03-02,2025-09-02,\n")
                                .collect(Collectors.joining())
                        + urn + ",leaver,Khan,Lee,2014-03-02,2025-09-02,2025-09-05\n");
        taken("marks", MARKS, urns, urn -> urn + ",witness,2025-09-08,AM,/\n" + urn + ",witness,2025-09-08,PM,O\n");
        taken(
                "pupils",
                "school_urn,pupil_ref,legal_surname,legal_forename\n",
                IntStream.range(0, PUPILS_OF_THE_LONG_SCHOOL).boxed().toList(),
                pupil -> LONG_SCHOOL + ",p" + pupil + ",Khan,P\n");
        taken(
                "pupils",
                "school_urn,pupil_ref,legal_surname,legal_forename,on_roll_from\n",
                IntStream.range(0, 40).boxed().toList(),
                pupil -> HELD_SCHOOL + ",p" + pupil + ",Khan,P,2025-09-02\n");
    }

    @ParameterizedTest
    @MethodSource("files")
    void isPreviewedAndImportedWithADecidedOutcomeThatHarmsNoOtherRow(Hostile hostile) throws IOException {
        Map<String, String> before = storedMarks();
        int rolls = storedPupils();

        HttpResponse<String> preview = send(hostile.kind, "mode=preview&rejects=skip", hostile.file);
        // A preview tells what would be held and is no import, so it is never itself held.
        told(hostile, preview, hostile.status == HELD ? OK : hostile.status);
        assertThat(storedMarks()).as("a preview writes nothing").isEqualTo(before);
        assertThat(storedPupils()).as("a preview writes nothing").isEqualTo(rolls);

        HttpResponse<String> applied = send(hostile.kind, "mode=apply&rejects=skip", hostile.file);
        told(hostile, applied, hostile.status);
        int written = hostile.status == OK ? hostile.good : 0;
        assertThat(storedPupils() - rolls).as("pupils written").isEqualTo(hostile.kind.equals("pupils") ? written : 0);
        Set<String> touched = new TreeSet<>();
        storedMarks().forEach((week, codes) -> {
            if (!codes.equals(before.get(week))) {
                touched.add(week);
            }
        });
        assertThat(touched)
                .as("weeks of marks that changed")
                .containsExactlyInAnyOrderElementsOf(
                        hostile.kind.startsWith("marks") && written > 0
                                ? Set.of(hostile.urn + " first 2025-09-08", hostile.urn + " last 2025-09-08")
                                : Set.of());

        HttpResponse<String> again = send(hostile.kind, "mode=apply&rejects=skip", hostile.file);
        told(hostile, again, hostile.status);
        if (hostile.status == OK) {
            JsonNode rows = JSON.readTree(again.body()).path("rows");
            assertThat(rows.path("new").asInt() + rows.path("changed").asInt())
                    .as("the same file again changes nothing")
                    .isZero();
        }
    }

    private void told(Hostile hostile, HttpResponse<String> answer, int status) throws IOException {
        assertThat(answer.statusCode()).as(shortened(answer.body())).isEqualTo(status);
        assertThat(answer.body()).doesNotContain(INNER_WORDS);
        JsonNode body = JSON.readTree(answer.body());
        String texts = texts(body);
        hostile.words.forEach(words -> assertThat(texts).as("the answer says").contains(words));
        if (status >= 400) {
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(body.path("detail").asText()).as("a sentence").matches("(?s)[A-Z0-9\"].{20,}\\.");
            assertThat(body.path("status").asInt()).isEqualTo(status);
        } else {
            JsonNode rows = body.path("rows");
            assertThat(rows.path("new").asInt()
                            + rows.path("changed").asInt()
                            + rows.path("unchanged").asInt()
                            + rows.path("rejected").asInt())
                    .as("every row is counted once")
                    .isEqualTo(rows.path("total").asInt());
            assertThat(rows.path("rejected").asInt()).as(texts(body)).isEqualTo(hostile.rejected);
        }
    }

    private List<Hostile> files() {
        List<Hostile> all = new ArrayList<>();
        all.addAll(wholeFiles());
        all.addAll(brokenFiles());
        all.addAll(rows());
        all.addAll(names());
        assertThat(next).isLessThanOrEqualTo(SCHOOLS);
        return all;
    }

    private List<Hostile> wholeFiles() {
        return List.of(
                whole("1", "empty file", urn -> bytes(""), REFUSED, 0, "The file is empty."),
                whole("2", "header only", urn -> bytes(MARKS), OK, 0, "a header and no lines after it"),
                whole("3", "no header", urn -> bytes(good(urn, "")), REFUSED, 0, "column"),
                marks("4", "header twice", urn -> MARKS, 1, "This line is the header once more."),
                whole("5", "UTF-8 with byte order mark", urn -> bytes("\uFEFF" + MARKS + good(urn, "")), OK, 2),
                whole(
                        "6",
                        "UTF-16LE with byte order mark",
                        urn -> ("\uFEFF" + MARKS + good(urn, "")).getBytes(StandardCharsets.UTF_16LE),
                        OK,
                        2),
                pupils(
                        "7",
                        "Windows-1252 with curly quotes and é",
                        urn -> (PUPILS + urn + ",n1,,O’Brien,Renée,\n" + urn + ",n2,,Khan,“Bo”,\n").getBytes(WINDOWS),
                        2,
                        0,
                        "it was read as Windows-1252"),
                pupils(
                        "8",
                        "byte 0xFF in the middle of a name",
                        urn -> replaced(
                                bytes(PUPILS + urn + ",n1,,Zoë,A,\n" + urn + ",n2,,Smi@th,B,\n" + urn
                                        + ",n3,,Łuk,C,\n"),
                                '@',
                                0xFF),
                        2,
                        1,
                        "bytes that are no character"),
                pupils(
                        "9",
                        "NUL inside a field",
                        urn -> bytes(PUPILS + urn + ",n1,,A,A,\n" + urn + ",n2,,Sm\0ith,B,\n" + urn + ",n3,,C,C,\n"),
                        2,
                        1,
                        "a NUL byte"),
                whole("10", "line ends of CR only", urn -> bytes((MARKS + good(urn, "")).replace('\n', '\r')), OK, 2),
                whole(
                        "11",
                        "CRLF and LF mixed",
                        urn -> bytes(MARKS.replace("\n", "\r\n") + good(urn, "\r\n \n")),
                        OK,
                        2),
                whole(
                        "12",
                        "line break inside quotation marks",
                        urn -> bytes(MARKS.strip() + ",comment\n"
                                + good(urn, urn + ",nobody,2025-09-08,AM,/,\"two\r\nlines\"\n")
                                        .replaceAll("(?m)(/|O)$", "$1,")),
                        OK,
                        2,
                        1,
                        "has no pupil with this reference"),
                whole(
                        "13",
                        "quotation mark that is never closed",
                        urn -> bytes(MARKS + good(urn, urn + ",\"first,2025-09-08,PM,/\n")),
                        REFUSED,
                        0,
                        "The quotation marks of line 3 do not match"),
                pupils(
                        "14",
                        "doubled quotation marks",
                        urn -> bytes(
                                PUPILS + urn + ",n1,,\"Khan \"\"Jr\"\"\",\"\"\"\",\n" + urn + ",n2,,\"\"\"\"\"\",B,\n"),
                        2,
                        0),
                whole("15", "semicolons", urn -> bytes((MARKS + good(urn, "")).replace(',', ';')), OK, 2),
                whole("15", "tabs", urn -> bytes((MARKS + good(urn, "")).replace(',', '\t')), OK, 2));
    }

    private List<Hostile> brokenFiles() {
        String refusal = "longer than 1048576 characters";
        return List.of(
                marks(
                        "16",
                        "a row of 10 MB in many cells",
                        urn -> urn + ",first" + ",xxxxxxxxx".repeat(1_000_000) + "\n",
                        1,
                        "cells and the header has 5"),
                whole(
                        "16",
                        "a cell of 10 MB",
                        urn -> bytes(MARKS + good(urn, urn + "," + "x".repeat(10_000_000) + "\n")),
                        REFUSED,
                        0,
                        refusal),
                whole(
                        "17",
                        "a million columns",
                        urn -> bytes("x,".repeat(1_000_000) + "\n" + good(urn, "")),
                        REFUSED,
                        0,
                        "more than 500 columns"),
                pupils(
                        "19",
                        "cut in the middle of a character",
                        urn -> {
                            byte[] file =
                                    bytes(PUPILS + urn + ",n1,,A,A,\n" + urn + ",n2,,B,B,\n" + urn + ",n3,,Khan,Zoë");
                            return Arrays.copyOf(file, file.length - 1);
                        },
                        2,
                        1,
                        "The file ends in the middle of a character: it was cut off."),
                whole("20", "cut at the end of a line", urn -> bytes(MARKS + good(urn, "")), OK, 2),
                pupils(
                        "34",
                        "twins",
                        urn -> bytes(
                                PUPILS + urn + ",n1,,Khan,Amira,2014-03-02\n" + urn + ",n2,,Khan,Amira,2014-03-02\n"),
                        2,
                        0),
                whole(
                        "35",
                        "another order of columns and one called is_admin",
                        urn -> bytes("code,is_admin,session,date,pupil_ref,school_urn\n/,true,AM,2025-09-08,first,"
                                + urn + "\nO,true,AM,2025-09-08,last," + urn + "\n"),
                        OK,
                        2,
                        "Columns that are not used and were passed over: is_admin"),
                whole(
                        "36",
                        "gzip called CSV",
                        urn -> gzip(MARKS + good(urn, "")),
                        REFUSED,
                        0,
                        "This is a gzip archive."),
                whole(
                        "36",
                        "zip called CSV",
                        urn -> zip("marks.csv", MARKS + good(urn, "")),
                        REFUSED,
                        0,
                        "This is a zip archive."),
                whole(
                        "37",
                        "xlsx called CSV",
                        urn -> zip("[Content_Types].xml", "<Types/>"),
                        REFUSED,
                        0,
                        "This is an Excel workbook."));
    }

    private List<Hostile> rows() {
        return List.of(
                marks(
                        "22",
                        "same pupil and session twice with different codes",
                        urn -> urn + ",first,2025-09-08,AM,O\n",
                        1,
                        "Line 2 already gives code / for this pupil and session."),
                pupils(
                        "25",
                        "UPN with a wrong check letter, small letters, blanks",
                        urn -> bytes(PUPILS + urn + ",n1,A999123426001,Khan,A,\n" + urn + ",n2, n" + urn.substring(3)
                                + "123426001 ,Khan,B,\n" + urn + ",n3,N99912342600,Khan,C,\n" + urn + ",n4,,Khan,D,\n"
                                + urn + ",n5,,Khan,E,\n"),
                        2,
                        3,
                        "check letter"),
                pupils(
                        "26",
                        "UPN spoiled by a spreadsheet",
                        urn -> bytes(PUPILS + urn + ",n1,,A,A,\n" + urn + ",n2,1.23E+12,B,B,\n" + urn + ",n3,,C,C,\n"),
                        2,
                        1,
                        "A spreadsheet turned the UPN into the number 1.23E+12."),
                marks(
                        "27",
                        "dates that are none",
                        urn -> Stream.of(
                                        "2026-02-30",
                                        "29/02/2027",
                                        "31-11-26",
                                        "2026-W12-1",
                                        "0026-09-08",
                                        "45906",
                                        "99999999999999999999",
                                        "-1",
                                        "today")
                                .map(date -> urn + ",first," + date + ",AM,/\n")
                                .collect(Collectors.joining()),
                        9,
                        "Saturday"),
                marks(
                        "27",
                        "a date that can be two",
                        urn -> urn + ",first,03/04/2025,AM,/\n",
                        1,
                        "03/04/2025 can be 3 April 2025 or 4 March 2025"),
                marks(
                        "28",
                        "sessions in other words",
                        urn -> urn + ",first,2025-09-08,am,/\n" + urn + ",first,2025-09-08,1,/\n" + urn
                                + ",last,2025-09-08,PM ,\n" + urn + ",first,2025-09-08,A/P,/\n" + urn
                                + ",first,2025-09-08,３,/\n",
                        2,
                        "A/P is no session. Write AM or PM."),
                marks(
                        "29",
                        "codes that are none",
                        urn -> Stream.of("?", "o", "OO", "／", "H", "J", "Y", "0", "\\\\", "🙂")
                                .map(code -> urn + ",first,2025-09-08,PM," + code + "\n")
                                .collect(Collectors.joining()),
                        10,
                        "Did you mean O?",
                        "is a full-width character",
                        "Code H ended on 18 August 2024"),
                marks(
                        "30",
                        "marks where no session can be",
                        urn -> urn + ",first,2025-09-14,AM,/\n" // Sunday
                                + urn + ",first,2025-09-01,AM,/\n" // before admission
                                + urn + ",leaver,2025-09-08,AM,/\n" // after leaving
                                + urn + ",first,2090-01-02,AM,/\n", // not yet come
                        4,
                        "is a Sunday",
                        "The pupil came on roll on 2025-09-02",
                        "The pupil left on 2025-09-05",
                        "has not come yet"),
                marks(
                        "24",
                        "another school's file",
                        urn ->
                                "970099,first,2025-09-08,AM,/\n999999,first,2025-09-08,PM,/\nABC,first,2025-09-08,PM,/\n",
                        3,
                        "970099",
                        "six digits"));
    }

    private List<Hostile> names() {
        return List.of(
                pupils(
                        "31",
                        "names that look like formulas",
                        urn -> bytes(PUPILS
                                + numbered(
                                        urn,
                                        "\"=HYPERLINK(\"\"http://evil\"\",\"\"x\"\")\"",
                                        "@SUM(A1)",
                                        "+44",
                                        "-1",
                                        "\"\t=1\"",
                                        "\"\r=1\"")),
                        6,
                        0),
                pupils(
                        "32",
                        "names of odd characters",
                        urn -> bytes(PUPILS
                                + numbered(
                                        urn,
                                        "\u202Enahk",
                                        "Zo\u200Dë",
                                        "🙂",
                                        "Z" + "\u0301".repeat(150),
                                        "x".repeat(10_000))),
                        4,
                        1,
                        "direction",
                        "200 characters"),
                pupils(
                        "33",
                        "names that programs trip over",
                        urn -> bytes(PUPILS
                                + numbered(
                                        urn,
                                        "O'Neill",
                                        "van der Berg",
                                        "Null",
                                        "True",
                                        "X",
                                        "",
                                        "Robert'); drop table--")),
                        6,
                        1,
                        "legal_surname"));
    }

    @Test
    void theSameFileUnderAnotherNameChangesNothing() throws IOException { // 21
        String file = MARKS + good(urn(44), "");
        assertThat(count(apply("marks", file), "new")).isEqualTo(2);
        Map<String, String> before = storedMarks();
        // Names of files never reach Daymark; a key of its own makes it another call.
        HttpResponse<String> again = admin.send(admin.request("/api/imports/marks?mode=apply&rejects=skip")
                .header("Content-Type", "application/octet-stream")
                .header("Idempotency-Key", "renamed")
                .POST(BodyPublishers.ofString(file)));
        assertThat(count(again, "unchanged")).isEqualTo(2);
        assertThat(storedMarks()).isEqualTo(before);
    }

    @Test
    void yesterdaysFileAfterTodaysIsTakenAndSaidToBeOlder() throws IOException { // 23
        String yesterday = MARKS + good(urn(45), "");
        apply("marks", yesterday);
        apply("marks", yesterday.replace(",O\n", ",I\n"));
        HttpResponse<String> old = apply("marks", yesterday);
        assertThat(count(old, "changed")).isEqualTo(1);
        assertThat(old.body()).contains("It may be an older file than the one imported last.");
    }

    @Test
    void aFileThatMarksEveryoneAbsentOrTakesEveryoneOffRollIsHeld() throws IOException { // 38
        List<Integer> all = IntStream.range(0, 40).boxed().toList();
        String absent = MARKS + lines(all, pupil -> HELD_SCHOOL + ",p" + pupil + ",2025-09-08,AM,O\n");
        String removed = "school_urn,pupil_ref,legal_surname,legal_forename,leaving_date\n"
                + lines(all, pupil -> HELD_SCHOOL + ",p" + pupil + ",Khan,P,2025-09-08\n");
        Map<String, String> before = storedMarks();
        for (Map.Entry<String, String> feed :
                Map.of("marks", absent, "pupils", removed).entrySet()) {
            HttpResponse<String> held = apply(feed.getKey(), feed.getValue());
            assertThat(held.statusCode()).as(shortened(held.body())).isEqualTo(HELD);
            JsonNode body = JSON.readTree(held.body());
            assertThat(body.path("held").asBoolean()).isTrue();
            assertThat(body.path("applied").asBoolean()).isFalse();
            assertThat(body.path("heldBecause").asText()).contains("40").endsWith(".");
            String id = body.path("importId").asText();
            assertThat(admin.json("/api/imports/" + id + "/release", "{}").statusCode())
                    .as("a release says why")
                    .isEqualTo(400);
            assertThat(admin.json("/api/imports/" + id + "/discard", "{\"reason\": \"failed export\"}")
                            .statusCode())
                    .isEqualTo(204);
        }
        assertThat(storedMarks()).isEqualTo(before);
    }

    @Test
    void rowsByTheMillionAreReadInBoundedMemoryAndEachIsCounted() throws IOException { // 18
        // The full ten million: -Ddaymark.test.rows=10000000
        int rows = Integer.getInteger("daymark.test.rows", 400_000);
        String line = LONG_SCHOOL + ",witness,2025-09-08,AM,/\n";
        HttpResponse<String> answer = stream(
                "marks",
                Stream.concat(
                        Stream.of(bytes(MARKS), bytes(LONG_SCHOOL + ",nobody,2025-09-08,AM,/\n")), blocks(line, rows)));
        assertThat(answer.statusCode()).as(shortened(answer.body())).isEqualTo(OK);
        assertThat(count(answer, "total")).isEqualTo(rows + 1);
        assertThat(count(answer, "rejected")).isOne();
        assertThat(count(answer, "unchanged")).isEqualTo(rows);
        assertThat(answer.body().length()).as("the answer stays short").isLessThan(100_000);
    }

    @Test
    void moreWeeksOfPupilsThanOneFileMayHoldAreRefusedWithTheLimit() { // 18
        Map<String, String> before = storedMarks();
        Stream<byte[]> weeks = IntStream.range(0, PUPILS_OF_THE_LONG_SCHOOL).mapToObj(pupil -> {
            StringBuilder lines = new StringBuilder();
            // 6,400 Mondays from 1900 on: with the pupils of the school more than a million.
            LocalDate monday = LocalDate.of(1900, 1, 1);
            for (int week = 0; week < 6400; week++) {
                lines.append(LONG_SCHOOL + ",p")
                        .append(pupil)
                        .append(',')
                        .append(monday.plusWeeks(week))
                        .append(",/,,,,,,,,,\n");
            }
            return bytes(lines.toString());
        });
        HttpResponse<String> answer = stream("marks-week", Stream.concat(Stream.of(bytes(WEEKS)), weeks));
        assertThat(answer.statusCode()).as(shortened(answer.body())).isEqualTo(413);
        assertThat(answer.body())
                .contains("1000000")
                .contains("Nothing was taken")
                .contains("Split");
        assertThat(storedMarks()).isEqualTo(before);
    }

    @Test
    void aFileOfNothingButFaultsIsRefusedBeforeItsListOfRejectsFillsTheDisk() { // 18
        HttpResponse<String> answer = stream("marks", Stream.concat(Stream.of(bytes(MARKS)), blocks("x\n", 1_000_001)));
        assertThat(answer.statusCode()).as(shortened(answer.body())).isEqualTo(413);
        assertThat(answer.body()).contains("1000000").contains("Nothing was taken");
    }

    private Hostile whole(String number, String title, FileOf file, int status, int good, String... words) {
        return whole(number, title, file, status, good, 0, words);
    }

    private Hostile whole(
            String number, String title, FileOf file, int status, int good, int rejected, String... words) {
        String urn = urn(++next);
        return new Hostile(number, title, urn, "marks", file.of(urn), status, good, rejected, List.of(words));
    }

    /** A file of marks with something between two good rows. */
    private Hostile marks(String number, String title, UnaryOperator<String> between, int rejected, String... words) {
        return whole(number, title, urn -> bytes(MARKS + good(urn, between.apply(urn))), OK, 2, rejected, words);
    }

    private Hostile pupils(String number, String title, FileOf file, int good, int rejected, String... words) {
        String urn = urn(++next);
        return new Hostile(number, title, urn, "pupils", file.of(urn), OK, good, rejected, List.of(words));
    }

    private interface FileOf {
        byte[] of(String urn);
    }

    private static String good(String urn, String between) {
        return urn + ",first,2025-09-08,AM,/\n" + between + urn + ",last,2025-09-08,AM,O\n";
    }

    private static String numbered(String urn, String... surnames) {
        return IntStream.range(0, surnames.length)
                .mapToObj(number -> urn + ",n" + number + ",," + surnames[number] + ",F,\n")
                .collect(Collectors.joining());
    }

    private static String urn(int number) {
        return String.valueOf(970000 + number);
    }

    private <T> void taken(String kind, String header, List<T> things, Function<T, String> line) {
        HttpResponse<String> answer = apply(kind, header + lines(things, line));
        assertThat(answer.statusCode()).as(shortened(answer.body())).isEqualTo(OK);
        assertThat(answer.body()).contains("\"rejected\":0");
    }

    private static <T> String lines(List<T> things, Function<T, String> line) {
        return things.stream().map(line).collect(Collectors.joining());
    }

    private HttpResponse<String> apply(String kind, String file) {
        return send(kind, "mode=apply&rejects=skip", bytes(file));
    }

    private HttpResponse<String> send(String kind, String how, byte[] file) {
        return admin.send(admin.request("/api/imports/" + kind + "?" + how)
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofByteArray(file)));
    }

    private HttpResponse<String> stream(String kind, Stream<byte[]> parts) {
        Iterator<InputStream> streams =
                parts.<InputStream>map(ByteArrayInputStream::new).iterator();
        return admin.send(admin.request("/api/imports/" + kind + "?mode=apply&rejects=skip")
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofInputStream(() -> new SequenceInputStream(new Enumeration<>() {
                    @Override
                    public boolean hasMoreElements() {
                        return streams.hasNext();
                    }

                    @Override
                    public InputStream nextElement() {
                        return streams.next();
                    }
                }))));
    }

    /** So many of the same line, a thousand at a time. */
    private static Stream<byte[]> blocks(String line, int many) {
        byte[] thousand = bytes(line.repeat(1000));
        return Stream.concat(
                Collections.nCopies(many / 1000, thousand).stream(), Stream.of(bytes(line.repeat(many % 1000))));
    }

    private static int count(HttpResponse<String> answer, String what) throws IOException {
        return JSON.readTree(answer.body()).path("rows").path(what).asInt(-1);
    }

    /** Every week of marks there is: school, pupil and Monday to codes. */
    private Map<String, String> storedMarks() {
        Map<String, String> weeks = new TreeMap<>();
        jdbc.query(
                "select e.school_urn, e.pupil_ref, w.week_beginning, w.codes from register_week w"
                        + " join enrolment e on e.id = w.enrolment_id",
                row -> {
                    weeks.put(
                            row.getString(1) + " " + row.getString(2) + " "
                                    + row.getDate(3).toLocalDate(),
                            row.getString(4));
                });
        return weeks;
    }

    private int storedPupils() {
        Integer pupils = jdbc.queryForObject("select count(*) from enrolment", Integer.class);
        return pupils == null ? 0 : pupils;
    }

    /** All texts of an answer, as a person reads them. */
    private static String texts(JsonNode body) {
        StringBuilder texts = new StringBuilder();
        body.findValuesAsText("message").forEach(text -> texts.append(text).append('\n'));
        body.findValuesAsText("column").forEach(text -> texts.append(text).append('\n'));
        return texts.append(body.path("detail").asText()).toString();
    }

    private static String shortened(String text) {
        return text.length() > 2000 ? text.substring(0, 2000) + " ..." : text;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] replaced(byte[] bytes, char what, int with) {
        for (int at = 0; at < bytes.length; at++) {
            bytes[at] = bytes[at] == what ? (byte) with : bytes[at];
        }
        return bytes;
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static byte[] zip(String name, String text) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(packed)) {
            out.putNextEntry(new ZipEntry(name));
            out.write(bytes(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
