package uk.daymark.letters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.daymark.journal.Who;
import uk.daymark.policy.Policies;
import uk.daymark.policy.Policy;

/** Each authority's letterhead. A letter keeps the one it was written with. */
@Service
public class AuthorityLetterheads {

    private final JdbcTemplate jdbc;
    private final Policies policies;
    private final Who who;
    private final Clock clock;

    AuthorityLetterheads(JdbcTemplate jdbc, Policies policies, Who who, Clock clock) {
        this.jdbc = jdbc;
        this.policies = policies;
        this.who = who;
        this.clock = clock;
    }

    /** An authority's letterhead; where none was set, one with nothing but the title of its policy. */
    public AuthorityLetterhead of(String authority) {
        return jdbc
                .query(
                        "select authority, name, address, sender, phone, email from authority_letterhead"
                                + " where authority = ?",
                        AuthorityLetterheads::letterhead,
                        authority)
                .stream()
                .findFirst()
                .orElseGet(() -> new AuthorityLetterhead(
                        authority,
                        policies.named(authority).map(Policy::title).orElse(authority),
                        List.of(),
                        "",
                        "",
                        ""));
    }

    /** Sets an authority's letterhead, for letters written from now on. */
    @Transactional
    public void set(AuthorityLetterhead letterhead) {
        Object[] values = {
            letterhead.name(),
            String.join("\n", letterhead.address()),
            letterhead.sender(),
            letterhead.phone(),
            letterhead.email(),
            who.userName(),
            clock.instant().atOffset(ZoneOffset.UTC),
            letterhead.authority()
        };
        int changed = jdbc.update(
                "update authority_letterhead set name = ?, address = ?, sender = ?, phone = ?, email = ?, changed_by = ?,"
                        + " changed_at = ? where authority = ?",
                values);
        if (changed == 0) {
            jdbc.update(
                    "insert into authority_letterhead (name, address, sender, phone, email, changed_by, changed_at,"
                            + " authority) values (?, ?, ?, ?, ?, ?, ?, ?)",
                    values);
        }
    }

    private static AuthorityLetterhead letterhead(ResultSet row, int number) throws SQLException {
        return new AuthorityLetterhead(
                row.getString("authority"),
                row.getString("name"),
                row.getString("address").lines().toList(),
                row.getString("sender"),
                row.getString("phone"),
                row.getString("email"));
    }
}
