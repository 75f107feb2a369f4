package uk.daymark.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.Urn;
import uk.daymark.workflow.OpenedTask;
import uk.daymark.worklist.WorkItem.Ended;
import uk.daymark.worklist.WorkItem.Postponed;
import uk.daymark.worklist.WorkItem.State;

/** The table of work items. */
@Component
class WorkItems {

    /** The most urgent: before all others, whenever they are due. */
    private static final int BEFORE_ALL = 9;

    private static final int SORTED_CHARACTERS = 60;
    private static final int SEARCHED_CHARACTERS = 4000;
    private static final int LONGEST_REASON = 2000;

    /** So often a row that is held is tried, with so many milliseconds between: as long as two people at once need. */
    private static final int TRIES = 10;

    private static final int PAUSE = 100;

    private final JdbcTemplate jdbc;
    private final OpenWork open;

    WorkItems(JdbcTemplate jdbc, OpenWork open) {
        this.jdbc = jdbc;
        this.open = open;
    }

    void add(OpenedTask task, Description about) {
        String title = cut(about.title(), 1000);
        String name = cut(about.pupilName(), 2000);
        int urgent = Math.max(0, Math.min(BEFORE_ALL, about.urgent()));
        String searched =
                String.join(" ", title, name, about.pupilRef(), about.caseRef().orElse(""));
        OffsetDateTime opened = task.at().atOffset(ZoneOffset.UTC);
        jdbc.update(
                "insert into work_item (id, model, kind, kind_name, process_key, title, why, what_would_change, school_urn,"
                        + " enrolment_id, pupil_ref, pupil_name, case_ref, role_group, of_authority, assignee, assigned_at, due_at, urgent,"
                        + " before_all, behind, sort_title, search_text, status, opened_at, version)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN', ?, 1)",
                task.id(),
                task.model(),
                task.kind(),
                cut(task.name(), 255),
                task.key(),
                title,
                cut(about.why(), 1000),
                cut(about.whatWouldChangeThis(), 2000),
                about.school().value(),
                about.enrolment().number(),
                about.pupilRef(),
                name,
                orNull(about.caseRef()),
                task.group(),
                WhoMayDo.ofAnAuthority(List.of(task.group())),
                orNull(about.assignee().filter(user -> !user.isBlank())),
                orNull(about.assignee().filter(user -> !user.isBlank()).map(user -> opened)),
                about.dueAt().atOffset(ZoneOffset.UTC),
                urgent,
                urgent == BEFORE_ALL ? 0 : 1,
                BEFORE_ALL - urgent,
                cut(title.toLowerCase(Locale.ROOT), SORTED_CHARACTERS),
                cut(searched.toLowerCase(Locale.ROOT), SEARCHED_CHARACTERS),
                opened);
        boolean taken = about.assignee().filter(user -> !user.isBlank()).isPresent();
        open.change(
                new OpenWork.Of(about.school().value(), task.group(), task.kind(), cut(task.name(), 255), taken), 1);
    }

    /** As what the totals of open work count an item. */
    private Optional<OpenWork.Of> countedAs(String id) {
        return jdbc
                .query(
                        "select school_urn, role_group, kind, kind_name, assignee from work_item where id = ?",
                        (row, number) -> new OpenWork.Of(
                                row.getString("school_urn"),
                                row.getString("role_group"),
                                row.getString("kind"),
                                row.getString("kind_name"),
                                row.getString("assignee") != null),
                        id)
                .stream()
                .findFirst();
    }

    long count(Condition condition) {
        return condition.tally().map(open::total).orElseGet(() -> counted(condition));
    }

    /** Counts the items one by one. */
    long counted(Condition condition) {
        Long total = jdbc.queryForObject(
                "select count(*) from work_item w where " + condition.sql(), Long.class, condition.values());
        return total == null ? 0 : total;
    }

    /** Soonest first. */
    List<WorkItem> list(Condition condition, int size, long from) {
        return list(condition, WorkOrder.URGENT_FIRST, size, from);
    }

    List<WorkItem> list(Condition condition, WorkOrder order, int size, long from) {
        return jdbc.query(
                "select w.* from work_item w where " + condition.sql() + " order by " + condition.order(order)
                        + " limit ? offset ?",
                WorkItems::item,
                condition.values(size, from));
    }

    Optional<WorkItem> find(String id, Condition condition) {
        return jdbc
                .query(
                        "select w.* from work_item w where w.id = ? and " + condition.sql(),
                        WorkItems::item,
                        prepended(id, condition.values()))
                .stream()
                .findFirst();
    }

    /** Waits for whoever changes the item just now, and lets nobody else change it until this transaction ends. */
    void lock(String id) {
        jdbc.query("select id from work_item where id = ? for update", row -> {}, id);
    }

    /**
     * {@link #lock}, but gives up soon: a long change, such as an import, is not waited for.
     *
     * @return whether it is held now
     */
    boolean lockSoon(String id) {
        for (int tried = 1; ; tried++) {
            boolean held = !jdbc.queryForList(
                            "select id from work_item where id = ? for update skip locked", String.class, id)
                    .isEmpty();
            if (held || tried == TRIES || !paused()) {
                return held;
            }
        }
    }

    private static boolean paused() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The kinds on the list, by their names. */
    List<Kind> kinds(Condition condition) {
        return condition.tally().map(open::kinds).orElseGet(() -> kindsOf(condition));
    }

