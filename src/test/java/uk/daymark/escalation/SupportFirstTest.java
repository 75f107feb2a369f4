package uk.daymark.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.daymark.cases.CaseFigures;
import uk.daymark.cases.CaseFigures.Share;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.CasePart.Hold;
import uk.daymark.cases.CaseRef;
import uk.daymark.cases.Cases;
import uk.daymark.cases.DecisionsMade;
import uk.daymark.cases.Support;
import uk.daymark.cases.SupportFacts;
import uk.daymark.cases.SupportKind;
import uk.daymark.cases.SupportRecord;
import uk.daymark.cases.SupportRecord.Details;
import uk.daymark.cases.SupportRecord.Response;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.PupilId;
import uk.daymark.people.Pupils;
import uk.daymark.people.Urn;
import uk.daymark.policy.Policy;
import uk.daymark.time.Dates;

/** How long open help holds a sanction back, and which help does. */
class SupportFirstTest {

    private static final CaseRef REF = new CaseRef("A-2025-0012");
    private static final LocalDate OPENED = LocalDate.of(2025, 9, 8);

    private static final CaseFigures NOTHING_COUNTED = new CaseFigures(
            OPENED,
            "cambridgeshire",
            "v",
            new Share(0, 0, 0),
            false,
            "",
            Optional.empty(),
            false,
            false,
            false,
            false,
            10,
            0,
            0,
            0,
            0,
            List.of(),
            0,
            Optional.empty());

    private final Support support = mock(Support.class);
    private final CasePolicy policy = mock(CasePolicy.class);
    private final SupportFirst first = new SupportFirst(
            support, mock(Pupils.class), mock(Cases.class), mock(DecisionsMade.class), policy, new Dates());
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
    void aPolicyOfTwelveWeeks() {
        Policy values = mock(Policy.class);
        when(values.yesNo(any(), any())).thenReturn(Optional.empty());
        when(policy.of(file)).thenReturn(values);
        when(policy.maybe(file, "hold.eha_open")).thenReturn(Optional.of(12));
        when(policy.maybe(file, "hold.specialist_open")).thenReturn(Optional.of(12));
        when(policy.maybe(file, "hold.iaep_reviews")).thenReturn(Optional.empty());
        when(policy.maybe(file, "hold.ehcp_review")).thenReturn(Optional.empty());
        when(support.of(REF))
                .thenAnswer(asked -> new SupportFacts(
                        false,
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

    private List<Hold> holdsOn(String day) {
        when(policy.today()).thenReturn(LocalDate.parse(day));
        return first.holds(file, NOTHING_COUNTED);
    }

    @ParameterizedTest
    @CsvSource({"2025-09-08, true", "2025-11-24, true", "2025-11-30, true", "2025-12-01, false"})
    void earlyHelpHoldsForTwelveFullWeeksFromTheDayItOpened(String day, boolean held) {
        help(SupportKind.EARLY_HELP, Optional.of(OPENED), Optional.empty(), Response.ACCEPTED);
        assertThat(holdsOn(day)).hasSize(held ? 1 : 0);
        holdsOn(day).forEach(hold -> {
            assertThat(hold.because()).contains("8 September 2025", "1 December 2025");
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
        assertThat(first.open(file)).isFalse();
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
                .satisfies(hold -> assertThat(hold.because()).startsWith("Specialist teaching opened"));
        assertThat(first.open(file)).isTrue();
    }

    @Test
    void whereThePolicyNamesNoWeeksNothingIsHeld() {
        when(policy.maybe(file, "hold.eha_open")).thenReturn(Optional.empty());
        help(SupportKind.EARLY_HELP, Optional.of(OPENED), Optional.empty(), Response.ACCEPTED);
        assertThat(holdsOn("2025-09-15")).isEmpty();
    }
}
