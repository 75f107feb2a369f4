package uk.daymark.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Covers("improvement-letter")
class ImprovementLetterTest {

    private static final Instant A_DAY = Instant.parse("2025-11-02T00:00:00Z");

    @Test
    void theAuthoritysLetterIsPostedByTheOfficerAlone() {
        Run run = written("authority")
                .assertWaitsAt("post-authority-letter")
                .completes(
                        "post-authority-letter", Map.of("letterOutcome", "sent", "letterSent", true, "postedOn", A_DAY))
                .assertEnded()
                .assertDidNotPass("school-letter");
        assertThat(run.variable("letterSent")).isEqualTo(true);
        assertThat(run.variable("postedOn")).isEqualTo(A_DAY);
    }

    @Test
    void theSchoolsLetterIsPostedByItsOffice() {
        Run run = written("school")
                .assertWaitsAt("post-letter")
                .completes("post-letter", Map.of("letterOutcome", "sent", "letterSent", true, "letterSentOn", A_DAY))
                .assertEnded()
                .assertDidNotPass("letter-of-authority");
        assertThat(run.variable("letterSent")).isEqualTo(true);
        assertThat(run.variable("postedOn")).isEqualTo(A_DAY);
    }

    @Test
    void aLetterThatWasNotPostedHasNoDay() {
        Run run = written("authority")
                .completes("post-authority-letter", Map.of("letterOutcome", "stop", "letterSent", false))
                .assertEnded();
        assertThat(run.variable("letterSent")).isEqualTo(false);
        assertThat(run.variable("postedOn")).isNull();
    }

    private static Run written(String issuer) {
        return Post.letters(Models.engine())
                .step("writeAuthorityLetter", Map.of("letterHeld", false, "letterSent", false))
                .start("improvement-letter", Map.of("letter", "notice-to-improve", "issuer", issuer));
    }
}
