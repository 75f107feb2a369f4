package uk.daymark.register.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingBytesTest {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String LINE = "999001,1,2025-09-15,AM,/\n";

    @Test
    void refusesAnEmptyFile() { // 1
        assertThat(ReadFile.refusal(FileKind.MARKS, "")).isEqualTo("The file is empty. Export it again and send that.");
    }

    @Test
    void refusesAFileOfBlankLines() {
        assertThat(ReadFile.refusal(FileKind.MARKS, "\n \n\t\n")).startsWith("The file holds no header.");
    }

    @Test
    void readsUtf8WithAByteOrderMark() { // 5
        ReadFile read = ReadFile.text(FileKind.PUPILS, "\uFEFF" + ReadFile.PUPILS + "999001,1,,Łukasz,Zoë,\n");

        assertThat(read.summary().layout()).isEqualTo("Daymark");
        assertThat(read.pupils().get(0).legalSurname()).isEqualTo("Łukasz");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void readsUtf16WithAByteOrderMark(String charset) { // 6
        ReadFile read = ReadFile.bytes(
                FileKind.PUPILS,
                ("\uFEFF" + ReadFile.PUPILS + "999001,1,,Łukasz,Zoë,\n").getBytes(Charset.forName(charset)));

        assertThat(read.pupils().get(0).legalSurname()).isEqualTo("Łukasz");
    }

    @Test
    void refusesUtf16WithoutAByteOrderMark() {
        assertThat(ReadFile.refusal(FileKind.MARKS, (ReadFile.MARKS + LINE).getBytes(StandardCharsets.UTF_16LE)))
                .endsWith("Save it as CSV UTF-8 and send that.");
    }

    @Test
    void readsWindows1252AndSaysSo() { // 7
        ReadFile read =
                ReadFile.bytes(FileKind.PUPILS, (ReadFile.PUPILS + "999001,1,,O’Brien,Renée,\n").getBytes(WINDOWS));

        assertThat(read.pupils().get(0).legalSurname()).isEqualTo("O’Brien");
        assertThat(read.pupils().get(0).legalForename()).isEqualTo("Renée");
        assertThat(read.notes()).singleElement().asString().contains("it was read as Windows-1252");
    }

    @Test
    void rejectsOnlyTheLineWithABadByteInAFileOfUtf8() { // 8
        byte[] file = (ReadFile.PUPILS + "999001,1,,Zoë,A,\n999001,2,,Smi@th,B,\n").getBytes(StandardCharsets.UTF_8);
        replace(file, '@', 0xFF);

        ReadFile read = ReadFile.bytes(FileKind.PUPILS, file);

        assertThat(read.pupils()).extracting(Row.Pupil::legalSurname).containsExactly("Zoë");
        assertThat(read.fault()).startsWith("This text holds bytes that are no character.");
    }

    @Test
    void rejectsOnlyTheLineWithANulByte() { // 9
        ReadFile read = ReadFile.text(FileKind.PUPILS, ReadFile.PUPILS + "999001,1,,Sm\0ith,A,\n999001,2,,Khan,B,\n");

        assertThat(read.pupils()).extracting(Row.Pupil::pupilRef).containsExactly("2");
        assertThat(read.fault()).contains("a NUL byte");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void readsEveryKindOfLineEnd(String end) { // 10
        ReadFile read = ReadFile.text(FileKind.MARKS, (ReadFile.MARKS + LINE + "\n" + LINE).replace("\n", end));

        assertThat(read.rows()).extracting(Row::line).containsExactly(2L, 4L);
        assertThat(read.summary().lines()).isEqualTo(2);
    }

    @Test
    void readsMixedLineEnds() { // 11
        ReadFile read = ReadFile.text(
                FileKind.MARKS, ReadFile.MARKS.replace("\n", "\r\n") + LINE + LINE.replace("\n", "\r\n") + LINE);

        assertThat(read.rows()).extracting(Row::line).containsExactly(2L, 3L, 4L);
    }

    @Test
    void refusesAQuotationMarkThatIsNeverClosedAndNamesItsLine() { // 13
        assertThat(ReadFile.refusal(FileKind.MARKS, ReadFile.MARKS + LINE + "999001,\"1,2025-09-15,AM,/\n" + LINE))
                .startsWith("The quotation marks of line 3 do not match");
    }

    @Test
    void stopsEarlyWhereAQuotationMarkSwallowsALongFile() { // 13
        String rest = LINE.repeat(2 * Csv.LONGEST_CELL / LINE.length());

        assertThat(ReadFile.refusal(FileKind.MARKS, ReadFile.MARKS + "999001,\"1,2025-09-15,AM,/\n" + rest))
                .startsWith("A cell of line 2 is longer than 1048576 characters. Most likely a quotation mark");
    }

    @Test
    void refusesTextAfterAClosingQuotationMark() {
        assertThat(ReadFile.refusal(FileKind.MARKS, ReadFile.MARKS + "999001,\"1\"x,2025-09-15,AM,/\n"))
                .startsWith("The quotation marks of line 2 do not match");
    }

    @Test
    void readsDoubledQuotationMarks() { // 14
        ReadFile read = ReadFile.text(FileKind.PUPILS, ReadFile.PUPILS + "999001,1,,\"Khan \"\"Jr\"\"\",\"\"\"\",\n");

        assertThat(read.pupils().get(0).legalSurname()).isEqualTo("Khan \"Jr\"");
        assertThat(read.pupils().get(0).legalForename()).isEqualTo("\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t"})
    void findsTheSeparatorFromTheHeader(String separator) { // 15
        ReadFile read = ReadFile.text(
                FileKind.PUPILS,
                (ReadFile.PUPILS + "999001,1,,\"a|b\",c,\n")
                        .replace(",", separator)
                        .replace("|", ","));

        assertThat(read.pupils().get(0).legalSurname()).isEqualTo("a,b");
    }

    @Test
    void rejectsALineOfTenMegabytesInManyCellsAndReadsTheNext() { // 16
        ReadFile read = ReadFile.text(
                FileKind.MARKS, ReadFile.MARKS + "999001,1" + ",xxxxxxxxx".repeat(1_000_000) + "\n" + LINE);

        assertThat(read.fault()).startsWith("This line has 1000002 cells and the header has 5.");
        assertThat(read.rows()).extracting(Row::line).containsExactly(3L);
    }

    @Test
    void refusesACellOfTenMegabytes() { // 16
        assertThat(ReadFile.refusal(FileKind.MARKS, ReadFile.MARKS + "999001," + "x".repeat(10_000_000) + "\n"))
                .startsWith("A cell of line 2 is longer than");
    }

    @Test
    void refusesAHeaderOfAMillionColumns() { // 17
        assertThat(ReadFile.refusal(FileKind.MARKS, "x,".repeat(1_000_000) + "\n" + LINE))
                .startsWith("The first line has more than 500 columns.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ë", "’", "😀"})
    void rejectsTheLastLineOfAFileCutInTheMiddleOfACharacter(String cut) { // 19
        byte[] whole = (ReadFile.PUPILS + "999001,1,,Khan,A,\n999001,2,,Zo" + cut).getBytes(StandardCharsets.UTF_8);

        ReadFile read = ReadFile.bytes(FileKind.PUPILS, Arrays.copyOf(whole, whole.length - 1));

        assertThat(read.pupils()).extracting(Row.Pupil::pupilRef).containsExactly("1");
        assertThat(read.fault()).contains("the line is cut off");
        assertThat(read.notes()).singleElement().asString().endsWith("it was cut off.");
    }

    @Test
    void rejectsALineThatEndsBeforeItsLastColumn() { // 19
        ReadFile read = ReadFile.text(FileKind.MARKS, ReadFile.MARKS + LINE + "999001,1,2025-09-15,PM");

        assertThat(read.rows()).hasSize(1);
        assertThat(read.fault()).startsWith("This line has 4 cells and the header has 5.");
    }

    @Test
    void cannotSeeThatAFileWasCutAtALineEnd() { // 20: nothing in a CSV file tells how long it should be
        ReadFile read = ReadFile.text(FileKind.MARKS, ReadFile.MARKS + LINE);

        assertThat(read.summary().lines()).isEqualTo(1);
        assertThat(read.warnings()).isEmpty();
    }

    @Test
    void rejectsALineWithMoreCellsThanTheHeaderButNotOneWithEmptyOnes() {
        ReadFile read = ReadFile.text(
                FileKind.PUPILS,
                ReadFile.PUPILS + "999001,1,,van, der Berg,Jan,2014-03-02\n999001,2,,Khan,A,,,\n,,,,,\n");

        assertThat(read.pupils()).extracting(Row.Pupil::pupilRef).containsExactly("2");
        assertThat(read.fault()).contains("text that holds the separator is not in quotation marks");
        assertThat(read.summary().lines())
                .as("the line of empty cells is blank")
                .isEqualTo(2);
    }

    @Test
    void refusesPackedFilesByWhatTheyAre() throws IOException { // 36, 37
        assertThat(ReadFile.refusal(FileKind.MARKS, gzip())).startsWith("This is a gzip archive.");
        assertThat(ReadFile.refusal(FileKind.MARKS, zip("marks.csv"))).startsWith("This is a zip archive.");
        assertThat(ReadFile.refusal(FileKind.MARKS, zip("[Content_Types].xml")))
                .isEqualTo("This is an Excel workbook. Save it as CSV (in Excel: Save as, CSV UTF-8) and send that.");
        assertThat(ReadFile.refusal(FileKind.MARKS, new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}))
                .startsWith("This is an Excel workbook.");
        assertThat(ReadFile.refusal(FileKind.MARKS, "%PDF-1.7\n%")).startsWith("This is a PDF document.");
    }

    private static void replace(byte[] bytes, char what, int with) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == what) {
                bytes[i] = (byte) with;
            }
        }
    }

    private static byte[] gzip() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write((ReadFile.MARKS + LINE).getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private static byte[] zip(String entry) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write((ReadFile.MARKS + LINE).getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }
}
