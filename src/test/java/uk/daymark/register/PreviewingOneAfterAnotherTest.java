package uk.daymark.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.daymark.register.RegisterForTests.ADMIN;
import static uk.daymark.register.RegisterForTests.MARKS_HEADER;
import static uk.daymark.register.RegisterForTests.mark;

import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import uk.daymark.register.reading.FileKind;

/** Ten files that are sent at once must not fill the memory. */
class PreviewingOneAfterAnotherTest {

    @Test
    void readsNoMoreFilesAtATimeThanThereArePlaces() throws Exception {
        PreviewPlaces places = new PreviewPlaces(2, 600);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Callable<Integer> preview = () -> places.in(() -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            Thread.yield();
            return inside.decrementAndGet();
        });
        ExecutorService callers = Executors.newFixedThreadPool(10);
        try {
            for (Future<Integer> done : callers.invokeAll(Collections.nCopies(200, preview))) {
                done.get();
            }
        } finally {
            callers.shutdownNow();
        }

        assertThat(most.get()).isBetween(1, 2);
    }

    @Test
    void saysInWordsThatNoPlaceBecameFree() {
        PreviewPlaces full = new PreviewPlaces(0, 0);

        assertThatThrownBy(() -> full.in(() -> "read"))
                .isInstanceOf(RegisterConflictException.class)
                .hasMessageContaining("Too many files are being read just now");
    }

    @Test
    void givesThePlaceBackWhenAFileFails() {
        PreviewPlaces one = new PreviewPlaces(1, 0);

        assertThatThrownBy(() -> one.in(() -> {
                    throw new IllegalStateException("a failing file");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(one.<String>in(() -> "read")).isEqualTo("read");
    }

    /** A caller that may not wait finds out whether a preview would have to. */
    @Test
    void letsAPreviewWaitForAPlace() {
        RegisterForTests register = RegisterForTests.withTwoPupils();
        ImportOrder order =
                register.order(FileKind.MARKS, false, MARKS_HEADER + mark("1", "2025-11-10", "AM", "/"), ADMIN, false);
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> register.imports.run(order))
                    .isInstanceOf(RegisterConflictException.class)
                    .hasMessageContaining("Too many files are being read just now");
        } finally {
            Thread.interrupted();
            register.folder.discard(order.file());
        }
    }
}
