package uk.daymark.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.Session;
import uk.daymark.people.EnrolmentId;

/** The codes that stand for the sessions of many pupils: the register's, with codes decided here in their place while they wait. */
@Component
public class StandingCodes {

    private static final int AT_A_TIME = 500;

    private final JdbcTemplate jdbc;

    StandingCodes(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The codes of these pupils in these days, by pupil and session.
     *
     * @param enrolments whose; one without any mark then is left out
     */
    public Map<EnrolmentId, NavigableMap<Session, AttendanceCode>> of(
            Collection<EnrolmentId> enrolments, DateRange days) {
        Map<EnrolmentId, NavigableMap<Session, AttendanceCode>> codes = new HashMap<>();
        List<Long> all = enrolments.stream().map(EnrolmentId::number).distinct().toList();
        for (int from = 0; from < all.size(); from += AT_A_TIME) {
            add(all.subList(from, Math.min(all.size(), from + AT_A_TIME)), days, codes);
        }
        return codes;
    }

    /** The codes of one pupil in these days, by session. */
    public NavigableMap<Session, AttendanceCode> of(EnrolmentId enrolment, DateRange days) {
        return of(List.of(enrolment), days).getOrDefault(enrolment, new TreeMap<>());
    }

    private void add(List<Long> some, DateRange days, Map<EnrolmentId, NavigableMap<Session, AttendanceCode>> codes) {
        Object[] values = MarkStore.withDates(some, Weeks.monday(Weeks.number(days.from())), days.to());
        jdbc.query(
                "select enrolment_id, week_beginning, codes from register_week where enrolment_id in "
                        + MarkStore.places(values.length - 2) + " and week_beginning between ? and ?",
                (RowCallbackHandler) row -> {
                    int week = Weeks.number(row.getObject(2, LocalDate.class));
                    for (int slot = 0; slot < Weeks.SLOTS; slot++) {
                        Session session = Weeks.session(week, slot);
                        if (days.contains(session.date())) {
                            EnrolmentId enrolment = new EnrolmentId(row.getLong(1));
                            Weeks.codeAt(row.getString(3), slot)
                                    .ifPresent(code -> codes.computeIfAbsent(enrolment, e -> new TreeMap<>())
                                            .put(session, code));
                        }
                    }
                },
                values);
        List<Object> decided = new ArrayList<>(List.of(MarkStore.withDates(some, days.from(), days.to())));
        jdbc.query(
                "select enrolment_id, on_date, half, decided from decided_code where state = 'WAITING' and enrolment_id in "
                        + MarkStore.places(decided.size() - 2) + " and on_date between ? and ? order by id",
                (RowCallbackHandler)
                        row -> codes.computeIfAbsent(new EnrolmentId(row.getLong("enrolment_id")), e -> new TreeMap<>())
                                .put(MarkStore.session(row), MarkStore.code(row.getString("decided"))),
                decided.toArray());
    }
}
