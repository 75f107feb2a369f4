package uk.daymark.leave;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.daymark.journal.Entry;
import uk.daymark.journal.Journal;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.MarkedSession;
import uk.daymark.measure.Session;
import uk.daymark.time.LondonTime;
import uk.daymark.workflow.Step;
import uk.daymark.workflow.StepContext;

/** What Daymark does by itself where leave comes up. */
@Configuration(proxyBeanMethods = false)
class LeaveSteps {

    @Bean
    Step checkLeaveLimits(LeaveStore requests, LeaveLimits limits) {
        return new Named(
                "checkLeaveLimits",
                context -> limits.facts(requests.find(context.key()).orElseThrow()));
    }

    @Bean
    Step setLeaveWatch(LeaveStore requests) {
        return new Named(
                "setLeaveWatch",
                context -> Map.of(
                        "watchUntil",
                        dayAfter(requests.find(context.key())
                                .orElseThrow()
                                .days()
                                .to()
                                .date())));
    }

    @Bean
    Step lookAtLeaveDays(
            LeaveStore requests, SuspicionStore suspicions, LeaveCount count, LeavePolicy policy, Journal journal) {
        return new Named("lookAtLeaveDays", context -> {
            LeaveRequest request = requests.find(context.key()).orElseThrow();
            Set<AttendanceCode> which = EnumSet.copyOf(policy.codes(request.school()));
            which.add(AttendanceCode.O);
            List<LocalDate> taken = count.marked(request.enrolment(), request.days(), which).stream()
                    .map(MarkedSession::session)
                    .filter(request::refuses)
                    .filter(policy.timetable(request.school())::plans)
                    .map(Session::date)
                    .sorted()
                    .toList();
            if (!taken.isEmpty()) {
                // Days that were given are nobody's suspicion.
                suspicions.open(request.ref(), request.enrolment(), taken.get(0), taken.get(taken.size() - 1));
                journal.write(Entry.of(
                        request.ref(),
                        "FINDING",
                        "The pupil was away without leave on days for which leave was refused.",
                        ""));
            }
            return Map.of("taken", !taken.isEmpty());
        });
    }

    @Bean
    Step setLeaveReplyDate(SuspicionStore suspicions, LeavePolicy policy) {
        return new Named("setLeaveReplyDate", context -> {
            SuspectedLeave leave = suspicions.find(context.key()).orElseThrow();
            // A reply that came before the letter was posted is not waited for.
            Instant until = leave.reply().isPresent()
                    ? policy.today().atStartOfDay(LondonTime.ZONE).toInstant()
                    : dayAfter(policy.after(leave.school(), "leave.reply_within"));
            return Map.of("replyBy", until);
        });
    }

    @Bean
    Step measureLeave(SuspicionStore suspicions, LeaveCount count) {
        return new Named("measureLeave", context -> {
            LeaveCount.Counted counted =
                    count.count(suspicions.find(context.key()).orElseThrow());
            return Map.of("runReached", counted.reached(), "veryLong", counted.veryLong());
        });
    }

    private static Instant dayAfter(LocalDate day) {
        return day.plusDays(1).atStartOfDay(LondonTime.ZONE).toInstant();
    }

    /** A step in one expression. */
    private record Named(String name, Function<StepContext, Map<String, Object>> doing) implements Step {

        @Override
        public Map<String, Object> run(StepContext context) {
            return doing.apply(context);
        }
    }
}
