package uk.daymark.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.daymark.Http;
import uk.daymark.practice.PracticeClock;
import uk.daymark.start.CannotStartException;

class StartingWithTheSampleTest {

    @TempDir
    Path folder;

    @Test
    void aNewFolderHoldsThreeSchoolsAndASecondStartGoesOnFromThere() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        try (OwnApplication own = OwnApplication.keeping(data, List.of())) {
            assertThat(own.bean(PracticeClock.class).wallTime()).isEqualTo("2025-11-25T09:30");
            assertThat(own.as("lead").get("/api/pupils/1001/attendance").statusCode())
                    .isEqualTo(200);
            for (String urn : List.of("999101", "999102", "999103")) {
                long pupils = own.bean(JdbcClient.class)
                        .sql("select count(*) from enrolment where school_urn = ?")
                        .param(urn)
                        .query(Long.class)
                        .single();
                assertThat(pupils).isBetween(240L, 260L);
            }
            theAuthorityHasACaseToLookAtAndANoticeThatRuns(own);
            eachStepOfTheTourLeadsToWhatItPromises(own);
            theCasePageSaysWhatToDoWhyByWhenAndWhatWouldChangeIt(own);
            theTimelineShowsOneKindOfEntryAlone(own);
            aCallAboutYesterdayAsksAboutYesterday(own);
            own.moveTo("2025-11-25T14:00");
            JsonNode brought = OwnApplication.json(own.as("admin").json("/api/practice/registers", ""));
            assertThat(brought.path("marks").asLong()).isGreaterThan(740);
            assertThat(brought.path("rejected").asLong()).isZero();
            JsonNode nothing = OwnApplication.json(own.as("admin").json("/api/practice/registers", ""));
            assertThat(nothing.path("marks").asLong()).isZero();
        }
        try (OwnApplication again = OwnApplication.keeping(data, List.of("--daymark.practice.sample=none"))) {
            assertThat(again.bean(PracticeClock.class).wallTime()).isEqualTo("2025-11-25T14:00");
            assertThat(again.as("lead").get("/api/pupils/1001/attendance").statusCode())
                    .as("the home school is that of the folder, whatever sample is asked for now")
                    .isEqualTo(200);
            again.bean(JdbcClient.class)
                    .sql("update practice_sample set complete = false")
                    .update();
        }
        assertThatThrownBy(() -> OwnApplication.keeping(data, List.of()).close())
                .hasRootCauseInstanceOf(CannotStartException.class)
                .rootCause()
                .hasMessageContaining("not loaded to their end");
    }

    private static void eachStepOfTheTourLeadsToWhatItPromises(OwnApplication own) {
        Elements steps = Jsoup.parse(
                        Http.browser(own.port(), "lead").get("/help/tour").body())
                .select("a[data-as]");
        assertThat(steps).hasSizeGreaterThan(8);
        for (Element step : steps) {
            assertThat(Http.browser(own.port(), step.attr("data-as"))
                            .get(step.attr("href"))
                            .body())
                    .as("%s as %s", step.attr("href"), step.attr("data-as"))
                    .contains(step.attr("data-shows"));
        }
    }

    private static void theCasePageSaysWhatToDoWhyByWhenAndWhatWouldChangeIt(OwnApplication own) {
        JsonNode task = own.get("lead", "/api/tasks?view=all&size=200&kind=must-consider")
                .at("/items/0");
        Element page = main(own, "/cases/" + task.path("caseRef").asText());
        Element next = page.select("#next + .daymark-notice").get(0);
        assertThat(next.text())
                .contains(
                        task.path("title").asText(),
                        "Why: " + task.path("why").asText(),
                        "What would change this: ",
                        "Due: ");
        assertThat(next.text()).containsPattern("Due: \\d+ [A-Z][a-z]+ 202\\d at [0-9:]+(am|pm)");
        assertThat(page.text())
                .contains("Steps not open, and why", "sessions towards the threshold")
                .contains("As of 25 November 2025, from the registers that have come in.")
                .containsPattern("Missed \\d+");
        Elements now = page.select("#stages + ol li[aria-current=step]");
        assertThat(now).as("the stage that the case has reached").hasSize(1);
        Element attendance = main(own, "/cases/" + task.path("caseRef").asText() + "/attendance");
        assertThat(attendance.select("table").text()).as("codes as text").containsPattern("\\b[NOUGI]\\b");
    }

    private static void theTimelineShowsOneKindOfEntryAlone(OwnApplication own) {
        String timeline = "/cases/"
                + own.get("lead", "/api/tasks?view=all&size=200&kind=must-consider")
                        .at("/items/0/caseRef")
                        .asText()
                + "/timeline";
        Elements all = main(own, timeline).select("li.daymark-timeline__entry");
        assertThat(all.text()).as("people stand there by name").doesNotContain("Person: lead");
        int found = 0;
        for (Element kind : main(own, timeline).select("select[name=kind] option:not([value=''])")) {
            Elements shown = main(own, timeline + "?kind=" + kind.attr("value")).select("li.daymark-timeline__entry");
            assertThat(shown)
                    .as("%s alone", kind.text())
                    .hasSizeLessThan(all.size())
                    .allMatch(entry -> entry.text().contains(kind.text()));
            found += shown.size();
        }
        assertThat(found).as("each entry is of one kind").isEqualTo(all.size());
    }

    private static void aCallAboutYesterdayAsksAboutYesterday(OwnApplication own) {
        Http office = Http.browser(own.port(), "office");
        HttpResponse<String> next = office.submit("/calls", "/calls/next", "");
        String call = office.get(
                        next.headers().firstValue("location").orElseThrow().replaceAll("^https?://[^/]+", ""))
                .body();
        assertThat(call).contains("Monday 24 November").doesNotContain("in school today");
        assertThat(Jsoup.parse(call).select(".govuk-inset-text").text()).contains("in school on Monday 24 November?");
    }

    private static Element main(OwnApplication own, String address) {
        return Jsoup.parse(Http.browser(own.port(), "lead").get(address).body())
                .select("main")
                .get(0);
    }

    private static void theAuthorityHasACaseToLookAtAndANoticeThatRuns(OwnApplication own) {
        JsonNode tasks = own.get("officer", "/api/tasks?view=available&size=50").path("items");
        assertThat(tasks.findValuesAsText("kind")).containsExactly("triage-referral");
        JsonNode referrals = own.get("officer", "/api/referrals");
        assertThat(referrals.at("/items/0/standing").asText()).isEqualTo("SUBMITTED");
        JsonNode notice = own.get("officer", "/api/notices").at("/items/0");
        assertThat(notice.path("state").asText()).isEqualTo("ISSUED");
        assertThat(notice.at("/clock/postedOn").asText()).isEqualTo("2025-11-25");
        assertThat(notice.path("decidedBy").asText()).isEqualTo("officer");
        JsonNode verdict =
                own.get("auditor", "/api/cases/" + notice.path("caseRef").asText() + "/verify");
        assertThat(verdict.path("linked").asBoolean()
                        && verdict.path("contentEqual").asBoolean())
                .isTrue();
    }

    @Test
    void aSampleThatIsNotBuiltIsRefused() {
        assertThatThrownBy(() -> OwnApplication.keeping(folder, List.of("--daymark.practice.sample=authority"))
                        .close())
                .hasRootCauseInstanceOf(CannotStartException.class);
    }
}
