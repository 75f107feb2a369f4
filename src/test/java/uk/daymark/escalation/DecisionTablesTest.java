package uk.daymark.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every rule of the tables of this feature fires for facts of its own, and none is without a test. */
class DecisionTablesTest {

    private final List<String> fired = new ArrayList<>();
    private final DmnEngine engine = engine();

    private DmnEngine engine() {
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        configuration
                .getCustomPostDecisionTableEvaluationListeners()
                .add(event -> event.getMatchingRules().forEach(rule -> fired.add(rule.getId())));
        return configuration.buildEngine();
    }

    /** Facts that lead to each rule, by the rule's id. */
    private static Map<String, Map<String, Object>> rows(String table) {
        return switch (table) {
            case "case-opening" -> opening();
            case "next-rung" -> rungs();
            default -> support();
        };
    }

    private static Map<String, Map<String, Object>> opening() {
        Map<String, Map<String, Object>> rows = new HashMap<>();
        rows.put("not-listed", found("PATTERN", "bands", false));
        rows.put("threshold", found("PENALTY_NOTICE_THRESHOLD", "bands", true));
        rows.put("soft-letter-due", found("UNAUTHORISED_FOR_LETTER", "soft-letter-first", true));
        rows.put("letter-band", found("ATTENDANCE_BELOW_BAND", "letter-first", true));
        rows.put("county-band", found("ATTENDANCE_BELOW_BAND", "bands", true));
        rows.put("other-band", found("ATTENDANCE_BELOW_BAND", "support-first", true));
        rows.put("severe-absence", found("SEVERE_ABSENCE", "support-first", true));
        rows.put("persistent-absence", found("PERSISTENT_ABSENCE", "support-first", true));
        rows.put("pattern-seen", found("PATTERN", "support-first", true));
        rows.put("other-finding", found("SICKNESS", "support-first", true));
        return rows;
    }

    private static Map<String, Object> found(String kind, String style, boolean listed) {
        return Map.of("found", kind, "style", style, "listed", listed);
    }

    private static Map<String, Map<String, Object>> rungs() {
        Map<String, Map<String, Object>> rows = new HashMap<>();
        rows.put("improved-at-authority", at("change", "improved", "atAuthority", true));
        rows.put("improved-unheard", at("change", "improved"));
        rows.put("improved", at("change", "improved", "familyHeard", true));
        rows.put("improved-threshold-stands", at("change", "improved", "thresholdMet", true));
        rows.put("better", at("change", "better"));
        rows.put("decide-again", at("thresholdMet", true, "considerAgain", true));
        rows.put("falling-fast", at("fastFall", true));
        rows.put("falling-fast-authorised", at("fastFall", true, "onlyAuthorised", true));
        rows.put("soft-letter", at("style", "soft-letter-first"));
        rows.put("help-in-lowest-band", at("style", "bands", "lowestBand", true));
        rows.put("authorised-absence", at("onlyAuthorised", true, "style", "soft-letter-first"));
        rows.put("commonswood-letter", at("style", "letter-first"));
        rows.put("concern-letter", at());
        rows.put("evidence-in-question", at("concernDone", true, "evidenceDue", true));
        rows.put("letter-first-meeting", at("concernDone", true, "style", "letter-first"));
        rows.put("soft-letter-first-meeting", at("concernDone", true, "style", "soft-letter-first"));
        rows.put("early-help", at("concernDone", true));
        rows.put("meeting", at("concernDone", true, "helpDone", true));
        rows.put(
                "support-goes-on", at("concernDone", true, "helpDone", true, "meetingDone", true, "supportOpen", true));
        rows.put(
                "support-open",
                at(
                        "concernDone",
                        true,
                        "helpDone",
                        true,
                        "meetingDone",
                        true,
                        "supportOpen",
                        true,
                        "continuingDone",
                        true));
        rows.put("advice", at("concernDone", true, "helpDone", true, "meetingDone", true));
        rows.put("all-taken", at("concernDone", true, "helpDone", true, "meetingDone", true, "adviceDone", true));
        return rows;
    }

