package uk.daymark.journey;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Counts what an application asks its database, by the statement's text. A batch counts once. */
public final class Statements implements BeanPostProcessor {

    private final Map<String, LongAdder> byText = new ConcurrentHashMap<>();

    /** How often each was asked since the start. */
    public Map<String, Long> each() {
        Map<String, Long> each = new HashMap<>();
        byText.forEach((text, times) -> each.put(text, times.sum()));
        return each;
    }

    /** What was asked between two moments. */
    public static Map<String, Long> since(Map<String, Long> before, Map<String, Long> now) {
        Map<String, Long> asked = new HashMap<>();
        now.forEach((text, times) -> {
            long more = times - before.getOrDefault(text, 0L);
            if (more > 0) {
                asked.put(text, more);
            }
        });
        return asked;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source
                ? watched(source, new Class<?>[] {DataSource.class, AutoCloseable.class}, "")
                : bean;
    }

    private Object watched(Object what, Class<?>[] types, String text) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            Object answer = called(what, method, arguments);
            if (answer instanceof Connection) {
                return watched(answer, new Class<?>[] {Connection.class}, "");
            }
            if (what instanceof Connection && answer instanceof Statement) {
                String asked = arguments == null ? "" : String.valueOf(arguments[0]);
                return watched(answer, new Class<?>[] {kind(answer)}, asked);
            }
            if (what instanceof Statement && method.getName().startsWith("execute")) {
                boolean own = arguments != null && arguments.length > 0 && arguments[0] instanceof String;
                byText.computeIfAbsent(own ? (String) arguments[0] : text, key -> new LongAdder())
                        .increment();
            }
            return answer;
        };
        return Proxy.newProxyInstance(Statements.class.getClassLoader(), types, handler);
    }

    private static Class<?> kind(Object statement) {
        return List.of(CallableStatement.class, PreparedStatement.class, Statement.class).stream()
                .filter(type -> type.isInstance(statement))
                .findFirst()
                .orElseThrow();
    }

    private static Object called(Object what, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(what, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
