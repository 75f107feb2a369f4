package uk.daymark.checks;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.daymark.figures.Note;
import uk.daymark.measure.CompulsorySchoolAge;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.Half;
import uk.daymark.measure.MeasuredRegister;
import uk.daymark.measure.SchoolCalendar;
import uk.daymark.measure.Session;
import uk.daymark.measure.Timetable;
import uk.daymark.web.JsonFields;

/** Reads a register that is sent along. Every fault is noted by pointer; the body that it stands in ends the reading. */
final class RegisterFields {

    private static final JsonFields NO_WEEKS = JsonFields.of(JsonNodeFactory.instance.objectNode());

    /** More moves than any child makes; keeps one check from laying thousands of calendars over each other. */
    private static final int MOST_ENROLMENTS = 100;

    private final JsonFields body;
    private final List<Note> notes;

    RegisterFields(JsonFields body, List<Note> notes) {
        this.body = body;
        this.notes = notes;
    }

    /**
     * A register as it was sent. What it holds means something only where there was no fault.
     *
     * @param register what is to be measured
     * @param days its first and last day; empty where none were given
     * @param schools each school's calendar with the days on its roll; one without end where the body gives one calendar for all
     */
    record Given(MeasuredRegister register, Optional<DateRange> days, List<School> schools) {

        /** The calendar of the school that has the pupil on a day, else of the last school. */
        Optional<SchoolCalendar> calendarOn(LocalDate day) {
            return schools.stream()
                    .filter(school -> school.days().contains(day))
                    .findFirst()
                    .or(() -> schools.stream()
                            .max(Comparator.comparing(school -> school.days().to())))
                    .map(School::calendar);
        }

        /** Notes where some sessions of the period were taken and others not: what was counted is then less than there was. */
        void noteSessionsNotTaken(DateRange period, String pointer, List<Note> notes) {
            int taken = 0;
            int notTaken = 0;
            for (LocalDate day = period.from(); !day.isAfter(period.to()); day = day.plusDays(1)) {
                for (Half half : Half.values()) {
                    Session session = new Session(day, half);
                    if (register.timetable().plans(session)) {
                        boolean marked = register.marks().at(session).isPresent();
                        taken += marked ? 1 : 0;
                        notTaken += marked ? 0 : 1;
                    }
                }
            }
            if (taken > 0 && notTaken > 0) {
                notes.add(new Note(
                        "SESSIONS_NOT_TAKEN",
                        pointer,
                        "Of the sessions planned in the period " + notTaken + " have no mark and were not counted."));
            }
        }
    }

    /** A school attended. */
    record School(DateRange days, SchoolCalendar calendar) {}

    /** The register, which has to name its first and last day. */
    Given read() {
        body.need("register");
        return read(Optional.empty());
    }

    /** The register, from the first to the last day of another period where it names none of its own. */
    Given read(Optional<DateRange> otherwise) {
        Optional<LocalDate> dateOfBirth = CalendarFields.date(body, "dateOfBirth");
        Optional<LocalDate> asOf = CalendarFields.date(body, "asOf");
        Optional<DateRange> summaryOver = body.object("summary").flatMap(CalendarFields::period);
        List<School> schools = schools();
        List<Timetable.Part> parts = !givesEnrolments()
                ? List.of()
                : schools.stream()
                        .map(school -> new Timetable.Part(
                                school.days(), school.calendar().timetable()))
                        .toList();
        Timetable planned = givesEnrolments()
                ? Timetable.of(parts)
                : schools.stream()
                        .findFirst()
                        .map(school -> school.calendar().timetable())
                        .orElseGet(() -> Timetable.of(List.of()));
        Optional<DateRange> register = body.object("register")
                .flatMap(CalendarFields::period)
                .or(() -> otherwise)
                .filter(days -> CalendarFields.together(body, "register", List.of(days)));
        Optional<UnlistedWeeks> unlisted = body.choice("unlistedWeeks", UnlistedWeeks.class);
        // Where the register has no bounds its marks are still read, so that their faults are told as well.
        DateRange bounds = register.orElse(new DateRange(LocalDate.MIN, LocalDate.MIN));
        List<Note> markNotes = register.isPresent() ? notes : new ArrayList<>();
        Optional<MarksFields> marks =
                body.object("marks").map(weeks -> new MarksFields(weeks, bounds, planned, markNotes));
        marks.ifPresent(MarksFields::read);
        MarksFields read = marks.orElseGet(() -> new MarksFields(NO_WEEKS, bounds, planned, notes));
        if (register.isPresent() && unlisted.orElse(UnlistedWeeks.NOT_TAKEN) == UnlistedWeeks.PRESENT) {
            read.fillUnlistedWeeksWithPresence();
        }
        return new Given(
                new MeasuredRegister(
                        read.timetable(),
                        parts.stream().map(read::asHeld).toList(),
                        read.marks(),
                        Set.of(),
                        asOf.orElse(bounds.to()),
                        summaryOver,
                        dateOfBirth.map(CompulsorySchoolAge::of)),
                register,
                schools);
    }

    /** The schools attended; one for all days where the body gives one calendar. */
    private List<School> schools() {
        Optional<SchoolCalendar> one = body.object("calendar").map(CalendarFields::calendar);
        if (!givesEnrolments()) {
            body.need("calendar");
            return one.map(calendar -> List.of(new School(new DateRange(LocalDate.MIN, LocalDate.MAX), calendar)))
                    .orElse(List.of());
        }
        List<School> schools = new ArrayList<>();
        for (JsonFields enrolment : body.objects("enrolments", MOST_ENROLMENTS)) {
            enrolment.text("school");
            enrolment.need("calendar");
            Optional<DateRange> days = CalendarFields.period(enrolment);
            Optional<SchoolCalendar> calendar = enrolment.object("calendar").map(CalendarFields::calendar);
            if (days.isPresent() && calendar.isPresent()) {
                schools.add(new School(days.get(), calendar.get()));
            }
        }
        return CalendarFields.together(
                        body, "enrolments", schools.stream().map(School::days).toList())
                ? schools
                : List.of();
    }

    /** An empty list says nothing, like one that is left out. */
    private boolean givesEnrolments() {
        return body.any("enrolments")
                .filter(list -> !list.isArray() || !list.isEmpty())
                .isPresent();
    }

    /** What the weeks of the register are that the body does not list. */
    private enum UnlistedWeeks {
        /** Present at every planned session. */
        PRESENT,
        NOT_TAKEN
    }
}
