package uk.daymark.letters;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import uk.daymark.letters.text.Words;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.Half;
import uk.daymark.measure.MarkedSession;

/** Says sessions in days and half days, and their dates by reason: "2 days with no reason given: Monday 9 and Tuesday 10 November". */
final class AbsenceWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d", Locale.UK);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern(" MMMM", Locale.UK);
    /** From so many days in a row on, a range is easier to check than each date. */
    private static final int RANGE_FROM = 3;

    private final Words words;
    private final List<LocalDate> schoolDays;

    /** @param schoolDays the school's days, oldest first: what lies between two of them does not break a row of days */
    AbsenceWords(Words words, List<LocalDate> schoolDays) {
        this.words = words;
        this.schoolDays = schoolDays;
    }

    /** "9 school days and half a school day". */
    String length(List<MarkedSession> sessions) {
        return length(sessions, "days");
    }

    /** A line for each reason, those that a family has to answer first. */
    List<String> lines(List<MarkedSession> sessions) {
        Map<AttendanceCode, List<MarkedSession>> byReason = new LinkedHashMap<>();
        sessions.stream()
                .sorted((one, other) -> Integer.compare(rank(one.code()), rank(other.code())))
                .forEach(marked -> byReason.computeIfAbsent(marked.code(), code -> new ArrayList<>())
                        .add(marked));
        return byReason.entrySet().stream()
                .map(reason -> words.say(
                        "line",
                        "length",
                        length(reason.getValue(), "short"),
                        "reason",
                        reason(reason.getKey()),
                        "dates",
                        dates(reason.getValue())))
                .toList();
    }

    /** "Monday 9 and Tuesday 10 November, Thursday 12 November in the morning". */
    String dates(List<MarkedSession> sessions) {
        List<Item> items = items(halves(sessions));
        List<String> said = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            boolean sameMonthNext = i + 1 < items.size()
                    && items.get(i).whole()
                    && items.get(i).from().equals(items.get(i).to())
                    && items.get(i + 1).from().getMonth() == items.get(i).to().getMonth();
            said.add(say(items.get(i), !sameMonthNext));
        }
        return joined(said);
    }

    /** "6 times". */
    String times(int howOften) {
        return howOften == 1 ? words.say("times.one") : words.say("times.many", "n", String.valueOf(howOften));
    }

    private String length(List<MarkedSession> sessions, String key) {
        long whole = halves(sessions).values().stream()
                .filter(halves -> halves.size() == 2)
                .count();
        long half = halves(sessions).size() - whole;
        String days = whole == 0
                ? words.say("days.none")
                : whole == 1 ? words.say(key + ".one") : words.say(key + ".many", "n", String.valueOf(whole));
        String halfDays = half == 1 ? words.say("halves.one") : words.say("halves.many", "n", String.valueOf(half));
        if (half == 0) {
            return days;
        }
        return whole == 0 ? halfDays : words.say("with", "a", days, "b", halfDays);
    }

    private String reason(AttendanceCode code) {
        String key = "reason." + code.token();
        return words.say(words.has(key) ? key : "reason.other");
    }

    private static int rank(AttendanceCode code) {
        return switch (code) {
            case N -> 0;
            case O -> 1;
            case G -> 2;
            case U -> 3;
            case I -> 5;
            default -> 4;
        };
    }

    private static NavigableMap<LocalDate, List<Half>> halves(List<MarkedSession> sessions) {
        NavigableMap<LocalDate, List<Half>> halves = new TreeMap<>();
        sessions.forEach(marked -> halves.computeIfAbsent(marked.session().date(), day -> new ArrayList<>())
                .add(marked.session().half()));
        return halves;
    }

    private List<Item> items(NavigableMap<LocalDate, List<Half>> halves) {
        List<Item> items = new ArrayList<>();
        List<LocalDate> row = new ArrayList<>();
        for (Map.Entry<LocalDate, List<Half>> day : halves.entrySet()) {
            boolean whole = day.getValue().size() == 2;
            if (!whole || !row.isEmpty() && !next(row.get(row.size() - 1)).equals(day.getKey())) {
                end(row, items);
            }
            if (whole) {
                row.add(day.getKey());
            } else {
                items.add(new Item(day.getKey(), day.getKey(), day.getValue()));
            }
        }
        end(row, items);
        return items;
    }

    private LocalDate next(LocalDate day) {
        int at = schoolDays.indexOf(day);
        return at < 0 || at + 1 == schoolDays.size() ? day.plusDays(1) : schoolDays.get(at + 1);
    }

    private static void end(List<LocalDate> row, List<Item> items) {
        if (row.size() >= RANGE_FROM) {
            items.add(new Item(row.get(0), row.get(row.size() - 1), List.of()));
        } else {
            row.forEach(day -> items.add(new Item(day, day, List.of())));
        }
        row.clear();
    }

    private String say(Item item, boolean month) {
        String to = DAY.format(item.to()) + (month ? MONTH.format(item.to()) : "");
        if (!item.from().equals(item.to())) {
            boolean sameMonth = item.from().getMonth() == item.to().getMonth();
            return words.say(
                    "range", "from", DAY.format(item.from()) + (sameMonth ? "" : MONTH.format(item.from())), "to", to);
        }
        return item.whole() ? to : words.say(item.halves().get(0) == Half.AM ? "morning" : "afternoon", "date", to);
    }

    private String joined(List<String> said) {
        if (said.size() < 2) {
            return String.join("", said);
        }
        return String.join(", ", said.subList(0, said.size() - 1)) + words.say("between") + said.get(said.size() - 1);
    }

    /** Whole days in a row, or a day's half. */
    private record Item(LocalDate from, LocalDate to, List<Half> halves) {

        boolean whole() {
            return halves.isEmpty();
        }
    }
}
