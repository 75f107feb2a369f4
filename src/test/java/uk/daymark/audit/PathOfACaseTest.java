package uk.daymark.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.test.context.support.WithUserDetails;
import uk.daymark.Http;
import uk.daymark.WebTest;
import uk.daymark.cases.Cases;
import uk.daymark.people.Pupils;
import uk.daymark.people.Urn;
import uk.daymark.register.web.TwoSchools;
import uk.daymark.time.DueWorkers;
import uk.daymark.workflow.Decisions;
import uk.daymark.workflow.PathTaken;
import uk.daymark.workflow.PathTaken.Taken;
import uk.daymark.workflow.Processes;
import uk.daymark.workflow.engine.FixtureModels;

/** The path of a case in words, the same path drawn, and the log from which both are made. */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PathOfACaseTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ROW = Pattern.compile(
            "<tr [^>]*data-row=\"(\\d+)\"(?: data-arrow=\"([^\"]*)\")?(?: data-to=\"([^\"]*)\")? data-by=\"(\\w+)\"");
    private static final Pattern MARK =
            Pattern.compile("<g data-mark=\"([^\"]*)\" data-rows=\"([^\"]*)\" data-how=\"(\\w+)\"");
    private static final Pattern TAKEN = Pattern.compile("<g data-arrow=\"([^\"]*)\" data-taken=\"true\"");

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    Pupils pupils;

    @Autowired
    Processes processes;

    @Autowired
    PathTaken log;

    @Autowired
    Decisions decisions;

    @Autowired
    FixtureModels models;

    @Autowired
    ProcessEngine engine;

    @Autowired
    DueWorkers due;

    @Autowired
    Clock clock;

    private String ref = "";

    @BeforeAll
    void aCase() {
        TwoSchools.exist(port);
        models.deploy("fixtures/audit/");
        ref = cases.open(
                        pupils.find(new Urn(TwoSchools.OURS), "PG41")
                                .orElseThrow()
                                .enrolment()
                                .id(),
                        "A parent asked.",
                        "")
                .ref()
                .value();
    }

    private void start(boolean rain, Instant bell) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("title", "Tour of " + ref);
        facts.put("school", TwoSchools.OURS);
        facts.put("pupilRef", "PG41");
        facts.put("caseRef", ref);
        facts.put("rain", rain);
        facts.put("again", false);
        facts.put("bellAt", bell);
        processes.start("fixture-tour", ref, facts);
    }

    private void ask(boolean again, String reason) throws Exception {
        Http lead = Http.program(port, "lead");
        JsonNode task = JSON.readTree(
                        lead.get("/api/tasks?view=all&q=Tour+of+" + ref).body())
                .path("items")
                .path(0);
        HttpResponse<String> done = lead.json(
                "/api/tasks/" + task.path("id").asText() + "/complete",
                JSON.writeValueAsString(Map.of(
                        "version",
                        task.path("version").asLong(),
                        "fields",
                        again ? Map.of("again", true, "reason", reason) : Map.of("reason", reason))));
        assertThat(done.statusCode()).as(done.body()).isBetween(200, 204);
    }

    private String page(String tail) {
        HttpResponse<String> page = Http.browser(port, "auditor").get("/cases/" + ref + "/history" + tail);
        assertThat(page.statusCode()).isEqualTo(200);
        return page.body();
    }

    /** What was taken, one line for each row: number, arrow, where to. */
    private List<String> rows(String page) {
        List<String> rows = new ArrayList<>();
        for (Matcher row = ROW.matcher(page); row.find(); ) {
            rows.add(row.group(1) + " " + (row.group(2) == null ? "" : row.group(2)) + " "
                    + (row.group(3) == null ? "" : row.group(3)));
        }
        return rows;
    }

    /** The whole of the promise: the words, the drawings and the log say the same. */
    private void assertAllAgree(String page) {
        List<Taken> taken = log.of(ref);
        List<String> logged = new ArrayList<>();
        Map<Integer, Taken> byNumber = new TreeMap<>();
        for (int at = 0; at < taken.size(); at++) {
            logged.add(
                    (at + 1) + " " + taken.get(at).arrow() + " " + taken.get(at).to());
            byNumber.put(at + 1, taken.get(at));
        }
        assertThat(rows(page)).as("the words").isEqualTo(logged);
        Set<Integer> drawn = new TreeSet<>();
        Set<String> marked = new TreeSet<>();
        for (Matcher mark = MARK.matcher(page); mark.find(); ) {
            for (String number : mark.group(2).split(" ")) {
                Taken one = byNumber.get(Integer.valueOf(number));
                boolean arrow = mark.group(3).equals("arrow");
                assertThat(mark.group(1))
                        .as("mark " + number)
                        .isEqualTo(arrow ? one.arrow() : one.to().isEmpty() ? one.from() : one.to());
                assertThat(arrow).isEqualTo(!one.arrow().isEmpty());
                assertThat(drawn.add(Integer.valueOf(number)))
                        .as(number + " is drawn once")
                        .isTrue();
                if (arrow) {
                    marked.add(one.arrow());
                }
            }
        }
        assertThat(drawn).as("the numbers drawn").isEqualTo(byNumber.keySet());
        Set<String> thick = new TreeSet<>();
        for (Matcher arrow = TAKEN.matcher(page); arrow.find(); ) {
            thick.add(arrow.group(1));
        }
        assertThat(thick).as("the arrows drawn as taken").isEqualTo(marked);
    }

    private static String row(String page, int number) {
        int from = page.indexOf("id=\"row-" + number + "\"");
        return page.substring(from, page.indexOf("</tr>", from))
                .replaceAll("<[^>]*>", " ")
                .replaceAll("\\s+", " ");
    }

    private int lastTo(String element) {
        List<Taken> all = log.of(ref);
        for (int at = all.size() - 1; at >= 0; at--) {
            if (all.get(at).to().equals(element)) {
                return at + 1;
            }
        }
        throw new AssertionError("Nothing led to " + element);
    }

    @Test
    void theWordsTheDrawingAndTheLogAgreeOnALoopBothAtOnceACallAndATimer() throws Exception {
        start(true, clock.instant().minusSeconds(60));
        ask(true, "The guide was busy.");
        ask(false, "The guide knew.");
        due.catchUp();
        String page = page("");
        assertThat(processes.running("fixture-tour", ref)).isFalse();
        assertAllAgree(page);
        int second = lastTo("fork") - 1;
        assertThat(row(page, second))
                .containsPattern("Ask the guide, \\d+(st|nd|rd|th) time")
                .contains("Lena Lead, Attendance lead", "The guide knew.");
        assertThat(row(page, lastTo("fork"))).contains("Answer: No.", "by the arrow “No”");
        int ruled = log.of(ref).size();
        for (int at = 1; at <= log.of(ref).size(); at++) {
            ruled = log.of(ref).get(at - 1).arrow().equals("weather-known") ? at : ruled;
        }
        assertThat(row(page, ruled)).contains("A rule", "Take a coat.", "Rule 1 of 2, fixture-tour-table 1.0.0");
        assertThat(row(page, lastTo("bell"))).contains("A timer", "The bell rang");
        assertThat(row(page, lastTo("bell"))).doesNotContainIgnoringCase("cancel");
        assertThat(row(page, lastTo("eyes-shut"))).contains("Looking around", "Seen enough?");
    }

    @Test
    void newsThatComesIsWrittenAsNewsAndWhatItInterruptsSaysWhy() throws Exception {
        start(false, clock.instant().plusSeconds(360_000));
        ask(false, "Once is enough.");
        processes.signal("tour-news", ref, Map.of());
        start(false, clock.instant().plusSeconds(360_000));
        processes.signal("tour-edge", ref, Map.of(Processes.BECAUSE, "the guide was called home"));
        start(false, clock.instant().plusSeconds(360_000));
        processes.signal("tour-called-off", ref, Map.of(Processes.BECAUSE, "it snowed"));
        String page = page("");
        assertAllAgree(page);
        assertThat(row(page, lastTo("news"))).contains("News", "News came");
        assertThat(row(page, lastTo("guide-left")))
                .contains("News", "the guide was called home", "an event, entered without an arrow");
        assertThat(row(page, lastTo("called-off"))).contains("it snowed");
        assertThat(row(page, lastTo("all-off"))).contains("Nobody goes");
    }

    @Test
    void whatSomebodyPutThereByHandHasNoArrowAndSaysSo() {
        start(false, clock.instant().plusSeconds(360_000));
        String id = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("fixture-tour")
                .processInstanceBusinessKey(ref)
                .unlimitedList()
                .get(0)
                .getId();
        long arrows = log.of(ref).stream().filter(one -> !one.arrow().isEmpty()).count();
        engine.getRuntimeService()
                .createProcessInstanceModification(id)
                .cancelAllForActivity("ask")
                .startBeforeActivity("look")
                .execute();
        String page = page("");
        assertAllAgree(page);
        int put = 0;
        for (int at = 0; at < log.of(ref).size(); at++) {
            put = log.of(ref).get(at).arrow().isEmpty()
                            && log.of(ref).get(at).to().equals("look")
                    ? at + 1
                    : put;
        }
        assertThat(row(page, put))
                .contains("Put there by hand", "no arrow was taken", "No reason was recorded with it.");
        assertThat(page).contains("data-rows=\"" + put + "\" data-how=\"hand\"");
        assertThat(arrows).isPositive();
        processes.withdraw("fixture-tour", ref, "enough");
    }

    @Test
    void whatIsWithdrawnEndsWhereItStoodAndSaysWhy() {
        start(false, clock.instant().plusSeconds(360_000));
        processes.withdraw("fixture-tour", ref, "the family moved away");
        String page = page("");
        assertAllAgree(page);
        assertThat(row(page, log.of(ref).size()))
                .contains("Ask the guide", "Withdrawn", "the family moved away", "Nothing more: it ended here");
        assertThat(log.of(ref).get(log.of(ref).size() - 1).arrow()).isEmpty();
    }

    @Test
    @WithUserDetails("officer")
    void aSchoolDoesNotReadWhyTheAuthorityTookSomethingBack() {
        start(false, clock.instant().plusSeconds(360_000));
        processes.withdraw("fixture-tour", ref, "the file was reviewed at the authority");
        for (String path :
                List.of("/api/cases/" + ref + "/path?size=200", "/api/cases/" + ref + "/path?size=200&page=2")) {
            assertThat(Http.program(port, "lead").get(path).body()).doesNotContain("reviewed at the authority");
        }
        assertThat(Http.browser(port, "lead").get("/cases/" + ref + "/history").body())
                .contains("Withdrawn")
                .doesNotContain("reviewed at the authority");
        assertThat(page("")).contains("the file was reviewed at the authority");
    }

    @Test
    void theDrawingIsAPictureWithANameAndNothingToStopAt() {
        start(false, clock.instant().plusSeconds(360_000));
        String page = page("");
        Matcher svg = Pattern.compile("(?s)<svg.*?</svg>").matcher(page);
        int pictures = 0;
        while (svg.find()) {
            pictures++;
            assertThat(svg.group())
                    .contains("role=\"img\"", "<title", "<desc", "rows of the table of the path")
                    .doesNotContain("<a ", "tabindex", "style=", "<script");
        }
        assertThat(pictures).isGreaterThan(1);
        processes.withdraw("fixture-tour", ref, "enough");
    }

    @Test
    void aRuleIsShownInTheWordsOfItsVersionAlsoWhenANewerOneIsThere() throws Exception {
        start(true, clock.instant().plusSeconds(360_000));
        ask(false, "Look at the sky.");
        String before = page("/rules");
        assertThat(before).contains("Take a coat.", "Rule 1 of 2 matched", "rule wet", "It rains", "Aunt");
        models.deploy("fixtures/audit-newer/");
        start(false, clock.instant().plusSeconds(360_000));
        ask(false, "Look again.");
        String after = page("/rules");
        assertThat(after)
                .as("the rule of then")
                .contains("Rule 1 of 2 matched in “What the weather asks for”", "It rains")
                .as("the rule of now, under the same version tag")
                .contains("Rule 1 of 3 matched in “What the weather asks for”", "Rain is near", "Stay.");
        processes.withdraw("fixture-tour", ref, "enough");
        models.deploy("fixtures/audit/");
    }
}
