package uk.daymark.enforcement.referral;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Repository;
import uk.daymark.cases.CaseRef;
import uk.daymark.enforcement.ledger.NoticeRef;
import uk.daymark.enforcement.referral.LiableParent.Decided;
import uk.daymark.enforcement.referral.LiableParent.Standing;
import uk.daymark.people.ContactId;

/** Reads the parents named in cases with what was decided for each. */
@Repository
class ParentRows {

    private static final String SELECT = "select case_ref, parent_number, contact_id, parent_name, address, relation,"
            + " liable_because, standing, round_number, sitting_on, notice_ref, version from liable_parent where ";

    private static final int AT_A_TIME = 500;

    private final JdbcTemplate jdbc;

    ParentRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The parent with that key. */
    Optional<LiableParent> find(ParentKey key) {
        return parents("case_ref = ? and parent_number = ?", key.caseRef().value(), key.number()).stream()
                .findFirst();
    }

    /** The parents named in many cases, some hundreds with one question; a case in which nobody is named is left out. */
    Map<CaseRef, List<LiableParent>> of(Collection<CaseRef> refs) {
        Map<CaseRef, List<LiableParent>> found = new HashMap<>();
        List<CaseRef> all = List.copyOf(refs);
        for (int at = 0; at < all.size(); at += AT_A_TIME) {
            List<CaseRef> some = all.subList(at, Math.min(all.size(), at + AT_A_TIME));
            parents(
                            "case_ref in " + some.stream().map(ref -> "?").collect(Collectors.joining(", ", "(", ")")),
                            some.stream().map(CaseRef::value).toArray())
                    .forEach(parent -> found.computeIfAbsent(parent.key().caseRef(), ref -> new ArrayList<>())
                            .add(parent));
        }
        return found;
    }

    /** @param where on the case, and where it is asked of one alone on the number */
    private List<LiableParent> parents(String where, Object... values) {
        Map<ParentKey, List<Decided>> decisions = new HashMap<>();
        jdbc.query(
                "select case_ref, parent_number, outcome, proposed, rule, reason, sitting_on, decided_by, decided_at"
                        + " from parent_decision where " + where + " order by id",
                (RowCallbackHandler) row -> decisions
                        .computeIfAbsent(key(row), key -> new ArrayList<>())
                        .add(decided(row)),
                values);
        return jdbc.query(
                SELECT + where + " order by case_ref, parent_number",
                (row, number) -> parent(row, decisions.getOrDefault(key(row), List.of())),
                values);
    }

    private static ParentKey key(ResultSet row) throws SQLException {
        return new ParentKey(new CaseRef(row.getString("case_ref")), row.getInt("parent_number"));
    }

    private static LiableParent parent(ResultSet row, List<Decided> decisions) throws SQLException {
        return new LiableParent(
                key(row),
                new ContactId(row.getLong("contact_id")),
                row.getString("parent_name"),
                row.getString("address"),
                row.getString("relation"),
                row.getString("liable_because"),
                Standing.valueOf(row.getString("standing")),
                row.getInt("round_number"),
                Optional.ofNullable(row.getObject("sitting_on", LocalDate.class)),
                Optional.ofNullable(row.getString("notice_ref")).map(NoticeRef::new),
                decisions,
                row.getLong("version"));
    }

    private static Decided decided(ResultSet row) throws SQLException {
        return new Decided(
                Outcome.valueOf(row.getString("outcome")),
                Optional.of(row.getString("proposed"))
                        .filter(word -> !word.isEmpty())
                        .map(Outcome::valueOf),
                row.getString("rule"),
                row.getString("reason"),
                Optional.ofNullable(row.getObject("sitting_on", LocalDate.class)),
                row.getString("decided_by"),
                row.getObject("decided_at", OffsetDateTime.class).toInstant());
    }
}
