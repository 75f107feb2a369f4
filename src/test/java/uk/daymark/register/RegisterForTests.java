package uk.daymark.register;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.Half;
import uk.daymark.measure.Session;
import uk.daymark.people.Contacts;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.Pupils;
import uk.daymark.people.Schools;
import uk.daymark.people.Scope;
import uk.daymark.people.Urn;
import uk.daymark.policy.Policies;
import uk.daymark.policy.Policy;
import uk.daymark.policy.PolicyKey;
import uk.daymark.register.reading.FileKind;
import uk.daymark.register.reading.UnreadableFileException;
import uk.daymark.time.DueWork;
import uk.daymark.time.DueWorkers;

/**
 * The register and the people on it over an empty database, without the rest of the application. One for all tests; {@link #empty}
 * takes everything out. Other databases than H2 in memory by -Ddaymark.test.url, .user and .password.
 */
final class RegisterForTests {

    static final By OFFICE = new By("office", Scope.school(new Urn("999001")));
    static final By ADMIN = new By("admin", Scope.everywhere());

    static final String SCHOOLS = """
            school_urn,name,phase,authority,policy,register_opens,register_closes_am,register_closes_pm
            999001,Ash Primary,Primary,national,national,08:40,09:10,13:15
            999002,Birch High,Secondary,national,national,08:40,09:10,13:15
            """;

    /** Autumn 2025: half term in the week of 27 October, INSET on Friday 28 November. */
    static final String CALENDAR = """
            school_urn,kind,from,to,session,reason
            999001,TERM,2025-09-03,2025-10-24,,
            999001,TERM,2025-11-03,2025-12-19,,
            999001,CLOSURE,2025-11-28,2025-11-28,,INSET
            999002,TERM,2025-09-03,2025-10-24,,
            """;

    static final String PUPILS_HEADER =
            "school_urn,pupil_ref,upn,legal_surname,legal_forename,preferred_surname,preferred_forename,date_of_birth,sex,"
                    + "year_group,form,on_roll_from,leaving_date,part_time,language,sen,looked_after,child_protection,"
                    + "child_in_need,free_meals\n";

    static final String CONTACTS_HEADER =
            "school_urn,pupil_ref,contact_ref,priority,title,forename,surname,relationship,parental_responsibility,lives_with,"
                    + "court_order,do_not_contact,mobile,home_phone,work_phone,email,preferred_channel,language,address_1,"
                    + "address_2,town,postcode,correspondence\n";

    static final String MARKS_HEADER =
            "school_urn,pupil_ref,date,session,code,minutes_late,comment,reason,recorded_at,recorded_by,amended_from\n";

    static final String WEEK_HEADER =
            "school_urn,pupil_ref,week_beginning,mon_am,mon_pm,tue_am,tue_pm,wed_am,wed_pm,thu_am,thu_pm,fri_am,fri_pm\n";

    private static final RegisterForTests ONE = new RegisterForTests();

    final AnnotationConfigApplicationContext context = started();
    final JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
    final Imports imports = context.getBean(Imports.class);
    final ImportHistory history = context.getBean(ImportHistory.class);
    final DecidedCodes decidedCodes = context.getBean(DecidedCodes.class);
    final AmendingAMark amending = context.getBean(AmendingAMark.class);
    final StoredRegister register = context.getBean(StoredRegister.class);
    final MarkStore marks = context.getBean(MarkStore.class);
    final Schools schools = context.getBean(Schools.class);
    final Pupils pupils = context.getBean(Pupils.class);
    final Contacts contacts = context.getBean(Contacts.class);
    final SpoolFolder folder = context.getBean(SpoolFolder.class);
    final WorkMadeDue workMadeDue = context.getBean(WorkMadeDue.class);
    final Overtaking overtaking = context.getBean(Overtaking.class);
    private final MovableClock clock = context.getBean(MovableClock.class);

    private RegisterForTests() {}

