package uk.daymark.letters.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedLettersTest {

    /** An amount or a length of time: a policy has it, and an authority may change it. */
    private static final Pattern TYPED = Pattern.compile(
            "(£\\s?\\d[\\d,]*|\\b(\\d[\\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thousand)\\s+"
                    + "(pounds|(school |working )?days?|(school )?weeks?|months?|years?))\\b",
            Pattern.CASE_INSENSITIVE);

    static Stream<Path> letters() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("letters"))) {
            return files
                    .filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !file.endsWith("README.md"))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("letters")
    void noLetterHasANumberOfThePolicyTypedIntoItsWords(Path letter) throws IOException {
        String words = Files.readString(letter).replaceFirst("(?s)^---.*?---", "");
        assertThat(TYPED.matcher(words).results().map(found -> found.group()))
                .as(letter.toString())
                .isEmpty();
    }
}
