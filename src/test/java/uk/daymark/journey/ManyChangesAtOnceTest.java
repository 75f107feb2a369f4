package uk.daymark.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.daymark.cases.CaseLog;
import uk.daymark.cases.CaseRef;
import uk.daymark.cases.Cases;
import uk.daymark.journal.Journal;
import uk.daymark.time.Turn;

/** People and imports that change the same things at the same moment: each is done or refused in words, none fails. */
class ManyChangesAtOnceTest {

    private static final String URN = "999001";
    private static final int ROUNDS = 8;
    private static final int PUPILS = 5;
    private static final String TEN_O = "O O O O O O O O O O";
    private static final String NINE_O = "O O O O O O O O I O";
    private static final String LAST_WEEK = "2025-11-10";

    private static OwnApplication daymark;
    private static Casework school;
    private static Office office;

    @BeforeAll
    static void aSchool() {
        daymark = OwnApplication.empty("2025-11-17T09:25", URN);
        school = new Casework(daymark, URN);
        office = new Office(daymark);
        List<String> refs = new ArrayList<>(List.of("D1", "D2", "D3", "D4", "D5", "J1"));
        IntStream.range(0, ROUNDS * PUPILS).forEach(number -> refs.add("C" + number));
        school.exists("national", "national", refs.toArray(String[]::new));
        StringBuilder contacts = new StringBuilder(
                "school_urn,pupil_ref,contact_ref,priority,relationship,parental_responsibility,lives_with,surname,forename,mobile,address_1,postcode\n");
        int number = 100;
        for (String ref : refs) {
            number++;
            contacts.append(URN + "," + ref + ",P" + ref + ",1,mother,true,true,Khan" + ref + ",Nadia,07700900" + number
                    + "," + number + " Elm Road,EL1 1AA\n");
        }
        daymark.send("contacts", contacts.toString());
    }

    @AfterAll
    static void close() {
        daymark.close();
    }

    @Test
    void callsAreCompletedWhileImportsExplainTheSameMarks() throws Exception {
        int done = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<String> refs = IntStream.range(round * PUPILS, (round + 1) * PUPILS)
                    .mapToObj(number -> "C" + number)
                    .toList();
            marks(refs, "N");
            List<JsonNode> calls =
                    refs.stream().map(ref -> office.task("call-household", ref)).toList();
            List<HttpResponse<String>> answers = atOnce(List.of(
                    () -> marks(refs, "I"),
                    () -> calls.stream()
                            .map(call -> office.tries("office", call, Map.of("outcome", "ill")))
                            .toList(),
                    () -> calls.stream()
                            .map(call -> daymark.as("lead")
                                    .json("/api/tasks/" + call.path("id").asText() + "/claim", ""))
                            .toList()));
            for (HttpResponse<String> answer : answers) {
                assertThat(answer.statusCode()).as(answer.body()).isIn(200, 204, 409);
                if (answer.statusCode() == 409) {
                    assertThat(OwnApplication.json(answer).path("detail").asText())
                            .isNotBlank();
                }
                done += answer.statusCode() == 204 ? 1 : 0;
            }
            assertThat(answers.get(0).statusCode()).as("the import").isEqualTo(200);
            refs.forEach(ref -> assertThat(office.has("call-household", ref)).isFalse());
        }
        assertThat(done).isPositive();
    }

    @Test
    void noDecisionRestsOnAMarkThatIsAmendedAtThatMomentWithoutAReview() throws Exception {
        for (int number = 1; number <= 5; number++) {
            String ref = "D" + number;
            school.week(ref, LAST_WEEK, TEN_O);
            JsonNode task = school.taskThere("head", ref, "must-consider");
            HttpResponse<String> decided = atOnce(List.of(
                            () -> List.of(school.tries(
                                    "head", task, Map.of("decision", "no-action", "reason", "Enough was done"))),
                            () -> {
                                school.week(ref, LAST_WEEK, NINE_O);
                                return List.<HttpResponse<String>>of();
                            }))
                    .get(0);
            assertThat(decided.statusCode()).as(decided.body()).isIn(204, 409);
            assertThat(school.task("head", ref, "review-decision").isPresent())
                    .as("a review of " + ref + ", where it was decided: " + decided.body())
                    .isEqualTo(decided.statusCode() == 204);
        }
    }

    @Test
    void notesAreWrittenInACaseWhileItMovesOn() throws Exception {
        school.week("J1", LAST_WEEK, TEN_O);
        CaseRef ref = school.caseOf("J1").ref();
        int before = daymark.bean(Journal.class).of(ref.value()).size();
        atOnce(List.of(
                () -> {
                    for (int i = 0; i < 40; i++) {
                        daymark.bean(CaseLog.class)
                                .write(
                                        ref,
                                        CaseLog.Kind.NOTE,
                                        java.time.LocalDate.parse("2025-11-17"),
                                        "",
                                        "They rang again");
                    }
                    return List.of();
                },
                () -> {
                    for (int i = 0; i < 40; i++) {
                        String stage = "stage-" + i;
                        daymark.bean(Turn.class).runAlone(() -> {
                            daymark.bean(Journal.class)
                                    .write(uk.daymark.journal.Entry.of(ref.value(), "NOTE", "Done: a task", ""));
                            daymark.bean(Cases.class).stage(ref, stage, "a step", "");
                        });
                    }
                    return List.of();
                }));
        assertThat(daymark.bean(Journal.class).of(ref.value())).hasSize(before + 120);
    }

    private static List<HttpResponse<String>> marks(List<String> refs, String code) {
        StringBuilder rows = new StringBuilder("school_urn,pupil_ref,date,session,code\n");
        refs.forEach(ref -> rows.append(URN + "," + ref + ",2025-11-17,AM," + code + "\n"));
        HttpResponse<String> answer =
                daymark.as("admin").post("/api/imports/marks?mode=apply", "text/csv", rows.toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return List.of(answer);
    }

    private static List<HttpResponse<String>> atOnce(List<Callable<List<HttpResponse<String>>>> what) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(what.size());
        try {
            List<HttpResponse<String>> answers = new ArrayList<>();
            for (Future<List<HttpResponse<String>>> one : threads.invokeAll(what)) {
                answers.addAll(one.get());
            }
            return answers;
        } finally {
            threads.shutdown();
        }
    }
}
