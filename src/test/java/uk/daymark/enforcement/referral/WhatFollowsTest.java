package uk.daymark.enforcement.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.io.ClassPathResource;

/** Before a decision is confirmed the page says what will follow from it, whichever it is. */
class WhatFollowsTest {

    private final TaskSayings words = new TaskSayings();

    @ParameterizedTest
    @EnumSource
    void everyDecisionForAParentSaysWhatFollows(Outcome outcome) {
        assertThat(words.say("then." + outcome.word(), "Nadia Khan"))
                .endsWith(".")
                .doesNotContain("{0}");
    }

    @Test
    void everyAnswerToAReferralSaysWhatFollows() throws Exception {
        String form = new ClassPathResource("forms/legal-referral/triage-referral.form")
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(Pattern.compile("\"value\": \"([a-z-]+)\"")
                        .matcher(form)
                        .results()
                        .map(found -> found.group(1)))
                .hasSize(4)
                .allSatisfy(
                        answer -> assertThat(words.say("then-triage." + answer)).isNotBlank());
    }
}
