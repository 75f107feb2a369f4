package uk.daymark.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** Fills in any form, by what the form says of its fields, with choices drawn from a seed: mostly the first, as people do. */
final class RandomAnswers {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Random random;
    private final LocalDate today;

    RandomAnswers(Random random, LocalDate today) {
        this.random = random;
        this.today = today;
    }

    /**
     * Answers to a form.
     *
     * @param task a form and what it is filled with, as the interface gives it
     * @param earlier the answers of an earlier try: what was not refused stands
     * @param always fields that were refused: they are answered anew, or now where they had been left empty
     */
    ObjectNode to(JsonNode task, ObjectNode earlier, List<String> always) {
        ObjectNode fields = JSON.createObjectNode();
        task.path("values").fields().forEachRemaining(value -> fields.set(value.getKey(), value.getValue()));
        fields.setAll(earlier.deepCopy().remove(always));
        components(task.path("form").path("components"), fields, earlier, always);
        return fields;
    }

    private void components(JsonNode components, ObjectNode fields, ObjectNode earlier, List<String> always) {
        for (JsonNode component : components) {
            if (component.has("components")) {
                components(component.path("components"), fields, earlier, always);
            } else if (component.has("key")
                    && !stands(component.path("key").asText(), earlier, always)
                    && shown(component, fields)) {
                String field = component.path("key").asText();
                boolean wanted = always.contains(field) && (!earlier.has(field) || random.nextBoolean())
                        || component.at("/validate/required").asBoolean()
                        || component.has("properties")
                                && component.path("properties").has("showWhen")
                        || random.nextInt(3) == 0;
                if (wanted) {
                    answer(component, fields);
                }
            }
        }
    }

    private static boolean stands(String field, ObjectNode earlier, List<String> refused) {
        return earlier.has(field) && !refused.contains(field);
    }

    private static boolean shown(JsonNode component, ObjectNode fields) {
        String when = component.at("/properties/showWhen").asText();
        int equals = when.indexOf('=');
        return equals < 0 || fields.path(when.substring(0, equals)).asText().equals(when.substring(equals + 1));
    }

    private void answer(JsonNode component, ObjectNode fields) {
        String key = component.path("key").asText();
        JsonNode rules = component.path("validate");
        switch (component.path("type").asText()) {
            case "textfield", "textarea" -> text(component, key, rules, fields);
            case "number" -> {
                int least = rules.path("min").asInt(0);
                fields.put(
                        key,
                        least + random.nextInt(Math.max(1, rules.path("max").asInt(least + 5) - least + 1)));
            }
            case "datetime" ->
                fields.put(
                        key,
                        today.plusDays(List.of(0, 0, 0, 0, 7, 14, 21, -1).get(random.nextInt(8)))
                                .toString());
            case "radio", "select" -> options(component, key, fields);
            case "checkbox" -> fields.put(key, random.nextBoolean());
            case "checklist" -> ticks(component, key, fields);
            default -> throw new AssertionError("A field of a kind that forms do not have: " + component);
        }
    }

    /** A pattern or a very short field takes something special, which the form fills in itself or leaves optional. */
    private void text(JsonNode component, String key, JsonNode rules, ObjectNode fields) {
        if (!rules.has("pattern") && rules.path("maxLength").asInt(2000) >= 20) {
            fields.put(key, key.endsWith("At") ? "3:30pm" : "As the scripted clerk heard it");
        } else if (rules.path("required").asBoolean()) {
            throw new AssertionError("The clerk does not know what to write: " + component);
        }
    }

    private void options(JsonNode component, String key, ObjectNode fields) {
        JsonNode values = component.path("values");
        if (!values.isEmpty()) {
            int chosen = random.nextBoolean() ? 0 : random.nextInt(values.size());
            fields.put(key, values.get(chosen).path("value").asText());
        }
    }

    private void ticks(JsonNode component, String key, ObjectNode fields) {
        JsonNode values = component.path("values");
        if (fields.has(key) || values.isEmpty()) {
            return;
        }
        ArrayNode ticked = fields.putArray(key);
        values.forEach(value -> {
            if (random.nextInt(4) == 0) {
                ticked.add(value.path("value").asText());
            }
        });
    }
}
