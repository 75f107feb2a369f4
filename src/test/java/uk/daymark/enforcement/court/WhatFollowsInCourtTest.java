package uk.daymark.enforcement.court;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;
import uk.daymark.worklist.WordBook;

/** Before a step towards a court or about a notice to improve is confirmed, the page says what will follow from it, whichever answer it is. */
class WhatFollowsInCourtTest {

    @ParameterizedTest
    @CsvSource({
        "court-tasks,prosecution,consider-supervision-order,then.consider-supervision-order,3",
        "court-tasks,prosecution,sign-certificate,then.sign-certificate,2",
        "court-tasks,prosecution,authorise-prosecution,then.authorise-prosecution,4",
        "court-tasks,prosecution,authorise-prosecution-by-officer,then.authorise-prosecution,4",
        "court-tasks,prosecution,begin-proceedings,then.begin-proceedings,3",
        "court-tasks,prosecution,record-result,then.record-result,6",
        "improvement-tasks,notice-to-improve,decide-early-breach,then.decide-early-breach,2",
        "improvement-tasks,notice-to-improve,decide-breach-at-school,then.decide-breach-at-school,2",
        "improvement-tasks,notice-to-improve,judge-improvement,then.judge-improvement,2",
        "improvement-tasks,notice-to-improve,judge-improvement-at-school,then.judge-improvement-at-school,2",
        "referral-tasks,parent-decision,consider-order,then-order,2"
    })
    void everyAnswerSaysWhatFollows(String book, String model, String form, String name, int answers) throws Exception {
        WordBook words = new WordBook("messages." + book);
        List<String> values = Pattern.compile("\"value\": \"([a-z-]+)\"")
                .matcher(new ClassPathResource("forms/" + model + "/" + form + ".form")
                        .getContentAsString(StandardCharsets.UTF_8))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(values)
                .hasSize(answers)
                .allSatisfy(value -> assertThat(words.say(name + "." + value, "Nadia Khan"))
                        .endsWith(".")
                        .doesNotContain("{0}"));
    }
}
