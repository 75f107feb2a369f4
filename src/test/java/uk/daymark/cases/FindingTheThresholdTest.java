package uk.daymark.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.daymark.Http;
import uk.daymark.WebTest;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.Pupils;
import uk.daymark.people.Urn;

/** The worked cases GC-16 to GC-18, in the week before the clock's: eight O and two N, and what becomes of them. */
@WebTest
class FindingTheThresholdTest {

    private static final String NATIONAL = "940001";
    private static final String HERTFORDSHIRE = "940002";
    private static final String EIGHT_O_AND_TWO_N = "O O O O O O O O N N";
    private static final String ONE_ILL_ONE_O = "O O O O O O O O I O";
    private static final String TEN_O = "O O O O O O O O O O";
    private static final String THRESHOLD = "PENALTY_NOTICE_THRESHOLD";

    @LocalServerPort
    private int port;

    @Autowired
    private Findings findings;

    @Autowired
    private Cases cases;

    @Autowired
    private DecisionsMade decisions;

    @Autowired
    private Pupils pupils;

    @Autowired
    private Clock clock;

    private LocalDate monday;

    @BeforeEach
    void schools() throws Exception {
        monday = LocalDate.now(clock)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .minusWeeks(1);
        send(
                "schools",
                "apply",
                "school_urn,name,authority,policy\n940001,Elm,national,national\n940002,Fir,hertfordshire,hertfordshire\n");
        send(
                "calendar",
                "apply",
                "school_urn,kind,from,to,session,reason\n940001,TERM,2025-09-01,2027-07-30,,\n940002,TERM,2025-09-01,2027-07-30,,\n");
        StringBuilder all =
                new StringBuilder("school_urn,pupil_ref,legal_surname,legal_forename,date_of_birth,on_roll_from\n");
        for (String school : List.of(NATIONAL, HERTFORDSHIRE)) {
            for (int number = 1; number <= 9; number++) {
                all.append(school).append(",FT").append(number).append(",Khan,Amira,2014-03-02,2025-09-01\n");
            }
        }
        send("pupils", "apply", all.toString());
    }

    private JsonNode send(String kind, String mode, String csv) throws Exception {
        HttpResponse<String> answer =
                Http.program(port, "admin").post("/api/imports/" + kind + "?mode=" + mode, "text/csv", csv);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }

    private List<String> effects(String mode, String school, String ref, String tokens) throws Exception {
        String csv =
                "school_urn,pupil_ref,week_beginning,mon_am,mon_pm,tue_am,tue_pm,wed_am,wed_pm,thu_am,thu_pm,fri_am,fri_pm\n"
                        + school + "," + ref + "," + monday + "," + tokens.replace(' ', ',') + "\n";
        List<String> effects = new ArrayList<>();
        send("marks-week", mode, csv).path("effects").forEach(effect -> effects.add(effect.asText()));
        return effects;
    }

    private EnrolmentId enrolment(String school, String ref) {
        return pupils.find(new Urn(school), ref).orElseThrow().enrolment().id();
    }

    private Optional<Finding> threshold(String school, String ref) {
        return findings.open(enrolment(school, ref), THRESHOLD);
    }

    @Test
    void eightOAndTwoNReachTheNationalThresholdProvisionallyAndNotHertfordshires() throws Exception { // GC-16
        assertThat(effects("apply", NATIONAL, "FT1", EIGHT_O_AND_TWO_N))
                .contains("finds 1 pupil who has reached the threshold");
        Finding found = threshold(NATIONAL, "FT1").orElseThrow();
        assertThat(found.count()).isEqualTo(10);
        assertThat(found.firm()).isEqualTo(8);
        assertThat(found.provisional()).isEqualTo(2);
        assertThat(found.since()).isEqualTo(monday.plusDays(4));
        assertThat(found.sessions()).hasSize(10);
        assertThat(found.sentence())
                .isEqualTo(
                        "10 sessions without leave in 10 school weeks (threshold 10), 2 of them with no reason known yet");
        assertThat(effects("apply", HERTFORDSHIRE, "FT1", EIGHT_O_AND_TWO_N))
                .noneMatch(effect -> effect.contains("threshold"));
        assertThat(threshold(HERTFORDSHIRE, "FT1")).isEmpty();
    }

