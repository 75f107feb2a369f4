package uk.daymark.measure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import uk.daymark.measure.SchoolCalendar.Closure;
import uk.daymark.measure.SchoolCalendar.HalfDay;

/** Reads the worked cases. */
public final class GoldenCases {

    private static final JsonNode FILE = read();

    private GoldenCases() {}

    /** Cases that carry this field, such as {@code marks} or {@code pn}. */
    public static Stream<JsonNode> with(String field) {
        return StreamSupport.stream(FILE.get("cases").spliterator(), false).filter(node -> node.has(field));
    }

    public static JsonNode named(String id) {
        return StreamSupport.stream(FILE.get("cases").spliterator(), false)
                .filter(node -> node.get("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** A calendar as the file, and the API, write it. */
    public static JsonNode calendarAsWritten(String name) {
        return FILE.get("calendars").get(name);
    }

    public static SchoolCalendar calendar(String name) {
        JsonNode node = calendarAsWritten(name);
        List<DateRange> terms = new ArrayList<>();
        node.path("terms").forEach(term -> terms.add(new DateRange(date(term.get("from")), date(term.get("to")))));
        List<Closure> closures = new ArrayList<>();
        node.path("closures")
                .forEach(closure -> closures.add(new Closure(
                        new DateRange(date(closure.get("date")), date(closure.get("date"))),
                        closure.get("reason").asText())));
        List<HalfDay> halfDays = new ArrayList<>();
        node.path("halfDays")
                .forEach(day -> halfDays.add(new HalfDay(
                        date(day.get("date")), Half.valueOf(day.get("session").asText()))));
        return new SchoolCalendar(terms, closures, halfDays);
    }

    public static Timetable timetable(JsonNode goldenCase) {
        if (!goldenCase.path("calendar").asText().equals("MIX")) {
            return calendar("CAL-A").timetable();
        }
        LocalDate move = LocalDate.of(2025, 10, 10);
        return Timetable.of(List.of(
                new Timetable.Part(
                        new DateRange(LocalDate.of(2025, 9, 3), move),
                        calendar("CAL-A").timetable()),
                new Timetable.Part(
                        new DateRange(move.plusDays(1), LocalDate.of(2026, 7, 31)),
                        calendar("SCHOOL-Q").timetable())));
    }

    public static MeasuredRegister register(JsonNode goldenCase, LocalDate asOf, Optional<DateRange> summaryOver) {
        Timetable timetable = timetable(goldenCase);
        return new MeasuredRegister(
                timetable, List.of(), marks(goldenCase, timetable), Set.of(), asOf, summaryOver, Optional.empty());
    }

    public static LocalDate lastDay(JsonNode goldenCase) {
        return date(goldenCase.get("register").get(1));
    }

    private static Marks marks(JsonNode goldenCase, Timetable timetable) {
        Marks.Builder marks = new Marks.Builder();
        LocalDate to = lastDay(goldenCase);
        for (LocalDate day = date(goldenCase.get("register").get(0)); !day.isAfter(to); day = day.plusDays(1)) {
            for (Half half : Half.values()) {
                Session session = new Session(day, half);
                if (timetable.plans(session)) {
                    token(goldenCase, session).ifPresent(code -> marks.put(session, code));
                }
            }
        }
        return marks.build();
    }

    private static Optional<AttendanceCode> token(JsonNode goldenCase, Session session) {
        JsonNode week =
                goldenCase.get("marks").path(Timetable.mondayOf(session.date()).toString());
        if (week.isMissingNode()) {
            return Optional.of(AttendanceCode.presentIn(session.half()));
        }
        String token = week.asText().split(" ")[Timetable.slotOf(session)];
        return token.equals("-")
                ? Optional.empty()
                : Optional.of(AttendanceCode.ofToken(token).orElseThrow());
    }

    public static LocalDate date(JsonNode node) {
        return LocalDate.parse(node.asText());
    }

    private static JsonNode read() {
        try (InputStream file = GoldenCases.class.getResourceAsStream("/golden/cases.yaml")) {
            return new YAMLMapper().readTree(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
