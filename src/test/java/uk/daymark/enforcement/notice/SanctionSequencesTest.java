package uk.daymark.enforcement.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Families, registers, payments and amendments made up at random, with every step put to the rules and to a plain oracle. 5,000
 * sequences in every build; more with {@code -Ddaymark.test.sequences=100000}.
 */
class SanctionSequencesTest {

    private static final int SEQUENCES = Integer.getInteger("daymark.test.sequences", 5_000);
    private static final long SEED = 20_260_301;

    @Test
    void theRulesIssueWhatThePlainReadingAllowsAndNothingElse() {
        long issued = 0;
        long refused = 0;
        for (int sequence = 0; sequence < SEQUENCES; sequence++) {
            SanctionSequence run = new SanctionSequence(new Random(SEED + sequence));
            try {
                run.play();
            } catch (AssertionError broken) {
                throw new AssertionError("Sequence " + sequence + ": " + broken.getMessage(), broken);
            }
            issued += run.issued();
            refused += run.refused();
        }
        assertThat(issued).as("notices issued").isGreaterThan(SEQUENCES / 5);
        assertThat(refused).as("proposals refused").isGreaterThan(SEQUENCES / 5);
        System.out.printf("%d sequences: %d notices issued, %d proposals refused%n", SEQUENCES, issued, refused);
    }
}
