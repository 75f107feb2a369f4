package uk.daymark.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** How many rules a table of {@code processes/} has. */
final class RuleCount {

    private RuleCount() {}

    static int of(String table) {
        try (InputStream file = RuleCount.class.getResourceAsStream("/processes/" + table + ".dmn")) {
            String model = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return model.split("<rule ", -1).length - 1;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
