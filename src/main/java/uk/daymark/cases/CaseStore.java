package uk.daymark.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import uk.daymark.people.Enrolment;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.PupilId;
import uk.daymark.people.PupilNameSql;
import uk.daymark.people.Scope;
import uk.daymark.people.ScopeSql;
import uk.daymark.people.Urn;
import uk.daymark.workflow.KeysSql;

/** The cases in the database. */
@Repository
class CaseStore {

    private static final String FROM =
            " from attendance_case c join enrolment e on e.id = c.enrolment_id join pupil p on p.id = c.pupil_id";

    private static final String SELECT = "select c.ref, c.pupil_id, c.enrolment_id, c.school_urn, c.stage, c.status,"
            + " c.opened_on, c.closed_on, c.policy_name, c.opened_why, c.version, e.pupil_ref, "
            + PupilNameSql.COLUMNS + FROM;

    private static final String COUNT = "select count(*)" + FROM;

    private static final int AT_A_TIME = 500;

    private final JdbcTemplate jdbc;

    CaseStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits until nobody else is opening a case, and keeps others waiting until the transaction ends. */
    void alone() {
        jdbc.queryForObject("select last_number from case_number where in_year = 0 for update", Long.class);
    }

    /** Gives out a reference. Only while {@link #alone}. */
    CaseRef nextRef(int year) {
        int known = jdbc.update("update case_number set last_number = last_number + 1 where in_year = ?", year);
        if (known == 0) {
            jdbc.update("insert into case_number (in_year, last_number) values (?, 1)", year);
        }
        Long number = jdbc.queryForObject("select last_number from case_number where in_year = ?", Long.class, year);
        return new CaseRef(String.format(Locale.ROOT, "A-%04d-%04d", year, number));
    }

    void add(CaseRef ref, Enrolment enrolment, String stage, String policy, LocalDate on, String why) {
        jdbc.update(
                "insert into attendance_case (ref, pupil_id, enrolment_id, school_urn, stage, status, opened_on,"
                        + " policy_name, opened_why, version) values (?, ?, ?, ?, ?, 'OPEN', ?, ?, ?, 1)",
                ref.value(),
                enrolment.pupil().number(),
                enrolment.id().number(),
                enrolment.school().value(),
                stage,
                on,
                policy,
                why);
    }

    Optional<CaseFile> find(CaseRef ref, Scope scope) {
        ScopeSql schools = ScopeSql.of(scope, "c.school_urn");
        List<Object> values = new ArrayList<>(List.of(ref.value()));
        values.addAll(schools.values());
        return jdbc
                .query(SELECT + " where c.ref = ? and " + schools.condition(), CaseStore::file, values.toArray())
                .stream()
                .findFirst();
    }

    /** The cases of these references; those that there are not are left out. */
    List<CaseFile> find(Collection<CaseRef> refs) {
        List<CaseFile> found = new ArrayList<>();
        List<CaseRef> all = List.copyOf(refs);
        for (int at = 0; at < all.size(); at += AT_A_TIME) {
            List<CaseRef> some = all.subList(at, Math.min(all.size(), at + AT_A_TIME));
            found.addAll(jdbc.query(
                    SELECT + " where c.ref in " + places(some),
                    CaseStore::file,
                    some.stream().map(CaseRef::value).toArray()));
        }
        return found;
    }

    private static String places(Collection<?> values) {
        return values.stream().map(value -> "?").collect(Collectors.joining(", ", "(", ")"));
    }

    List<CaseFile> ofEnrolment(EnrolmentId enrolment) {
        return jdbc.query(
                SELECT + " where c.enrolment_id = ? order by c.opened_on desc, c.ref desc",
                CaseStore::file,
                enrolment.number());
    }

    List<CaseFile> ofPupils(Collection<PupilId> pupils) {
        if (pupils.isEmpty()) {
            return List.of();
        }
        return jdbc.query(
                SELECT + " where c.pupil_id in " + places(pupils) + " order by c.opened_on desc, c.ref desc",
                CaseStore::file,
                pupils.stream().map(PupilId::number).toArray());
    }

    List<CaseFile> open() {
        return jdbc.query(SELECT + " where c.status = 'OPEN' order by c.ref", CaseStore::file);
    }

