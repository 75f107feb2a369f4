package uk.daymark.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;
import java.util.List;
import java.util.Optional;

/** Says what a schema objects to so that the person who wrote the file can mend it. */
final class FaultWords {

    private static final String VALUES = "/values";

    private final PolicyCatalogue catalogue;

    FaultWords(PolicyCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The place at fault: for something that does not belong there, the thing itself. */
    String pointer(ValidationMessage objection) {
        String at = objection.getInstanceLocation().toString();
        return unexpected(objection) ? YamlTree.below(at, objection.getProperty()) : at;
    }

    /** The outermost key at fault. */
    String firstKey(ValidationMessage objection) {
        return part(pointer(objection), 1).orElse("");
    }

    /** What is wrong there and what to do. */
    String sentence(ValidationMessage objection) {
        String at = objection.getInstanceLocation().toString();
        JsonNode rule = objection.getSchemaNode();
        return switch (objection.getType()) {
            case "additionalProperties" -> notExpected(at, objection.getProperty());
            case "required" -> missing(at, objection.getProperty());
            case "enum" -> notOneOf(at, PolicyCatalogue.texts(rule), objection.getInstanceNode());
            case "type" -> subject(at) + " must be " + typeInWords(at, rule) + found(objection.getInstanceNode());
            case "minimum" ->
                subject(at) + " must be " + rule.asText() + " or more" + found(objection.getInstanceNode());
            case "maximum" ->
                subject(at) + " must be " + rule.asText() + " or less" + found(objection.getInstanceNode());
            case "format" ->
                subject(at) + " must be a date that exists, written as year, month and day: 2024-08-19"
                        + found(objection.getInstanceNode());
            case "not" -> subject(at) + " must be a date, or false to switch the rule off";
            case "minLength", "pattern" -> wrongText(at, objection.getInstanceNode());
            case "minItems" -> subject(at) + " must name at least " + rule.asText();
            case "maxItems" -> subject(at) + " must name no more than " + rule.asText();
            case "uniqueItems" -> subject(at) + " names the same thing twice; take one out";
            case "minProperties" ->
                subject(at) + " must say from or below which attendance it holds; add 'from' or 'below'";
            default -> subject(at) + " does not have the form that policy.schema.json asks for";
        };
    }

    private String notExpected(String at, String property) {
        if (!at.isEmpty() && !at.equals(VALUES)) {
            return "'" + property + "' does not belong here; take it out or mend its spelling";
        }
        boolean fileLevel = at.isEmpty() && catalogue.keysLike(property).isEmpty() && !property.contains(".");
        List<String> like = catalogue.keysLike(property);
        String hint = like.isEmpty()
                ? "the keys stand in policies/policy.schema.json"
                : "near it there are " + String.join(", ", like);
        return "'" + property + "' is not " + (fileLevel ? "known here; " : "a key of a policy; ") + hint;
    }

    private String missing(String at, String property) {
        String example = property.equals("unit")
                ? keyAt(at)
                        .map(key -> ": unit: " + String.join(" or ", key.units()))
                        .orElse("")
                : "";
        return "'" + property + "' is missing"
                + keyAt(at).map(key -> " from " + key.name()).orElse("") + "; add it" + example;
    }

    private String notOneOf(String at, List<String> allowed, JsonNode found) {
        if (keyAt(at).filter(key -> key.kind() == ValueKind.CODES).isPresent() && !at.endsWith("/unit")) {
            return "'" + found.asText() + "' is not a code of the register; use " + String.join(" ", allowed);
        }
        String choice = allowed.size() == 1 ? allowed.get(0) : "one of: " + String.join(", ", allowed);
        return subject(at) + " must be " + choice + found(found);
    }

    private String wrongText(String at, JsonNode found) {
        return found.asText().isBlank()
                ? subject(at) + " is empty; write it, or take the line out"
                : subject(at) + " must be the name of a policy, as its file is called without the ending"
                        + found(found);
    }

    private String typeInWords(String at, JsonNode rule) {
        if (rule.isArray()) {
            return "a date, or false to switch the rule off";
        }
        boolean entries =
                at.startsWith(VALUES) && part(at, 3).isEmpty() && part(at, 2).isPresent();
        return switch (rule.asText()) {
            case "integer" -> "a whole number";
            case "boolean" -> "true or false";
            case "string" -> "text";
            case "array" ->
                entries ? "a list of dated entries, each beginning with '- value:'" : "a list, such as [G, O, U]";
            default -> "a group of keys with their values";
        };
    }

    private static String found(JsonNode found) {
        if (found.isNull()) {
            return "; nothing stands here";
        }
        if (found.isContainerNode()) {
            return found.isArray() ? ", not a list" : ", not a group of keys";
        }
        return ", not '" + found.asText() + "'";
    }

    private String subject(String at) {
        Optional<PolicyKey> key = keyAt(at);
        if (!at.startsWith(VALUES)) {
            return key.map(known -> "The value of " + known.name())
                    .orElse(at.isEmpty() ? "The file" : "'" + part(at, 1).orElse("") + "'");
        }
        return key.map(known ->
                        part(at, 4).map(field -> "The " + field + " of ").orElse("") + known.name())
                .orElse("'values'");
    }

    private Optional<PolicyKey> keyAt(String at) {
        return part(at, at.startsWith(VALUES) ? 2 : 1).flatMap(catalogue::key);
    }

    /** The nth part of a pointer, counted from 1, unescaped. */
    private static Optional<String> part(String pointer, int number) {
        String[] parts = pointer.split("/");
        return number < parts.length
                ? Optional.of(parts[number].replace("~1", "/").replace("~0", "~"))
                : Optional.empty();
    }

    private static boolean unexpected(ValidationMessage objection) {
        return objection.getType().equals("additionalProperties");
    }
}
