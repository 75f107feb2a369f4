package uk.daymark.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.daymark.web.Conflict;
import uk.daymark.web.NotFound;

/**
 * Seals over all chains of the journal, one each night: each takes in the heads of the chains that grew since the last, and the last
 * seal's own root. Whoever keeps a root outside of this database can show that nothing before it was changed since.
 */
@Component
public class Seals {

    private static final String SELECT =
            "select seal_no, sealed_at, leaves, root, lodged_at, lodged_by, lodged_with from journal_seal ";

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final Who who;

    Seals(JdbcTemplate jdbc, Clock clock, Who who) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.who = who;
    }

    private record Head(String subject, long entries, String hash) {

        String leaf() {
            return Merkle.leaf(subject, entries, hash);
        }
    }

    /** Makes a seal over all that was written since the last. */
    @Transactional
    Seal seal() {
        Optional<Seal> last = last();
        List<Head> grown = new ArrayList<>(jdbc.query(
                "select c.subject, c.entries, c.head from journal_chain c where c.entries > 0 and not exists"
                        + " (select 1 from journal_seal_leaf l where l.subject = c.subject and l.entries = c.entries"
                        + " and l.head = c.head)",
                Seals::head));
        grown.sort(Comparator.comparing(Head::subject));
        long number = last.map(Seal::number).orElse(0L) + 1;
        List<String> leaves =
                new ArrayList<>(List.of(Merkle.previous(last.map(Seal::root).orElse(""))));
        grown.forEach(head -> leaves.add(head.leaf()));
        jdbc.update(
                "insert into journal_seal (seal_no, sealed_at, leaves, root, way_on) values (?, ?, ?, ?, ?)",
                number,
                clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC),
                grown.size(),
                Merkle.root(leaves),
                String.join("\n", Merkle.way(leaves, 0)));
        List<Object[]> rows = new ArrayList<>();
        for (Head head : grown) {
            rows.add(new Object[] {number, rows.size() + 1, head.subject(), head.entries(), head.hash()});
        }
        jdbc.batchUpdate(
                "insert into journal_seal_leaf (seal_no, leaf_no, subject, entries, head) values (?, ?, ?, ?, ?)",
                rows);
        return find(number).orElseThrow();
    }

    /** The latest seal. */
    public Optional<Seal> last() {
        return jdbc.query(SELECT + "order by seal_no desc limit 1", Seals::read).stream()
                .findFirst();
    }

    /** The seal of that number. */
    public Optional<Seal> find(long number) {
        return jdbc.query(SELECT + "where seal_no = ?", Seals::read, number).stream()
                .findFirst();
    }

    /** One page of all seals, the latest first; how many there are is the number of the latest. */
    public List<Seal> page(int page, int size) {
        return jdbc.query(SELECT + "order by seal_no desc limit ? offset ?", Seals::read, size, (page - 1L) * size);
    }

    /**
     * Records where a seal was lodged outside of this database.
     *
     * @throws NotFound where there is no such seal
     * @throws Conflict where it was recorded already
     */
    @Transactional
    public void lodge(long number, String where) {
        Seal seal = find(number).orElseThrow(() -> new NotFound("There is no such seal."));
        int lodged = jdbc.update(
                "update journal_seal set lodged_at = ?, lodged_by = ?, lodged_with = ? where seal_no = ? and lodged_at is null",
                clock.instant().atOffset(ZoneOffset.UTC),
                who.userName(),
                where,
                seal.number());
        if (lodged == 0) {
            throw new Conflict("It is recorded already where this seal was lodged.");
        }
    }

    /** How the chain of a subject leads to the latest seal that was lodged, or to the latest of all where none was; empty where none does. */
    @Transactional(readOnly = true)
    public Optional<SealProof> proof(String subject) {
        Optional<Seal> lodged =
                jdbc.query(SELECT + "where lodged_at is not null order by seal_no desc limit 1", Seals::read).stream()
                        .findFirst();
        return lodged.flatMap(seal -> proof(subject, seal)).or(() -> last().flatMap(seal -> proof(subject, seal)));
    }

    private Optional<SealProof> proof(String subject, Seal to) {
        return jdbc
                .query(
                        "select max(seal_no) from journal_seal_leaf where subject = ? and seal_no <= ?",
                        (row, n) -> row.getLong(1),
                        subject,
                        to.number())
                .stream()
                .filter(first -> first > 0)
                .findFirst()
                .map(first -> proof(subject, first, to));
    }

    private SealProof proof(String subject, long first, Seal to) {
        List<Head> heads = heads(first);
        int place = 0;
        while (!heads.get(place).subject().equals(subject)) {
            place++;
        }
        List<String> way = new ArrayList<>(Merkle.way(leaves(first, heads), place + 1));
        for (List<String> on : waysOn(first, to.number())) {
            way.add("seal");
            way.addAll(on);
        }
        return new SealProof(
                subject, heads.get(place).entries(), heads.get(place).hash(), way, to);
    }

    /**
     * How the root of each seal goes into the root of the next: kept, so that an old record is not slow to check; worked out for a seal
     * that was made before it was kept.
     */
    private List<List<String>> waysOn(long after, long upTo) {
        return jdbc
                .query(
                        "select seal_no, way_on from journal_seal where seal_no > ? and seal_no <= ? order by seal_no",
                        (row, n) -> new KeptWay(row.getLong("seal_no"), Optional.ofNullable(row.getString("way_on"))),
                        after,
                        upTo)
                .stream()
                .map(kept -> kept.way()
                        .map(way -> way.lines().toList())
                        .orElseGet(() -> Merkle.way(leaves(kept.number(), heads(kept.number())), 0)))
                .toList();
    }

    private record KeptWay(long number, Optional<String> way) {}

    private List<Head> heads(long number) {
        return jdbc.query(
                "select subject, entries, head from journal_seal_leaf where seal_no = ? order by leaf_no",
                Seals::head,
                number);
    }

    private List<String> leaves(long number, List<Head> heads) {
        List<String> leaves = new ArrayList<>(
                List.of(Merkle.previous(find(number - 1).map(Seal::root).orElse(""))));
        heads.forEach(head -> leaves.add(head.leaf()));
        return leaves;
    }

    private static Head head(ResultSet row, int number) throws SQLException {
        return new Head(row.getString(1), row.getLong(2), row.getString(3));
    }

    private static Seal read(ResultSet row, int number) throws SQLException {
        @Nullable OffsetDateTime lodged = row.getObject("lodged_at", OffsetDateTime.class);
        return new Seal(
                row.getLong("seal_no"),
                row.getObject("sealed_at", OffsetDateTime.class).toInstant(),
                row.getInt("leaves"),
                row.getString("root"),
                lodged == null
                        ? Optional.empty()
                        : Optional.of(new Seal.Lodged(
                                row.getString("lodged_with"), lodged.toInstant(), row.getString("lodged_by"))));
    }
}
