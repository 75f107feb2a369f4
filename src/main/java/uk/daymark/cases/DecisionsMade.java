package uk.daymark.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import uk.daymark.journal.Entry;
import uk.daymark.journal.Journal;
import uk.daymark.journal.Who;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.Half;
import uk.daymark.measure.MarkedSession;
import uk.daymark.measure.Session;
import uk.daymark.people.PupilId;
import uk.daymark.register.MarkChange;
import uk.daymark.workflow.KeysSql;

/** Decisions of people, with the marks that each rested on. Written once and never changed. */
@Service
public class DecisionsMade {

    private static final String SELECT =
            "select d.id, d.case_ref, d.task_kind, d.what, d.reason, d.decided_by, d.decided_at,"
                    + " d.finding_ids, d.fingerprint, d.at_authority from decision_made d where ";

    private final JdbcTemplate jdbc;
    private final Cases cases;
    private final Journal journal;
    private final Who who;
    private final Clock clock;

    DecisionsMade(JdbcTemplate jdbc, Cases cases, Journal journal, Who who, Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.journal = journal;
        this.who = who;
        this.clock = clock;
    }

    /**
     * Records a decision of the person who is signed in, now, and journals it.
     *
     * @param taskKind the id of the user task
     * @param what what was decided, for people: "Refer to the authority"
     * @param findings what it rests on, with the sessions counted
     */
    public DecisionMade record(CaseRef ref, String taskKind, String what, String reason, List<Finding> findings) {
        return record(ref, taskKind, what, reason, findings, List.of());
    }

    /**
     * As {@link #record(CaseRef, String, String, String, List)}, where a decision rests on sessions that no finding counts.
     *
     * @param more those sessions with their codes as they stand
     */
    public DecisionMade record(
            CaseRef ref,
            String taskKind,
            String what,
            String reason,
            List<Finding> findings,
            List<MarkedSession> more) {
        return cases.changing(ref, () -> recorded(ref, taskKind, what, reason, findings, more));
    }

    private DecisionMade recorded(
            CaseRef ref,
            String taskKind,
            String what,
            String reason,
            List<Finding> findings,
            List<MarkedSession> more) {
        Map<Session, AttendanceCode> sessions = new TreeMap<>();
        more.forEach(marked -> sessions.put(marked.session(), marked.code()));
        findings.forEach(
                finding -> finding.sessions().forEach(marked -> sessions.put(marked.session(), marked.code())));
        List<MarkedSession> relied = sessions.entrySet().stream()
                .map(entry -> new MarkedSession(entry.getKey(), entry.getValue()))
                .toList();
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.update(
                connection -> {
                    var insert = connection.prepareStatement(
                            "insert into decision_made (case_ref, task_kind, what, reason, decided_by, decided_at,"
                                    + " finding_ids, fingerprint, at_authority) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                            new String[] {"id"});
                    insert.setString(1, ref.value());
                    insert.setString(2, taskKind);
                    insert.setString(3, what);
                    insert.setString(4, reason);
                    insert.setString(5, who.userName());
                    insert.setObject(6, clock.instant().atOffset(ZoneOffset.UTC));
                    insert.setString(
                            7,
                            findings.stream()
                                    .map(finding -> Long.toString(finding.id()))
                                    .collect(Collectors.joining(" ")));
                    insert.setString(8, Proof.fingerprint(relied));
                    insert.setBoolean(9, who.atTheAuthority());
                    return insert;
                },
                key);
        long id = Objects.requireNonNull(key.getKey()).longValue();
        long pupil = cases.find(ref).orElseThrow().pupil().number();
        jdbc.batchUpdate(
                "insert into decision_session (decision_id, pupil_id, on_date, half, code) values (?, ?, ?, ?, ?)",
                relied.stream()
                        .map(marked -> new Object[] {
                            id,
                            pupil,
                            marked.session().date(),
                            marked.session().half().name(),
                            marked.code().token()
                        })
                        .toList());
        journal.write(Entry.of(ref.value(), "DECISION", "Decided: " + what, reason));
        return find(id).orElseThrow();
    }

    /** A decision. */
    public Optional<DecisionMade> find(long id) {
        return decisions("d.id = ?", id).stream().findFirst();
    }

    /** Every decision in a case, oldest first. */
    public List<DecisionMade> of(CaseRef ref) {
        return decisions("d.case_ref = ?", ref.value());
    }

    /** The references of the cases in which that person decided something between two moments, the second excluded. */
    public KeysSql casesDecidedBy(String userName, Instant from, Instant to) {
        return new KeysSql(
                "select case_ref as subject from decision_made where decided_by = ? and decided_at >= ? and decided_at < ?",
                List.of(userName, from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC)));
    }

