package uk.daymark.escalation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.daymark.cases.CaseFigures;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.CaseMeasures;
import uk.daymark.cases.Cases;
import uk.daymark.cases.DecisionMade;
import uk.daymark.cases.Referring;
import uk.daymark.workflow.NamedStep;
import uk.daymark.workflow.Processes;
import uk.daymark.workflow.Step;

/** What the model {@code threshold-decision} does by itself. It counts and records; what follows is the headteacher's decision. */
@Configuration(proxyBeanMethods = false)
class ThresholdSteps {

    @Bean
    Step measureThreshold(OpenCases open, CaseMeasures measures, SupportFirst support) {
        return new NamedStep("measureThreshold", context -> {
            CaseFile file = open.of(context.key());
            CaseFigures figures = measures.of(file);
            Map<String, Object> facts = new HashMap<>(support.facts(file, figures));
            facts.put("firm", figures.thresholdFirm());
            return facts;
        });
    }

    @Bean
    Step referCase(OpenCases open, Cases cases, CaseFacts facts, Referring referring) {
        return new NamedStep("referCase", context -> {
            CaseFile file = open.of(context.key());
            cases.refer(file.ref(), reason(facts, file));
            referring.begin(file.ref(), new Referring.Wanted("irregular", Optional.empty()));
            return Map.of();
        });
    }

    @Bean
    Step planNoticeToImprove(OpenCases open, Cases cases, CaseFacts facts, Processes processes) {
        return new NamedStep("planNoticeToImprove", context -> {
            CaseFile file = open.of(context.key());
            cases.stage(file.ref(), Models.IMPROVE, reason(facts, file), "");
            if (!processes.running(Models.IMPROVE, context.key())) {
                processes.start(Models.IMPROVE, context.key(), Map.of());
            }
            return Map.of();
        });
    }

    private static String reason(CaseFacts facts, CaseFile file) {
        return facts.lastDecision(file).map(DecisionMade::reason).orElseThrow();
    }
}
