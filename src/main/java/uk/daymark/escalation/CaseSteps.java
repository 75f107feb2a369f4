package uk.daymark.escalation;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.CaseMeasures;
import uk.daymark.cases.Cases;
import uk.daymark.journal.Entry;
import uk.daymark.journal.Journal;
import uk.daymark.workflow.NamedStep;
import uk.daymark.workflow.Processes;
import uk.daymark.workflow.Step;
import uk.daymark.workflow.StepContext;

/** What the model {@code attendance-escalation} does by itself. */
@Configuration(proxyBeanMethods = false)
class CaseSteps {

    private static final String WAIT = "wait";
    private static final String STAYS_OPEN = "staysOpen";

    @Bean
    Step measureCase(OpenCases open, CaseFacts facts) {
        return new NamedStep("measureCase", context -> facts.of(open.of(context.key())));
    }

    @Bean
    Step recordStage(OpenCases open, Cases cases, CaseFacts facts, StepsTaken steps, Journal journal) {
        return new NamedStep("recordStage", context -> {
            CaseFile file = open.of(context.key());
            String sentence = context.text("sentence").orElse("");
            String source = context.text("source").orElse("");
            Rung.of(context.text("rung").orElse(""))
                    .ifPresentOrElse(
                            rung -> {
                                steps.begin(file.ref(), rung.id(), sentence, source);
                                if (!facts.atAuthority(file)) {
                                    cases.stage(file.ref(), rung.id(), sentence, rule(source));
                                }
                            },
                            () -> journal.write(
                                    Entry.of(file.ref().value(), "STAGE", "The case was looked at again.", sentence)
                                            .under(rule(source))));
            return Map.of();
        });
    }

    @Bean
    Step setMonitoring(OpenCases open, CasePolicy policy, StepsTaken steps, Journal journal) {
        return new NamedStep("setMonitoring", context -> {
            CaseFile file = open.of(context.key());
            LocalDate until =
                    policy.schoolDaysFromToday(file.school(), policy.number(file, waitingKey(context, steps, file)));
            steps.waiting(file.ref(), until);
            if (!policy.calendarKnown(file.school())) {
                journal.write(Entry.of(
                        file.ref().value(),
                        "STAGE",
                        "Weekdays were counted until the case is looked at again.",
                        "The school's calendar is not loaded."));
            }
            return Map.of("monitorUntil", policy.morningOf(until));
        });
    }

    @Bean
    Step closeCase(OpenCases open, Cases cases, CaseFacts facts, Closing closing, Journal journal) {
        return new NamedStep("closeCase", context -> {
            CaseFile file = open.of(context.key());
            if (facts.atAuthority(file)) {
                journal.write(Entry.of(
                        file.ref().value(),
                        "STAGE",
                        "The case stays open: it lies with the authority.",
                        "The authority has still to settle it. Attendance is watched."));
                return Map.of(STAYS_OPEN, true);
            }
            closing.byItsModel(() -> cases.close(
                    file.ref(),
                    context.text("sentence").orElse(""),
                    rule(context.text("source").orElse(""))));
            return Map.of(STAYS_OPEN, false);
        });
    }

    @Bean
    Step considerAgain(OpenCases open, CaseMeasures measures, Processes processes, Journal journal) {
        return new NamedStep("considerAgain", context -> {
            CaseFile file = open.of(context.key());
            String key = file.ref().value();
            boolean another = context.text("decidedIn")
                    .filter(kind -> !kind.equals(Rung.CONSIDER.id()))
                    .isPresent();
            if (another) {
                journal.write(Entry.of(
                        key,
                        "DECISION",
                        "A decision does not stand: "
                                + context.text("decided").orElse("") + ", decided by "
                                + context.text("decidedBy").orElse("") + ".",
                        context.text("amended").orElse("") + ". No task follows: write in a note of the case what"
                                + " is decided now, and close the case where nothing of it is left."));
            } else if (!measures.of(file).thresholdMet()) {
                journal.write(Entry.of(
                        key,
                        "DECISION",
                        "No decision is put to the headteacher.",
                        "The number of sessions for considering a penalty notice is no longer reached."));
            } else if (!processes.running(Models.THRESHOLD, key)) {
                processes.start(Models.THRESHOLD, key, Map.of());
            }
            return Map.of();
        });
    }

    private static String waitingKey(StepContext context, StepsTaken steps, CaseFile file) {
        if (context.text("work").filter(WAIT::equals).isPresent()) {
            return Rung.WAITING;
        }
        return steps.last(file.ref())
                .flatMap(last -> Rung.of(last.rung()))
                .map(Rung::waiting)
                .orElse(Rung.WAITING);
    }

    private static String rule(String source) {
        return "next-rung: " + source;
    }
}
