package uk.daymark.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.daymark.workflow.Decisions.Fired;

/** Every rule of the tables of lateness and of leave in term time, by what it rests on. */
@EachRow(value = "late-step", rules = 5)
@EachRow(value = "leave-advice", rules = 14)
@EachRow(value = "leave-route", rules = 3)
class LeaveAndLatenessRulesTest {

    private final Models models = Models.engine();

    @ParameterizedTest
    @CsvSource({
        "none, false, first-letter, letter",
        "letter, true, better-again, better",
        "meeting, true, better-again, better",
        "ask, true, better-again, better",
        "letter, false, meeting-after-letter, meeting",
        "meeting, false, ask-after-meeting, ask",
        "ask, false, ask-again, ask",
    })
    void whatComesNextWhereAPupilIsOftenLate(String rung, boolean better, String rule, String route) {
        assertThat(only("late-step", rule, Map.of("rung", rung, "better", better))
                        .out("route"))
                .isEqualTo(route);
    }

    @ParameterizedTest
    @CsvSource({
        "exceptional, lives-with, late,       none,       missing, asked-too-late,            not-in-advance",
        "visit,       lives-with, late,       within,     seen,    asked-too-late,            not-in-advance",
        "exceptional, other,      in-advance, none,       missing, asked-by-another,          wrong-asker",
        "visit,       unknown,    in-advance, within,     seen,    asker-not-known,           asker-unknown",
        "visit,       lives-with, in-advance, other-year, seen,    limit-of-another-year,     over",
        "exam,        lives-with, in-advance, over,       seen,    limit-used-up,             over",
        "visit,       lives-with, in-advance, within,     missing, within-without-evidence,   evidence",
        "visit,       lives-with, in-advance, within,     seen,    within-the-limit,          within",
        "exam,        lives-with, in-advance, none,       seen,    no-limit-set,              exceptional-only",
        "performance, unknown,    in-advance, none,       missing, performance-without-licence, evidence",
        "performance, other,      in-advance, none,       seen,    performance-with-licence,  own-ground",
        "interview,   unknown,    in-advance, none,       missing, interview,                 own-ground",
        "exam-study,  unknown,    in-advance, none,       missing, exam-study,                own-ground",
        "religious,   lives-with, in-advance, none,       missing, religious,                 own-ground",
        "religious,   lives-with, late,       none,       missing, religious,                 own-ground",
        "other,       lives-with, in-advance, none,       missing, exceptional,               exceptional-only",
    })
    void whichRuleSpeaksToARequest(
            String ground, String asker, String asked, String limit, String evidence, String rule, String advice) {
        Fired one = only(
                "leave-advice",
                rule,
                Map.of("ground", ground, "asker", asker, "asked", asked, "limit", limit, "evidence", evidence));
        assertThat(one.out("advice")).isEqualTo(advice);
    }

    @ParameterizedTest
    @CsvSource({
        "false, false, too-short, false",
        "false, true, too-short, false",
        "true, false, long-enough, true",
        "true, true, very-long, true",
    })
    void whetherThePolicyOpensTheLeaveRoute(boolean reached, boolean veryLong, String rule, boolean open) {
        assertThat(only("leave-route", rule, Map.of("runReached", reached, "veryLong", veryLong))
                        .outputs())
                .containsEntry("routeOpen", open);
    }

    private Fired only(String table, String rule, Map<String, Object> facts) {
        List<Fired> fired = models.ask(table, facts);
        assertThat(fired).extracting(Fired::rule).containsExactly(rule);
        assertThat(fired.get(0).out("sentence")).isNotBlank();
        assertThat(fired.get(0).out("source")).isNotBlank();
        return fired.get(0);
    }
}
