package uk.daymark.register.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingADateTest {

    @ParameterizedTest
    @CsvSource({
        "2025-09-15, 2025-09-15",
        "15/09/2025, 2025-09-15",
        "15/9/2025, 2025-09-15",
        "09/09/2025, 2025-09-09",
        "15-Sep-25, 2025-09-15",
        "5-SEP-2025, 2025-09-05",
        "15 sep 2025, 2025-09-15",
        "29-Feb-24, 2024-02-29",
        "15-Sep-69, 2069-09-15",
        "15-Sep-70, 1970-09-15",
        "45992, 2025-12-01",
        "2014-03-02 00:00:00.000000, 2014-03-02",
        "2014-03-02T00:00:00Z, 2014-03-02",
        "15/09/2025 00:00, 2025-09-15",
        "1900-01-01, 1900-01-01",
        "2100-12-31, 2100-12-31",
    })
    void takesTheWaysOfWritingThatAreCertain(String written, LocalDate date) { // 27
        assertThat(birth(written).pupils().get(0).dateOfBirth()).contains(date);
    }

    @Test
    void saysHowItReadASpreadsheetsNumber() { // 27
        assertThat(birth("45992").notes())
                .containsExactly("45992 is a spreadsheet's number for a date; it was read as 1 December 2025.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-02-30 | There is no 30 February 2026. Correct the date.",
                "29/02/2027 | There is no 29 February 2027: 2027 is not a leap year. Correct the date.",
                "2026-W12-1 | 2026-W12-1 names a week, not a day. Write the year first, such as 2026-09-14.",
                "0026-03-04 | 0026-03-04: the year is outside 1900 to 2100. Correct the year.",
                "2101-01-01 | 2101-01-01: the year is outside 1900 to 2100. Correct the year.",
                "31-11-26 | 31-11-26 does not say which number is the day, the month and the year. Write the year first, such as 2026-09-14.",
                "31/11/26 | 31/11/26 has no year of four digits. Write the year first, such as 2026-09-14.",
                "31/11/2026 | There is no 31 November 2026. Correct the date.",
                "2026-13-01 | 2026-13-01: there is no month 13. Write the year first, such as 2026-09-14.",
                "20260914 | 20260914 has no dashes. Write the year first, such as 2026-09-14.",
                "2014-03-02T23:00:00Z | 2014-03-02T23:00:00Z holds a time of day or a time zone. Write the date alone, such as 2026-09-14.",
                "######## | A spreadsheet wrote ######## because the column was too narrow for the date. Widen it and save the file again.",
                "yesterday | yesterday is no date. Write the year first, such as 2026-09-14.",
                "15-Foo-25 | 15-Foo-25 is no date. Write the year first, such as 2026-09-14.",
                "99999 | 99999 is no date. Write the year first, such as 2026-09-14.",
            })
    void refusesAllElseInItsOwnWords(String written, String message) { // 27
        assertThat(birth(written).fault()).isEqualTo(message);
    }

    @Test
    void refusesADateThatCanBeReadTwoWaysAndGivesBoth() { // 27
        assertThat(birth("03/04/2026").fault())
                .isEqualTo(
                        "03/04/2026 can be 3 April 2026 or 4 March 2026, and no other date of this column tells which."
                                + " Write 2026-04-03 or 2026-03-04.");
    }

    @Test
    void takesItDayFirstWhereALaterDateOfTheColumnIsSo() { // 27
        ReadFile read = births("03/04/2014", "2014-01-02", "13/04/2014");

        assertThat(read.pupils().get(0).dateOfBirth()).contains(LocalDate.of(2014, 4, 3));
        assertThat(read.rejects()).isEmpty();
    }

    @Test
    void takesNoProofFromAnotherColumn() { // 27
        ReadFile read = ReadFile.text(
                FileKind.PUPILS,
                "school_urn,pupil_ref,legal_surname,date_of_birth,on_roll_from\n999001,1,Khan,13/04/2014,03/04/2020\n");

        assertThat(read.fault()).startsWith("03/04/2020 can be 3 April 2020 or 4 March 2020");
    }

    @Test
    void refusesEverySlashDateOfAFileThatWritesTheMonthFirstSomewhere() { // 27
        ReadFile read = births("13/04/2014", "03/04/2014", "09/14/2014", "2014-01-02");

        assertThat(read.pupils()).extracting(Row.Pupil::pupilRef).containsExactly("3");
        assertThat(read.rejects())
                .hasSize(3)
                .allSatisfy(faults -> assertThat(faults.get(0).message())
                        .startsWith("This file writes the month first (line 4: 09/14/2014)"));
    }

    @Test
    void takesAnEmptyDateForNone() {
        assertThat(birth("").pupils().get(0).dateOfBirth()).isEmpty();
    }

    @Test
    void neverTakesAnImpossibleSlashDateForProof() {
        ReadFile read = births("13/14/2014", "03/04/2014");

        assertThat(read.rows()).isEmpty();
        assertThat(read.rejects().get(0).get(0).message())
                .isEqualTo("13/14/2014: there is no month 14. Write the year first, such as 2026-09-14.");
        assertThat(read.rejects().get(1).get(0).message()).startsWith("03/04/2014 can be");
    }

    @Property(tries = 300)
    void readsBackEveryDayInEveryLanguage(@ForAll int day) {
        LocalDate date = LocalDate.of(1900, 1, 1).plusDays(Math.floorMod(day, 73_000));
        Locale before = Locale.getDefault();
        try {
            for (String language : List.of("en-GB", "tr", "ar", "th-TH-u-ca-buddhist")) {
                Locale.setDefault(Locale.forLanguageTag(language));
                Dates dates = new Dates(() -> new DateOrder(Set.of(), Optional.empty()));
                assertThat(dates.read(date.toString(), Column.DATE).value()).contains(date);
                String month = List.of(
                                "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
                        .get(date.getMonthValue() - 1);
                assertThat(dates.read(date.getDayOfMonth() + "-" + month + "-" + date.getYear(), Column.DATE)
                                .value())
                        .contains(date);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    private static ReadFile birth(String written) {
        return births(written);
    }

    private static ReadFile births(String... written) {
        StringBuilder file = new StringBuilder("school_urn,pupil_ref,legal_surname,date_of_birth\n");
        for (int i = 0; i < written.length; i++) {
            file.append("999001,").append(i).append(",Khan,").append(written[i]).append('\n');
        }
        return ReadFile.text(FileKind.PUPILS, file.toString());
    }
}
