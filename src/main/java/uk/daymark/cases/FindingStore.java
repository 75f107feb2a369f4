package uk.daymark.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.PupilId;

/** The findings in the database. */
@Repository
class FindingStore {

    private static final String COLUMNS = "f.id, f.enrolment_id, f.kind, f.since, f.lapsed_on, f.count_all, f.firm,"
            + " f.provisional, f.sentence, f.policy_version, f.fingerprint, f.proof";

    private static final String SELECT = "select " + COLUMNS + " from finding f where ";

    private static final int AT_A_TIME = 500;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    FindingStore(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What holds of these pupils, some hundreds with one question; a pupil of whom nothing does is left out. */
    Map<PupilId, List<Finding>> open(Collection<PupilId> pupils) {
        Map<PupilId, List<Finding>> open = new HashMap<>();
        List<PupilId> all = List.copyOf(pupils);
        for (int at = 0; at < all.size(); at += AT_A_TIME) {
            List<PupilId> some = all.subList(at, Math.min(all.size(), at + AT_A_TIME));
            jdbc.query(
                    "select f.pupil_id, " + COLUMNS + " from finding f where f.pupil_id in "
                            + some.stream().map(pupil -> "?").collect(Collectors.joining(", ", "(", ")"))
                            + " and f.lapsed_on is null order by f.id",
                    (RowCallbackHandler) row -> open.computeIfAbsent(
                                    new PupilId(row.getLong("pupil_id")), pupil -> new ArrayList<>())
                            .add(finding(row, 0)),
                    some.stream().map(PupilId::number).toArray());
        }
        return open;
    }

    List<Finding> of(EnrolmentId enrolment) {
        return jdbc.query(
                SELECT + "f.enrolment_id = ? order by f.since, f.id", FindingStore::finding, enrolment.number());
    }

    Optional<Finding> find(long id) {
        return jdbc.query(SELECT + "f.id = ?", FindingStore::finding, id).stream()
                .findFirst();
    }

    /** The Mondays that a finding's window passed over. */
    List<LocalDate> passedOver(long id) {
        return jdbc
                .query("select passed_over from finding where id = ?", (row, n) -> Proof.days(row.getString(1)), id)
                .stream()
                .findFirst()
                .orElse(List.of());
    }

    /** Why findings of a pupil at a school hold no longer, by their numbers; those that hold are left out. */
    Map<Long, String> lapsedBecause(EnrolmentId enrolment) {
        Map<Long, String> because = new HashMap<>();
        jdbc.query(
                "select id, lapsed_because from finding where enrolment_id = ? and lapsed_because is not null",
                (RowCallbackHandler) row -> because.put(row.getLong("id"), row.getString("lapsed_because")),
                enrolment.number());
        return because;
    }

    /** The pupils of whom something is found. */
    Set<PupilId> pupils() {
        Set<PupilId> pupils = new HashSet<>();
        jdbc.query("select distinct pupil_id from finding where lapsed_on is null", (RowCallbackHandler)
                row -> pupils.add(new PupilId(row.getLong(1))));
        return pupils;
    }

    Finding add(PupilId pupil, EnrolmentId enrolment, Held held, Held.Under policy) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.update(
                connection -> {
                    var insert = connection.prepareStatement(
                            "insert into finding (enrolment_id, pupil_id, kind, since, found_at, count_all, firm,"
                                    + " provisional, sentence, policy_name, policy_version, fingerprint, proof,"
                                    + " passed_over) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                            new String[] {"id"});
                    List<Object> values = new ArrayList<>(List.of(
                            enrolment.number(),
                            pupil.number(),
                            held.kind(),
                            held.since(),
                            clock.instant().atOffset(ZoneOffset.UTC)));
                    values.addAll(counted(held, policy));
                    for (int i = 0; i < values.size(); i++) {
                        insert.setObject(i + 1, values.get(i));
                    }
                    return insert;
                },
                key);
        return find(Objects.requireNonNull(key.getKey()).longValue()).orElseThrow();
    }

    Finding change(long id, Held held, Held.Under policy) {
        List<Object> values = new ArrayList<>(counted(held, policy));
        values.add(id);
        jdbc.update(
                "update finding set count_all = ?, firm = ?, provisional = ?, sentence = ?, policy_name = ?,"
                        + " policy_version = ?, fingerprint = ?, proof = ?, passed_over = ? where id = ?",
                values.toArray());
        return find(id).orElseThrow();
    }

    Finding lapse(long id, LocalDate on, String because) {
        jdbc.update("update finding set lapsed_on = ?, lapsed_because = ? where id = ?", on, because, id);
        return find(id).orElseThrow();
    }

    private static List<Object> counted(Held held, Held.Under policy) {
        return List.of(
                held.count(),
                held.firm(),
                held.provisional(),
                held.sentence(),
                policy.name(),
                policy.version(),
                Proof.fingerprint(held.sessions()),
                Proof.text(held.sessions()),
                Proof.days(held.weeksPassedOver()));
    }

    private static Finding finding(ResultSet row, int number) throws SQLException {
        return new Finding(
                row.getLong("id"),
                new EnrolmentId(row.getLong("enrolment_id")),
                row.getString("kind"),
                row.getObject("since", LocalDate.class),
                Optional.ofNullable(row.getObject("lapsed_on", LocalDate.class)),
                row.getInt("count_all"),
                row.getInt("firm"),
                row.getInt("provisional"),
                row.getString("sentence"),
                row.getString("policy_version"),
                row.getString("fingerprint"),
                Proof.sessions(row.getString("proof")));
    }
}
