package uk.daymark.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.daymark.access.SignedIn;
import uk.daymark.people.Scope;
import uk.daymark.worklist.WorkItem.State;

/** The work list in figures: how much there is of each kind, how late, and whether somebody has it. Speaks of tasks, never of who is slow. */
@Component
public class WorkFigures {

    private static final WorkFilter ALL = WorkFilter.of(WorkFilter.View.ALL);

    private final JdbcTemplate jdbc;
    private final Clock clock;

    WorkFigures(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Open tasks of one kind for one role.
     *
     * @param kind the id of the user task in its model
     * @param kindName what to do
     * @param group the role that they wait for, in lower case
     * @param open how many are open and not put off
     * @param overdue how many of them are past their time
     * @param nobodys how many of the overdue ones nobody has
     * @param putOff how many are put off, beside
     * @param oldestDue by when the one that is overdue longest was to be done; empty where none is
     */
    public record Load(
            String kind,
            String kindName,
            String group,
            int open,
            int overdue,
            int nobodys,
            int putOff,
            Optional<Instant> oldestDue) {}

    /** Which of the open tasks of a kind. */
    public enum Which {
        OPEN("(w.postponed_until is null or w.postponed_until <= ?)", 1),
        OVERDUE("(w.postponed_until is null or w.postponed_until <= ?) and w.due_at < ?", 2),
        NOBODYS("(w.postponed_until is null or w.postponed_until <= ?) and w.due_at < ? and w.assignee is null", 2),
        PUT_OFF("w.postponed_until > ?", 1);

        private final String condition;
        private final int moments;

        Which(String condition, int moments) {
            this.condition = condition;
            this.moments = moments;
        }

        private void ask(OffsetDateTime now, List<Object> values) {
            for (int moment = 0; moment < moments; moment++) {
                values.add(now);
            }
        }
    }

    /** The open tasks that a person may see at these schools, by kind and role. */
    public List<Load> load(SignedIn person, Scope scope) {
        Condition seen = Condition.listed(ALL, person, scope, clock.instant());
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        List<Object> values = new ArrayList<>();
        StringBuilder counts = new StringBuilder();
        for (Which which : Which.values()) {
            counts.append(", sum(case when ")
                    .append(which.condition)
                    .append(" then 1 else 0 end) as c_")
                    .append(which.name());
            which.ask(now, values);
        }
        Which.OVERDUE.ask(now, values);
        values.addAll(List.of(seen.values()));
        return jdbc.query(
                "select w.kind, min(w.kind_name) as kind_name, w.role_group" + counts + ", min(case when "
                        + Which.OVERDUE.condition + " then w.due_at end) as oldest_due from work_item w where "
                        + seen.sql()
                        + " group by w.kind, w.role_group order by 2, 3",
                WorkFigures::load,
                values.toArray());
    }

    private static Load load(ResultSet row, int number) throws SQLException {
        return new Load(
                row.getString("kind"),
                row.getString("kind_name"),
                row.getString("role_group"),
                row.getInt("c_OPEN"),
                row.getInt("c_OVERDUE"),
                row.getInt("c_NOBODYS"),
                row.getInt("c_PUT_OFF"),
                Optional.ofNullable(row.getObject("oldest_due", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    /** The tasks behind one figure of {@link #load}, those due first before the others. */
    public List<WorkItem> behind(SignedIn person, Scope scope, String kind, String group, Which which) {
        Condition seen = Condition.listed(ALL.only(kind), person, scope, clock.instant());
        List<Object> values = new ArrayList<>(List.of(seen.values()));
        values.add(group);
        which.ask(clock.instant().atOffset(ZoneOffset.UTC), values);
        return jdbc.query(
                "select w.* from work_item w where " + seen.sql() + " and w.role_group = ? and " + which.condition
                        + " order by w.due_at, w.id",
                WorkItems::item,
                values.toArray());
    }

    /** Tasks of a kind that were or are to be done between two moments, however they ended, by when. */
    public List<WorkItem> due(SignedIn person, Scope scope, String kind, Instant from, Instant before) {
        Condition seen = Condition.seen(person, scope);
        List<Object> values = new ArrayList<>(List.of(seen.values()));
        values.addAll(List.of(kind, from.atOffset(ZoneOffset.UTC), before.atOffset(ZoneOffset.UTC)));
        return jdbc.query(
                "select w.* from work_item w where " + seen.sql()
                        + " and w.kind = ? and w.due_at >= ? and w.due_at < ? order by w.due_at, w.id",
                WorkItems::item,
                values.toArray());
    }

    /** Whether a task was done by when it was to be done. */
    public static boolean inTime(WorkItem item) {
        return item.state() == State.DONE
                && item.ended()
                        .filter(ended -> !ended.at().isAfter(item.about().dueAt()))
                        .isPresent();
    }
}
