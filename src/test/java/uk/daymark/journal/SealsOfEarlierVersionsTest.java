package uk.daymark.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.daymark.access.Access;

/** A seal that was made, and perhaps lodged, before Daymark kept the ways between seals. */
class SealsOfEarlierVersionsTest {

    private static final String HEAD = "ab".repeat(32);

    private final JdbcConnectionPool source = JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "");
    private final JdbcTemplate jdbc = new JdbcTemplate(source);
    private final Seals seals =
            new Seals(jdbc, Clock.fixed(Instant.parse("2025-11-20T02:00:00Z"), ZoneOffset.UTC), new Who(new Access()));

    @AfterEach
    void close() {
        source.dispose();
    }

    private void migrate(String version) {
        Flyway.configure().dataSource(source).target(version).load().migrate();
    }

    private String sealed(int number, String before, String subject) {
        String root = Merkle.root(List.of(Merkle.previous(before), Merkle.leaf(subject, 2, HEAD)));
        jdbc.update("insert into journal_chain (subject, entries, head) values (?, 2, ?)", subject, HEAD);
        jdbc.update(
                "insert into journal_seal (seal_no, sealed_at, leaves, root) values (?, current_timestamp, 1, ?)",
                number,
                root);
        jdbc.update(
                "insert into journal_seal_leaf (seal_no, leaf_no, subject, entries, head) values (?, 1, ?, 2, ?)",
                number,
                subject,
                HEAD);
        return root;
    }

    private void lodged(long number) {
        jdbc.update(
                "update journal_seal set lodged_at = current_timestamp, lodged_by = 'admin', lodged_with = 'the vault'"
                        + " where seal_no = ?",
                number);
    }

    @Test
    void isStillThereAndARecordLeadsToItAndToThoseThatFollow() {
        migrate("37");
        String first = sealed(1, "", "A-2025-0001");
        String second = sealed(2, first, "A-2025-0002");
        lodged(2);

        migrate("39");

        assertThat(seals.find(2)).hasValueSatisfying(seal -> {
            assertThat(seal.root()).isEqualTo(second);
            assertThat(seal.lodged()).isPresent();
        });
        assertThat(seals.proof("A-2025-0001")).hasValueSatisfying(proof -> {
            assertThat(proof.seal().number()).isEqualTo(2);
            assertThat(proof.root()).isEqualTo(second);
        });
        jdbc.update("insert into journal_chain (subject, entries, head) values ('A-2025-0003', 1, ?)", HEAD);
        Seal third = seals.seal();
        lodged(third.number());
        assertThat(third.number()).isEqualTo(3);
        assertThat(seals.proof("A-2025-0001").map(SealProof::root)).contains(third.root());
    }
}
