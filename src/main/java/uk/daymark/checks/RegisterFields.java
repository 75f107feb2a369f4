package uk.daymark.checks;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.daymark.figures.Note;
import uk.daymark.measure.CompulsorySchoolAge;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.MeasuredRegister;
import uk.daymark.measure.Timetable;
import uk.daymark.policy.Policy;
import uk.daymark.web.JsonFields;

/** Reads the body of a register check. Every fault is noted by pointer before anything is measured. */
final class RegisterFields {

    private static final JsonFields NO_WEEKS = JsonFields.of(JsonNodeFactory.instance.objectNode());

    /** More moves than any child makes; keeps one check from laying thousands of calendars over each other. */
    private static final int MOST_ENROLMENTS = 100;

    private final JsonFields body;
    private final PolicyChoice policies;
    private final List<Note> notes = new ArrayList<>();

    RegisterFields(JsonFields body, PolicyChoice policies) {
        this.body = body;
        this.policies = policies;
    }

    /**
     * The question that the body asks.
     *
     * @throws uk.daymark.web.InvalidInput with every fault of the body
     */
    RegisterQuestion question() {
        Optional<Policy> policy = PolicyFields.read(body, policies, notes);
        Optional<LocalDate> dateOfBirth = CalendarFields.date(body, "dateOfBirth");
        Optional<LocalDate> asOf = CalendarFields.date(body, "asOf");
        Optional<DateRange> summaryOver = body.object("summary").flatMap(CalendarFields::period);
        List<Timetable.Part> schools = schools();
        Timetable planned = planned(schools);
        body.need("register");
        Optional<DateRange> register = body.object("register")
                .flatMap(CalendarFields::period)
                .filter(days -> CalendarFields.together(body, "register", List.of(days)));
        Optional<UnlistedWeeks> unlisted = body.choice("unlistedWeeks", UnlistedWeeks.class);
        // Where the register has no bounds its marks are still read, so that their faults are told as well.
        DateRange bounds = register.orElse(new DateRange(LocalDate.MIN, LocalDate.MIN));
        List<Note> markNotes = register.isPresent() ? notes : new ArrayList<>();
        Optional<MarksFields> marks =
                body.object("marks").map(weeks -> new MarksFields(weeks, bounds, planned, markNotes));
        marks.ifPresent(MarksFields::read);
        body.finish();

        MarksFields read = marks.orElseGet(() -> new MarksFields(NO_WEEKS, bounds, planned, notes));
        if (unlisted.orElse(UnlistedWeeks.NOT_TAKEN) == UnlistedWeeks.PRESENT) {
            read.fillUnlistedWeeksWithPresence();
        }
        return new RegisterQuestion(
                policy.orElseThrow(),
                new MeasuredRegister(
                        read.timetable(),
                        schools,
                        read.marks(),
                        Set.of(),
                        asOf.orElse(bounds.to()),
                        summaryOver,
                        dateOfBirth.map(CompulsorySchoolAge::of)),
                notes);
    }

    /** The schools attended; empty where the body gives one calendar for all. */
    private List<Timetable.Part> schools() {
        if (!givesEnrolments()) {
            return List.of();
        }
        List<Timetable.Part> schools = new ArrayList<>();
        for (JsonFields enrolment : body.objects("enrolments", MOST_ENROLMENTS)) {
            enrolment.text("school");
            enrolment.need("calendar");
            Optional<DateRange> days = CalendarFields.period(enrolment);
            Optional<Timetable> timetable =
                    enrolment.object("calendar").map(fields -> Timetable.of(CalendarFields.calendar(fields)));
            if (days.isPresent() && timetable.isPresent()) {
                schools.add(new Timetable.Part(days.get(), timetable.get()));
            }
        }
        return CalendarFields.together(
                        body,
                        "enrolments",
                        schools.stream().map(Timetable.Part::days).toList())
                ? schools
                : List.of();
    }

    /** An empty list says nothing, like one that is left out. */
    private boolean givesEnrolments() {
        return body.any("enrolments")
                .filter(list -> !list.isArray() || !list.isEmpty())
                .isPresent();
    }

    private Timetable planned(List<Timetable.Part> schools) {
        Optional<Timetable> calendar =
                body.object("calendar").map(fields -> Timetable.of(CalendarFields.calendar(fields)));
        if (givesEnrolments()) {
            return Timetable.of(schools);
        }
        body.need("calendar");
        return calendar.orElseGet(RegisterFields::nothing);
    }

    private static Timetable nothing() {
        return Timetable.of(List.of());
    }

    /** What the weeks of the register are that the body does not list. */
    private enum UnlistedWeeks {
        /** Present at every planned session. */
        PRESENT,
        NOT_TAKEN
    }
}