    /** With nothing in it, on Friday 21 November 2025. */
    static RegisterForTests empty() {
        for (String table : List.of(
                "import_key",
                "import_school",
                "import_run",
                "decided_code",
                "mark_note",
                "mark_amendment",
                "register_week",
                "pupil_contact",
                "contact",
                "enrolment",
                "pupil",
                "school_calendar_entry",
                "calendar_removal",
                "school")) {
            ONE.jdbc.update("delete from " + table);
        }
        ONE.today("2025-11-21");
        return ONE;
    }

    /** With two schools and, at the first, the pupils 1 (Amira Khan) and 2 (Ben Okoro). */
    static RegisterForTests withTwoPupils() {
        RegisterForTests register = empty();
        register.apply(FileKind.SCHOOLS, SCHOOLS);
        register.apply(FileKind.CALENDAR, CALENDAR);
        register.apply(FileKind.PUPILS, PUPILS_HEADER + pupil("1", "Khan", "Amira") + pupil("2", "Okoro", "Ben"));
        return register;
    }

    static String pupil(String ref, String surname, String forename) {
        return pupil("999001", ref, "", surname, forename, "2014-03-02", "2025-09-03", "");
    }

    static String pupil(
            String urn,
            String ref,
            String upn,
            String surname,
            String forename,
            String born,
            String from,
            String leaving) {
        return String.join(
                        ",", urn, ref, upn, surname, forename, "", "", born, "F", "7", "7A", from, leaving, "N", "", "",
                        "N", "N", "N", "N")
                + "\n";
    }

    static String mark(String ref, String date, String half, String code) {
        return "999001," + ref + "," + date + "," + half + "," + code + ",,,,,,\n";
    }

    /** Ten tokens, blank separated. */
    static String week(String ref, String monday, String tokens) {
        return "999001," + ref + "," + monday + "," + tokens.replace(' ', ',') + "\n";
    }

    void today(String date) {
        clock.now = LocalDateTime.parse(date + "T09:00").atZone(clock.getZone()).toInstant();
    }