    private List<Kind> kindsOf(Condition condition) {
        return jdbc.query(
                "select w.kind, min(w.kind_name) as kind_name from work_item w where " + condition.sql()
                        + " group by w.kind order by 2, 1",
                (row, number) -> new Kind(row.getString("kind"), row.getString("kind_name")),
                condition.values());
    }

    record Kind(String id, String name) {}

    /** Whether it was free and is now that person's: of several at once, one. */
    boolean claim(String id, String userName, Instant at) {
        boolean claimed = jdbc.update(
                        "update work_item set assignee = ?, assigned_at = ?, held_until = null where id = ? and status = 'OPEN' and assignee is null",
                        userName,
                        at.atOffset(ZoneOffset.UTC),
                        id)
                == 1;
        if (claimed) {
            countedAs(id).ifPresent(what -> open.changeHands(what, true));
        }
        return claimed;
    }

    void free(String id, String holder) {
        freed(id, holder, "");
    }

    /** Whether that person had it for a while only, and it is free now. */
    boolean freeHeld(String id, String holder) {
        return freed(id, holder, " and held_until is not null");
    }

    private boolean freed(String id, String holder, String only) {
        boolean freed = jdbc.update(
                        "update work_item set assignee = null, assigned_at = null, held_until = null where id = ? and status = 'OPEN'"
                                + " and assignee = ?" + only,
                        id,
                        holder)
                == 1;
        if (freed) {
            countedAs(id).ifPresent(what -> open.changeHands(what, false));
        }
        return freed;
    }

    Set<String> heldByOthers(String kind, String userName, Instant now) {
        return Set.copyOf(jdbc.queryForList(
                "select id from work_item where status = 'OPEN' and kind = ? and assignee <> ? and held_until > ?",
                String.class,
                kind,
                userName,
                now.atOffset(ZoneOffset.UTC)));
    }

    /**
     * From that moment on it is free again, unless its holder asks anew.
     *
     * @param onlyLonger whether nothing changes where it is the holder's for good
     */
    void hold(String id, String holder, Instant until, boolean onlyLonger) {
        jdbc.update(
                "update work_item set held_until = ? where id = ? and status = 'OPEN' and assignee = ?"
                        + (onlyLonger ? " and held_until is not null" : ""),
                until.atOffset(ZoneOffset.UTC),
                id,
                holder);
    }

    void assign(String id, Optional<String> userName, Instant at) {
        lock(id);
        Optional<OpenWork.Of> before = countedAs(id);
        int assigned = jdbc.update(
                "update work_item set assignee = ?, assigned_at = ?, held_until = null, version = version + 1 where id = ? and status = 'OPEN'",
                orNull(userName),
                orNull(userName.map(user -> at.atOffset(ZoneOffset.UTC))),
                id);
        if (assigned == 1) {
            before.filter(what -> what.taken() != userName.isPresent())
                    .ifPresent(what -> open.changeHands(what, userName.isPresent()));
        }
    }

    void postpone(String id, Instant until, String why) {
        jdbc.update(
                "update work_item set postponed_until = ?, postponed_why = ?, version = version + 1 where id = ? and status = 'OPEN'",
                until.atOffset(ZoneOffset.UTC),
                cut(why, LONGEST_REASON),
                id);
    }

    /** Ends it where it is open; what has ended stays as it ended. */
    void end(String id, State state, String by, String because, Instant at) {
        int ended = jdbc.update(
                "update work_item set status = ?, ended_by = ?, ended_because = ?, ended_at = ?, version = version + 1"
                        + " where id = ? and status = 'OPEN'",
                state.name(),
                by,
                cut(because, LONGEST_REASON),
                at.atOffset(ZoneOffset.UTC),
                id);
        if (ended == 1) {
            // Read while the row is held: nobody takes or frees what has ended.
            countedAs(id).ifPresent(what -> open.change(what, -1));
        }
    }

    static WorkItem item(ResultSet row, int number) throws SQLException {
        Optional<String> assignee = Optional.ofNullable(row.getString("assignee"));
        Description about = new Description(
                new Urn(row.getString("school_urn")),
                new EnrolmentId(row.getLong("enrolment_id")),
                row.getString("pupil_ref"),
                row.getString("pupil_name"),
                Optional.ofNullable(row.getString("case_ref")),
                row.getString("title"),
                row.getString("why"),
                row.getString("what_would_change"),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                row.getInt("urgent"),
                assignee);
        String because = row.getString("ended_because");
        String endedBy = row.getString("ended_by");
        String postponedWhy = row.getString("postponed_why");
        return new WorkItem(
                row.getString("id"),
                row.getString("model"),
                row.getString("kind"),
                row.getString("kind_name"),
                row.getString("process_key"),
                about,
                row.getString("role_group"),
                assignee,
                moment(row, "assigned_at"),
                State.valueOf(row.getString("status")),
                moment(row, "postponed_until")
                        .map(until -> new Postponed(until, postponedWhy == null ? "" : postponedWhy)),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                moment(row, "ended_at")
                        .map(at -> new Ended(at, endedBy == null ? "" : endedBy, because == null ? "" : because)),
                row.getLong("version"));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static Object[] prepended(Object first, Object[] rest) {
        Object[] all = new Object[rest.length + 1];
        all[0] = first;
        System.arraycopy(rest, 0, all, 1, rest.length);
        return all;
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }

    private static <T> @Nullable T orNull(Optional<T> something) {
        return something.orElse(null);
    }
}
