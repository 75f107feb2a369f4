package uk.daymark.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.daymark.journal.Entry.Readers;
import uk.daymark.workflow.KeysSql;

/** The journal in the database. */
@Component
class StoredJournal implements Journal {

    private static final String FIELDS =
            "subject, entry_no, happened_at, recorded_at, by_user, kind, what, why, rule_text,"
                    + " before_text, after_text, source, readers, prev_hash, hash";

    private final JdbcTemplate jdbc;
    private final Who who;
    private final Clock clock;
    private final Seals seals;

    StoredJournal(JdbcTemplate jdbc, Who who, Clock clock, Seals seals) {
        this.seals = seals;
        this.jdbc = jdbc;
        this.who = who;
        this.clock = clock;
    }

    @Override
    @Transactional
    public long write(Entry given) {
        Entry entry =
                given.readers() == Readers.UNSAID && who.atTheAuthority() ? given.readBy(Readers.AUTHORITY) : given;
        End chain = held(entry.subject());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant happened = entry.happenedAt().orElse(now).truncatedTo(ChronoUnit.MICROS);
        Link link = Link.onto(chain.head, new Recorded(chain.entries + 1, happened, now, who.userName(), entry));
        jdbc.update(
                "insert into journal_entry (" + FIELDS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                entry.subject(),
                link.recorded().number(),
                happened.atOffset(ZoneOffset.UTC),
                now.atOffset(ZoneOffset.UTC),
                link.recorded().by(),
                entry.kind(),
                entry.what(),
                entry.why(),
                entry.rule(),
                entry.before(),
                entry.after(),
                entry.source(),
                entry.readers().name(),
                link.previous(),
                link.hash());
        jdbc.update(
                "update journal_chain set entries = ?, head = ? where subject = ?",
                link.recorded().number(),
                link.hash(),
                entry.subject());
        return link.recorded().number();
    }

    @Override
    public List<Recorded> of(String subject) {
        return links(subject).stream().map(Link::recorded).toList();
    }

    @Override
    @Transactional
    public Verdict verify(String subject) {
        Chain chain = chain(subject);
        Verdict verdict = Link.check(chain.links(), chain.entries(), chain.head());
        boolean sealed = seals.proof(subject)
                .filter(proof -> proof.seal().lodged().isPresent() && proof.holdsFor(chain))
                .isPresent();
        return new Verdict(verdict.linked(), verdict.contentEqual(), sealed, verdict.entries());
    }

    @Override
    @Transactional
    public Chain chain(String subject) {
        // Held, so that an entry that is being written meanwhile does not look like a fault.
        End end = end(subject).orElse(new End(0, ""));
        return new Chain(links(subject), end.entries, end.head);
    }

    @Override
    public KeysSql subjectsBetween(Instant from, Instant to) {
        return new KeysSql(
                "select subject from journal_entry where recorded_at >= ? and recorded_at < ?",
                List.of(from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC)));
    }

    @Override
    public List<Look> looks(String subject) {
        return jdbc.query(
                "select looked_at, by_user, what from look_entry where subject = ? order by looked_at desc, id desc",
                (row, number) -> new Look(
                        row.getObject("looked_at", OffsetDateTime.class).toInstant(),
                        row.getString("by_user"),
                        row.getString("what")),
                subject);
    }

    @Override
    @Transactional
    public void looked(String subject, String what) {
        jdbc.update(
                "insert into look_entry (by_user, looked_at, subject, what) values (?, ?, ?, ?)",
                who.userName(),
                clock.instant().atOffset(ZoneOffset.UTC),
                subject,
                what);
    }

    private List<Link> links(String subject) {
        return jdbc.query(
                "select " + FIELDS + " from journal_entry where subject = ? order by entry_no",
                StoredJournal::link,
                subject);
    }

    /** The chain, which nobody else adds to until the transaction ends. */
    private End held(String subject) {
        return end(subject).orElseGet(() -> {
            begin(subject);
            return end(subject).orElseThrow();
        });
    }

    private Optional<End> end(String subject) {
        return jdbc
                .query(
                        "select entries, head from journal_chain where subject = ? for update",
                        (row, number) -> new End(row.getLong("entries"), row.getString("head")),
                        subject)
                .stream()
                .findFirst();
    }

    /** Somebody else may begin the same chain at the same time: then theirs is the one. */
    private void begin(String subject) {
        jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            Savepoint before = connection.setSavepoint();
            try {
                insert(connection, subject);
                return true;
            } catch (SQLException failed) {
                if (failed.getSQLState() == null || !failed.getSQLState().startsWith("23")) {
                    throw failed;
                }
                connection.rollback(before);
                return false;
            }
        });
    }

    private static void insert(Connection connection, String subject) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into journal_chain (subject, entries, head) values (?, 0, '')")) {
            insert.setString(1, subject);
            insert.executeUpdate();
        }
    }

    private static Link link(ResultSet row, int rowNumber) throws SQLException {
        Instant happened = row.getObject("happened_at", OffsetDateTime.class).toInstant();
        Entry entry = new Entry(
                row.getString("subject"),
                row.getString("kind"),
                row.getString("what"),
                row.getString("why"),
                row.getString("rule_text"),
                row.getString("before_text"),
                row.getString("after_text"),
                row.getString("source"),
                Optional.of(happened),
                Readers.valueOf(row.getString("readers")));
        Recorded recorded = new Recorded(
                row.getLong("entry_no"),
                happened,
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("by_user"),
                entry);
        return new Link(recorded, row.getString("prev_hash"), row.getString("hash"));
    }

    private record End(long entries, String head) {}
}
