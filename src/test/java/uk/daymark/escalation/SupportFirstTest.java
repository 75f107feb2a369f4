package uk.daymark.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.CaseRef;
import uk.daymark.cases.Cases;
import uk.daymark.cases.DecisionsMade;
import uk.daymark.cases.SanctionHolds;
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
import uk.daymark.time.Dates;

/** Which help is open. What holds a sanction is {@link SanctionHolds}' to say. */
class SupportFirstTest {

    private static final CaseRef REF = new CaseRef("A-2025-0012");
    private static final LocalDate OPENED = LocalDate.of(2025, 9, 8);

    private final Support support = mock(Support.class);
    private final SupportFirst first = new SupportFirst(
            support,
            mock(Pupils.class),
            mock(Cases.class),
            mock(DecisionsMade.class),
            mock(CasePolicy.class),
            new Dates(),
            mock(SanctionHolds.class));

    @ParameterizedTest
    @CsvSource({
        "SPECIALIST_TEACHING, false, true",
        "EARLY_HELP, false, true",
        "TARGETED_SUPPORT, true, false",
        "MEETING, false, false"
    })
    void helpIsOpenFromItsBeginningToItsEnd(SupportKind kind, boolean ended, boolean open) {
        CaseFile file = new CaseFile(
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
                "national",
                "why",
                1);
        Details details = new Details(
                kind,
                Optional.empty(),
                "",
                Response.ACCEPTED,
                Optional.of(OPENED),
                "",
                ended ? Optional.of(OPENED.plusWeeks(2)) : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                "");
        when(support.of(REF))
                .thenReturn(new SupportFacts(
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        false,
                        List.of(new SupportRecord(1, REF, details, "", "lead", Instant.EPOCH, Optional.empty()))));
        assertThat(first.open(file)).isEqualTo(open);
    }
}
