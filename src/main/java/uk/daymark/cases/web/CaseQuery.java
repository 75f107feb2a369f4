package uk.daymark.cases.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.CaseFilter;
import uk.daymark.web.Fault;
import uk.daymark.web.InvalidInput;

/** What a caller asks of the list of cases. */
record CaseQuery(CaseFilter filter, int page, int size) {

    private static final List<String> FILTERS = List.of("q", "pupil", "status", "stage", "school");
    /** As many characters as a search may have. */
    static final int LONGEST_WORDS = 200;

    private static final int LAST_PAGE = 1_000_000;
    private static final int LARGEST_PAGE = 200;
    private static final int USUAL_PAGE = 50;

    /** Which page, from 1, of what size. */
    record Paging(int page, int size) {}

    /** @throws InvalidInput naming each parameter that is not known or cannot be used */
    static CaseQuery of(Map<String, String> asked) {
        Optional<String> status = given(asked, "status");
        if (status.filter(name -> !name.matches("OPEN|CLOSED")).isPresent()) {
            throw new InvalidInput("?status", "Ask for OPEN or CLOSED.");
        }
        if (given(asked, "q").filter(words -> words.length() > LONGEST_WORDS).isPresent()) {
            throw new InvalidInput("?q", "Search for at most " + LONGEST_WORDS + " characters.");
        }
        Paging paging = paging(asked, FILTERS);
        return new CaseQuery(
                new CaseFilter(
                        given(asked, "q").orElse(""),
                        given(asked, "pupil"),
                        status.map(CaseFile.Status::valueOf),
                        given(asked, "stage"),
                        given(asked, "school")),
                paging.page(),
                paging.size());
    }

    /** @throws InvalidInput naming each parameter that is not known or cannot be used */
    static Paging paging(Map<String, String> asked, List<String> others) {
        List<Fault> faults = new ArrayList<>();
        asked.keySet().stream()
                .filter(name -> !name.equals("page") && !name.equals("size") && !others.contains(name))
                .forEach(name -> faults.add(new Fault("?" + name, "There is no parameter of this name.")));
        int page = number(asked, "page", 1, LAST_PAGE, "Pages are counted from 1.", faults);
        int size = number(asked, "size", USUAL_PAGE, LARGEST_PAGE, "Ask for 1 to " + LARGEST_PAGE + ".", faults);
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return new Paging(page, size);
    }

    private static int number(
            Map<String, String> asked, String name, int usual, int most, String wrong, List<Fault> faults) {
        Optional<String> given = given(asked, name);
        if (given.isEmpty()) {
            return usual;
        }
        int number = given.get().matches("[0-9]{1,7}") ? Integer.parseInt(given.get()) : 0;
        if (number < 1 || number > most) {
            faults.add(new Fault("?" + name, wrong));
        }
        return number;
    }

    private static Optional<String> given(Map<String, String> asked, String name) {
        return Optional.ofNullable(asked.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }
}
