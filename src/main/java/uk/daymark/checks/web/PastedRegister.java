package uk.daymark.checks.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.daymark.web.Fault;

/**
 * A register as a person types it into a page, turned into the body of a check; and the faults of that body turned back into words
 * beside the field they belong to.
 *
 * @param policy name of the policy
 * @param terms a line a term: first and last day
 * @param closures a line a closed day: the day, then why
 * @param halfDays a line a half day: the day, then the half that is held
 * @param dateOfBirth may be blank
 * @param from first day of the register
 * @param to last day of the register
 * @param asOf may be blank
 * @param unlistedWeeks what the weeks are that are not typed in
 * @param marks a line a week: its Monday, then ten marks
 */
record PastedRegister(
        String policy,
        String terms,
        String closures,
        String halfDays,
        String dateOfBirth,
        String from,
        String to,
        String asOf,
        String unlistedWeeks,
        String marks) {

    /** So many are told; who has pasted more has pasted the wrong thing. */
    private static final int MOST_REPEATED_WEEKS = 20;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> FIELDS = List.of(
            "policy", "terms", "closures", "halfDays", "dateOfBirth", "from", "to", "asOf", "unlistedWeeks", "marks");

    ObjectNode body() {
        ObjectNode body = JSON.objectNode();
        body.put("policy", policy);
        ObjectNode calendar = body.putObject("calendar");
        ArrayNode termList = calendar.putArray("terms");
        lines(terms).forEach(line -> {
            ObjectNode term = termList.addObject();
            put(term, "from", line.word(0));
            put(term, "to", line.word(line.word(1).filter("to"::equals).isPresent() ? 2 : 1));
        });
        ArrayNode closureList = calendar.putArray("closures");
        lines(closures)
                .forEach(line -> put(closureList.addObject().put("reason", line.after(1)), "date", line.word(0)));
        ArrayNode halfDayList = calendar.putArray("halfDays");
        lines(halfDays).forEach(line -> {
            ObjectNode halfDay = halfDayList.addObject();
            put(halfDay, "date", line.word(0));
            put(halfDay, "session", line.word(1));
        });
        putIfTyped(body, "dateOfBirth", dateOfBirth);
        ObjectNode register = body.putObject("register");
        putIfTyped(register, "from", from);
        putIfTyped(register, "to", to);
        putIfTyped(body, "asOf", asOf);
        body.put("unlistedWeeks", unlistedWeeks);
        ObjectNode weeks = body.putObject("marks");
        lines(marks).forEach(line -> weeks.put(line.word(0).orElse(""), line.after(1)));
        return body;
    }

    /** Field to what is wrong with it, in the order of the page. */
    Map<String, String> errors(List<Fault> faults) {
        Map<String, String> errors = new LinkedHashMap<>();
        for (String field : FIELDS) {
            String told = Stream.concat(
                            faults.stream()
                                    .filter(fault -> fieldOf(fault.pointer()).equals(field))
                                    .map(fault -> place(field, fault.pointer()) + fault.message()),
                            field.equals("marks") ? repeatedWeeks() : Stream.empty())
                    .collect(Collectors.joining(" "));
            if (!told.isEmpty()) {
                errors.put(field, told);
            }
        }
        return errors;
    }

    private Stream<String> repeatedWeeks() {
        Set<String> seen = new HashSet<>();
        return lines(marks).stream()
                .map(line -> line.word(0).orElse(""))
                .filter(monday -> !seen.add(monday))
                .distinct()
                .limit(MOST_REPEATED_WEEKS)
                .map(monday -> "The week of " + monday + " is there twice. Keep one of the lines.");
    }

    private static String fieldOf(String pointer) {
        String[] steps = pointer.split("/");
        String first = steps.length > 1 ? steps[1] : "";
        String second = steps.length > 2 ? steps[2] : "";
        return switch (first) {
            case "calendar" -> second.isEmpty() ? "terms" : second;
            case "register" -> second.isEmpty() ? "from" : second;
            default -> first.isEmpty() ? "marks" : first;
        };
    }

    private String place(String field, String pointer) {
        String[] steps = pointer.split("/");
        return switch (field) {
            case "terms" -> lineOf(terms, steps);
            case "closures" -> lineOf(closures, steps);
            case "halfDays" -> lineOf(halfDays, steps);
            case "marks" -> steps.length > 2 ? "Week of " + steps[2] + ": " : "";
            default -> "";
        };
    }

    private static String lineOf(String text, String[] steps) {
        List<Line> lines = lines(text);
        boolean known = steps.length > 3 && Integer.parseInt(steps[3]) < lines.size();
        return known ? "Line " + lines.get(Integer.parseInt(steps[3])).number() + ": " : "";
    }

    private static void put(ObjectNode node, String name, Optional<String> text) {
        text.ifPresent(given -> node.put(name, given));
    }

    private static void putIfTyped(ObjectNode node, String name, String text) {
        if (!text.isBlank()) {
            node.put(name, text.trim());
        }
    }

    private static List<Line> lines(String text) {
        List<Line> lines = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\\R", -1)) {
            number++;
            if (!line.isBlank()) {
                lines.add(new Line(number, List.of(line.trim().split("\\s+"))));
            }
        }
        return lines;
    }

    /** A line that is not blank, with its number on the page. */
    private record Line(int number, List<String> words) {

        Optional<String> word(int index) {
            return index < words.size() ? Optional.of(words.get(index)) : Optional.empty();
        }

        String after(int index) {
            return String.join(" ", words.subList(Math.min(index, words.size()), words.size()));
        }
    }
}
