package uk.daymark.practice.sample;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.SchoolCalendar;

/** {@code schools.yaml}: the file says what its parts mean. */
record SchoolsFile(
        long seed,
        LocalDateTime clock,
        LocalDate registersUntil,
        List<School> schools,
        List<SampleLetterhead> letterheads,
        List<Days> terms,
        List<Days> closures) {

    record School(
            String urn,
            String name,
            String phase,
            String authority,
            String policy,
            Register register,
            String town,
            String postcode,
            Forms forms,
            List<Days> closures) {}

    record Register(String opens, String closesAm, String closesPm) {}

    record Forms(List<String> years, List<String> names, int pupils) {

        /** "2 Oak", "8A". */
        static String title(String year, String name) {
            return year + (name.length() > 1 ? " " : "") + name;
        }
    }

    record Days(LocalDate from, LocalDate to, String reason) {

        DateRange range() {
            return new DateRange(from, to);
        }
    }

    SchoolCalendar calendar(School school) {
        return new SchoolCalendar(
                terms.stream().map(Days::range).toList(),
                closures(school)
                        .map(days -> new SchoolCalendar.Closure(days.range(), days.reason()))
                        .toList(),
                List.of());
    }

    Stream<Days> closures(School school) {
        return Stream.concat(closures.stream(), school.closures().stream());
    }
}
