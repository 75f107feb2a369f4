package uk.daymark.register.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingAPupilTest {

    @ParameterizedTest
    @ValueSource(strings = {"N999123426001", "C999123426002", "Z99912342600A"})
    void takesAUpnWithItsCheckLetter(String upn) { // 25
        assertThat(withUpn(upn).pupils().get(0).upn()).contains(upn);
        assertThat(withUpn(upn).warnings()).isEmpty();
    }

    @Test
    void refusesAUpnThatFailsItsCheckLetterAndNamesTheRightOne() { // 25
        assertThat(withUpn("N999123426002").fault())
                .isEqualTo("The UPN N999123426002 fails its check letter (expected C). One of its characters is wrong."
                        + " Correct it, or leave it empty.");
        assertThat(withUpn("N99912342600A").fault()).contains("(expected Z)");
    }

    @Test
    void forgivesLowerCaseAndBlanksAroundAUpnAndSaysSo() { // 25
        assertThat(withUpn("n999123426001").pupils().get(0).upn()).contains("N999123426001");
        assertThat(withUpn("n999123426001").notes())
                .containsExactly("The UPN n999123426001 was read as N999123426001.");
        assertThat(withUpn(" N999123426001 ").pupils().get(0).upn()).contains("N999123426001");
        assertThat(withUpn(" N999123426001 ").notes())
                .containsExactly("Blanks around the UPN N999123426001 were left out.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "N99912342600",
                "N9991234260011",
                "N999 1234 26001",
                "I999123426001",
                "N99912342600S",
                "1999123426001"
            })
    void refusesAUpnOfAnotherForm(String upn) { // 25
        assertThat(withUpn(upn).fault()).startsWith("The UPN " + upn + " has not the right form");
    }

    @Test
    void knowsAUpnThatASpreadsheetMadeANumber() { // 26
        assertThat(withUpn("1.23E+12").fault()).startsWith("A spreadsheet turned the UPN into the number 1.23E+12.");
    }

    @Test
    void knowsAReferenceThatASpreadsheetMadeANumber() { // 26
        assertThat(ReadFile.text(FileKind.PUPILS, ReadFile.PUPILS + "999001,4.51E+09,,Khan,A,\n")
                        .fault())
                .startsWith("A spreadsheet turned the reference into the number 4.51E+09.");
    }

    @Property
    void noSlipOfOneDigitPassesTheCheck(
            @ForAll @LongRange(min = 0, max = 999_999_999_999L) long digits,
            @ForAll @IntRange(min = 1, max = 12) int place,
            @ForAll @IntRange(min = 1, max = 9) int slip) {
        String number = String.format(Locale.ROOT, "%012d", digits);
        String upn = Upn.checkLetter("A" + number) + number;
        char[] slipped = upn.toCharArray();
        slipped[place] = (char) ('0' + (slipped[place] - '0' + slip) % 10);

        assertThat(Upn.read(upn).value()).contains(upn);
        assertThat(Upn.read(new String(slipped)).isFault()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(1)",
                "@SUM(A1)",
                "+44",
                "-1",
                "O'Neill",
                "van der Berg",
                "Null",
                "True",
                "X",
                "Łukasz",
                "😀"
            })
    void keepsANameAsItIsWritten(String name) { // 31, 33
        ReadFile read = named(name);

        assertThat(read.pupils().get(0).legalSurname()).isEqualTo(name);
        assertThat(read.warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\t=1+1", "\r=1+1", "  =1+1"})
    void leavesOutBlanksAroundAName(String name) { // 31
        assertThat(named(name).pupils().get(0).legalSurname()).isEqualTo("=1+1");
    }

    @Test
    void composesLettersAndTheirAccents() { // 32
        assertThat(named("Zoe\u0308").pupils().get(0).legalSurname()).isEqualTo("Zo\u00EB");
    }

    @Test
    void keepsZeroWidthJoinersAndEmoji() { // 32
        assertThat(named("a\u200Db👩‍👧").pupils().get(0).legalSurname()).isEqualTo("a\u200Db👩‍👧");
    }

    @Test
    void leavesOutCharactersThatTurnTheDirectionOfWritingAndSaysSo() { // 32
        ReadFile read = named("Kh\u202Ean\u2066");

        assertThat(read.pupils().get(0).legalSurname()).isEqualTo("Khan");
        assertThat(read.notes())
                .containsExactly("Invisible characters that turn the direction of writing were left out.");
        assertThat(read.warnings().get(0).value()).as("shown safely").doesNotContain("\u202E");
    }

    @Test
    void refusesThemInAReference() { // 32
        assertThat(ReadFile.text(FileKind.PUPILS, ReadFile.PUPILS + "999001,12\u202E3,,Khan,A,\n")
                        .fault())
                .startsWith("This reference holds an invisible character");
    }

    @ParameterizedTest
    @CsvSource({"10000, false", "201, false", "200, true"})
    void refusesANameLongerThanTwoHundredCharacters(int length, boolean taken) { // 32
        ReadFile read = named("é".repeat(length));

        assertThat(read.rows().isEmpty()).isNotEqualTo(taken);
        if (!taken) {
            assertThat(read.fault()).startsWith("This text is longer than 200 characters.");
            assertThat(read.rejects().get(0).get(0).value()).hasSize(81).endsWith("…");
        }
    }

    @Test
    void refusesAPileOfTenThousandAccents() { // 32
        assertThat(named("a" + "\u0301".repeat(10_000)).fault()).startsWith("This text is longer than 200 characters.");
    }

    @Test
    void refusesControlCharacters() {
        assertThat(named("Kh\u001Ban").fault()).contains("a control character (number 27)");
        assertThat(named("Kh\nan").fault()).contains("a control character (a line break)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u00A0", "\u202E", "\u200D"})
    void refusesAPupilWithoutASurname(String name) { // 33
        assertThat(named(name).fault()).isEqualTo("legal_surname is empty, and every line needs it. Fill it in.");
    }

    @Test
    void readsTwinsAsTwoPupils() { // 34
        ReadFile read = ReadFile.text(
                FileKind.PUPILS,
                ReadFile.PUPILS + "999001,1,,Khan,Amira,2014-03-02\n999001,2,,Khan,Amira,2014-03-02\n");

        assertThat(read.pupils()).extracting(Row.Pupil::pupilRef).containsExactly("1", "2");
    }

    @ParameterizedTest
    @CsvSource({
        "T, true",
        "Y, true",
        "yes, true",
        "TRUE, true",
        "1, true",
        "F, false",
        "n, false",
        "No, false",
        "false, false",
        "0, false",
        "'', false"
    })
    void knowsYesAndNoByTheirOtherNames(String written, boolean flag) {
        assertThat(flagged(written).pupils().get(0).lookedAfter()).isEqualTo(flag);
    }

    @ParameterizedTest
    @ValueSource(strings = {"maybe", "X", "2", "-"})
    void refusesWhatIsNeitherYesNorNo(String written) {
        assertThat(flagged(written).fault())
                .isEqualTo(written + " is neither yes nor no. Write Y or N, or leave it empty for no.");
    }

    @Test
    void keepsATelephoneNumberASpreadsheetSpoiledAndSaysSo() {
        ReadFile read = ReadFile.text(
                FileKind.CONTACTS, "school_urn,pupil_ref,contact_ref,surname,mobile\n999001,1,C1,Khan,7.7009E+11\n");

        assertThat(read.contacts().get(0).mobile()).isEqualTo("7.7009E+11");
        assertThat(read.notes()).singleElement().asString().startsWith("A spreadsheet turned this telephone number");
    }

    private static ReadFile withUpn(String upn) {
        return ReadFile.text(FileKind.PUPILS, ReadFile.PUPILS + "999001,1," + upn + ",Khan,Amira,\n");
    }

    private static ReadFile named(String surname) {
        return ReadFile.text(FileKind.PUPILS, ReadFile.PUPILS + "999001,1,,\"" + surname + "\",Amira,\n");
    }

    private static ReadFile flagged(String written) {
        return ReadFile.text(
                FileKind.PUPILS, "school_urn,pupil_ref,legal_surname,looked_after\n999001,1,Khan," + written + "\n");
    }
}