    /** How many cases there are, and those on one page: the latest first. */
    Cases.Page page(CaseFilter filter, List<KeysSql> within, Scope scope, boolean onlyReferred, int page, int size) {
        StringBuilder where = new StringBuilder(" where 1 = 1");
        List<Object> values = new ArrayList<>();
        filter.pupilRef().ifPresent(ref -> and(where, values, "e.pupil_ref = ?", ref));
        filter.status().ifPresent(status -> and(where, values, "c.status = ?", status.name()));
        filter.stage().ifPresent(stage -> and(where, values, "c.stage = ?", stage));
        filter.school().ifPresent(urn -> and(where, values, "c.school_urn = ?", urn));
        for (String word : filter.words().strip().split("\\s+")) {
            if (!word.isEmpty()) {
                and(
                        where,
                        values,
                        "lower(c.ref || ' ' || e.pupil_ref || ' ' || p.legal_forename || ' ' || p.legal_surname || ' ' ||"
                                + " p.preferred_forename || ' ' || p.preferred_surname) like ? escape '!'",
                        "%" + escaped(word.toLowerCase(Locale.ROOT)) + "%");
            }
        }
        for (KeysSql keys : within) {
            where.append(" and c.ref in (select substring(k.subject from 1 for position('/' in k.subject || '/') - 1)"
                    + " from (" + keys.select() + ") k)");
            values.addAll(keys.values());
        }
        if (onlyReferred) {
            where.append(" and c.referred_on is not null");
        }
        ScopeSql schools = ScopeSql.of(scope, "c.school_urn");
        where.append(" and ").append(schools.condition());
        values.addAll(schools.values());
        Long total = jdbc.queryForObject(COUNT + where, Long.class, values.toArray());
        values.add(size);
        values.add((page - 1L) * size);
        return new Cases.Page(
                total == null ? 0 : total,
                jdbc.query(
                        SELECT + where + " order by c.opened_on desc, c.ref desc limit ? offset ?",
                        CaseStore::file,
                        values.toArray()));
    }

    private static void and(StringBuilder where, List<Object> values, String condition, Object value) {
        where.append(" and ").append(condition);
        values.add(value);
    }

    private static String escaped(String word) {
        return word.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    List<String> stages(Scope scope, boolean onlyReferred) {
        ScopeSql schools = ScopeSql.of(scope, "c.school_urn");
        return jdbc.queryForList(
                "select distinct c.stage from attendance_case c where "
                        + (onlyReferred ? "c.referred_on is not null and " : "") + schools.condition()
                        + " order by c.stage",
                String.class,
                schools.values().toArray());
    }

    Set<PupilId> referred(Scope scope) {
        ScopeSql schools = ScopeSql.of(scope, "c.school_urn");
        return Set.copyOf(jdbc.query(
                "select distinct c.pupil_id from attendance_case c where c.referred_on is not null and "
                        + schools.condition(),
                (row, number) -> new PupilId(row.getLong(1)),
                schools.values().toArray()));
    }

    boolean wasReferred(CaseRef ref) {
        Long referred = jdbc.queryForObject(
                "select count(*) from attendance_case where ref = ? and referred_on is not null",
                Long.class,
                ref.value());
        return referred != null && referred > 0;
    }

    void hold(CaseRef ref) {
        jdbc.query(
                "select ref from attendance_case where ref = ? for update", (row, n) -> row.getString(1), ref.value());
    }

    void stage(CaseRef ref, String stage) {
        jdbc.update("update attendance_case set stage = ?, version = version + 1 where ref = ?", stage, ref.value());
    }

    void refer(CaseRef ref, String stage, LocalDate on) {
        jdbc.update(
                "update attendance_case set stage = ?, referred_on = coalesce(referred_on, ?), version = version + 1"
                        + " where ref = ?",
                stage,
                on,
                ref.value());
    }

    void close(CaseRef ref, LocalDate on) {
        jdbc.update(
                "update attendance_case set status = 'CLOSED', closed_on = ?, version = version + 1 where ref = ?",
                on,
                ref.value());
    }

    void touch(CaseRef ref) {
        jdbc.update("update attendance_case set version = version + 1 where ref = ?", ref.value());
    }

    static CaseFile file(ResultSet row, int number) throws SQLException {
        return new CaseFile(
                new CaseRef(row.getString("ref")),
                new PupilId(row.getLong("pupil_id")),
                new EnrolmentId(row.getLong("enrolment_id")),
                new Urn(row.getString("school_urn")),
                row.getString("pupil_ref"),
                PupilNameSql.name(row),
                row.getString("stage"),
                CaseFile.Status.valueOf(row.getString("status")),
                row.getObject("opened_on", LocalDate.class),
                Optional.ofNullable(row.getObject("closed_on", LocalDate.class)),
                row.getString("policy_name"),
                row.getString("opened_why"),
                row.getLong("version"));
    }
}
