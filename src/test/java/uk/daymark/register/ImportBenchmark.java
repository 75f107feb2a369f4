package uk.daymark.register;

import ch.qos.logback.classic.Level;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import uk.daymark.register.reading.FileKind;

/**
 * Rows a second through the whole import of marks, beside a bare JDBC batch of the same rows, one row a mark (in the better of two
 * orders), in the same run on the same kind of database: an H2 file. Run on demand: {@code main} with the number of pupils and of marks, by default 60,000 and
 * 500,000. Prints every round; the ratio is that of the medians.
 */
final class ImportBenchmark {

    private static final int ROUNDS = 3;
    private static final int SCHOOLS = 60;
    private static final int BATCH = 1000;
    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 9, 8);

    private final int pupils;
    private final int marks;

    private ImportBenchmark(int pupils, int marks) {
        this.pupils = pupils;
        this.marks = marks;
    }

    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.ROOT);
        ((ch.qos.logback.classic.Logger) LoggerFactory.getLogger("ROOT")).setLevel(Level.WARN);
        new ImportBenchmark(
                        arguments.length > 0 ? Integer.parseInt(arguments[0]) : 60_000,
                        arguments.length > 1 ? Integer.parseInt(arguments[1]) : 500_000)
                .run();
        System.exit(0);
    }

    private void run() throws Exception {
        Path folder = Files.createTempDirectory("import-benchmark");
        System.setProperty(
                "daymark.test.url",
                "jdbc:h2:file:" + folder.resolve("daymark") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
        RegisterForTests register = RegisterForTests.empty();
        register.apply(FileKind.SCHOOLS, schools());
        register.apply(FileKind.CALENDAR, calendar());
        register.apply(FileKind.PUPILS, pupils());
        Path file = folder.resolve("marks.csv");
        writeMarks(file);
        System.out.printf("%,d marks of %,d pupils, %,d bytes%n", marks, pupils, Files.size(file));
        double[] imported = new double[ROUNDS];
        double[] again = new double[ROUNDS];
        double[] bare = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            register.jdbc.update("delete from register_week");
            resetPeaks();
            imported[round] = rate(() -> importFile(register, file, marks));
            double heap = peakHeap();
            again[round] = rate(() -> importFile(register, file, 0));
            bare[round] = Math.max(bareBatch(folder, true), bareBatch(folder, false));
            System.out.printf(
                    "round %d: import %,.0f rows/s, the same again %,.0f rows/s, bare batch %,.0f rows/s; heap at most %,.0f MB%n",
                    round + 1, imported[round], again[round], bare[round], heap);
        }
        System.out.printf(
                "medians: import %,.0f, again %,.0f, bare %,.0f rows/s; ratio import : bare %.2f%n",
                median(imported), median(again), median(bare), median(imported) / median(bare));
    }

    private interface Work {
        void run() throws Exception;
    }

    private double rate(Work work) throws Exception {
        System.gc();
        long start = System.nanoTime();
        work.run();
        return marks / ((System.nanoTime() - start) / 1e9);
    }

    private void importFile(RegisterForTests register, Path file, int expectedNew) throws Exception {
        // As a request would: the body goes to a spool file first.
        SpoolFolder.Spooled spooled;
        try (var in = Files.newInputStream(file)) {
            spooled = register.folder.receive(in);
        }
        ImportResult result = register.run(new ImportOrder(
                FileKind.MARKS,
                true,
                spooled,
                RegisterForTests.ADMIN,
                false,
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
        if (result.outcome() != ImportResult.Outcome.APPLIED
                || result.answer().rows().added() != expectedNew) {
            throw new IllegalStateException(result.toString());
        }
    }

    /**
     * One row a mark, natural key, one transaction, on a file of its own. Rows a second of inserting and committing alone.
     *
     * @param inKeyOrder pupil by pupil, which suits the index; else session by session, as the file has them
     */
    private double bareBatch(Path folder, boolean inKeyOrder) throws SQLException {
        Path database = folder.resolve("bare");
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:h2:file:" + database + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE", "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists mark");
            statement.execute(
                    "create table mark (pupil_id bigint not null, on_date date not null, half char(2) not null,"
                            + " code varchar(2) not null, primary key (pupil_id, on_date, half))");
            connection.setAutoCommit(false);
            System.gc();
            long start = System.nanoTime();
            int sessions = (marks + pupils - 1) / pupils;
            try (PreparedStatement insert = connection.prepareStatement("insert into mark values (?, ?, ?, ?)")) {
                int inBatch = 0;
                for (int row = 0; row < sessions * pupils; row++) {
                    int mark = inKeyOrder ? row % sessions * pupils + row / sessions : row;
                    if (mark >= marks) {
                        continue;
                    }
                    insert.setLong(1, mark % pupils);
                    insert.setObject(2, day(mark));
                    insert.setString(3, half(mark));
                    insert.setString(4, code(mark));
                    insert.addBatch();
                    if (++inBatch == BATCH) {
                        insert.executeBatch();
                        inBatch = 0;
                    }
                }
                insert.executeBatch();
            }
            connection.commit();
            return marks / ((System.nanoTime() - start) / 1e9);
        }
    }

    private void writeMarks(Path file) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write(RegisterForTests.MARKS_HEADER);
            for (int mark = 0; mark < marks; mark++) {
                int pupil = mark % pupils;
                writer.write(
                        urn(pupil) + "," + pupil + "," + day(mark) + "," + half(mark) + "," + code(mark) + ",,,,,,\n");
            }
        }
    }

    private LocalDate day(int mark) {
        int day = mark / pupils / 2;
        return FIRST_DAY.plusDays(day / 5 * 7L + day % 5);
    }

    private String half(int mark) {
        return mark / pupils % 2 == 0 ? "AM" : "PM";
    }

    private String code(int mark) {
        return mark % 17 == 0 ? "I" : mark % 29 == 0 ? "N" : half(mark).equals("AM") ? "/" : "\\";
    }

    private static String urn(int pupil) {
        return Integer.toString(990_001 + pupil % SCHOOLS);
    }

    private static String schools() {
        StringBuilder csv = new StringBuilder(
                "school_urn,name,phase,authority,policy,register_opens,register_closes_am,register_closes_pm\n");
        for (int school = 0; school < SCHOOLS; school++) {
            csv.append(urn(school)).append(",School ").append(school).append(",Primary,national,national,,,\n");
        }
        return csv.toString();
    }

    private static String calendar() {
        StringBuilder csv = new StringBuilder("school_urn,kind,from,to,session,reason\n");
        for (int school = 0; school < SCHOOLS; school++) {
            csv.append(urn(school)).append(",TERM,2025-09-01,2026-07-20,,\n");
        }
        return csv.toString();
    }

    private String pupils() {
        StringBuilder csv = new StringBuilder(RegisterForTests.PUPILS_HEADER);
        for (int pupil = 0; pupil < pupils; pupil++) {
            csv.append(RegisterForTests.pupil(
                    urn(pupil), Integer.toString(pupil), "", "Khan", "P" + pupil, "2014-03-02", "2025-09-01", ""));
        }
        return csv.toString();
    }

    private static void resetPeaks() {
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    /** Megabytes, an upper bound: the sum of each heap pool's own peak. */
    private static double peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                / 1e6;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
