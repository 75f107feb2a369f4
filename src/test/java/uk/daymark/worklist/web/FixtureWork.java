package uk.daymark.worklist.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import uk.daymark.Http;
import uk.daymark.workflow.Processes;
import uk.daymark.workflow.engine.FixtureModels;

/** Tasks of the fixture's model, each with a key and a title of its own. */
public final class FixtureWork {

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Processes processes;

    /** Puts the model there, if it is not there already. */
    public FixtureWork(Processes processes, FixtureModels models) {
        this.processes = processes;
        models.deploy("fixtures/worklist/");
    }

    /** A task that is open now: how to find it, and what it is about. */
    public record Made(String key, String title) {

        String query() {
            return "?view=all&size=200&q=" + title.replace(' ', '+');
        }
    }

    /** Makes a task; variables are name, value, name, value: group, school, pupilRef, due, urgent, assignee... */
    public Made make(String what, Object... variables) {
        int number = NUMBERS.incrementAndGet();
        Map<String, Object> all = new HashMap<>();
        all.put("title", what + " no" + number);
        all.put("group", "office");
        for (int i = 0; i < variables.length; i += 2) {
            all.put(String.valueOf(variables[i]), variables[i + 1]);
        }
        Made made = new Made("F-" + number, String.valueOf(all.get("title")));
        processes.start("fixture-work", made.key(), all);
        return made;
    }

    /** The first task of that title that somebody sees on the list; nothing where there is none. */
    public static JsonNode found(Http program, Made made) {
        return json(program.get("/api/tasks" + made.query()).body())
                .path("items")
                .path(0);
    }

    public static String id(Http program, Made made) {
        return found(program, made).path("id").asText();
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException unreadable) {
            throw new AssertionError(text, unreadable);
        }
    }
}
