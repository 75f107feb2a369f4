package uk.daymark.enforcement.referral;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Repository;
import uk.daymark.enforcement.referral.Referral.Check;
import uk.daymark.enforcement.referral.Referral.Result;
import uk.daymark.enforcement.referral.Referral.View;
import uk.daymark.journal.Who;

/** The checks of referrals in the database. */
@Repository
class CheckStore {

    private final JdbcTemplate jdbc;
    private final Who who;

    CheckStore(JdbcTemplate jdbc, Who who) {
        this.jdbc = jdbc;
        this.who = who;
    }

    List<Check> of(long referral) {
        return jdbc.query(
                "select * from referral_check where referral_id = ? order by position_of",
                (row, number) -> check(row),
                referral);
    }

    /**
     * The checks of many referrals, each in its order; a referral without any is left out.
     *
     * @param from where referrals come from, in SQL from the word "from" on: as r
     * @param where which of them
     */
    Map<Long, List<Check>> of(String from, String where, List<?> values) {
        Map<Long, List<Check>> found = new HashMap<>();
        jdbc.query(
                "select k.*" + from + "join referral_check k on k.referral_id = r.id where " + where
                        + " order by k.referral_id, k.position_of",
                (RowCallbackHandler) row -> found.computeIfAbsent(row.getLong("referral_id"), id -> new ArrayList<>())
                        .add(check(row)),
                values.toArray());
        return found;
    }

    /** Keeps what was found now. What the officer thought of a check that found the same before is kept. */
    void keep(Referral referral, List<Check> found) {
        Map<String, Check> before =
                of(referral.id()).stream().collect(Collectors.toMap(Check::key, Function.identity()));
        jdbc.update("delete from referral_check where referral_id = ?", referral.id());
        int position = 0;
        for (Check check : found) {
            Optional<Check> viewed = Optional.ofNullable(before.get(check.key()))
                    .filter(old -> old.result() == check.result() && old.found().equals(check.found()));
            add(referral.id(), position++, check, viewed);
        }
        jdbc.update("update referral set version = version + 1 where id = ?", referral.id());
    }

    private void add(long referral, int position, Check check, Optional<Check> viewed) {
        jdbc.update(
                "insert into referral_check (referral_id, position_of, code, parent_number, result, found, source, as_of,"
                        + " cure, earliest_on, weight, officer_view, officer_words, viewed_by)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                referral,
                position,
                check.code(),
                check.parent().orElse(0),
                check.result().name(),
                check.found(),
                check.source(),
                check.asOf().atOffset(ZoneOffset.UTC),
                check.cure(),
                check.earliestOn().orElse(null),
                check.stops() ? "stops" : "weigh",
                viewed.map(Check::view).orElse(View.NONE).name(),
                viewed.map(Check::words).orElse(""),
                viewed.flatMap(Check::viewedBy).orElse(null));
    }

    /** The person who is signed in thinks this of these checks, now. */
    void view(Referral referral, Collection<String> keys, View view, String words) {
        referral.checks().stream()
                .filter(check -> keys.contains(check.key()))
                .forEach(check -> jdbc.update(
                        "update referral_check set officer_view = ?, officer_words = ?, viewed_by = ?"
                                + " where referral_id = ? and code = ? and parent_number = ?",
                        view.name(),
                        words,
                        who.userName(),
                        referral.id(),
                        check.code(),
                        check.parent().orElse(0)));
    }

    private static Check check(ResultSet row) throws SQLException {
        int parent = row.getInt("parent_number");
        return new Check(
                row.getString("code"),
                parent == 0 ? Optional.empty() : Optional.of(parent),
                Result.valueOf(row.getString("result")),
                row.getString("found"),
                row.getString("source"),
                row.getObject("as_of", OffsetDateTime.class).toInstant(),
                row.getString("cure"),
                Optional.ofNullable(row.getObject("earliest_on", LocalDate.class)),
                row.getString("weight").equals("stops"),
                View.valueOf(row.getString("officer_view")),
                row.getString("officer_words"),
                Optional.ofNullable(row.getString("viewed_by")));
    }
}
