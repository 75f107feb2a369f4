package uk.daymark.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.daymark.people.Scope;
import uk.daymark.people.ScopeSql;
import uk.daymark.people.Urn;
import uk.daymark.register.ImportRecord.State;
import uk.daymark.register.reading.FileKind;

/** The imports that were previewed, applied, refused or held: who sent what, when, and what they were told. */
@Component
public class ImportHistory {

    private static final String SELECT =
            "select i.id, i.kind, i.state, i.content_hash, i.bytes, i.sent_by, i.sent_at, i.reason, i.answer, i.settled_by,"
                    + " i.settled_at, i.settled_why from import_run i where ";

    private static final String DONE = "i.state not in ('PREVIEWED', 'HELD')";

    private static final String HELD = "i.state = 'HELD'";

    private final JdbcTemplate jdbc;
    private final AnswerJson answers;

    ImportHistory(JdbcTemplate jdbc, AnswerJson answers) {
        this.jdbc = jdbc;
        this.answers = answers;
    }

    /**
     * Imports that name a school in scope or that the caller sent, latest first. A preview is the business of the person who is about
     * to import it and is shown to nobody else; single rows are shown to whom {@link ImportRecord#showsRowsTo} names.
     *
     * @param page from 1
     * @param size so many a page
     */
    public List<ImportRecord> page(By by, int page, int size) {
        return select("1 = 1", List.of(), by, page, size);
    }

    /**
     * Of those, what is done with, latest first: neither previews nor files that wait for a person.
     *
     * @param page from 1
     * @param size so many a page
     */
    public List<ImportRecord> done(By by, int page, int size) {
        return select(DONE, List.of(), by, page, size);
    }

    /** How many {@link #page} has in all. */
    public long howMany(By by) {
        return count("1 = 1", by);
    }

    /** How many {@link #done} has in all. */
    public long howManyDone(By by) {
        return count(DONE, by);
    }

    /** How many {@link #held} has in all. */
    public long howManyHeld(By by) {
        return count(HELD, by);
    }

    private long count(String condition, By by) {
        Mine mine = Mine.of(by);
        Long found = jdbc.queryForObject(
                "select count(*) from import_run i where " + condition + " and " + mine.condition,
                Long.class,
                mine.values.toArray());
        return found == null ? 0 : found;
    }

    /** The caller's own latest previews, whether or not they were imported afterwards. */
    public List<ImportRecord> ownPreviews(By by, int most) {
        return select("i.state = 'PREVIEWED' and i.sent_by = ?", List.of(by.userName()), by, 1, most);
    }

    /** Imports that wait for a person, of schools in scope, latest first. */
    public List<ImportRecord> held(By by) {
        return held(by, 1, 200);
    }

    /**
     * The same by the page.
     *
     * @param page from 1
     * @param size so many a page
     */
    public List<ImportRecord> held(By by, int page, int size) {
        return select(HELD, List.of(), by, page, size);
    }

    /** The import of that number, where it is in scope. */
    public Optional<ImportRecord> find(String importId, By by) {
        return select("i.id = ?", List.of(importId), by, 1, 1).stream().findFirst();
    }

    void add(ImportRun run, ImportOrder order, State state, ImportAnswer answer) {
        StoredScope scope = StoredScope.of(order.by().scope());
        ImportAnswer.Rows rows = answer.rows();
        jdbc.update(
                "insert into import_run (id, kind, state, content_hash, bytes, layout, default_school, rejects_rule, reason,"
                        + " sent_by, sent_at, rows_total, rows_new, rows_changed, rows_unchanged, rows_rejected,"
                        + " preview_token, held_because, answer, sender_scope, sender_scope_of)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                run.id,
                order.kind().path(),
                state.name(),
                order.file().hash(),
                order.file().bytes(),
                answer.layout(),
                order.schoolOfRowsThatNameNone().map(Urn::value).orElse(null),
                rejectsRule(order),
                order.reason(),
                order.by().userName(),
                run.at.atOffset(ZoneOffset.UTC),
                rows.total(),
                rows.added(),
                rows.changed(),
                rows.unchanged(),
                rows.rejected(),
                answer.previewToken().orElse(null),
                answer.heldBecause().orElse(null),
                answers.written(answer),
                scope.kind(),
                scope.of());
        jdbc.batchUpdate(
                "insert into import_school (import_id, school_urn) values (?, ?)",
                run.schools.stream()
                        .map(urn -> new Object[] {run.id, urn.value()})
                        .toList());
    }

    /** Writes down that a person threw a held file away. What its sender was told stays. */
    void discarded(String importId, By by, Instant at, String why) {
        jdbc.update(
                "update import_run set state = ?, settled_by = ?, settled_at = ?, settled_why = ? where id = ?",
                State.DISCARDED.name(),
                by.userName(),
                at.atOffset(ZoneOffset.UTC),
                why,
                importId);
    }

    /** Writes down that a person released a held file, with what applying it brought. */
    void released(String importId, By by, Instant at, String why, ImportAnswer answer) {
        jdbc.update(
                "update import_run set state = ?, settled_by = ?, settled_at = ?, settled_why = ?, rows_total = ?,"
                        + " rows_new = ?, rows_changed = ?, rows_unchanged = ?, rows_rejected = ?, answer = ? where id = ?",
                State.RELEASED.name(),
                by.userName(),
                at.atOffset(ZoneOffset.UTC),
                why,
                answer.rows().total(),
                answer.rows().added(),
                answer.rows().changed(),
                answer.rows().unchanged(),
                answer.rows().rejected(),
                answers.written(answer),
                importId);
    }

