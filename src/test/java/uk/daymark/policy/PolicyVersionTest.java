package uk.daymark.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The content hash that goes with every result. */
class PolicyVersionTest {

    private static final String COUNTY = """
            title: A county
            about: Its code
            inherits: national
            values:
              threshold.sessions:
                - value: 12
                  unit: sessions
                  from: 2025-01-01
                  source: Its code
                  confidence: source
            """;

    @Test
    void isASha256InHexadecimal() {
        assertThat(version(COUNTY)).matches("[0-9a-f]{64}");
    }

    @Test
    void staysWhenOnlyCommentsLayoutAndOrderChange() {
        String laidOutOtherwise = """
                # A comment
                about: "Its code"   # quoted
                title: A county
                inherits: national

                values:
                    threshold.sessions: [{from: '2025-01-01', value: 12, unit: sessions, source: Its code, confidence: source}]
                """;
        assertThat(version(laidOutOtherwise)).isEqualTo(version(COUNTY));
    }

    @ParameterizedTest
    @CsvSource({
        "value: 12, value: 13",
        "from: 2025-01-01, from: 2025-01-02",
        "source: Its code, source: Another code",
        "confidence: source, confidence: unconfirmed"
    })
    void changesWithAnyValueDateSourceOrConfidence(String was, String is) {
        assertThat(version(COUNTY.replace(was, is))).isNotEqualTo(version(COUNTY));
    }

    @Test
    void changesWithWhatIsInherited() {
        Map<String, String> texts = PolicyFiles.shippedTexts();
        String commonswood = version(texts, "commonswood");
        String cambridgeshire = version(texts, "cambridgeshire");
        texts.computeIfPresent("hertfordshire.yaml", (file, text) -> text.replace("below: 96", "below: 95"));
        assertThat(version(texts, "commonswood")).isNotEqualTo(commonswood);
        assertThat(version(texts, "cambridgeshire")).isEqualTo(cambridgeshire);
    }

    @Test
    void changesWithOverridesWhateverTheirOrder() throws PolicyOverrideException {
        Policy national = PolicyFiles.shipped("national");
        String one = national.with(PolicyFiles.overrides("{\"pn.max\": 3, \"threshold.sessions\": 9}"))
                .version();
        String other = national.with(PolicyFiles.overrides("{\"threshold.sessions\": 9, \"pn.max\": 3}"))
                .version();
        assertThat(one).isEqualTo(other).isNotEqualTo(national.version());
    }

    private static String version(String county) {
        return PolicyFiles.shippedAnd("county", county)
                .named("county")
                .orElseThrow()
                .version();
    }

    private static String version(Map<String, String> texts, String name) {
        return PolicyFiles.loaded(texts).named(name).orElseThrow().version();
    }
}
