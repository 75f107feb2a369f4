package uk.daymark.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.daymark.measure.GoldenCases.date;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import uk.daymark.measure.CountingRules.Anchor;

/** Every worked case that carries marks: what is counted, when the threshold was met, which runs there are. */
class GoldenCountingTest {

    private static final Map<String, CountingRules> RULES =
            Map.of("NAT", Rules.national(), "HERTS", Rules.hertfordshire());

    @TestFactory
    Stream<DynamicTest> countsAsTheWorkedCaseSays() {
        return GoldenCases.with("marks")
                .map(worked -> DynamicTest.dynamicTest(
                        worked.get("id").asText() + " " + worked.get("title").asText(), () -> check(worked)));
    }

    @Test
    void knowsAllCasesWithMarks() {
        assertThat(GoldenCases.with("marks")).hasSize(18);
    }

    private static void check(JsonNode worked) {
        JsonNode expect = worked.get("expect");
        if (expect.has("stats")) {
            checkSummary(worked, expect.get("stats"));
        }
        expect.path("met_at").fields().forEachRemaining(entry -> {
            Measurement measured = measure(worked, GoldenCases.lastDay(worked), RULES.get(entry.getKey()));
            assertThat(measured.window().metAt().map(Session::toString).orElse("null"))
                    .isEqualTo(entry.getValue().asText());
        });
        JsonNode count = expect.path("count");
        RULES.forEach((name, rules) -> {
            if (count.has(name)) {
                Measurement measured = measure(worked, date(count.get("as_of")), rules);
                assertThat(measured.window().count()).isEqualTo(count.get(name).asInt());
            }
        });
        if (expect.has("window_start")) {
            Measurement measured =
                    measure(worked, date(expect.get("window_start").get("date")), Rules.national());
            assertThat(measured.window().from())
                    .hasValue(date(expect.get("window_start").get("monday")));
        }
        if (expect.has("max_g_run")) {
            assertThat(measure(worked, GoldenCases.lastDay(worked), Rules.national())
                            .leaveRun()
                            .longest())
                    .isEqualTo(expect.get("max_g_run").asInt());
        }
        if (expect.has("day_anchored")) {
            WindowCount byDay = measure(worked, date(expect.get("day_anchored").get("last")), Rules.national())
                    .otherReading();
            assertThat(byDay.anchor()).isEqualTo(Anchor.DAY);
            assertThat(byDay.from()).hasValue(date(expect.get("day_anchored").get("first")));
            assertThat(byDay.count())
                    .isEqualTo(expect.get("day_anchored").get("count").asInt());
        }
    }

    private static void checkSummary(JsonNode worked, JsonNode stats) {
        DateRange period = new DateRange(date(stats.get("from")), date(stats.get("to")));
        Summary summary = Measuring.measure(
                        GoldenCases.register(worked, period.to(), Optional.of(period)), Rules.national())
                .summary();
        assertThat(summary)
                .isEqualTo(new Summary(
                        period,
                        stats.get("present").asInt(),
                        stats.get("aea").asInt(),
                        stats.get("auth").asInt(),
                        stats.get("unauth").asInt(),
                        stats.get("notposs").asInt(),
                        stats.get("pa").asBoolean(),
                        stats.get("sa").asBoolean()));
        assertThat(summary.possible()).isEqualTo(stats.get("possible").asInt());
        assertThat(summary.attendancePercent())
                .hasValue(new BigDecimal(stats.get("att").asText()).setScale(2, RoundingMode.HALF_UP));
    }

    private static Measurement measure(JsonNode worked, LocalDate asOf, CountingRules rules) {
        return Measuring.measure(GoldenCases.register(worked, asOf, Optional.empty()), rules);
    }
}
