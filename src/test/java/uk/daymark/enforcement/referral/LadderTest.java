package uk.daymark.enforcement.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.daymark.policy.PolicyFiles;

class LadderTest {

    @ParameterizedTest
    @CsvSource({"cambridgeshire, steps", "hertfordshire, choice", "herefordshire, choice", "national, choice"})
    void onlyAPolicyThatNamesTheProsecutionsPutsThemInAnOrder(String policy, String word) {
        assertThat(Ladder.word(PolicyFiles.shipped(policy), LocalDate.parse("2025-11-24")))
                .isEqualTo(word);
    }
}
