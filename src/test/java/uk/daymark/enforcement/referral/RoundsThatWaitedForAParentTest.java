package uk.daymark.enforcement.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** An update finds parents whose round an earlier version did not keep, and of whom the later update took the highest. */
class RoundsThatWaitedForAParentTest {

    private static final String CASE = "A-2025-0001";

    private final JdbcConnectionPool source = JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "");
    private final JdbcTemplate jdbc = new JdbcTemplate(source);

    @AfterEach
    void close() {
        source.dispose();
    }

    private static void migrate(DataSource source, String version) {
        Flyway.configure().dataSource(source).target(version).load().migrate();
    }

    /** Accepted on that day of November, naming the parents 1 to 5. */
    private void accepted(int round, int day) {
        jdbc.update(
                "insert into referral (case_ref, round_number, route, period_from, period_to, statement, standing, begun_at,"
                        + " submitted_why, answer, answered_at, answered_why, to_put_right, findings, version)"
                        + " values (?, ?, 'IRREGULAR', '2025-10-01', '2025-10-10', '', 'ACCEPTED', ?, '', 'accept', ?, '',"
                        + " '', '', 1)",
                CASE,
                round,
                at(day),
                at(day));
        for (int parent = 1; parent <= 5; parent++) {
            jdbc.update(
                    "insert into referral_parent (referral_id, parent_number) values ((select max(id) from referral), ?)",
                    parent);
        }
    }

    private void parent(int number, String standing, int... decided) {
        jdbc.update(
                "insert into liable_parent (case_ref, parent_number, contact_id, parent_name, address, relation,"
                        + " liable_because, standing, named_by, named_at, version)"
                        + " values (?, ?, ?, '', '', '', 'Lives there', ?, 'lead', ?, 1)",
                CASE,
                number,
                number,
                standing,
                at(1));
        for (int day : decided) {
            jdbc.update(
                    "insert into parent_decision (case_ref, parent_number, outcome, proposed, rule, reason, decided_by,"
                            + " decided_at) values (?, ?, 'PENALTY_NOTICE', '', '', 'As asked', 'officer', ?)",
                    CASE,
                    number,
                    at(day));
        }
    }

    private static String at(int day) {
        return "2025-11-" + (day < 10 ? "0" : "") + day + " 09:00:00+00";
    }

    private int round(int number) {
        Integer round = jdbc.queryForObject(
                "select round_number from liable_parent where case_ref = ? and parent_number = ?",
                Integer.class,
                CASE,
                number);
        return round == null ? -1 : round;
    }

    @Test
    void aParentOfWhomNothingWasDecidedSinceIsStillInTheEarlierRound() {
        migrate(source, "29.1");
        // Schools, pupils and the case itself say nothing here.
        jdbc.execute("set referential_integrity false");
        accepted(1, 3);
        accepted(2, 10);
        parent(1, "PENALTY_NOTICE", 4);
        parent(2, "PENALTY_NOTICE", 4, 11);
        parent(3, "TO_DECIDE", 4);
        parent(4, "ENDED", 4);
        parent(5, "PROSECUTION");
        migrate(source, "30");
        assertThat(round(1)).as("as the earlier update left it").isEqualTo(2);

        migrate(source, "42");

        assertThat(round(1)).isEqualTo(1);
        assertThat(round(2)).as("decided since").isEqualTo(2);
        assertThat(round(3)).as("asked about the later one").isEqualTo(2);
        assertThat(round(4)).as("nobody can tell").isEqualTo(2);
        assertThat(round(5)).as("nothing was decided").isEqualTo(2);
    }
}
