package uk.daymark.leave;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.CaseRef;
import uk.daymark.cases.Cases;
import uk.daymark.letters.LetterOrder;
import uk.daymark.letters.LetterSubject;
import uk.daymark.measure.DateRange;
import uk.daymark.people.EnrolmentId;

/** Says whom a letter about leave concerns, of which days it speaks and what was decided. */
@Component
class LeaveLetters implements LetterSubject {

    private final LeaveStore requests;
    private final SuspicionStore suspicions;
    private final Cases cases;

    LeaveLetters(LeaveStore requests, SuspicionStore suspicions, Cases cases) {
        this.requests = requests;
        this.suspicions = suspicions;
        this.cases = cases;
    }

    @Override
    public boolean knows(String template, String key) {
        return key.startsWith(LeaveStore.LETTER + "-");
    }

    @Override
    public LetterOrder order(String template, String key) {
        return suspicions
                .find(key)
                .map(leave -> order(template, key, leave.enrolment(), leave.days(), ""))
                .orElseGet(() -> {
                    LeaveRequest request = requests.find(key).orElseThrow();
                    return order(
                            template,
                            key,
                            request.enrolment(),
                            request.given().orElse(request.days()),
                            request.decided().map(LeaveRequest.Decided::why).orElse(""));
                });
    }

    private LetterOrder order(String template, String key, EnrolmentId enrolment, LeaveDays days, String why) {
        List<LeaveRequest> asked = requests.of(enrolment).stream()
                .filter(request -> request.days().overlaps(days))
                .toList();
        return new LetterOrder(
                template,
                enrolment,
                key,
                cases.openOf(enrolment).map(CaseFile::ref).map(CaseRef::value),
                Map.of(
                        "leave_from",
                        days.from().date(),
                        "leave_to",
                        days.to().date(),
                        "decision_reason",
                        why,
                        "leave_refused",
                        asked.stream().anyMatch(request -> request.refusesAnyOf(days)),
                        "leave_not_asked",
                        asked.isEmpty()),
                Optional.of(new DateRange(days.from().date(), days.to().date())));
    }
}
