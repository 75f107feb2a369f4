package uk.daymark.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.daymark.forms.Forms.Checked;

/** Each rule of a form, broken and kept. */
class CheckingAnswersTest {

    private final Forms forms = new Forms();
    private final FormDefinition form = forms.read(ExampleForm.JSON);

    @Test
    void aWholeAnswerIsKeptAsItWasGivenTrimmedAndInTheFormsOrder() {
        Checked checked = check(Map.of(
                "reason", "  Mother rang.\r\nAll well.  ",
                "steps", List.of("write", "ring"),
                "outcome", "reason",
                "code", "I",
                "told", true,
                "minutes", BigInteger.valueOf(12),
                "on", "2025-11-03"));
        assertThat(checked.errors()).isEmpty();
        assertThat(checked.fields())
                .containsExactly(
                        Map.entry("outcome", "reason"),
                        Map.entry("code", "I"),
                        Map.entry("minutes", 12),
                        Map.entry("on", "2025-11-03"),
                        Map.entry("told", true),
                        Map.entry("steps", List.of("ring", "write")),
                        Map.entry("reason", "Mother rang.\nAll well."));
    }

    @Test
    void whatIsMissingIsAskedForInTheFormsWordsElseInWordsOfItsLabel() {
        Checked checked = check(Map.of());
        assertThat(checked.fields()).isEmpty();
        assertThat(checked.errors())
                .containsExactly(
                        Map.entry("outcome", "Select what they said"),
                        Map.entry("on", "Enter day of the call"),
                        Map.entry("reason", "Enter an answer to “Why?”"));
    }

    @Test
    void aQuestionIsAskedOnlyWhereItsAnswerCallsForItAndDroppedElse() {
        assertThat(check(answer("outcome", "reason")).errors()).containsEntry("code", "Select the code");
        Checked other = check(answer("outcome", "none", "code", "I"));
        assertThat(other.errors()).isEmpty();
        assertThat(other.fields()).doesNotContainKey("code");
        assertThat(check(answer("outcome", "wrong", "code", "I")).fields()).containsEntry("code", "I");
        assertThat(check(answer("outcome", "none", "code", "no such code")).errors())
                .isEmpty();
    }

    @Test
    void aFieldThatIsNotInTheFormIsRefused() { // 55
        for (String name : List.of("role", "schoolId", "status", "version", "outcome ", "")) {
            assertThat(check(answer(name, "x")).errors()).as(name).containsEntry(name, Forms.UNKNOWN);
        }
    }

