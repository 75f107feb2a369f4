package uk.daymark.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.daymark.workflow.Decisions;

@EachRow(value = "letter-holds", rules = 14)
class LetterHoldsTest {

    private static final List<String> FACTS = List.of(
            "heldByPerson",
            "circumstances",
            "longIllness",
            "childProtection",
            "partTime",
            "legalWarning",
            "reasonsMissing",
            "codesUnconfirmed",
            "sameLetterLately",
            "nothingMissed",
            "nobodyToWriteTo",
            "addressUnusable",
            "courtOrder",
            "addressWithheld",
            "senderWithoutAddress");

    @ParameterizedTest
    @CsvSource({
        "heldByPerson, held-by-a-person",
        "circumstances, circumstances-on-record",
        "longIllness, long-illness",
        "childProtection, child-protection",
        "partTime, part-time-timetable",
        "sameLetterLately, same-letter-lately",
        "nothingMissed, nothing-missed",
        "nobodyToWriteTo, nobody-to-write-to",
        "addressUnusable, address-not-usable",
        "courtOrder, court-order",
        "addressWithheld, address-withheld",
        "senderWithoutAddress, authority-without-address"
    })
    void eachOfTheseHoldsALetterByItself(String fact, String rule) {
        assertThat(rules(fact)).containsExactly(rule);
    }

    @Test
    void aLegalLetterWaitsForReasonsAndForTheRegisterAndAnotherLetterDoesNot() {
        assertThat(rules("reasonsMissing", "codesUnconfirmed")).isEmpty();
        assertThat(rules("legalWarning")).isEmpty();
        assertThat(rules("legalWarning", "reasonsMissing")).containsExactly("legal-with-a-reason-missing");
        assertThat(rules("legalWarning", "codesUnconfirmed")).containsExactly("legal-with-a-code-unconfirmed");
    }

    @Test
    void everythingThatHoldsALetterIsNamed() {
        assertThat(rules()).isEmpty();
        assertThat(rules(FACTS.toArray(String[]::new))).hasSize(14);
    }

    private static List<String> rules(String... set) {
        Map<String, Object> facts = new HashMap<>();
        FACTS.forEach(fact -> facts.put(fact, List.of(set).contains(fact)));
        List<Decisions.Fired> fired = Models.engine().ask("letter-holds", facts);
        assertThat(fired).allSatisfy(rule -> {
            assertThat(rule.out("hold")).isEqualTo(rule.rule());
            assertThat(rule.out("sentence")).endsWith(".");
            assertThat(rule.out("source")).isNotBlank();
        });
        return fired.stream().map(Decisions.Fired::rule).toList();
    }
}