    @Test
    void oneNThatBecomesIllnessTakesTheThresholdAwayAndNamesTheMark() throws Exception { // GC-17
        effects("apply", NATIONAL, "FT2", EIGHT_O_AND_TWO_N);
        Finding found = threshold(NATIONAL, "FT2").orElseThrow();
        CaseFile file = cases.open(enrolment(NATIONAL, "FT2"), found.sentence(), THRESHOLD);
        List<String> foretold = effects("preview", NATIONAL, "FT2", ONE_ILL_ONE_O);
        assertThat(foretold).contains("finds 1 pupil who is no longer at the threshold");
        assertThat(threshold(NATIONAL, "FT2")).as("a preview writes nothing").contains(found);

        List<String> had = effects("apply", NATIONAL, "FT2", ONE_ILL_ONE_O);
        assertThat(had).containsExactlyElementsOf(foretold);
        assertThat(threshold(NATIONAL, "FT2")).isEmpty();
        Finding lapsed = findings.find(found.id()).orElseThrow();
        assertThat(lapsed.lapsedOn()).contains(LocalDate.now(clock));
        assertThat(lapsed.sessions()).as("the proof is kept").hasSize(10);
        assertThat(findings.lapsedBecause(lapsed.enrolment()).get(lapsed.id()))
                .startsWith("amended: ")
                .contains("morning is now I (illness), was N");
        assertThat(file.status()).isEqualTo(CaseFile.Status.OPEN);
    }

    @Test
    void twoNThatBecomeOMakeTheThresholdFirmInHertfordshireToo() throws Exception { // GC-18
        for (String school : List.of(NATIONAL, HERTFORDSHIRE)) {
            effects("apply", school, "FT3", EIGHT_O_AND_TWO_N);
            effects("apply", school, "FT3", TEN_O);
            Finding found = threshold(school, "FT3").orElseThrow();
            assertThat(found.firm()).isEqualTo(10);
            assertThat(found.provisional()).isZero();
            assertThat(found.since()).isEqualTo(monday.plusDays(4));
        }
    }

    @Test
    void aThresholdThatComesBackIsFoundAgain() throws Exception {
        effects("apply", NATIONAL, "FT4", TEN_O);
        Finding first = threshold(NATIONAL, "FT4").orElseThrow();
        effects("apply", NATIONAL, "FT4", "I O O O O O O O O O");
        effects("apply", NATIONAL, "FT4", TEN_O);
        Finding second = threshold(NATIONAL, "FT4").orElseThrow();
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(second.fingerprint()).isEqualTo(first.fingerprint());
        assertThat(findings.of(enrolment(NATIONAL, "FT4")))
                .filteredOn(finding -> finding.kind().equals(THRESHOLD))
                .extracting(finding -> finding.lapsedOn().isPresent())
                .containsExactly(true, false);
    }

    @Test
    void theSameFileAgainFindsNothing() throws Exception {
        effects("apply", NATIONAL, "FT5", TEN_O);
        Finding found = threshold(NATIONAL, "FT5").orElseThrow();
        assertThat(effects("apply", NATIONAL, "FT5", TEN_O)).isEmpty();
        assertThat(threshold(NATIONAL, "FT5")).contains(found);
    }

    @Test
    void presenceFindsNothing() throws Exception {
        assertThat(effects("apply", NATIONAL, "FT6", "/ \\ / \\ / \\ / \\ / \\"))
                .isEmpty();
        assertThat(findings.of(enrolment(NATIONAL, "FT6"))).isEmpty();
    }

    @Test
    void sixLateArrivalsPromptALetter() throws Exception {
        assertThat(effects("apply", NATIONAL, "FT7", "L \\ U \\ L \\ L L U \\"))
                .contains("finds 1 pupil who has been late often enough for a letter");
        assertThat(findings.open(enrolment(NATIONAL, "FT7"), "LATENESS"))
                .map(Finding::sentence)
                .contains("Late 6 times in 6 school weeks (letter from 6)");
    }

    @Test
    void amendedMarksSayHowManyDecisionsRestedOnThem() throws Exception {
        effects("apply", NATIONAL, "FT8", TEN_O);
        Finding found = threshold(NATIONAL, "FT8").orElseThrow();
        CaseFile file = cases.open(enrolment(NATIONAL, "FT8"), found.sentence(), THRESHOLD);
        DecisionMade decision =
                decisions.record(file.ref(), "must-consider", "No action", "A bereavement.", List.of(found));
        assertThat(decision.sessions()).isEqualTo(found.sessions());
        assertThat(decision.fingerprint()).isEqualTo(found.fingerprint());
        assertThat(effects("preview", NATIONAL, "FT8", "O O O O O O O O I I"))
                .contains("changes marks that 1 decision rested on");
        assertThat(decisions.of(file.ref())).containsExactly(decision);
        assertThat(decision.sessions().get(0).code()).isEqualTo(AttendanceCode.O);
    }
}
