package uk.daymark.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Which value holds on which day, a policy's own or an inherited one. */
class PolicyInForceTest {

    private static final String CHANGED_TWICE = """
            title: A county
            about: Its code
            inherits: national
            values:
              threshold.sessions:
                - {value: 12, unit: sessions, from: 2025-01-01, to: 2025-08-31, source: Its code, confidence: source}
                - {value: 15, unit: sessions, from: 2026-01-01, source: Its code, confidence: source}
              window.min_sessions:
                - {value: 60, unit: sessions, from: 2025-01-01, to: 2025-08-31, source: Its code, confidence: source}
            """;

    private final Policy county =
            PolicyFiles.shippedAnd("county", CHANGED_TWICE).named("county").orElseThrow();

    @Test
    void takesTheEntryWhoseDatesHoldTheDay() {
        assertThat(county.number("threshold.sessions", LocalDate.of(2025, 1, 1)))
                .contains(12);
        assertThat(county.number("threshold.sessions", LocalDate.of(2025, 8, 31)))
                .contains(12);
        assertThat(county.number("threshold.sessions", LocalDate.of(2026, 1, 1)))
                .contains(15);
    }

    @Test
    void fallsBackToTheInheritedValueBetweenItsOwn() {
        assertThat(county.number("threshold.sessions", LocalDate.of(2025, 10, 1)))
                .contains(10);
        assertThat(county.entry("threshold.sessions", LocalDate.of(2025, 10, 1))
                        .orElseThrow()
                        .policy())
                .isEqualTo("national");
    }

    @Test
    void takesTheNearestEntryWhereNoneIsInForceAnywhere() {
        assertThat(county.number("window.min_sessions", LocalDate.of(2030, 1, 1)))
                .contains(60);
        assertThat(county.number("threshold.sessions", LocalDate.of(2020, 1, 1)))
                .contains(12);
    }

    @Test
    void usesAPolicyNamedOutrightWhateverItsDates() {
        Policy old = PolicyFiles.shipped("cambridgeshire-2021");
        assertThat(old.number("threshold.sessions", LocalDate.of(2025, 11, 21))).contains(8);
        assertThat(old.countingRules(LocalDate.of(2025, 11, 21)))
                .isEqualTo(old.countingRules(LocalDate.of(2021, 11, 21)));
        assertThat(PolicyFiles.shipped("cambridgeshire").number("threshold.sessions", LocalDate.of(2021, 11, 21)))
                .contains(10);
    }

    @Test
    void answersOutsideItsDatesAsOnItsNearestDayInside() {
        Policy ended = PolicyFiles.shippedAnd("ended", """
                        title: A county, until summer 2025
                        about: Its code
                        inherits: national
                        in_force: {from: 2025-01-01, to: 2025-08-31}
                        values:
                          threshold.sessions:
                            - {value: 11, unit: sessions, from: 2025-01-01, to: 2025-03-31, source: Its code, confidence: source}
                            - {value: 12, unit: sessions, from: 2025-04-01, to: 2025-08-31, source: Its code, confidence: source}
                        """).named("ended").orElseThrow();
        assertThat(ended.number("threshold.sessions", LocalDate.of(2020, 1, 1))).contains(11);
        assertThat(ended.number("threshold.sessions", LocalDate.of(2025, 3, 31)))
                .contains(11);
        assertThat(ended.number("threshold.sessions", LocalDate.of(2025, 4, 1))).contains(12);
        assertThat(ended.number("threshold.sessions", LocalDate.of(2026, 1, 1))).contains(12);
    }

    @Test
    void listsEveryEntryOfAKeyItsOwnFirst() {
        assertThat(county.allEntries("threshold.sessions"))
                .extracting(entry -> entry.policy() + " " + entry.value())
                .containsExactly("county 12", "county 15", "national 10");
    }

    @Test
    void showsEveryKeyThatHasAValueOnceInTheOrderOfTheCatalogue() {
        Policies policies = PolicyFiles.shipped();
        Policy national = policies.named("national").orElseThrow();
        assertThat(national.entries(LocalDate.of(2025, 11, 21)))
                .extracting(PolicyEntry::key)
                .doesNotHaveDuplicates()
                .isSubsetOf(policies.keys())
                .isSortedAccordingTo(
                        (a, b) -> policies.keys().indexOf(a) - policies.keys().indexOf(b));
    }

    @Test
    void refusesAKeyThatDoesNotExistOrIsOfAnotherKind() {
        LocalDate day = LocalDate.of(2025, 11, 21);
        assertThatIllegalArgumentException().isThrownBy(() -> county.number("threshold.sesions", day));
        assertThatIllegalArgumentException().isThrownBy(() -> county.codes("threshold.sessions", day));
    }
}
