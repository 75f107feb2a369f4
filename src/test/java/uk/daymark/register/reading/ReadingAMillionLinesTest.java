package uk.daymark.register.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingAMillionLinesTest {

    private static final int LINES = 1_000_000;
    private static final int HEAP_MEGABYTES = 16;

    /** In a Java machine with less memory than half the file takes, so that keeping the lines would end it. */
    @Test
    void needsNoMoreMemoryThanAFewLines(@TempDir Path folder) throws IOException, InterruptedException { // 18
        Path file = folder.resolve("marks.csv");
        MarksFile.write(file, LINES, 10_000);
        assertThat(Files.size(file)).isGreaterThan(2L * HEAP_MEGABYTES * 1024 * 1024);

        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + HEAP_MEGABYTES + "m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Counter.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(java.getInputStream().readAllBytes());

        assertThat(java.waitFor()).as(said).isZero();
        assertThat(said.strip()).isEqualTo(LINES + " rows, 0 rejects, layout Daymark");
    }

    /** Reads a file and keeps nothing of it. */
    static final class Counter {

        public static void main(String[] arguments) throws UnreadableFileException {
            AtomicLong rows = new AtomicLong();
            AtomicLong rejects = new AtomicLong();
            RegisterFile.FileSummary summary =
                    RegisterFile.read(Path.of(arguments[0]), FileKind.MARKS, Optional.empty(), new RowSink() {
                        @Override
                        public void row(Row row) {
                            rows.incrementAndGet();
                        }

                        @Override
                        public void reject(List<Reject> faults) {
                            rejects.incrementAndGet();
                        }

                        @Override
                        public void warning(Reject note) {}
                    });
            System.out.print(rows + " rows, " + rejects + " rejects, layout " + summary.layout());
        }
    }
}
