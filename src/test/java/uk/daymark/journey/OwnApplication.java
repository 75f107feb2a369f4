package uk.daymark.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import uk.daymark.Http;

/**
 * The real application with the settings it is shipped with, in this process, on a port and in a data folder of its own. Its clock may
 * be moved freely: nothing of it is shared. One for a test class; close it after the last test.
 *
 * <p>The engine knows one clock a process. It is put back on closing, so that the application that other tests share goes on from where
 * it stood; the two must not work at the same time.
 */
public final class OwnApplication implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path data;
    private final boolean deleting;
    private final Date engineTimeBefore;
    /** Empty once closed: test classes keep this object in a field as long as the run lasts, and must not keep the application with it. */
    private final AtomicReference<ConfigurableApplicationContext> context;

    private final int port;
    private final Map<String, Http> programs = new ConcurrentHashMap<>();

    private OwnApplication(Path data, boolean deleting, Date engineTimeBefore, ConfigurableApplicationContext context) {
        this.data = data;
        this.deleting = deleting;
        this.engineTimeBefore = engineTimeBefore;
        this.context = new AtomicReference<>(context);
        this.port =
                ((ServletWebServerApplicationContext) context).getWebServer().getPort();
    }

    /** Empty, with its clock there and this home school. */
    public static OwnApplication empty(String clock, String homeUrn) {
        return start(List.of(
                "--daymark.practice.sample=none",
                "--daymark.practice.clock=" + clock,
                "--daymark.practice.home=" + homeUrn));
    }

    /** With these options beside those of a port and a data folder. */
    public static OwnApplication start(List<String> options) {
        try {
            return start(Files.createTempDirectory("daymark-journey"), true, options, context -> {});
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** On this data folder, which is there after closing too. */
    public static OwnApplication keeping(Path data, List<String> options) {
        return start(data, false, options, context -> {});
    }

    /** With these options, and with its statements counted. */
    public static OwnApplication start(List<String> options, Statements statements) {
        try {
            return start(
                    Files.createTempDirectory("daymark-journey"),
                    true,
                    options,
                    context -> context.getBeanFactory().addBeanPostProcessor(statements));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static OwnApplication start(
            Path data,
            boolean deleting,
            List<String> options,
            ApplicationContextInitializer<ConfigurableApplicationContext> also) {
        Date engineTime = ClockUtil.getCurrentTime();
        List<String> arguments = new ArrayList<>(List.of(
                // Without this the settings of the tests would come on top.
                "--spring.config.location=classpath:/application.yaml", "--server.port=0", "--daymark.data=" + data));
        arguments.addAll(options);
        return new OwnApplication(
                data,
                deleting,
                engineTime,
                new SpringApplicationBuilder(main()).initializers(also).run(arguments.toArray(String[]::new)));
    }

    public int port() {
        return port;
    }

    /** All its beans, for helpers that put data there. */
    public ApplicationContext context() {
        return running();
    }

    private ConfigurableApplicationContext running() {
        return Optional.ofNullable(context.get())
                .orElseThrow(() -> new IllegalStateException("This application has been closed"));
    }

    /** A bean, for what cannot be asked over HTTP. */
    public <T> T bean(Class<T> type) {
        return running().getBean(type);
    }

    /** Every bean of that type. */
    public <T> Stream<T> beans(Class<T> type) {
        return running().getBeanProvider(type).orderedStream();
    }

    /** A program that calls as this user. */
    public Http as(String user) {
        return programs.computeIfAbsent(user, name -> Http.program(port, name));
    }

    /** Imports a file as the administrator; every row of it has to be taken. */
    public JsonNode send(String kind, String csv) {
        HttpResponse<String> answer = as("admin").post("/api/imports/" + kind + "?mode=apply", "text/csv", csv);
        assertThat(answer.statusCode()).as(kind + ": " + answer.body()).isEqualTo(200);
        return json(answer);
    }

    /** Moves the clock forward, as in {@code 2025-11-21T12:00}; all work on the way has to succeed. */
    public void moveTo(String moment) {
        HttpResponse<String> answer =
                as("admin").json("/api/practice/clock", "{\"to\": \"" + LocalDateTime.parse(moment) + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /** What this user gets there; it has to be an answer of 200. */
    public JsonNode get(String user, String path) {
        HttpResponse<String> answer = as(user).get(path);
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
        return json(answer);
    }

    public static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        running().close();
        context.set(null);
        programs.clear();
        ClockUtil.setCurrentTime(engineTimeBefore);
        if (!deleting) {
            return;
        }
        try (Stream<Path> files = Files.walk(data)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Class<?> main() {
        try {
            return Class.forName("uk.daymark.DaymarkApplication");
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
