package uk.daymark.worklist.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.daymark.web.Fault;
import uk.daymark.web.InvalidInput;
import uk.daymark.worklist.WorkFilter;
import uk.daymark.worklist.WorkFilter.Due;
import uk.daymark.worklist.WorkFilter.View;

/**
 * Which tasks a program asks for, read from the address.
 *
 * @param page from 1
 * @param size tasks on a page
 */
record Filters(WorkFilter filter, int page, int size) {

    private static final Set<String> NAMES =
            Set.of("view", "kind", "due", "q", "school", "case", "pupil", "page", "size");

    private static final Map<String, View> VIEWS =
            Map.of("mine", View.MINE, "available", View.AVAILABLE, "all", View.ALL, "postponed", View.POSTPONED);

    private static final int LAST_PAGE = 1_000_000;
    private static final int LARGEST_PAGE = 200;
    private static final int USUAL_PAGE = 50;
    private static final int LONGEST_WORDS = 200;

    /**
     * Reads them.
     *
     * @throws InvalidInput naming every parameter that cannot be used
     */
    static Filters of(Map<String, String> sent) {
        Map<String, String> asked = new LinkedHashMap<>(sent);
        asked.values().removeIf(String::isBlank);
        List<Fault> faults = new ArrayList<>();
        sent.keySet().stream()
                .filter(name -> !NAMES.contains(name))
                .sorted()
                .forEach(name -> faults.add(new Fault("?" + name, "There is no parameter of this name here.")));
        String viewName = asked.getOrDefault("view", "all");
        View view = VIEWS.getOrDefault(viewName, View.ALL);
        if (!VIEWS.containsKey(viewName)) {
            faults.add(new Fault("?view", "Ask for mine, available, all or postponed."));
        }
        Optional<Due> due = text(asked, "due").flatMap(name -> due(name, faults));
        Optional<String> school = text(asked, "school");
        if (school.filter(urn -> !urn.matches("[0-9]{6}")).isPresent()) {
            faults.add(new Fault("?school", "A school's URN has six digits."));
        }
        String words = asked.getOrDefault("q", "");
        if (words.length() > LONGEST_WORDS) {
            faults.add(new Fault("?q", "Search for at most " + LONGEST_WORDS + " characters."));
        }
        int page = number(asked, "page", 1, LAST_PAGE, "Pages are counted from 1.", faults);
        int size = number(asked, "size", USUAL_PAGE, LARGEST_PAGE, "Ask for 1 to " + LARGEST_PAGE + ".", faults);
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return new Filters(
                new WorkFilter(
                        view, text(asked, "kind"), due, words, school, text(asked, "case"), text(asked, "pupil")),
                page,
                size);
    }

    /** The filter of that name; empty where there is none. */
    static Optional<Due> due(String name) {
        return List.of(Due.values()).stream()
                .filter(due -> due.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    private static Optional<Due> due(String name, List<Fault> faults) {
        Optional<Due> due = due(name);
        if (due.isEmpty()) {
            faults.add(new Fault("?due", "Ask for overdue, today, week or none."));
        }
        return due;
    }

    private static Optional<String> text(Map<String, String> asked, String name) {
        return Optional.ofNullable(asked.get(name)).filter(value -> !value.isBlank());
    }

    private static int number(
            Map<String, String> asked, String name, int usual, int most, String expected, List<Fault> faults) {
        String text = asked.getOrDefault(name, String.valueOf(usual));
        if (text.matches("[0-9]{1,7}")) {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= most) {
                return number;
            }
        }
        faults.add(new Fault("?" + name, expected));
        return usual;
    }
}
