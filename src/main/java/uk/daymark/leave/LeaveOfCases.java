package uk.daymark.leave;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.daymark.cases.CaseRef;
import uk.daymark.cases.LeaveOfCase;
import uk.daymark.measure.DateRange;
import uk.daymark.people.ContactId;

/** Says of a case which leave was handed over to it. */
@Component
class LeaveOfCases implements LeaveOfCase {

    private final JdbcTemplate jdbc;
    private final LeaveStore requests;
    private final SuspicionStore suspicions;

    LeaveOfCases(JdbcTemplate jdbc, LeaveStore requests, SuspicionStore suspicions) {
        this.jdbc = jdbc;
        this.requests = requests;
        this.suspicions = suspicions;
    }

    @Override
    public List<HandedOver> of(CaseRef ref) {
        return jdbc
                .queryForList(
                        "select ref from suspected_leave where case_ref = ? order by from_date, ref",
                        String.class,
                        ref.value())
                .stream()
                .flatMap(key -> suspicions.find(key).stream())
                .map(leave -> new HandedOver(
                        leave.ref(),
                        new DateRange(
                                leave.days().from().date(), leave.days().to().date()),
                        requests.find(leave.ref())
                                .filter(request -> request.state() == LeaveRequest.State.REFUSED
                                        || request.state() == LeaveRequest.State.PART)
                                .isPresent(),
                        liable(leave.ref())))
                .toList();
    }

    private List<Liable> liable(String key) {
        return jdbc.query(
                "select contact_id, rule_text, why from leave_liable_parent where ref = ? and liable order by contact_id",
                (row, number) -> new Liable(
                        new ContactId(row.getLong("contact_id")), row.getString("rule_text"), row.getString("why")),
                key);
    }
}
