package uk.daymark.firstday;

import ch.qos.logback.classic.Level;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.daymark.people.Scope;
import uk.daymark.register.By;
import uk.daymark.register.OwnFiles;

/**
 * A morning's registers in which one pupil in ten is away without a reason, from the file to the calls on the work list: an authority of
 * sixty schools, the whole application, an H2 file. Run on demand: {@code main} with the number of absences, by default 6,000, and of
 * mornings, by default three; each morning other pupils are away. Prints seconds, absences a second and the heap.
 */
final class MorningBenchmark {

    private static final int SCHOOLS = 60;
    private static final int ONE_IN = 10;
    private static final By BY = new By("admin", Scope.everywhere());
    private static final String[] DAYS = {"2025-12-01", "2025-12-02", "2025-12-03", "2025-12-04", "2025-12-05"};

    private final int absences;
    private final int mornings;

    private MorningBenchmark(int absences, int mornings) {
        this.absences = absences;
        this.mornings = mornings;
    }

    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.ROOT);
        ((ch.qos.logback.classic.Logger) LoggerFactory.getLogger("ROOT")).setLevel(Level.WARN);
        new MorningBenchmark(
                        arguments.length > 0 ? Integer.parseInt(arguments[0]) : 6_000,
                        arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3)
                .run();
        System.exit(0);
    }

    private void run() throws IOException, ClassNotFoundException {
        Path folder = Files.createTempDirectory("morning-benchmark");
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(
                        Class.forName("uk.daymark.DaymarkApplication"))
                .web(WebApplicationType.SERVLET)
                .properties("logging.level.root=WARN")
                .run(
                        "--server.port=0",
                        "--daymark.data=" + folder,
                        "--daymark.practice.sample=none",
                        "--daymark.practice.clock=2025-12-05T09:30")) {
            OwnFiles files = application.getBean(OwnFiles.class);
            JdbcTemplate jdbc = application.getBean(JdbcTemplate.class);
            files.apply("schools", schools(), BY, "");
            files.apply("calendar", calendar(), BY, "");
            files.apply("pupils", pupils(), BY, "");
            files.apply("contacts", contacts(), BY, "");
            System.out.printf("%,d pupils of %d schools%n", absences * ONE_IN, SCHOOLS);
            for (int morning = 0; morning < Math.min(mornings, DAYS.length); morning++) {
                measure(files, jdbc, morning);
            }
        }
    }

    private void measure(OwnFiles files, JdbcTemplate jdbc, int morning) {
        String register = register(morning);
        int before = calls(jdbc);
        resetPeaks();
        long begin = System.nanoTime();
        OwnFiles.Taken taken = files.apply("marks", register, BY, "");
        double seconds = (System.nanoTime() - begin) / 1e9;
        int opened = calls(jdbc) - before;
        if (taken.rejected() > 0 || opened != absences) {
            throw new IllegalStateException(opened + " calls, " + taken);
        }
        System.out.printf(
                "morning %d: %,d marks, %,d of them N, to %,d calls in %.1f s: %,.0f absences/s, %.1f ms each;"
                        + " heap at most %,.0f MB%n",
                morning + 1,
                absences * ONE_IN,
                absences,
                opened,
                seconds,
                absences / seconds,
                1e3 * seconds / absences,
                peakHeap());
    }

    private static int calls(JdbcTemplate jdbc) {
        Integer calls = jdbc.queryForObject(
                "select count(*) from work_item where status = 'OPEN' and kind = 'call-household'", Integer.class);
        return calls == null ? 0 : calls;
    }

    private static String urn(int pupil) {
        return Integer.toString(990_001 + pupil % SCHOOLS);
    }

    private static String schools() {
        StringBuilder csv = new StringBuilder("school_urn,name,phase,authority,policy\n");
        for (int school = 0; school < SCHOOLS; school++) {
            csv.append(urn(school)).append(",School ").append(school).append(",Primary,national,national\n");
        }
        return csv.toString();
    }

    private static String calendar() {
        StringBuilder csv = new StringBuilder("school_urn,kind,from,to,session,reason\n");
        for (int school = 0; school < SCHOOLS; school++) {
            csv.append(urn(school)).append(",TERM,2025-12-01,2026-07-20,,\n");
        }
        return csv.toString();
    }

    private String pupils() {
        StringBuilder csv =
                new StringBuilder("school_urn,pupil_ref,legal_surname,legal_forename,date_of_birth,on_roll_from\n");
        for (int pupil = 0; pupil < absences * ONE_IN; pupil++) {
            csv.append(String.join(
                    ",", urn(pupil), String.valueOf(pupil), "Khan", "P" + pupil, "2014-03-02", "2025-09-01\n"));
        }
        return csv.toString();
    }

    private String contacts() {
        StringBuilder csv = new StringBuilder("school_urn,pupil_ref,contact_ref,priority,forename,surname,relationship,"
                + "parental_responsibility,lives_with,mobile\n");
        for (int pupil = 0; pupil < absences * ONE_IN; pupil++) {
            String ref = urn(pupil) + "," + pupil + ",C" + pupil;
            // A number in common would make one household of two families.
            csv.append(ref).append(String.format(Locale.ROOT, "-1,1,Nadia,Khan,mother,Y,Y,071%08d%n", pupil));
            csv.append(ref).append(String.format(Locale.ROOT, "-2,2,Imran,Khan,father,Y,Y,072%08d%n", pupil));
        }
        return csv.toString();
    }

    private String register(int morning) {
        StringBuilder csv = new StringBuilder("school_urn,pupil_ref,date,session,code\n");
        for (int pupil = 0; pupil < absences * ONE_IN; pupil++) {
            boolean away = pupil / SCHOOLS % ONE_IN == morning;
            csv.append(String.join(",", urn(pupil), String.valueOf(pupil), DAYS[morning], "AM", away ? "N\n" : "/\n"));
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
}