    /** The pupils of whom any decision was made. */
    Set<PupilId> pupils() {
        Set<PupilId> pupils = new HashSet<>();
        jdbc.query("select distinct pupil_id from decision_session", (RowCallbackHandler)
                row -> pupils.add(new PupilId(row.getLong(1))));
        return pupils;
    }

    /** The decisions that rested on these sessions of a pupil with the code that stood there before. */
    Map<DecisionMade, List<MarkChange>> restingOn(PupilId pupil, Collection<MarkChange> changes) {
        Map<Session, MarkChange> bySession = changes.stream()
                .collect(Collectors.toMap(MarkChange::session, change -> change, (one, other) -> other));
        Map<Long, Map<Session, MarkChange>> shaken = new LinkedHashMap<>();
        jdbc.query(
                "select decision_id, on_date, half, code from decision_session where pupil_id = ?"
                        + " order by decision_id, on_date, half",
                (RowCallbackHandler) row -> {
                    MarkedSession relied = marked(row);
                    MarkChange change = bySession.get(relied.session());
                    if (change != null && change.after() != relied.code()) {
                        shaken.computeIfAbsent(row.getLong("decision_id"), id -> new TreeMap<>())
                                .put(relied.session(), change);
                    }
                },
                pupil.number());
        Map<DecisionMade, List<MarkChange>> decisions = new LinkedHashMap<>();
        shaken.forEach((id, marks) -> decisions.put(find(id).orElseThrow(), List.copyOf(marks.values())));
        return decisions;
    }

    private List<DecisionMade> decisions(String condition, Object value) {
        Map<Long, List<MarkedSession>> sessions = new HashMap<>();
        jdbc.query(
                "select s.decision_id, s.on_date, s.half, s.code from decision_session s"
                        + " join decision_made d on d.id = s.decision_id where " + condition
                        + " order by s.on_date, s.half",
                (RowCallbackHandler)
                        row -> sessions.computeIfAbsent(row.getLong("decision_id"), id -> new ArrayList<>())
                                .add(marked(row)),
                value);
        return jdbc.query(
                SELECT + condition + " order by d.id",
                (row, number) -> decision(row, sessions.getOrDefault(row.getLong("id"), List.of())),
                value);
    }

    private static MarkedSession marked(ResultSet row) throws SQLException {
        return new MarkedSession(
                new Session(row.getObject("on_date", LocalDate.class), Half.valueOf(row.getString("half"))),
                AttendanceCode.ofToken(row.getString("code")).orElseThrow());
    }

    private static DecisionMade decision(ResultSet row, List<MarkedSession> sessions) throws SQLException {
        String findings = row.getString("finding_ids");
        return new DecisionMade(
                row.getLong("id"),
                new CaseRef(row.getString("case_ref")),
                row.getString("task_kind"),
                row.getString("what"),
                row.getString("reason"),
                row.getString("decided_by"),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                findings.isEmpty()
                        ? List.of()
                        : Arrays.stream(findings.split(" ")).map(Long::valueOf).toList(),
                sessions,
                row.getString("fingerprint"),
                row.getBoolean("at_authority"));
    }
}
