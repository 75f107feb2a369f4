package uk.daymark.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.daymark.register.RegisterForTests.MARKS_HEADER;
import static uk.daymark.register.RegisterForTests.OFFICE;
import static uk.daymark.register.RegisterForTests.mark;
import static uk.daymark.register.RegisterForTests.session;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.register.reading.FileKind;

/** When a change of the register returns, all that it has made due is done, and committed by itself. */
class WhatAChangeMakesDueTest {

    private RegisterForTests register;

    @BeforeEach
    void somethingIsDue() {
        register = RegisterForTests.withTwoPupils();
        register.applyMarks(mark("1", "2025-11-10", "AM", "N"));
        register.workMadeDue.done.clear();
        register.workMadeDue.at(Instant.parse("2025-11-10T09:00:00Z"));
    }

    @Test
    void anImportDoesItOnceItIsCommitted() {
        register.applyMarks(mark("1", "2025-11-10", "AM", "I"));
        assertThat(register.workMadeDue.done).containsExactly("after");
    }

    @Test
    void aPreviewDoesNothing() {
        register.preview(FileKind.MARKS, MARKS_HEADER + mark("1", "2025-11-10", "AM", "I"));
        assertThat(register.workMadeDue.done).isEmpty();
    }

    @Test
    void aMarkAmendedAndACodeDecidedByHandDoItToo() {
        register.amending.amend(
                register.enrolment("1"), session("2025-11-10", "AM"), AttendanceCode.I, OFFICE, "a call");
        assertThat(register.workMadeDue.done).containsExactly("after");
        register.workMadeDue.at(Instant.parse("2025-11-10T09:00:00Z"));
        register.decidedCodes.decide(
                register.enrolment("1"), session("2025-11-10", "AM"), AttendanceCode.M, OFFICE, "a card");
        assertThat(register.workMadeDue.done).containsExactly("after", "after");
    }

    @Test
    void anImportThatIsOvertakenByAnotherChangeIsDoneOnceMore() {
        register.overtaking.times(1);
        assertThat(register.applyMarks(mark("1", "2025-11-10", "AM", "I")).outcome())
                .isEqualTo(ImportResult.Outcome.APPLIED);
        assertThat(register.code("1", "2025-11-10", "AM")).isEqualTo("I");
        register.overtaking.times(2);
        assertThatThrownBy(() -> register.applyMarks(mark("1", "2025-11-10", "AM", "M")))
                .isInstanceOf(ConcurrencyFailureException.class);
        assertThat(register.code("1", "2025-11-10", "AM")).isEqualTo("I");
        register.overtaking.times(0);
    }

    @Test
    void aTurnWithinAGreaterTransactionLastsUntilThatEnds() throws Exception {
        CountDownLatch changed = new CountDownLatch(1);
        // Longer than a row is waited for.
        CompletableFuture<Boolean> slow = CompletableFuture.supplyAsync(() -> new TransactionTemplate(
                        register.context.getBean(PlatformTransactionManager.class))
                .execute(status -> {
                    register.amending.amend(
                            register.enrolment("1"), session("2025-11-10", "AM"), AttendanceCode.I, OFFICE, "a call");
                    changed.countDown();
                    return waited(3500);
                }));
        assertThat(changed.await(1, TimeUnit.MINUTES)).isTrue();
        register.amending.amend(
                register.enrolment("1"), session("2025-11-10", "AM"), AttendanceCode.M, OFFICE, "a card");
        assertThat(slow.get(1, TimeUnit.MINUTES)).isTrue();
        assertThat(register.code("1", "2025-11-10", "AM")).isEqualTo("M");
    }

    private static boolean waited(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void aChangeWithinAGreaterOneLeavesItToThat() {
        new TransactionTemplate(register.context.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> register.amending.amend(
                        register.enrolment("1"), session("2025-11-10", "AM"), AttendanceCode.I, OFFICE, "a call"));
        assertThat(register.workMadeDue.done).isEmpty();
    }
}
