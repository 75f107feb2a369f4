package uk.daymark.letters.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTemplatesTest {

    private static final String HEAD = """
            ---
            title: First letter
            series: 5.2(b)
            policies: all
            purpose: To try.
            early: yes
            legal_warning: no
            channel: post or e-mail
            register_extract: no
            most_words: 20
            ---
            """;

    private final List<LetterFault> faults = new ArrayList<>();

    @Test
    void aLetterIsFilledInAfterItIsReadSoThatNamesStayNames() {
        LetterTemplate template = read(HEAD
                        + "# About ((pupil_first))\n\nPlease ((contact_us)).\n((has_illness??Get well soon.))\n\n"
                        + "((absences))\n\n* Ring ((sender))\n* Thank you\n")
                .orElseThrow();

        List<Said> said = template.fill(new Values()
                .words(Field.PUPIL_FIRST, "((school)) **Zoë**\n# Bold")
                .words(Field.CONTACT_US, "ring <b>us</b>")
                .words(Field.SENDER, "Ms Jones")
                .flag(Field.HAS_ILLNESS, false)
                .lines(Field.ABSENCES, List.of("2 days: * x")));

        assertThat(said)
                .containsExactly(
                        new Said(Said.Kind.HEADING, List.of("About ((school)) **Zoë** # Bold")),
                        new Said(Said.Kind.PARAGRAPH, List.of("Please ring <b>us</b>.")),
                        new Said(Said.Kind.BULLETS, List.of("2 days: * x")),
                        new Said(Said.Kind.BULLETS, List.of("Ring Ms Jones", "Thank you")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Dear ((pupl))|12|There is no field ((pupl))
            Dear **you**|12|no bold
            Read [this](http://x)|12|no bold
            Come AT ONCE|12|capitals shout
            She missed 10% of days|12|days, not of percentages
            She missed ten per cent|12|days, not of percentages
            These ((absences)) are|12|on a line of its own
            If ((has_illness)) then|12|yes or no
            If ((pupil??yes)) then|12|not yes or no
            Open ((pupil|12|in pairs
            Close pupil))|12|in pairs
            # One#|0|
            ## Two|12|begins with '# '
            <b>Hello</b>|12|no bold
            ((has_illness??Ring ((sender)) now))|12|in pairs
            """)
    void whatALetterMayNotHaveIsToldWithItsLine(String body, int line, String message) {
        read(HEAD + body + "\n");
        if (line == 0) {
            assertThat(faults).isEmpty();
            return;
        }
        assertThat(faults).isNotEmpty().first().satisfies(fault -> {
            assertThat(fault.line()).isEqualTo(line);
            assertThat(fault.message()).contains(message);
        });
    }

    @Test
    void anEarlyLetterThatIsTooLongIsRefused() {
        read(HEAD + "word ".repeat(21) + "\n");
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.line()).isEqualTo(10);
            assertThat(fault.message()).contains("21 words");
        });
        faults.clear();
        read(HEAD.replace("most_words: 20", "most_words: 151") + "Hello.\n");
        assertThat(faults)
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("at most 150 words"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            title: First letter|colour: red|'colour'
            title: First letter|just words|'key: value'
            purpose: To try.|title: Again|needs 'purpose'
            purpose: To try.|early: yes|stands here twice
            early: yes|early: maybe|'yes' or 'no'
            channel: post or e-mail|channel: pigeon|'post' or 'post or e-mail'
            legal_warning: no|legal_warning: yes|goes by post
            most_words: 20|most_words: many|whole number
            """)
    void aHeadThatIsNotUnderstoodIsRefused(String line, String instead, String message) {
        assertThat(read(HEAD.replace(line, instead) + "Hello.\n")).isEmpty();
        assertThat(faults).anySatisfy(fault -> assertThat(fault.message()).contains(message));
    }

    @Test
    void aLetterWithoutAHeadOrWithoutWordsIsRefused() {
        assertThat(read("Hello.\n")).isEmpty();
        assertThat(read("")).isEmpty();
        assertThat(read(HEAD)).isEmpty();
        assertThat(faults).hasSize(3);
    }

    private Optional<LetterTemplate> read(String text) {
        return new TemplateReader(150).read("try.md", text.getBytes(StandardCharsets.UTF_8), faults);
    }
}
