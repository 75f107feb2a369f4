package uk.daymark.register.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.Half;
import uk.daymark.measure.Session;

class ReadingDaymarksOwnFilesTest {

    @Test
    void readsEveryColumnOfAPupil() {
        ReadFile read = ReadFile.example("daymark-pupils.csv", FileKind.PUPILS, "999009");

        assertThat(read.summary()).isEqualTo(new RegisterFile.FileSummary(3, "Daymark"));
        assertThat(read.pupils().get(1))
                .isEqualTo(new Row.Pupil(
                        3,
                        "999001",
                        "004513",
                        Optional.empty(),
                        "O’Brien",
                        "Zoë",
                        "",
                        "",
                        Optional.of(LocalDate.of(2013, 11, 30)),
                        "F",
                        "8",
                        "8B",
                        Optional.of(LocalDate.of(2025, 9, 1)),
                        Optional.of(LocalDate.of(2026, 3, 27)),
                        true,
                        "Polish",
                        "K",
                        true,
                        false,
                        true,
                        false));
        assertThat(read.pupils())
                .extracting(Row.Pupil::upn)
                .containsExactly(Optional.of("N999123426001"), Optional.empty(), Optional.of("Z99912342600A"));
        assertThat(read.warnings()).isEmpty();
    }

    @Test
    void readsEveryColumnOfAContact() {
        ReadFile read = ReadFile.example("daymark-contacts.csv", FileKind.CONTACTS, "999009");

        assertThat(read.contacts())
                .containsExactly(
                        new Row.Contact(
                                2,
                                "999001",
                                "004512",
                                "C9",
                                Optional.of(1),
                                "Mrs",
                                "Nadia",
                                "Khan",
                                "Mother",
                                true,
                                true,
                                false,
                                false,
                                false,
                                "07700 900123",
                                "01632 960001",
                                "",
                                "n@example.com",
                                "letter",
                                "Urdu",
                                "Flat 2, 1 High Street",
                                "",
                                "Exampleton",
                                "EX1 1AA",
                                true),
                        new Row.Contact(
                                3,
                                "999001",
                                "004512",
                                "C10",
                                Optional.of(2),
                                "Mr",
                                "Omar",
                                "Khan",
                                "Father",
                                true,
                                false,
                                true,
                                true,
                                true,
                                "+44 7700 900124",
                                "",
                                "",
                                "",
                                "",
                                "",
                                "",
                                "",
                                "",
                                "",
                                false));
        assertThat(read.warnings()).isEmpty();
    }

    @Test
    void readsMarksAndKeepsTrueLineNumbersAfterALineBreakInQuotes() { // 12
        List<Row.Mark> marks =
                ReadFile.example("daymark-marks.csv", FileKind.MARKS, "999009").marks();

        assertThat(marks).extracting(Row.Mark::line).containsExactly(2L, 3L, 4L, 6L, 7L);
        assertThat(marks.get(0).recordedAt()).isEqualTo("2025-09-15T08:58");
        assertThat(marks.get(0).recordedBy()).isEqualTo("sec1");
        assertThat(marks.get(2))
                .isEqualTo(new Row.Mark(
                        4,
                        "999001",
                        "004512",
                        new Session(LocalDate.of(2025, 9, 16), Half.AM),
                        Optional.of(AttendanceCode.L),
                        Optional.of(12),
                        "overslept,\nsays mother",
                        "",
                        "",
                        ""));
        assertThat(marks.get(3).code()).as("not taken yet").isEmpty();
        assertThat(marks.get(4).reason()).isEqualTo("no reason accepted");
    }

    @Test
    void readsAWeekOfTenMarksWithTwoLetterCodesAndThoseNotTaken() {
        ReadFile read = ReadFile.example("daymark-marks-week.csv", FileKind.MARKS_WEEK, "999009");

        Row.MarkWeek first = (Row.MarkWeek) read.rows().get(0);
        assertThat(first.monday()).isEqualTo(LocalDate.of(2025, 9, 15));
        assertThat(first.marks().stream().map(mark -> mark.orElseThrow().token()))
                .containsExactly("/", "\\", "/", "\\", "C1", "Y7", "N", "N", "#", "#");
        Row.MarkWeek second = (Row.MarkWeek) read.rows().get(1);
        assertThat(second.marks()).hasSize(10);
        assertThat(second.marks().get(4)).isEmpty();
        assertThat(second.marks().get(5)).isEmpty();
    }

