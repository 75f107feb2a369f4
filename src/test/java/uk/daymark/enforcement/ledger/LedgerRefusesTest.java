package uk.daymark.enforcement.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.daymark.SignedInHere;
import uk.daymark.WebTest;
import uk.daymark.access.Role;

/** What the database itself refuses, whatever the program does. */
@WebTest
class LedgerRefusesTest {

    @RegisterExtension
    final SignedInHere officer = SignedInHere.as(Role.OFFICER);

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcTemplate jdbc;

    @BeforeEach
    void family() {
        LedgerFamilies.exist(port);
    }

    @Test
    void aSessionServesOneStandingNoticeToAParentAndAnotherOnceThatIsWithdrawn() {
        LedgerForTests ledger = new LedgerForTests(context);
        NoticeRef first = ledger.issued(LedgerFamilies.OURS, "LR1", "LRM", "2025-06-13", "2025-06-20", 1);
        assertThatThrownBy(() -> ledger.issued(LedgerFamilies.OURS, "LR1", "LRM", "2025-06-13", "2025-06-27", 2))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(ledger.issued(LedgerFamilies.OURS, "LR1", "LRF", "2025-06-13", "2025-06-27", 1))
                .as("another parent")
                .isNotEqualTo(first);
        context.getBean(NoticeStore.class).freeSessions(first);
        assertThat(ledger.issued(LedgerFamilies.OURS, "LR1", "LRM", "2025-06-13", "2025-06-27", 2))
                .isNotEqualTo(first);
    }

    @Test
    void aPlaceIsTakenOnce() {
        LedgerForTests ledger = new LedgerForTests(context);
        ledger.issued(LedgerFamilies.OURS, "LR2", "LRM", "2025-06-06", "2025-06-20", 1);
        assertThatThrownBy(() -> ledger.issued(LedgerFamilies.OURS, "LR2", "LRM", "2025-06-13", "2025-06-20", 1))
                .isInstanceOf(DataIntegrityViolationException.class);
        ledger.issued(LedgerFamilies.OURS, "LR2", "LRM", "2025-06-13", "2025-06-20", 2);
    }

    @Test
    void noNoticeIsWithoutSomebodyWhoDecidedItAndWhyAndNoneRestsOnN() {
        NoticeRef ref =
                new LedgerForTests(context).issued(LedgerFamilies.OURS, "LR3", "LRM", "2025-06-06", "2025-06-20", 1);
        for (String change : new String[] {
            "update penalty_notice set decided_by = '' where ref = ?",
            "update penalty_notice set decided_why = '' where ref = ?",
            "update penalty_notice set offence_to = date '2025-06-21' where ref = ?",
            "update notice_session set code = 'N' where notice_ref = ?",
        }) {
            assertThatThrownBy(() -> jdbc.update(change, ref.value()))
                    .as(change)
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
    }
}
