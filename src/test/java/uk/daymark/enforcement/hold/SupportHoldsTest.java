package uk.daymark.enforcement.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.CaseRef;
import uk.daymark.cases.SanctionHolds.Gate;
import uk.daymark.cases.Support;
import uk.daymark.cases.SupportFacts;
import uk.daymark.cases.SupportKind;
import uk.daymark.cases.SupportRecord;
import uk.daymark.cases.SupportRecord.Details;
import uk.daymark.cases.SupportRecord.Response;
import uk.daymark.enforcement.check.ReferralRules;
import uk.daymark.measure.BankHolidays;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.PupilId;
import uk.daymark.people.Urn;
import uk.daymark.policy.PolicyFiles;

/** How long open help holds a sanction back, and which help does. */
class SupportHoldsTest {

    private static final CaseRef REF = new CaseRef("A-2025-0012");
    private static final LocalDate OPENED = LocalDate.of(2025, 9, 8);

    private final Support support = mock(Support.class);
    private final List<SupportRecord> records = new ArrayList<>();

    private final CaseFile file = new CaseFile(
            REF,
            new PupilId(1),
            new EnrolmentId(1),
            new Urn("999001"),
            "4512",
            "Amira Khan",
            "opened",
            CaseFile.Status.OPEN,
            OPENED,
            Optional.empty(),
            "cambridgeshire",
            "why",
            1);

    @BeforeEach
    void earlyHelpWasOffered() {
        when(support.of(REF))
                .thenAnswer(asked -> new SupportFacts(
                        true,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        false,
                        records));
    }

    private void help(SupportKind kind, Optional<LocalDate> opened, Optional<LocalDate> closed, Response response) {
        Details details = new Details(
                kind,
                Optional.of(OPENED),
                "",
                response,
                opened,
                "",
                closed,
                Optional.empty(),
                Optional.empty(),
                "",
                "");
        records.add(new SupportRecord(1, REF, details, "", "lead", Instant.EPOCH, Optional.empty()));
    }

    private List<Gate> holdsOn(String day) {
        return holdsOn(day, "cambridgeshire");
    }

    private List<Gate> holdsOn(String day, String policy) {
        Clock clock = Clock.fixed(Instant.parse(day + "T09:00:00Z"), ZoneOffset.UTC);
        return new SupportHolds(new ReferralRules(new BankHolidays(Set.of(), Set.of())), support, clock)
                .of(file, PolicyFiles.shipped(policy), false);
    }

    @ParameterizedTest
    @CsvSource({"2025-09-08, true", "2025-11-24, true", "2025-11-30, true", "2025-12-01, false"})
    void earlyHelpHoldsForTwelveFullWeeksFromTheDayItOpened(String day, boolean held) {
        help(SupportKind.EARLY_HELP, Optional.of(OPENED), Optional.empty(), Response.ACCEPTED);
        assertThat(holdsOn(day)).hasSize(held ? 1 : 0);
        holdsOn(day).forEach(hold -> {
            assertThat(hold.message()).contains("8 September 2025", "1 December 2025");
            assertThat(hold.until()).contains(LocalDate.of(2025, 12, 1));
        });
    }

    @Test
    void helpThatHasEndedHoldsNothing() {
        help(
                SupportKind.TARGETED_SUPPORT,
                Optional.of(OPENED),
                Optional.of(LocalDate.of(2025, 9, 22)),
                Response.ACCEPTED);
        assertThat(holdsOn("2025-09-29")).isEmpty();
    }

    @Test
    void helpThatWasAcceptedHoldsFromItsOfferAndHelpThatWasDeclinedDoesNot() {
        help(SupportKind.EARLY_HELP, Optional.empty(), Optional.empty(), Response.DECLINED);
        assertThat(holdsOn("2025-09-15")).isEmpty();
        help(SupportKind.EARLY_HELP, Optional.empty(), Optional.empty(), Response.ACCEPTED);
        assertThat(holdsOn("2025-09-15")).hasSize(1);
    }

    @Test
    void ofSeveralTheLastThatOpenedCounts() {
        help(SupportKind.EARLY_HELP, Optional.of(OPENED), Optional.empty(), Response.ACCEPTED);
        help(SupportKind.TARGETED_SUPPORT, Optional.of(OPENED.plusWeeks(4)), Optional.empty(), Response.ACCEPTED);
        assertThat(holdsOn("2025-12-01"))
                .singleElement()
                .satisfies(hold -> assertThat(hold.until()).contains(LocalDate.of(2025, 12, 29)));
    }

    @Test
    void specialistTeachingHoldsBesideThem() {
        help(SupportKind.SPECIALIST_TEACHING, Optional.of(OPENED), Optional.empty(), Response.ACCEPTED);
        assertThat(holdsOn("2025-09-15"))
                .singleElement()
                .satisfies(hold -> assertThat(hold.message())
                        .startsWith("Specialist teaching has been open since 8 September 2025"));
    }

    @Test
    void aPlanThatWasNotReviewedHoldsOnlyWhereThePolicySaysSo() {
        when(support.of(REF))
                .thenReturn(new SupportFacts(
                        true,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        true,
                        Optional.of(OPENED.minusYears(2)),
                        false,
                        records));
        assertThat(holdsOn("2025-09-15")).extracting(Gate::code).containsExactly("EHCP_NOT_RECENTLY_REVIEWED");
        assertThat(holdsOn("2025-09-15", "hertfordshire")).isEmpty();
    }

    @Test
    void whereThePolicyNamesNoWeeksNothingIsHeld() {
        help(SupportKind.EARLY_HELP, Optional.of(OPENED), Optional.empty(), Response.ACCEPTED);
        assertThat(holdsOn("2025-09-15", "hertfordshire")).isEmpty();
    }
}
