package uk.daymark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/proofs.md} says which test shows what: each has to be there, and each worked case has to be among them. */
class ProofsTest {

    private static final Pattern NAMED = Pattern.compile("`(\\w+)#(\\w+)`");
    private static final Pattern CASE = Pattern.compile("(?m)^  - id: (GC-(?:2[7-9]|[345][0-9]))$");

    @Test
    void everyTestThatIsNamedIsThere() throws IOException {
        Map<String, String> tests = tests();
        List<MatchResult> named = NAMED.matcher(proofs()).results().toList();
        assertThat(named).hasSizeGreaterThan(40);
        assertThat(named)
                .filteredOn(one -> {
                    String text = tests.getOrDefault(one.group(1), "");
                    return !text.contains(" void " + one.group(2) + "(")
                            && !text.contains("Stream<DynamicTest> " + one.group(2) + "(");
                })
                .extracting(MatchResult::group)
                .isEmpty();
    }

    @Test
    void everyWorkedCaseOfTheAuthorityHasItsLine() throws IOException {
        List<String> cases = CASE.matcher(Files.readString(Path.of("src/test/resources/golden/cases.yaml")))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(cases).contains("GC-27", "GC-53");
        String proofs = proofs();
        assertThat(cases).allSatisfy(id -> assertThat(proofs).contains("| " + id + " | `"));
    }

    private static String proofs() throws IOException {
        return Files.readString(Path.of("docs/proofs.md"));
    }

    /** The text of each test class, by its name. */
    private static Map<String, String> tests() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            return files.filter(file -> file.toString().endsWith("Test.java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""), ProofsTest::read));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
