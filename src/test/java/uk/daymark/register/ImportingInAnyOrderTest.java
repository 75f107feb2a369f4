package uk.daymark.register;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.daymark.register.RegisterForTests.MARKS_HEADER;
import static uk.daymark.register.RegisterForTests.mark;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.Session;
import uk.daymark.people.Urn;
import uk.daymark.register.reading.FileKind;

/** Random files and amendments beside a plain map of what ought to be stored. */
class ImportingInAnyOrderTest {

    private static final List<String> DATES = List.of("2025-11-10", "2025-11-11", "2025-11-17");

    record Line(String ref, String date, String half, String code) {

        String csv() {
            return mark(ref, date, half, code);
        }

        String key() {
            return ref + " " + date + " " + half;
        }
    }

    @Provide
    Arbitrary<List<List<Line>>> files() {
        Arbitrary<Line> line = Combinators.combine(
                        Arbitraries.of("1", "1", "2", "9"),
                        Arbitraries.of(DATES),
                        Arbitraries.of("AM", "PM"),
                        Arbitraries.of("I", "N", "O", "L", "C1", "#", "", "-"))
                .as(Line::new);
        return line.list().ofMinSize(1).ofMaxSize(12).list().ofMinSize(1).ofMaxSize(5);
    }

    @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
    void storesWhatAPlainMapWouldHold(@ForAll("files") List<List<Line>> files) {
        RegisterForTests register = RegisterForTests.withTwoPupils();
        Map<String, String> oracle = new HashMap<>();
        for (List<Line> file : files) {
            ImportAnswer.Rows expected = expected(file, oracle);
            ImportAnswer preview = register.preview(FileKind.MARKS, csv(file));
            ImportAnswer applied =
                    register.applyGoodRows(FileKind.MARKS, csv(file)).answer();

            assertThat(applied.rows()).isEqualTo(expected).isEqualTo(preview.rows());
            assertThat(expected.total()).isEqualTo(file.size());
            assertThat(register.applyGoodRows(FileKind.MARKS, csv(file))
                            .answer()
                            .rows())
                    .as("the same file again")
                    .satisfies(again -> {
                        assertThat(again.added()).isZero();
                        assertThat(again.changed()).isZero();
                    });
        }
        assertThat(stored(register)).isEqualTo(oracle);
        assertAmendmentsLeadToWhatIsStored(register);
    }

    @Property(tries = 30, shrinking = ShrinkingMode.BOUNDED)
    void endsTheSameWhetherAPrefixWasAppliedBeforeOrNot(@ForAll("files") List<List<Line>> files) {
        List<Line> whole = files.get(0);
        RegisterForTests register = RegisterForTests.withTwoPupils();
        register.applyGoodRows(FileKind.MARKS, csv(whole));
        Map<String, String> once = stored(register);

        register = RegisterForTests.withTwoPupils();
        register.applyGoodRows(FileKind.MARKS, csv(whole.subList(0, whole.size() / 2)));
        register.applyGoodRows(FileKind.MARKS, csv(whole));

        assertThat(stored(register)).isEqualTo(once);
    }

    /** What the file ought to do, and what is stored after it. */
    private static ImportAnswer.Rows expected(List<Line> file, Map<String, String> oracle) {
        Map<String, String> said = new HashMap<>();
        long added = 0;
        long changed = 0;
        long unchanged = 0;
        long rejected = 0;
        for (Line line : file) {
            boolean blank = line.code.isEmpty() || line.code.equals("-");
            String first = said.get(line.key());
            if (line.ref.equals("9") || (!blank && first != null && !first.equals(line.code))) {
                rejected++;
            } else if (blank || first != null || line.code.equals(oracle.get(line.key()))) {
                unchanged++;
            } else if (oracle.containsKey(line.key())) {
                changed++;
            } else {
                added++;
            }
            if (!line.ref.equals("9") && !blank) {
                said.putIfAbsent(line.key(), line.code);
            }
        }
        oracle.putAll(said);
        return new ImportAnswer.Rows(file.size(), added, changed, unchanged, rejected);
    }

    private static Map<String, String> stored(RegisterForTests register) {
        Map<String, String> stored = new HashMap<>();
        for (String ref : List.of("1", "2")) {
            for (MarkStore.Week week : register.marks.weeks(register.enrolment(ref))) {
                IntStream.range(0, Weeks.SLOTS)
                        .forEach(slot -> Weeks.codeAt(week.codes(), slot)
                                .ifPresent(code ->
                                        stored.put(ref + " " + Weeks.session(week.week(), slot), code.token())));
            }
        }
        return stored;
    }

    /** Each amendment begins where the one before ended, and the last ends at what is stored. */
    private static void assertAmendmentsLeadToWhatIsStored(RegisterForTests register) {
        Map<String, String> stored = stored(register);
        for (String ref : List.of("1", "2")) {
            Map<Session, AttendanceCode> reached = new HashMap<>();
            for (MarkStore.Amendment amendment : register.marks.amendments(register.pupils
                    .find(new Urn("999001"), ref)
                    .orElseThrow()
                    .enrolment()
                    .id())) {
                AttendanceCode before = reached.put(amendment.session(), amendment.after());
                if (before != null) {
                    assertThat(amendment.before()).isEqualTo(before);
                }
                assertThat(amendment.before()).isNotEqualTo(amendment.after());
            }
            reached.forEach((session, code) ->
                    assertThat(stored.get(ref + " " + session)).isEqualTo(code.token()));
        }
    }

    private static String csv(List<Line> file) {
        return MARKS_HEADER + file.stream().map(Line::csv).collect(Collectors.joining());
    }
}
