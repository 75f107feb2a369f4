package uk.daymark.checks;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import uk.daymark.figures.Note;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.Half;
import uk.daymark.measure.Marks;
import uk.daymark.measure.RegisterDates;
import uk.daymark.measure.Session;
import uk.daymark.measure.Timetable;
import uk.daymark.web.JsonFields;

/**
 * Reads the weeks of marks of a check: an object with a Monday for each name and ten tokens, Monday morning to Friday afternoon, for
 * each value. {@code -} means that no session is planned there.
 */
final class MarksFields {

    private static final int SESSIONS_A_WEEK = 10;
    private static final String NO_SESSION = "-";
    private static final String[] WEEKDAYS = {"Mon", "Tue", "Wed", "Thu", "Fri"};

    private final JsonFields fields;
    private final DateRange register;
    private final Timetable planned;
    private final List<Note> notes;
    private final Marks.Builder marks = new Marks.Builder();
    private final Set<Session> withoutSession = new HashSet<>();
    private final Set<LocalDate> listedWeeks = new HashSet<>();

    /**
     * @param fields the object of weeks
     * @param register first and last day of the register; marks outside are left out with a note
     * @param planned the sessions that the calendar plans; marks elsewhere are left out with a note
     * @param notes takes notes
     */
    MarksFields(JsonFields fields, DateRange register, Timetable planned, List<Note> notes) {
        this.fields = fields;
        this.register = register;
        this.planned = planned;
        this.notes = notes;
    }

    /** Reads all weeks; faults go to the fields. */
    void read() {
        for (String name : fields.names()) {
            Optional<String> tokens = fields.text(name);
            Optional<LocalDate> monday = monday(name);
            if (tokens.isPresent() && monday.isPresent()) {
                listedWeeks.add(monday.get());
                week(name, monday.get(), tokens.get().trim().split("\\s+"));
            }
        }
    }

    /** Fills every week of the register that was not listed with present marks. */
    void fillUnlistedWeeksWithPresence() {
        for (LocalDate day = register.from(); !day.isAfter(register.to()); day = day.plusDays(1)) {
            if (listedWeeks.contains(Timetable.mondayOf(day))) {
                continue;
            }
            for (Half half : Half.values()) {
                Session session = new Session(day, half);
                if (planned.plans(session)) {
                    marks.put(session, AttendanceCode.presentIn(half));
                }
            }
        }
    }

    Marks marks() {
        return marks.build();
    }

    /** The planned sessions, save those that the weeks say are not held. */
    Timetable timetable() {
        return planned.without(withoutSession);
    }

    /** A school's own plan, save the sessions that the weeks say were not held while the pupil was on its roll. */
    Timetable.Part asHeld(Timetable.Part school) {
        return new Timetable.Part(
                school.days(),
                school.timetable()
                        .without(withoutSession.stream()
                                .filter(session -> school.days().contains(session.date()))
                                .toList()));
    }

    private Optional<LocalDate> monday(String name) {
        try {
            LocalDate day = LocalDate.parse(name);
            if (RegisterDates.plausible(day) && day.equals(Timetable.mondayOf(day))) {
                return Optional.of(day);
            }
        } catch (DateTimeException unreadable) {
            // Told below, like a day that is not a Monday.
        }
        fields.fault(name, "A week is named by its Monday, as in 2025-09-08.");
        return Optional.empty();
    }

    private void week(String name, LocalDate monday, String[] tokens) {
        if (tokens.length != SESSIONS_A_WEEK) {
            int found = tokens.length == 1 && tokens[0].isEmpty() ? 0 : tokens.length;
            fields.fault(
                    name,
                    "A week has ten marks, Monday morning to Friday afternoon; here " + (found == 1 ? "is " : "are ")
                            + found + ". Write - where no session is planned.");
            return;
        }
        List<String> unplanned = new ArrayList<>();
        List<String> outside = new ArrayList<>();
        for (int slot = 0; slot < SESSIONS_A_WEEK; slot++) {
            Half half = slot % 2 == 0 ? Half.AM : Half.PM;
            Session session = new Session(monday.plusDays(slot / 2), half);
            boolean inside = register.contains(session.date());
            if (tokens[slot].equals(NO_SESSION)) {
                if (inside) {
                    withoutSession.add(session);
                }
                continue;
            }
            Optional<AttendanceCode> code = code(name, session, tokens[slot]);
            if (code.isPresent() && !inside) {
                outside.add(words(session));
            } else if (code.isPresent() && !planned.plans(session)) {
                unplanned.add(words(session));
            } else {
                code.ifPresent(mark -> marks.put(session, mark));
            }
        }
        note("NO_SESSION_PLANNED", name, unplanned, "The calendar plans no session there, so the mark was left out");
        note("OUTSIDE_REGISTER", name, outside, "This lies outside the register given, so the mark was left out");
    }

    private void note(String code, String name, List<String> sessions, String message) {
        if (!sessions.isEmpty()) {
            notes.add(new Note(code, fields.pointerTo(name), message + ": " + String.join(", ", sessions) + "."));
        }
    }

    private Optional<AttendanceCode> code(String name, Session session, String token) {
        Optional<AttendanceCode> code = AttendanceCode.ofToken(token);
        if (code.isEmpty()) {
            fields.fault(name, words(session) + ": there is no code " + shortened(token) + "." + hint(token));
            return code;
        }
        if (!code.get().usableOn(session.date())) {
            fields.fault(
                    name,
                    words(session) + ": code " + token + " ended on 18 August 2024 and cannot be used after that day.");
            return Optional.empty();
        }
        if (!code.get().usableIn(session.half())) {
            AttendanceCode present = AttendanceCode.presentIn(session.half());
            notes.add(new Note(
                    "PRESENT_IN_THE_OTHER_HALF",
                    fields.pointerTo(name),
                    words(session) + ": " + token + " belongs to the other half of the day; taken as " + present.token()
                            + "."));
            return Optional.of(present);
        }
        return code;
    }

    private static String hint(String token) {
        String capitals = token.toUpperCase(Locale.ROOT);
        return AttendanceCode.ofToken(capitals).isPresent() ? " Did you mean " + capitals + "?" : "";
    }

    private static String shortened(String token) {
        return token.length() <= 20 ? token : token.substring(0, 20) + "...";
    }

    private static String words(Session session) {
        return WEEKDAYS[session.date().getDayOfWeek().getValue() - 1] + " " + session.half();
    }
}
