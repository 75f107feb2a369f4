package uk.daymark.enforcement.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.daymark.enforcement.CheckedRule;
import uk.daymark.enforcement.PublicPlaceFacts;
import uk.daymark.enforcement.ReferralFigures;
import uk.daymark.enforcement.ReferralQuestion;
import uk.daymark.enforcement.ReferralRoute;
import uk.daymark.enforcement.SupportFacts;
import uk.daymark.measure.BankHolidays;
import uk.daymark.measure.GoldenCases;
import uk.daymark.policy.PolicyFiles;

/** Cambridgeshire's fifteen school days after 11 November 2025 end on 3 December (GC-50). */
class TheTimeToReferTest {

    private static final String PASSED = "REFERRAL_DEADLINE_PASSED";

    private final ReferralRules rules = new ReferralRules(new BankHolidays(Set.of(), Set.of()));

    @Test
    void whatWasSubmittedInTimeIsNotLateWhenTheAuthorityDecides() {
        assertThat(failed("2025-12-08", Optional.of("2025-12-01"))).doesNotContain(PASSED);
        assertThat(failed("2025-12-08", Optional.of("2025-12-03"))).doesNotContain(PASSED);
    }

    @Test
    void whatWasSubmittedLateStaysLateAndWhatIsNotSubmittedIsMeasuredToday() {
        assertThat(failed("2025-12-08", Optional.of("2025-12-04"))).contains(PASSED);
        assertThat(failed("2025-12-03", Optional.empty())).doesNotContain(PASSED);
        assertThat(failed("2025-12-04", Optional.empty())).contains(PASSED);
    }

    private List<String> failed(String on, Optional<String> submitted) {
        return rules
                .check(new ReferralQuestion(
                        PolicyFiles.shipped("cambridgeshire"),
                        ReferralRoute.PUBLIC_PLACE,
                        LocalDate.parse(on),
                        ReferralFigures.unknown(),
                        SupportFacts.unknown(),
                        Optional.empty(),
                        new PublicPlaceFacts(
                                Optional.of(LocalDate.parse("2025-11-11")),
                                Optional.of(LocalDate.parse("2025-11-10")),
                                Optional.of(3),
                                Optional.of(true)),
                        Optional.of(GoldenCases.calendar("CAL-A")),
                        submitted.map(LocalDate::parse)))
                .failed()
                .stream()
                .map(CheckedRule::code)
                .toList();
    }
}
