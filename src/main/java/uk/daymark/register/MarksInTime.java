package uk.daymark.register;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.Half;
import uk.daymark.measure.Session;
import uk.daymark.people.EnrolmentId;
import uk.daymark.register.MarkHistory.Amendment;
import uk.daymark.time.LondonTime;

/** The marks of a pupil at a school through time: every change of them, and how they stood on a day. */
@Component
public class MarksInTime {

    private final JdbcTemplate jdbc;
    private final MarkStore store;

    MarksInTime(JdbcTemplate jdbc, MarkStore store) {
        this.jdbc = jdbc;
        this.store = store;
    }

    /**
     * A mark that was changed.
     *
     * @param session whose mark
     * @param amendment from what to what, when, by whom and why
     */
    public record Changed(Session session, Amendment amendment) {}

    /** Every change of a mark, oldest first. */
    public List<Changed> changes(EnrolmentId enrolment) {
        return jdbc.query(
                "select on_date, half, old_code, new_code, reason, amended_at, amended_by, import_id from mark_amendment"
                        + " where enrolment_id = ? order by id",
                (row, number) -> new Changed(
                        new Session(row.getObject("on_date", LocalDate.class), Half.valueOf(row.getString("half"))),
                        new Amendment(
                                MarkStore.code(row.getString("old_code")),
                                MarkStore.code(row.getString("new_code")),
                                row.getString("reason"),
                                row.getObject("amended_at", OffsetDateTime.class)
                                        .toInstant(),
                                row.getString("amended_by"),
                                Optional.ofNullable(row.getString("import_id")))),
                enrolment.number());
    }

    /**
     * The marks of the sessions from one day to another as they stood at the end of the second: what was changed since stands as it was.
     * When a mark was first entered is not kept: one that was entered late is there all the same.
     */
    public Map<Session, AttendanceCode> asTheyStood(EnrolmentId enrolment, LocalDate from, LocalDate day) {
        Map<Session, AttendanceCode> marks = new TreeMap<>();
        int first = Weeks.number(from);
        int last = Weeks.number(day);
        Map<Long, String> weeks = store.weeks(List.of(enrolment.number()), first, last);
        for (int week = first; week <= last; week++) {
            Optional<String> codes = Optional.ofNullable(weeks.get(MarkStore.key(enrolment.number(), week)));
            for (int slot = 0; codes.isPresent() && slot < Weeks.SLOTS; slot++) {
                Session session = Weeks.session(week, slot);
                if (!session.date().isBefore(from) && !session.date().isAfter(day)) {
                    Weeks.codeAt(codes.get(), slot).ifPresent(code -> marks.put(session, code));
                }
            }
        }
        Instant end = day.plusDays(1).atStartOfDay(LondonTime.ZONE).toInstant();
        List<Changed> changes = changes(enrolment);
        for (int at = changes.size() - 1; at >= 0; at--) {
            Changed change = changes.get(at);
            if (!change.amendment().at().isBefore(end) && marks.containsKey(change.session())) {
                marks.put(change.session(), change.amendment().before());
            }
        }
        return marks;
    }
}
