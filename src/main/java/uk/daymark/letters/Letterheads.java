package uk.daymark.letters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.daymark.journal.Who;
import uk.daymark.people.Urn;

/** Each school's letterhead. A letter keeps the one it was written with. */
@Service
public class Letterheads {

    private final JdbcTemplate jdbc;
    private final Who who;
    private final Clock clock;

    Letterheads(JdbcTemplate jdbc, Who who, Clock clock) {
        this.jdbc = jdbc;
        this.who = who;
        this.clock = clock;
    }

    /** A school's letterhead; a blank one where none was set. */
    public Letterhead of(Urn school) {
        return jdbc
                .query(
                        "select school_urn, sender, phone, email, head, address, reply_days from school_letterhead where school_urn = ?",
                        Letterheads::letterhead,
                        school.value())
                .stream()
                .findFirst()
                .orElse(Letterhead.blank(school));
    }

    /** Sets a school's letterhead, for letters written from now on. */
    @Transactional
    public void set(Letterhead letterhead) {
        @Nullable
        Object[] values = {
            letterhead.sender(),
            letterhead.phone(),
            letterhead.email(),
            letterhead.head(),
            String.join("\n", letterhead.address()),
            letterhead.replyDays().orElse(null),
            who.userName(),
            clock.instant().atOffset(ZoneOffset.UTC),
            letterhead.school().value()
        };
        int changed = jdbc.update(
                "update school_letterhead set sender = ?, phone = ?, email = ?, head = ?, address = ?, reply_days = ?,"
                        + " changed_by = ?, changed_at = ? where school_urn = ?",
                values);
        if (changed == 0) {
            jdbc.update(
                    "insert into school_letterhead (sender, phone, email, head, address, reply_days, changed_by,"
                            + " changed_at, school_urn) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    values);
        }
    }

    private static Letterhead letterhead(ResultSet row, int number) throws SQLException {
        return new Letterhead(
                new Urn(row.getString("school_urn")),
                row.getString("sender"),
                row.getString("phone"),
                row.getString("email"),
                row.getString("head"),
                row.getString("address").lines().toList(),
                Optional.ofNullable(row.getObject("reply_days", Integer.class)));
    }
}
