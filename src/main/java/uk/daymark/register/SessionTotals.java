package uk.daymark.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.StatisticalClass;
import uk.daymark.measure.Timetable;
import uk.daymark.people.PupilId;

/** How many sessions of many pupils stand in the register, by what they mean: enough to see who need not be measured. */
@Component
public class SessionTotals {

    private static final int AT_A_TIME = 500;

    private final JdbcTemplate jdbc;

    SessionTotals(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Marks of a pupil on all rolls.
     *
     * @param possible those at which attendance was possible
     * @param absent those at which the pupil was absent
     */
    public record Totals(int possible, int absent) {

        private static final Totals NONE = new Totals(0, 0);

        private Totals plus(String week) {
            int morePossible = 0;
            int moreAbsent = 0;
            for (int slot = 0; slot < week.length(); slot++) {
                Optional<StatisticalClass> meaning =
                        AttendanceCode.ofSymbol(week.charAt(slot)).map(AttendanceCode::statisticalClass);
                morePossible += meaning.filter(StatisticalClass::possible).isPresent() ? 1 : 0;
                moreAbsent += meaning.filter(StatisticalClass::absent).isPresent() ? 1 : 0;
            }
            return new Totals(possible + morePossible, absent + moreAbsent);
        }
    }

    /** The totals of these pupils' marks as the register has them, from the week of a day on; pupils without marks are left out. */
    public Map<PupilId, Totals> of(Collection<PupilId> pupils, LocalDate from) {
        Map<PupilId, Totals> totals = new HashMap<>();
        List<PupilId> all = List.copyOf(pupils);
        for (int at = 0; at < all.size(); at += AT_A_TIME) {
            List<PupilId> some = all.subList(at, Math.min(all.size(), at + AT_A_TIME));
            List<Object> values =
                    new ArrayList<>(some.stream().map(PupilId::number).toList());
            values.add(Timetable.mondayOf(from));
            jdbc.query(
                    "select e.pupil_id, w.codes from enrolment e join register_week w on w.enrolment_id = e.id"
                            + " where e.pupil_id in " + MarkStore.places(some.size()) + " and w.week_beginning >= ?",
                    (RowCallbackHandler) row -> totals.merge(
                            new PupilId(row.getLong(1)),
                            Totals.NONE.plus(row.getString(2)),
                            (one, other) -> new Totals(one.possible + other.possible, one.absent + other.absent)),
                    values.toArray());
        }
        return totals;
    }
}
