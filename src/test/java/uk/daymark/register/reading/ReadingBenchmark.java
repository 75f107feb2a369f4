package uk.daymark.register.reading;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Half a million marks, one row a session. The bare parser cuts the same file into text and does no more: the ratio of the two is
 * what it costs to know that every cell is right.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class ReadingBenchmark {

    private static final int MARKS = 500_000;

    private Path file = Path.of("");

    /** Writes the file. */
    @Setup
    public void write() throws IOException {
        file = Files.createTempFile("marks", ".csv");
        MarksFile.write(file, MARKS, 10_000);
    }

    /** Removes it. */
    @TearDown
    public void delete() throws IOException {
        Files.delete(file);
    }

    /** Typed rows, every field checked. */
    @Benchmark
    @OperationsPerInvocation(MARKS)
    public RegisterFile.FileSummary rows(Blackhole hole) throws UnreadableFileException {
        return RegisterFile.read(file, FileKind.MARKS, Optional.empty(), new RowSink() {
            @Override
            public void row(Row row) {
                hole.consume(row);
            }

            @Override
            public void reject(List<Reject> faults) {
                throw new IllegalStateException(faults.toString());
            }

            @Override
            public void warning(Reject note) {
                hole.consume(note);
            }
        });
    }

    /** Text in cells, nothing checked. */
    @Benchmark
    @OperationsPerInvocation(MARKS)
    public void bareParser(Blackhole hole) throws IOException {
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(file)) {
            for (CsvRecord line : csv) {
                hole.consume(line);
            }
        }
    }
}