    @Test
    void anOptionThatIsNotListedIsRefused() {
        assertThat(check(answer("outcome", "Reason")).errors())
                .containsEntry("outcome", "Select one of the listed answers to “What did they say?”");
        assertThat(check(answer("outcome", List.of("reason"))).errors()).containsKey("outcome");
        assertThat(check(answer("outcome", true)).errors()).containsKey("outcome");
        assertThat(check(answer("steps", List.of("ring", "shout"))).errors())
                .containsEntry("steps", "Select steps taken from what is listed");
        assertThat(check(answer("told", "maybe")).errors()).containsKey("told");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e3", "0x10", "１２", "1.0", "NaN", "--1", "1 2", "twelve", "٣"})
    void aNumberIsWrittenInOrdinaryDigits(String typed) { // 60
        assertThat(check(answer("minutes", typed)).errors())
                .containsEntry("minutes", "Minutes late must be a whole number, like 12");
    }

    @Test
    void aNumberLiesBetweenItsBounds() {
        assertThat(check(answer("minutes", "-1")).errors()).containsEntry("minutes", "Minutes late must be 0 or more");
        assertThat(check(answer("minutes", "9".repeat(40))).errors())
                .containsEntry("minutes", "Minutes late must be 400 or fewer");
        assertThat(check(answer("minutes", 1.5)).errors()).containsKey("minutes");
        assertThat(check(answer("minutes", " 400 ")).fields()).containsEntry("minutes", 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-02-29", "2025-13-01", "03/11/2025", "tomorrow", "+12025-11-03", "2025-11-03T10:00"})
    void aDayThatDoesNotExistIsRefused(String typed) { // 61
        assertThat(check(answer("on", typed)).errors()).containsEntry("on", "Day of the call must be a real date");
    }

    @Test
    void aDayFarAwayIsASlipOfTheKeyboard() {
        assertThat(check(answer("on", "9999-12-31")).errors().get("on")).contains("must have a year from");
        assertThat(check(answer("on", "2024-02-29")).fields()).containsEntry("on", "2024-02-29");
    }

    @Test
    void threeBoxesTakeMonthsByNumberAndByName() {
        for (String month : List.of("11", "Nov", "november", " NOVEM ")) {
            assertThat(check(answer("on", new DateBoxes("3", month, "2025"))).fields())
                    .as(month)
                    .containsEntry("on", "2025-11-03");
        }
        assertThat(check(answer("on", new DateBoxes("3", "", ""))).errors())
                .containsEntry("on", "Day of the call must include a month and year");
        assertThat(check(answer("on", new DateBoxes("3", "Nonember", "2025"))).errors())
                .containsEntry("on", "Day of the call must be a real date");
        assertThat(check(answer("on", new DateBoxes("31", "2", "2025"))).errors())
                .containsEntry("on", "Day of the call must be a real date");
        assertThat(check(answer("on", new DateBoxes("", " ", ""))).errors())
                .containsEntry("on", "Enter day of the call");
    }

    @Test
    void textKeepsToItsLengthAndHoldsNothingThatCannotBePrinted() { // 63, 64
        assertThat(check(answer("reason", "x".repeat(2001))).errors())
                .containsEntry("reason", "Your answer to “Why?” must be 2000 characters or fewer");
        assertThat(check(answer("reason", "😀".repeat(1000))).errors()).isEmpty();
        assertThat(check(answer("reason", "😀".repeat(1001))).errors())
                .as("as the database counts")
                .isNotEmpty();
        for (String bad : List.of("a\u0000b", "a\u001b[31mb", "a\ud800b", "a\u0085b")) {
            assertThat(check(answer("reason", bad)).errors())
                    .containsEntry(
                            "reason", "Your answer to “Why?” must not include characters that cannot be printed");
        }
        assertThat(check(answer("reason", List.of("a"))).errors()).containsKey("reason");
        assertThat(check(answer("reason", "a\tb\nc")).fields()).containsEntry("reason", "a\tb\nc");
    }

    @Test
    void aLineOfTextHasNoLineEndAndMatchesItsPattern() {
        assertThat(check(answer("ref", "AB12")).fields()).containsEntry("ref", "AB12");
        assertThat(check(answer("ref", "AB12\nCD34")).errors()).containsKey("ref");
        assertThat(check(answer("ref", "ab12")).errors()).containsEntry("ref", "Reference must be in the right format");
        assertThat(check(answer("ref", "A")).errors()).containsEntry("ref", "Reference must be 2 characters or more");
    }

    @Test
    void markupIsTextLikeAnyOther() { // 62
        for (String text : List.of("<svg onload=alert(1)>", "${7*7}", "#{x}", "{{7*7}}", "%{1}", "' OR 1=1--")) {
            assertThat(check(answer("reason", text)).fields()).containsEntry("reason", text);
        }
    }

    private Checked check(Map<String, ?> given) {
        return forms.check(form, given);
    }

    /** An answer that is right but for these. */
    private static Map<String, Object> answer(Object... keysAndValues) {
        Map<String, Object> answer =
                new HashMap<>(Map.of("outcome", "none", "on", "2025-11-03", "reason", "They rang"));
        for (int i = 0; i < keysAndValues.length; i += 2) {
            answer.put(String.valueOf(Arrays.asList(keysAndValues).get(i)), keysAndValues[i + 1]);
        }
        return answer;
    }
}