    SpoolFolder.Spooled file(String csv) {
        try {
            return folder.receive(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ImportOrder order(FileKind kind, boolean apply, String csv, By by, boolean skip) {
        return new ImportOrder(
                kind, apply, file(csv), by, skip, "", Optional.empty(), Optional.empty(), Optional.empty());
    }

    ImportResult run(ImportOrder order) {
        try {
            return imports.run(order);
        } catch (UnreadableFileException e) {
            throw new AssertionError(e);
        } finally {
            folder.discard(order.file());
        }
    }

    ImportAnswer preview(FileKind kind, String csv) {
        return run(order(kind, false, csv, ADMIN, false)).answer();
    }

    ImportResult apply(FileKind kind, String csv) {
        return run(order(kind, true, csv, ADMIN, false));
    }

    ImportResult applyGoodRows(FileKind kind, String csv) {
        return run(order(kind, true, csv, ADMIN, true));
    }

    ImportResult applyMarks(String rows) {
        return apply(FileKind.MARKS, MARKS_HEADER + rows);
    }

    EnrolmentId enrolment(String ref) {
        return pupils.find(new Urn("999001"), ref).orElseThrow().enrolment().id();
    }

    /** The code stored for a session, or "-" where it is not taken. */
    String code(String ref, String date, String half) {
        Session session = session(date, half);
        return marks.week(enrolment(ref), Weeks.number(session.date()))
                .flatMap(week -> Weeks.codeAt(week, Weeks.slot(session)))
                .map(AttendanceCode::token)
                .orElse("-");
    }

    static Session session(String date, String half) {
        return new Session(java.time.LocalDate.parse(date), Half.valueOf(half));
    }

    long rowsIn(String table) {
        Long rows = jdbc.queryForObject("select count(*) from " + table, Long.class);
        return rows == null ? 0 : rows;
    }

    static final class MovableClock extends Clock {

        private volatile Instant now = Instant.parse("2025-11-21T09:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Europe/London");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    /** In a data folder of its own, told to this context alone: other tests of the same run have theirs. */
    private static AnnotationConfigApplicationContext started() {
        try {
            Path folder = Files.createTempDirectory("daymark-register");
            AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("data", Map.of("daymark.data", folder.toString())));
            context.register(Parts.class);
            context.refresh();
            return context;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another change that is first to a row, so many times. */
    static final class Overtaking implements ImportEffects {

        private final AtomicInteger times = new AtomicInteger();

        void times(int often) {
            times.set(often);
        }

        @Override
        public Watch watch(Cause cause) {
            return new Watch() {
                @Override
                public void changed(List<MarkChange> changes) {
                    if (times.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                        throw new CannotAcquireLockException("on purpose");
                    }
                }

                @Override
                public List<String> inWords() {
                    return List.of();
                }
            };
        }
    }

    /** Work that a change has made due; notes whether the change's transaction was over when it was done. */
    static final class WorkMadeDue implements DueWork {

        final List<String> done = new ArrayList<>();
        private Optional<Instant> due = Optional.empty();

        void at(Instant moment) {
            due = Optional.of(moment);
        }

        @Override
        public Optional<Instant> nextDue() {
            return due;
        }

        @Override
        public void runDue() {
            due = Optional.empty();
            done.add(TransactionSynchronizationManager.isActualTransactionActive() ? "within" : "after");
        }
    }

    /** Not a @Configuration: the whole application's scan would find it in its own tests. */
    @ComponentScan(
            basePackages = {"uk.daymark.people", "uk.daymark.register"},
            excludeFilters = {
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.web\\..*"),
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*ForTests.*"),
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Benchmark.*")
            })
    @Import(DueWorkers.class)
    static class Parts {

        @Bean
        DataSource dataSource() {
            HikariConfig pool = new HikariConfig();
            pool.setJdbcUrl(System.getProperty("daymark.test.url", "jdbc:h2:mem:register;DB_CLOSE_DELAY=-1"));
            pool.setUsername(System.getProperty("daymark.test.user", "sa"));
            pool.setPassword(System.getProperty("daymark.test.password", ""));
            HikariDataSource source = new HikariDataSource(pool);
            // The register's own migration: the engine's tables, which come before it, are not needed here.
            Flyway.configure()
                    .dataSource(source)
                    .locations("classpath:db/migration")
                    .cleanDisabled(false)
                    .load()
                    .clean();
            Flyway.configure()
                    .dataSource(source)
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            return source;
        }

        @Bean
        JdbcTemplate jdbcTemplate(DataSource source) {
            return new JdbcTemplate(source);
        }

        @Bean
        PlatformTransactionManager transactionManager(DataSource source) {
            return new DataSourceTransactionManager(source);
        }

        @Bean
        ObjectMapper objectMapper() {
            return JsonMapper.builder().findAndAddModules().build();
        }

        @Bean
        MovableClock clock() {
            return new MovableClock();
        }

        @Bean
        Overtaking overtaking() {
            return new Overtaking();
        }

        @Bean
        WorkMadeDue workMadeDue() {
            return new WorkMadeDue();
        }

        @Bean
        Policies policies() {
            return new KnownPolicies();
        }
    }

    /** National and Cambridgeshire are known by name; nothing else is asked of them here. */
    private static final class KnownPolicies implements Policies {

        @Override
        public Optional<Policy> named(String name) {
            return List.of("national", "cambridgeshire").contains(name)
                    ? Optional.of((Policy) java.lang.reflect.Proxy.newProxyInstance(
                            Policy.class.getClassLoader(),
                            new Class<?>[] {Policy.class},
                            (proxy, method, arguments) -> {
                                throw new UnsupportedOperationException(method.getName());
                            }))
                    : Optional.empty();
        }

        @Override
        public List<Policy> all() {
            return List.of();
        }

        @Override
        public List<PolicyKey> keys() {
            return List.of();
        }
    }
}
