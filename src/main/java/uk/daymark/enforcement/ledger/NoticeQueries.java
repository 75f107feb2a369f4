package uk.daymark.enforcement.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Repository;
import uk.daymark.measure.MarkedSession;
import uk.daymark.people.PupilId;
import uk.daymark.people.Scope;

/** Finds notices in the database and reads them with their sessions, some hundreds with one question. */
@Repository
class NoticeQueries {

    static final String LATEST_FIRST = " order by n.issued_on desc, n.ref desc";

    private static final String FROM = " from penalty_notice n join pupil p on p.id = n.pupil_id";
    private static final int AT_A_TIME = 500;

    private final JdbcTemplate jdbc;

    NoticeQueries(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A condition with the values of its places. */
    private record Where(String sql, List<Object> values) {}

    /** What is looked for: every word in the reference, the parent's or the pupil's name, or the school's reference for the pupil. */
    List<Notice> search(String words, Optional<String> pupilRef, Scope scope, LocalDate today) {
        Where where = found(words, pupilRef, scope, today);
        return read(where.sql + LATEST_FIRST, where.values);
    }

    /** How many notices {@link #search} finds. */
    long count(String words, Scope scope, LocalDate today) {
        Where where = found(words, Optional.empty(), scope, today);
        Long total = jdbc.queryForObject("select count(*)" + FROM + where.sql, Long.class, where.values.toArray());
        return total == null ? 0 : total;
    }

    /** One page of what {@link #search} finds, from 1. */
    List<Notice> page(String words, Scope scope, LocalDate today, int page, int size) {
        Where where = found(words, Optional.empty(), scope, today);
        List<Object> values = new ArrayList<>(where.values);
        values.add(size);
        values.add((page - 1L) * size);
        return read(where.sql + LATEST_FIRST + " limit ? offset ?", values);
    }

    /** The notices about these pupils within reach, the latest first. */
    List<Notice> about(Collection<PupilId> pupils, Scope scope, LocalDate today) {
        if (pupils.isEmpty()) {
            return List.of();
        }
        LedgerScope seen = LedgerScope.of(scope, today);
        List<Object> values =
                new ArrayList<>(pupils.stream().map(PupilId::number).toList());
        values.addAll(seen.values());
        return read(
                " where n.pupil_id in " + NoticeStore.places(pupils.size()) + " and " + seen.condition() + LATEST_FIRST,
                values);
    }

    private static Where found(String words, Optional<String> pupilRef, Scope scope, LocalDate today) {
        LedgerScope seen = LedgerScope.of(scope, today);
        StringBuilder where = new StringBuilder(" where ").append(seen.condition());
        List<Object> values = new ArrayList<>(seen.values());
        pupilRef.ifPresent(ref -> {
            where.append(" and exists (select 1 from enrolment e where e.pupil_id = n.pupil_id and e.pupil_ref = ?)");
            values.add(ref);
        });
        for (String word : words.strip().split("\\s+")) {
            if (!word.isEmpty()) {
                where.append(
                        " and (lower(n.ref || ' ' || n.parent_name || ' ' || p.legal_forename || ' ' || p.legal_surname"
                                + " || ' ' || p.preferred_forename || ' ' || p.preferred_surname) like ? escape '!' or exists"
                                + " (select 1 from enrolment e where e.pupil_id = n.pupil_id and lower(e.pupil_ref) like ? escape '!'))");
                String pattern = "%"
                        + word.toLowerCase(Locale.ROOT)
                                .replace("!", "!!")
                                .replace("%", "!%")
                                .replace("_", "!_")
                        + "%";
                values.add(pattern);
                values.add(pattern);
            }
        }
        return new Where(where.toString(), values);
    }

    /** @param where what follows the tables, the notices as n and their pupils as p */
    List<Notice> read(String where, List<?> values) {
        List<String> refs =
                jdbc.query("select n.ref" + FROM + where, (row, number) -> row.getString(1), values.toArray());
        Map<String, List<MarkedSession>> sessions = sessions(refs);
        return jdbc.query(
                "select n.*" + FROM + where,
                (row, number) -> NoticeRows.notice(row, sessions.getOrDefault(row.getString("ref"), List.of())),
                values.toArray());
    }

    private Map<String, List<MarkedSession>> sessions(List<String> refs) {
        Map<String, List<MarkedSession>> sessions = new HashMap<>();
        for (int at = 0; at < refs.size(); at += AT_A_TIME) {
            List<String> some = refs.subList(at, Math.min(refs.size(), at + AT_A_TIME));
            jdbc.query(
                    "select notice_ref, on_date, half, code from notice_session where notice_ref in "
                            + NoticeStore.places(some.size()) + " order by on_date, half",
                    (RowCallbackHandler)
                            row -> sessions.computeIfAbsent(row.getString("notice_ref"), ref -> new ArrayList<>())
                                    .add(NoticeRows.session(row)),
                    some.toArray());
        }
        return sessions;
    }
}