    @Test
    void readsSchools() {
        assertThat(ReadFile.example("daymark-schools.csv", FileKind.SCHOOLS, "999009")
                        .rows())
                .containsExactly(
                        new Row.School(
                                2,
                                "999001",
                                "Commonswood School",
                                "primary",
                                "hertfordshire",
                                "commonswood",
                                Optional.of(LocalTime.of(8, 50)),
                                Optional.of(LocalTime.of(9, 20)),
                                Optional.of(LocalTime.of(13, 15))),
                        new Row.School(
                                3,
                                "999002",
                                "Example Academy",
                                "secondary",
                                "cambridgeshire",
                                "",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()));
    }

    @Test
    void readsACalendar() {
        assertThat(ReadFile.example("daymark-calendar.csv", FileKind.CALENDAR, "999009")
                        .rows())
                .contains(
                        new Row.CalendarEntry(
                                3,
                                "999001",
                                Row.CalendarEntry.Kind.CLOSURE,
                                LocalDate.of(2025, 9, 26),
                                LocalDate.of(2025, 9, 26),
                                Optional.empty(),
                                "INSET day"),
                        new Row.CalendarEntry(
                                4,
                                "999001",
                                Row.CalendarEntry.Kind.HALF_DAY,
                                LocalDate.of(2025, 12, 19),
                                LocalDate.of(2025, 12, 19),
                                Optional.of(Half.AM),
                                "Last day of term"))
                .hasSize(3);
    }

    @Test
    void refusesACalendarEntryThatEndsBeforeItStarts() {
        ReadFile read = ReadFile.text(
                FileKind.CALENDAR, "school_urn,kind,from,to,session,reason\n999001,TERM,2025-10-24,2025-09-03,,\n");

        assertThat(read.fault())
                .isEqualTo("The end, 3 September 2025, is before the start, 24 October 2025. Correct one of them.");
    }

    @Test
    void refusesAHalfDayOfSeveralDays() {
        ReadFile read = ReadFile.text(
                FileKind.CALENDAR,
                "school_urn,kind,from,to,session,reason\n999001,HALF_DAY,2025-12-18,2025-12-19,AM,\n");

        assertThat(read.fault())
                .isEqualTo(
                        "A HALF_DAY is one day, and this one goes to 19 December 2025. Write a line for each half day,"
                                + " with the same day in from and to.");
    }

    @Test
    void refusesAHalfDayWithoutItsSessionAndASessionOfAWholeDay() {
        ReadFile read = ReadFile.text(
                FileKind.CALENDAR,
                "school_urn,kind,from,to,session,reason\n"
                        + "999001,HALF_DAY,2025-12-19,2025-12-19,,\n"
                        + "999001,CLOSURE,2025-12-19,2025-12-19,AM,\n"
                        + "999001,HOLIDAY,2025-12-19,2025-12-19,,\n");

        assertThat(read.rejects())
                .extracting(faults -> faults.get(0).message())
                .containsExactly(
                        "session is empty, and every line needs it. Fill it in.",
                        "A session is given for a HALF_DAY only. Leave it empty, or make the kind HALF_DAY.",
                        "HOLIDAY is no kind of entry. Write TERM, CLOSURE or HALF_DAY.");
    }

    @Test
    void refusesATimeThatIsNotHoursAndMinutes() {
        ReadFile read = ReadFile.text(
                FileKind.SCHOOLS, "school_urn,name,register_opens\n999001,A,8.50\n999001,A,24:00\n999001,A,08:50\n");

        assertThat(read.rejects())
                .extracting(faults -> faults.get(0).message())
                .containsExactly(
                        "8.50 is no time of day. Write hours and minutes, such as 08:50.",
                        "24:00 is no time of day. Write hours and minutes, such as 08:50.");
    }

    @Test
    void refusesAUrnThatHasNotSixDigits() {
        ReadFile read = ReadFile.text(FileKind.SCHOOLS, "school_urn,name\n99901,A\n1234567,B\n,C\n");

        assertThat(read.rejects())
                .extracting(faults -> faults.get(0).message())
                .containsExactly(
                        "A school's URN has six digits. Correct it.",
                        "A school's URN has six digits. Correct it.",
                        "school_urn is empty, and every line needs it. Fill it in.");
    }
}
