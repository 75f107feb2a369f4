package uk.daymark.register.reading;

import static uk.daymark.register.reading.Column.*;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.Half;
import uk.daymark.measure.Session;

/** Makes a row of the cells of a line. What is wrong goes to the cells; the row is empty then. */
interface LineReader {

    Optional<Row> read(Cells cells);

    /** The reader for that kind of file. */
    static LineReader of(FileKind kind) {
        return switch (kind) {
            case SCHOOLS -> LineReader::school;
            case CALENDAR -> LineReader::calendarEntry;
            case PUPILS -> LineReader::pupil;
            case CONTACTS -> LineReader::contact;
            case MARKS -> LineReader::mark;
            case MARKS_WEEK -> LineReader::markWeek;
        };
    }

    private static Optional<Row> school(Cells cells) {
        Row row = new Row.School(
                cells.number(),
                cells.school(),
                cells.requiredName(NAME),
                cells.name(PHASE),
                cells.name(AUTHORITY),
                cells.name(POLICY),
                cells.time(REGISTER_OPENS),
                cells.time(REGISTER_CLOSES_AM),
                cells.time(REGISTER_CLOSES_PM));
        return cells.faulty() ? Optional.empty() : Optional.of(row);
    }

    private static Optional<Row> calendarEntry(Cells cells) {
        String school = cells.school();
        Optional<Row.CalendarEntry.Kind> kind = calendarKind(cells);
        Optional<LocalDate> from = cells.requiredDate(FROM);
        Optional<LocalDate> to = cells.requiredDate(TO);
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            cells.fault(
                    TO,
                    "The end, " + Cells.inWords(to.get()) + ", is before the start, " + Cells.inWords(from.get())
                            + ". Correct one of them.");
        }
        Optional<Half> held = Optional.empty();
        if (kind.isPresent() && kind.get() == Row.CalendarEntry.Kind.HALF_DAY) {
            held = cells.half();
            if (from.isPresent() && to.isPresent() && to.get().isAfter(from.get())) {
                cells.fault(
                        TO,
                        "A HALF_DAY is one day, and this one goes to " + Cells.inWords(to.get())
                                + ". Write a line for each half day, with the same day in from and to.");
            }
        } else if (kind.isPresent() && !Cells.stripped(cells.raw(SESSION)).isEmpty()) {
            cells.fault(SESSION, "A session is given for a HALF_DAY only. Leave it empty, or make the kind HALF_DAY.");
        }
        String reason = cells.text(REASON);
        if (cells.faulty()) {
            return Optional.empty();
        }
        return Optional.of(new Row.CalendarEntry(
                cells.number(), school, kind.orElseThrow(), from.orElseThrow(), to.orElseThrow(), held, reason));
    }

    private static Optional<Row.CalendarEntry.Kind> calendarKind(Cells cells) {
        String text = Cells.stripped(cells.raw(KIND));
        if (text.isEmpty()) {
            cells.missing(KIND);
            return Optional.empty();
        }
        String folded = HeaderName.folded(text);
        for (Row.CalendarEntry.Kind kind : Row.CalendarEntry.Kind.values()) {
            if (HeaderName.folded(kind.name()).equals(folded)) {
                return Optional.of(kind);
            }
        }
        cells.fault(KIND, Cells.shortened(text) + " is no kind of entry. Write TERM, CLOSURE or HALF_DAY.");
        return Optional.empty();
    }

    private static Optional<Row> pupil(Cells cells) {
        Row row = new Row.Pupil(
                cells.number(),
                cells.school(),
                cells.pupil(),
                cells.upn(),
                cells.requiredName(LEGAL_SURNAME),
                cells.name(LEGAL_FORENAME),
                cells.name(PREFERRED_SURNAME),
                cells.name(PREFERRED_FORENAME),
                cells.date(DATE_OF_BIRTH),
                sex(cells.name(SEX)),
                yearGroup(cells.name(YEAR_GROUP)),
                cells.name(FORM),
                cells.date(ON_ROLL_FROM),
                cells.date(LEAVING_DATE),
                cells.flag(PART_TIME),
                cells.name(LANGUAGE),
                cells.name(SEN),
                cells.flag(LOOKED_AFTER),
                cells.flag(CHILD_PROTECTION),
                cells.flag(CHILD_IN_NEED),
                cells.flag(FREE_MEALS));
        return cells.faulty() ? Optional.empty() : Optional.of(row);
    }

    private static String sex(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "m", "male" -> "M";
            case "f", "female" -> "F";
            default -> text;
        };
    }

    private static String yearGroup(String text) {
        return text.regionMatches(true, 0, "year ", 0, 5) ? Cells.stripped(text.substring(5)) : text;
    }

    private static Optional<Row> contact(Cells cells) {
        Row row = new Row.Contact(
                cells.number(),
                cells.school(),
                cells.pupil(),
                cells.reference(CONTACT_REF),
                cells.number(PRIORITY, Limits.LOWEST_PRIORITY),
                cells.name(TITLE),
                cells.name(FORENAME),
                cells.requiredName(SURNAME),
                cells.name(RELATIONSHIP),
                cells.flag(PARENTAL_RESPONSIBILITY),
                cells.flag(LIVES_WITH),
                cells.flag(COURT_ORDER),
                cells.flag(DO_NOT_CONTACT),
                cells.flag(ADDRESS_WITHHELD),
                cells.phone(MOBILE),
                cells.phone(HOME_PHONE),
                cells.phone(WORK_PHONE),
                cells.text(EMAIL),
                cells.name(PREFERRED_CHANNEL),
                cells.name(LANGUAGE),
                cells.text(ADDRESS_1),
                cells.text(ADDRESS_2),
                cells.text(TOWN),
                cells.name(POSTCODE),
                cells.flag(CORRESPONDENCE));
        return cells.faulty() ? Optional.empty() : Optional.of(row);
    }

    private static Optional<Row> mark(Cells cells) {
        String school = cells.school();
        String pupil = cells.pupil();
        Optional<LocalDate> date = cells.requiredDate(DATE);
        Optional<Half> half = cells.half();
        if (date.isPresent() && date.get().getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) {
            cells.fault(
                    DATE,
                    Cells.inWords(date.get()) + " is a " + dayName(date.get())
                            + ". A session is on a day from Monday to Friday. Correct the date.");
        }
        Optional<AttendanceCode> code = cells.code(CODE, date, half);
        Optional<Integer> minutesLate = cells.number(MINUTES_LATE, Limits.MOST_MINUTES_LATE);
        String comment = cells.text(COMMENT);
        String reason = cells.text(REASON);
        String recordedAt = cells.name(RECORDED_AT);
        String recordedBy = cells.name(RECORDED_BY);
        if (cells.faulty()) {
            return Optional.empty();
        }
        return Optional.of(new Row.Mark(
                cells.number(),
                school,
                pupil,
                new Session(date.orElseThrow(), half.orElseThrow()),
                code,
                minutesLate,
                comment,
                reason,
                recordedAt,
                recordedBy));
    }

    private static Optional<Row> markWeek(Cells cells) {
        String school = cells.school();
        String pupil = cells.pupil();
        Optional<LocalDate> monday = cells.requiredDate(WEEK_BEGINNING);
        if (monday.isPresent() && monday.get().getDayOfWeek() != DayOfWeek.MONDAY) {
            cells.fault(
                    WEEK_BEGINNING,
                    Cells.inWords(monday.get()) + " is a " + dayName(monday.get())
                            + ". A week begins on a Monday. Correct the date.");
        }
        List<Optional<AttendanceCode>> marks = new ArrayList<>(Columns.WEEK.size());
        for (int cell = 0; cell < Columns.WEEK.size(); cell++) {
            int day = cell / 2;
            marks.add(cells.code(
                    Columns.WEEK.get(cell),
                    monday.map(first -> first.plusDays(day)),
                    Optional.of(cell % 2 == 0 ? Half.AM : Half.PM)));
        }
        if (cells.faulty()) {
            return Optional.empty();
        }
        return Optional.of(new Row.MarkWeek(cells.number(), school, pupil, monday.orElseThrow(), List.copyOf(marks)));
    }

    private static String dayName(LocalDate date) {
        return date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.UK);
    }
}
