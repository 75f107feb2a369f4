package uk.daymark.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.mockito.Mockito.withSettings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.MockMakers;
import uk.daymark.cases.CaseFigures;
import uk.daymark.cases.CaseFigures.Course;
import uk.daymark.cases.CaseFigures.Share;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.CaseMeasures;
import uk.daymark.cases.CaseRef;
import uk.daymark.cases.DecisionMade;
import uk.daymark.cases.DecisionsMade;
import uk.daymark.cases.Finding;
import uk.daymark.cases.Findings;
import uk.daymark.cases.LiesAtAuthority;
import uk.daymark.cases.Standing;
import uk.daymark.cases.SupportFacts;
import uk.daymark.cases.SupportKind;
import uk.daymark.cases.SupportRecord;
import uk.daymark.cases.SupportRecord.Details;
import uk.daymark.cases.SupportRecord.Response;
import uk.daymark.letters.Letter;
import uk.daymark.letters.Letters;
import uk.daymark.letters.Sender;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.Half;
import uk.daymark.measure.MarkedSession;
import uk.daymark.measure.Session;
import uk.daymark.people.ContactId;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.PupilId;
import uk.daymark.people.Urn;
import uk.daymark.policy.Band;
import uk.daymark.policy.Policy;

/** What the table of the next step is told, at the edges of the policy's numbers. */
class CaseFactsTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 11, 24);
    private static final CaseRef REF = new CaseRef("A-2025-0012");
    private static final Share BEFORE = new Share(100, 20, 10);
    private static final Share NOTHING = new Share(0, 0, 0);

    private final CaseMeasures measures = mock(CaseMeasures.class);
    private final Standing standing = mock(Standing.class, withSettings().mockMaker(MockMakers.INLINE));
    private final StepsTaken steps = mock(StepsTaken.class);
    private final SupportFirst support = mock(SupportFirst.class);
    private final CasePolicy policies = mock(CasePolicy.class);
    private final Policy policy = mock(Policy.class);
    private final Findings findings = mock(Findings.class);
    private final DecisionsMade decisions = mock(DecisionsMade.class);
    private final LiesAtAuthority authority = mock(LiesAtAuthority.class);
    private final Letters letters = mock(Letters.class);
    private final Map<String, Integer> numbers = new HashMap<>(Map.of(
            "escalation.improved_possible", 20,
            "escalation.improved_at", 95,
            "escalation.improved_unauthorised", 1,
            "escalation.fast_weeks", 3,
            "escalation.fast_missed", 30));

    private final CaseFile file = new CaseFile(
            REF,
            new PupilId(1),
            new EnrolmentId(1),
            new Urn("999001"),
            "4512",
            "Amira Khan",
            "opened",
            CaseFile.Status.OPEN,
            LocalDate.of(2025, 9, 15),
            Optional.empty(),
            "national",
            "why",
            1);

    private final CaseFacts facts =
            new CaseFacts(measures, steps, support, policies, findings, decisions, letters, List.of(authority));

    @BeforeEach
    void aCaseOfWhichNothingIsKnown() {
        when(measures.standing(file.pupil())).thenReturn(standing);
        when(policies.today()).thenReturn(TODAY);
        when(policies.of(file)).thenReturn(policy);
        when(policies.text(policy, "escalation.style")).thenReturn("support-first");
        when(policies.number(eq(file), any())).thenAnswer(asked -> numbers.get(asked.getArgument(1, String.class)));
        when(policy.bands(any(), any())).thenReturn(Optional.empty());
        when(policy.text(any(), any())).thenReturn(Optional.empty());
        when(steps.rungs(REF)).thenReturn(Set.of());
        when(steps.last(REF)).thenReturn(Optional.empty());
        when(decisions.of(REF)).thenReturn(List.of());
        when(findings.open(any(), any())).thenReturn(Optional.empty());
        when(letters.of(REF.value())).thenReturn(List.of());
        when(standing.course(any())).thenReturn(new Course(NOTHING, NOTHING));
        measured("", true, List.of());
        supported();
    }

    private void measured(String band, boolean firm, List<MarkedSession> counted) {
        when(standing.figures())
                .thenReturn(new CaseFigures(
                        TODAY,
                        "national",
                        "v",
                        BEFORE,
                        true,
                        band,
                        Optional.empty(),
                        false,
                        false,
                        firm,
                        firm,
                        10,
                        counted.size(),
                        counted.size(),
                        0,
                        0,
                        counted,
                        0,
                        Optional.empty(),
                        Optional.empty()));
    }

    private void supported(SupportRecord... records) {
        boolean offered =
                List.of(records).stream().anyMatch(one -> one.details().kind() == SupportKind.EARLY_HELP);
        when(support.known(file))
                .thenReturn(new SupportFacts(
                        offered,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        false,
                        List.of(records)));
    }

    private static SupportRecord record(SupportKind kind, String source) {
        Details offered = Details.offered(kind, LocalDate.of(2025, 6, 2), "", Response.ACCEPTED, "");
        return new SupportRecord(
                1,
                REF,
                new Details(
                        kind,
                        offered.offeredOn(),
                        "",
                        offered.response(),
                        Optional.empty(),
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        source),
                "",
                "lead",
                Instant.EPOCH,
                Optional.empty());
    }

    private void sinceTheLastStep(Share before, Share since) {
        LocalDate begun = LocalDate.of(2025, 11, 3);
        when(steps.last(REF))
                .thenReturn(Optional.of(new StepsTaken.Taken(
                        Rung.CONCERN_LETTER.id(), begun, "", "", Optional.empty(), Optional.empty())));
        when(standing.course(begun.plusDays(1))).thenReturn(new Course(before, since));
    }

    @Test
    void beforeTheFirstStepNothingHasChangedForTheBetter() {
        assertThat(facts.of(file)).containsEntry("change", "not-better");
    }

    /** Possible, missed and without leave since the step; 20 of 100 were missed before it. */
    @ParameterizedTest
    @CsvSource({
        "19, 0, 0, not-better", // too few sessions to say anything
        "20, 1, 1, improved", // 95% to the session, and as many without leave as the policy bears
        "20, 1, 0, improved",
        "40, 2, 2, better", // attendance suffices, one too many without leave
        "20, 2, 0, better", // less was missed than before, but not enough
        "20, 4, 0, not-better", // the same share
        "20, 5, 0, not-better"
    })
    void attendanceSinceTheStepIsImprovedBetterOrNot(int possible, int absent, int unauthorised, String change) {
        sinceTheLastStep(BEFORE, new Share(possible, absent, unauthorised));
        assertThat(facts.of(file)).containsEntry("change", change);
    }

    @Test
    void theTimeThatTheFamilyWasGivenCountsFromWhenItWasGiven() {
        LocalDate given = LocalDate.of(2025, 11, 10);
        when(steps.last(REF))
                .thenReturn(Optional.of(new StepsTaken.Taken(
                        Rung.CONCERN_LETTER.id(),
                        LocalDate.of(2025, 11, 3),
                        "",
                        "",
                        Optional.of(given),
                        Optional.of(TODAY))));
        when(standing.course(given.plusDays(1))).thenReturn(new Course(BEFORE, new Share(20, 0, 0)));
        assertThat(facts.of(file)).containsEntry("change", "improved");
    }

    /** Possible and missed in the last weeks; 20 of 100 were missed before. */
    @ParameterizedTest
    @CsvSource({"20, 6, true", "20, 5, false", "19, 19, false", "100, 30, true", "100, 29, false"})
    void attendanceFallsFastWhereTheShareOfThePolicyIsMissedAndMoreThanBefore(int possible, int absent, boolean fast) {
        when(standing.course(TODAY.minusWeeks(3))).thenReturn(new Course(BEFORE, new Share(possible, absent, 0)));
        assertThat(facts.of(file)).containsEntry("fastFall", fast);
    }

    @Test
    void whoAlwaysMissedThatMuchDoesNotFall() {
        when(standing.course(TODAY.minusWeeks(3))).thenReturn(new Course(new Share(100, 40, 0), new Share(20, 8, 0)));
        assertThat(facts.of(file)).containsEntry("fastFall", false);
    }

    @Test
    void theLowestBandIsTheLastOfSeveral() {
        Band upper = new Band("watch", Optional.of(90), Optional.of(95), "");
        Band lowest = new Band("formal", Optional.empty(), Optional.of(90), "");
        measured("formal", false, List.of());
        when(policy.bands("tier.bands", TODAY)).thenReturn(Optional.of(List.of(upper, lowest)));
        assertThat(facts.of(file)).containsEntry("lowestBand", true);
        measured("watch", false, List.of());
        assertThat(facts.of(file)).containsEntry("lowestBand", false);
        measured("formal", false, List.of());
        when(policy.bands("tier.bands", TODAY)).thenReturn(Optional.of(List.of(lowest)));
        assertThat(facts.of(file)).as("where there is one band only").containsEntry("lowestBand", false);
    }

    @Test
    void evidenceIsDueInItsBandAndOnlyWithAPatternOfIllness() {
        measured("watch", false, List.of());
        when(policy.text("escalation.evidence_band", TODAY)).thenReturn(Optional.of("watch"));
        assertThat(facts.of(file)).containsEntry("evidenceDue", false);
        when(findings.open(file.enrolment(), "PATTERN"))
                .thenReturn(Optional.of(pattern(AttendanceCode.I, AttendanceCode.O)));
        assertThat(facts.of(file)).as("half of it illness").containsEntry("evidenceDue", false);
        when(findings.open(file.enrolment(), "PATTERN"))
                .thenReturn(Optional.of(pattern(AttendanceCode.I, AttendanceCode.I, AttendanceCode.O)));
        assertThat(facts.of(file)).containsEntry("evidenceDue", true);
        measured("formal", false, List.of());
        assertThat(facts.of(file)).containsEntry("evidenceDue", false);
    }

    private Finding pattern(AttendanceCode... codes) {
        List<MarkedSession> sessions = new ArrayList<>();
        for (AttendanceCode code : codes) {
            sessions.add(new MarkedSession(new Session(TODAY.minusWeeks(sessions.size() + 1L), Half.AM), code));
        }
        return new Finding(
                1,
                file.enrolment(),
                "PATTERN",
                TODAY,
                Optional.empty(),
                sessions.size(),
                sessions.size(),
                0,
                "Mondays",
                "v",
                "f",
                sessions);
    }

    @Test
    void stepsTakenOneByOneAreDoneEachAndTheStepsSideBySideAllAtOnce() {
        assertThat(facts.of(file))
                .containsEntry("concernDone", false)
                .containsEntry("helpDone", false)
                .containsEntry("meetingDone", false);
        when(steps.rungs(REF)).thenReturn(Set.of(Rung.CONCERN_LETTER.id()));
        assertThat(facts.of(file))
                .containsEntry("concernDone", true)
                .containsEntry("helpDone", false)
                .containsEntry("meetingDone", false);
        when(steps.rungs(REF)).thenReturn(Set.of(Rung.CATCH_UP.id()));
        assertThat(facts.of(file))
                .containsEntry("concernDone", true)
                .containsEntry("helpDone", true)
                .containsEntry("meetingDone", true)
                .containsEntry("softDone", false)
                .containsEntry("adviceDone", false);
    }

    @Test
    void helpThatWasOfferedAndAMeetingEnteredWithItsSourceCountAsTaken() {
        supported(record(SupportKind.EARLY_HELP, ""));
        assertThat(facts.of(file)).containsEntry("helpDone", true).containsEntry("meetingDone", false);
        supported(record(SupportKind.MEETING, ""));
        assertThat(facts.of(file)).as("a talk held meanwhile is not the step").containsEntry("meetingDone", false);
        supported(record(SupportKind.MEETING, "before Daymark: paper file"));
        assertThat(facts.of(file)).containsEntry("meetingDone", true).containsEntry("helpDone", false);
    }

    private Letter letter(Letter.State state) {
        return new Letter(
                1,
                "L-2025-0001",
                "concern-letter",
                "About attendance",
                "1",
                false,
                Sender.SCHOOL,
                file.school(),
                file.enrolment(),
                file.pupilRef(),
                file.pupilName(),
                REF.value(),
                Optional.of(REF.value()),
                new ContactId(1),
                "Nadia Khan",
                List.of(),
                "",
                "",
                "",
                "",
                "",
                "",
                List.of(),
                Instant.EPOCH,
                new Letter.Fate(state, Optional.empty(), Optional.empty(), Optional.empty(), "", "", ""));
    }

    @Test
    void theFamilyHasHeardOnceALetterWentOutOrSupportIsOnRecord() {
        assertThat(facts.familyHeard(file)).isFalse();
        when(letters.of(REF.value())).thenReturn(List.of(letter(Letter.State.HELD)));
        assertThat(facts.familyHeard(file)).as("a letter that is held").isFalse();
        when(letters.of(REF.value())).thenReturn(List.of(letter(Letter.State.POSTED)));
        assertThat(facts.familyHeard(file)).isTrue();
        when(letters.of(REF.value())).thenReturn(List.of());
        supported(record(SupportKind.OTHER, ""));
        assertThat(facts.familyHeard(file)).isTrue();
    }

    @Test
    void theDecisionIsPutAgainWhereAbsencesGoOnAfterIt() {
        MarkedSession onTheDay = missed(LocalDate.of(2025, 11, 10));
        MarkedSession after = missed(LocalDate.of(2025, 11, 11));
        measured("", true, List.of(onTheDay, after));
        assertThat(facts.of(file)).as("nothing was decided").containsEntry("considerAgain", false);
        decided(Rung.CONSIDER.id());
        assertThat(facts.of(file)).containsEntry("considerAgain", true);
        measured("", true, List.of(onTheDay));
        assertThat(facts.of(file)).as("nothing since").containsEntry("considerAgain", false);
        measured("", false, List.of(onTheDay, after));
        assertThat(facts.of(file)).as("the count is not firm").containsEntry("considerAgain", false);
        measured("", true, List.of(onTheDay, after));
        when(authority.underWay(file)).thenReturn(true);
        assertThat(facts.of(file))
                .as("the authority has it")
                .containsEntry("considerAgain", false)
                .containsEntry("atAuthority", true);
        when(authority.underWay(file)).thenReturn(false);
        assertThat(facts.of(file))
                .as("the authority has settled it, and it does not improve")
                .containsEntry("considerAgain", true)
                .containsEntry("atAuthority", false);
    }

    @Test
    void anotherDecisionIsNotOneAboutAPenaltyNotice() {
        measured("", true, List.of(missed(LocalDate.of(2025, 11, 11))));
        decided("review-decision");
        assertThat(facts.of(file)).containsEntry("considerAgain", false);
    }

    private void decided(String taskKind) {
        when(decisions.of(REF))
                .thenReturn(List.of(new DecisionMade(
                        1,
                        REF,
                        taskKind,
                        "No action",
                        "why",
                        "head",
                        Instant.parse("2025-11-10T12:00:00Z"),
                        List.of(),
                        List.of(),
                        "f",
                        false)));
    }

    private static MarkedSession missed(LocalDate day) {
        return new MarkedSession(new Session(day, Half.AM), AttendanceCode.O);
    }
}
