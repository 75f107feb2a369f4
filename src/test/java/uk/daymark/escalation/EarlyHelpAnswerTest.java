package uk.daymark.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.CaseRef;
import uk.daymark.cases.SupportFacts;
import uk.daymark.cases.SupportKind;
import uk.daymark.cases.SupportRecord;
import uk.daymark.cases.SupportRecord.Details;
import uk.daymark.cases.SupportRecord.Response;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.PupilId;
import uk.daymark.people.Urn;

/** What the family said to early help, where a person offered it and where a letter did. */
class EarlyHelpAnswerTest {

    private static final CaseRef REF = new CaseRef("A-2025-0012");
    private static final LocalDate FIRST = LocalDate.of(2025, 10, 1);
    private static final LocalDate LATER = LocalDate.of(2025, 10, 10);
    private static final String BY_HAND = "";
    private static final String LETTER = "letter L-2025-0001";

    private final CasePolicy policy = mock(CasePolicy.class);
    private final EarlyHelpAnswer answers = new EarlyHelpAnswer(policy);
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
            FIRST,
            Optional.empty(),
            "national",
            "why",
            1);

    @BeforeEach
    void fiveDaysToAnswer() {
        when(policy.number(file, "early_help.ask_again")).thenReturn(5);
        when(policy.schoolDaysAfter(any(), any(), anyInt()))
                .thenAnswer(asked -> asked.<LocalDate>getArgument(1).plusDays(asked.<Integer>getArgument(2)));
    }

    private void offer(LocalDate on, Response response, String source) {
        offer(on, response, Optional.empty(), source);
    }

    private void offer(LocalDate on, Response response, Optional<LocalDate> openedOn, String source) {
        Details details = new Details(
                SupportKind.EARLY_HELP,
                Optional.of(on),
                "",
                response,
                openedOn,
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                source);
        records.add(new SupportRecord(1, REF, details, "", "lead", Instant.EPOCH, Optional.empty()));
    }

    private String on(String day) {
        when(policy.today()).thenReturn(LocalDate.parse(day));
        SupportFacts known = new SupportFacts(
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                false,
                records);
        return answers.of(file, known);
    }

    @Test
    void aLetterAfterTheFamilyAcceptedTakesNothingBack() {
        offer(FIRST, Response.ACCEPTED, BY_HAND);
        offer(LATER, Response.NOT_YET, LETTER);
        assertThat(on("2025-10-11")).isEqualTo("given");
        assertThat(on("2025-12-01")).isEqualTo("given");
    }

    @Test
    void aLetterAfterHelpWasOpenedTakesNothingBack() {
        offer(FIRST, Response.NOT_YET, Optional.of(FIRST), BY_HAND);
        offer(LATER, Response.NOT_YET, LETTER);
        assertThat(on("2025-12-01")).isEqualTo("given");
    }

    @Test
    void aLetterAfterTheFamilyDeclinedStaysDeclined() {
        offer(FIRST, Response.DECLINED, BY_HAND);
        offer(LATER, Response.NOT_YET, LETTER);
        assertThat(on("2025-10-11")).isEqualTo("declined");
    }

    @Test
    void lettersAloneAreNeverDeclined() {
        offer(FIRST, Response.NOT_YET, LETTER);
        offer(LATER, Response.NOT_YET, LETTER);
        assertThat(on("2025-12-01")).isEqualTo("waiting");
    }

    @Test
    void anOfferOfAPersonIsWaitedForAsLongAsThePolicySays() {
        offer(FIRST, Response.NOT_YET, BY_HAND);
        assertThat(on("2025-10-05")).isEqualTo("waiting");
        assertThat(on("2025-10-06")).isEqualTo("declined");
        offer(LATER, Response.NOT_YET, LETTER);
        assertThat(on("2025-10-11")).isEqualTo("waiting");
        assertThat(on("2025-10-15")).isEqualTo("declined");
    }

    @Test
    void whatWasSaidLastCounts() {
        offer(FIRST, Response.DECLINED, BY_HAND);
        offer(LATER, Response.ACCEPTED, BY_HAND);
        assertThat(on("2025-12-01")).isEqualTo("given");
    }
}