    /** Whether this token was given to this person for exactly this file, of this school where its rows name none. */
    boolean previewed(String token, ImportOrder order) {
        Long found = jdbc.queryForObject(
                "select count(*) from import_run where preview_token = ? and content_hash = ? and kind = ? and sent_by = ?"
                        + " and coalesce(default_school, '') = ?",
                Long.class,
                token,
                order.file().hash(),
                order.kind().path(),
                order.by().userName(),
                schoolOfRowsThatNameNone(order));
        return found != null && found > 0;
    }

    /**
     * What was told of the same file where it is waiting for a person already: one that would be applied in the same way, by a sender
     * with the same schools.
     */
    Optional<ImportAnswer> heldAlready(ImportOrder order) {
        StoredScope scope = StoredScope.of(order.by().scope());
        return select(
                        "i.state = 'HELD' and i.content_hash = ? and i.kind = ? and coalesce(i.default_school, '') = ?"
                                + " and i.rejects_rule = ? and i.sender_scope = ? and i.sender_scope_of = ?",
                        List.of(
                                order.file().hash(),
                                order.kind().path(),
                                schoolOfRowsThatNameNone(order),
                                rejectsRule(order),
                                scope.kind(),
                                scope.of()),
                        order.by(),
                        1,
                        1)
                .stream()
                .map(ImportRecord::answer)
                .findFirst();
    }

    private static String schoolOfRowsThatNameNone(ImportOrder order) {
        return order.schoolOfRowsThatNameNone().map(Urn::value).orElse("");
    }

    private static String rejectsRule(ImportOrder order) {
        return order.skipRejects() ? "skip" : "refuse";
    }

    /** Whether that file waits for a person. */
    boolean waits(String importId) {
        Long found = jdbc.queryForObject(
                "select count(*) from import_run where id = ? and state = 'HELD'", Long.class, importId);
        return found != null && found > 0;
    }

    /** The schools that the import names and its sender might work with. */
    List<Urn> schoolsOf(String importId) {
        return jdbc.query(
                "select school_urn from import_school where import_id = ?",
                (row, number) -> new Urn(row.getString("school_urn")),
                importId);
    }

    /**
     * The order a held file came with, to apply it now: with the scope that its sender had.
     *
     * @throws RegisterConflictException where it was held before the sender's scope was kept
     */
    Optional<ImportOrder> heldOrder(String importId, SpoolFolder folder) {
        return jdbc
                .query(
                        "select kind, content_hash, bytes, rejects_rule, reason, sent_by, default_school, sender_scope,"
                                + " sender_scope_of from import_run"
                                + " where id = ? and state = 'HELD'",
                        (row, number) -> new ImportOrder(
                                FileKind.ofPath(row.getString("kind")).orElseThrow(),
                                true,
                                new SpoolFolder.Spooled(
                                        folder.held(importId), row.getLong("bytes"), row.getString("content_hash")),
                                new By(row.getString("sent_by"), senderScope(row)),
                                row.getString("rejects_rule").equals("skip"),
                                row.getString("reason"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.ofNullable(row.getString("default_school"))
                                        .map(Urn::new)),
                        importId)
                .stream()
                .findFirst();
    }

    private static Scope senderScope(ResultSet row) throws SQLException {
        Optional<String> kind = Optional.ofNullable(row.getString("sender_scope"));
        String of = Optional.ofNullable(row.getString("sender_scope_of")).orElse("");
        return kind.flatMap(stored -> new StoredScope(stored, of).scope())
                .orElseThrow(() -> new RegisterConflictException(
                        "This file was held by an earlier version of Daymark, which did not keep what its sender may import."
                                + " Throw it away and send the file again."));
    }

    private List<ImportRecord> select(String condition, List<Object> conditionValues, By by, int page, int size) {
        Mine mine = Mine.of(by);
        List<Object> values = new ArrayList<>(conditionValues);
        values.addAll(mine.values);
        values.add(size);
        values.add((page - 1L) * size);
        return jdbc.query(
                SELECT + condition + " and " + mine.condition + " order by i.sent_at desc, i.id limit ? offset ?",
                (row, number) -> imported(row).asSeenBy(by),
                values.toArray());
    }

    /** Imports that name a school in scope or that the caller sent, other people's previews left out, as a condition. */
    private record Mine(String condition, List<Object> values) {

        static Mine of(By by) {
            ScopeSql schools = ScopeSql.of(by.scope(), "s.school_urn");
            List<Object> values = new ArrayList<>();
            values.add(by.userName());
            values.addAll(schools.values());
            return new Mine(
                    by.scope() instanceof Scope.Everywhere
                            ? "(i.sent_by = ? or i.state <> 'PREVIEWED')"
                            : "(i.sent_by = ? or i.state <> 'PREVIEWED' and exists (select 1 from import_school s where s.import_id = i.id and "
                                    + schools.condition() + "))",
                    values);
        }
    }

    private ImportRecord imported(ResultSet row) throws SQLException {
        return new ImportRecord(
                row.getString("id"),
                row.getString("kind"),
                State.valueOf(row.getString("state")),
                row.getString("content_hash"),
                row.getLong("bytes"),
                row.getString("sent_by"),
                row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                row.getString("reason"),
                answers.read(row.getString("answer")),
                Optional.ofNullable(row.getString("settled_by")),
                Optional.ofNullable(row.getObject("settled_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getString("settled_why")));
    }
}
