package uk.daymark.escalation;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.daymark.cases.CaseFile;
import uk.daymark.workflow.NamedStep;
import uk.daymark.workflow.Step;

/** What the models {@code parent-contract-meeting} and {@code early-help} do by themselves: dates by the school's calendar. */
@Configuration(proxyBeanMethods = false)
class MeetingSteps {

    @Bean
    Step setMeetingDay(OpenCases open, CasePolicy policy) {
        return new NamedStep("setMeetingDay", context -> {
            CaseFile file = open.of(context.key());
            return Map.of(
                    "earliestMeeting",
                    policy.morningOf(policy.schoolDaysFromToday(file.school(), policy.number(file, "meeting.notice"))));
        });
    }

    @Bean
    Step setContractReview(OpenCases open, CasePolicy policy, Meetings meetings) {
        return new NamedStep("setContractReview", context -> {
            CaseFile file = open.of(context.key());
            return Map.of(
                    "reviewOn",
                    policy.morningOf(meetings.contract(file.ref()).orElseThrow().reviewOn()));
        });
    }

    @Bean
    Step setAskingAgain(OpenCases open, CasePolicy policy) {
        return new NamedStep("setAskingAgain", context -> {
            CaseFile file = open.of(context.key());
            return Map.of(
                    "askAgainOn",
                    policy.morningOf(
                            policy.schoolDaysFromToday(file.school(), policy.number(file, "early_help.ask_again"))));
        });
    }
}
