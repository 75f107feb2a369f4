package uk.daymark.practice.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.Half;
import uk.daymark.measure.Session;
import uk.daymark.practice.sample.SampleSchool.DecidedSession;

class SampleSchoolsTest {

    private static final SampleSchools SCHOOLS = SampleSchools.make();
    private static final LocalDateTime CLOCK = SampleSchools.clock();

    @Test
    void thereAreThreeOfAboutTwoHundredAndFiftyPupils() {
        assertThat(SCHOOLS.schools()).extracting(SampleSchool::urn).containsExactly("999101", "999102", "999103");
        assertThat(SCHOOLS.schools())
                .allSatisfy(school -> assertThat(school.pupils()).isBetween(240, 260));
    }

    @Test
    void theyAreTheSameEachTime() {
        SampleSchools again = SampleSchools.make();
        assertThat(again.pupilsCsv()).isEqualTo(SCHOOLS.pupilsCsv());
        assertThat(again.contactsCsv()).isEqualTo(SCHOOLS.contactsCsv());
        assertThat(again.weeksCsv(CLOCK)).isEqualTo(SCHOOLS.weeksCsv(CLOCK));
        assertThat(again.newCsv(CLOCK, CLOCK.plusDays(30), Map.of()))
                .isEqualTo(SCHOOLS.newCsv(CLOCK, CLOCK.plusDays(30), Map.of()));
    }

    @Test
    void theFamiliesAreOfManyKinds() {
        List<String> contacts = SCHOOLS.contactsCsv().lines().skip(1).toList();
        assertThat(contacts).hasSizeGreaterThan(1000);
        Function<Integer, Map<String, Long>> column = number -> contacts.stream()
                .collect(Collectors.groupingBy(row -> row.split(",", -1)[number], Collectors.counting()));
        assertThat(column.apply(7))
                .containsKeys("Mother", "Father", "Foster carer", "Grandmother", "Aunt", "Neighbour");
        for (int flag : List.of(9, 10, 11, 12, 19)) {
            assertThat(column.apply(flag)).containsKeys("Y", "N");
        }
        assertThat(column.apply(15)).hasSizeGreaterThan(6);
        List<String> pupils = SCHOOLS.pupilsCsv().lines().skip(1).toList();
        for (int flag : List.of(12, 13, 14, 15)) {
            assertThat(pupils).anyMatch(row -> row.split(",", -1)[flag].equals("Y"));
        }
        assertThat(pupils).extracting(row -> row.split(",", -1)[2]).doesNotHaveDuplicates();
    }

    @Test
    void nobodyCanBeReached() {
        assertThat(SCHOOLS.contactsCsv().lines().skip(1)).allSatisfy(row -> {
            String[] cells = row.split(",", -1);
            assertThat(cells[13]).matches("07700 900\\d{3}");
            assertThat(cells[14]).matches("|.+@example\\.org");
            assertThat(cells[18]).matches("|ZZ\\d\\d \\d[A-Z]{2}");
        });
    }

    @Test
    void attendanceIsBelievable() {
        Map<String, Long> codes = SCHOOLS.weeksCsv(CLOCK)
                .lines()
                .skip(1)
                .flatMap(row -> Arrays.stream(row.split(",", -1)).skip(3))
                .filter(code -> !code.isEmpty())
                .collect(Collectors.groupingBy(code -> code, Collectors.counting()));
        assertThat(codes).containsKeys("/", "\\", "L", "U", "I", "M", "G", "O", "N", "V");
        long possible = codes.values().stream().mapToLong(count -> count).sum();
        long away = List.of("I", "M", "G", "O", "N", "U").stream()
                .mapToLong(codes::get)
                .sum();
        assertThat(100.0 * away / possible).as("absent, in percent").isBetween(3.5, 8.0);
        assertThat(codes.get("N")).as("marks without a reason").isBetween(10L, 60L);
    }

    @Test
    void aNewDayBringsItsRegistersOnceEachHasClosed() {
        LocalDateTime evening = CLOCK.toLocalDate().atTime(18, 0);
        LocalDateTime nextMorning = evening.plusDays(1).withHour(9).withMinute(12);
        List<String> rows = SCHOOLS.newCsv(evening, nextMorning, Map.of())
                .lines()
                .filter(row -> row.contains("," + nextMorning.toLocalDate() + ","))
                .toList();
        // At 9:12 the first two have closed, the third has not.
        assertThat(rows)
                .hasSize(SCHOOLS.schools().get(0).pupils()
                        + SCHOOLS.schools().get(1).pupils());
        assertThat(rows).allMatch(row -> row.contains(",AM,"));
    }

    @Test
    void aSessionComesOnceHoweverTheDaysAreCut() {
        LocalDateTime end = CLOCK.plusDays(10);
        LocalDateTime middle = CLOCK.plusDays(4).withHour(11);
        List<String> whole = sessionsOf(SCHOOLS.newCsv(CLOCK, end, Map.of()));
        List<String> parts = new java.util.ArrayList<>(sessionsOf(SCHOOLS.newCsv(CLOCK, middle, Map.of())));
        parts.addAll(sessionsOf(SCHOOLS.newCsv(middle, end, Map.of())));
        assertThat(parts).contains(whole.toArray(String[]::new));
        assertThat(whole.stream().distinct().count()).isGreaterThan(5000);
    }

    @Test
    void marksWithoutAReasonAreExplainedByTheSchoolInTime() {
        LocalDateTime end = CLOCK.plusDays(14);
        String later = SCHOOLS.newCsv(CLOCK, end, Map.of());
        assertThat(later.lines().filter(row -> row.contains(",N,"))).isNotEmpty();
        assertThat(later.lines().filter(row -> row.compareTo("999101") > 0 && olderThanTheClock(row)))
                .as("changed codes of registers that were there already")
                .isNotEmpty()
                .noneMatch(row -> row.contains(",N,"));
    }

    @Test
    void aCodeDecidedInDaymarkIsEnteredInThePlaceOfWhatTheSchoolKnew() {
        LocalDateTime end = CLOCK.plusDays(14);
        String changed = SCHOOLS.newCsv(CLOCK, end, Map.of())
                .lines()
                .filter(SampleSchoolsTest::olderThanTheClock)
                .findFirst()
                .orElseThrow();
        String[] cells = changed.split(",", -1);
        DecidedSession decided = new DecidedSession(
                cells[0], cells[1], new Session(java.time.LocalDate.parse(cells[2]), Half.valueOf(cells[3])));
        String now = SCHOOLS.newCsv(CLOCK, end, Map.of(decided, AttendanceCode.C));
        String place = String.join(",", cells[0], cells[1], cells[2], cells[3]) + ",";
        assertThat(now.lines().filter(row -> row.startsWith(place))).containsExactly(place + "C,");
    }

    private static boolean olderThanTheClock(String row) {
        String[] cells = row.split(",", -1);
        return cells[2].startsWith("20") && java.time.LocalDate.parse(cells[2]).isBefore(CLOCK.toLocalDate());
    }

    private static List<String> sessionsOf(String csv) {
        return csv.lines()
                .skip(1)
                .map(row -> row.substring(0, row.indexOf(',', row.indexOf("M,") + 2)))
                .toList();
    }
}