    private static Map<String, Object> at(Object... changed) {
        return facts(
                Map.of("change", "not-better", "style", "support-first"),
                List.of(
                        "thresholdMet",
                        "familyHeard",
                        "fastFall",
                        "lowestBand",
                        "evidenceDue",
                        "softDone",
                        "concernDone",
                        "evidenceDone",
                        "helpDone",
                        "meetingDone",
                        "adviceDone",
                        "supportOpen",
                        "considerAgain",
                        "onlyAuthorised",
                        "authorisedDone",
                        "continuingDone",
                        "atAuthority"),
                changed);
    }

    private static Map<String, Map<String, Object>> support() {
        Map<String, Map<String, Object>> rows = new HashMap<>();
        rows.put("circumstances", of("mitigating", true));
        rows.put("holiday", of("holidayOnly", true));
        rows.put("holiday-weigh", of("holidayOnly", true, "needsOnRecord", true));
        rows.put("condoned-weigh", of("condoned", true, "needsOnRecord", true));
        rows.put("condoned", of("condoned", true, "noticeUsed", true));
        rows.put(
                "notice-sent",
                of("supportOffered", true, "answer", "declined", "noticeUsed", true, "noticeSent", true));
        rows.put("help-just-begun", of("helpHeld", true, "holidayOnly", true));
        rows.put("specialist-just-begun", of("specialistHeld", true));
        rows.put("plan-reviews", of("planUnderReview", true));
        rows.put("ehcp-review", of("ehcpNotReviewed", true));
        rows.put("nothing-offered", of());
        rows.put("waiting-for-answer", of("supportOffered", true, "answer", "waiting"));
        rows.put("not-taken-up", of("supportOffered", true, "answer", "declined", "noticeUsed", true));
        rows.put("not-worked", of("supportOffered", true, "answer", "given", "noticeUsed", true));
        rows.put("may-go-on", of("supportOffered", true, "answer", "given"));
        return rows;
    }

    private static Map<String, Object> of(Object... changed) {
        return facts(
                Map.of("answer", "given"),
                List.of(
                        "mitigating",
                        "holidayOnly",
                        "helpHeld",
                        "specialistHeld",
                        "planUnderReview",
                        "ehcpNotReviewed",
                        "supportOffered",
                        "noticeUsed",
                        "condoned",
                        "needsOnRecord",
                        "noticeSent"),
                changed);
    }

    private static Map<String, Object> facts(Map<String, Object> words, List<String> not, Object... changed) {
        Map<String, Object> facts = new HashMap<>(words);
        not.forEach(name -> facts.put(name, false));
        for (int i = 0; i < changed.length; i += 2) {
            facts.put((String) changed[i], changed[i + 1]);
        }
        return facts;
    }

    @ParameterizedTest
    @ValueSource(strings = {"case-opening", "next-rung", "support-first"})
    void everyRuleFiresForFactsOfItsOwnAndNoOther(String table) {
        Map<String, Map<String, Object>> rows = rows(table);
        assertThat(rows.keySet()).as("a row for each rule").containsExactlyInAnyOrderElementsOf(rules(table));
        rows.forEach((rule, facts) -> {
            fired.clear();
            DmnDecisionResult result = engine.evaluateDecision(decision(table), facts);
            assertThat(fired).as("what fires for " + facts).containsExactly(rule);
            assertThat(String.valueOf(result.getFirstResult().get("sentence")))
                    .as(rule)
                    .endsWith(".");
            assertThat(String.valueOf(result.getFirstResult().get("source")))
                    .as(rule)
                    .isNotBlank();
        });
    }

    private DmnDecision decision(String table) {
        return engine.parseDecision(table, open(table));
    }

    private static List<String> rules(String table) {
        return Dmn.readModelFromStream(open(table)).getModelElementsByType(Rule.class).stream()
                .map(Rule::getId)
                .toList();
    }

    private static InputStream open(String table) {
        return DecisionTablesTest.class.getResourceAsStream("/processes/" + table + ".dmn");
    }
}
