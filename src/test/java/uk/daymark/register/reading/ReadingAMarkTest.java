package uk.daymark.register.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.Half;

class ReadingAMarkTest {

    @Property
    void keepsEveryCodeAsItIs(@ForAll AttendanceCode code, @ForAll boolean quoted) { // 29
        String half = code.usableIn(Half.AM) ? "AM" : "PM";
        String cell = quoted ? "\"" + code.token() + "\"" : code.token();

        ReadFile read =
                ReadFile.text(FileKind.MARKS, ReadFile.MARKS + "999001,1,2024-07-01," + half + "," + cell + "\n");

        assertThat(read.marks().get(0).code()).contains(code);
        assertThat(read.warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", " ", " - "})
    void takesAnEmptyCellOrADashForNotTaken(String cell) { // 29
        assertThat(mark("2025-09-15", "AM", cell).marks().get(0).code()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "o | o is no register code: codes are capital letters. Did you mean O?",
                "c1 | c1 is no register code: codes are capital letters. Did you mean C1?",
                "／ | ／ is a full-width character and no register code. Did you mean /?",
                "＼ | ＼ is a full-width character and no register code. Did you mean \\?",
                "Ｏ | Ｏ is a full-width character and no register code. Did you mean O?",
                "0 | 0 is no register code. Did you mean the letter O?",
                "QQ | QQ is no register code. Correct the mark in the register and export it again.",
                "Present | Present is no register code. Correct the mark in the register and export it again.",
                "H | Code H ended on 18 August 2024. Correct the mark in the register and export it again.",
            })
    void refusesACodeThatIsNoneAndNeverGuesses(String cell, String message) { // 29
        assertThat(mark("2025-09-15", "AM", cell).fault()).isEqualTo(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"H", "J", "Y"})
    void takesARetiredCodeUpToItsLastDay(String code) { // 29
        assertThat(mark("2024-07-19", "AM", code).marks().get(0).code()).contains(AttendanceCode.valueOf(code));
        assertThat(mark("2024-08-19", "AM", code).fault()).startsWith("Code " + code + " ended on 18 August 2024.");
    }

    @Test
    void takesARetiredCodeByTheDayOfEachCellOfAWeek() {
        String header =
                "school_urn,pupil_ref,week_beginning,mon_am,mon_pm,tue_am,tue_pm,wed_am,wed_pm,thu_am,thu_pm,fri_am,fri_pm\n";

        ReadFile read = ReadFile.text(
                FileKind.MARKS_WEEK,
                header
                        + "999001,1,2024-07-15,H,H,H,H,H,H,H,H,H,H\n999001,1,2024-08-19,,,,,,,,,,H\n999001,1,2024-09-03,,,,,,,,,,\n");

        assertThat(read.rows()).hasSize(1);
        assertThat(read.rejects().get(0).get(0).column()).isEqualTo("fri_pm");
        assertThat(read.rejects().get(1).get(0).message())
                .isEqualTo("3 September 2024 is a Tuesday. A week begins on a Monday. Correct the date.");
    }

    @Test
    void setsPresentByTheSessionAndSaysSo() { // 29
        ReadFile afternoon = mark("2025-09-15", "PM", "/");
        ReadFile morning = mark("2025-09-15", "AM", "\\");

        assertThat(afternoon.marks().get(0).code()).contains(AttendanceCode.PRESENT_PM);
        assertThat(afternoon.notes())
                .containsExactly("The mark / stands in the afternoon; it was read as \\ (present in the afternoon).");
        assertThat(morning.marks().get(0).code()).contains(AttendanceCode.PRESENT_AM);
        assertThat(morning.warnings()).hasSize(1);
    }

    @Test
    void leavesOutBlanksAroundACodeAndSaysSo() {
        ReadFile read = mark("2025-09-15", "AM", " O ");

        assertThat(read.marks().get(0).code()).contains(AttendanceCode.O);
        assertThat(read.notes()).containsExactly("Blanks around the code O were left out.");
    }

    @Test
    void tellsOneKindOfWarningTenTimesAndThenCountsIt() {
        ReadFile read = ReadFile.text(FileKind.MARKS, ReadFile.MARKS + "999001,1,2025-09-15,PM,/\n".repeat(1000));

        assertThat(read.warnings()).hasSize(11);
        assertThat(read.warnings().get(10))
                .isEqualTo(new Reject(1001, "code", "", "The same in 990 more cells, the last of them in this line."));
    }

    @ParameterizedTest
    @CsvSource({
        "AM, AM",
        "PM, PM",
        "am, AM",
        "pm, PM",
        "Morning, AM",
        "Afternoon, PM",
        "1, AM",
        "2, PM",
        "'PM ', PM",
        "' 1', AM"
    })
    void knowsASessionByItsOtherNames(String written, Half half) { // 28
        ReadFile read = ReadFile.text(FileKind.MARKS, ReadFile.MARKS + "999001,1,2025-09-15,\"" + written + "\",O\n");

        assertThat(read.marks().get(0).session().half()).isEqualTo(half);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A/P", "3", "AMPM", "night"})
    void refusesASessionThatIsNeitherMorningNorAfternoon(String written) { // 28
        assertThat(mark("2025-09-15", written, "O").fault()).isEqualTo(written + " is no session. Write AM or PM.");
    }

    @Test
    void refusesASaturdayAndASunday() { // 30
        assertThat(mark("2025-09-13", "AM", "/").fault())
                .isEqualTo(
                        "13 September 2025 is a Saturday. A session is on a day from Monday to Friday. Correct the date.");
        assertThat(mark("2025-09-14", "AM", "/").fault()).startsWith("14 September 2025 is a Sunday.");
    }

    @Test
    void namesEverythingThatIsWrongWithALine() {
        ReadFile read = ReadFile.text(
                FileKind.MARKS,
                "school_urn,pupil_ref,date,session,code,minutes_late\n99901,,2026-02-30,A/P,q,601\n999001,1,2025-09-15,AM,L,600\n");

        assertThat(read.rejects().get(0))
                .extracting(Reject::column)
                .containsExactly("school_urn", "pupil_ref", "date", "session", "code", "minutes_late");
        assertThat(read.rejects().get(0))
                .extracting(Reject::value)
                .containsExactly("99901", "", "2026-02-30", "A/P", "q", "601");
        assertThat(read.marks().get(0).minutesLate()).contains(600);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "601", "5.5", "five", "99999999999"})
    void refusesMinutesThatAreNoWholeNumberUpToTenHours(String minutes) {
        ReadFile read = ReadFile.text(
                FileKind.MARKS,
                "school_urn,pupil_ref,date,session,code,minutes_late\n999001,1,2025-09-15,AM,L," + minutes + "\n");

        assertThat(read.fault())
                .isEqualTo(minutes + " is no whole number from 0 to 600. Correct it, or leave it empty.");
    }

    @Test
    void leavesNoWarningOfALineThatIsRejected() {
        ReadFile read = ReadFile.text(FileKind.MARKS, ReadFile.MARKS + "999001,,2025-09-15,PM,/\n");

        assertThat(read.rejects()).hasSize(1);
        assertThat(read.warnings()).isEmpty();
    }

    @Test
    void readsTheSamePupilAndSessionTwiceAsTwoLines() { // 22: which of them holds is for the register to say
        ReadFile read =
                ReadFile.text(FileKind.MARKS, ReadFile.MARKS + "999001,1,2025-09-15,AM,O\n999001,1,2025-09-15,AM,I\n");

        assertThat(read.marks())
                .extracting(Row.Mark::code)
                .containsExactly(Optional.of(AttendanceCode.O), Optional.of(AttendanceCode.I));
    }

    private static ReadFile mark(String date, String session, String code) {
        return ReadFile.text(FileKind.MARKS, ReadFile.MARKS + "999001,1," + date + "," + session + "," + code + "\n");
    }
}
